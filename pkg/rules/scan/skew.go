package scan

import (
	"math"

	"github.com/tthclint/tthclint/pkg/evidence"
	"github.com/tthclint/tthclint/pkg/lint"
	"github.com/tthclint/tthclint/pkg/msg"
	"github.com/tthclint/tthclint/pkg/quality"
	"github.com/tthclint/tthclint/pkg/rules/basis"
)

// Skew finds pages whose print lies visibly askew.
func Skew() rule {
	return rule{
		ID:    "scan/skew",
		Title: msg.Message{ID: "scan/skew.title", VI: "Trang quét bị nghiêng", EN: "The page lies askew"},
		Why: msg.Message{
			ID: "scan/skew.why",
			VI: "Tờ giấy đặt lệch trên máy quét thì dòng chữ nghiêng, dễ mất góc. Góc nghiêng đo trên các dòng chữ in; từ 3° trở lên (dòng chữ lệch khoảng 9 mm trên khổ A4) thì nêu cảnh báo. Luật không quy định mức này.",
			EN: "A sheet that lies askew on the scanner has slanting lines and may lose a corner. The angle is measured on lines of print; 3° or more (a line climbs by 9 mm across A4) is a warning. The law has no such limit.",
		},
		Remedy: msg.Message{
			ID: "scan/skew.remedy",
			VI: "Đặt giấy sát mép máy quét hoặc bật chức năng tự chỉnh thẳng (deskew). " + scanAgainVI,
			EN: "Lay the paper along the edge of the scanner, or have the scanner straighten it. " + scanAgainEN,
		},
		Date:    evidence.Digitized,
		After:   readable("scan/phone-photo"),
		Applies: evidence.HasResult,
		Editions: lint.EditionsOf(basis.Scanned(), lint.Warning, onScans(func(_ *evidence.PageReading, q *quality.Quality) *hit {
			if !q.Slanted() {
				return nil
			}
			return &hit{message: skewText, args: []any{"degrees", math.Round(10*math.Abs(q.Skew)) / 10}, bad: math.Abs(q.Skew)}
		})),
	}
}

var skewText = msg.Message{
	ID: "scan/skew", VI: "Trang {pages}: dòng chữ nghiêng {degrees}°.", EN: "Page {pages}: the lines slant by {degrees}°.",
}
