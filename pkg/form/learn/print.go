package learn

import (
	"cmp"
	"math"
	"slices"

	"github.com/tthclint/tthclint/pkg/form"
)

// Agreement that print needs: of a word with what should stand there, and how
// far words may lie from each other, in mm.
const (
	leastAlike = 0.7
	wordNear   = 2.0
)

// apart is the gap in mm from which on the finder of lines parts two of them; a
// caption that has print closer on its left cannot be found by its left end.
const apart = 6.5

// collect finds what is print.
func (r *Result) collect(m *form.Marks, sheets []*form.Print) {
	if len(sheets) == 1 {
		for _, l := range sheets[0].Lines {
			if words := alone(l.Words); len(words) > 0 {
				r.take(m, words, l.Box, len(words) < len(l.Words), 1)
			}
		}
	} else {
		r.Same = true
		for i, s := range sheets {
			others := slices.Concat(sheets[:i], sheets[i+1:])
			for _, l := range s.Lines {
				r.compare(m, l, others, i == 0)
			}
		}
	}
	byPlace := func(a, b Line) int {
		return cmp.Or(cmp.Compare(math.Round(a.Box.Y/2), math.Round(b.Box.Y/2)), cmp.Compare(a.Box.X, b.Box.X))
	}
	slices.SortStableFunc(r.Taken, byPlace)
	slices.SortStableFunc(r.Left, byPlace)
}

// compare takes the parts of a line that all sheets have.
func (r *Result) compare(m *form.Marks, l form.PrintLine, others []*form.Print, first bool) {
	common := make([][]form.PrintWord, len(l.Words)) // each word as it is read on all sheets; nil: filled in
	for i, w := range l.Words {
		common[i] = vote(w, others)
		if first && common[i] == nil && w.Confidence > 0.7 && len(lettersOf(w.Text)) > 1 {
			r.Same = false
		}
	}
	for i := 0; i < len(common); i++ {
		if common[i] == nil {
			continue
		}
		end := i
		for end < len(common) && common[end] != nil {
			end++
		}
		if i == 0 || l.Words[i].Box.X-right(l.Words[i-1].Box) > apart {
			words, seen := settle(common[i:end])
			box := around(words)
			if i == 0 && end == len(common) {
				box = whole(l.Box, others)
			}
			r.take(m, words, box, end < len(common), seen)
		}
		i = end
	}
}

// vote returns a word as every sheet has it that has it at this place, or nil
// if it was filled in.
func vote(w form.PrintWord, others []*form.Print) []form.PrintWord {
	found, against := []form.PrintWord{w}, 0
	for _, s := range others {
		agrees, differs := false, false
		for _, l := range s.Lines {
			if math.Abs(mid(l.Box)-mid(w.Box)) > max(l.Box.H, w.Box.H) {
				continue
			}
			for _, o := range l.Words {
				if math.Abs(mid(o.Box)-mid(w.Box)) > 0.6*max(o.Box.H, w.Box.H) || right(o.Box) < w.Box.X || o.Box.X > right(w.Box) {
					continue
				}
				same := likeness(w.Text, o.Text)
				switch {
				case same >= leastAlike && math.Abs(o.Box.X-w.Box.X) < wordNear && math.Abs(right(o.Box)-right(w.Box)) < wordNear+0.5:
					if !agrees {
						found = append(found, o)
					}
					agrees = true
				case same < 0.5 && o.Confidence > 0.6 && min(right(o.Box), right(w.Box))-max(o.Box.X, w.Box.X) > 0.5*min(o.Box.W, w.Box.W):
					differs = true
				}
			}
		}
		if differs && !agrees {
			against++
		}
	}
	all := len(others) + 1
	if len(found) < 2 || 5*len(found) < 3*all || 5*against > all {
		return nil
	}
	return found
}

// likeness compares words; those without letters are alike if they are the same.
func likeness(a, b string) float64 {
	if lettersOf(a) == "" || lettersOf(b) == "" {
		if a == b {
			return 1
		}
		return 0
	}
	return form.Alike(a, b)
}

// settle gives each word the text that most sheets read and the box in their
// middle, and says how many sheets have the line.
func settle(common [][]form.PrintWord) ([]form.PrintWord, int) {
	out := make([]form.PrintWord, len(common))
	seen := 0
	for i, all := range common {
		weight := map[string]float64{}
		for _, w := range all {
			weight[w.Text] += 0.2 + w.Confidence
		}
		best := all[0]
		for _, w := range all {
			if weight[w.Text] > weight[best.Text] || weight[w.Text] == weight[best.Text] && w.Text < best.Text {
				best = w
			}
		}
		best.Box = middle(all)
		out[i] = best
		seen = max(seen, len(all))
	}
	return out, seen
}

// whole returns a line's box in the middle of those that the sheets have at its
// place.
func whole(b form.Box, others []*form.Print) form.Box {
	all := []form.PrintWord{{Box: b}}
	for _, s := range others {
		for _, l := range s.Lines {
			if math.Abs(mid(l.Box)-mid(b)) < 0.6*b.H && math.Abs(l.Box.X-b.X) < wordNear && math.Abs(right(l.Box)-right(b)) < wordNear {
				all = append(all, form.PrintWord{Box: l.Box})
			}
		}
	}
	return middle(all)
}

// middle returns the box whose edges are the medians of those of the words.
func middle(all []form.PrintWord) form.Box {
	edge := func(of func(form.Box) float64) float64 {
		v := make([]float64, len(all))
		for i, w := range all {
			v[i] = of(w.Box)
		}
		slices.Sort(v)
		return (v[len(v)/2] + v[(len(v)-1)/2]) / 2
	}
	x, y := edge(func(b form.Box) float64 { return b.X }), edge(func(b form.Box) float64 { return b.Y })
	return form.Box{X: x, Y: y, W: edge(right) - x, H: edge(func(b form.Box) float64 { return b.Y + b.H }) - y}
}

func right(b form.Box) float64 { return b.X + b.W }

func mid(b form.Box) float64 { return b.Y + b.H/2 }

// around returns the box of words: as high as most of them are.
func around(words []form.PrintWord) form.Box {
	b := middle(words)
	first, last := words[0].Box, words[len(words)-1].Box
	b.X, b.W = first.X, right(last)-first.X
	return b
}
