package scan

import (
	"github.com/tthclint/tthclint/pkg/evidence"
	"github.com/tthclint/tthclint/pkg/lint"
	"github.com/tthclint/tthclint/pkg/msg"
	"github.com/tthclint/tthclint/pkg/quality"
	"github.com/tthclint/tthclint/pkg/rules/basis"
)

// Cropped finds pages on which print runs into the edge.
func Cropped() rule {
	return rule{
		ID:    "scan/cropped",
		Title: msg.Message{ID: "scan/cropped.title", VI: "Trang quét bị cắt mép", EN: "The page is cut off at an edge"},
		Why: msg.Message{
			ID: "scan/cropped.why",
			VI: "Bản quét phải đủ toàn bộ tờ giấy. Chương trình nêu cảnh báo khi chữ hoặc khung in chạy ra sát mép ở nhiều chỗ; bóng đen ở mép, vết gấp và vết bẩn của máy quét không tính.",
			EN: "A scan shows the whole sheet. It is a warning when print or a printed frame runs into the edge at several places; shadows at the edge, folds and traces of dirt do not count.",
		},
		Remedy: msg.Message{
			ID: "scan/cropped.remedy",
			VI: "Chọn khổ giấy đủ lớn, đặt giấy lọt trong vùng quét, thấy đủ bốn mép. " + scanAgainVI,
			EN: "Choose a size that is large enough and lay the paper within it, so that all four edges are seen. " + scanAgainEN,
		},
		Date:    evidence.Digitized,
		After:   readable("scan/phone-photo"),
		Applies: evidence.HasResult,
		Editions: lint.EditionsOf(basis.Scanned(), lint.Warning, onScans(func(_ *evidence.PageReading, q *quality.Quality) *hit {
			cut := q.Cut()
			if len(cut) == 0 || q.TooDark() {
				return nil
			}
			worst, n := cut[0], q.Cropped[cut[0]]
			for _, side := range cut[1:] {
				if q.Cropped[side] > n {
					worst, n = side, q.Cropped[side]
				}
			}
			return &hit{message: croppedText, args: []any{"side", sideTexts[worst].With(), "places", n}, bad: float64(n)}
		})),
	}
}

var (
	croppedText = msg.Message{
		ID: "scan/cropped",
		VI: "Trang {pages}: chữ hoặc khung in bị cắt ở {side} ({places} chỗ chạm mép).",
		EN: "Page {pages}: print is cut off at the {side} ({places} places touch the edge).",
	}
	sideTexts = [4]msg.Message{
		quality.Top:    {ID: "side/top", VI: "mép trên", EN: "top edge"},
		quality.Right:  {ID: "side/right", VI: "mép phải", EN: "right edge"},
		quality.Bottom: {ID: "side/bottom", VI: "mép dưới", EN: "bottom edge"},
		quality.Left:   {ID: "side/left", VI: "mép trái", EN: "left edge"},
	}
)
