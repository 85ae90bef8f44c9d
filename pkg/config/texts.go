package config

import "github.com/tthclint/tthclint/pkg/msg"

// How a problem is told with its place.
var (
	inFile = msg.Message{ID: "config/file", VI: "{file}: {what}", EN: "{file}: {what}"}
	atLine = msg.Message{ID: "config/line", VI: "{file}, dòng {line}, cột {column}: {what}", EN: "{file}, line {line}, column {column}: {what}"}

	didYouMean = msg.Message{ID: "config/did-you-mean", VI: "Có phải ý bạn là «{near}»? {rest}", EN: "Did you mean «{near}»? {rest}"}
)

// What is wrong with keys.
var (
	unknownKey = fault{
		msg.Message{ID: "config/unknown-key", VI: "không có khóa «{name}».", EN: "there is no key «{name}»."},
		msg.Message{ID: "config/unknown-key.remedy", VI: "Khóa dùng được ở đây: {known}.", EN: "The keys here are: {known}."},
	}
	missingKey = fault{
		msg.Message{ID: "config/missing-key", VI: "thiếu khóa «{key}».", EN: "the key «{key}» is missing."},
		msg.Message{ID: "config/missing-key.remedy", VI: "Thêm dòng «{key}:» vào mục này.", EN: "Add a line «{key}:» to this entry."},
	}
	keyTwice = fault{
		msg.Message{ID: "config/key-twice", VI: "khóa «{key}» đã có ở dòng {line}.", EN: "the key «{key}» stands in line {line} already."},
		msg.Message{ID: "config/key-twice.remedy", VI: "Gộp hai mục làm một, hoặc xóa một mục.", EN: "Make one of the two, or delete one."},
	}
	noValue = fault{
		msg.Message{ID: "config/no-value", VI: "khóa «{key}» chưa có giá trị.", EN: "the key «{key}» has no value."},
		msg.Message{ID: "config/no-value.remedy", VI: "Ghi giá trị, hoặc đặt dấu # trước dòng này. Các dòng bên dưới của nó phải thụt vào bằng dấu cách.", EN: "Write a value, or put # before the line. The lines below that belong to it must be indented with blanks."},
	}
	noItem = fault{
		msg.Message{ID: "config/no-item", VI: "dấu gạch đầu dòng chưa có nội dung.", EN: "there is nothing behind the dash."},
		msg.Message{ID: "config/no-item.remedy", VI: "Ghi nội dung sau dấu gạch, hoặc xóa dòng này.", EN: "Write something behind it, or delete the line."},
	}
	itemTwice = fault{
		msg.Message{ID: "config/item-twice", VI: "«{name}» đã có ở dòng {line}.", EN: "«{name}» stands in line {line} already."},
		msg.Message{ID: "config/item-twice.remedy", VI: "Xóa một trong hai.", EN: "Delete one of the two."},
	}
)

// What is wrong with the kind of a value.
var (
	wantsText = fault{
		msg.Message{ID: "config/wants-text", VI: "ở đây phải là một dòng chữ.", EN: "this must be a text."},
		msg.Message{ID: "config/wants-text.remedy", VI: "Ghi một dòng chữ ngay sau dấu hai chấm.", EN: "Write one text behind the colon."},
	}
	wantsQuotes = fault{
		msg.Message{ID: "config/wants-quotes", VI: "ở đây phải là một dòng chữ, «{value}» bị hiểu là số hoặc true/false.", EN: "this must be a text; «{value}» is taken for a number or true/false."},
		msg.Message{ID: "config/wants-quotes.remedy", VI: "Đặt trong nháy kép: \"{value}\"", EN: "Put it into double quotes: \"{value}\""},
	}
	emptyText = fault{
		msg.Message{ID: "config/empty-text", VI: "dòng chữ trống.", EN: "the text is empty."},
		msg.Message{ID: "config/empty-text.remedy", VI: "Ghi nội dung, hoặc đặt dấu # trước dòng này.", EN: "Write something, or put # before the line."},
	}
	wantsBool = fault{
		msg.Message{ID: "config/wants-bool", VI: "ở đây phải là true hoặc false.", EN: "this must be true or false."},
		msg.Message{ID: "config/wants-bool.remedy", VI: "Ghi true (có) hoặc false (không).", EN: "Write true or false."},
	}
	wantsWhole = fault{
		msg.Message{ID: "config/wants-whole", VI: "ở đây phải là một số nguyên từ {least} đến {most}.", EN: "this must be a whole number from {least} to {most}."},
		msg.Message{ID: "config/wants-whole.remedy", VI: "Ghi số, không có nháy kép và đơn vị.", EN: "Write the number without quotes and unit."},
	}
	wantsPercent = fault{
		msg.Message{ID: "config/wants-percent", VI: "ở đây phải là số phần trăm từ 0 đến 100.", EN: "this must be a percentage from 0 to 100."},
		msg.Message{ID: "config/wants-percent.remedy", VI: "Ghi số, không có dấu %, dấu thập phân là dấu chấm, ví dụ 95 hoặc 97.5", EN: "Write the number without %, with a decimal point, as 95 or 97.5"},
	}
	wantsList = fault{
		msg.Message{ID: "config/wants-list", VI: "ở đây phải là một danh sách.", EN: "this must be a list."},
		msg.Message{ID: "config/wants-list.remedy", VI: "Mỗi mục một dòng bắt đầu bằng dấu gạch và dấu cách (- mục), hoặc ghi trong ngoặc vuông: [mục, mục]", EN: "Write each item on a line that begins with a dash and a blank (- item), or all of them in brackets: [item, item]"},
	}
	wantsKeys = fault{
		msg.Message{ID: "config/wants-keys", VI: "ở đây phải là các khóa có giá trị.", EN: "this must be keys with values."},
		msg.Message{ID: "config/wants-keys.remedy", VI: "Ghi mỗi khóa một dòng thụt vào, dạng «khóa: giá trị».", EN: "Write each key on an indented line of its own, as «key: value»."},
	}
	wantsDay = fault{
		msg.Message{ID: "config/wants-day", VI: "«{value}» không phải là một ngày.", EN: "«{value}» is no date."},
		msg.Message{ID: "config/wants-day.remedy", VI: "Ghi năm-tháng-ngày, ví dụ 2025-07-01", EN: "Write year-month-day, as 2025-07-01"},
	}
	dayOrder = fault{
		msg.Message{ID: "config/day-order", VI: "ngày «{value}» phải ghi theo thứ tự năm-tháng-ngày.", EN: "the date «{value}» must be written as year-month-day."},
		msg.Message{ID: "config/day-order.remedy", VI: "Ghi {day}", EN: "Write {day}"},
	}
	endsBeforeStart = fault{
		msg.Message{ID: "config/ends-before", VI: "ngày cuối («{to}») sớm hơn ngày đầu («{from}»).", EN: "the last day («{to}») is before the first («{from}»)."},
		msg.Message{ID: "config/ends-before.remedy", VI: "Sửa một trong hai ngày.", EN: "Correct one of the two."},
	}
)
