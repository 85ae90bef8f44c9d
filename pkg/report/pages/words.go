package pages

import (
	"github.com/tthclint/tthclint/pkg/form"
	"github.com/tthclint/tthclint/pkg/ink"
	"github.com/tthclint/tthclint/pkg/msg"
	"github.com/tthclint/tthclint/pkg/raster"
)

// What the text form says by itself.
var (
	wordFile    = msg.Message{ID: "inspect/file", VI: "Tệp {file}", EN: "File {file}"}
	wordFolder  = msg.Message{ID: "inspect/folder", VI: "Thư mục {file}", EN: "Folder {file}"}
	wordFault   = msg.Message{ID: "inspect/fault", VI: "Không đọc được: {what}", EN: "Could not be read: {what}"}
	wordRemedy  = msg.Message{ID: "inspect/remedy", VI: "Cách xử lý: {remedy}", EN: "What to do: {remedy}"}
	wordPage    = msg.Message{ID: "inspect/page", VI: "Trang {n}: {name}, chắc chắn {percent} %", EN: "Page {n}: {name}, {percent} % certain"}
	wordNoForm  = msg.Message{ID: "inspect/no-form", VI: "Trang {n}: {because}", EN: "Page {n}: {because}"}
	wordHow     = msg.Message{ID: "inspect/how", VI: "{dpi} điểm/inch, {mode}, {how}", EN: "{dpi} dpi, {mode}, {how}"}
	wordTurned  = msg.Message{ID: "inspect/turned", VI: "{how}, xoay {degrees}° theo chiều kim đồng hồ", EN: "{how}, turned {degrees}° clockwise"}
	wordLayout  = msg.Message{ID: "inspect/layout", VI: "theo bố cục {edition}", EN: "by the layout {edition}"}
	wordCaption = msg.Message{ID: "inspect/captions", VI: "theo nhãn ô đọc được", EN: "by captions that were read"}
	wordField   = msg.Message{ID: "inspect/field", VI: "{label}: {state} ({percent} %)", EN: "{label}: {state} ({percent} %)"}
	wordSeen    = msg.Message{ID: "inspect/seen", VI: "{field}; trong ô: {contents}", EN: "{field}; in the box: {contents}"}
	wordBeside  = msg.Message{ID: "inspect/beside", VI: "{field}; nằm lệch ra ngoài ô dành sẵn", EN: "{field}; beside the place for it"}
	wordBySeal  = msg.Message{ID: "inspect/by-seal", VI: "{field}; không đọc được nhãn của ô, vị trí suy từ con dấu", EN: "{field}; its caption was not read, the seal tells where it is"}
	wordOpen    = msg.Message{ID: "inspect/field-open", VI: "{label}: {state}. {because}", EN: "{label}: {state}. {because}"}
	wordPlace   = msg.Message{ID: "inspect/place", VI: "Vị trí: {place}", EN: "Place: {place}"}
	wordPasted  = msg.Message{ID: "inspect/pasted", VI: "Có phần được dán lên tệp sau khi quét, không phải mực trên giấy: {place}", EN: "Something was put over the scan, which is no ink on the paper: {place}"}
	wordLaid    = msg.Message{ID: "inspect/laid-over", VI: "Có nét mực ở một lớp ảnh riêng phủ lên trang; không rõ là của bản quét hay được dán thêm: {place}", EN: "There is ink in a layer of its own over the page; it may be of the scan or pasted: {place}"}
	wordStages  = msg.Message{ID: "inspect/stages", VI: "Thời gian (ms): {stages}", EN: "Time (ms): {stages}"}
)

// mode names a colour mode.
func mode(m raster.Mode) msg.Text {
	switch m {
	case raster.Colour:
		return msg.Message{ID: "inspect/colour", VI: "ảnh màu", EN: "colour"}.With()
	case raster.Grey:
		return msg.Message{ID: "inspect/grey", VI: "ảnh xám", EN: "grey"}.With()
	}
	return msg.Message{ID: "inspect/bilevel", VI: "ảnh đen trắng", EN: "black and white"}.With()
}

// stage names a stage of reading.
func stage(code string) msg.Text {
	switch code {
	case stageDraw:
		return msg.Message{ID: "inspect/stage-draw", VI: "lấy ảnh trang", EN: "picture"}.With()
	case "lines":
		return msg.Message{ID: "inspect/stage-lines", VI: "tìm dòng chữ", EN: "lines of print"}.With()
	case "layout":
		return msg.Message{ID: "inspect/stage-layout", VI: "so bố cục", EN: "layout"}.With()
	case "confirm":
		return msg.Message{ID: "inspect/stage-confirm", VI: "đối chiếu nhãn", EN: "check of captions"}.With()
	case "captions":
		return msg.Message{ID: "inspect/stage-captions", VI: "đọc nhãn", EN: "reading of captions"}.With()
	case "ink":
		return msg.Message{ID: "inspect/stage-ink", VI: "đo nét mực", EN: "ink"}.With()
	case "values":
		return msg.Message{ID: "inspect/stage-values", VI: "đọc các mục điền", EN: "values"}.With()
	}
	return msg.Message{ID: "inspect/stage", VI: "{code}", EN: "{code}"}.With("code", code)
}

// state says a state in words.
func state(s ink.State) msg.Text {
	switch s {
	case ink.Present:
		return msg.Message{ID: "inspect/present", VI: "có", EN: "there"}.With()
	case ink.Fingerprint:
		return msg.Message{ID: "inspect/fingerprint", VI: "có điểm chỉ", EN: "a fingerprint"}.With()
	case ink.Absent:
		return msg.Message{ID: "inspect/absent", VI: "KHÔNG CÓ", EN: "MISSING"}.With()
	}
	return msg.Message{ID: "inspect/unsure", VI: "chưa rõ, cần người xem lại", EN: "unsure, a person has to look"}.With()
}

// because says why a state is unsure whatever was measured.
func because(code string) msg.Text {
	switch code {
	case "":
		return msg.Text{}
	case form.CaptionNotFound:
		return msg.Message{ID: "inspect/caption-not-found", VI: "Không thấy nhãn của ô, nên ô có thể là của người khác.", EN: "The caption of the field was not seen, so that its box may be somebody else's."}.With()
	case form.Covered:
		return msg.Message{ID: "inspect/covered", VI: "Có chữ hoặc hình khác đè lên ảnh quét trong ô hoặc trên nhãn của ô.", EN: "Text, line art or a picture lies over the scan in the box or on its caption."}.With()
	}
	return msg.Message{ID: "inspect/other-reason", VI: "Lý do: {code}.", EN: "Reason: {code}."}.With("code", code)
}

// content names a thing seen in a box.
func content(c ink.Content) msg.Message {
	switch c {
	case ink.Handwriting:
		return msg.Message{ID: "inspect/handwriting", VI: "nét viết tay", EN: "handwriting"}
	case ink.Finger:
		return msg.Message{ID: "inspect/finger", VI: "dấu vân tay", EN: "a fingerprint"}
	case ink.SealPrint:
		return msg.Message{ID: "inspect/seal", VI: "con dấu", EN: "a seal"}
	case ink.Name:
		return msg.Message{ID: "inspect/name", VI: "dòng chữ (như họ tên)", EN: "a line of text, as a name is"}
	case ink.WrittenName:
		return msg.Message{ID: "inspect/written-name", VI: "họ tên viết tay", EN: "a name written by hand"}
	case ink.Mark:
		return msg.Message{ID: "inspect/mark", VI: "nét lạc hoặc vết bẩn", EN: "a stray stroke or dirt"}
	}
	return msg.Message{ID: "inspect/nothing", VI: "trống", EN: "nothing"}
}
