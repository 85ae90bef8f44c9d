package score

import (
	"cmp"
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"github.com/tthclint/tthclint/pkg/form"
	"github.com/tthclint/tthclint/pkg/ink"
	"github.com/tthclint/tthclint/pkg/msg"
)

// Fault is what is wrong with the answer about a page.
type Fault string

// The faults, the gravest first. One page has the first that fits.
const (
	Passed    Fault = "passed"     // lacks a spouse and was called signed
	Accused   Fault = "accused"    // signed, and was said to lack a spouse
	Undecided Fault = "unsure"     // both spouses, and no answer
	WrongForm Fault = "wrong-form" // not about spouses, and taken for another paper or none
	BadField  Fault = "field"      // only other fields are wrong
)

// Wrong is a page on which something was read wrongly, with the causes.
type Wrong struct {
	File    string
	Line    int // in the table of labels
	Fault   Fault
	Form    string // that was read; empty for none
	Want    string // the form that it is
	Reason  form.Reason
	Because msg.Text // why no form was read
	Fields  []WrongField
	// Columns are the cells of the table that say how the page was made.
	Columns map[string]string
}

// WrongField is a field that was read wrongly.
type WrongField struct {
	Key        string
	Truth      ink.State
	Read       ink.State // empty: not read
	Case       string    // what the field shows, as the table says
	Confidence float64
	Because    string // see [form.FieldReading]
	Features   ink.Features
}

// Faults returns all faults, the gravest first.
func Faults() []Fault { return []Fault{Passed, Accused, Undecided, WrongForm, BadField} }

// WrongOf returns what is wrong with a page, if anything is.
func WrongOf(p *Page) (Wrong, bool) {
	w := Wrong{File: p.Label.File, Line: p.Label.Line, Form: p.form(), Want: p.Label.Form, Because: p.Because, Columns: p.Label.Columns}
	if p.Reading != nil {
		w.Reason = p.Reading.Reason
	}
	for key, truth := range p.Label.Fields {
		f := WrongField{Key: key, Truth: truth, Read: p.state(key), Case: p.Label.Columns[caseColumn(key)]}
		if f.Read.Signed() == truth.Signed() && (f.Read == ink.Absent) == (truth == ink.Absent) {
			continue
		}
		if p.Reading != nil {
			got, _ := p.Reading.Field(key)
			f.Confidence, f.Because, f.Features = got.Confidence, got.Because, got.Features
		}
		w.Fields = append(w.Fields, f)
	}
	slices.SortFunc(w.Fields, func(a, b WrongField) int { return cmp.Or(order(a.Key)-order(b.Key), cmp.Compare(a.Key, b.Key)) })
	var s PageScore
	s.add(p)
	switch {
	case s.Passed > 0:
		w.Fault = Passed
	case s.Accused > 0:
		w.Fault = Accused
	case s.Unsure > 0:
		w.Fault = Undecided
	case w.Want != "" && !p.rightForm():
		w.Fault = WrongForm
	case len(w.Fields) > 0:
		w.Fault = BadField
	}
	return w, w.Fault != ""
}

// causes says why a page is wrong, one text for each cause.
func (w *Wrong) causes() []msg.Text {
	var all []msg.Text
	switch {
	case w.Form == "" && !w.Because.IsZero():
		return append(all, causeNoForm.With("because", w.Because))
	case w.Form == "":
		return append(all, causeNoForm.With("because", string(w.Reason)))
	case w.Want != "" && w.Form != w.Want:
		all = append(all, causeOtherForm.With("form", w.Form))
	}
	for _, f := range w.Fields {
		all = append(all, f.cause())
	}
	return all
}

func (f *WrongField) cause() msg.Text {
	shows := string(f.Truth)
	if f.Case != "" && f.Case != shows {
		shows += ", " + f.Case
	}
	switch {
	case f.Read == "":
		return causeUnread.With("key", f.Key, "shows", shows)
	case f.Because != "":
		return causeBecause.With("key", f.Key, "shows", shows, "read", string(f.Read), "because", f.Because)
	}
	return causeField.With("key", f.Key, "shows", shows, "read", string(f.Read), "confidence", fmt.Sprintf("%.2f", f.Confidence), "measures", f.measures())
}

// told are the measures that are named where a field was read wrongly.
var told = [...]string{"length", "turning", "largest", "contrast", "inside", "blobArea", "textLines", "red", "ring", "signature", "fingerprint"}

// measures names the measures that are not 0, in brackets.
func (f *WrongField) measures() string {
	var values map[string]any // which may change
	data, err := json.Marshal(f.Features)
	if err != nil || json.Unmarshal(data, &values) != nil {
		return ""
	}
	var all []string
	for _, name := range told {
		if v, _ := values[name].(float64); v != 0 {
			all = append(all, fmt.Sprintf("%s %.3g", name, v))
		}
	}
	if all == nil {
		return ""
	}
	return " (" + strings.Join(all, ", ") + ")"
}
