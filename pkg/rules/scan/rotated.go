package scan

import (
	"github.com/tthclint/tthclint/pkg/evidence"
	"github.com/tthclint/tthclint/pkg/lint"
	"github.com/tthclint/tthclint/pkg/msg"
	"github.com/tthclint/tthclint/pkg/quality"
	"github.com/tthclint/tthclint/pkg/rules/basis"
)

// Rotated finds pages that are displayed sideways or upside down.
func Rotated() rule {
	return rule{
		ID:    "scan/rotated",
		Title: msg.Message{ID: "scan/rotated.title", VI: "Trang quét bị xoay", EN: "The page is turned"},
		Why: msg.Message{
			ID: "scan/rotated.why",
			VI: "Người xem phải xoay trang mới đọc được. Hướng chữ lấy từ mẫu giấy đã nhận ra, hoặc từ cách chữ đứng trên dòng; trang đã được tệp xoay lại khi hiển thị thì không bị nêu.",
			EN: "A reader has to turn the page first. The direction comes from the form that was recognised, or from how letters stand on their lines; a page that the file turns back for display is not told.",
		},
		Remedy: msg.Message{
			ID: "scan/rotated.remedy",
			VI: "Xoay trang cho đúng chiều đọc trước khi ký số; tệp đã ký số mà xoay lại thì phải ký lại.",
			EN: "Turn the page upright before signing; a signed file has to be signed again afterwards.",
		},
		Date:    evidence.Digitized,
		After:   readable(),
		Applies: evidence.HasResult,
		Editions: lint.EditionsOf(basis.Scanned(), lint.Warning, onScans(func(_ *evidence.PageReading, q *quality.Quality) *hit {
			if !q.RotationKnown || q.Rotation == 0 {
				return nil
			}
			return &hit{message: rotatedText, args: []any{"degrees", q.Rotation}, bad: float64(q.Rotation)}
		})),
	}
}

var rotatedText = msg.Message{
	ID: "scan/rotated",
	VI: "Trang {pages} bị xoay {degrees}° theo chiều kim đồng hồ so với chiều đọc.",
	EN: "Page {pages} is turned {degrees}° clockwise from the way it is read.",
}
