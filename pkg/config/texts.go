package config

import (
	"github.com/tthclint/tthclint/pkg/internal/strict"
	"github.com/tthclint/tthclint/pkg/msg"
)

// What is wrong with names.
var (
	unknownRule = strict.Fault{
		What:   msg.Message{ID: "config/unknown-rule", VI: "không có quy tắc «{name}».", EN: "there is no rule «{name}»."},
		Remedy: msg.Message{ID: "config/unknown-rule.remedy", VI: "Xem danh sách quy tắc: tthclint rules", EN: "See the list of rules: tthclint rules"},
	}
	unknownIndicator = strict.Fault{
		What:   msg.Message{ID: "config/unknown-indicator", VI: "không có chỉ số «{name}».", EN: "there is no indicator «{name}»."},
		Remedy: msg.Message{ID: "config/unknown-indicator.remedy", VI: "Chỉ số đặt mục tiêu được: {known}.", EN: "Indicators that can have a target: {known}."},
	}
	noRuleLeft = strict.Fault{
		What:   msg.Message{ID: "config/no-rule-left", VI: "không còn quy tắc nào để chạy.", EN: "no rule is left to run."},
		Remedy: msg.Message{ID: "config/no-rule-left.remedy", VI: "Bớt các tên trong «skip», hoặc thêm tên vào «only».", EN: "Take names out of «skip», or add some to «only»."},
	}
	onlyWithout = strict.Fault{
		What:   msg.Message{ID: "config/only-without", VI: "«only» cần có chứng thư trong «anchors».", EN: "«only» needs certificates in «anchors»."},
		Remedy: msg.Message{ID: "config/only-without.remedy", VI: "Ghi thư mục hoặc tệp chứng thư gốc vào «anchors», hoặc bỏ «only».", EN: "Name a folder or file of root certificates in «anchors», or leave «only» out."},
	}
	wantsCode = strict.Fault{
		What:   msg.Message{ID: "config/wants-code", VI: "«{value}» không phải là mã thủ tục.", EN: "«{value}» is no code of a procedure."},
		Remedy: msg.Message{ID: "config/wants-code.remedy", VI: "Mã gồm một chữ số, dấu chấm và sáu chữ số, đặt trong nháy kép, ví dụ \"1.000894\"", EN: "A code is one digit, a point and six digits in double quotes, as \"1.000894\""},
	}
	wantsSerial = strict.Fault{
		What:   msg.Message{ID: "config/wants-serial", VI: "«{value}» không phải là số sê-ri của chứng thư.", EN: "«{value}» is no serial number of a certificate."},
		Remedy: msg.Message{ID: "config/wants-serial.remedy", VI: "Ghi số sê-ri dạng thập lục phân trong nháy kép như chương trình xem chứng thư hiện ra, ví dụ \"54 01 0a 9f\"", EN: "Write the hexadecimal serial number in double quotes as certificate viewers show it, as \"54 01 0a 9f\""},
	}
	procedureTwice = strict.Fault{
		What:   msg.Message{ID: "config/procedure-twice", VI: "thủ tục {code} đã có ở dòng {line} cho cùng thời gian.", EN: "the procedure {code} stands in line {line} already, for the same time."},
		Remedy: msg.Message{ID: "config/procedure-twice.remedy", VI: "Gộp hai mục làm một, hoặc ghi «since» và «until» không chồng lên nhau.", EN: "Make one of the two, or write «since» and «until» that do not overlap."},
	}
)

// What is wrong with a target.
var wantsPercent = strict.Fault{
	What:   msg.Message{ID: "config/wants-percent", VI: "ở đây phải là số phần trăm từ 0 đến 100.", EN: "this must be a percentage from 0 to 100."},
	Remedy: msg.Message{ID: "config/wants-percent.remedy", VI: "Ghi số, không có dấu %, dấu thập phân là dấu chấm, ví dụ 95 hoặc 97.5", EN: "Write the number without %, with a decimal point, as 95 or 97.5"},
}

// What is wrong with the columns of a register.
var (
	sheetTwice = strict.Fault{
		What:   msg.Message{ID: "config/sheet-twice", VI: "trang tính «{name}» đã có ở dòng {line}.", EN: "the sheet «{name}» stands in line {line} already."},
		Remedy: msg.Message{ID: "config/sheet-twice.remedy", VI: "Mỗi trang tính một mục, ghi tên trang ở «sheet».", EN: "Write one entry for each sheet, with its name in «sheet»."},
	}
	columnTwice = strict.Fault{
		What:   msg.Message{ID: "config/column-twice", VI: "cột {column} đã có ở dòng {line}.", EN: "column {column} stands in line {line} already."},
		Remedy: msg.Message{ID: "config/column-twice.remedy", VI: "Xóa một trong hai.", EN: "Delete one of the two."},
	}
	fieldTwice = strict.Fault{
		What:   msg.Message{ID: "config/field-twice", VI: "đã có cột cho «{field}» ở dòng {line}.", EN: "there is a column for «{field}» in line {line} already."},
		Remedy: msg.Message{ID: "config/field-twice.remedy", VI: "Giữ lại cột đúng.", EN: "Keep the right one."},
	}
	noCodeColumn = strict.Fault{
		What:   msg.Message{ID: "config/no-code-column", VI: "chưa có cột mã hồ sơ (code).", EN: "there is no column with the dossier code (code)."},
		Remedy: msg.Message{ID: "config/no-code-column.remedy", VI: "Thêm cột có «field: code».", EN: "Add a column with «field: code»."},
	}
	wantsColumn = strict.Fault{
		What:   msg.Message{ID: "config/wants-column", VI: "«{value}» không phải là tên cột.", EN: "«{value}» is no column."},
		Remedy: msg.Message{ID: "config/wants-column.remedy", VI: "Ghi chữ cái của cột như Excel hiện ra, ví dụ A hoặc AB", EN: "Write the letters that Excel shows over the column, as A or AB"},
	}
)
