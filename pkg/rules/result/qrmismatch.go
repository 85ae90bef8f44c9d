package result

import (
	"context"
	"slices"
	"strings"

	"github.com/tthclint/tthclint/pkg/dossier"
	"github.com/tthclint/tthclint/pkg/evidence"
	"github.com/tthclint/tthclint/pkg/lint"
	"github.com/tthclint/tthclint/pkg/msg"
	"github.com/tthclint/tthclint/pkg/procedure"
	"github.com/tthclint/tthclint/pkg/qr"
	"github.com/tthclint/tthclint/pkg/rules/basis"
)

// QRMismatch compares what the QR codes on a result say with its dossier. It
// looks at the pages; see [OnPages].
func QRMismatch() rule {
	return rule{
		ID:    "result/qr-mismatch",
		Title: msg.Message{ID: "result/qr-mismatch.title", VI: "Mã QR trên giấy tờ là của hồ sơ khác", EN: "The QR code on the paper is another dossier's"},
		Why: msg.Message{
			ID: "result/qr-mismatch.why",
			VI: "Mã QR do hệ thống một cửa in trên giấy tờ có mã hồ sơ, mã thủ tục và số định danh của chủ hồ sơ, nên là bằng chứng chắc chắn nhất về việc tệp thuộc hồ sơ nào. Mã hồ sơ khác là lỗi; mã thủ tục hoặc số định danh khác là cảnh báo, vì mã thủ tục có thể đã thay đổi và người được cấp giấy có thể không phải chủ hồ sơ. Mã QR trên thẻ căn cước công dân không được so sánh. Không có mã QR thì không áp dụng.",
			EN: "The QR code that the one-stop system prints on a paper holds the dossier code, the procedure code and the owner's number: the surest proof of where a file belongs. Another dossier code is an error; another procedure or number is a warning, since procedure codes change and a paper may be issued to another person than the dossier's owner. Codes on citizen cards are not compared. Without a code the rule does not apply.",
		},
		Remedy: msg.Message{
			ID: "result/qr-mismatch.remedy",
			VI: "Mở tệp, đối chiếu với mã hồ sơ trên giấy, chuyển tệp về đúng hồ sơ và đính kèm đúng kết quả của hồ sơ này.",
			EN: "Open the file, compare the dossier code on the paper, move the file to its dossier and attach the right result to this one.",
		},
		Date:    evidence.Digitized,
		After:   []string{"result/empty", "result/not-pdf", "pdf/unreadable", "pdf/encrypted"},
		Applies: evidence.HasResult,
		Exceptions: []lint.Exception{
			{Severity: lint.Warning, When: msg.Message{
				ID: "result/qr-mismatch.warning", VI: "khi mã QR chỉ khác mã đơn vị, thủ tục hay số định danh, hoặc tệp có cả mã của hồ sơ này",
				EN: "when the code differs only in unit, procedure or identity number, or the file also bears that of this dossier",
			}},
		},
		Editions: lint.EditionsOf(basis.QRCode(), lint.Error, evidence.EachResult(qrMismatch)),
	}
}

func qrMismatch(_ context.Context, d *evidence.Dossier, doc *evidence.Document, p *lint.Pass) error {
	if err := doc.OnlyPDF(); err != nil {
		return err
	}
	pages, err := doc.Pages()
	if err != nil {
		return err
	}
	c := comparison{d: d, doc: doc}
	codes := 0
	for i := range pages {
		for _, code := range pages[i].Codes {
			codes++
			c.add(pages[i].Page, code)
		}
	}
	switch {
	case c.report(p):
		return nil
	case codes == 0 && len(pages) > 0 && pages[0].Reading == nil && !pages[0].Blank:
		return pages[0].Unseen() // codes stand on the first page
	case codes == 0:
		return lint.Inapplicable(noQRText.With())
	}
	return lint.Inapplicable(qrSilentText.With())
}

// comparison is what the codes of one document say of its dossier.
type comparison struct {
	d   *evidence.Dossier
	doc *evidence.Document

	dossiers, procedures, owners side
}

// side is one part of the codes compared: whether any agrees, and what does not.
type side struct {
	agrees bool
	others []lint.Finding
}

func (c *comparison) add(page int, code evidence.PageCode) {
	payload := qr.Parse(code.Text, nil)
	if payload.Kind == qr.CitizenCard {
		return
	}
	place := c.doc.PlaceOn(page, lint.Box{X: code.Box.X, Y: code.Box.Y, W: code.Box.W, H: code.Box.H})
	own := ownCodes(c.d)
	for _, id := range own {
		if len(id) >= leastCode && strings.Contains(dossier.Key(code.Text), id) {
			c.dossiers.agrees = true // codes of a shape of their own, too
		}
	}
	for _, other := range payload.Dossiers {
		switch near := nearest(other.Text, own); {
		case near == sameDossier:
			c.dossiers.agrees = true
		case near == otherDossier:
			c.dossiers.others = append(c.dossiers.others, lint.Finding{
				Message: qrDossierText.With("code", other.Text, "dossier", c.d.ID, "page", page), Place: place, Identity: other.Text,
			})
		case near == otherUnit:
			c.dossiers.others = append(c.dossiers.others, lint.Finding{
				Message: qrUnitText.With("code", other.Text, "dossier", c.d.ID, "page", page), Place: place, Identity: other.Text, Severity: lint.Warning,
			})
		}
	}
	if mine := procedure.Code(c.d.Procedure); mine != "" && len(payload.Procedures) > 0 {
		if slices.Contains(payload.Procedures, mine) {
			c.procedures.agrees = true
		} else {
			c.procedures.others = append(c.procedures.others, lint.Finding{
				Message: qrProcedureText.With("code", payload.Procedures[0], "procedure", mine, "page", page), Place: place,
				Identity: "procedure", Severity: lint.Warning, Remedy: qrCompareRemedy.With(),
			})
		}
	}
	if e := c.d.Entry; e != nil && e.OwnerID != "" && len(payload.Persons) > 0 {
		if slices.Contains(payload.Persons, e.OwnerID) {
			c.owners.agrees = true
		} else {
			c.owners.others = append(c.owners.others, lint.Finding{
				Message: qrOwnerText.With("page", page), Place: place, Identity: "owner", Severity: lint.Warning, Remedy: qrCompareRemedy.With(),
			})
		}
	}
}

// report reports what disagrees. It returns false where nothing was compared.
// Beside the dossier's own code another one is a paper that comes with it, or a
// second result scanned into the same file: a person has to look.
func (c *comparison) report(p *lint.Pass) bool {
	compared := false
	for _, s := range []*side{&c.dossiers, &c.procedures, &c.owners} {
		compared = compared || s.agrees || len(s.others) > 0
		for _, f := range s.others {
			if s.agrees && s != &c.dossiers {
				continue
			}
			if s.agrees {
				f.Severity, f.Message.Message, f.Remedy = lint.Warning, qrBesideText, qrCompareRemedy.With()
			}
			p.Report(f)
		}
	}
	return compared
}

var (
	qrDossierText = msg.Message{
		ID: "result/qr-mismatch",
		VI: "Mã QR ở trang {page} mang mã hồ sơ {code}, không phải {dossier}.",
		EN: "The QR code on page {page} bears the dossier code {code} and not {dossier}.",
	}
	qrUnitText = msg.Message{
		ID: "result/qr-mismatch.unit",
		VI: "Mã QR ở trang {page} mang mã hồ sơ {code}: cùng ngày và số thứ tự với {dossier} nhưng khác mã đơn vị.",
		EN: "The QR code on page {page} bears the dossier code {code}: the day and number of {dossier} but another unit code.",
	}
	qrBesideText = msg.Message{
		ID: "result/qr-mismatch.beside",
		VI: "Ngoài mã của hồ sơ này, tệp còn có mã QR của hồ sơ {code} (trang {page}).",
		EN: "Beside this dossier's code the file also bears a QR code of dossier {code} (page {page}).",
	}
	qrProcedureText = msg.Message{
		ID: "result/qr-mismatch.procedure",
		VI: "Mã QR ở trang {page} ghi thủ tục {code}, hồ sơ thuộc thủ tục {procedure}.",
		EN: "The QR code on page {page} says procedure {code}; the dossier is of procedure {procedure}.",
	}
	qrOwnerText = msg.Message{
		ID: "result/qr-mismatch.owner",
		VI: "Mã QR ở trang {page} mang số định danh khác với số định danh trong sổ theo dõi.",
		EN: "The QR code on page {page} bears another personal number than the register.",
	}
	qrCompareRemedy = msg.Message{
		ID: "result/qr-mismatch.compare",
		VI: "Mở tệp và đối chiếu với hồ sơ; nếu đúng là giấy của hồ sơ này thì sửa thông tin trên hệ thống hoặc trong sổ theo dõi.",
		EN: "Open the file and compare it with the dossier; if the paper belongs here, correct the system or the register.",
	}
	noQRText     = msg.Message{ID: "result/qr-mismatch.none", VI: "Không tìm thấy mã QR trên các trang đã xem", EN: "No QR code was found on the pages that were looked at"}
	qrSilentText = msg.Message{ID: "result/qr-mismatch.silent", VI: "Mã QR không có thông tin để so với hồ sơ", EN: "The QR code holds nothing that can be compared with the dossier"}
)
