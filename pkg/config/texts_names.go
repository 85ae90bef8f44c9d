package config

import "github.com/tthclint/tthclint/pkg/msg"

// What is wrong with names.
var (
	unknownWord = fault{
		msg.Message{ID: "config/unknown-word", VI: "«{name}» không dùng được ở đây.", EN: "«{name}» cannot stand here."},
		msg.Message{ID: "config/unknown-word.remedy", VI: "Giá trị dùng được: {known}.", EN: "What can stand here: {known}."},
	}
	unknownRule = fault{
		msg.Message{ID: "config/unknown-rule", VI: "không có quy tắc «{name}».", EN: "there is no rule «{name}»."},
		msg.Message{ID: "config/unknown-rule.remedy", VI: "Xem danh sách quy tắc: tthclint rules", EN: "See the list of rules: tthclint rules"},
	}
	unknownIndicator = fault{
		msg.Message{ID: "config/unknown-indicator", VI: "không có chỉ số «{name}».", EN: "there is no indicator «{name}»."},
		msg.Message{ID: "config/unknown-indicator.remedy", VI: "Chỉ số đặt mục tiêu được: {known}.", EN: "Indicators that can have a target: {known}."},
	}
	unknownColumn = fault{
		msg.Message{ID: "config/unknown-column", VI: "không có loại cột «{name}».", EN: "there is no kind of column «{name}»."},
		msg.Message{ID: "config/unknown-column.remedy", VI: "Loại cột dùng được: {known}.", EN: "The kinds are: {known}."},
	}
	noRuleLeft = fault{
		msg.Message{ID: "config/no-rule-left", VI: "không còn quy tắc nào để chạy.", EN: "no rule is left to run."},
		msg.Message{ID: "config/no-rule-left.remedy", VI: "Bớt các tên trong «skip», hoặc thêm tên vào «only».", EN: "Take names out of «skip», or add some to «only»."},
	}
	onlyWithout = fault{
		msg.Message{ID: "config/only-without", VI: "«only» cần có chứng thư trong «anchors».", EN: "«only» needs certificates in «anchors»."},
		msg.Message{ID: "config/only-without.remedy", VI: "Ghi thư mục hoặc tệp chứng thư gốc vào «anchors», hoặc bỏ «only».", EN: "Name a folder or file of root certificates in «anchors», or leave «only» out."},
	}
	wantsCode = fault{
		msg.Message{ID: "config/wants-code", VI: "«{value}» không phải là mã thủ tục.", EN: "«{value}» is no code of a procedure."},
		msg.Message{ID: "config/wants-code.remedy", VI: "Mã gồm một chữ số, dấu chấm và sáu chữ số, đặt trong nháy kép, ví dụ \"1.000894\"", EN: "A code is one digit, a point and six digits in double quotes, as \"1.000894\""},
	}
	wantsSerial = fault{
		msg.Message{ID: "config/wants-serial", VI: "«{value}» không phải là số sê-ri của chứng thư.", EN: "«{value}» is no serial number of a certificate."},
		msg.Message{ID: "config/wants-serial.remedy", VI: "Ghi số sê-ri dạng thập lục phân trong nháy kép như chương trình xem chứng thư hiện ra, ví dụ \"54 01 0a 9f\"", EN: "Write the hexadecimal serial number in double quotes as certificate viewers show it, as \"54 01 0a 9f\""},
	}
	procedureTwice = fault{
		msg.Message{ID: "config/procedure-twice", VI: "thủ tục {code} đã có ở dòng {line} cho cùng thời gian.", EN: "the procedure {code} stands in line {line} already, for the same time."},
		msg.Message{ID: "config/procedure-twice.remedy", VI: "Gộp hai mục làm một, hoặc ghi «since» và «until» không chồng lên nhau.", EN: "Make one of the two, or write «since» and «until» that do not overlap."},
	}
)

// What is wrong with the columns of a register.
var (
	headerTwice = fault{
		msg.Message{ID: "config/header-twice", VI: "tên cột «{name}» đã dùng cho «{field}» ở dòng {line}.", EN: "the header «{name}» stands for «{field}» already, in line {line}."},
		msg.Message{ID: "config/header-twice.remedy", VI: "Mỗi tên cột chỉ ghi một lần; chữ hoa, chữ thường và dấu không được phân biệt.", EN: "Write each header once; case and diacritics make no difference."},
	}
	sheetTwice = fault{
		msg.Message{ID: "config/sheet-twice", VI: "trang tính «{name}» đã có ở dòng {line}.", EN: "the sheet «{name}» stands in line {line} already."},
		msg.Message{ID: "config/sheet-twice.remedy", VI: "Mỗi trang tính một mục, ghi tên trang ở «sheet».", EN: "Write one entry for each sheet, with its name in «sheet»."},
	}
	columnTwice = fault{
		msg.Message{ID: "config/column-twice", VI: "cột {column} đã có ở dòng {line}.", EN: "column {column} stands in line {line} already."},
		msg.Message{ID: "config/column-twice.remedy", VI: "Xóa một trong hai.", EN: "Delete one of the two."},
	}
	fieldTwice = fault{
		msg.Message{ID: "config/field-twice", VI: "đã có cột cho «{field}» ở dòng {line}.", EN: "there is a column for «{field}» in line {line} already."},
		msg.Message{ID: "config/field-twice.remedy", VI: "Giữ lại cột đúng.", EN: "Keep the right one."},
	}
	noCodeColumn = fault{
		msg.Message{ID: "config/no-code-column", VI: "chưa có cột mã hồ sơ (code).", EN: "there is no column with the dossier code (code)."},
		msg.Message{ID: "config/no-code-column.remedy", VI: "Thêm cột có «field: code».", EN: "Add a column with «field: code»."},
	}
	wantsColumn = fault{
		msg.Message{ID: "config/wants-column", VI: "«{value}» không phải là tên cột.", EN: "«{value}» is no column."},
		msg.Message{ID: "config/wants-column.remedy", VI: "Ghi chữ cái của cột như Excel hiện ra, ví dụ A hoặc AB", EN: "Write the letters that Excel shows over the column, as A or AB"},
	}
)
