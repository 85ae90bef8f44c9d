package report

import (
	"cmp"
	"fmt"
	"path"
	"slices"
	"strings"

	"github.com/tthclint/tthclint/pkg/dossier"
	"github.com/tthclint/tthclint/pkg/lint"
	"github.com/tthclint/tthclint/pkg/msg"
)

// Redacted returns a printer that hands a report on to another one without
// personal data: a name of a file or a dossier keeps its dossier code, its
// number and its ending, and what texts say of names and values is hidden.
// Numbers, days and the names of units and procedures stay. What the other one
// gets is a copy.
func Redacted(to Printer) Printer { return &redactor{to: to} }

type redactor struct {
	to       Printer
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
			n.Text = redactText(n.Text, func(s string) string { return redactPath(s, 0) })
			return n
		})
		h.Register = &register
	}
	h.Ignored = array(h.Ignored, func(name string) string { return redactPath(name, 0) })
	return p.to.Begin(h)
}

func (p *redactor) Result(r *lint.Result) error {
	p.results++
	out := *r
	out.Judged = nil
	names := map[string]string{p.register: p.register}
	out.Documents = slices.Clone(r.Documents)
	for i := range out.Documents {
		d := &out.Documents[i]
		names[d.Path] = redactPath(d.Path, i+1)
		d.Path = names[d.Path]
	}
	if out.Dossier = redactCode(r.Dossier); out.Dossier == "" {
		out.Dossier = fmt.Sprintf("%s %d", hidden, p.results)
	}
	names[r.Dossier] = out.Dossier
	name := func(s string) string {
		if to, ok := names[s]; ok || s == "" {
			return to
		}
		return redactPath(s, 0)
	}
	text := func(t msg.Text) msg.Text { return redactText(t, name) }
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
	name := func(s string) string { return redactPath(s, 0) }
	s.Settings = slices.Clone(s.Settings)
	for i := range s.Settings {
		f := &s.Settings[i]
		f.Message, f.Remedy = redactText(f.Message, name), redactText(f.Remedy, name)
	}
	s.Rates = array(s.Rates, func(r lint.Rate) lint.Rate {
		r.Failing = redactCodes(r.Failing)
		r.Groups = array(r.Groups, func(g lint.Group) lint.Group {
			g.Failing = redactCodes(g.Failing)
			return g
		})
		return r
	})
	return p.to.End(s)
}

// redactText hides what a text says of names and values.
func redactText(t msg.Text, name func(string) string) msg.Text {
	return t.Map(func(arg, value string) string {
		switch {
		case arg == "dossier":
			return cmp.Or(redactCode(value), hidden)
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

// redactCodes keeps of dossiers those that have a code.
func redactCodes(dossiers []string) []string {
	return array(dossiers, func(id string) string { return cmp.Or(redactCode(id), hidden) })
}

// harmless are the arguments of texts that never hold a name of a person or
// something read from a paper. Any other may.
func harmless() []string {
	return []string{"rule", "form", "procedure", "unit", "agency", "version", "algorithm", "header", "page", "pages", "day", "date", "time"}
}

// redactPath keeps of a path the codes of dossiers, and of the file its number
// among the files of its dossier and its ending.
func redactPath(name string, number int) string {
	segments := strings.Split(name, "/")
	for i, s := range segments {
		code := redactCode(s)
		if i < len(segments)-1 {
			if code == "" && s != "" {
				code = hidden
			}
			segments[i] = code
			continue
		}
		end := path.Ext(s)
		if len(end) > len(".jpeg") || strings.ContainsFunc(end, func(r rune) bool { return r > 0x7e || r < '.' }) {
			end = "" // a part of a name
		}
		if code != "" {
			code += "-"
		}
		if number > 0 {
			end = fmt.Sprintf(" %d%s", number, end)
		}
		segments[i] = code + hidden + end
	}
	return strings.Join(segments, "/")
}

// redactCode returns the dossier code in a name, or nothing.
func redactCode(name string) string {
	code, _, ok := dossier.FindCode(path.Base(name), dossier.CodeFormats())
	if !ok {
		return ""
	}
	return code.Text
}
