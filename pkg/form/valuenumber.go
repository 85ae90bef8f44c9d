package form

import (
	"math"
	"slices"
	"strings"
	"unicode"
)

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
		if isSign(w.text) { // figures and sign may be read as one, and the slash as any sign
			begin := slices.IndexFunc(runes, unicode.IsUpper)
			if begin > 0 && !isDigit(runes[begin-1]) && !unicode.IsLetter(runes[begin-1]) {
				begin--
			}
			return w.part(0, begin, runes).right() - 0.2, true
		}
	}
	return 0, false
}

// leastDigits is the confidence from which digits before a sign are the number:
// dots are read as other signs.
const leastDigits = 0.6

// isSlash takes in the slash of fractions, as which blurred ones are read.
func isSlash(r rune) bool { return r == '/' || r == '⁄' }

// signSlash returns the slash before the sign in a word, or -1: the last one that
// a year or a sign follows, for a hand may have written others.
func signSlash(word []rune) int {
	for i := len(word) - 1; i >= 0; i-- {
		if !isSlash(word[i]) {
			continue
		}
		tail := word[i+1:]
		for len(tail) > 0 && strings.ContainsRune(leaders, tail[0]) { // a letter that was not read
			tail = tail[1:]
		}
		if end := slices.IndexFunc(tail, func(r rune) bool { return !isDigit(r) && !unicode.IsUpper(r) }); end >= 0 {
			tail = tail[:end]
		}
		if len(tail) >= 2 && unicode.IsUpper(tail[0]) || len(tail) >= leastYear && isDigit(tail[0]) {
			for i > 0 && isSlash(word[i-1]) { // one that was read twice
				i--
			}
			return i
		}
	}
	return -1
}

// leastYear is how many figures are read of a year at least.
const leastYear = 3

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

// headed finds a number whose caption was not read: it stands alone in the head
// of the paper, and its sign tells that it is one.
func (b *board) headed(rooms []*valueRoom) *valueRoom {
	for i := range b.form.Values {
		v := &b.form.Values[i]
		if v.Type != NumberValue || slices.ContainsFunc(rooms, func(r *valueRoom) bool { return r.value == v }) {
			continue
		}
		for _, p := range b.said {
			words := tokens(p.words)
			if len(words) == 0 || len(words) > mostOfNumber || p.box().Y > b.headFoot() || b.labelled(p) || !isNumber(words) {
				continue
			}
			n := &notice{label: &label{}, box: words[0].box, tilt: p.tilt}
			n.box.X, n.box.W = n.box.X-0.5, 0.1
			return b.room(v, n)
		}
	}
	return nil
}

// mostOfNumber is how many words a number and its sign are read as.
const mostOfNumber = 3

// isNumber reports whether words are figures with a sign behind a slash, as
// 12/QĐ-UBND.
func isNumber(words []word) bool {
	text := ""
	for _, w := range words {
		text += w.text
	}
	runes := []rune(text)
	at := signSlash(runes)
	return at > 0 && !slices.ContainsFunc(runes[:at], func(r rune) bool { return !isDigit(r) })
}

// headFoot returns where the head of the paper ends, above the first label with a
// colon of a value that is no number.
func (b *board) headFoot() float64 {
	foot := math.Inf(1)
	for _, n := range b.notices {
		if n.ended && n.entry && slices.ContainsFunc(n.values, func(v *Value) bool { return v.Type != NumberValue }) {
			foot = min(foot, n.box.Y)
		}
	}
	return foot
}
