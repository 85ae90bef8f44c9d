package dossier

import (
	"fmt"
	"time"
)

// Entry is the line of one dossier in a register (sổ theo dõi, danh sách hồ
// sơ). Names and telephone numbers of citizens are not kept; the owner's number
// is, to compare it with what a paper says, and is never printed.
type Entry struct {
	File          string // the register's name
	Sheet         string // the sheet in it, where it has sheets
	Row           int    // line in the file, from 1
	Code          string
	Procedure     string // procedure code, where the register has it
	ProcedureName string
	Sector        string // lĩnh vực
	Department    string // phòng ban
	Unit          string // cơ quan, đơn vị
	Status        string // trạng thái, as written
	Received      time.Time
	Due           time.Time
	Finished      time.Time
	Owner         string             `json:"-"` // number of the owner (số định danh cá nhân), 12 digits; empty if the register has none
	Paper         map[PaperFact]bool // what the register has a column for about the result, and whether the cell is filled; nil for none
	Faults        []Fault            // cells that could not be read; the others stand
}

// PaperFact is one of the facts about a digitized paper that are kept beside it
// (Thông tư 01/2023/TT-VPCP Điều 9 khoản 2).
type PaperFact string

// The facts.
const (
	PaperKind     PaperFact = "kind"      // mã loại giấy tờ
	PaperOwner    PaperFact = "owner"     // số định danh cá nhân, mã định danh điện tử của tổ chức
	PaperName     PaperFact = "name"      // tên giấy tờ
	PaperNumber   PaperFact = "number"    // số, ký hiệu
	PaperIssued   PaperFact = "issued-on" // ngày cấp
	PaperIssuer   PaperFact = "issuer"    // cơ quan cấp
	PaperAbstract PaperFact = "abstract"  // trích yếu
)

// Fault is one cell of a register that could not be used as it stands.
type Fault struct {
	Kind   FaultKind
	Column int    // from 1; 0 for the whole row
	Header string // the column's header
	Value  string // the cell as written, shortened
}

// FaultKind says what is wrong with a cell.
type FaultKind string

// What can be wrong with a cell.
const (
	FaultNoCode    FaultKind = "no-code"        // the row has no dossier code
	FaultDate      FaultKind = "bad-date"       // a date that does not exist or is not understood
	FaultCells     FaultKind = "cell-count"     // more or fewer cells than headers
	FaultDuplicate FaultKind = "duplicate-code" // the same code stands in an earlier row
	FaultEncoding  FaultKind = "encoding"       // bytes that are not text
	FaultQuote     FaultKind = "quote"          // a quotation mark that is never closed
)

// Place names the line for people, as "ho-so.csv:17".
func (e *Entry) Place() string { return fmt.Sprintf("%s:%d", e.File, e.Row) }
