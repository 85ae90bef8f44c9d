package form

import (
	"math"
	"slices"
	"strings"
	"unicode"
)

// valueRoom is where a value stands, in mm, levelled about the middle of its
// caption: x as in the view, y from the middle of the caption's line.
type valueRoom struct {
	value *Value
	at    *notice
	line  Box   // on the caption's line
	below Box   // on the next line; without size where that is another's
	gaps  []Box // parts of line that all must be written; nil for the one
}

// level returns where a point of the view lies in the room's frame.
func (r *valueRoom) level(x, y float64) (float64, float64) { return x, y - r.at.middleAt(x) }

// board holds what was read of the print of a form, to find its values by.
type board struct {
	form    *Form
	said    []phrase // lines as they were read
	notices []*notice
	left    float64 // of the print on the page
	right   float64
	height  float64 // of a line of the form's print
}

// rooms returns the rooms of the form's values, but for names of signers. A
// value whose caption was not found has none.
func (b *board) rooms() []*valueRoom {
	var out []*valueRoom
	taken := map[*notice]bool{}
	heads := map[*Value]*notice{}
	add := func(v *Value, n *notice) {
		taken[n] = true
		heads[v] = n
		out = append(out, b.room(v, n))
	}
	for i := range b.form.Values {
		v := &b.form.Values[i]
		if v.Under != "" || v.Signer != "" || v.Repeated {
			continue
		}
		if n := b.best(v, taken); n != nil {
			add(v, b.nearer(v, n, taken))
		}
	}
	for i := range b.form.Values {
		v := &b.form.Values[i]
		if v.Under == "" {
			continue
		}
		if n := b.under(v, heads, taken); n != nil {
			add(v, n)
		}
	}
	return out
}

// best returns the notice that most surely is the caption of a value; of two,
// the upper one.
func (b *board) best(v *Value, taken map[*notice]bool) *notice {
	var best *notice
	for _, n := range b.notices {
		if slices.Contains(n.values, v) && !taken[n] && b.inOrder(v, n) && (best == nil || n.likely > best.likely+0.1) {
			best = n
		}
	}
	return best
}

// nearer returns the caption of a value that follows on the next line of another,
// which is a heading then, with nothing behind it.
func (b *board) nearer(v *Value, n *notice, taken map[*notice]bool) *notice {
	if len(n.rest) > 0 {
		return n
	}
	for _, o := range b.notices {
		if o != n && !taken[o] && slices.Contains(o.values, v) && o.box.X < n.right() &&
			o.box.Y > n.box.Y && o.middleAt(n.box.X)-n.middleAt(n.box.X) < nextLine*b.height {
			return o
		}
	}
	return n
}

// inOrder reports whether a short wording, which other print may say, too, stands
// where the form has it: not below the captions of values that come after it.
func (b *board) inOrder(v *Value, n *notice) bool {
	if len(n.letters) >= 4 {
		return true
	}
	at, above := b.index(v), 0
	for _, o := range b.notices {
		if o.box.Y+o.box.H < n.box.Y && slices.ContainsFunc(o.values, func(w *Value) bool { return b.index(w) > at }) {
			above++
		}
	}
	return above < 3
}

func (b *board) index(v *Value) int {
	return slices.IndexFunc(b.form.Values, func(o Value) bool { return o.Key == v.Key })
}

// under returns the caption of a value that says more of another: the next of
// its wordings under it in its column.
func (b *board) under(v *Value, heads map[*Value]*notice, taken map[*notice]bool) *notice {
	own := heads[b.form.Value(v.Under)]
	if own == nil {
		return nil
	}
	var best *notice
	for _, n := range b.notices {
		if slices.Contains(n.values, v) && !taken[n] && b.head(n, heads) == own && (best == nil || n.box.Y < best.box.Y) {
			best = n
		}
	}
	return best
}

// head returns the caption of the value that a notice says more of: in its
// column the next one above.
func (b *board) head(n *notice, heads map[*Value]*notice) *notice {
	var best *notice
	off := func(h *notice) float64 { return math.Abs(h.box.X - n.box.X) }
	for _, v := range n.values {
		h := heads[b.form.Value(v.Under)]
		if v.Under == "" || h == nil || h.middleAt(n.box.X) > n.box.Y+n.box.H {
			continue
		}
		switch {
		case best == nil, off(h) < off(best)-15:
			best = h
		case off(h) < off(best)+15 && h.box.Y > best.box.Y:
			best = h
		}
	}
	return best
}

// Sizes of rooms, in heights of a line of print.
const (
	lineUp, lineDown = 1.15, 1.0 // from the middle of the line, at most
	nextLine         = 3.2       // to the middle of the next line, at most
)

// room returns where a value stands beside its caption.
func (b *board) room(v *Value, n *notice) *valueRoom {
	r := &valueRoom{value: v, at: n}
	h := b.height
	right := b.edge(n)
	up, down := lineUp*h, lineDown*h
	next := nextLine * h
	over := false // another's line follows
	for _, o := range b.notices {
		if o == n || o.right() < n.box.X || o.box.X > right || o.level(n) {
			continue
		}
		_, y := r.level(o.box.X+o.box.W/2, o.box.Y+o.box.H/2)
		if y < 0 {
			up = min(up, max(-y/2, 0.5*h))
		} else if y < next {
			next, over = y, true
			down = min(down, max(y/2, 0.5*h))
		}
	}
	r.line = Box{n.right() + 0.4, -up, right - n.right() - 0.4, up + down}
	if v.Side == After {
		return r
	}
	pitch := min(max(b.pitch(), 1.25*h), 2.4*h)
	if !over || next > 1.6*pitch {
		r.below = Box{n.box.X - 1, pitch / 2, right - n.box.X + 1, min(pitch, next-0.5*h)}
	}
	if v.Side == Below {
		r.line = r.below
		r.below = Box{}
	}
	return r
}

// edge returns where the room beside a notice ends: at the next print on its
// line, at the next column or at the end of the print.
func (b *board) edge(n *notice) float64 {
	right := max(b.right, n.right()+12)
	for _, p := range b.said { // what begins before it belongs to it
		if box := p.box(); box.X > n.box.X && box.X < right+1 && math.Abs(n.middleAt(box.X)-box.Y-box.H/2) < 0.6*n.box.H {
			right = max(right, box.X+box.W+1)
		}
	}
	for _, o := range b.notices {
		if o == n || !o.entry || o.box.X < n.right() { // an office's name may be a signer's caption, too
			continue
		}
		if o.level(n) || b.column(o, n) {
			right = min(right, o.box.X-0.8)
		}
	}
	return right
}

// column reports whether a notice begins a column beside the line of another:
// others begin where it does, above that line and below it.
func (b *board) column(o, n *notice) bool {
	above, below := false, false
	for _, q := range b.notices {
		if !q.entry || math.Abs(q.box.X-o.box.X) > 3 {
			continue
		}
		y := q.box.Y + q.box.H/2 - n.middleAt(q.box.X)
		above = above || y < b.height/2
		below = below || y > -b.height/2
	}
	return above && below
}

// pitch returns the distance of two lines of the form: that of those that follow
// each other, for some values take two.
func (b *board) pitch() float64 {
	var all []float64
	for _, n := range b.notices {
		next := math.Inf(1)
		for _, o := range b.notices {
			if d := o.box.Y - n.box.Y; d > b.height && math.Abs(o.box.X-n.box.X) < 3 {
				next = min(next, d)
			}
		}
		if next < 20 {
			all = append(all, next)
		}
	}
	if len(all) == 0 {
		return 1.6 * b.height
	}
	slices.Sort(all)
	return all[len(all)/4]
}

// words returns what was read in a box of the room, from left to right.
func (b *board) words(r *valueRoom, in Box) []word {
	var out []word
	for _, p := range b.said {
		for _, w := range tokens(p.words) {
			x, y := r.level(w.box.X+w.box.W/2, w.box.Y+w.box.H/2)
			if x > in.X && x < in.X+in.W && y > in.Y && y < in.Y+in.H {
				out = append(out, w)
			}
		}
	}
	slices.SortFunc(out, func(a, c word) int { return less(a.box.X, c.box.X) })
	return out
}

// dayWords are what forms print between the parts of a time and a day: the hour
// and the minute stand before their words, the day behind its own.
var (
	dayWords        = []string{"gio", "phut", "ngay", "thang", "nam"}
	printedDayWords = []string{"giờ", "phút", "ngày", "tháng", "năm"}
)

const firstDayWord = 2 // of those that a part follows

// part splits the room of a date or a number where the form prints between the
// parts that are written: "ngày … tháng … năm …", and "/2024" or "/QĐ-UBND"
// behind a number.
func (b *board) part(r *valueRoom) {
	words := b.words(r, r.line)
	switch r.value.Type {
	case DateValue:
		r.gaps = dateGaps(words, r.line)
	case NumberValue:
		r.line.W = numberWidth(words, r.line, b.height)
		if end, ok := signAt(words, r.line); ok {
			r.gaps = []Box{{r.line.X, r.line.Y, max(end-r.line.X, 0.5), r.line.H}}
		}
	}
}

// longNumber is how wide a number with its sign is at most, in mm.
const longNumber = 50

// numberWidth returns how far the room of a number reaches: place and day may
// stand on its line.
func numberWidth(words []word, line Box, height float64) float64 {
	end := line.X
	for _, w := range words {
		if w.box.X > end+max(2.5*height, 6) && !isSign(w.text) && w.text[0] != '/' {
			return max(w.box.X-1-line.X, 4)
		}
		end = w.box.X + w.box.W
	}
	return min(line.W, longNumber)
}

// signAt returns where the sign behind a number begins, which the form prints:
// "/2024" or "/QĐ-UBND".
func signAt(words []word, line Box) (float64, bool) {
	for _, w := range words {
		if w.box.X > line.X+line.W {
			break
		}
		runes := []rune(w.text)
		if isDigit(runes[0]) && w.confidence > leastDigits {
			return 0, false // the number itself was read
		}
		if i := signSlash(runes); i >= 0 {
			return w.part(0, i, runes).box.X + w.part(0, i, runes).box.W, true
		}
		if isSign(w.text) {
			return w.box.X - 0.2, true
		}
	}
	return 0, false
}

// leastDigits is the confidence from which digits before a sign are the number:
// dots are read as other signs.
const leastDigits = 0.6

// signSlash returns the slash before the sign in a word, or -1: the last one that
// a year or a sign follows, for a hand may have written others.
func signSlash(word []rune) int {
	for i := len(word) - 1; i >= 0; i-- {
		if word[i] != '/' {
			continue
		}
		tail := word[i+1:]
		if end := slices.IndexFunc(tail, func(r rune) bool { return !isDigit(r) && !unicode.IsUpper(r) }); end >= 0 {
			tail = tail[:end]
		}
		if len(tail) >= 2 && unicode.IsUpper(tail[0]) || len(tail) == 4 && isDigit(tail[0]) {
			return i
		}
	}
	return -1
}

// isSign reports whether a word is the sign of a kind of paper, as QĐ-UBND.
func isSign(text string) bool {
	capitals := 0
	for _, r := range text {
		if unicode.IsUpper(r) {
			capitals++
		} else if unicode.IsLower(r) {
			return false
		}
	}
	return capitals >= 3 && strings.Contains(text, "-")
}

// dateGaps returns the rooms of the parts of a day, or nil where ngày, tháng
// and năm are not printed between them.
func dateGaps(words []word, line Box) []Box {
	marks := map[int]word{}
	last := -1
	for at, w := range words {
		said := letters(w.text)
		i := slices.IndexFunc(dayWords, func(d string) bool { return said == d || len(said) > 2 && alike(said, d, 0.75) > 0 })
		if i >= 0 && i <= last {
			break // another date
		}
		if i >= 0 {
			last = i
			// Boxes of words reach into figures that stand close behind them.
			if at+1 < len(words) && words[at+1].box.X > w.box.X {
				w.box.W = min(w.box.W, words[at+1].box.X-w.box.X)
			}
			marks[i] = w
		}
	}
	days := 0
	for i := firstDayWord; i < len(dayWords); i++ {
		if marks[i].text != "" {
			days++
		}
	}
	if days < 2 {
		return nil
	}
	// A figure that stands close behind a word may lie in the box of the word.
	unit := math.Inf(1)
	for i, m := range marks {
		unit = min(unit, m.box.W/usualWidth(printedDayWords[i]))
	}
	for i, m := range marks {
		m.box.W = min(m.box.W, 1.12*unit*usualWidth(printedDayWords[i]))
		marks[i] = m
	}
	var out []Box
	from := line.X
	gap := func(x0, x1 float64) { out = append(out, Box{x0, line.Y, max(x1-x0, 0.5), line.H}) }
	for i := range dayWords {
		m, ok := marks[i]
		if !ok {
			continue
		}
		if i < firstDayWord {
			gap(from, m.box.X-0.3)
		}
		from = m.box.X + m.box.W + 0.3
		if i < firstDayWord {
			continue
		}
		x1 := min(line.X+line.W, from+20)
		for j := i + 1; j < len(dayWords); j++ {
			if next, ok := marks[j]; ok {
				x1 = next.box.X - 0.3
				break
			}
		}
		if i == len(dayWords)-1 {
			from = behindCentury(words, from)
		}
		gap(from, x1)
	}
	return out
}

// behindCentury returns where the last two digits of a year are written that
// the form begins with, as "năm 20…".
func behindCentury(words []word, x float64) float64 {
	for _, w := range words {
		if w.box.X >= x-1 && w.box.X < x+4 && strings.Trim(w.text, leaders) == "20" {
			return w.box.X + w.box.W + 0.2
		}
	}
	return x
}
