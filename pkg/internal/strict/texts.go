package strict

import "github.com/tthclint/tthclint/pkg/msg"

var didYouMean = msg.Message{ID: "yaml/did-you-mean", VI: "Có phải ý bạn là «{near}»? {rest}", EN: "Did you mean «{near}»? {rest}"}

// What is wrong with keys.
var (
	unknownKey = Fault{
		msg.Message{ID: "yaml/unknown-key", VI: "không có khóa «{name}».", EN: "there is no key «{name}»."},
		msg.Message{ID: "yaml/unknown-key.remedy", VI: "Khóa dùng được ở đây: {known}.", EN: "The keys here are: {known}."},
	}
	missingKey = Fault{
		msg.Message{ID: "yaml/missing-key", VI: "thiếu khóa «{key}».", EN: "the key «{key}» is missing."},
		msg.Message{ID: "yaml/missing-key.remedy", VI: "Thêm dòng «{key}:» vào mục này.", EN: "Add a line «{key}:» to this entry."},
	}
	keyTwice = Fault{
		msg.Message{ID: "yaml/key-twice", VI: "khóa «{key}» đã có ở dòng {line}.", EN: "the key «{key}» stands in line {line} already."},
		msg.Message{ID: "yaml/key-twice.remedy", VI: "Gộp hai mục làm một, hoặc xóa một mục.", EN: "Make one of the two, or delete one."},
	}
	noValue = Fault{
		msg.Message{ID: "yaml/no-value", VI: "khóa «{key}» chưa có giá trị.", EN: "the key «{key}» has no value."},
		msg.Message{ID: "yaml/no-value.remedy", VI: "Ghi giá trị, hoặc đặt dấu # trước dòng này. Các dòng bên dưới của nó phải thụt vào bằng dấu cách.", EN: "Write a value, or put # before the line. The lines below that belong to it must be indented with blanks."},
	}
	noItem = Fault{
		msg.Message{ID: "yaml/no-item", VI: "dấu gạch đầu dòng chưa có nội dung.", EN: "there is nothing behind the dash."},
		msg.Message{ID: "yaml/no-item.remedy", VI: "Ghi nội dung sau dấu gạch, hoặc xóa dòng này.", EN: "Write something behind it, or delete the line."},
	}
	itemTwice = Fault{
		msg.Message{ID: "yaml/item-twice", VI: "«{name}» đã có ở dòng {line}.", EN: "«{name}» stands in line {line} already."},
		msg.Message{ID: "yaml/item-twice.remedy", VI: "Xóa một trong hai.", EN: "Delete one of the two."},
	}
)

// What is wrong with a value.
var (
	unknownWord = Fault{
		msg.Message{ID: "yaml/unknown-word", VI: "«{name}» không dùng được ở đây.", EN: "«{name}» cannot stand here."},
		msg.Message{ID: "yaml/unknown-word.remedy", VI: "Giá trị dùng được: {known}.", EN: "What can stand here: {known}."},
	}
	wantsText = Fault{
		msg.Message{ID: "yaml/wants-text", VI: "ở đây phải là một dòng chữ.", EN: "this must be a text."},
		msg.Message{ID: "yaml/wants-text.remedy", VI: "Ghi một dòng chữ ngay sau dấu hai chấm.", EN: "Write one text behind the colon."},
	}
	wantsQuotes = Fault{
		msg.Message{ID: "yaml/wants-quotes", VI: "ở đây phải là một dòng chữ, «{value}» bị hiểu là số hoặc true/false.", EN: "this must be a text; «{value}» is taken for a number or true/false."},
		msg.Message{ID: "yaml/wants-quotes.remedy", VI: "Đặt trong nháy kép: \"{value}\"", EN: "Put it into double quotes: \"{value}\""},
	}
	emptyText = Fault{
		msg.Message{ID: "yaml/empty-text", VI: "dòng chữ trống.", EN: "the text is empty."},
		msg.Message{ID: "yaml/empty-text.remedy", VI: "Ghi nội dung, hoặc đặt dấu # trước dòng này.", EN: "Write something, or put # before the line."},
	}
	wantsBool = Fault{
		msg.Message{ID: "yaml/wants-bool", VI: "ở đây phải là true hoặc false.", EN: "this must be true or false."},
		msg.Message{ID: "yaml/wants-bool.remedy", VI: "Ghi true (có) hoặc false (không).", EN: "Write true or false."},
	}
	wantsWhole = Fault{
		msg.Message{ID: "yaml/wants-whole", VI: "ở đây phải là một số nguyên từ {least} đến {most}.", EN: "this must be a whole number from {least} to {most}."},
		msg.Message{ID: "yaml/wants-whole.remedy", VI: "Ghi số, không có nháy kép và đơn vị.", EN: "Write the number without quotes and unit."},
	}
	wantsNumber = Fault{
		msg.Message{ID: "yaml/wants-number", VI: "ở đây phải là một số.", EN: "this must be a number."},
		msg.Message{ID: "yaml/wants-number.remedy", VI: "Ghi số không có nháy kép và đơn vị, dấu thập phân là dấu chấm, ví dụ 72.5", EN: "Write the number without quotes and unit, with a decimal point, as 72.5"},
	}
	wantsList = Fault{
		msg.Message{ID: "yaml/wants-list", VI: "ở đây phải là một danh sách.", EN: "this must be a list."},
		msg.Message{ID: "yaml/wants-list.remedy", VI: "Mỗi mục một dòng bắt đầu bằng dấu gạch và dấu cách (- mục), hoặc ghi trong ngoặc vuông: [mục, mục]", EN: "Write each item on a line that begins with a dash and a blank (- item), or all of them in brackets: [item, item]"},
	}
	wantsKeys = Fault{
		msg.Message{ID: "yaml/wants-keys", VI: "ở đây phải là các khóa có giá trị.", EN: "this must be keys with values."},
		msg.Message{ID: "yaml/wants-keys.remedy", VI: "Ghi mỗi khóa một dòng thụt vào, dạng «khóa: giá trị».", EN: "Write each key on an indented line of its own, as «key: value»."},
	}
	wantsDay = Fault{
		msg.Message{ID: "yaml/wants-day", VI: "«{value}» không phải là một ngày.", EN: "«{value}» is no date."},
		msg.Message{ID: "yaml/wants-day.remedy", VI: "Ghi năm-tháng-ngày, ví dụ 2025-07-01", EN: "Write year-month-day, as 2025-07-01"},
	}
	dayOrder = Fault{
		msg.Message{ID: "yaml/day-order", VI: "ngày «{value}» phải ghi theo thứ tự năm-tháng-ngày.", EN: "the date «{value}» must be written as year-month-day."},
		msg.Message{ID: "yaml/day-order.remedy", VI: "Ghi {day}", EN: "Write {day}"},
	}
	endsBeforeStart = Fault{
		msg.Message{ID: "yaml/ends-before", VI: "ngày cuối («{to}») sớm hơn ngày đầu («{from}»).", EN: "the last day («{to}») is before the first («{from}»)."},
		msg.Message{ID: "yaml/ends-before.remedy", VI: "Sửa một trong hai ngày.", EN: "Correct one of the two."},
	}
)
