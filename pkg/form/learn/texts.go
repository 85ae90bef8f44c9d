package learn

import (
	"github.com/tthclint/tthclint/pkg/form"
	"github.com/tthclint/tthclint/pkg/msg"
)

// Error says why no form can be made of scans.
type Error struct {
	What, Remedy msg.Text
}

// Error says it in English.
func (e *Error) Error() string { return e.What.In(msg.English) }

// Text says it in both languages.
func (e *Error) Text() msg.Text { return e.What }

var (
	noPrint       = msg.Message{ID: "learn/no-print", VI: "không đọc được dòng chữ nào trên tờ quét thứ nhất", EN: "no print could be read on the first scan"}
	noPrintRemedy = msg.Message{ID: "learn/no-print.remedy", VI: "Đặt lên đầu một tờ quét rõ, từ 200 dpi trở lên, và không tắt nhận dạng chữ (--ocr).", EN: "Put a clear scan of 200 dpi or more first, and do not switch recognition off (--ocr)."}

	noTitle       = msg.Message{ID: "learn/no-title", VI: "không tìm thấy tên mẫu: không có dòng chữ hoa nào ở giữa nửa trên tờ giấy", EN: "no title was found: there is no line in capitals in the middle of the upper half"}
	otherTitle    = msg.Message{ID: "learn/other-title", VI: "không tìm thấy tên mẫu «{title}» trên các tờ quét", EN: "the title «{title}» was not found on the scans"}
	noTitleRemedy = msg.Message{ID: "learn/no-title.remedy", VI: "Ghi tên mẫu đúng như in trên giấy vào titles của tệp đánh dấu; tên hai dòng thì ghi dòng thứ nhất. Dòng chữ hoa đã đọc được: {found}", EN: "Write the title as printed into titles of the marks file, of two lines the first. Lines in capitals that were read: {found}"}

	offSheet       = msg.Message{ID: "learn/off-sheet", VI: "ô {field} nằm ngoài tờ giấy {w} x {h} mm", EN: "the field {field} lies outside the sheet of {w} by {h} mm"}
	offSheetRemedy = msg.Message{ID: "learn/off-sheet.remedy", VI: "Đo lại bằng milimét từ góc trên bên trái: [trái, trên, rộng, cao]; nếu khổ giấy sai thì ghi paper: [rộng, cao].", EN: "Measure in millimetres from the top left: [left, top, width, height]; if the size of the sheet is wrong, write paper: [width, height]."}

	onScans = msg.Message{ID: "learn/measured-on", VI: "{n} tờ quét", EN: "{n} scans"}
)

func measuredOn(n int) form.Text {
	t := onScans.With("n", n)
	return form.Text{VI: t.In(msg.Vietnamese), EN: t.In(msg.English)}
}
