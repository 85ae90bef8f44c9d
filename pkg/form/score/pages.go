package score

import (
	"github.com/tthclint/tthclint/pkg/form"
	"github.com/tthclint/tthclint/pkg/ink"
	"github.com/tthclint/tthclint/pkg/msg"
)

// Page is a labelled page with what was read on it.
type Page struct {
	Label Label
	// Reading is nil where the page could not be drawn.
	Reading *form.Reading
	Because msg.Text     // why there is no reading, or why it has no form
	Values  []ValueLabel // of the page, where there is a table of them
}

// form returns the id of the form that was read; empty without one.
func (p *Page) form() string {
	if p.Reading == nil || p.Reading.Form == nil {
		return ""
	}
	return p.Reading.Form.ID
}

// rightForm reports whether the form is the one that the table says, or none
// where the page shows none that is known.
func (p *Page) rightForm() bool {
	return p.form() == p.Label.Form || p.Label.Form == NoForm && p.form() == ""
}

// state returns what was read in a field; empty where it was not read.
func (p *Page) state(key string) ink.State {
	if p.Reading == nil {
		return ""
	}
	f, _ := p.Reading.Field(key)
	return f.State
}

// spouses returns what the reading says of both spouses; never [None].
func (p *Page) spouses() Spouses {
	states := map[string]ink.State{}
	for _, key := range []string{form.WifeSignature, form.HusbandSignature} {
		states[key] = p.state(key)
	}
	if s := both(states); s != None {
		return s
	}
	return Unsure
}

// PageScore is how well "did both spouses sign?" was answered. Pages that are
// not about spouses are not counted.
type PageScore struct {
	Pages   int
	Signed  int // pages that both signed
	Right   int
	Passed  int // pages that lack a spouse and were called signed: the worse error
	Accused int // signed pages that were said to lack a spouse
	Unsure  int // pages without an answer; they count as wrong
}

func (s *PageScore) add(p *Page) {
	truth, read := p.Label.Spouses, p.spouses()
	if truth != Yes && truth != No {
		return
	}
	s.Pages++
	if truth == Yes {
		s.Signed++
	}
	switch {
	case read == truth:
		s.Right++
	case read == Unsure:
		s.Unsure++
	case truth == No:
		s.Passed++
	default:
		s.Accused++
	}
}

// Accuracy is the share of right answers among all pages.
func (s PageScore) Accuracy() Rate { return Rate{s.Right, s.Pages} }

// Answered is the share of pages with an answer.
func (s PageScore) Answered() Rate { return Rate{s.Pages - s.Unsure, s.Pages} }

// NotSure is the share of pages without an answer.
func (s PageScore) NotSure() Rate { return Rate{s.Unsure, s.Pages} }

// FalsePass is the share of pages lacking a spouse that were called signed.
func (s PageScore) FalsePass() Rate { return Rate{s.Passed, s.Pages - s.Signed} }

// FalseAlarm is the share of signed pages that were said to lack a spouse.
func (s PageScore) FalseAlarm() Rate { return Rate{s.Accused, s.Signed} }
