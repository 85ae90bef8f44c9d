package score

import (
	"fmt"
	"math"
	"slices"
	"strings"

	"github.com/tthclint/tthclint/pkg/form"
	"github.com/tthclint/tthclint/pkg/ink"
	"github.com/tthclint/tthclint/pkg/msg"
)

// section is a printed part: a title with a table, or with a list.
type section struct {
	title string
	head  []string
	rows  [][]string
	items []item
	note  string
}

// item is a wrong page, with its picture where there is one.
type item struct{ text, name, picture string }

// sheet lays a table out in one language.
type sheet struct {
	lang    msg.Lang
	picture func(file string) string // may be nil
}

func (s sheet) say(m msg.Message) string { return m.In(s.lang) }

func (s sheet) heads(all ...msg.Message) []string {
	out := make([]string, len(all))
	for i, m := range all {
		out[i] = s.say(m)
	}
	return out
}

// percent writes a share without its sign, with one decimal.
func (s sheet) percent(v float64) string { return s.number("%.1f", 100*v) }

func (s sheet) number(format string, v float64) string {
	if math.IsNaN(v) {
		return "–"
	}
	out := fmt.Sprintf(format, v)
	if s.lang != msg.English {
		out = strings.ReplaceAll(out, ".", ",")
	}
	return out
}

// rate writes a share with its interval.
func (s sheet) rate(r Rate) string {
	if r.N == 0 {
		return "–"
	}
	low, high := r.Interval()
	return fmt.Sprintf("%s %% [%s–%s]", s.percent(r.Value()), s.percent(low), s.percent(high))
}

// counted writes a share of few as what was counted.
func (s sheet) counted(r Rate) string {
	if r.N == 0 {
		return "–"
	}
	return fmt.Sprintf("%d/%d", r.K, r.N)
}

// both writes a share as what was counted and with its interval.
func (s sheet) both(r Rate) string {
	if r.N == 0 {
		return "–"
	}
	return s.counted(r) + ", " + s.rate(r)
}

func (s sheet) f1(c Class) string {
	if math.IsNaN(c.F1()) {
		return "–"
	}
	return fmt.Sprintf("%s [%s–%s]", s.number("%.3f", c.F1()), s.number("%.3f", c.F1Low), s.number("%.3f", c.F1High))
}

// sections lays out the whole table.
func (s sheet) sections(t *Table) []section {
	all := []section{s.spouses(t), s.fields(t), s.fingerprints(t), s.states(t), s.forms(t), s.cases(t), s.values(t)}
	all = append(all, s.wrong(t)...)
	return slices.DeleteFunc(all, func(p section) bool { return len(p.rows) == 0 && len(p.items) == 0 && p.note == "" })
}

func (s sheet) spouses(t *Table) section {
	out := section{title: s.say(wordSpouses), head: s.heads(headSet, headPages, headRight, headUnsure, headPassed, headAccused)}
	if t.Spouses.Pages == 0 {
		return section{title: out.title, note: s.say(wordNoPages)}
	}
	add := func(name string, p PageScore) {
		out.rows = append(out.rows, []string{
			name, fmt.Sprint(p.Pages), s.rate(p.Accuracy()), s.rate(p.NotSure()),
			s.both(p.FalsePass()), s.both(p.FalseAlarm()),
		})
	}
	add(s.say(rowAll), t.Spouses)
	for _, g := range t.Groups {
		for _, v := range g.Values {
			add(g.Column+" "+v.Value, v.PageScore)
		}
	}
	out.note = s.say(wordHow)
	return out
}

func (s sheet) fields(t *Table) section {
	out := section{title: s.say(wordFields), head: s.heads(headField, headClass, headN, headPrec, headRecall, headF1, headUnsure, headNoRead)}
	for _, f := range t.Fields {
		for _, c := range []struct {
			name ink.State
			Class
		}{{ink.Present, f.Present}, {ink.Absent, f.Absent}} {
			if c.TP+c.FP+c.FN == 0 {
				continue
			}
			out.rows = append(out.rows, []string{
				f.Key, string(c.name), fmt.Sprint(c.TP + c.FN), s.rate(c.Precision()), s.rate(c.Recall()), s.f1(c.Class),
				fmt.Sprint(f.Confusion.of(c.name, ink.Unsure)), fmt.Sprint(f.Confusion.of(c.name, "")),
			})
		}
	}
	return out
}

func (s sheet) fingerprints(t *Table) section {
	out := section{title: s.say(wordFingers), head: s.heads(headField, headN, headSigned, headNamed, headRightly)}
	for _, f := range t.Fields {
		if p := f.Fingerprints; p.Signed.N > 0 || p.Rightly.N > 0 {
			out.rows = append(out.rows, []string{f.Key, fmt.Sprint(p.Signed.N), s.counted(p.Signed), s.counted(p.Named), s.counted(p.Rightly)})
		}
	}
	return out
}

func (s sheet) states(t *Table) section {
	reads := []ink.State{ink.Present, ink.Fingerprint, ink.Absent, ink.Unsure, ""}
	out := section{title: s.say(wordStates), head: append(s.heads(headField, headTruth), "present", "fingerprint", "absent", "unsure", s.say(headNoRead))}
	for _, f := range t.Fields {
		for _, truth := range reads[:3] {
			if f.Confusion[truth] == nil {
				continue
			}
			row := []string{f.Key, string(truth)}
			for _, read := range reads {
				row = append(row, fmt.Sprint(f.Confusion[truth][read]))
			}
			out.rows = append(out.rows, row)
		}
	}
	return out
}

func (s sheet) forms(t *Table) section {
	out := section{title: s.say(wordForms)}
	if t.Forms.Right.N == 0 {
		return out
	}
	out.note = s.say(headRight) + ": " + s.both(t.Forms.Right)
	read := map[string]bool{}
	for _, m := range t.Forms.Confusion {
		for id := range m {
			read[id] = true
		}
	}
	ids := sortedValues(read)
	out.head = []string{s.say(headTruth)}
	for _, id := range ids {
		if id == "" {
			id = s.say(headNoForm)
		}
		out.head = append(out.head, id)
	}
	for _, truth := range sortedValues(t.Forms.Confusion) {
		row := []string{truth}
		for _, id := range ids {
			row = append(row, fmt.Sprint(t.Forms.Confusion[truth][id]))
		}
		out.rows = append(out.rows, row)
	}
	return out
}

func (s sheet) cases(t *Table) section {
	out := section{title: s.say(wordCases), head: s.heads(headCase, headWife, headHusband, headOfficial, headSeal)}
	for _, c := range t.Cases {
		row := []string{c.Name}
		for _, key := range []string{form.WifeSignature, form.HusbandSignature, form.OfficialSignature, form.SealField} {
			n, cell := c.Fields[key], "–"
			if n.N > 0 {
				cell = fmt.Sprintf("%d/%d", n.Right, n.N)
			}
			if n.Unsure > 0 {
				cell += fmt.Sprintf(" (%d)", n.Unsure)
			}
			row = append(row, cell)
		}
		out.rows = append(out.rows, row)
	}
	return out
}

// wrong lists the wrong pages by their faults, the gravest first.
func (s sheet) wrong(t *Table) []section {
	var all []section
	for _, fault := range Faults() {
		out := section{}
		for i := range t.Wrong {
			if w := &t.Wrong[i]; w.Fault == fault {
				out.items = append(out.items, s.item(w))
			}
		}
		if len(out.items) > 0 {
			out.title = wordWrongOf.With("fault", fault.Word().In(s.lang), "n", len(out.items)).In(s.lang)
			all = append(all, out)
		}
	}
	if len(all) == 0 {
		all = append(all, section{title: s.say(wordWrong), note: s.say(wordNoWrong)})
	}
	return all
}

// item shows pages of which the answer as a whole is wrong.
func (s sheet) item(w *Wrong) item {
	out := item{text: w.In(s.lang), name: w.File}
	if s.picture != nil && w.Fault != BadField {
		out.picture = s.picture(w.File)
	}
	return out
}

// In says in one line what is wrong with a page, how it was made and why.
func (w *Wrong) In(lang msg.Lang) string {
	var how []string
	for _, column := range []string{"layout", "dpi", "colour", "rotation", "degradation", "difficulty"} {
		if v := w.Columns[column]; v != "" && !(column == "rotation" && v == "0") {
			how = append(how, v)
		}
	}
	var causes []string
	for _, c := range w.causes() {
		causes = append(causes, c.In(lang))
	}
	line := fmt.Sprintf("%s:%d", w.File, w.Line)
	if len(how) > 0 {
		line += " (" + strings.Join(how, ", ") + ")"
	}
	return line + ": " + strings.Join(causes, "; ")
}
