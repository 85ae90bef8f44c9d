package dossier

import (
	"fmt"
	"slices"
	"time"
)

// Entry is the line of one dossier in a register (sổ theo dõi, danh sách hồ
// sơ). Telephone numbers and addresses of citizens are not kept; Owner, OwnerID
// and the names of files are personal data, which must not get into messages.
//
// Times are zero where the register does not say them; [Entry.Has] tells a
// column that is not there from a cell that is empty.
type Entry struct {
	File  string // the register's name
	Sheet string // the sheet in it, where it has sheets
	Row   int    // line in the file or in the sheet, from 1; of a list in JSON the item

	Code          string // mã hồ sơ
	Procedure     string // mã thủ tục hành chính
	ProcedureName string
	Sector        string // lĩnh vực
	Department    string // phòng ban
	Unit          string // cơ quan, đơn vị
	Status        string // trạng thái, as written; a number of the national portal in its words
	Owner         string // chủ hồ sơ
	OwnerID       string // số định danh of the owner
	Sets          int    // số bộ hồ sơ; 0 where it is not said

	Submitted      time.Time // ngày nộp, of an online dossier
	Received       time.Time // ngày tiếp nhận
	Due            time.Time // ngày hẹn trả
	Transferred    time.Time // ngày chuyển đến cơ quan giải quyết
	ResultReceived time.Time // ngày nhận kết quả từ cơ quan giải quyết
	Finished       time.Time // ngày kết thúc xử lý
	Returned       time.Time // ngày trả kết quả to the citizen

	// The second stage (giai đoạn 2) of procedures that have two, as those about
	// land whose taxes are paid between.
	SecondReceived, SecondDue time.Time

	Results    []Attachment // results that the register names
	Components []Attachment // papers of the dossier that it names
	Digitized  Answer       // hồ sơ có thành phần số hóa
	Online     Answer       // nộp trực tuyến, by the way in which it came (kênh thực hiện)
	Fields     []Field      // the columns that the register has; shared by its lines, read only
	Columns    []int        // where those columns stand, from 1; nil where the register has none, as in JSON

	Faults []Fault // cells that could not be read; the others stand
}

// Attachment is a file that a register names.
type Attachment struct {
	File      string    // its name; of a path or an address the last part
	Code      string    // mã giấy tờ: the result code, as [dossier code]-KQ1, or that of a paper
	Number    string    // số, ký hiệu of a result
	Issued    time.Time // ngày cấp of a result; zero where it is not said
	Issuer    string    // cơ quan cấp of a result, as written
	Digitized Answer    // được số hóa, of a component
	Reused    Answer    // được tái sử dụng or taken from the national store, of a component

	// Whether the register says these of a result: tên giấy tờ, trích yếu. They name
	// citizens and are not kept.
	Named, Summarised bool
}

// Answer is yes, no, or nothing.
type Answer uint8

// The answers. The zero value says nothing.
const (
	Unsaid Answer = iota
	No
	Yes
)

// Field is what a column of a register holds.
type Field string

// What columns hold. Those of the last group are recognised so that they are
// not taken for others, and are never read.
const (
	FieldCode           Field = "code"
	FieldProcedure      Field = "procedure"
	FieldProcedureName  Field = "procedure-name"
	FieldSector         Field = "sector"
	FieldDepartment     Field = "department"
	FieldUnit           Field = "unit"
	FieldStatus         Field = "status"
	FieldOwner          Field = "owner"
	FieldOwnerID        Field = "owner-id"
	FieldSets           Field = "sets"
	FieldSubmitted      Field = "submitted"
	FieldReceived       Field = "received"
	FieldDue            Field = "due"
	FieldTransferred    Field = "transferred"
	FieldResultReceived Field = "result-received"
	FieldFinished       Field = "finished"
	FieldReturned       Field = "returned"
	FieldSecondReceived Field = "second-received"
	FieldSecondDue      Field = "second-due"
	FieldFile           Field = "file"
	FieldResultCode     Field = "result-code"
	FieldResultNumber   Field = "result-number"
	FieldResultIssued   Field = "result-issued"
	FieldResultName     Field = "result-name"
	FieldResultIssuer   Field = "result-issuer"
	FieldResultAbstract Field = "result-abstract"
	FieldDigitized      Field = "digitized"
	FieldChannel        Field = "channel"

	FieldOrdinal Field = "ordinal"
	FieldAddress Field = "address"
	FieldPhone   Field = "phone"
	FieldOfficer Field = "officer"
	FieldNote    Field = "note"
)

// Kept reports whether cells of the column are read at all.
func (f Field) Kept() bool {
	switch f {
	case "", FieldOrdinal, FieldAddress, FieldPhone, FieldOfficer, FieldNote:
		return false
	}
	return true
}

// Dated reports whether the column holds days.
func (f Field) Dated() bool {
	switch f {
	case FieldSubmitted, FieldReceived, FieldDue, FieldTransferred, FieldResultReceived, FieldFinished, FieldReturned,
		FieldSecondReceived, FieldSecondDue, FieldResultIssued:
		return true
	}
	return false
}

// Personal reports whether cells of the column must not be shown.
func (f Field) Personal() bool {
	switch f {
	case FieldOwner, FieldOwnerID, FieldFile, FieldResultName, FieldResultAbstract:
		return true
	}
	return !f.Kept()
}

// Has reports whether the register has a column for a field.
func (e *Entry) Has(f Field) bool { return slices.Contains(e.Fields, f) }

// Column returns where the column of a field stands, from 1; 0 where there is
// none.
func (e *Entry) Column(f Field) int {
	if i := slices.Index(e.Fields, f); i >= 0 && i < len(e.Columns) {
		return e.Columns[i]
	}
	return 0
}

// Ended returns the day on which handling ended: that of the register, or else
// that on which the result was handed out, or else the zero time.
func (e *Entry) Ended() time.Time {
	if e.Finished.IsZero() {
		return e.Returned
	}
	return e.Finished
}

// Fault is one cell of a register that could not be used as it stands.
type Fault struct {
	Kind   FaultKind
	Column int    // from 1; 0 for the whole row
	Header string // the column's header
	Value  string // the cell as written, shortened; empty where it may name a citizen
}

// FaultKind says what is wrong with a cell.
type FaultKind string

// What can be wrong with a cell.
const (
	FaultNoCode    FaultKind = "no-code"            // the row has no dossier code
	FaultDate      FaultKind = "bad-date"           // a date that does not exist or is not understood
	FaultOrder     FaultKind = "due-before-receipt" // the due day is before that of the receipt
	FaultCells     FaultKind = "cell-count"         // more or fewer cells than headers
	FaultDuplicate FaultKind = "duplicate-code"     // the same code stands in an earlier row
	FaultEncoding  FaultKind = "encoding"           // bytes that are not text
	FaultQuote     FaultKind = "quote"              // a quotation mark that is never closed
	FaultFormula   FaultKind = "formula"            // a formula without a stored value, or an error of one
	FaultNumber    FaultKind = "bad-number"         // a count that is none
)

// Place names the line for people, as "ho-so.csv:17" or "so.xlsx:Tháng 9:17".
func (e *Entry) Place() string {
	if e.Sheet != "" {
		return fmt.Sprintf("%s:%s:%d", e.File, e.Sheet, e.Row)
	}
	return fmt.Sprintf("%s:%d", e.File, e.Row)
}

// Alone reports whether the line is no dossier of its own, having no code or that
// of a line above.
func (e *Entry) Alone() bool {
	return slices.ContainsFunc(e.Faults, func(f Fault) bool { return f.Kind == FaultNoCode || f.Kind == FaultDuplicate })
}

// Entries are the lines of a register, in order. A register of many lines keeps
// them packed and makes an [Entry] when it is asked for.
type Entries interface {
	Len() int
	At(i int) *Entry // the caller's own
}

// List is a short register in memory.
type List []Entry

// Len returns the number of lines.
func (l List) Len() int { return len(l) }

// At returns a copy of a line.
func (l List) At(i int) *Entry {
	e := l[i]
	return &e
}
