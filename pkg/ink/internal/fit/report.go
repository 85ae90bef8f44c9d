package main

import (
	"fmt"
	"log"
	"maps"
	"math"
	"slices"
	"sort"

	"github.com/tthclint/tthclint/pkg/ink"
)

// file is what the package reads: the three models.
type file struct {
	Version  int
	Signed   forest
	Official forest
	Finger   forest
	Seal     forest
}

type forest struct {
	Bias  float64
	Trees [][]split
}

type split struct {
	Feature     int     `json:"f"`
	Value       float64 `json:"v"`
	Left, Right int     `json:",omitempty"`
}

// pack rounds a model to what is kept.
func pack(m model) forest {
	round := func(v float64) float64 { return math.Round(v*1e4) / 1e4 }
	f := forest{Bias: round(m.bias)}
	for _, t := range m.trees {
		var out []split
		for _, n := range t {
			s := split{n.feature, round(n.value), n.left, n.right}
			if n.feature >= 0 {
				s.Value = round(n.cut)
			}
			out = append(out, s)
		}
		f.Trees = append(f.Trees, out)
	}
	return f
}

func signed(s sample) bool      { return s.Truth != "absent" }
func fingerprint(s sample) bool { return s.Truth == "fingerprint" }
func sealed(s sample) bool      { return s.Seal == "present" }

func all(sample) bool { return true }

// officials weigh the boxes where a seal belongs more than the others, of which
// there are more and from which most can be learned for them, too.
func officials(ss []sample) []sample {
	var out []sample
	for _, s := range ss {
		if s.Sealed {
			s.Weight *= 2.5
		} else {
			s.Weight *= 0.5
		}
		out = append(out, s)
	}
	return out
}

// seals are the samples of boxes where a seal belongs, with the inputs of its
// model.
func seals(ss []sample) []sample {
	var out []sample
	for _, s := range ss {
		if s.Seal != "" {
			s.X = s.Features.SealVector(s.Colour)
			s.Weight = 1
			if !sealed(s) { // as many without as with
				s.Weight = 2
			}
			if !s.Drawn {
				s.Weight *= 2
			}
			out = append(out, s)
		}
	}
	return out
}

// fit fits the models.
func fit(ss []sample) file {
	m := file{Version: 3,
		Official: pack(boost(officials(ss), all, signed, true)),
		Seal:     pack(boost(seals(ss), all, sealed, false))}
	m.Signed, m.Finger = fitPersons(ss)
	return m
}

// fitPersons fits those of the boxes of persons: of signatures, and which of them
// are fingerprints.
func fitPersons(ss []sample) (ofSigned, ofFinger forest) {
	spouse := func(s sample) bool { return !s.Sealed }
	return pack(boost(ss, spouse, signed, true)),
		pack(boost(ss, func(s sample) bool { return spouse(s) && signed(s) }, fingerprint, false))
}

func (f *forest) probability(x []float64) float64 { return 1 / (1 + math.Exp(-f.odds(x))) }

func (f *forest) odds(x []float64) float64 {
	z := f.Bias
	for _, t := range f.Trees {
		n := t[0]
		for n.Feature >= 0 {
			if x[n.Feature] < n.Value {
				n = t[n.Left]
			} else {
				n = t[n.Right]
			}
		}
		z += n.Value
	}
	return z
}

// tally counts answers: wrong at one half, and at the thresholds.
type tally struct{ n, wrong, unsure, sureWrong int }

func (t *tally) add(yes bool, p float64) {
	t.n++
	if yes != (p > 0.5) {
		t.wrong++
	}
	if p < high && p > low {
		t.unsure++
	} else if yes != (p > 0.5) {
		t.sureWrong++
	}
}

// The thresholds of package ink on persons' boxes.
const high, low = 0.75, 0.40

// crossCheck fits without each fifth of the writers and reports the answers on
// it.
func crossCheck(name string, ss []sample, sealed bool) {
	t := newAnswers(name + ", on writers left out")
	if sealed {
		ss = officials(ss)
	}
	for k := range 5 {
		m := boost(ss, func(s sample) bool {
			return part("x"+s.owner(), 5) != k && (s.Sealed == sealed || sealed)
		}, signed, true)
		for _, s := range ss {
			if s.Sealed == sealed && part("x"+s.owner(), 5) == k {
				t.add(s, s.Features.Together(m.odds(s.X)))
			}
		}
	}
	t.print()
}

// crossCheckSeals does so for seals, with each fifth of the pages left out.
func crossCheckSeals(ss []sample) {
	ss = seals(ss)
	without := make([]model, 5)
	for k := range without {
		without[k] = boost(ss, func(s sample) bool { return part(s.Page, 5) != k }, sealed, false)
	}
	fmt.Println("seals, on pages left out")
	tallySeals(ss, func(s sample) float64 { return without[part(s.Page, 5)].probability(s.X) })
}

// tallySeals counts the answers to samples by what they show and how they were
// scanned.
func tallySeals(ss []sample, probability func(sample) float64) {
	by := map[string]*count{}
	var with, without []float64
	for _, s := range seals(ss) {
		from := "scan "
		if s.Drawn {
			from = "drawn "
		}
		state := ink.Unsure
		p := probability(s)
		if !s.Drawn && sealed(s) {
			with = append(with, p)
		} else if !s.Drawn {
			without = append(without, p)
		}
		switch {
		case p >= ink.SureSeal:
			state = ink.Present
		case p <= ink.SureNoSeal:
			state = ink.Absent
		}
		for _, key := range []string{from + s.Seal, from + s.mode() + " " + s.Seal} {
			if by[key] == nil {
				by[key] = &count{}
			}
			by[key].add(sealed(s), state)
		}
	}
	levels(with, without)
	for _, k := range slices.Sorted(maps.Keys(by)) {
		fmt.Printf("  %-28s %v\n", k, by[k])
	}
}

// mode is how the page was scanned.
func (s *sample) mode() string {
	switch {
	case s.Bilevel:
		return "bilevel"
	case s.Colour:
		return "colour"
	}
	return "grey"
}

// answers tallies answers by what was drawn.
type answers struct {
	name  string
	by    map[string]*tally
	loss  float64
	n     int
	bands [10][2]int // answers by probability, and right ones
	// Probabilities of boxes of scans that are signed and that are empty.
	signed, empty []float64
}

func newAnswers(name string) *answers { return &answers{name: name, by: map[string]*tally{}} }

func (t *answers) add(s sample, p float64) {
	from := "scan  "
	if s.Drawn {
		from = "drawn "
	}
	mode := s.mode()
	keys := []string{from + "ALL", from + "ALL " + mode, from + s.Truth + " " + s.Case}
	if !s.Drawn {
		keys = append(keys, from+"ALL "+s.Level)
	}
	for _, k := range keys {
		if t.by[k] == nil {
			t.by[k] = &tally{}
		}
		t.by[k].add(signed(s), p)
	}
	if !s.Drawn {
		if signed(s) {
			t.signed = append(t.signed, p)
		} else {
			t.empty = append(t.empty, p)
		}
	}
	b := min(9, int(p*10))
	t.bands[b][0]++
	if signed(s) {
		t.bands[b][1]++
		t.loss -= math.Log(max(p, 1e-6))
	} else {
		t.loss -= math.Log(max(1-p, 1e-6))
	}
	t.n++
}

func (t *answers) print() {
	log.Printf("%s: %d, log loss %.4f", t.name, t.n, t.loss/float64(t.n))
	var ks []string
	for k := range t.by {
		ks = append(ks, k)
	}
	sort.Strings(ks)
	for _, k := range ks {
		c := t.by[k]
		fmt.Printf("  %-34s %5d: %3d wrong at 1/2, %3d unsure, %3d wrong\n", k, c.n, c.wrong, c.unsure, c.sureWrong)
	}
	levels(t.signed, t.empty)
	fmt.Print("  signed by estimated probability:")
	for i, b := range t.bands {
		if b[0] > 0 {
			fmt.Printf(" %.1f:%d/%d", float64(i)/10, b[1], b[0])
		}
	}
	fmt.Println()
}

// levels prints how many of the positive samples of scans lie below, and of the
// negative ones above, probabilities that may become thresholds.
func levels(yes, no []float64) {
	fmt.Printf("  scans, %d yes, %d no; yes below and no above:", len(yes), len(no))
	for k := 1; k < 20; k++ {
		at := float64(k) / 20
		below, above := 0, 0
		for _, p := range yes {
			if p <= at {
				below++
			}
		}
		for _, p := range no {
			if p >= at {
				above++
			}
		}
		fmt.Printf(" %.2f:%d,%d", at, below, above)
	}
	fmt.Println()
}

// report tallies the answers of fitted models on a folder.
func report(name string, ss []sample, m file, wrong bool) {
	for _, sealed := range []bool{false, true} {
		t := newAnswers(fmt.Sprint(name, " sealed ", sealed))
		finger := [2]int{}
		for _, s := range ss {
			if s.Sealed != sealed {
				continue
			}
			f := &m.Signed
			if sealed {
				f = &m.Official
			}
			p := s.Features.Together(f.odds(s.X))
			t.add(s, p)
			if s.Truth == "fingerprint" {
				finger[1]++
				if m.Finger.probability(s.X) > 0.5 {
					finger[0]++
				}
			}
			if wrong && (p > low && p < high || signed(s) != (p > 0.5)) {
				fmt.Printf("    %s %s %s %s p=%.2f look=%.1f core=%.0f len=%.0f lines=%d\n", s.Page, s.Who, s.Truth, s.Case, p, s.Features.LookSigned, s.Features.Core, s.Features.Length, s.Features.TextLines)
			}
		}
		t.print()
		if sealed {
			var right, n, miss, false_ int
			for _, s := range seals(ss) {
				n++
				switch p := m.Seal.probability(s.X); {
				case (p > 0.5) == (s.Seal == "present"):
					right++
				case p > 0.5:
					miss++
				default:
					false_++
				}
			}
			fmt.Printf("  seals: %d of %d right, %d absent called present, %d present called absent\n", right, n, miss, false_)
		}
		if !sealed {
			fmt.Println("  fingerprints named so:", finger)
		}
	}
}
