package scan

import (
	"math"

	"github.com/tthclint/tthclint/pkg/evidence"
	"github.com/tthclint/tthclint/pkg/lint"
	"github.com/tthclint/tthclint/pkg/msg"
	"github.com/tthclint/tthclint/pkg/quality"
	"github.com/tthclint/tthclint/pkg/rules/basis"
)

const (
	leastDPI = 200
	dpiOff   = 0.02 // sides of pages and pictures are rounded, and margins cut
	repeated = 1.4  // times that pixels were repeated: no rounding does that
)

// Resolution finds scans that are coarser than the law allows.
func Resolution() rule {
	return rule{
		ID:    "scan/resolution",
		Title: msg.Message{ID: "scan/resolution.title", VI: "Độ phân giải bản quét thấp", EN: "The resolution of the scan is too low"},
		Why: msg.Message{
			ID: "scan/resolution.why",
			VI: "Văn bản giấy được số hóa với độ phân giải tối thiểu 200 dpi. Chương trình tính số điểm ảnh thực có trên mỗi inch của trang, không dựa vào thông số ghi trong tệp; sai số do làm tròn được bỏ qua đến 2 %. Ảnh bị phóng to từ ảnh nhỏ hơn (điểm ảnh lặp lại) được nêu là cảnh báo.",
			EN: "Paper is digitized at 200 dpi or more. What counts is the number of stored pixels per inch of the page, whatever the file says of itself; up to 2 % are forgiven as rounding. A picture that was enlarged from a smaller one (its pixels are repeated) is a warning.",
		},
		Remedy: msg.Message{
			ID: "scan/resolution.remedy",
			VI: "Đặt máy quét ở 200 dpi trở lên (nên 300 dpi), không nén lại hay phóng to ảnh cũ. " + scanAgainVI,
			EN: "Set the scanner to 200 dpi or more (300 is better); do not enlarge an old picture. " + scanAgainEN,
		},
		Date:    evidence.Digitized,
		After:   readable(),
		Applies: evidence.HasResult,
		Exceptions: []lint.Exception{
			{Severity: lint.Warning, When: msg.Message{
				ID: "scan/resolution.warning", VI: "khi ảnh chỉ được phóng to cho đủ điểm ảnh",
				EN: "when the picture was only enlarged to enough pixels",
			}},
		},
		Editions: lint.EditionsOf(basis.ScanMeasures(), lint.Error, onScans(func(page *evidence.PageReading, q *quality.Quality) *hit {
			if q.Photo() { // its inches are none of the paper; scan/phone-photo speaks of it
				return nil
			}
			dpi := q.DPI()
			if factor := offScale(page); factor > 0 { // inches of the page are none of the paper
				dpi *= factor
			}
			real := dpi / max(q.Enlarged, 1)
			const least = leastDPI * (1 - dpiOff)
			switch {
			case dpi < least:
				return &hit{message: coarseText, args: []any{"dpi", int(math.Round(dpi)), "least", leastDPI}, bad: -dpi}
			case q.Enlarged >= repeated && real < least:
				return &hit{message: enlargedText, args: []any{"dpi", int(math.Round(dpi)), "real", int(math.Round(real)), "least", leastDPI}, bad: -real, severity: lint.Warning}
			}
			return nil
		})),
	}
}

var (
	coarseText = msg.Message{
		ID: "scan/resolution",
		VI: "Trang {pages}: độ phân giải thực {dpi} dpi, thấp hơn mức tối thiểu {least} dpi.",
		EN: "Page {pages}: the effective resolution is {dpi} dpi, less than the {least} dpi that are the least.",
	}
	enlargedText = msg.Message{
		ID: "scan/resolution.enlarged",
		VI: "Trang {pages}: ảnh {dpi} dpi được phóng to từ ảnh khoảng {real} dpi, thấp hơn mức tối thiểu {least} dpi.",
		EN: "Page {pages}: the picture of {dpi} dpi was enlarged from one of about {real} dpi, less than the {least} dpi that are the least.",
	}
)
