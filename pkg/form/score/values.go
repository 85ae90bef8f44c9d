package score

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"strings"

	"github.com/tthclint/tthclint/pkg/form"
)

// ValueScore is how well the values of a key were told from blanks, and read.
type ValueScore struct {
	Key    string
	N      int // values with a truth
	Unsure int // read as unsure
	Unread int // not read at all: no form, another one, or a form without the value
	// Filled and Blank are the two classes.
	Filled, Blank Class
	How           Rate // of those rightly called filled: rightly called print or hand
	// Text is of printed values that were rightly called filled: those that agree
	// with the truth but for letter case, marks, and a letter of ten.
	Text Rate
}

// readAlike is how far a text must agree with the truth to count as read.
const readAlike = 0.9

// scoreValues counts values by key, and all of them under the empty key, which
// comes first. It is empty for pages without a table of values.
func scoreValues(pages []Page) []ValueScore {
	by := map[string]*ValueScore{}
	for i := range pages {
		p := &pages[i]
		for _, truth := range p.Values {
			asked := askedFor(p, truth.Key)
			if asked == nil {
				continue
			}
			var read form.ValueReading
			if p.Reading != nil {
				read, _ = p.Reading.Value(truth.Key)
			}
			for _, key := range []string{"", asked.Key} {
				if key == "" && asked.Signer != "" { // it is read and never judged blank
					continue
				}
				if by[key] == nil {
					by[key] = &ValueScore{Key: key}
				}
				by[key].add(truth, &read)
			}
		}
	}
	var all []ValueScore
	for _, s := range by {
		for _, c := range []*Class{&s.Filled, &s.Blank} { // no interval is taken
			c.F1Low, c.F1High = math.NaN(), math.NaN()
		}
		all = append(all, *s)
	}
	slices.SortFunc(all, func(a, b ValueScore) int { return cmp.Compare(a.Key, b.Key) })
	return all
}

// askedFor returns the value of the form that was read; nil for what it does not
// ask for, which cannot be read. Without a form every value counts as not read.
func askedFor(p *Page, key string) *form.Value {
	if p.form() == "" {
		return &form.Value{Key: key}
	}
	if v := p.Reading.Form.Value(key); v != nil {
		return v
	}
	if v := p.Reading.Form.Value(strings.TrimRight(key, "0123456789")); v != nil && v.Repeated {
		return v
	}
	return nil
}

func (s *ValueScore) add(truth ValueLabel, read *form.ValueReading) {
	s.N++
	switch read.State {
	case form.UnsureValue:
		s.Unsure++
	case "":
		s.Unread++
	}
	for _, c := range []struct {
		class    *Class
		is, said bool
	}{{&s.Filled, truth.Filled, read.State == form.Filled}, {&s.Blank, !truth.Filled, read.State == form.Blank}} {
		switch {
		case c.is && c.said:
			c.class.TP++
		case c.said:
			c.class.FP++
		case c.is:
			c.class.FN++
		}
	}
	if !truth.Filled || read.State != form.Filled {
		return
	}
	if truth.How != "" {
		s.How.add(read.How == truth.How)
	}
	if truth.How == form.ByPrint && truth.Text != "" && read.Text != "" {
		s.Text.add(form.SameText(read.Text, truth.Text) >= readAlike)
	}
}

func (s sheet) values(t *Table) section {
	out := section{title: s.say(wordValues), head: s.heads(headValue, headN, headBlankF1, headFilledF1, headUnsure, headNoRead, headHow, headText)}
	for _, v := range t.Values {
		key := v.Key
		if key == "" {
			key = s.say(rowAllValues)
		}
		out.rows = append(out.rows, []string{key, fmt.Sprint(v.N), s.number("%.3f", v.Blank.F1()), s.number("%.3f", v.Filled.F1()),
			s.counted(Rate{v.Unsure, v.N}), s.counted(Rate{v.Unread, v.N}), s.counted(v.How), s.counted(v.Text)})
	}
	return out
}
