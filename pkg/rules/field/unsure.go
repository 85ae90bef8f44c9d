package field

import (
	"slices"

	"github.com/tthclint/tthclint/pkg/form"
	"github.com/tthclint/tthclint/pkg/ink"
	"github.com/tthclint/tthclint/pkg/msg"
)

// doubt says why the ink of a field could not be judged.
func doubt(f *form.FieldReading) msg.Text {
	switch f.Because {
	case form.CaptionNotFound:
		return noCaptionText.With()
	case form.Covered:
		return coveredText.With()
	}
	if slices.Contains(f.Contents, ink.WrittenName) {
		return writtenNameText.With()
	}
	return unclearText.With()
}

var (
	noCaptionText = msg.Message{
		ID: "doubt/caption", VI: "không đọc được nhãn của ô nên không biết chắc ô này của ai", EN: "its caption was not read, so whose box it is remains open",
	}
	writtenNameText = msg.Message{
		ID: "doubt/written-name", VI: "trong ô chỉ có họ tên viết tay, không rõ có phải là chữ ký hay không", EN: "it holds a name written by hand alone, which may or may not be meant as a signature",
	}
	coveredText = msg.Message{
		ID: "doubt/covered", VI: "ô hoặc nhãn của ô có chữ, hình hay một lớp ảnh riêng nằm đè lên bản quét", EN: "text, a picture or a layer of its own lies over the scan in the box or on its caption",
	}
	noPaperText = msg.Message{
		ID: "doubt/no-paper", VI: "trang là văn bản điện tử, nên hình chữ ký trên đó không phải mực trên giấy", EN: "the page is electronic, so that what looks like a signature is no ink on paper",
	}
	unclearText = msg.Message{
		ID: "doubt/unclear", VI: "nét mực trong ô không đủ rõ để kết luận", EN: "the ink in the box is too little or too much to tell",
	}
)
