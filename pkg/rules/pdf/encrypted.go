package pdf

import (
	"context"

	"github.com/tthclint/tthclint/pkg/evidence"
	"github.com/tthclint/tthclint/pkg/lint"
	"github.com/tthclint/tthclint/pkg/msg"
)

// Encrypted finds results that need a password.
func Encrypted() rule {
	return rule{
		ID:    "pdf/encrypted",
		Title: msg.Message{ID: "pdf/encrypted.title", VI: "Tệp PDF bị khóa", EN: "The PDF is locked"},
		Why: msg.Message{
			ID: "pdf/encrypted.why",
			VI: "Kết quả phải xem, kiểm tra và lưu trữ được lâu dài; tệp có mật khẩu thì người dân và cơ quan khác không dùng được.",
			EN: "A result must stay readable, checkable and fit for an archive; citizens and other bodies cannot use a file with a password.",
		},
		Remedy: msg.Message{
			ID: "pdf/encrypted.remedy",
			VI: "Xuất lại tệp PDF không đặt mật khẩu và không hạn chế quyền, ký số lại rồi đính kèm.",
			EN: "Make the PDF again without password or restrictions, sign it and attach it.",
		},
		Date:    evidence.Digitized,
		After:   []string{"result/empty", "result/not-pdf", "pdf/unreadable"},
		Applies: evidence.HasResult,
		Editions: lint.EditionsOf(readable(), lint.Error, evidence.EachResult(func(_ context.Context, _ *evidence.Dossier, doc *evidence.Document, p *lint.Pass) error {
			if err := doc.OnlyPDF(); err != nil {
				return err
			}
			s, err := doc.Structure()
			if err == nil && s.Locked {
				p.Report(lint.Finding{Message: lockedText.With(), Place: doc.Place()})
			}
			return err
		})),
	}
}

var lockedText = msg.Message{
	ID: "pdf/encrypted", VI: "Tệp PDF bị khóa bằng mật khẩu, không xem được nội dung.", EN: "The PDF is locked by a password; its content cannot be seen.",
}
