package form

import (
	"math"
	"slices"
	"strings"
)

// Letters that must be left of a text whose middle a seal or a signature hides:
// at each end, and in parts of the whole.
const (
	leastEnd  = 3
	leastEnds = 6
	endsShare = 0.4
)

// span claims texts of which the beginning and the end were read on one row, as
// far apart as the text is long: a seal across the middle of a caption leaves no
// more of it.
func (s *script) span(over func(Box) bool, some func(use) bool) {
	var found []claim
	for i, p := range s.phrases {
		for j, q := range s.phrases {
			if i == j || over(p.box()) || !p.precedes(q) || s.told(p.box(), some) && s.told(q.box(), some) {
				continue
			}
			for _, w := range s.wordings {
				if c := p.upTo(q, w); c.likely > 0 && w.has(some) && !s.whole(c, some) {
					found = append(found, c)
				}
			}
		}
	}
	// Of several that span the same row, those that are likeliest.
	found = slices.DeleteFunc(slices.Clone(found), func(c claim) bool {
		return slices.ContainsFunc(found, func(o claim) bool { return o.likely > c.likely && o.box.covers(c.box, 0.3) })
	})
	for _, c := range found {
		if !slices.ContainsFunc(s.claims, func(o claim) bool { return o.wording == c.wording && o.box.covers(c.box, 0.8) }) {
			s.claims = append(s.claims, c)
		}
	}
	s.claims = withoutParts(s.claims)
}

// whole reports whether a text as long was read here.
func (s *script) whole(c claim, some func(use) bool) bool {
	return slices.ContainsFunc(s.claims, func(o claim) bool {
		return o.likely > 0.85 && o.has(some) && o.box.W > 0.8*c.box.W && o.box.covers(c.box, 0.5)
	})
}

// precedes reports whether another phrase follows on the same row.
func (p phrase) precedes(q phrase) bool {
	a, b := p.box(), q.box()
	drop := p.tilt * (b.X - a.X)
	return b.X > a.X+a.W-1 && math.Abs(b.Y+b.H/2-a.Y-a.H/2-drop) < 0.6*max(a.H, b.H)
}

// upTo returns how a phrase and one that follows it begin and end a wording;
// likely is 0 if they do not.
func (p phrase) upTo(q phrase, w *wording) claim {
	begin, first := endOf(letters(p.text()), w.letters, false)
	end, last := endOf(letters(q.text()), w.letters, true)
	n := begin + end
	if begin < leastEnd || end < leastEnd || n < leastEnds || n >= len(w.letters) || float64(n) < endsShare*float64(len(w.letters)) {
		return claim{}
	}
	a, b := p.box(), q.box()
	whole := a.union(b)
	// The size of print that both ends tell must fit the whole.
	size := (a.W + b.W) / (usualWidth(p.text()) + usualWidth(q.text()))
	text := w.text
	if said := p.text() + q.text(); said == strings.ToUpper(said) {
		text = strings.ToUpper(text)
	}
	k := whole.W / usualWidth(text)
	if k < 0.8*size || k > 1.25*size {
		return claim{}
	}
	// What is hidden may tell two texts apart, which only its length then does.
	misfit := math.Abs(math.Log(k / size))
	whole.Y, whole.H = a.Y+(b.Y-a.Y)/2, max(a.H, b.H)
	return claim{wording: w, read: p.text() + " … " + q.text(), box: whole, tilt: p.tilt,
		likely: (first*float64(begin)+last*float64(end))/float64(n) - 0.1 - 0.2*misfit}
}

// endOf returns how many letters at the beginning, or at the end, of a whole are
// what was read, and how much of them agrees. The letter next to what is hidden is
// often read wrong.
func endOf(said, whole string, last bool) (int, float64) {
	const least = 0.8
	for drop := range 2 {
		n := len(said) - drop
		if n < leastEnd || n > len(whole) {
			continue
		}
		got, want := said[:n], whole[:n]
		if last {
			got, want = said[drop:], whole[len(whole)-n:]
		}
		if a := alike(got, want, least); a > 0 {
			return n, a
		}
	}
	return 0, 0
}
