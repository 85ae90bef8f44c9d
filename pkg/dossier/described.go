package dossier

// PaperFact is one of the facts about a digitized paper that are kept beside it
// at least: Thông tư 01/2023/TT-VPCP Điều 9 khoản 2.
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

// Described returns the facts about the result for which the register has a
// column, and whether the line fills it.
func (e *Entry) Described() map[PaperFact]bool {
	var r Attachment
	if len(e.Results) > 0 {
		r = e.Results[0]
	}
	out := map[PaperFact]bool{}
	for _, f := range []struct {
		field Field
		fact  PaperFact
		given bool
	}{
		{FieldResultCode, PaperKind, r.Code != ""}, {FieldOwnerID, PaperOwner, e.OwnerID != ""},
		{FieldResultName, PaperName, r.Named}, {FieldResultNumber, PaperNumber, r.Number != ""},
		{FieldResultIssued, PaperIssued, !r.Issued.IsZero()}, {FieldResultIssuer, PaperIssuer, r.Issuer != ""},
		{FieldResultAbstract, PaperAbstract, r.Summarised},
	} {
		if e.Has(f.field) {
			out[f.fact] = f.given
		}
	}
	return out
}
