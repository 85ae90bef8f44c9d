package result

import (
	"strings"
	"unicode"

	"github.com/tthclint/tthclint/pkg/dossier"
	"github.com/tthclint/tthclint/pkg/evidence"
	"github.com/tthclint/tthclint/pkg/msg"
)

// paperFact is one entry of the least list of Thông tư 01/2023/TT-VPCP Điều 9
// khoản 2, with the names, folded and without spaces, under which files keep it.
// The term and the scope of a paper are on the list "if there are any" and are
// not asked for.
type paperFact struct {
	fact  dossier.PaperFact
	text  msg.Message
	names []string
	// common tells that programs write some of the names by themselves, so that
	// one alone does not show that anybody described the paper.
	common bool
}

func paperFacts() []paperFact {
	return []paperFact{
		{dossier.PaperKind, msg.Message{ID: "result/metadata.kind", VI: "mã loại giấy tờ", EN: "code of the kind of paper"},
			[]string{"maloaigiayto", "maloaiketqua", "magiaytoketqua", "loaigiayto", "documenttypecode", "papertype"}, false},
		{dossier.PaperOwner, msg.Message{ID: "result/metadata.owner", VI: "số định danh cá nhân hoặc mã định danh của tổ chức", EN: "number of the person or organisation"},
			[]string{"sodinhdanh", "sodinhdanhcanhan", "madinhdanh", "madinhdanhdientu", "sodinhdanhchusohuu", "ownerid", "personalid"}, false},
		{dossier.PaperName, msg.Message{ID: "result/metadata.name", VI: "tên giấy tờ", EN: "name of the paper"},
			[]string{"tengiayto", "tenketqua", "documentname", "title"}, true},
		{dossier.PaperNumber, msg.Message{ID: "result/metadata.number", VI: "số, ký hiệu", EN: "number and symbol"},
			[]string{"sokyhieu", "sokyhieuvanban", "sovanban", "sogiayto", "documentnumber", "codenotation"}, false},
		{dossier.PaperIssued, msg.Message{ID: "result/metadata.issued", VI: "ngày cấp", EN: "date of issue"},
			[]string{"ngaycap", "ngaybanhanh", "ngayky", "issueddate", "dateissued", "issued"}, false},
		{dossier.PaperIssuer, msg.Message{ID: "result/metadata.issuer", VI: "cơ quan cấp", EN: "issuing agency"},
			[]string{"coquancap", "coquanbanhanh", "noicap", "organname", "issuer", "publisher", "author", "creator"}, true},
		{dossier.PaperAbstract, msg.Message{ID: "result/metadata.abstract", VI: "trích yếu", EN: "abstract"},
			[]string{"trichyeu", "trichyeunoidung", "abstract", "subject", "description"}, true},
	}
}

// metadataName folds a name as "SoKyHieu", "so_ky_hieu" or "Số, ký hiệu".
func metadataName(name string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) {
			return -1
		}
		return r
	}, dossier.Fold(name))
}

// described returns which facts about the paper the register or the file keeps,
// and whether anybody keeps facts there at all.
func described(d *evidence.Dossier, file evidence.Metadata) (has map[dossier.PaperFact]bool, kept bool) {
	has = map[dossier.PaperFact]bool{}
	if e := d.Entry; e != nil {
		for fact, filled := range e.Described() {
			// A register has the owner's number and an abstract for the dossier; it
			// is one of papers where it has more.
			has[fact] = filled
			kept = kept || fact != dossier.PaperOwner && fact != dossier.PaperAbstract
		}
	}
	for _, entry := range file {
		name := metadataName(entry.Name)
		for _, f := range paperFacts() {
			for _, n := range f.names {
				if n == name {
					has[f.fact] = true
					kept = kept || !f.common
				}
			}
		}
	}
	return has, kept
}
