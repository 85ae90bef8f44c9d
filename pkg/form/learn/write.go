package learn

import (
	"bytes"
	"fmt"
	"strconv"
	"strings"
	"time"

	"github.com/tthclint/tthclint/pkg/form"
	"github.com/tthclint/tthclint/pkg/law"
)

// write returns the form as a file, laid out as the shipped ones are.
func write(f *form.Form, r *Result) []byte {
	w := &writer{}
	w.line(0, "# %s: được lập từ %d tờ quét bằng tthclint form learn.", oneLine(f.Name.VI), r.Sheets)
	w.line(0, "# Xem lại từng dòng chữ: không được có tên người, số giấy tờ hay nội dung điền riêng.")
	w.line(0, "id: %s", f.ID)
	w.line(0, "name: %s", textMap(f.Name))
	w.line(0, "role: %s", f.Role)
	w.procedures(f.Procedures)
	if len(f.InsteadOf) > 0 {
		w.line(0, "instead_of: [%s]", strings.Join(f.InsteadOf, ", "))
	}
	w.basis(0, f.Basis)
	w.list(0, "titles", f.Titles)
	w.list(0, "labels", f.Labels)
	w.line(0, "fields:")
	for _, d := range f.Fields {
		w.field(d)
	}
	if len(f.Values) > 0 {
		w.line(0, "values:")
	}
	for _, v := range f.Values {
		w.value(v)
	}
	w.line(0, "editions:")
	for _, e := range f.Editions {
		w.edition(e)
	}
	return w.Bytes()
}

type writer struct{ bytes.Buffer }

func (w *writer) line(indent int, format string, a ...any) {
	w.WriteString(strings.Repeat(" ", indent))
	fmt.Fprintf(w, format, a...)
	w.WriteByte('\n')
}

func (w *writer) list(indent int, key string, all []string) {
	if len(all) == 0 {
		return
	}
	w.line(indent, "%s:", key)
	for _, s := range all {
		w.line(indent+2, "- %s", quote(s))
	}
}

func (w *writer) procedures(p form.Procedures) {
	if len(p.Codes) == 0 && len(p.Names) == 0 {
		return
	}
	w.line(0, "procedures:")
	if len(p.Codes) > 0 {
		w.line(2, "codes: %s", flow(p.Codes))
	}
	if len(p.Names) > 0 {
		w.line(2, "names:")
		for _, n := range p.Names {
			w.line(4, "- {contains: %s, without: %s}", flow(n.Contains), flow(n.Without))
		}
	}
}

func (w *writer) basis(indent int, all []law.Citation) {
	if len(all) == 0 {
		return
	}
	w.line(indent, "basis:")
	for _, c := range all {
		w.line(indent+2, "- {instrument: %s, clause: %s}", quote(c.Instrument), quote(c.Clause))
	}
}

func (w *writer) field(d form.Field) {
	w.line(2, "- key: %s", d.Key)
	w.line(4, "label: %s", textMap(d.Label))
	w.line(4, "kind: %s", d.Kind)
	if d.Required {
		w.line(4, "required: true")
	}
	if d.With != "" {
		w.line(4, "with: %s", d.With)
	}
	if d.SamePersonAs != "" {
		w.line(4, "same_person_as: %s", d.SamePersonAs)
	}
	w.list(4, "captions", d.Captions)
	w.list(4, "hints", d.Hints)
	if d.With == "" && d.Area.W > 0 {
		w.line(4, "area: {size: [%s, %s], side: %s}", number(d.Area.W), number(d.Area.H), d.Area.Side)
	}
	w.basis(4, d.Basis)
}

func (w *writer) value(v form.Value) {
	w.line(2, "- key: %s", v.Key)
	w.line(4, "label: %s", textMap(v.Label))
	w.line(4, "type: %s", v.Type)
	w.list(4, "captions", v.Captions)
	if v.Side != form.After {
		w.line(4, "side: %s", v.Side)
	}
	for _, s := range [...]struct{ key, name string }{{"under", v.Under}, {"signer", v.Signer}, {"same_as", v.SameAs}} {
		if s.name != "" {
			w.line(4, "%s: %s", s.key, s.name)
		}
	}
	for _, s := range [...]struct {
		key string
		is  bool
	}{{"required", v.Required}, {"repeated", v.Repeated}, {"owner", v.Owner}, {"code", v.Code}} {
		if s.is {
			w.line(4, "%s: true", s.key)
		}
	}
	w.basis(4, v.Basis)
}

func (w *writer) edition(e *form.Edition) {
	w.line(2, "- id: %s", e.ID)
	w.day("from", e.In.From)
	w.day("to", e.In.To)
	w.line(4, "measured_on: %s", textMap(e.MeasuredOn))
	w.line(4, "paper: [%s, %s]", number(e.Paper.W), number(e.Paper.H))
	w.line(4, "captions:")
	for _, c := range e.Captions {
		more := ""
		if c.Title {
			more += ", title: true"
		}
		if c.Open {
			more += ", open: true"
		}
		w.line(6, "- {id: %s, text: %s, box: %s%s}", c.ID, quote(c.Text), box(c.Box), more)
	}
	if len(e.Places) > 0 {
		w.line(4, "places:")
	}
	for _, p := range e.Places {
		w.line(6, "- {field: %s, box: %s, captions: [%s]}", p.Key, box(p.Box), strings.Join(p.Anchors, ", "))
	}
}

func (w *writer) day(key string, day time.Time) {
	if !day.IsZero() {
		w.line(4, "%s: %q", key, day.In(law.Vietnam()).Format(time.DateOnly))
	}
}

func textMap(t form.Text) string { return fmt.Sprintf("{vi: %s, en: %s}", quote(t.VI), quote(t.EN)) }

func box(b form.Box) string {
	return fmt.Sprintf("[%s, %s, %s, %s]", number(b.X), number(b.Y), number(b.W), number(b.H))
}

func number(v float64) string { return strconv.FormatFloat(round(v), 'f', -1, 64) }

func flow(all []string) string {
	quoted := make([]string, len(all))
	for i, s := range all {
		quoted[i] = quote(s)
	}
	return "[" + strings.Join(quoted, ", ") + "]"
}

// quote returns a text as a double-quoted scalar (YAML 1.2.2, 7.3.1): what was
// read may hold any sign.
func quote(s string) string {
	s = oneLine(s)
	return `"` + strings.NewReplacer(`\`, `\\`, `"`, `\"`).Replace(s) + `"`
}

// oneLine returns a text without what cannot be seen.
func oneLine(s string) string {
	return strings.Join(strings.FieldsFunc(s, func(r rune) bool { return !strconv.IsGraphic(r) || r == ' ' }), " ")
}
