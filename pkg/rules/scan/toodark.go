package scan

import (
	"math"

	"github.com/tthclint/tthclint/pkg/evidence"
	"github.com/tthclint/tthclint/pkg/lint"
	"github.com/tthclint/tthclint/pkg/msg"
	"github.com/tthclint/tthclint/pkg/quality"
	"github.com/tthclint/tthclint/pkg/raster"
	"github.com/tthclint/tthclint/pkg/rules/basis"
)

// TooDark finds pages whose paper is so dark that print is lost.
func TooDark() rule {
	return rule{
		ID:    "scan/too-dark",
		Title: msg.Message{ID: "scan/too-dark.title", VI: "Trang quét quá tối", EN: "The page is too dark"},
		Why: msg.Message{
			ID: "scan/too-dark.why",
			VI: "Nền giấy quá tối thì chữ, dấu và chữ ký khó phân biệt. Chương trình đo độ sáng của nền giấy, từ 0 (đen) đến 100 % (trắng); với ảnh đen trắng thì đo phần diện tích bị đen. Luật không quy định mức này nên chỉ là cảnh báo.",
			EN: "Where the paper is too dark, print, seal and signature are hard to tell apart. Measured is the light of the paper, from 0 (black) to 100 % (white); on a bilevel picture the share that is black. The law has no such limit, so it is a warning.",
		},
		Remedy: msg.Message{
			ID: "scan/too-dark.remedy", VI: "Tăng độ sáng khi quét, đậy nắp máy quét. " + scanAgainVI, EN: "Scan with more brightness and the lid closed. " + scanAgainEN,
		},
		Date:    evidence.Digitized,
		After:   readable(),
		Applies: evidence.HasResult,
		Editions: lint.EditionsOf(basis.Scanned(), lint.Warning, onScans(func(_ *evidence.PageReading, q *quality.Quality) *hit {
			switch {
			case !q.TooDark():
				return nil
			case q.Seen == raster.Bilevel:
				return &hit{message: blackText, args: []any{"percent", int(math.Round(100 * q.Light.Black))}, bad: q.Light.Black}
			}
			return &hit{message: darkText, args: []any{"percent", q.Light.Paper * 100 / 255}, bad: float64(-q.Light.Paper)}
		})),
	}
}

var (
	darkText = msg.Message{
		ID: "scan/too-dark", VI: "Trang {pages}: nền giấy quá tối (độ sáng {percent} %).", EN: "Page {pages}: the paper is too dark (its light is {percent} %).",
	}
	blackText = msg.Message{
		ID: "scan/too-dark.black", VI: "Trang {pages}: {percent} % diện tích trang bị đen.", EN: "Page {pages}: {percent} % of the page are black.",
	}
)
