package field

import (
	"context"
	"slices"

	"github.com/tthclint/tthclint/pkg/evidence"
	"github.com/tthclint/tthclint/pkg/form"
	"github.com/tthclint/tthclint/pkg/ink"
	"github.com/tthclint/tthclint/pkg/lint"
	"github.com/tthclint/tthclint/pkg/msg"
	"github.com/tthclint/tthclint/pkg/procedure"
	"github.com/tthclint/tthclint/pkg/rules/basis"
)

// SpouseSignature finds marriage certificates that were scanned before wife and
// husband had signed.
func SpouseSignature() rule {
	run := evidence.EachResult(spouses)
	return rule{
		ID: "field/spouse-signature",
		Title: msg.Message{
			ID: "field/spouse-signature.title", VI: "Giấy chứng nhận kết hôn thiếu chữ ký của vợ hoặc chồng", EN: "A spouse's signature is missing on the marriage certificate",
		},
		Why: msg.Message{
			ID: "field/spouse-signature.why",
			VI: "Lãnh đạo UBND ký trước, hai bên nam nữ ký sau khi có mặt nhận kết quả. Bản quét có chữ ký của lãnh đạo và con dấu nhưng hai ô của vợ, chồng còn trống là bản quét quá sớm. Điểm chỉ có giá trị như chữ ký. Tên đánh máy không phải là chữ ký.",
			EN: "The official signs first; wife and husband sign when they come for the certificate. A scan with signature and seal of the office and empty boxes of the spouses was made too early. A fingerprint counts as a signature, a typed name does not.",
		},
		Remedy: msg.Message{
			ID: "field/spouse-signature.remedy",
			VI: "Cho vợ, chồng ký (hoặc điểm chỉ) đủ vào Giấy chứng nhận kết hôn bản giấy, quét lại rồi mới ký số và đính kèm.",
			EN: "Have wife and husband sign (or give a fingerprint) on the paper certificate, scan it again, and only then sign it digitally and attach it.",
		},
		Date:    evidence.Received, // dossiers received earlier follow the earlier law
		After:   []string{"result/empty", "result/not-pdf", "pdf/unreadable", "pdf/encrypted"},
		Applies: mayBeCertificate,
		Editions: slices.Concat(
			lint.EditionsOf(basis.SpousesSign(), lint.Error, run),
			lint.EditionsOf(basis.SpousesSignByForm(), lint.Warning, run),
		),
	}
}

// mayBeCertificate reports whether a result may be a marriage certificate: the
// procedure says so, or it is not known what the procedure ends with.
func mayBeCertificate(ctx context.Context, d *evidence.Dossier) (bool, error) {
	if any, err := evidence.HasResult(ctx, d); !any || err != nil {
		return false, err
	}
	return procedure.SpousesSign(d.Procedure, d.ProcedureName) != procedure.No, nil
}

func hasSpouses(f *form.Form) bool { return f != nil && f.Field(form.WifeSignature) != nil }

// mayBeBack reports whether a page without a recognised form may be the back of
// a certificate, which is blank or bears a note: it was drawn, and looks like no
// form at all.
func mayBeBack(page evidence.PageReading) bool {
	return page.Reading != nil && (page.Reading.Reason == form.NoText || page.Reading.Reason == form.NoMatch)
}

// certain is how sure a page must be of another form to be no marriage
// certificate: forms of few captions share their head with every official paper,
// and a certificate in an unknown layout must not pass as one of them.
const certain = 0.9

// spouses judges every marriage certificate in one document.
func spouses(_ context.Context, d *evidence.Dossier, doc *evidence.Document, p *lint.Pass) error {
	if err := doc.OnlyPDF(); err != nil {
		return err
	}
	pages, err := doc.Pages()
	if err != nil {
		return err
	}
	var unsure []msg.Text
	var unseen error
	certificates, others, hidden := 0, 0, false
	for _, page := range pages {
		switch {
		case page.Reading == nil || page.Reading.Form == nil:
			hidden = hidden || !mayBeBack(page)
			if unseen == nil || !mayBeBack(page) {
				unseen = lint.Unable(unseenText.With("page", page.Page, "because", page.Because), nil)
			}
		case !hasSpouses(page.Reading.Form) && page.Reading.Confidence < certain:
			hidden = true
			if unseen == nil {
				name := page.Reading.Form.Name
				looksLike := looksLikeText.With("form", msg.Message{ID: "form/" + page.Reading.Form.ID, VI: name.VI, EN: name.EN}.With())
				unseen = lint.Unable(unseenText.With("page", page.Page, "because", looksLike), nil)
			}
		case !hasSpouses(page.Reading.Form):
			others++
		default:
			certificates++
			for _, spouse := range []struct {
				key     string
				missing msg.Message
				unsure  msg.Message
			}{{form.WifeSignature, wifeText, wifeUnsureText}, {form.HusbandSignature, husbandText, husbandUnsureText}} {
				read, ok := page.Reading.Field(spouse.key)
				where := doc.PlaceOn(page.Page, lint.Box{X: read.Box.X, Y: read.Box.Y, W: read.Box.W, H: read.Box.H})
				switch {
				case ok && read.State == ink.Absent:
					p.Report(lint.Finding{Message: spouse.missing.With(), Place: where})
				case !ok || read.State == ink.Unsure:
					unsure = append(unsure, spouse.unsure.With("page", page.Page))
				}
			}
		}
	}
	switch {
	case len(unsure) == 1:
		return lint.Unable(unsure[0], nil)
	case len(unsure) > 1:
		return lint.Unable(bothUnsureText.With("page", unsure[0].Args["page"]), nil)
	case certificates > 0 && !hidden:
		return nil
	case unseen != nil:
		return unseen
	case others > 0 && procedure.SpousesSign(d.Procedure, d.ProcedureName) == procedure.Yes:
		return lint.Unable(otherFormText.With(), nil)
	}
	return lint.Inapplicable(noCertificateText.With())
}

var (
	wifeText = msg.Message{
		ID: "field/spouse-signature.wife",
		VI: "Ô ký của VỢ còn trống: giấy được quét khi chưa có chữ ký hoặc điểm chỉ của vợ.",
		EN: "The WIFE's box is empty: the paper was scanned without her signature or fingerprint.",
	}
	husbandText = msg.Message{
		ID: "field/spouse-signature.husband",
		VI: "Ô ký của CHỒNG còn trống: giấy được quét khi chưa có chữ ký hoặc điểm chỉ của chồng.",
		EN: "The HUSBAND's box is empty: the paper was scanned without his signature or fingerprint.",
	}
	wifeUnsureText = msg.Message{
		ID: "field/spouse-signature.wife-unsure",
		VI: "Không chắc ô ký của vợ (trang {page}) đã có chữ ký hay chưa; cần người xem lại",
		EN: "Whether the wife's box (page {page}) is signed cannot be told for sure; a person must look",
	}
	husbandUnsureText = msg.Message{
		ID: "field/spouse-signature.husband-unsure",
		VI: "Không chắc ô ký của chồng (trang {page}) đã có chữ ký hay chưa; cần người xem lại",
		EN: "Whether the husband's box (page {page}) is signed cannot be told for sure; a person must look",
	}
	bothUnsureText = msg.Message{
		ID: "field/spouse-signature.both-unsure",
		VI: "Không chắc các ô ký của vợ và chồng (trang {page}) đã có chữ ký hay chưa; cần người xem lại",
		EN: "Whether the boxes of wife and husband (page {page}) are signed cannot be told for sure; a person must look",
	}
	unseenText = msg.Message{
		ID: "field/spouse-signature.unseen",
		VI: "Chưa xem được chữ ký của vợ, chồng ở trang {page}: {because}",
		EN: "The spouses' signatures could not be looked at on page {page}: {because}",
	}
	looksLikeText = msg.Message{
		ID: "field/spouse-signature.looks-like",
		VI: "trang giống mẫu {form} nhưng chưa đủ chắc chắn",
		EN: "the page looks like {form}, but not for certain",
	}
	otherFormText = msg.Message{
		ID: "field/spouse-signature.other-form",
		VI: "Thủ tục này có kết quả là Giấy chứng nhận kết hôn nhưng tệp là mẫu giấy khác; cần người xem lại",
		EN: "The result of this procedure is a marriage certificate but the file shows another form; a person must look",
	}
	noCertificateText = msg.Message{
		ID: "field/spouse-signature.none", VI: "Không phải Giấy chứng nhận kết hôn", EN: "Not a marriage certificate",
	}
)
