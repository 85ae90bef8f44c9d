package result

import (
	"context"
	"path"
	"strings"

	"github.com/tthclint/tthclint/pkg/evidence"
	"github.com/tthclint/tthclint/pkg/lint"
	"github.com/tthclint/tthclint/pkg/msg"
	"github.com/tthclint/tthclint/pkg/rules/basis"
)

// NotPDF finds results that are not PDF files, whatever their names say.
func NotPDF() rule {
	return rule{
		ID:    "result/not-pdf",
		Title: msg.Message{ID: "result/not-pdf.title", VI: "Kết quả không phải tệp PDF", EN: "The result is not a PDF"},
		Why: msg.Message{
			ID: "result/not-pdf.why",
			VI: "Bản số hóa phải là tệp PDF phiên bản 1.4 trở lên. Loại tệp được xác định theo nội dung, không theo phần mở rộng của tên.",
			EN: "A digitized document must be a PDF, version 1.4 or later. The kind of a file is told from its content, never from its name.",
		},
		Remedy: msg.Message{
			ID: "result/not-pdf.remedy",
			VI: "Quét lại bản giấy thành tệp PDF (màu, tối thiểu 200 dpi), ký số rồi đính kèm thay tệp này.",
			EN: "Scan the paper to a PDF (colour, at least 200 dpi), sign it digitally and attach it in place of this file.",
		},
		Date:    evidence.Digitized,
		After:   []string{"result/empty"},
		Applies: evidence.HasResult,
		Editions: lint.EditionsOf(basis.ScanFormat(), lint.Error, evidence.EachResult(func(_ context.Context, _ *evidence.Dossier, doc *evidence.Document, p *lint.Pass) error {
			content, err := doc.Content()
			if err != nil {
				return err
			}
			switch {
			case content == evidence.Empty:
				return lint.Inapplicable(emptyText.With())
			case content == evidence.PDF:
			case strings.EqualFold(path.Ext(doc.Path), ".pdf"):
				p.Report(lint.Finding{Message: disguisedText.With("kind", content.Name()), Place: doc.Place()})
			default:
				p.Report(lint.Finding{Message: notPDFText.With("kind", content.Name()), Place: doc.Place()})
			}
			return nil
		})),
	}
}

var (
	notPDFText = msg.Message{
		ID: "result/not-pdf", VI: "Kết quả là {kind}, không phải tệp PDF.", EN: "The result is {kind}, not a PDF.",
	}
	disguisedText = msg.Message{
		ID: "result/not-pdf.name",
		VI: "Tên tệp ghi .pdf nhưng nội dung là {kind}.",
		EN: "The file is called .pdf but its content is {kind}.",
	}
)
