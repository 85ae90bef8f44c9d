package report

import (
	"fmt"
	"io"
	"strings"

	"github.com/tthclint/tthclint/pkg/lint"
	"github.com/tthclint/tthclint/pkg/msg"
)

// NewAnnotations returns a printer of the workflow commands of GitHub Actions,
// ::error file=…,line=…,title=…::message, one line for each finding and for each
// thing that could not be judged. Rows of a register are its lines; pages stand
// in the message.
func NewAnnotations(w io.Writer, lang msg.Lang) Printer { return &annotationPrinter{w, lang} }

type annotationPrinter struct {
	w    io.Writer
	lang msg.Lang
}

func (p *annotationPrinter) Begin(lint.Head) error { return nil }

func (p *annotationPrinter) Result(r *lint.Result) error {
	for i := range r.Findings {
		if err := p.finding(r.Dossier, &r.Findings[i]); err != nil {
			return err
		}
	}
	for at, o := range Open(r) {
		if err := p.line("warning", at, r.Dossier, o.Rule, uncheckedText(o, p.lang)); err != nil {
			return err
		}
	}
	return nil
}

func (p *annotationPrinter) End(s lint.Summary) error {
	for i := range s.Settings {
		if err := p.finding("", &s.Settings[i]); err != nil {
			return err
		}
	}
	return nil
}

func (p *annotationPrinter) finding(dossier string, f *lint.Finding) error {
	text := inertText(f.Message, p.lang)
	if where := PlaceText(f.Place, p.lang); where != "" {
		text += " (" + where + ")"
	}
	if remedy := inertText(f.Remedy, p.lang); remedy != "" {
		text += " " + remedy
	}
	level := annotationLevel(f.Severity)
	if !f.Counts() {
		level = "notice"
	}
	if f.Waived != nil {
		text += " " + WaiverText(f.Waived, p.lang)
	}
	return p.line(level, f.Place, dossier, f.Rule, text)
}

func (p *annotationPrinter) line(level string, at lint.Place, dossier, rule, text string) error {
	var properties []string
	if at.File != "" {
		properties = append(properties, "file="+property(at.File))
	}
	if at.Row > 0 {
		properties = append(properties, fmt.Sprintf("line=%d", at.Row))
	}
	properties = append(properties, "title="+property(strings.TrimSpace(dossier+" "+rule)))
	_, err := fmt.Fprintf(p.w, "::%s %s::%s\n", level, strings.Join(properties, ","), strings.ReplaceAll(text, "%", "%25"))
	return err
}

// property escapes a value as the workflow commands ask; what cannot be seen is
// made visible first, which leaves no line end to escape.
func property(s string) string {
	return strings.NewReplacer("%", "%25", ":", "%3A", ",", "%2C").Replace(Inert(s))
}

func annotationLevel(s lint.Severity) string {
	switch s {
	case lint.Error:
		return "error"
	case lint.Warning:
		return "warning"
	default:
		return "notice"
	}
}
