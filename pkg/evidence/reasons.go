package evidence

import (
	"errors"

	"github.com/tthclint/tthclint/pkg/form"
	"github.com/tthclint/tthclint/pkg/msg"
	"github.com/tthclint/tthclint/pkg/raster"
)

var beyondText = msg.Message{
	ID: "page/beyond", VI: "tệp có nhiều hơn {pages} trang; các trang sau chưa được xem", EN: "the file has more than {pages} pages; later pages were not looked at",
}

var noSuchPageText = msg.Message{
	ID: "page/no-such-page", VI: "không có trang {page}; tệp có {pages} trang", EN: "there is no page {page}; the file has {pages} pages",
}

// pageReasons say why a page could not be drawn.
var pageReasons = map[raster.Reason]msg.Message{
	raster.TextPage:       {ID: "page/text", VI: "trang là văn bản điện tử, không phải ảnh chụp giấy, nên không xem được chữ ký tay", EN: "the page is electronic text and no scan of paper, so handwritten signatures cannot be looked at"},
	raster.VectorContent:  {ID: "page/vector", VI: "trang được vẽ bằng đường nét, không phải ảnh chụp giấy", EN: "the page is line art and no scan of paper"},
	raster.NoImage:        {ID: "page/no-image", VI: "trang không có ảnh chụp nào", EN: "there is no picture on the page"},
	raster.AnnotationPage: annotatedText,
	raster.JBIG2:          {ID: "page/jbig2", VI: "ảnh trang nén kiểu JBIG2, phiên bản này chưa đọc được", EN: "the page picture is coded in JBIG2, which this version cannot read"},
	raster.JPX:            {ID: "page/jpx", VI: "ảnh trang nén kiểu JPEG 2000, phiên bản này chưa đọc được", EN: "the page picture is coded in JPEG 2000, which this version cannot read"},
	raster.RenderFailed:   {ID: "page/render-failed", VI: "không vẽ được trang: trang quá phức tạp hoặc cần quá nhiều bộ nhớ", EN: "the page cannot be drawn: it is too complex or needs too much memory"},
	raster.TooManyPixels:  {ID: "page/too-large", VI: "ảnh trang quá lớn", EN: "the page picture is too large"},
}

var annotatedText = msg.Message{
	ID: "page/annotations",
	VI: "hình trên trang được chèn dưới dạng chú thích PDF, không nằm trong bản quét, nên chưa được xem",
	EN: "what the page shows was put there as a PDF annotation and is no part of a scan, so it was not looked at",
}

var (
	oddPageText = msg.Message{
		ID: "page/unsupported", VI: "trang có cấu trúc mà phiên bản này chưa đọc được ({reason})", EN: "the page is built in a way that this version cannot read ({reason})",
	}
	slowPageText = msg.Message{
		ID: "page/timeout", VI: "đọc trang quá lâu nên đã dừng", EN: "reading the page took too long and was stopped",
	}
	noRendererText = msg.Message{
		ID: "page/no-renderer", VI: "không khởi động được bộ vẽ trang, nên trang không phải ảnh quét thông thường chưa được xem", EN: "what draws pages could not be started, so a page that is no plain scan was not looked at",
	}
	largeText = msg.Message{
		ID: "page/over-limit", VI: "tệp vượt quá giới hạn kích thước cho phép khi kiểm tra", EN: "the file is over the size limit of the check",
	}
	brokenPageText = msg.Message{
		ID: "page/broken", VI: "ảnh của trang bị hỏng, không giải mã được", EN: "the page picture is damaged and cannot be decoded",
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
	form.NoPicture: {ID: "form/no-picture", VI: "trang không có ảnh dùng được", EN: "the page has no usable picture"},
	form.NoText:    {ID: "form/no-text", VI: "không đọc được dòng chữ nào rõ ràng trên trang (trang trắng, ảnh quá mờ hoặc ảnh chụp điện thoại)", EN: "no clear lines of text on the page (blank, too coarse, or a phone photograph)"},
	form.NoMatch:   {ID: "form/no-match", VI: "không nhận ra mẫu giấy tờ trên trang", EN: "the form on the page was not recognised"},
	form.TooBusy:   {ID: "form/too-busy", VI: "trang quá nhiều họa tiết hoặc vết bẩn nên không dò được mẫu giấy tờ", EN: "the page is too full of patterns or dirt for its form to be found"},
	form.Ambiguous: {ID: "form/ambiguous", VI: "trang giống nhiều mẫu giấy tờ, không phân biệt được", EN: "the page looks like several forms, which cannot be told apart"},
	form.OtherForm: {ID: "form/other-title", VI: "bố cục giống một mẫu đã biết nhưng tiêu đề hoặc nhãn ô ký không khớp", EN: "the layout is that of a known form but its title or captions do not agree"},
}

func formReason(r form.Reason) msg.Text {
	m, ok := formReasons[r]
	if !ok {
		m = formReasons[form.NoMatch]
	}
	return m.With()
}
