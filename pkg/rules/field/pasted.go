package field

import (
	"context"
	"slices"

	"github.com/tthclint/tthclint/pkg/evidence"
	"github.com/tthclint/tthclint/pkg/form"
	"github.com/tthclint/tthclint/pkg/ink"
	"github.com/tthclint/tthclint/pkg/lint"
	"github.com/tthclint/tthclint/pkg/msg"
	"github.com/tthclint/tthclint/pkg/raster"
	"github.com/tthclint/tthclint/pkg/rules/basis"
)

// PastedSignature finds pictures that were put over a scan where ink belongs.
func PastedSignature() rule {
	return rule{
		ID: "field/pasted-signature",
		Title: msg.Message{
			ID: "field/pasted-signature.title", VI: "Dán hình chữ ký hoặc con dấu lên bản quét", EN: "A picture of a signature or seal was pasted onto the scan",
		},
		Why: msg.Message{
			ID: "field/pasted-signature.why",
			VI: "Vợ, chồng ký trên giấy; hình chữ ký dán lên tệp sau khi quét không phải là chữ ký của họ, ai cũng dán được. Hình dán lên ô ký của vợ hoặc chồng là lỗi; nếu dưới hình dán đã có chữ ký trên giấy, hoặc hình dán ở ô của cơ quan thì là cảnh báo. Hình hiển thị của chữ ký số đã ký và văn bản điện tử không bị xét.",
			EN: "Wife and husband sign on paper; a picture that was put on the file after scanning is not their signature, and anybody can put it there. Over the box of a spouse it is an error; where the paper under it is signed, or in a place of the agency, it is a warning. The visible appearance of a digital signature that was made, and electronic documents, are not judged.",
		},
		Remedy: msg.Message{
			ID: "field/pasted-signature.remedy",
			VI: "Lấy lại bản giấy, cho người có tên ký (hoặc đóng dấu) trực tiếp lên giấy, quét lại rồi mới ký số và đính kèm. Không dán hình chữ ký, con dấu lên tệp.",
			EN: "Take the paper, have the person sign (or the seal put) on it, scan it again, and only then sign it digitally and attach it. Never paste pictures of signatures or seals onto the file.",
		},
		Date:    evidence.Digitized,
		After:   readable(),
		Applies: mayBeSigned,
		Exceptions: []lint.Exception{
			{Severity: lint.Warning, When: msg.Message{
				ID: "field/pasted-signature.warning", VI: "khi trên giấy bên dưới đã có mực, hoặc hình dán ở ô của cơ quan",
				EN: "when there is ink on the paper below, or the picture is at a place of the agency",
			}},
		},
		Editions: lint.EditionsOf(basis.OnPaperItself(), lint.Error, evidence.EachResult(pasted)),
	}
}

func pasted(_ context.Context, d *evidence.Dossier, doc *evidence.Document, p *lint.Pass) error {
	s, err := sheetsOf(doc, func(f *form.Form) bool { return isResult(d, f) && len(f.Fields) > 0 })
	if err != nil {
		return err
	}
	onPaper := 0
	var doubt error
	for i := range s.shown {
		page := &s.shown[i]
		if page.Electronic {
			continue
		}
		onPaper++
		var told []*raster.Pasted // signature and seal share a place: one picture is told once
		for j := range page.Reading.Fields {
			read := &page.Reading.Fields[j]
			if doubt == nil && read.Required && doubtful(page, read) {
				doubt = lint.Unable(doubtfulText.With("field", labelOf(page.Form(), read), "page", page.Page), nil)
			}
			over := pastedOn(page, read)
			if over == nil || !read.Required || slices.Contains(told, over) {
				continue
			}
			told = append(told, over)
			p.Report(pastedFinding(doc, page, read, over))
		}
	}
	switch {
	case doubt != nil:
		return doubt
	case onPaper > 0 || s.unseen != nil && d.MayHaveForm():
		return s.answer()
	case s.electronic != nil:
		return lint.Inapplicable(electronicText.With("page", s.electronic.Page))
	}
	return lint.Inapplicable(noFieldText.With())
}

func pastedFinding(doc *evidence.Document, page *evidence.PageReading, read *form.FieldReading, over *raster.Pasted) lint.Finding {
	how := contentText.With()
	if over.Kind == raster.Annotation {
		how = annotationText.With("subtype", over.Subtype)
	}
	f := lint.Finding{
		Message:  pastedText.With("field", labelOf(page.Form(), read), "where", where(page, read), "how", how),
		Place:    doc.PlaceOn(page.Page, lint.Box{X: over.X, Y: over.Y, W: over.W, H: over.H}),
		Identity: identity(page, read.Key),
	}
	spouse := read.Key == form.WifeSignature || read.Key == form.HusbandSignature
	switch {
	case underIt(over, read):
		f.Message.Message, f.Severity = pastedOverInkText, lint.Warning
	case !spouse:
		f.Severity = lint.Warning
	}
	return f
}

// labelOf returns the name of a field in words.
func labelOf(f *form.Form, read *form.FieldReading) msg.Text {
	label := read.Label
	if field := f.Field(read.Key); field != nil {
		label = field.Label
	}
	return msg.Message{ID: "field/" + read.Key, VI: label.VI, EN: label.EN}.With()
}

// pastedOn returns what was pasted over the place of a field, or nil: a picture,
// or strokes of the pen or stamp of a PDF viewer, with most of its area there.
// Text, frames and highlights that a reader adds to a file show no signature.
// What was painted into the page goes first: it is part of what was measured.
// What may be a layer of the scan accuses nobody; the field is unsure.
func pastedOn(page *evidence.PageReading, read *form.FieldReading) *raster.Pasted {
	var annotation *raster.Pasted
	for i := range page.Pasted {
		o := &page.Pasted[i]
		drawn := o.Image || o.Lines && (o.Subtype == "Stamp" || o.Subtype == "Ink" || o.Subtype == "Widget")
		if o.Signed || o.Doubtful || !drawn || o.W <= 0 || o.H <= 0 {
			continue
		}
		w := min(o.X+o.W, read.Box.X+read.Box.W) - max(o.X, read.Box.X)
		h := min(o.Y+o.H, read.Box.Y+read.Box.H) - max(o.Y, read.Box.Y)
		switch {
		case w <= 0 || h <= 0 || w*h < 0.5*o.W*o.H:
		case o.Kind == raster.Content:
			return o
		case annotation == nil:
			annotation = o
		}
	}
	return annotation
}

// doubtful reports whether ink in the place of a field may have been pasted or
// be a layer of the scan.
func doubtful(page *evidence.PageReading, read *form.FieldReading) bool {
	return slices.ContainsFunc(page.Pasted, func(o raster.Pasted) bool {
		return o.Doubtful && min(o.X+o.W, read.Box.X+read.Box.W) > max(o.X, read.Box.X) &&
			min(o.Y+o.H, read.Box.Y+read.Box.H) > max(o.Y, read.Box.Y)
	})
}

// underIt reports whether the paper under an annotation bears ink of its own.
// What was painted into the page is part of what was measured.
func underIt(over *raster.Pasted, read *form.FieldReading) bool {
	return over.Kind == raster.Annotation && (read.State == ink.Present || read.State == ink.Fingerprint)
}

var (
	pastedText = msg.Message{
		ID: "field/pasted-signature",
		VI: "Ô «{field}» ({where}) có hình được dán lên tệp sau khi quét ({how}), không phải mực trên giấy.",
		EN: "The box «{field}» ({where}) holds a picture that was put on the file after scanning ({how}) and no ink on paper.",
	}
	pastedOverInkText = msg.Message{
		ID: "field/pasted-signature.over-ink",
		VI: "Có hình được dán đè lên ô «{field}» ({where}, {how}); trên giấy bên dưới đã có mực.",
		EN: "A picture was put over the box «{field}» ({where}, {how}); the paper under it bears ink.",
	}
	doubtfulText = msg.Message{
		ID: "field/pasted-signature.doubtful",
		VI: "Trang {page}: nét mực ở ô «{field}» nằm ở một lớp ảnh riêng, không rõ là của bản quét hay được dán thêm",
		EN: "Page {page}: the ink in the box «{field}» is in a layer of its own, which may be of the scan or pasted",
	}
	annotationText = msg.Message{ID: "pasted/annotation", VI: "chú thích PDF kiểu {subtype}", EN: "a PDF annotation of kind {subtype}"}
	contentText    = msg.Message{ID: "pasted/content", VI: "ảnh chèn thêm vào trang", EN: "an image inserted into the page"}

	pastedDoubtText = msg.Message{
		ID: "doubt/pasted", VI: "ô có hình được dán lên tệp sau khi quét", EN: "a picture was put over the box after scanning",
	}
)
