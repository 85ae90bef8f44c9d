package register

import (
	"slices"

	"github.com/tthclint/tthclint/pkg/dossier"
)

// Field is what a column holds.
type Field string

// The fields that are read. Other columns, names and telephone numbers among
// them, are passed over.
const (
	Code          Field = "code"
	Procedure     Field = "procedure"
	ProcedureName Field = "procedure-name"
	Sector        Field = "sector"
	Department    Field = "department"
	Unit          Field = "unit"
	Status        Field = "status"
	Received      Field = "received"
	Due           Field = "due"
	Finished      Field = "finished"
)

// aliases are the headers, folded, by which systems call the fields.
var aliases = []struct {
	field Field
	names []string
}{
	{Code, []string{"so ho so", "ma ho so", "ma so ho so", "so bien nhan", "mahoso"}},
	{Procedure, []string{"ma thu tuc", "ma tthc", "ma thu tuc hanh chinh", "matthc"}},
	{ProcedureName, []string{"ten thu tuc hanh chinh", "ten thu tuc", "ten tthc", "thu tuc hanh chinh", "thu tuc"}},
	{Sector, []string{"ten linh vuc", "linh vuc"}},
	{Department, []string{"phong ban", "phong chuyen mon"}},
	{Unit, []string{"co quan don vi", "don vi", "co quan", "don vi tiep nhan", "don vi xu ly"}},
	{Status, []string{"trang thai ho so", "trang thai", "tinh trang"}},
	{Received, []string{"ngay tiep nhan", "ngay nhan", "ngay nhan ho so", "ngaytiepnhan"}},
	{Due, []string{"ngay hen tra", "ngay hen tra ket qua", "han tra", "ngayhentra"}},
	{Finished, []string{"ngay ket thuc xu ly", "ngay ket thuc", "ngay tra", "ngay tra ket qua", "ngaytra"}},
}

// header returns the columns of a header line, or nil if the line is none: a
// header names the dossier code and one field more. Where two columns carry
// the same header the last one counts.
func header(cells []string) []Column {
	columns := make([]Column, len(cells))
	at := map[Field]int{}
	for i, cell := range cells {
		columns[i] = Column{Number: i + 1, Header: cell}
		name := dossier.Fold(cell)
		for _, a := range aliases {
			if slices.Contains(a.names, name) {
				if earlier, twice := at[a.field]; twice {
					columns[earlier].Field = ""
				}
				columns[i].Field = a.field
				at[a.field] = i
			}
		}
	}
	if _, ok := at[Code]; !ok || len(at) < 2 {
		return nil
	}
	return columns
}
