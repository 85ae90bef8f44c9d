package yamltree

import "github.com/tthclint/tthclint/pkg/msg"

// What says what is wrong, without its place.
func (e *Error) What() msg.Text {
	if e.Fault == Syntax {
		return notYAML.what.With("detail", reason(e.Detail))
	}
	return e.words().what.With("detail", e.Detail)
}

// Remedy says what to do about it.
func (e *Error) Remedy() msg.Text { return e.words().remedy.With() }

func (e *Error) words() words {
	switch e.Fault {
	case NotUTF8:
		return notUTF8
	case TooLarge:
		return tooLarge
	case TooDeep:
		return tooDeep
	case Several:
		return several
	case NotAllowed:
		return notAllowed
	}
	return notYAML
}

type words struct{ what, remedy msg.Message }

// What keeps a file from being read.
var (
	notYAML = words{
		msg.Message{ID: "yaml/not-yaml", VI: "không đúng cú pháp YAML ({detail}).", EN: "this is not valid YAML ({detail})."},
		msg.Message{
			ID: "yaml/not-yaml.remedy",
			VI: "Kiểm tra thụt dòng (dùng dấu cách, không dùng Tab), dấu ngoặc, dấu cách sau dấu hai chấm; câu có dấu hai chấm hoặc bắt đầu bằng ký hiệu thì đặt trong nháy kép.",
			EN: "Check the indentation (blanks, no tabs), brackets, and the blank behind each colon; a text with a colon or a sign at its beginning needs double quotes.",
		},
	}
	notUTF8 = words{
		msg.Message{ID: "yaml/not-utf8", VI: "tệp không ở bảng mã UTF-8.", EN: "the file is not in UTF-8."},
		msg.Message{ID: "yaml/not-utf8.remedy", VI: "Mở bằng Notepad, chọn «Lưu thành», mục «Mã hóa» chọn UTF-8.", EN: "Open it in Notepad, choose «Save as» and the encoding UTF-8."},
	}
	tooLarge = words{
		msg.Message{ID: "yaml/too-large", VI: "tệp lớn hơn {detail} KiB.", EN: "the file is larger than {detail} KiB."},
		msg.Message{ID: "yaml/too-large.remedy", VI: "Chỉ ghi vào tệp này những gì cần thiết.", EN: "Write nothing into it but what it needs."},
	}
	tooDeep = words{
		msg.Message{ID: "yaml/too-deep", VI: "dòng này lồng quá nhiều cấp.", EN: "this line nests too deep."},
		msg.Message{ID: "yaml/too-deep.remedy", VI: "Kiểm tra các dấu ngoặc và dấu gạch đầu dòng.", EN: "Check brackets and dashes."},
	}
	several = words{
		msg.Message{ID: "yaml/several", VI: "tệp có hơn một tài liệu YAML (dấu ---).", EN: "the file holds more than one YAML document (---)."},
		msg.Message{ID: "yaml/several.remedy", VI: "Bỏ dấu --- và gộp lại thành một.", EN: "Take --- out and make one of them."},
	}
	notAllowed = words{
		msg.Message{ID: "yaml/not-allowed", VI: "các ký hiệu &, *, ! và << của YAML không dùng được trong tệp này.", EN: "the signs &, *, ! and << of YAML cannot be used in this file."},
		msg.Message{ID: "yaml/not-allowed.remedy", VI: "Ghi đầy đủ giá trị; câu bắt đầu bằng các ký hiệu đó thì đặt trong nháy kép.", EN: "Write the value out; a text that begins with such a sign needs double quotes."},
	}
)
