package evidence

import (
	"errors"

	"github.com/tthclint/tthclint/pkg/form"
	"github.com/tthclint/tthclint/pkg/msg"
	"github.com/tthclint/tthclint/pkg/raster"
)

var beyondText = msg.Message{
	ID: "page/beyond", VI: "Tệp có nhiều hơn {pages} trang; các trang sau chưa được xem", EN: "The file has more than {pages} pages; later pages were not looked at",
}

var noSuchPageText = msg.Message{
	ID: "page/no-such-page", VI: "Không có trang {page}; tệp có {pages} trang", EN: "There is no page {page}; the file has {pages} pages",
}

// pageReasons say why a page could not be drawn.
var pageReasons = map[raster.Reason]msg.Message{
	raster.TextPage:       {ID: "page/text", VI: "Trang là văn bản điện tử, không phải ảnh chụp giấy, nên không xem được chữ ký tay", EN: "The page is electronic text and no scan of paper, so handwritten signatures cannot be looked at"},
	raster.VectorContent:  {ID: "page/vector", VI: "Trang được vẽ bằng đường nét, không phải ảnh chụp giấy", EN: "The page is line art and no scan of paper"},
	raster.NoImage:        {ID: "page/no-image", VI: "Trang không có ảnh chụp nào", EN: "There is no picture on the page"},
	raster.AnnotationPage: annotatedText,
	raster.JBIG2:          {ID: "page/jbig2", VI: "Ảnh trang nén kiểu JBIG2, phiên bản này chưa đọc được", EN: "The page picture is coded in JBIG2, which this version cannot read"},
	raster.JPX:            {ID: "page/jpx", VI: "Ảnh trang nén kiểu JPEG 2000, phiên bản này chưa đọc được", EN: "The page picture is coded in JPEG 2000, which this version cannot read"},
	raster.RenderFailed:   {ID: "page/render-failed", VI: "Không vẽ được trang: trang quá phức tạp hoặc cần quá nhiều bộ nhớ", EN: "The page cannot be drawn: it is too complex or needs too much memory"},
	raster.TooManyPixels:  {ID: "page/too-large", VI: "Ảnh trang quá lớn", EN: "The page picture is too large"},
}

var annotatedText = msg.Message{
	ID: "page/annotations",
	VI: "Hình trên trang được chèn dưới dạng chú thích PDF, không nằm trong bản quét, nên chưa được xem",
	EN: "What the page shows was put there as a PDF annotation and is no part of a scan, so it was not looked at",
}

var (
	oddPageText = msg.Message{
		ID: "page/unsupported", VI: "Trang có cấu trúc mà phiên bản này chưa đọc được ({reason})", EN: "The page is built in a way that this version cannot read ({reason})",
	}
	slowPageText = msg.Message{
		ID: "page/timeout", VI: "Đọc trang quá lâu nên đã dừng", EN: "Reading the page took too long and was stopped",
	}
	noRendererText = msg.Message{
		ID: "page/no-renderer", VI: "Không khởi động được bộ vẽ trang, nên trang không phải ảnh quét thông thường chưa được xem", EN: "What draws pages could not be started, so a page that is no plain scan was not looked at",
	}
	largeText = msg.Message{
		ID: "page/over-limit", VI: "Tệp vượt quá giới hạn kích thước cho phép khi kiểm tra", EN: "The file is over the size limit of the check",
	}
	brokenPageText = msg.Message{
		ID: "page/broken", VI: "Ảnh của trang bị hỏng, không giải mã được", EN: "The page picture is damaged and cannot be decoded",
	}
)

func pageReason(err error) msg.Text {
	var odd *raster.UnsupportedError
	switch {
	case errors.As(err, &odd):
		if m, ok := pageReasons[odd.Reason]; ok {
			return m.With()
		}
		return oddPageText.With("reason", string(odd.Reason))
	case errors.Is(err, raster.ErrNoRenderer):
		return noRendererText.With()
	case errors.Is(err, raster.ErrTimeout):
		return slowPageText.With()
	case errors.Is(err, raster.ErrTooLarge):
		return largeText.With()
	}
	return brokenPageText.With()
}

// formReasons say why no form was recognised on a page.
var formReasons = map[form.Reason]msg.Message{
	form.NoPicture: {ID: "form/no-picture", VI: "Trang không có ảnh dùng được", EN: "The page has no usable picture"},
	form.NoText:    {ID: "form/no-text", VI: "Không đọc được dòng chữ nào rõ ràng trên trang (trang trắng, ảnh quá mờ hoặc ảnh chụp điện thoại)", EN: "No clear lines of text on the page (blank, too coarse, or a phone photograph)"},
	form.NoMatch:   {ID: "form/no-match", VI: "Không nhận ra mẫu giấy tờ trên trang", EN: "The form on the page was not recognised"},
	form.TooBusy:   {ID: "form/too-busy", VI: "Trang quá nhiều họa tiết hoặc vết bẩn nên không dò được mẫu giấy tờ", EN: "The page is too full of patterns or dirt for its form to be found"},
	form.Ambiguous: {ID: "form/ambiguous", VI: "Trang giống nhiều mẫu giấy tờ, không phân biệt được", EN: "The page looks like several forms, which cannot be told apart"},
	form.OtherForm: {ID: "form/other-title", VI: "Bố cục giống một mẫu đã biết nhưng tiêu đề hoặc nhãn ô ký không khớp", EN: "The layout is that of a known form but its title or captions do not agree"},
}

func formReason(r form.Reason) msg.Text {
	m, ok := formReasons[r]
	if !ok {
		m = formReasons[form.NoMatch]
	}
	return m.With()
}
