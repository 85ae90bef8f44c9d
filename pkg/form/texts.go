package form

import "github.com/tthclint/tthclint/pkg/msg"

// How a problem is told in one line.
var (
	problemText   = msg.Message{ID: "form/problem", VI: "dòng {line}: {what}", EN: "line {line}: {what}"}
	problemInFile = msg.Message{ID: "form/problem.file", VI: "{file}: {what}", EN: "{file}: {what}"}
	problemAtLine = msg.Message{ID: "form/problem.line", VI: "{file}, dòng {line}: {what}", EN: "{file}, line {line}: {what}"}
)

// What is wrong with a file as such.
var (
	fileEmpty = fault{
		msg.Message{ID: "form/empty", VI: "tệp trống", EN: "the file is empty"},
		msg.Message{ID: "form/empty.remedy", VI: "Ghi mô tả mẫu vào tệp, hoặc bỏ tệp ra khỏi thư mục.", EN: "Describe a form in it, or take the file out of the folder."},
	}
	fileTooLarge = fault{
		msg.Message{ID: "form/too-large", VI: "tệp lớn hơn {limit} KiB", EN: "the file is larger than {limit} KiB"},
		msg.Message{ID: "form/too-large.remedy", VI: "Mỗi tệp chỉ mô tả một mẫu.", EN: "Describe one form in each file."},
	}
	fileTooDeep = fault{
		msg.Message{ID: "form/too-deep", VI: "dòng này lồng quá nhiều cấp", EN: "this line nests too deep"},
		msg.Message{ID: "form/too-deep.remedy", VI: "Kiểm tra các dấu ngoặc và dấu gạch đầu dòng.", EN: "Check brackets and dashes."},
	}
	fileSeveral = fault{
		msg.Message{ID: "form/several", VI: "tệp có hơn một tài liệu YAML (dấu ---)", EN: "the file holds more than one YAML document (---)"},
		msg.Message{ID: "form/several.remedy", VI: "Tách thành mỗi mẫu một tệp.", EN: "Put each form into a file of its own."},
	}
	fileAliases = fault{
		msg.Message{ID: "form/aliases", VI: "dùng lại (dấu *) quá {limit} lần, hoặc dùng lại bên trong phần được dùng lại", EN: "more than {limit} aliases (*), or one inside of what another repeats"},
		msg.Message{ID: "form/aliases.remedy", VI: "Ghi đầy đủ thay cho dấu *.", EN: "Write the values out."},
	}
	notYAML = fault{
		msg.Message{ID: "form/not-yaml", VI: "không đúng cú pháp YAML ({detail})", EN: "not valid YAML ({detail})"},
		msg.Message{
			ID: "form/not-yaml.remedy",
			VI: "Kiểm tra thụt dòng (dùng dấu cách, không dùng Tab), dấu ngoặc, khóa ghi hai lần; câu có dấu hai chấm hoặc bắt đầu bằng ký hiệu thì đặt trong nháy kép.",
			EN: "Check the indentation (blanks, no tabs), brackets, and keys that stand twice; a text with a colon or a sign at its beginning needs double quotes.",
		},
	}
	unknownKey = fault{
		msg.Message{ID: "form/unknown-key", VI: "không có khóa «{key}»", EN: "there is no key «{key}»"},
		msg.Message{ID: "form/unknown-key.remedy", VI: "Khóa dùng được ở đây: {known}", EN: "The keys here are: {known}"},
	}
)

// What is wrong with the type of a value.
var (
	wantsText = fault{
		msg.Message{ID: "form/wants-text", VI: "ở đây phải là một dòng chữ", EN: "this must be a text"},
		msg.Message{ID: "form/wants-text.remedy", VI: "Ghi một dòng chữ; số và ngày đặt trong nháy kép.", EN: "Write one text; put numbers and dates into double quotes."},
	}
	wantsBool = fault{
		msg.Message{ID: "form/wants-bool", VI: "ở đây phải là true hoặc false", EN: "this must be true or false"},
		msg.Message{ID: "form/wants-bool.remedy", VI: "Ghi true (có) hoặc false (không).", EN: "Write true or false."},
	}
	wantsNumber = fault{
		msg.Message{ID: "form/wants-number", VI: "ở đây phải là một số", EN: "this must be a number"},
		msg.Message{ID: "form/wants-number.remedy", VI: "Ghi số milimét, dấu thập phân là dấu chấm, ví dụ 72.5", EN: "Write millimetres with a decimal point, as 72.5"},
	}
	wantsList = fault{
		msg.Message{ID: "form/wants-list", VI: "ở đây phải là một danh sách", EN: "this must be a list"},
		msg.Message{ID: "form/wants-list.remedy", VI: "Ghi mỗi mục một dòng, bắt đầu bằng dấu gạch, hoặc [a, b]", EN: "Write one entry on each line after a dash, or [a, b]"},
	}
	wantsKeys = fault{
		msg.Message{ID: "form/wants-keys", VI: "ở đây phải là các khóa", EN: "this must hold keys"},
		msg.Message{ID: "form/wants-keys.remedy", VI: "Ghi các khóa và giá trị, ví dụ {vi: Con dấu, en: Seal}", EN: "Write keys and values, as {vi: Con dấu, en: Seal}"},
	}
)

// What is wrong with a value.
var (
	noKey = fault{
		msg.Message{ID: "form/missing", VI: "thiếu khóa «{key}»", EN: "the key «{key}» is missing"},
		msg.Message{ID: "form/missing.remedy", VI: "Thêm khóa «{key}».", EN: "Add the key «{key}»."},
	}
	badName = fault{
		msg.Message{ID: "form/bad-name", VI: "mã «{name}» không dùng được", EN: "the name «{name}» cannot be used"},
		msg.Message{ID: "form/bad-name.remedy", VI: "Mã gồm chữ thường không dấu, chữ số, dấu _ hoặc -, bắt đầu bằng chữ, không quá 64 ký tự.", EN: "A name has small letters a to z, digits, _ or -, begins with a letter, and has at most 64 signs."},
	}
	badChoice = fault{
		msg.Message{ID: "form/bad-choice", VI: "giá trị «{value}» không dùng được", EN: "the value «{value}» cannot be used"},
		msg.Message{ID: "form/bad-choice.remedy", VI: "Giá trị dùng được: {known}", EN: "What can be used: {known}"},
	}
	twice = fault{
		msg.Message{ID: "form/twice", VI: "«{name}» đã có ở trên", EN: "«{name}» stands above already"},
		msg.Message{ID: "form/twice.remedy", VI: "Đổi mã hoặc bỏ bớt một chỗ.", EN: "Change the name, or leave one out."},
	}
	sameForm = fault{
		msg.Message{ID: "form/same-form", VI: "mẫu «{name}» đã có trong tệp {file}", EN: "the form «{name}» is in {file} already"},
		msg.Message{ID: "form/same-form.remedy", VI: "Đổi id, hoặc bỏ bớt một tệp.", EN: "Change the id, or leave one file out."},
	}
	noOther = fault{
		msg.Message{ID: "form/no-other", VI: "«{name}» không phải là ô khác có chỗ riêng trong mẫu này", EN: "«{name}» is no other field of this form with a place of its own"},
		msg.Message{ID: "form/no-other.remedy", VI: "Ghi mã (key) của một ô khác trong fields.", EN: "Write the key of another field in fields."},
	}
	noOtherValue = fault{
		msg.Message{ID: "form/no-other-value", VI: "«{name}» không phải là mục điền khác của mẫu này", EN: "«{name}» is no other value of this form"},
		msg.Message{ID: "form/no-other-value.remedy", VI: "Ghi mã (key) của một mục khác trong values.", EN: "Write the key of another value in values."},
	}
	underUnder = fault{
		msg.Message{ID: "form/under-under", VI: "«{name}» cũng nằm dưới một mục khác", EN: "«{name}» is itself under another value"},
		msg.Message{ID: "form/under-under.remedy", VI: "Ghi ở under mục đứng đầu cột hoặc đầu đoạn, ví dụ họ tên.", EN: "Name the value at the head of the column or paragraph, as the name of the person."},
	}
	noSigner = fault{
		msg.Message{ID: "form/no-signer", VI: "mẫu không có ô chữ ký «{name}» có chỗ riêng", EN: "the form has no signature «{name}» with a place of its own"},
		msg.Message{ID: "form/no-signer.remedy", VI: "Ghi mã (key) của một ô chữ ký trong fields.", EN: "Write the key of a signature in fields."},
	}
	badCode = fault{
		msg.Message{ID: "form/bad-code", VI: "mã thủ tục «{code}» không đúng", EN: "«{code}» is no procedure code"},
		msg.Message{ID: "form/bad-code.remedy", VI: "Mã gồm một chữ số, dấu chấm và sáu chữ số, đặt trong nháy kép, ví dụ \"1.000894\"", EN: "A code is one digit, a point and six digits in double quotes, as \"1.000894\""},
	}
	badDay = fault{
		msg.Message{ID: "form/bad-day", VI: "«{day}» không phải là ngày", EN: "«{day}» is no day"},
		msg.Message{ID: "form/bad-day.remedy", VI: "Ghi năm-tháng-ngày trong nháy kép, ví dụ \"2020-07-16\"", EN: "Write year-month-day in double quotes, as \"2020-07-16\""},
	}
	toBeforeFrom = fault{
		msg.Message{ID: "form/to-before-from", VI: "to không sau from", EN: "to does not lie after from"},
		msg.Message{ID: "form/to-before-from.remedy", VI: "from là ngày đầu tiên dùng mẫu, to là ngày đầu tiên không còn dùng.", EN: "from is the first day of the edition, to the first day after it."},
	}
	badSize = fault{
		msg.Message{ID: "form/bad-size", VI: "kích thước không dùng được", EN: "this size cannot be used"},
		msg.Message{ID: "form/bad-size.remedy", VI: "Ghi [rộng, cao] bằng milimét; khổ giấy ít nhất 50 mm mỗi chiều, ví dụ [210, 297]", EN: "Write [width, height] in mm; a sheet has at least 50 mm each way, as [210, 297]"},
	}
	badBox = fault{
		msg.Message{ID: "form/bad-box", VI: "vị trí không dùng được", EN: "this box cannot be used"},
		msg.Message{ID: "form/bad-box.remedy", VI: "Ghi [cách mép trái, cách mép trên, rộng, cao] bằng milimét, ví dụ [26, 173.5, 72, 33]", EN: "Write [from the left, from the top, width, height] in mm, as [26, 173.5, 72, 33]"},
	}
	offPaper = fault{
		msg.Message{ID: "form/off-paper", VI: "vị trí nằm ngoài tờ giấy {w} x {h} mm", EN: "the box lies outside the paper of {w} by {h} mm"},
		msg.Message{ID: "form/off-paper.remedy", VI: "Sửa box hoặc khổ giấy (paper); tính từ góc trên bên trái.", EN: "Correct the box or the paper; it counts from the top left."},
	}
	oneTitle = fault{
		msg.Message{ID: "form/one-title", VI: "phải có đúng một dòng chữ là tên mẫu (title: true), đang có {n}", EN: "exactly one caption must be the title (title: true), here are {n}"},
		msg.Message{ID: "form/one-title.remedy", VI: "Thêm title: true vào dòng tên mẫu trong captions của lần ban hành này.", EN: "Add title: true to the caption that names the form."},
	}
	noField = fault{
		msg.Message{ID: "form/no-field", VI: "mẫu không có ô «{name}», hoặc ô này đã có vị trí", EN: "the form has no field «{name}», or it has a place already"},
		msg.Message{ID: "form/no-field.remedy", VI: "Ghi mã (key) của một ô trong fields, mỗi ô một lần.", EN: "Write the key of a field in fields, each one once."},
	}
	noCaption = fault{
		msg.Message{ID: "form/no-caption", VI: "không có dòng chữ (captions) nào mang mã «{name}»", EN: "there is no caption «{name}»"},
		msg.Message{ID: "form/no-caption.remedy", VI: "Ghi id của một dòng trong captions của cùng lần ban hành.", EN: "Write the id of a caption of the same edition."},
	}
	blank = fault{
		msg.Message{ID: "form/blank", VI: "dòng chữ trống", EN: "a wording without a letter"},
		msg.Message{ID: "form/blank.remedy", VI: "Ghi chữ in trên giấy, hoặc bỏ mục này.", EN: "Write what the paper bears, or leave this entry out."},
	}
)
