package report

import (
	"cmp"
	"fmt"
	"slices"

	"github.com/tthclint/tthclint/pkg/dossier"
	"github.com/tthclint/tthclint/pkg/lint"
	"github.com/tthclint/tthclint/pkg/msg"
)

// Redacted returns a printer that hands a report on to another one without
// personal data: a name of a file or a dossier keeps its dossier code, its
// number and its ending, and what texts say of names and values is hidden.
// Numbers, days and the names of units and procedures stay. A dossier code is
// what has the form of one, and whatever the register has in the column of codes
// of a dossier that was printed. What the other one gets is a copy.
func Redacted(to Printer) Printer { return &redactor{to: to, codes: codes{own: map[string]string{}}} }

type redactor struct {
	to       Printer
	codes    codes
	results  int
	register string // its file, which is no paper of a person
}

// hidden stands in place of what is not told.
const hidden = "•••"

func (p *redactor) Begin(h lint.Head) error {
	if h.Register != nil {
		p.register = h.Register.File
		register := *h.Register
		register.Notes = array(register.Notes, func(n lint.RegisterNote) lint.RegisterNote {
			n.Text = redactText(n.Text, &p.codes, func(s string) string { return p.codes.path(s, 0) })
			return n
		})
		h.Register = &register
	}
	h.Ignored = array(h.Ignored, func(name string) string { return p.codes.path(name, 0) })
	return p.to.Begin(h)
}

func (p *redactor) Result(r *lint.Result) error {
	p.results++
	p.codes.learn(r)
	out := *r
	out.Judged = bareLine(r)
	names := map[string]string{p.register: p.register}
	out.Documents = slices.Clone(r.Documents)
	for i := range out.Documents {
		d := &out.Documents[i]
		names[d.Path] = p.codes.path(d.Path, i+1)
		d.Path = names[d.Path]
	}
	if out.Dossier = p.subject(r); out.Dossier == "" {
		out.Dossier = fmt.Sprintf("%s %d", hidden, p.results)
	}
	names[r.Dossier] = out.Dossier
	name := func(s string) string {
		if to, ok := names[s]; ok || s == "" {
			return to
		}
		return p.codes.path(s, 0)
	}
	text := func(t msg.Text) msg.Text { return redactText(t, &p.codes, name) }
	out.Findings = slices.Clone(r.Findings)
	for i := range out.Findings {
		f := &out.Findings[i]
		f.Place.File, f.Message, f.Remedy = name(f.Place.File), text(f.Message), text(f.Remedy)
		f.Waived = redactWaiver(f.Waived)
	}
	out.Outcomes = slices.Clone(r.Outcomes)
	for i := range out.Outcomes {
		o := &out.Outcomes[i]
		o.Subject, o.Because = name(o.Subject), text(o.Because)
	}
	return p.to.Result(&out)
}

func (p *redactor) End(s lint.Summary) error {
	name := func(s string) string { return p.codes.path(s, 0) }
	s.Settings = slices.Clone(s.Settings)
	for i := range s.Settings {
		f := &s.Settings[i]
		f.Message, f.Remedy = redactText(f.Message, &p.codes, name), redactText(f.Remedy, &p.codes, name)
	}
	s.Rates = array(s.Rates, func(r lint.Rate) lint.Rate {
		r.Failing = p.codes.all(r.Failing)
		r.Groups = array(r.Groups, func(g lint.Group) lint.Group {
			g.Failing = p.codes.all(g.Failing)
			return g
		})
		return r
	})
	return p.to.End(s)
}

// redactText hides what a text says of names and values.
func redactText(t msg.Text, codes *codes, name func(string) string) msg.Text {
	return t.Map(func(arg, value string) string {
		switch {
		case arg == "dossier":
			return cmp.Or(codes.find(value), hidden)
		case msg.IsName(arg):
			return name(value)
		case slices.Contains(harmless(), arg):
			return value
		}
		return hidden
	})
}

// redactWaiver hides who decided and why, which may name somebody.
func redactWaiver(w *lint.Waiver) *lint.Waiver {
	if w == nil {
		return nil
	}
	out := *w
	out.By, out.Reason = hidden, hidden
	return &out
}

// harmless are the arguments of texts that never hold a name of a person or
// something read from a paper. Any other may.
func harmless() []string {
	return []string{"rule", "form", "procedure", "unit", "agency", "version", "algorithm", "header", "page", "pages", "day", "date", "time"}
}

// subject returns what a result may be called: a dossier by its code, a line of
// the register that is none by its place, and else nothing.
func (p *redactor) subject(r *lint.Result) string {
	if RegisterLine(r) != nil {
		return r.Dossier
	}
	return p.codes.find(r.Dossier)
}

// bareLine keeps of what was judged the place of a line of the register that is no
// dossier, which printers put in words.
func bareLine(r *lint.Result) *dossier.Dossier {
	e := RegisterLine(r)
	if e == nil {
		return nil
	}
	bare := &dossier.Entry{File: e.File, Sheet: e.Sheet, Row: e.Row}
	for _, f := range e.Faults {
		bare.Faults = append(bare.Faults, dossier.Fault{Kind: f.Kind})
	}
	return &dossier.Dossier{ID: r.Dossier, Entry: bare}
}
