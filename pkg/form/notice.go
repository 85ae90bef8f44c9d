package form

import (
	"math"
	"slices"
	"strings"
	"unicode"
)

// notice is print of a form that was read on a line, as the caption of a value,
// with what else the line says.
type notice struct {
	*label
	box    Box     // in the view
	tilt   float64 // slope of its line
	likely float64
	ended  bool   // a colon stood behind it
	rest   []word // of the line, behind it
}

// label is print that a form bears and that may stand before a value, or end the
// room of one.
type label struct {
	text, letters string
	values        []*Value // whose caption it is
	entry         bool     // it stands where a value may begin, as those of columns do
}

// labelsOf returns the print of a form that is looked for on the lines of its
// values. The captions of its fields end the room of a value, too.
func labelsOf(f *Form) []*label {
	var out []*label
	by := map[string]*label{}
	add := func(text string, entry bool) *label {
		key := letters(text)
		if key == "" || len(key) > maxPhrase {
			return nil
		}
		if by[key] == nil {
			by[key] = &label{text: text, letters: key, entry: entry}
			out = append(out, by[key])
		}
		return by[key]
	}
	for i := range f.Values {
		for _, c := range f.Values[i].Captions {
			if l := add(lead(c), true); l != nil && !slices.Contains(l.values, &f.Values[i]) {
				l.values = append(l.values, &f.Values[i])
			}
		}
	}
	for _, t := range f.Labels {
		begins, _ := CutOpen(t)
		add(begins, strings.HasSuffix(begins, ":"))
	}
	for _, t := range slices.Concat(heads[:], f.Titles) {
		begins, _ := CutOpen(t)
		add(begins, false)
	}
	for i := range f.Fields {
		for _, t := range slices.Concat(f.Fields[i].Captions, f.Fields[i].Hints) {
			begins, _ := CutOpen(t)
			add(begins, false)
		}
	}
	return out
}

// Agreement that a label needs: more inside a line, where values stand, and more
// without the colon that forms print behind it, for a value may begin a line, too.
const (
	leastLabel  = 0.72
	leastOpen   = 0.82
	leastInside = 0.86
)

// otherCase is what is left of the agreement of a text in capitals with a label
// in small letters: titles say the words of labels, too.
const otherCase = 0.8

// notices returns the labels that a line says, from left to right.
func notices(p phrase, all []*label) []notice {
	words := tokens(p.words)
	type find struct {
		notice
		i, j int
	}
	var found []find
	for i := range words {
		begins := i == 0 || gapBefore(words, i) > 1.2*words[i].box.H || i == 1 && enumerates(words[0].text)
		for _, l := range all {
			least := leastLabel
			if !begins {
				least = leastInside
			}
			said := ""
			for j := i; j < len(words); j++ {
				if j > i && strings.HasSuffix(words[j-1].text, ":") {
					least = max(least, leastInside) // a label has ended there
				}
				said += letters(words[j].text)
				if len(said) > len(l.letters)*4/3+2 {
					break
				}
				if said == "" {
					continue
				}
				ended := strings.HasSuffix(words[j].text, ":") || strings.HasSuffix(words[j].text, ";")
				likely := alike(said, l.letters, least)
				if likely > 0 && capitals(words[i:j+1]) && !isCapital(l.text) {
					likely *= otherCase
				}
				switch {
				case likely == 0:
					continue
				case !ended && likely < leastOpen:
					continue
				case len(l.letters) < 4 && (likely < 1 && (i > 0 || !ended) || !ended && !opens(words, i, j)):
					continue
				case !begins && !ended:
					continue // a value may say the same
				}
				if !ended {
					likely *= 0.97
				}
				found = append(found, find{notice{label: l, box: span(words[i : j+1]), tilt: p.tilt, likely: likely, ended: ended, rest: words[j+1:]}, i, j})
			}
		}
	}
	slices.SortStableFunc(found, func(a, b find) int {
		return less(b.likely*b.likely*float64(len(b.letters)), a.likely*a.likely*float64(len(a.letters)))
	})
	var kept []find
	for _, f := range found {
		if !slices.ContainsFunc(kept, func(k find) bool { return f.i <= k.j && k.i <= f.j }) {
			kept = append(kept, f)
		}
	}
	for i := range words {
		if i > 0 && gapBefore(words, i) <= 1.2*words[i].box.H {
			continue
		}
		j := unknownLabel(words, i)
		if j < 0 || slices.ContainsFunc(kept, func(k find) bool { return i <= k.j && k.i <= j }) {
			continue
		}
		kept = append(kept, find{notice{label: &label{entry: true}, box: span(words[i : j+1]), tilt: p.tilt, likely: 0.5, ended: true, rest: words[j+1:]}, i, j})
	}
	slices.SortFunc(kept, func(a, b find) int { return a.i - b.i })
	out := make([]notice, len(kept))
	for i, k := range kept {
		out[i] = k.notice
		if i+1 < len(kept) {
			out[i].rest = words[k.j+1 : kept[i+1].i]
		}
	}
	return out
}

// unknownLabel returns the word that ends a label which the form does not name,
// from a word where one may begin, or -1: papers ask for more than anybody checks.
func unknownLabel(words []word, i int) int {
	for j := i; j < min(i+longestUnknown, len(words)); j++ {
		if w := words[j]; strings.HasSuffix(w.text, ":") {
			if w.text == ":" && j > i { // a blank before it
				w = words[j-1]
			}
			if len(letters(w.text)) < 2 || w.confidence < 0.6 || isTime(w.text) {
				return -1
			}
			return j
		}
	}
	return -1
}

// isTime reports whether a word with a colon is the hour of a time, as 13:02.
func isTime(text string) bool {
	return !strings.ContainsFunc(text, unicode.IsLetter)
}

// longestUnknown is how many words a label that the form does not name has.
const longestUnknown = 6

// capitals reports whether words have letters, and only capitals.
func capitals(words []word) bool {
	some := false
	for _, w := range words {
		some = some || strings.ContainsFunc(w.text, unicode.IsLetter)
		if !isCapital(w.text) {
			return false
		}
	}
	return some
}

// opens reports whether a short label without its colon begins a line that can be
// a number's: an address may begin with Số, too.
func opens(words []word, i, j int) bool {
	signed := func(w word) bool { return strings.Contains(w.text, "/") }
	return i == 0 && (j+1 == len(words) || slices.ContainsFunc(words[j+1:min(j+3, len(words))], signed))
}

func gapBefore(words []word, i int) float64 {
	return words[i].box.X - words[i-1].box.X - words[i-1].box.W
}

// span returns the box around words, whose height is the usual one among them.
func span(words []word) Box { return phrase{words: words}.box() }

// middleAt returns where the line of the notice runs at x.
func (n *notice) middleAt(x float64) float64 {
	return n.box.Y + n.box.H/2 + n.tilt*(x-n.box.X-n.box.W/2)
}

// level reports whether two labels stand on one line.
func (n *notice) level(o *notice) bool {
	return math.Abs(n.middleAt(o.box.X)-o.box.Y-o.box.H/2) < 0.6*max(n.box.H, o.box.H)
}

func (n *notice) right() float64 { return n.box.X + n.box.W }
