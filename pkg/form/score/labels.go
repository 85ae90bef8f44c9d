package score

import (
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/tthclint/tthclint/pkg/form"
	"github.com/tthclint/tthclint/pkg/ink"
	"github.com/tthclint/tthclint/pkg/msg"
)

// FileName is the name of the table of labels in a folder of pages.
const FileName = "labels.csv"

// NoForm is what a table calls the form of a page that shows none that is known.
const NoForm = "khac"

// Label is what stands on one page, as a person or the maker of the page says.
type Label struct {
	Line   int                  // in the table, from 1
	File   string               // the PDF, relative to the table
	Form   string               // id of the form or [NoForm]; empty where the table does not say
	Fields map[string]ink.State // by key, without those that the form does not have
	// Spouses says whether both spouses signed: [Yes], [No], or [None] where the
	// page is not about spouses.
	Spouses Spouses
	Columns map[string]string // all cells by column, for grouping
	Writers []string          // whose ink the page bears, sorted, each once
}

// Spouses is an answer to "did both spouses sign?".
type Spouses string

// The answers.
const (
	Yes    Spouses = "yes"
	No     Spouses = "no"
	None   Spouses = ""       // the question does not arise
	Unsure Spouses = "unsure" // not answered
)

// columns of fields that have one of their own.
var fieldColumns = [...]string{form.WifeSignature, form.HusbandSignature, form.OfficialSignature, form.SealField}

// Bounds of the table: what no honest one reaches.
const (
	maxRows     = 1_000_000
	maxProblems = 50
)

// LabelsError lists what is wrong with a table of labels.
type LabelsError struct {
	File     string
	Problems []Problem
}

// Problem is one fault of a table.
type Problem struct {
	Line int // from 1; 0 concerns the table as a whole
	What msg.Text
}

// Error returns the first problem, in English.
func (e *LabelsError) Error() string {
	if len(e.Problems) == 0 {
		return e.File
	}
	return e.Problems[0].place(e.File) + ": " + e.Problems[0].What.In(msg.English)
}

// Text returns all problems, one on a line.
func (e *LabelsError) Text() msg.Text {
	var vi, en []string
	for _, p := range e.Problems {
		vi = append(vi, p.place(e.File)+": "+p.What.In(msg.Vietnamese))
		en = append(en, p.place(e.File)+": "+p.What.In(msg.English))
	}
	return msg.Text{Message: msg.Message{ID: "score/labels", VI: strings.Join(vi, "; "), EN: strings.Join(en, "; ")}}
}

func (p Problem) place(file string) string {
	if p.Line == 0 {
		return file
	}
	return fmt.Sprintf("%s:%d", file, p.Line)
}

// ReadLabels reads a table of labels: comma-separated, with a row of column
// names. The column file is required; any other may be missing, and columns that
// are not known are kept for grouping. name is what errors call the table.
//
// An error is a [LabelsError] with every bad row, up to 50, or that of r.
func ReadLabels(r io.Reader, name string) ([]Label, error) {
	t := &table{name: name, seen: map[string]int{}}
	c := csv.NewReader(r)
	c.FieldsPerRecord = -1
	for len(t.labels) < maxRows && len(t.problems) < maxProblems {
		row, err := c.Read()
		if err == io.EOF {
			break
		}
		var broken *csv.ParseError
		if errors.As(err, &broken) {
			t.add(broken.Line, badCSV.With("error", broken.Err.Error()))
			break
		}
		if err != nil {
			return nil, err
		}
		line, _ := c.FieldPos(0)
		t.row(line, row)
	}
	if t.head == nil && t.problems == nil { // not even a row of names
		t.add(0, noRows.With())
	}
	if t.problems != nil {
		return nil, &LabelsError{name, t.problems}
	}
	return t.labels, nil
}

// table is a table that is being read.
type table struct {
	name     string
	head     []string
	labels   []Label
	problems []Problem
	seen     map[string]int // file → line
}

func (t *table) add(line int, what msg.Text) { t.problems = append(t.problems, Problem{line, what}) }

func (t *table) row(line int, row []string) {
	for i, cell := range row {
		row[i] = strings.TrimSpace(strings.TrimPrefix(cell, "\ufeff")) // which Excel puts first
	}
	hidden := slices.IndexFunc(row, unseen)
	switch {
	case hidden >= 0:
		t.add(line, badSigns.With("n", hidden+1))
	case t.head == nil:
		t.head = slices.Clone(row)
		if !slices.Contains(t.head, "file") {
			t.add(line, noFileColumn.With())
		}
	case len(row) != len(t.head):
		t.add(line, badCount.With("n", len(row), "want", len(t.head)))
	default:
		t.label(line, row)
	}
}

// unseen reports whether a cell holds what cannot be seen, such as a line end:
// it is printed again, and must not steer a terminal.
func unseen(cell string) bool {
	return !utf8.ValidString(cell) || strings.ContainsFunc(cell, func(r rune) bool { return !unicode.IsGraphic(r) })
}

func (t *table) label(line int, row []string) {
	l := Label{Line: line, Fields: map[string]ink.State{}, Columns: map[string]string{}}
	for i, name := range t.head {
		l.Columns[name] = row[i]
	}
	l.File, l.Form = l.Columns["file"], l.Columns["form"]
	before := t.seen[l.File]
	switch {
	case l.File == "":
		t.add(line, noFile.With())
	case before > 0:
		t.add(line, fileTwice.With("file", l.File, "line", before))
	}
	t.seen[l.File] = line
	for _, key := range fieldColumns {
		t.state(&l, key, l.Columns[key])
	}
	for item := range strings.SplitSeq(l.Columns["other"], ";") {
		if item = strings.TrimSpace(item); item == "" {
			continue
		}
		key, state, ok := strings.Cut(item, "=")
		if key = strings.TrimSpace(key); !ok || key == "" {
			t.add(line, badOther.With("value", item))
			continue
		}
		t.state(&l, key, strings.TrimSpace(state))
	}
	switch s := l.Columns["spouses_signed"]; s {
	case "yes", "no":
		l.Spouses = Spouses(s)
	case "", "na":
		l.Spouses = both(l.Fields)
	default:
		t.add(line, badValue.With("column", "spouses_signed", "value", s, "want", "yes, no, na"))
	}
	l.Writers = writersOf(l.Columns["ink"])
	t.labels = append(t.labels, l)
}

func (t *table) state(l *Label, key, value string) {
	switch s := ink.State(value); s {
	case "", "na":
	case ink.Present, ink.Absent, ink.Fingerprint:
		l.Fields[key] = s
	default:
		t.add(l.Line, badValue.With("column", key, "value", value, "want", "present, absent, fingerprint, na"))
	}
}

// both says from the states of the fields whether both spouses signed: a field
// that is surely empty decides alone.
func both(fields map[string]ink.State) Spouses {
	wife, husband := fields[form.WifeSignature], fields[form.HusbandSignature]
	switch {
	case wife == "" && husband == "":
		return None
	case wife == ink.Absent || husband == ink.Absent:
		return No
	case wife.Signed() && husband.Signed():
		return Yes
	}
	return Unsure
}
