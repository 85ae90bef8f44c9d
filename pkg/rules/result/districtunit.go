package result

import (
	"context"
	"slices"
	"strings"
	"time"

	"github.com/tthclint/tthclint/pkg/agency"
	"github.com/tthclint/tthclint/pkg/dossier"
	"github.com/tthclint/tthclint/pkg/evidence"
	"github.com/tthclint/tthclint/pkg/lint"
	"github.com/tthclint/tthclint/pkg/msg"
	"github.com/tthclint/tthclint/pkg/rules/basis"
)

// DistrictUnit finds results that were issued in the name of a district's
// committee after that level had ended. It looks at the pages; see [OnPages].
func DistrictUnit() rule {
	return rule{
		ID:    "result/district-unit",
		Title: msg.Message{ID: "result/district-unit.title", VI: "Kết quả ban hành nhân danh đơn vị cấp huyện đã kết thúc hoạt động", EN: "Issued in the name of a district after that level had ended"},
		Why: msg.Message{
			ID: "result/district-unit.why",
			VI: "Cấp huyện (quận, huyện, thị xã, thành phố thuộc tỉnh) kết thúc hoạt động từ 01/07/2025, nên kết quả của hồ sơ tiếp nhận hoặc ban hành từ ngày đó không thể do UBND cấp huyện cấp. Cơ quan cấp lấy trong sổ, trong thông tin mô tả của tệp hoặc chữ in đọc rõ trên giấy; chữ ký số nhân danh cấp huyện do quy tắc sign/wrong-agency nêu. Kết quả ban hành trước ngày đó, trích lục ghi nơi đăng ký cũ thì không nêu.",
			EN: "The district level ended on 1 July 2025, so that no result of a dossier received or issued since can be that of a district's People's Committee. The issuer is that of the register, of the file's own metadata, or what is printed on the paper and was read clearly; a digital signature in the name of a district is told by sign/wrong-agency. Results issued before, and extracts that name where something was once registered, are not meant.",
		},
		Remedy: msg.Message{
			ID: "result/district-unit.remedy",
			VI: "Kiểm tra thẩm quyền và ngày ban hành; nếu in nhầm phôi, mẫu cũ thì ban hành lại theo cơ quan có thẩm quyền hiện nay; nếu chỉ sai thông tin mô tả thì sửa thông tin.",
			EN: "See who was competent and when it was issued; issue a paper that was printed on an old sheet again in the name of today's agency; correct metadata that is wrong.",
		},
		Date:     resultDay,
		After:    []string{"result/empty", "result/not-pdf", "pdf/unreadable", "pdf/encrypted", "result/wrong-document", "sign/wrong-agency"},
		Applies:  evidence.HasResult,
		Editions: lint.EditionsOf(basis.NoDistricts(), lint.Warning, evidence.EachResult(districtUnit)),
	}
}

// resultDay is the day of the dossier: a result cannot be older than the receipt.
func resultDay(ctx context.Context, d *evidence.Dossier) time.Time {
	if received := evidence.Received(ctx, d); !received.Before(agency.Reform()) {
		return received
	}
	return d.Date()
}

func districtUnit(ctx context.Context, d *evidence.Dossier, doc *evidence.Document, p *lint.Pass) error {
	if err := doc.OnlyPDF(); err != nil {
		return err
	}
	sure := !evidence.Received(ctx, d).Before(agency.Reform())
	known := false
	for _, named := range issuers(d, doc) {
		day := named.issued
		switch {
		case !day.IsZero() && day.Before(agency.Reform()):
			return lint.Inapplicable(issuedBeforeText.With())
		case day.IsZero() && !sure:
			continue // it may have been issued before
		}
		known = true
		if !district(named.name) {
			continue
		}
		message := districtText.With("by", named.by)
		if named.public {
			message = districtNameText.With("by", named.by, "agency", named.name)
		}
		p.Report(lint.Finding{Message: message, Place: named.place, Identity: "district"})
		return nil
	}
	if !known {
		return lint.Inapplicable(noIssuerText.With())
	}
	return nil
}

// issuer is who issued a result, as something says.
type issuer struct {
	name   string
	public bool // not a value read from a paper
	by     msg.Text
	place  lint.Place
	issued time.Time // zero where it is not known
}

// issuers returns what the register, the file and the paper say.
func issuers(d *evidence.Dossier, doc *evidence.Document) []issuer {
	var all []issuer
	paper, dated := doc.IssuedOn()
	issued := time.Time{}
	if dated {
		issued = paper.Day
	}
	if e := d.Entry; e != nil && len(e.Results) == 1 && len(d.Results()) == 1 {
		if !e.Results[0].Issued.IsZero() {
			issued = e.Results[0].Issued
		}
		if name := e.Results[0].Issuer; name != "" {
			place := registerPlace(d)
			place.Column = e.Column(dossier.FieldResultIssuer)
			all = append(all, issuer{name, true, byRegisterText.With(), place, issued})
		}
	}
	if file, err := doc.Metadata(); err == nil {
		for _, entry := range file {
			if slices.Contains(issuerNames, metadataName(entry.Name)) {
				all = append(all, issuer{entry.Value, false, byFileText.With(), doc.Place(), issued})
			}
		}
	}
	if read, ok := doc.Issuer(); ok {
		place := doc.PlaceOn(read.Page, lint.Box{X: read.Box.X, Y: read.Box.Y, W: read.Box.W, H: read.Box.H})
		all = append(all, issuer{read.Text, false, byPaperText.With("page", read.Page), place, issued})
	}
	return all
}

// issuerNames are the names under which files keep who issued a paper, and
// nothing else.
var issuerNames = []string{"coquancap", "coquanbanhanh", "organname", "issuer"}

// district reports whether a name is surely that of a district's committee: its
// first part, up to a comma, names the district itself.
func district(name string) bool {
	first, _, _ := strings.Cut(name, ",")
	n := agency.Parse(first)
	if !n.Committee() {
		return false
	}
	return n.Level() == agency.District || n.Level() == agency.City && agency.Parse(name).Level() == agency.District
}

var (
	districtText = msg.Message{
		ID: "result/district-unit",
		VI: "Kết quả được ban hành nhân danh UBND cấp huyện ({by}), trong khi cấp huyện đã kết thúc hoạt động từ 01/07/2025.",
		EN: "The result was issued in the name of a district's committee ({by}), though that level ended on 1 July 2025.",
	}
	districtNameText = msg.Message{
		ID: "result/district-unit.named",
		VI: "Kết quả được ban hành nhân danh {agency} ({by}), trong khi cấp huyện đã kết thúc hoạt động từ 01/07/2025.",
		EN: "The result was issued in the name of {agency} ({by}), though the district level ended on 1 July 2025.",
	}
	byRegisterText   = msg.Message{ID: "result/by-register", VI: "theo sổ theo dõi", EN: "by the register"}
	byFileText       = msg.Message{ID: "result/by-file", VI: "theo thông tin mô tả trong tệp", EN: "by the metadata of the file"}
	byPaperText      = msg.Message{ID: "result/by-paper", VI: "in trên giấy, trang {page}", EN: "as printed on page {page}"}
	issuedBeforeText = msg.Message{ID: "result/issued-before", VI: "Kết quả ban hành trước 01/07/2025", EN: "The result was issued before 1 July 2025"}
	noIssuerText     = msg.Message{
		ID: "result/no-issuer", VI: "Không có nguồn chắc chắn nào cho biết cơ quan ban hành kết quả", EN: "Nothing says for certain which agency issued the result",
	}
)
