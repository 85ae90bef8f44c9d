package score

import (
	"cmp"
	"math"
	"math/rand/v2"
	"slices"
	"strings"

	"github.com/tthclint/tthclint/pkg/ink"
)

// FieldScore is how well one field was read. Fields that stand in each row of a
// table, as giao1 and giao2, are one.
type FieldScore struct {
	Key    string
	N      int // fields with a truth
	Unsure int // read as unsure
	Unread int // not read at all: no form, or another one
	// Present and Absent are the two classes. A fingerprint is present: the law
	// puts it beside a signature.
	Present, Absent Class
	Fingerprints    Fingerprints
	Confusion       Confusion
}

// Confusion counts fields by truth, then by what was read; "" is not read.
type Confusion map[ink.State]map[ink.State]int

// of counts the fields of a class with one reading.
func (c Confusion) of(class, read ink.State) int {
	n := c[class][read]
	if class == ink.Present {
		n += c[ink.Fingerprint][read]
	}
	return n
}

// Fingerprints is how fingerprints were read.
type Fingerprints struct {
	Signed  Rate // of fingerprints: read as a signature or fingerprint
	Named   Rate // of fingerprints: read as a fingerprint
	Rightly Rate // of fields read as a fingerprint: those that are one
}

// Class is how well one class was told from the other.
type Class struct {
	TP, FP, FN    int
	F1Low, F1High float64 // 95 % interval by resampling pages
}

// Precision is the share of right ones among those read as the class.
func (c Class) Precision() Rate { return Rate{c.TP, c.TP + c.FP} }

// Recall is the share that was found of those that are of the class; one that
// is read as unsure, or not at all, was not.
func (c Class) Recall() Rate { return Rate{c.TP, c.TP + c.FN} }

// F1 is the harmonic mean of precision and recall, NaN without any of the
// class.
func (c Class) F1() float64 {
	if c.TP+c.FP+c.FN == 0 {
		return math.NaN()
	}
	return 2 * float64(c.TP) / float64(2*c.TP+c.FP+c.FN)
}

// rowless is the key of a field without the number of its row.
func rowless(key string) string {
	if base := strings.TrimRight(key, "0123456789"); base != "" {
		return base
	}
	return key
}

// pageCounts are what one page adds to the classes present and absent: true and
// false positives, false negatives.
type pageCounts struct{ present, absent [3]int }

func (c *pageCounts) add(truth, read ink.State) {
	count := func(class *[3]int, is, said bool) {
		switch {
		case is && said:
			class[0]++
		case said:
			class[1]++
		case is:
			class[2]++
		}
	}
	count(&c.present, truth.Signed(), read.Signed())
	count(&c.absent, truth == ink.Absent, read == ink.Absent)
}

// scoreFields returns the scores of all fields, those with columns of their own
// first.
func scoreFields(pages []Page) []FieldScore {
	byKey := map[string]*FieldScore{}
	counts := map[string][]pageCounts{}
	for i := range pages {
		p := &pages[i]
		onPage := map[string]*pageCounts{}
		for key, truth := range p.Label.Fields {
			base, read := rowless(key), p.state(key)
			s := byKey[base]
			if s == nil {
				s = &FieldScore{Key: base, Confusion: Confusion{}}
				byKey[base] = s
			}
			if onPage[base] == nil {
				onPage[base] = &pageCounts{}
			}
			onPage[base].add(truth, read)
			s.add(truth, read)
		}
		for base, c := range onPage {
			counts[base] = append(counts[base], *c)
		}
	}
	var all []FieldScore
	for key, s := range byKey {
		s.Present.resample(counts[key], func(c pageCounts) [3]int { return c.present })
		s.Absent.resample(counts[key], func(c pageCounts) [3]int { return c.absent })
		all = append(all, *s)
	}
	slices.SortFunc(all, func(a, b FieldScore) int {
		return cmp.Or(cmp.Compare(order(a.Key), order(b.Key)), cmp.Compare(a.Key, b.Key))
	})
	return all
}

// order is the place of a key among the columns of the table.
func order(key string) int {
	if i := slices.Index(fieldColumns[:], key); i >= 0 {
		return i
	}
	return len(fieldColumns)
}

func (s *FieldScore) add(truth, read ink.State) {
	s.N++
	switch read {
	case ink.Unsure:
		s.Unsure++
	case "":
		s.Unread++
	}
	var c pageCounts
	c.add(truth, read)
	s.Present.count(c.present)
	s.Absent.count(c.absent)
	if s.Confusion[truth] == nil {
		s.Confusion[truth] = map[ink.State]int{}
	}
	s.Confusion[truth][read]++
	f := &s.Fingerprints
	if truth == ink.Fingerprint {
		f.Signed.add(read.Signed())
		f.Named.add(read == ink.Fingerprint)
	}
	if read == ink.Fingerprint {
		f.Rightly.add(truth == ink.Fingerprint)
	}
}

func (r *Rate) add(hit bool) {
	r.N++
	if hit {
		r.K++
	}
}

func (c *Class) count(n [3]int) {
	c.TP += n[0]
	c.FP += n[1]
	c.FN += n[2]
}

// resamples is how often pages are drawn anew for an interval.
const resamples = 2000

// resample sets the interval of F1: the middle 95 % of what it would be if the
// pages had been drawn at random from themselves (percentile bootstrap). The
// draws are the same for the same number of pages.
func (c *Class) resample(pages []pageCounts, of func(pageCounts) [3]int) {
	draw := rand.New(rand.NewPCG(1, uint64(len(pages))))
	values := make([]float64, 0, resamples)
	for range resamples {
		var sum Class
		for range pages {
			sum.count(of(pages[draw.IntN(len(pages))]))
		}
		if f := sum.F1(); !math.IsNaN(f) {
			values = append(values, f)
		}
	}
	c.F1Low, c.F1High = math.NaN(), math.NaN()
	if len(values) > 0 {
		slices.Sort(values)
		c.F1Low, c.F1High = values[len(values)*25/1000], values[(len(values)*975-1)/1000]
	}
}
