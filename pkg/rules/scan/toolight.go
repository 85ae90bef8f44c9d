package scan

import (
	"github.com/tthclint/tthclint/pkg/evidence"
	"github.com/tthclint/tthclint/pkg/lint"
	"github.com/tthclint/tthclint/pkg/msg"
	"github.com/tthclint/tthclint/pkg/quality"
	"github.com/tthclint/tthclint/pkg/rules/basis"
)

// TooLight finds pages whose print is so pale that it is lost.
func TooLight() rule {
	return rule{
		ID:    "scan/too-light",
		Title: msg.Message{ID: "scan/too-light.title", VI: "Trang quét quá nhạt", EN: "The page is too light"},
		Why: msg.Message{
			ID: "scan/too-light.why",
			VI: "Chữ in và nét ký quá nhạt so với nền giấy thì khó đọc, khi in ra hoặc lưu trữ càng mất nét. Chương trình đo độ tương phản giữa nét đậm nhất và nền giấy, từ 0 đến 100 %. Luật không quy định mức này nên chỉ là cảnh báo; ảnh đen trắng không đo được.",
			EN: "Print and ink that are pale against the paper are hard to read and are lost on paper and in archives. Measured is the contrast between the darkest strokes and the paper, from 0 to 100 %. The law has no such limit, so it is a warning; it cannot be measured on a bilevel picture.",
		},
		Remedy: msg.Message{
			ID: "scan/too-light.remedy", VI: "Giảm độ sáng hoặc tăng độ tương phản khi quét. " + scanAgainVI, EN: "Scan with less brightness or more contrast. " + scanAgainEN,
		},
		Date:    evidence.Digitized,
		After:   readable("scan/too-dark"),
		Applies: evidence.HasResult,
		Editions: lint.EditionsOf(basis.Scanned(), lint.Warning, onScans(func(_ *evidence.PageReading, q *quality.Quality) *hit {
			if !q.TooLight() {
				return nil
			}
			return &hit{message: lightText, args: []any{"percent", max(0, q.Light.Contrast()) * 100 / 255}, bad: float64(-q.Light.Contrast())}
		})),
	}
}

var lightText = msg.Message{
	ID: "scan/too-light", VI: "Trang {pages}: chữ quá nhạt, độ tương phản với nền giấy {percent} %.", EN: "Page {pages}: print is too pale, its contrast with the paper is {percent} %.",
}
