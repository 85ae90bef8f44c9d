package register

import (
	"regexp"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"github.com/tthclint/tthclint/pkg/dossier"
	"github.com/tthclint/tthclint/pkg/law"
)

// shape is what the entries of one list share.
type shape struct {
	fields  []dossier.Field
	columns []int
}

func shapeOf(m *Mapping) shape {
	fields, columns := m.fields()
	return shape{fields, columns}
}

// entry reads one line.
func (f *File) entry(m *Mapping, of shape, l line) *dossier.Entry {
	e := &dossier.Entry{File: f.Name, Sheet: m.Sheet, Row: l.row, Fields: of.fields, Columns: of.columns}
	switch extra := len(l.cells) - m.width; {
	case l.unclosed > 0: // says why the cells have shifted, if they have
		fault := dossier.Fault{Kind: dossier.FaultQuote, Column: l.unclosed}
		if col := m.numbered(l.unclosed); col != nil {
			fault.Header = col.Header
			if !col.Field.Personal() {
				value, _ := clean(l.cells[l.unclosed-1].text)
				fault.Value = shorten(value)
			}
		}
		e.Faults = append(e.Faults, fault)
	case !l.counted:
	case extra < 0 || !blankCells(l.cells[m.width:]):
		e.Faults = append(e.Faults, dossier.Fault{Kind: dossier.FaultCells, Column: min(len(l.cells), m.width) + 1})
	}
	for _, col := range m.Columns {
		if col.Number <= len(l.cells) && col.Field.Kept() {
			f.set(e, col, l.cells[col.Number-1])
		}
	}
	code := m.column(dossier.FieldCode)
	f.finish(e, code.Number, code.Header, m.column(dossier.FieldDue))
	return e
}

// numbered returns a column by its number, or nil.
func (m *Mapping) numbered(n int) *Column {
	for i := range m.Columns {
		if m.Columns[i].Number == n {
			return &m.Columns[i]
		}
	}
	return nil
}

// finish looks at an entry whose cells are read.
func (f *File) finish(e *dossier.Entry, column int, header string, due *Column) {
	if e.Code == "" {
		e.Faults = append(e.Faults, dossier.Fault{Kind: dossier.FaultNoCode, Column: column, Header: header})
	}
	if due != nil && !e.Due.IsZero() && !e.Received.IsZero() && dayOf(e.Due).Before(dayOf(e.Received)) {
		e.Faults = append(e.Faults, dossier.Fault{
			Kind: dossier.FaultOrder, Column: due.Number, Header: due.Header, Value: e.Due.Format("02/01/2006"),
		})
	}
}

func dayOf(t time.Time) time.Time {
	year, month, day := t.In(law.Vietnam()).Date()
	return law.Date(year, month, day)
}

// set puts a cell into the field of its column.
func (f *File) set(e *dossier.Entry, col Column, c cell) {
	value, broken := clean(c.text)
	complain := func(kind dossier.FaultKind) {
		fault := dossier.Fault{Kind: kind, Column: col.Number, Header: col.Header}
		if !col.Field.Personal() {
			fault.Value = shorten(value)
		}
		e.Faults = append(e.Faults, fault)
	}
	switch {
	case c.kind == cellFormula, c.kind == cellFault:
		complain(dossier.FaultFormula)
		return
	case broken:
		complain(dossier.FaultEncoding)
	}
	if at := timeIn(e, col.Field); at != nil {
		day, err := within(c.at)
		if c.kind != cellDay {
			day, err = ParseDate(value)
		}
		if err != nil {
			complain(dossier.FaultDate)
		}
		*at = day
		return
	}
	if c.kind == cellDay {
		value = c.at.Format("02/01/2006") // a code or a name that a spreadsheet took for a day
	}
	switch col.Field {
	case dossier.FieldCode:
		e.Code = value
	case dossier.FieldProcedure:
		e.Procedure = padded(value)
	case dossier.FieldProcedureName:
		e.ProcedureName = value
	case dossier.FieldSector:
		e.Sector = value
	case dossier.FieldDepartment:
		e.Department = value
	case dossier.FieldUnit:
		e.Unit = value
	case dossier.FieldStatus:
		e.Status = f.o.Aliases.status(value)
	case dossier.FieldOwner:
		e.Owner = value
	case dossier.FieldOwnerID:
		e.OwnerID = value
	case dossier.FieldSets:
		var err error
		if e.Sets, err = sets(value); err != nil {
			complain(dossier.FaultNumber)
		}
	case dossier.FieldDigitized:
		e.Digitized = answer(value)
	case dossier.FieldChannel:
		e.Online = online(value)
	default:
		f.attach(e, col.Field, value, c, complain)
	}
}

// timeIn returns where an entry keeps the day of a field, or nil.
func timeIn(e *dossier.Entry, f dossier.Field) *time.Time {
	switch f {
	case dossier.FieldSubmitted:
		return &e.Submitted
	case dossier.FieldReceived:
		return &e.Received
	case dossier.FieldDue:
		return &e.Due
	case dossier.FieldTransferred:
		return &e.Transferred
	case dossier.FieldResultReceived:
		return &e.ResultReceived
	case dossier.FieldFinished:
		return &e.Finished
	case dossier.FieldReturned:
		return &e.Returned
	case dossier.FieldSecondReceived:
		return &e.SecondReceived
	case dossier.FieldSecondDue:
		return &e.SecondDue
	}
	return nil
}

// attach reads a cell about the result of a line.
func (f *File) attach(e *dossier.Entry, field dossier.Field, value string, c cell, complain func(dossier.FaultKind)) {
	if value == "" {
		return
	}
	if field == dossier.FieldFile {
		for i, name := range fileNames(c.text) {
			if i == 0 && len(e.Results) == 1 && e.Results[0].File == "" {
				e.Results[0].File = name
				continue
			}
			e.Results = append(e.Results, dossier.Attachment{File: name})
		}
		return
	}
	if len(e.Results) == 0 {
		e.Results = append(e.Results, dossier.Attachment{})
	}
	switch r := &e.Results[0]; field {
	case dossier.FieldResultName:
		r.Named = true
	case dossier.FieldResultIssuer:
		r.Issuer = value
	case dossier.FieldResultAbstract:
		r.Summarised = true
	case dossier.FieldResultCode:
		r.Code = value
	case dossier.FieldResultNumber:
		r.Number = value
	case dossier.FieldResultIssued:
		day, err := within(c.at)
		if c.kind != cellDay {
			day, err = ParseDate(value)
		}
		if err != nil {
			complain(dossier.FaultDate)
		}
		r.Issued = day
	}
}

// maxFiles bounds the files that one cell may name.
const maxFiles = 100

// fileNames returns the names in a cell, which may hold several, and of each the
// last part: systems write paths and addresses.
func fileNames(text string) []string {
	var names []string
	for _, name := range strings.FieldsFunc(text, func(r rune) bool { return strings.ContainsRune(";|\n", r) }) {
		name, _ = clean(name)
		if name = name[strings.LastIndexAny(name, `/\=`)+1:]; name != "" && len(names) < maxFiles {
			names = append(names, name)
		}
	}
	return names
}

var shortProcedure = regexp.MustCompile(`^\d\.\d{1,5}$`)

// padded gives back the zeros that a spreadsheet took from the end of a
// procedure code: 2.000110 is a number to it.
func padded(code string) string {
	if !shortProcedure.MatchString(code) {
		return code
	}
	return code + "000000"[:8-len(code)]
}

// sets reads the number of sets of a dossier, as "02" or "1 bộ".
func sets(value string) (int, error) {
	if value == "" {
		return 0, nil
	}
	number, _, _ := strings.Cut(value, " ")
	n, err := strconv.ParseFloat(strings.ReplaceAll(number, ",", "."), 64)
	if err != nil || n < 0 || n > 10_000 || n != float64(int(n)) {
		return 0, strconv.ErrSyntax
	}
	return int(n), nil
}

// answer reads yes or no as systems write it.
func answer(value string) dossier.Answer {
	switch dossier.Fold(value) {
	case "1", "true", "co", "x", "yes", "da so hoa":
		return dossier.Yes
	case "0", "false", "khong", "no", "chua so hoa":
		return dossier.No
	}
	return dossier.Unsaid
}

// online returns whether a dossier came over the network, from the way in which
// it came: in words, or in the numbers of the national portal (1 in person, 2
// online, 3 by post).
func online(value string) dossier.Answer {
	switch folded := dossier.Fold(value); {
	case folded == "2", folded == "online", folded == "qua mang",
		strings.Contains(folded, "truc tuyen"), strings.Contains(folded, "cong dich vu cong"):
		return dossier.Yes
	case folded == "1", folded == "3", strings.Contains(folded, "truc tiep"), strings.Contains(folded, "buu chinh"), strings.Contains(folded, "buu dien"),
		strings.Contains(folded, "bcci"), strings.Contains(folded, "mot cua"):
		return dossier.No
	}
	return dossier.Unsaid
}

// clean returns a cell in NFC with its runs of white space as one space, and
// whether bytes had to be replaced because they are no text. What it returns is
// a copy: an entry must not hold the line, in which citizens are named.
func clean(text string) (value string, broken bool) {
	broken = !utf8.ValidString(text)
	if broken {
		text = strings.ToValidUTF8(text, "\uFFFD")
	}
	return strings.Clone(strings.Join(strings.Fields(norm.NFC.String(text)), " ")), broken
}

// beginning returns as much of a cell as tells what it is: no name of a column,
// code or day is longer than a KiB.
func beginning(text string) string {
	const most = 1 << 10
	if len(text) <= most {
		return text
	}
	for end := most; ; end-- {
		if utf8.RuneStart(text[end]) || end == most-utf8.UTFMax {
			return text[:end]
		}
	}
}

// shorten keeps a cell's text short enough for a message.
func shorten(s string) string {
	const most = 40
	if utf8.RuneCountInString(s) <= most {
		return s
	}
	return string([]rune(s)[:most]) + "…"
}
