package score

import "github.com/tthclint/tthclint/pkg/msg"

// What is wrong with a table of labels.
var (
	badCSV       = msg.Message{ID: "score/csv", VI: "dòng không đúng dạng CSV ({error})", EN: "the line is no CSV ({error})"}
	noRows       = msg.Message{ID: "score/empty", VI: "bảng nhãn trống", EN: "the table of labels is empty"}
	noFileColumn = msg.Message{ID: "score/no-file-column", VI: "dòng tiêu đề không có cột file", EN: "the row of column names has no column file"}
	badCount     = msg.Message{ID: "score/columns", VI: "dòng có {n} ô, dòng tiêu đề có {want}", EN: "the row has {n} cells, the row of column names has {want}"}
	noFile       = msg.Message{ID: "score/no-file", VI: "ô file để trống", EN: "the cell file is empty"}
	fileTwice    = msg.Message{ID: "score/twice", VI: "tệp {file} đã có ở dòng {line}", EN: "the file {file} stands in line {line} already"}
	badSigns     = msg.Message{ID: "score/signs", VI: "ô thứ {n} có ký tự không nhìn thấy được", EN: "cell {n} holds signs that cannot be seen"}
	badOther     = msg.Message{ID: "score/other", VI: "other: «{value}» không có dạng ô=trạng thái", EN: "other: «{value}» is not of the form field=state"}
	badValue     = msg.Message{ID: "score/value", VI: "{column}: «{value}» không dùng được; dùng: {want}", EN: "{column}: «{value}» cannot be used; use {want}"}
)

// The causes of wrong answers.
var (
	causeNoForm    = msg.Message{ID: "score/no-form", VI: "không nhận ra mẫu: {because}", EN: "the form was not found: {because}"}
	causeOtherForm = msg.Message{ID: "score/other-form", VI: "nhận nhầm thành mẫu {form}", EN: "taken for the form {form}"}
	causeUnread    = msg.Message{ID: "score/unread", VI: "{key} ({shows}): không đọc được ô", EN: "{key} ({shows}): the field was not read"}
	causeBecause   = msg.Message{ID: "score/because", VI: "{key} ({shows}): đọc là {read} vì {because}", EN: "{key} ({shows}): read as {read} because of {because}"}
	causeField     = msg.Message{ID: "score/field", VI: "{key} ({shows}): đọc là {read} {confidence}{measures}", EN: "{key} ({shows}): read as {read} {confidence}{measures}"}
)

// The printed table.
var (
	wordSpouses = msg.Message{ID: "score/spouses", VI: "Hai bên vợ chồng đã ký đủ?", EN: "Did both spouses sign?"}
	wordFields  = msg.Message{ID: "score/fields", VI: "Từng ô", EN: "Fields"}
	wordFingers = msg.Message{ID: "score/fingerprints", VI: "Điểm chỉ", EN: "Fingerprints"}
	wordStates  = msg.Message{ID: "score/states", VI: "Nhãn và kết quả đọc", EN: "Labels against readings"}
	wordForms   = msg.Message{ID: "score/forms", VI: "Nhận mẫu giấy tờ", EN: "Forms"}
	wordCases   = msg.Message{ID: "score/cases", VI: "Theo nội dung ô: số đọc đúng / số ô (chưa rõ)", EN: "By what the field shows: right / fields (unsure)"}
	wordWrong   = msg.Message{ID: "score/wrong", VI: "Các trang đọc sai", EN: "Wrong pages"}
	wordWrongOf = msg.Message{ID: "score/wrong-of", VI: "{fault}: {n} trang", EN: "{fault}: {n}"}
	wordNoWrong = msg.Message{ID: "score/no-wrong", VI: "Không có trang nào.", EN: "None."}
	wordHow     = msg.Message{ID: "score/how", VI: "Trong ngoặc vuông là khoảng tin cậy 95 %. Không trả lời được tính là sai.", EN: "Square brackets hold 95 % intervals. An answer that is not given counts as wrong."}
	wordNoPages = msg.Message{ID: "score/no-pages", VI: "Không có trang nào về vợ chồng.", EN: "No page is about spouses."}

	wordValues = msg.Message{ID: "score/values", VI: "Các mục điền trên giấy", EN: "Values"}

	headValue    = msg.Message{ID: "score/head-value", VI: "mục", EN: "value"}
	headBlankF1  = msg.Message{ID: "score/head-blank-f1", VI: "F1 bỏ trống", EN: "F1 blank"}
	headFilledF1 = msg.Message{ID: "score/head-filled-f1", VI: "F1 đã điền", EN: "F1 filled"}
	headHow      = msg.Message{ID: "score/head-how", VI: "in hay viết tay: đúng", EN: "print or hand: right"}
	headText     = msg.Message{ID: "score/head-text", VI: "chữ in đọc đúng", EN: "print read right"}
	headSet      = msg.Message{ID: "score/head-set", VI: "tập", EN: "set"}
	headPages    = msg.Message{ID: "score/head-pages", VI: "trang", EN: "pages"}
	headRight    = msg.Message{ID: "score/head-right", VI: "đúng", EN: "right"}
	headUnsure   = msg.Message{ID: "score/head-unsure", VI: "chưa rõ", EN: "unsure"}
	headPassed   = msg.Message{ID: "score/head-passed", VI: "bỏ lọt", EN: "false pass"}
	headAccused  = msg.Message{ID: "score/head-accused", VI: "báo nhầm", EN: "false alarm"}
	headField    = msg.Message{ID: "score/head-field", VI: "ô", EN: "field"}
	headClass    = msg.Message{ID: "score/head-class", VI: "lớp", EN: "class"}
	headN        = msg.Message{ID: "score/head-n", VI: "số ô", EN: "n"}
	headPrec     = msg.Message{ID: "score/head-precision", VI: "độ chính xác", EN: "precision"}
	headRecall   = msg.Message{ID: "score/head-recall", VI: "độ phủ", EN: "recall"}
	headF1       = msg.Message{ID: "score/head-f1", VI: "F1", EN: "F1"}
	headTruth    = msg.Message{ID: "score/head-truth", VI: "nhãn", EN: "label"}
	headNoRead   = msg.Message{ID: "score/head-unread", VI: "không đọc", EN: "not read"}
	headNoForm   = msg.Message{ID: "score/head-no-form", VI: "không rõ mẫu", EN: "no form"}
	headSigned   = msg.Message{ID: "score/head-signed", VI: "coi là đã ký", EN: "called signed"}
	headNamed    = msg.Message{ID: "score/head-named", VI: "gọi là điểm chỉ", EN: "called fingerprint"}
	headRightly  = msg.Message{ID: "score/head-rightly", VI: "gọi điểm chỉ đúng", EN: "rightly called so"}
	headCase     = msg.Message{ID: "score/head-case", VI: "nội dung", EN: "case"}
	headWife     = msg.Message{ID: "score/head-wife", VI: "vợ", EN: "wife"}
	headHusband  = msg.Message{ID: "score/head-husband", VI: "chồng", EN: "husband"}
	headOfficial = msg.Message{ID: "score/head-official", VI: "người có thẩm quyền", EN: "official"}
	headSeal     = msg.Message{ID: "score/head-seal", VI: "dấu", EN: "seal"}
	rowAllValues = msg.Message{ID: "score/row-all-values", VI: "mọi mục", EN: "all values"}
	rowAll       = msg.Message{ID: "score/row-all", VI: "tất cả", EN: "all"}
)

// Word names a fault in words.
func (f Fault) Word() msg.Message {
	switch f {
	case Passed:
		return msg.Message{ID: "score/passed", VI: "Bỏ lọt trang thiếu chữ ký", EN: "Lack a spouse, passed"}
	case Accused:
		return msg.Message{ID: "score/accused", VI: "Báo nhầm trang đã ký đủ", EN: "Signed, accused"}
	case Undecided:
		return msg.Message{ID: "score/undecided", VI: "Vợ chồng: không trả lời được", EN: "Spouses not answered"}
	case WrongForm:
		return msg.Message{ID: "score/wrong-form", VI: "Sai mẫu giấy tờ", EN: "Other papers, form wrong"}
	}
	return msg.Message{ID: "score/bad-field", VI: "Chỉ sai ô khác", EN: "Only other fields wrong"}
}
