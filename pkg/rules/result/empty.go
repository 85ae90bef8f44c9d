package result

import (
	"context"

	"github.com/tthclint/tthclint/pkg/evidence"
	"github.com/tthclint/tthclint/pkg/lint"
	"github.com/tthclint/tthclint/pkg/msg"
	"github.com/tthclint/tthclint/pkg/rules/basis"
)

// Empty finds results that are files of no bytes.
func Empty() rule {
	return rule{
		ID:    "result/empty",
		Title: msg.Message{ID: "result/empty.title", VI: "Tệp kết quả rỗng", EN: "The result file is empty"},
		Why: msg.Message{
			ID: "result/empty.why",
			VI: "Hệ thống chỉ đếm có tệp đính kèm; tệp 0 byte thường do tải lên dở dang. Kết quả phải có đầy đủ nội dung.",
			EN: "Systems count that a file is attached; a file of 0 bytes is mostly an upload that broke off. A result must carry its full content.",
		},
		Remedy: msg.Message{
			ID: "result/empty.remedy",
			VI: "Tải lại tệp kết quả đã ký số từ máy đã quét hoặc từ hệ thống quản lý văn bản.",
			EN: "Upload the signed result again from where it was scanned or from the document system.",
		},
		Date:    evidence.Digitized,
		Applies: evidence.HasResult,
		Editions: lint.EditionsOf(basis.Digitized("a", "Điều 8 khoản 2"), lint.Error, evidence.EachResult(func(_ context.Context, _ *evidence.Dossier, doc *evidence.Document, p *lint.Pass) error {
			content, err := doc.Content()
			if err != nil {
				return err
			}
			if content == evidence.Empty {
				p.Report(lint.Finding{Message: emptyText.With(), Place: doc.Place()})
			}
			return nil
		})),
	}
}

var emptyText = msg.Message{
	ID: "result/empty", VI: "Tệp kết quả không có nội dung (0 byte).", EN: "The result file has no content (0 bytes).",
}
