package form

import (
	"math"
	"slices"
)

// Agreement that a caption needs which was read badly: less between the captions
// of the values that the form has before and after it.
const (
	leastPlaced  = 0.5
	leastOutside = 0.64
	clearly      = 0.08 // more than that with any other label
	shortLabel   = 6    // letters that a caption has at least
)

// deduce finds captions that were read too badly to be told by their letters
// alone: no other label is as near to what the line says, and the value stands
// where the form has it. Other print that is found so ends the rooms of values.
func (b *board) deduce(rooms []*valueRoom) (found bool) {
	all := labelsOf(b.form)
	for _, p := range b.said {
		words := tokens(p.words)
		for i := range min(len(words), 2) {
			if i == 1 && len([]rune(words[0].text)) > 3 {
				break
			}
			n := nearest(words[i:], all, p.tilt)
			if n == nil || b.known(n) || !b.inColumn(n) || !b.placed(n, rooms) {
				continue
			}
			b.notices = slices.DeleteFunc(b.notices, func(o *notice) bool { return o.text == "" && covers(o, n) })
			b.notices = append(b.notices, n)
			found = true
			break
		}
	}
	return found
}

// deduced returns the rooms of the values, with those that deduce adds.
func (b *board) deduced() []*valueRoom {
	b.trim()
	rooms := b.rooms()
	if b.deduce(rooms) {
		b.trim()
		rooms = b.rooms()
	}
	return rooms
}

// inColumn reports whether a caption begins where two others do.
func (b *board) inColumn(n *notice) bool {
	others := 0
	for _, o := range b.notices {
		if o.entry && o.ended && math.Abs(o.box.X-n.box.X) < 2*b.height {
			others++
		}
	}
	return others > 1
}

// placed reports whether print that was read badly may be what it is taken for.
func (b *board) placed(n *notice, rooms []*valueRoom) bool {
	if len(n.values) == 0 {
		return n.likely >= leastOutside
	}
	return slices.ContainsFunc(n.values, func(v *Value) bool {
		return !v.Repeated && v.Signer == "" && !slices.ContainsFunc(rooms, func(r *valueRoom) bool { return r.value == v }) &&
			(n.likely >= leastOutside || b.between(v, n, rooms))
	})
}

// nearest returns the label that a line most nearly begins with, or nil where
// one of another value is about as near.
func nearest(words []word, all []*label, tilt float64) *notice {
	likely, ends := make([]float64, len(all)), make([]int, len(all))
	best := -1
	for i, l := range all {
		if len(l.letters) < shortLabel || !l.entry {
			continue
		}
		said := ""
		for j := range words {
			if said += letters(words[j].text); len(said) > len(l.letters)*4/3+2 {
				break
			}
			if a := alike(said, l.letters, leastPlaced-clearly); a > likely[i] {
				likely[i], ends[i] = a, j
			}
		}
		if likely[i] >= leastPlaced && (best < 0 || likely[i] > likely[best]) {
			best = i
		}
	}
	if best < 0 {
		return nil
	}
	for i, l := range all {
		sameValue := slices.ContainsFunc(l.values, func(v *Value) bool { return slices.Contains(all[best].values, v) })
		if i != best && !sameValue && likely[i] > likely[best]-clearly {
			return nil
		}
	}
	end := ends[best] + 1
	if capitals(words[:end]) && !isCapital(all[best].text) { // a name
		return nil
	}
	return &notice{label: all[best], box: span(words[:end]), tilt: tilt, likely: likely[best], rest: words[end:]}
}

// known reports whether a caption was found where another one may stand.
func (b *board) known(n *notice) bool {
	return slices.ContainsFunc(b.notices, func(o *notice) bool { return o.text != "" && covers(o, n) })
}

// covers reports whether two captions are of the same print.
func covers(a, b *notice) bool { return a.box.covers(b.box, 0.4) || b.box.covers(a.box, 0.4) }

// between reports whether a caption stands in the column of those that the form
// has next to it, below the one before and above the one after.
func (b *board) between(v *Value, n *notice, rooms []*valueRoom) bool {
	at := b.index(v)
	near := func(i int, above bool) bool {
		return slices.ContainsFunc(rooms, func(r *valueRoom) bool {
			o := r.at
			far := n.middleAt(o.box.X) - o.box.Y - o.box.H/2
			if !above {
				far = -far
			}
			return b.index(r.value) == i && far > 0.6*b.height && far < 4*nextLine*b.height && math.Abs(o.box.X-n.box.X) < 2*b.height
		})
	}
	return near(at-1, true) && (at+1 == len(b.form.Values) || near(at+1, false)) || at == 0 && near(1, false)
}
