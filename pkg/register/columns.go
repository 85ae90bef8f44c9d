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

	// What is kept about the result itself; of these only whether the cell is
	// filled, and the owner's number.
	PaperKind     Field = "paper-kind"
	Owner         Field = "owner"
	PaperName     Field = "paper-name"
	PaperNumber   Field = "paper-number"
	PaperIssued   Field = "paper-issued-on"
	PaperIssuer   Field = "paper-issuer"
	PaperAbstract Field = "paper-abstract"
)

// paperFacts are the columns about the result.
var paperFacts = map[Field]dossier.PaperFact{
	PaperKind: dossier.PaperKind, Owner: dossier.PaperOwner, PaperName: dossier.PaperName, PaperNumber: dossier.PaperNumber,
	PaperIssued: dossier.PaperIssued, PaperIssuer: dossier.PaperIssuer, PaperAbstract: dossier.PaperAbstract,
}

// aliases are the headers, folded, by which systems call the fields. A bare
// "ngày cấp" or "nơi cấp" is not among them: it is that of an identity card.
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
	{PaperKind, []string{"ma loai giay to", "ma loai ket qua", "ma giay to ket qua", "magiaytoketqua"}},
	{Owner, []string{"so dinh danh", "so dinh danh ca nhan", "so dinh danh chu ho so", "ma dinh danh dien tu", "so cccd", "cccd", "cccd chu ho so", "so can cuoc"}},
	{PaperName, []string{"ten giay to", "ten ket qua", "ten giay to ket qua", "tengiayto"}},
	{PaperNumber, []string{"so ky hieu", "so ky hieu van ban", "so van ban", "so ket qua", "sokyhieu"}},
	{PaperIssued, []string{"ngay ban hanh", "ngay cap ket qua", "ngay cap giay to"}},
	{PaperIssuer, []string{"co quan ban hanh", "co quan cap ket qua", "co quan cap giay to"}},
	{PaperAbstract, []string{"trich yeu", "trich yeu noi dung", "trich yeu ho so", "trichyeuhoso"}},
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
