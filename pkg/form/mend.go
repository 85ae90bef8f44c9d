package form

import (
	"cmp"
	"context"
	"math"
	"slices"
	"strings"
	"unicode"
)

// maxMended bounds the places that are read once more, leastPart the letters
// that say which text they are a part of.
const (
	maxMended = 12
	leastPart = 5
)

// mend reads once more what a signature or a seal across it broke: a part of a
// text says where the whole of it must stand. What stands over the title, or is
// other print of the form itself, is left.
func (s *script) mend(ctx context.Context, over func(Box) bool, own, some func(use) bool) error {
	var places []*candidate
	var whole []claim
	for _, p := range s.phrases {
		if over(p.box()) || s.told(p.box(), func(u use) bool { return u.role != captionRole && u.role != titleRole && own(u) }) ||
			s.told(p.box(), some) && !s.continued(p.box()) {
			continue
		}
		parts := p.partOf(s.wordings, some)
		if f := fieldOf(parts); f != nil && len(parts) > 1 { // the plainest wording of it
			parts = []claim{slices.MinFunc(parts, func(a, b claim) int { return len(a.letters) - len(b.letters) })}
		}
		if len(parts) > 3 {
			continue // too common to tell
		}
		for _, c := range parts {
			if slices.ContainsFunc(whole, func(o claim) bool { return o.wording == c.wording && o.box.covers(c.box, 0.8) }) {
				continue
			}
			whole = append(whole, c)
			places = append(places, lineIn(c.box, c.tilt))
		}
	}
	if len(whole) > maxMended {
		whole, places = whole[:maxMended], places[:maxMended]
	}
	if err := s.read(ctx, places, maxMended, nil); err != nil {
		return err
	}
	for _, c := range whole {
		if !s.told(c.box, some) && len(letters(c.read)) >= 8 {
			s.claims = append(s.claims, c)
		}
	}
	s.claims = withoutParts(s.claims)
	return nil
}

// mendTitle reads once more a title of which a part was read, as a streak or a seal
// across it broke it, and one beside which a bar code or an emblem on its line made it unreadable.
func (s *script) mendTitle(ctx context.Context) error {
	title := func(u use) bool { return u.role == titleRole }
	var places []*candidate
	for _, p := range s.phrases {
		if slices.ContainsFunc(s.claims, func(c claim) bool {
			return c.has(title) && !c.open && c.likely > 0.85 && c.box.covers(p.box(), 0.6) && !s.continued(c.box)
		}) {
			continue
		}
		parts := p.partOf(s.wordings, title)
		// What many begin with is read once, as far as the longest reaches.
		slices.SortStableFunc(parts, func(a, b claim) int { return -cmp.Compare(a.box.W, b.box.W) })
		for _, c := range parts {
			b := c.box
			if !c.open && !slices.ContainsFunc(places, func(o *candidate) bool { return o.box().covers(b, 0.8) }) {
				places = append(places, lineIn(b, c.tilt))
			}
		}
	}
	for _, p := range s.phrases {
		if p.confidence() < unreadable {
			places = append(places, s.beforeAndBehind(p.box(), p.tilt)...)
		}
	}
	return s.read(ctx, places, maxMended, nil)
}

// unreadable is the confidence below which words may be anything.
const unreadable = 0.6

// beforeAndBehind parts a line at the widest gap in it, if that is wider than spaces are.
func (s *script) beforeAndBehind(b Box, tilt float64) []*candidate {
	const least = 0.8 // heights of the line
	w := s.ink.window(s.view.angle, local{b.X + b.W/2, b.Y + b.H/2, tilt}, b)
	from, to, begin := 0, 0, -1 // begin is where ink was last, once there was some
	for x := range w.w {
		if !w.inked(x, 0, w.h) {
			continue
		}
		if begin >= 0 && x-begin > to-from {
			from, to = begin, x
		}
		begin = x
	}
	if float64(to-from)*w.mm < least*b.H {
		return nil
	}
	left, right := b, b
	left.W = float64(from+1) * w.mm
	right.X, right.W = b.X+float64(to)*w.mm, b.W-float64(to)*w.mm
	return []*candidate{lineIn(left, tilt), lineIn(right, tilt)}
}

// continued reports whether more print stands on the line of a box, at most
// some letters away. The number of a paper, which may stand beside its title, is
// none, nor is what says whose place to sign is there, nor text in small letters
// beside a title in capitals, nor what cannot be read and stands farther away, as an
// emblem, or is one letter, as a bar of a bar code, nor a stamp of the office.
func (s *script) continued(b Box) bool {
	const far = 2.5 // heights of the box
	capitals := slices.ContainsFunc(s.phrases, func(o phrase) bool { return o.box().covers(b, 0.6) && o.capitals() })
	return slices.ContainsFunc(s.phrases, func(o phrase) bool {
		if o.isNumber() || o.isStamp() || capitals && !o.capitals() {
			return false
		}
		c := o.box()
		gap := max(c.X-b.X-b.W, b.X-c.X-c.W)
		if o.confidence() < unreadable && (gap > far*b.H || len(letters(o.text())) < 2) {
			return false
		}
		return gap > -0.5*b.W && gap < 9*b.H && !b.covers(c, 0.7) && !c.covers(b, 0.7) && b.level(c) && !s.namesPlace(c)
	})
}

// capitals reports whether a phrase is in capitals, but for a few letters that were
// read as small ones.
func (p phrase) capitals() bool {
	const least = 0.6
	all, large := 0, 0
	for _, r := range p.text() {
		if unicode.IsLetter(r) {
			all++
			if unicode.IsUpper(r) {
				large++
			}
		}
	}
	return float64(large) >= least*float64(all)
}

// level reports whether print in two boxes stands on one line: a large title may
// reach up to the motto, and stands under it all the same.
func (b Box) level(o Box) bool {
	both := math.Min(b.Y+b.H, o.Y+o.H) - math.Max(b.Y, o.Y)
	return math.Abs(o.Y+o.H/2-b.Y-b.H/2) < 0.6*b.H && both > 0.5*math.Min(b.H, o.H)
}

// namesPlace reports whether print in a box is the whole of a caption or hint.
func (s *script) namesPlace(b Box) bool {
	return slices.ContainsFunc(s.claims, func(c claim) bool {
		return (c.likely == 1 || c.likely >= 0.9 && !c.short()) && c.box.covers(b, 0.8) &&
			c.has(func(u use) bool { return u.role == captionRole || u.role == hintRole })
	})
}

// stamps say what became of a paper in the office, wherever there was room for them.
// That it is a copy is none of these: then it is another paper.
var stamps = [...]string{"davaoso", "dasohoa", "banluu", "banchinh", "congvanden", "congvandi"}

// isStamp reports whether a phrase is such a stamp, or most of one.
func (p phrase) isStamp() bool {
	const like = 0.8
	said := letters(p.text())
	return slices.ContainsFunc(stamps[:], func(s string) bool { return alike(said, s, like) > 0 })
}

// isNumber reports whether a phrase is a number, or what its label leaves of it.
func (p phrase) isNumber() bool {
	const foreign = 2 // letters of the same in another language: "Số / No: 12", "Số/N°: 12"
	rest, named := strings.CutPrefix(letters(p.text()), numberWord)
	at := strings.IndexFunc(rest, unicode.IsDigit)
	return rest == "" || at == 0 || named && at > 0 && at <= foreign
}

// maxLooks bounds the captions that are looked for over hints.
const maxLooks = 6

// look reads what stands over hints without a caption: a caption of two letters
// is easily lost among what is no text.
func (s *script) look(ctx context.Context, caption, hint func(use) bool) error {
	var places []*candidate
	for _, c := range s.claims {
		if !c.has(hint) || slices.ContainsFunc(s.claims, func(o claim) bool { return o.has(caption) && beside(o.box, c.box) }) ||
			slices.ContainsFunc(places, func(o *candidate) bool {
				return math.Abs(o.x0+o.x1-2*c.box.X-c.box.W) < 6 && o.y1 < c.box.Y+1 && o.y0 > c.box.Y-3*c.box.H
			}) {
			continue
		}
		h := min(max(c.box.H, 2), 6)
		w := max(0.8*c.box.W, 26)
		x, bottom := c.box.X+c.box.W/2, c.box.Y-0.15*h
		places = append(places, &candidate{line: line{x0: x - w/2, x1: x + w/2, y0: bottom - 1.4*h, y1: bottom}, tilt: c.tilt})
	}
	return s.read(ctx, places, maxLooks, nil)
}

// maxRows bounds the rows of a table that are looked for.
const maxRows = 12

// lookInRows reads where a table's next rows must have their captions, when
// other rows say how far they are apart.
func (s *script) lookInRows(ctx context.Context, f *Field, all []*block) error {
	var own []*block
	for _, b := range all {
		if b.field == f {
			own = append(own, b)
		}
	}
	if len(own) < 2 {
		return nil
	}
	slices.SortFunc(own, func(a, b *block) int { return less(a.box.Y, b.box.Y) })
	pitch := math.Inf(1)
	for i, b := range own[1:] {
		pitch = min(pitch, b.box.Y-own[i].box.Y)
	}
	if pitch < 2*own[0].box.H {
		return nil
	}
	_, y0, _, y1 := s.view.bounds(s.page)
	var places []*candidate
	first := own[0].box
	for y := first.Y - pitch*math.Floor((first.Y-y0)/pitch); y < y1 && len(places) < maxRows; y += pitch {
		near := slices.IndexFunc(own, func(b *block) bool { return math.Abs(b.box.Y-y) < 0.3*pitch })
		if near >= 0 {
			y = own[near].box.Y
			continue
		}
		const pad = 1.5
		places = append(places, &candidate{line: line{x0: first.X - pad, x1: first.X + first.W + pad, y0: y - pad, y1: y + first.H + pad}, tilt: own[0].tilt})
	}
	return s.read(ctx, places, maxRows, nil)
}

// lookBeside reads the row of a block, left and right of it, in blue light,
// where the pen of a signature across a caption vanishes.
func (s *script) lookBeside(ctx context.Context, b *block) error {
	x0, _, x1, _ := s.view.bounds(s.page)
	cap := b.claims[0].box
	h := min(max(cap.H, 2), 6)
	var places []*candidate
	for _, ends := range [][2]float64{{x0 + 10, b.box.X - 8}, {b.box.X + b.box.W + 8, x1 - 10}} {
		if ends[1]-ends[0] < 15 {
			continue
		}
		mid := cap.Y + cap.H/2 + b.tilt*((ends[0]+ends[1])/2-cap.X-cap.W/2)
		places = append(places, &candidate{line: line{x0: ends[0], x1: ends[1], y0: mid - 0.8*h, y1: mid + 0.8*h}, tilt: b.tilt, blue: true})
	}
	return s.read(ctx, places, maxLooks, nil)
}

// partOf returns the texts that a phrase is a part of, and where the whole of
// each must be, the likeliest and those as likely.
func (p phrase) partOf(all []*wording, some func(use) bool) []claim {
	said := letters(p.text())
	if len(said) < leastPart || len(said) > maxPhrase {
		return nil
	}
	var out []claim
	most := 0.0
	box := p.box()
	for _, w := range all {
		n := len(w.letters)
		if n < len(said)+2 || !w.has(some) {
			continue
		}
		best, at := 0.0, 0
		for i := 0; i+len(said) <= n; i++ {
			if a := alike(said, w.letters[i:i+len(said)], 0.82); a > best {
				best, at = a, i
			}
		}
		if best == 0 || best < most {
			continue
		}
		if best > most {
			most, out = best, out[:0]
		}
		letter := box.W / float64(len(said))
		pad := 0.05 * letter * float64(n)
		whole := Box{box.X - letter*float64(at) - pad, box.Y, letter*float64(n) + 2*pad, box.H}
		whole.Y += p.tilt * (whole.X + whole.W/2 - box.X - box.W/2)
		out = append(out, claim{wording: w, read: p.text(), box: whole, tilt: p.tilt, likely: 0.76})
	}
	return out
}

// fieldOf returns the field that all of some texts are captions of, or nil.
func fieldOf(parts []claim) *Field {
	var f *Field
	for _, c := range parts {
		for _, u := range c.uses {
			if u.role != captionRole || f != nil && u.field != f {
				return nil
			}
			f = u.field
		}
	}
	return f
}

// told reports whether a whole text was read here.
func (s *script) told(b Box, some func(use) bool) bool {
	return slices.ContainsFunc(s.claims, func(c claim) bool {
		return c.likely > 0.85 && !c.short() && c.has(some) && (c.box.covers(b, 0.6) || b.covers(c.box, 0.9))
	})
}

// withoutParts leaves out claims on a part of the print of a better one.
func withoutParts(all []claim) []claim {
	return slices.DeleteFunc(slices.Clone(all), func(c claim) bool {
		return slices.ContainsFunc(all, func(o claim) bool {
			return o.wording != c.wording && o.box.W > 1.2*c.box.W && o.likely > 0.8 && o.box.covers(c.box, 0.7)
		})
	})
}

// covers reports whether a share of another box lies in b.
func (b Box) covers(o Box, share float64) bool {
	w := math.Min(b.X+b.W, o.X+o.W) - math.Max(b.X, o.X)
	h := math.Min(b.Y+b.H, o.Y+o.H) - math.Max(b.Y, o.Y)
	return w > 0 && h > 0 && w*h > share*o.W*o.H
}
