package main

import "github.com/tthclint/tthclint/pkg/msg"

// What columns hold, what their cells look like, and what is wrong with lines.
var (
	fieldWordCode             = msg.Message{ID: "field/code", VI: "mã hồ sơ", EN: "dossier code"}
	fieldWordProcedure        = msg.Message{ID: "field/procedure", VI: "mã thủ tục", EN: "procedure code"}
	fieldWordProcedureName    = msg.Message{ID: "field/procedure-name", VI: "tên thủ tục", EN: "procedure name"}
	fieldWordSector           = msg.Message{ID: "field/sector", VI: "lĩnh vực", EN: "sector"}
	fieldWordDepartment       = msg.Message{ID: "field/department", VI: "phòng, bộ phận giải quyết", EN: "department"}
	fieldWordUnit             = msg.Message{ID: "field/unit", VI: "cơ quan, đơn vị", EN: "unit"}
	fieldWordStatus           = msg.Message{ID: "field/status", VI: "trạng thái", EN: "status"}
	fieldWordOwner            = msg.Message{ID: "field/owner", VI: "chủ hồ sơ", EN: "owner"}
	fieldWordOwnerId          = msg.Message{ID: "field/owner-id", VI: "số định danh của chủ hồ sơ", EN: "identity number of the owner"}
	fieldWordSets             = msg.Message{ID: "field/sets", VI: "số bộ hồ sơ", EN: "number of sets"}
	fieldWordSubmitted        = msg.Message{ID: "field/submitted", VI: "ngày nộp", EN: "submitted on"}
	fieldWordReceived         = msg.Message{ID: "field/received", VI: "ngày tiếp nhận", EN: "received on"}
	fieldWordDue              = msg.Message{ID: "field/due", VI: "ngày hẹn trả", EN: "due on"}
	fieldWordTransferred      = msg.Message{ID: "field/transferred", VI: "ngày chuyển đến cơ quan giải quyết", EN: "sent to the specialised office on"}
	fieldWordResultReceived   = msg.Message{ID: "field/result-received", VI: "ngày nhận kết quả từ cơ quan giải quyết", EN: "result received from the specialised office on"}
	fieldWordFinished         = msg.Message{ID: "field/finished", VI: "ngày kết thúc xử lý", EN: "handling ended on"}
	fieldWordReturned         = msg.Message{ID: "field/returned", VI: "ngày trả kết quả", EN: "result handed out on"}
	fieldWordSecondReceived   = msg.Message{ID: "field/second-received", VI: "ngày tiếp nhận giai đoạn 2", EN: "second stage received on"}
	fieldWordSecondDue        = msg.Message{ID: "field/second-due", VI: "ngày hẹn trả giai đoạn 2", EN: "second stage due on"}
	fieldWordFile             = msg.Message{ID: "field/file", VI: "tên tệp kết quả", EN: "file name of the result"}
	fieldWordResultCode       = msg.Message{ID: "field/result-code", VI: "mã giấy tờ kết quả", EN: "code of the result"}
	fieldWordResultNumber     = msg.Message{ID: "field/result-number", VI: "số, ký hiệu kết quả", EN: "number of the result"}
	fieldWordResultIssued     = msg.Message{ID: "field/result-issued", VI: "ngày cấp kết quả", EN: "result issued on"}
	fieldWordResultName       = msg.Message{ID: "field/result-name", VI: "tên giấy tờ kết quả", EN: "name of the result"}
	fieldWordResultIssuer     = msg.Message{ID: "field/result-issuer", VI: "cơ quan cấp kết quả", EN: "agency that issued the result"}
	fieldWordResultAbstract   = msg.Message{ID: "field/result-abstract", VI: "trích yếu", EN: "abstract"}
	fieldWordChannel          = msg.Message{ID: "field/channel", VI: "cách nộp hồ sơ", EN: "way of submission"}
	fieldWordDigitized        = msg.Message{ID: "field/digitized", VI: "có thành phần số hóa", EN: "has digitized components"}
	fieldWordOrdinal          = msg.Message{ID: "field/ordinal", VI: "số thứ tự", EN: "ordinal number"}
	fieldWordAddress          = msg.Message{ID: "field/address", VI: "địa chỉ", EN: "address"}
	fieldWordPhone            = msg.Message{ID: "field/phone", VI: "số điện thoại", EN: "telephone number"}
	fieldWordOfficer          = msg.Message{ID: "field/officer", VI: "cán bộ xử lý", EN: "officer"}
	fieldWordNote             = msg.Message{ID: "field/note", VI: "ghi chú", EN: "note"}
	kindWordEmpty             = msg.Message{ID: "kind/empty", VI: "trống", EN: "empty"}
	kindWordDate              = msg.Message{ID: "kind/date", VI: "ngày", EN: "day"}
	kindWordTextDate          = msg.Message{ID: "kind/text-date", VI: "ngày dạng chữ", EN: "day as text"}
	kindWordCode              = msg.Message{ID: "kind/code", VI: "mã hồ sơ", EN: "dossier code"}
	kindWordProcedure         = msg.Message{ID: "kind/procedure", VI: "mã thủ tục", EN: "procedure code"}
	kindWordPhone             = msg.Message{ID: "kind/phone", VI: "số điện thoại", EN: "telephone number"}
	kindWordId                = msg.Message{ID: "kind/id", VI: "số định danh", EN: "identity number"}
	kindWordNumber            = msg.Message{ID: "kind/number", VI: "số", EN: "number"}
	kindWordFile              = msg.Message{ID: "kind/file", VI: "tên tệp", EN: "file name"}
	kindWordStatus            = msg.Message{ID: "kind/status", VI: "trạng thái", EN: "status"}
	kindWordUnit              = msg.Message{ID: "kind/unit", VI: "đơn vị", EN: "unit"}
	kindWordSector            = msg.Message{ID: "kind/sector", VI: "lĩnh vực", EN: "sector"}
	kindWordProcedureName     = msg.Message{ID: "kind/procedure-name", VI: "tên thủ tục", EN: "procedure name"}
	kindWordAddress           = msg.Message{ID: "kind/address", VI: "địa chỉ", EN: "address"}
	kindWordName              = msg.Message{ID: "kind/name", VI: "họ tên", EN: "name"}
	kindWordText              = msg.Message{ID: "kind/text", VI: "chữ", EN: "text"}
	faultWordNoCode           = msg.Message{ID: "fault/no-code", VI: "dòng không có mã hồ sơ", EN: "lines without a dossier code"}
	faultWordDuplicateCode    = msg.Message{ID: "fault/duplicate-code", VI: "mã hồ sơ trùng dòng trên", EN: "dossier codes of a line above"}
	faultWordBadDate          = msg.Message{ID: "fault/bad-date", VI: "ngày không có thật", EN: "impossible dates"}
	faultWordDueBeforeReceipt = msg.Message{ID: "fault/due-before-receipt", VI: "ngày hẹn trả trước ngày tiếp nhận", EN: "due dates before the receipt"}
	faultWordCellCount        = msg.Message{ID: "fault/cell-count", VI: "số ô khác số cột tiêu đề", EN: "more or fewer cells than headers"}
	faultWordQuote            = msg.Message{ID: "fault/quote", VI: "dấu ngoặc kép không đóng", EN: "unclosed quotation marks"}
	faultWordFormula          = msg.Message{ID: "fault/formula", VI: "công thức chưa có giá trị", EN: "formulas without a value"}
	faultWordBadNumber        = msg.Message{ID: "fault/bad-number", VI: "số bộ không phải số", EN: "numbers of sets that are none"}
	faultWordEncoding         = msg.Message{ID: "fault/encoding", VI: "ký tự hỏng", EN: "broken characters"}
)
