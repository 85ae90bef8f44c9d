package pdf

import (
	"context"

	"github.com/tthclint/tthclint/pkg/evidence"
	"github.com/tthclint/tthclint/pkg/lint"
	"github.com/tthclint/tthclint/pkg/msg"
)

// Restricted warns of results that are encrypted and open without a password.
func Restricted() rule {
	return rule{
		ID:    "pdf/restricted",
		Title: msg.Message{ID: "pdf/restricted.title", VI: "Tệp PDF hạn chế quyền sử dụng", EN: "The PDF restricts its use"},
		Why: msg.Message{
			ID: "pdf/restricted.why",
			VI: "Tệp được mã hóa, mở được không cần mật khẩu nhưng có thể cấm in, sao chép hoặc trích nội dung; kho lưu trữ và phần mềm khác có thể không xử lý được.",
			EN: "The file is encrypted; it opens without a password but may forbid printing, copying or extraction, and archives and other programs may not be able to handle it.",
		},
		Remedy: msg.Message{
			ID: "pdf/restricted.remedy",
			VI: "Xuất lại tệp PDF không hạn chế quyền, ký số lại rồi đính kèm.",
			EN: "Make the PDF again without restrictions, sign it and attach it.",
		},
		Date:    evidence.Digitized,
		After:   []string{"result/empty", "result/not-pdf", "pdf/unreadable", "pdf/encrypted"},
		Applies: evidence.HasResult,
		Editions: lint.EditionsOf(readable(), lint.Warning, evidence.EachResult(func(_ context.Context, _ *evidence.Dossier, doc *evidence.Document, p *lint.Pass) error {
			if err := doc.OnlyPDF(); err != nil {
				return err
			}
			s, err := doc.Structure()
			if err == nil && s.Encrypted && !s.Locked {
				p.Report(lint.Finding{Message: restrictedText.With(), Place: doc.Place()})
			}
			return err
		})),
	}
}

var restrictedText = msg.Message{
	ID: "pdf/restricted",
	VI: "Tệp PDF được mã hóa và hạn chế quyền sử dụng, tuy vẫn mở được.",
	EN: "The PDF is encrypted and restricts its use, although it opens.",
}
