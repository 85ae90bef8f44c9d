package form

import "github.com/tthclint/tthclint/pkg/msg"

// What is wrong in a marks file besides what is wrong in a form file.
var (
	noMarks = fault{
		msg.Message{ID: "form/no-marks", VI: "chưa đánh dấu ô nào (fields).", EN: "no field is marked (fields)."},
		msg.Message{ID: "form/no-marks.remedy", VI: "Ghi mỗi chỗ ký, chỗ đóng dấu thành một mục của fields, có key, label, kind và box.", EN: "Write each place to sign or to seal as an entry of fields, with key, label, kind and box."},
	}
	noMark = fault{
		msg.Message{ID: "form/no-mark", VI: "ô {field} chưa có số đo (box).", EN: "the field {field} has no measures (box)."},
		msg.Message{ID: "form/no-mark.remedy", VI: "Đo bằng thước trên giấy, tính từ góc trên bên trái: box: [trái, trên, rộng, cao], milimét; dấu đóng lên chữ ký thì ghi with thay cho box.", EN: "Measure on the paper with a ruler from the top left: box: [left, top, width, height] in millimetres; a seal upon a signature has with in place of box."},
	}
)
