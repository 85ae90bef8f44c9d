package scan

import (
	"github.com/tthclint/tthclint/pkg/evidence"
	"github.com/tthclint/tthclint/pkg/lint"
	"github.com/tthclint/tthclint/pkg/msg"
	"github.com/tthclint/tthclint/pkg/quality"
	"github.com/tthclint/tthclint/pkg/raster"
	"github.com/tthclint/tthclint/pkg/rules/basis"
)

// Colour finds scans that are not in colour.
func Colour() rule {
	return rule{
		ID:    "scan/colour",
		Title: msg.Message{ID: "scan/colour.title", VI: "Bản quét không phải ảnh màu", EN: "The scan is not in colour"},
		Why: msg.Message{
			ID: "scan/colour.why",
			VI: "Văn bản giấy được số hóa thành ảnh màu, để con dấu đỏ và nét mực ký phân biệt được với chữ in và bản phô-tô. Ảnh lưu ở chế độ xám hoặc đen trắng chắc chắn không phải ảnh màu. Ảnh lưu ở chế độ màu mà không có điểm màu nào là cảnh báo: có thể quét từ bản phô-tô hoặc chuyển từ ảnh xám.",
			EN: "Paper is digitized in colour, so that a red seal and pen ink can be told from print and from a photocopy. A picture stored as grey or bilevel surely is not in colour. One that is stored as colour without any colour in it is a warning: it may show a photocopy, or have been grey before.",
		},
		Remedy: msg.Message{
			ID: "scan/colour.remedy",
			VI: "Đặt máy quét ở chế độ ảnh màu (Color/24 bit) và quét bản chính có dấu đỏ. " + scanAgainVI,
			EN: "Set the scanner to colour (24 bit) and scan the original with its red seal. " + scanAgainEN,
		},
		Date:    evidence.Digitized,
		After:   readable(),
		Applies: evidence.HasResult,
		Exceptions: []lint.Exception{
			{Severity: lint.Warning, When: msg.Message{
				ID: "scan/colour.warning", VI: "khi ảnh lưu dạng màu nhưng trên đó không có gì mang màu",
				EN: "when it is stored in colour and nothing on it has one",
			}},
		},
		Editions: lint.EditionsOf(basis.ScanColour(), lint.Error, onScans(func(_ *evidence.PageReading, q *quality.Quality) *hit {
			switch {
			case q.Stored == raster.Bilevel:
				return &hit{message: bilevelText}
			case q.Stored == raster.Grey:
				return &hit{message: greyText}
			case q.Seen != raster.Colour:
				return &hit{message: noHueText, severity: lint.Warning}
			}
			return nil
		})),
	}
}

var (
	bilevelText = msg.Message{
		ID: "scan/colour.bilevel", VI: "Trang {pages}: ảnh lưu ở chế độ đen trắng, không phải ảnh màu.", EN: "Page {pages}: the picture is stored as black and white and not in colour.",
	}
	greyText = msg.Message{
		ID: "scan/colour.grey", VI: "Trang {pages}: ảnh lưu ở chế độ xám, không phải ảnh màu.", EN: "Page {pages}: the picture is stored as grey and not in colour.",
	}
	noHueText = msg.Message{
		ID: "scan/colour.no-hue",
		VI: "Trang {pages}: ảnh lưu ở chế độ màu nhưng trên trang chỉ có đen, trắng và xám; không thấy dấu đỏ hay mực màu.",
		EN: "Page {pages}: the picture is stored as colour, but nothing on the page has one: neither a red seal nor coloured ink.",
	}
)
