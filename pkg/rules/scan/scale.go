package scan

import (
	"math"

	"github.com/tthclint/tthclint/pkg/evidence"
	"github.com/tthclint/tthclint/pkg/lint"
	"github.com/tthclint/tthclint/pkg/msg"
	"github.com/tthclint/tthclint/pkg/quality"
	"github.com/tthclint/tthclint/pkg/rules/basis"
)

// Sizes of pages in mm that no scan of a paper at 100 % has.
const (
	largest  = 440.0 // longer side: A3 has 420
	smallest = 140.0 // longer side: A6 has 148
	scaleOff = 0.06  // by which print may be larger or smaller on another printer
)

// Scale finds pages that show the paper larger or smaller than it is.
func Scale() rule {
	return rule{
		ID:    "scan/scale",
		Title: msg.Message{ID: "scan/scale.title", VI: "Tỷ lệ bản quét khác 100 %", EN: "The scan is not at 100 %"},
		Why: msg.Message{
			ID: "scan/scale.why",
			VI: "Văn bản giấy được số hóa ở tỷ lệ 100 %: trang PDF phải có khổ của tờ giấy (A4, A5, A3...). Trang lớn hơn A3 hoặc nhỏ hơn A6, hoặc mẫu giấy đã nhận ra bị thu phóng so với khổ của nó, thường do phần mềm ghép ảnh vào PDF sai khổ. Đây là cảnh báo vì luật không nói cách đo.",
			EN: "Paper is digitized at a ratio of 100 %: the PDF page has the size of the sheet (A4, A5, A3 …). A page larger than A3 or smaller than A6, or a known form that is larger or smaller than its sheet, mostly comes from a program that put the picture on a page of the wrong size. It is a warning, since the law does not say how to measure.",
		},
		Remedy: msg.Message{
			ID: "scan/scale.remedy",
			VI: "Chọn đúng khổ giấy và tỷ lệ 100 % khi quét; không thu nhỏ, phóng to khi xuất PDF. " + scanAgainVI,
			EN: "Choose the size of the paper and 100 % when scanning; do not fit to a page when making the PDF. " + scanAgainEN,
		},
		Date:    evidence.Digitized,
		After:   readable("scan/phone-photo"),
		Applies: evidence.HasResult,
		Editions: lint.EditionsOf(basis.ScanColour(), lint.Warning, onScans(func(page *evidence.PageReading, q *quality.Quality) *hit {
			factor := offScale(page)
			if factor == 0 {
				return nil
			}
			return &hit{
				message: scaleText, bad: math.Abs(math.Log(factor)),
				args: []any{"width", int(math.Round(q.WidthMM)), "height", int(math.Round(q.HeightMM)), "percent", int(math.Round(100 * factor))},
			}
		})),
	}
}

// offScale returns how many times larger than its paper a page is, or 0 for a
// page that may be as large as it.
func offScale(page *evidence.PageReading) float64 {
	q := page.Quality
	long := max(q.WidthMM, q.HeightMM)
	if r := page.Reading; q.Scale > 0 && r != nil && r.Edition != nil && math.Abs(q.Scale-1) > scaleOff {
		if p := r.Edition.Paper; !alike(q.WidthMM, q.HeightMM, p.W, p.H) && !alike(q.WidthMM, q.HeightMM, p.H, p.W) {
			return q.Scale
		}
	}
	if q.Format.Name == "" && long > largest || long < smallest {
		return math.Sqrt(q.WidthMM * q.HeightMM / (210 * 297)) // most papers are A4
	}
	return 0
}

// alike reports whether two sizes are those of one paper.
func alike(w, h, pw, ph float64) bool {
	const off = 3
	return math.Abs(w-pw) < off+0.02*pw && math.Abs(h-ph) < off+0.02*ph
}

var scaleText = msg.Message{
	ID: "scan/scale",
	VI: "Trang {pages}: khổ trang {width} × {height} mm, khoảng {percent} % khổ giấy thật, không phải tỷ lệ 100 %.",
	EN: "Page {pages}: the page has {width} × {height} mm, about {percent} % of the paper's size, and not 100 %.",
}
