package scan

import (
	"math"

	"github.com/tthclint/tthclint/pkg/evidence"
	"github.com/tthclint/tthclint/pkg/lint"
	"github.com/tthclint/tthclint/pkg/msg"
	"github.com/tthclint/tthclint/pkg/quality"
	"github.com/tthclint/tthclint/pkg/rules/basis"
)

// Blurred finds pages whose print has no sharp edges.
func Blurred() rule {
	return rule{
		ID:    "scan/blurred",
		Title: msg.Message{ID: "scan/blurred.title", VI: "Trang quét bị nhòe", EN: "The page is blurred"},
		Why: msg.Message{
			ID: "scan/blurred.why",
			VI: "Ảnh mất nét, rung hoặc phóng to từ ảnh nhỏ làm chữ có dấu lẫn vào nhau. Chương trình đo bề rộng của mép nét chữ theo mm trên giấy, nên không phụ thuộc độ phân giải; từ 0,5 mm thì chữ cỡ thường dính vào nhau. Luật không quy định mức này nên chỉ là cảnh báo; ảnh đen trắng không đo được.",
			EN: "A picture out of focus, shaken or enlarged runs letters and their marks together. Measured is how wide the edges of print are, in mm on the paper, which does not depend on the resolution; from 0.5 mm on letters of the usual size run together. The law has no such limit, so it is a warning; it cannot be measured on a bilevel picture.",
		},
		Remedy: msg.Message{
			ID: "scan/blurred.remedy", VI: "Lau mặt kính, ép phẳng giấy, không dùng ảnh chụp hay ảnh phóng to. " + scanAgainVI, EN: "Clean the glass, press the paper flat, use no photograph and no enlarged picture. " + scanAgainEN,
		},
		Date:    evidence.Digitized,
		After:   readable(),
		Applies: evidence.HasResult,
		Editions: lint.EditionsOf(basis.Scanned(), lint.Warning, onScans(func(_ *evidence.PageReading, q *quality.Quality) *hit {
			if !q.Blurred() {
				return nil
			}
			return &hit{message: blurredText, args: []any{"width", math.Round(100*q.EdgeMM) / 100}, bad: q.EdgeMM}
		})),
	}
}

var blurredText = msg.Message{
	ID: "scan/blurred", VI: "Trang {pages}: ảnh bị nhòe, mép nét chữ rộng {width} mm.", EN: "Page {pages}: the picture is blurred, the edges of print are {width} mm wide.",
}
