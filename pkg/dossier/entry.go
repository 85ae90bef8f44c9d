package dossier

import (
	"fmt"
	"strings"
	"time"
)

// Entry is the line of one dossier in a register (sổ theo dõi, danh sách hồ
// sơ). Names and telephone numbers of citizens are not kept.
type Entry struct {
	File          string // the register's name
	Sheet         string // the sheet in it, where it has sheets
	Row           int    // line in the file, from 1
	Code          string
	Procedure     string // procedure code, where the register has it
	ProcedureName string
	Field         string // lĩnh vực
	Department    string // phòng ban
	Unit          string // cơ quan, đơn vị
	Status        string // trạng thái, as written
	Received      time.Time
	Due           time.Time
	Finished      time.Time
	Faults        []Fault // cells that could not be read; the others stand
}

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
)

// finished are the words of one-stop systems for a dossier whose result exists.
var finished = []string{"da tra", "da xu ly", "hoan thanh", "da giai quyet", "da co ket qua", "cho tra ket qua", "ket thuc", "da hoan tat"}

// pending are words that take a status out of [finished] again.
var pending = []string{"chua", "dang", "tu choi", "rut ho so", "huy"}

// Place names the line for people, as "ho-so.csv:17".
func (e *Entry) Place() string { return fmt.Sprintf("%s:%d", e.File, e.Row) }

// Done reports whether the register says that the procedure has ended with a
// result: an end date, or a status that says so.
func (e *Entry) Done() bool {
	status := Fold(e.Status)
	for _, word := range pending {
		if strings.Contains(status, word) {
			return false
		}
	}
	if !e.Finished.IsZero() {
		return true
	}
	for _, word := range finished {
		if strings.Contains(status, word) {
			return true
		}
	}
	return false
}
