package result

import (
	"context"

	"github.com/tthclint/tthclint/pkg/dossier"
	"github.com/tthclint/tthclint/pkg/evidence"
	"github.com/tthclint/tthclint/pkg/form"
	"github.com/tthclint/tthclint/pkg/lint"
	"github.com/tthclint/tthclint/pkg/msg"
	"github.com/tthclint/tthclint/pkg/rules/basis"
)

// OtherDossier finds results whose paper names another dossier than the one that
// they are attached to: by the dossier code or the owner that is printed on it.
// It is a rule of its own beside [WrongDocument]: that one is sure of what it
// sees and an error; this one rests on letters that were read, and a paper of the
// right kind may still be another dossier's. It looks at the pages; see [OnPages].
func OtherDossier() rule {
	return rule{
		ID:    "result/other-dossier",
		Title: msg.Message{ID: "result/other-dossier.title", VI: "Giấy có vẻ là của hồ sơ khác", EN: "The paper seems to be another dossier's"},
		Why: msg.Message{
			ID: "result/other-dossier.why",
			VI: "Mã hồ sơ hoặc tên chủ hồ sơ in trên giấy phải khớp với hồ sơ. Chương trình chỉ nêu khi đọc được rõ chữ in: mã hồ sơ là mã của ngày hoặc số khác, hoặc mọi tên của người được cấp trên giấy đều khác hẳn tên chủ hồ sơ trong sổ. Đây là cảnh báo vì có thể người khác nộp thay; báo cáo không ghi tên.",
			EN: "The dossier code or the owner printed on a paper must agree with the dossier. The program speaks only of print that was read clearly: a code of another day or number, or where every name of whom the paper is for differs altogether from the owner in the register. It is a warning, since somebody else may have handed the dossier in; the report names nobody.",
		},
		Remedy: msg.Message{
			ID: "result/other-dossier.remedy",
			VI: "Mở tệp để xem là của hồ sơ nào; nếu nhầm thì chuyển về đúng hồ sơ và đính kèm đúng kết quả.",
			EN: "Open the file to see whose it is; if it was attached by mistake, move it to its dossier and attach the right result.",
		},
		Date:  evidence.Digitized,
		After: []string{"result/empty", "result/not-pdf", "pdf/unreadable", "pdf/encrypted", "result/wrong-document", "result/qr-mismatch"},
		Applies: func(ctx context.Context, d *evidence.Dossier) (bool, error) {
			any, err := evidence.HasResult(ctx, d)
			return any && len(d.Forms) > 0, err
		},
		Editions: lint.EditionsOf(basis.OwnResult(), lint.Warning, evidence.EachResult(readsOtherDossier)),
	}
}

func readsOtherDossier(_ context.Context, d *evidence.Dossier, doc *evidence.Document, p *lint.Pass) error {
	if err := doc.OnlyPDF(); err != nil {
		return err
	}
	pages, err := doc.Pages()
	if err != nil {
		return err
	}
	own := ownCodes(d)
	compared := false
	for i := range pages {
		page := &pages[i]
		if !page.Certain() {
			continue
		}
		if code, box, ok := codeOn(page); ok && len(own) > 0 {
			compared = true
			if nearest(code, own) == otherDossier && form.SameText(code, own[0]) < clearlyOther {
				p.Report(lint.Finding{Message: otherCodeOnText.With("code", code, "page", page.Page), Place: doc.PlaceOn(page.Page, box), Identity: "code"})
			}
		}
		if d.Entry == nil || d.Entry.Owner == "" || !d.Expects(page.Form()) {
			continue
		}
		if v, other, ok := ownerOn(page, d.Entry.Owner); ok {
			compared = true
			if other {
				p.Report(lint.Finding{
					Message:  otherOwnerText.With("form", evidence.FormName(page.Form()), "page", page.Page),
					Place:    doc.PlaceOn(page.Page, lint.Box{X: v.Box.X, Y: v.Box.Y, W: v.Box.W, H: v.Box.H}),
					Identity: "owner",
				})
			}
		}
	}
	if !compared {
		return lint.Inapplicable(nothingToCompareText.With())
	}
	return nil
}

// How surely letters must have been read to be held against a paper, by the
// engine's confidence, and how little two names or codes must agree to be two:
// recognition loses a letter of ten on a fair scan.
const (
	surelyRead   = 0.9
	sameOwner    = 0.8
	otherPerson  = 0.5
	clearlyOther = 0.87 // two signs of a code
)

// codeOn returns the dossier code that was read on a page.
func codeOn(page *evidence.PageReading) (code string, box lint.Box, ok bool) {
	for _, v := range page.Form().Values {
		if !v.Code {
			continue
		}
		read, found := page.Reading.Value(v.Key)
		if !found || read.State != form.Filled || read.How != form.ByPrint || read.Sure < surelyRead {
			continue
		}
		if codes := dossier.FindCodes(read.Text, dossier.CodeFormats()); len(codes) == 1 {
			return dossier.Key(codes[0].Text), lint.Box{X: read.Box.X, Y: read.Box.Y, W: read.Box.W, H: read.Box.H}, true
		}
	}
	return "", lint.Box{}, false
}

// ownerOn compares the names of whom a page is for with the owner. ok is false
// where it cannot be told: a name was not read clearly, or is neither the owner's
// nor clearly another's.
func ownerOn(page *evidence.PageReading, owner string) (first form.ValueReading, other, ok bool) {
	if !form.IsName(owner) {
		return first, false, false
	}
	doubt, names := false, 0
	for _, v := range page.Form().Values {
		if !v.Owner || v.Type != form.NameValue {
			continue
		}
		read, found := page.Reading.Value(v.Key)
		switch alike := form.SameText(read.Text, owner); {
		case alike >= sameOwner:
			return read, false, true
		case found && read.State == form.Blank:
		case !found || read.State != form.Filled || read.How != form.ByPrint || read.Sure < surelyRead ||
			!form.IsName(read.Text) || alike >= otherPerson:
			doubt = true
		default:
			if names++; names == 1 {
				first = read
			}
		}
	}
	return first, true, names > 0 && !doubt
}

var (
	otherCodeOnText = msg.Message{
		ID: "result/other-dossier.code",
		VI: "Giấy ở trang {page} in mã hồ sơ {code}, không phải mã của hồ sơ này.",
		EN: "The paper on page {page} bears the dossier code {code}, which is not this dossier's.",
	}
	otherOwnerText = msg.Message{
		ID: "result/other-dossier.owner",
		VI: "Tên người được cấp trên {form} (trang {page}) khác hẳn tên chủ hồ sơ trong sổ.",
		EN: "The names of whom {form} (page {page}) is for differ altogether from the owner in the register.",
	}
	nothingToCompareText = msg.Message{
		ID: "result/other-dossier.none", VI: "Không có mã hồ sơ hay tên nào đọc đủ rõ để đối chiếu", EN: "No dossier code or name was read well enough to compare",
	}
)
