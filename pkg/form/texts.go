package form

import "github.com/tthclint/tthclint/pkg/msg"

// What is wrong with a file.
var (
	fileEmpty = fault{
		msg.Message{ID: "form/empty", VI: "tệp trống.", EN: "the file is empty."},
		msg.Message{ID: "form/empty.remedy", VI: "Ghi mô tả mẫu vào tệp, hoặc bỏ tệp ra khỏi thư mục.", EN: "Describe a form in it, or take the file out of the folder."},
	}
	noKey = fault{
		msg.Message{ID: "form/missing", VI: "thiếu khóa «{key}».", EN: "the key «{key}» is missing."},
		msg.Message{ID: "form/missing.remedy", VI: "Thêm khóa «{key}».", EN: "Add the key «{key}»."},
	}
	badName = fault{
		msg.Message{ID: "form/bad-name", VI: "mã «{name}» không dùng được.", EN: "the name «{name}» cannot be used."},
		msg.Message{ID: "form/bad-name.remedy", VI: "Mã gồm chữ thường không dấu, chữ số, dấu _ hoặc -, bắt đầu bằng chữ, không quá 64 ký tự.", EN: "A name has small letters a to z, digits, _ or -, begins with a letter, and has at most 64 signs."},
	}
	badChoice = fault{
		msg.Message{ID: "form/bad-choice", VI: "giá trị «{value}» không dùng được.", EN: "the value «{value}» cannot be used."},
		msg.Message{ID: "form/bad-choice.remedy", VI: "Giá trị dùng được: {known}", EN: "What can be used: {known}"},
	}
	twice = fault{
		msg.Message{ID: "form/twice", VI: "«{name}» đã có ở trên.", EN: "«{name}» stands above already."},
		msg.Message{ID: "form/twice.remedy", VI: "Đổi mã hoặc bỏ bớt một chỗ.", EN: "Change the name, or leave one out."},
	}
	sameForm = fault{
		msg.Message{ID: "form/same-form", VI: "mẫu «{name}» đã có trong tệp {file}.", EN: "the form «{name}» is in {file} already."},
		msg.Message{ID: "form/same-form.remedy", VI: "Đổi id, hoặc bỏ bớt một tệp.", EN: "Change the id, or leave one file out."},
	}
	noOther = fault{
		msg.Message{ID: "form/no-other", VI: "«{name}» không phải là ô khác có chỗ riêng trong mẫu này.", EN: "«{name}» is no other field of this form with a place of its own."},
		msg.Message{ID: "form/no-other.remedy", VI: "Ghi mã (key) của một ô khác trong fields.", EN: "Write the key of another field in fields."},
	}
	noOtherValue = fault{
		msg.Message{ID: "form/no-other-value", VI: "«{name}» không phải là mục điền khác của mẫu này.", EN: "«{name}» is no other value of this form."},
		msg.Message{ID: "form/no-other-value.remedy", VI: "Ghi mã (key) của một mục khác trong values.", EN: "Write the key of another value in values."},
	}
	underUnder = fault{
		msg.Message{ID: "form/under-under", VI: "«{name}» cũng nằm dưới một mục khác.", EN: "«{name}» is itself under another value."},
		msg.Message{ID: "form/under-under.remedy", VI: "Ghi ở under mục đứng đầu cột hoặc đầu đoạn, ví dụ họ tên.", EN: "Name the value at the head of the column or paragraph, as the name of the person."},
	}
	noSigner = fault{
		msg.Message{ID: "form/no-signer", VI: "mẫu không có ô chữ ký «{name}» có chỗ riêng.", EN: "the form has no signature «{name}» with a place of its own."},
		msg.Message{ID: "form/no-signer.remedy", VI: "Ghi mã (key) của một ô chữ ký trong fields.", EN: "Write the key of a signature in fields."},
	}
	badCode = fault{
		msg.Message{ID: "form/bad-code", VI: "mã thủ tục «{code}» không đúng.", EN: "«{code}» is no procedure code."},
		msg.Message{ID: "form/bad-code.remedy", VI: "Mã gồm một chữ số, dấu chấm và sáu chữ số, đặt trong nháy kép, ví dụ \"1.000894\"", EN: "A code is one digit, a point and six digits in double quotes, as \"1.000894\""},
	}
	badDay = fault{
		msg.Message{ID: "form/bad-day", VI: "«{day}» không phải là ngày.", EN: "«{day}» is no day."},
		msg.Message{ID: "form/bad-day.remedy", VI: "Ghi năm-tháng-ngày trong nháy kép, ví dụ \"2020-07-16\"", EN: "Write year-month-day in double quotes, as \"2020-07-16\""},
	}
	toBeforeFrom = fault{
		msg.Message{ID: "form/to-before-from", VI: "to không sau from.", EN: "to does not lie after from."},
		msg.Message{ID: "form/to-before-from.remedy", VI: "from là ngày đầu tiên dùng mẫu, to là ngày đầu tiên không còn dùng.", EN: "from is the first day of the edition, to the first day after it."},
	}
	badSize = fault{
		msg.Message{ID: "form/bad-size", VI: "kích thước không dùng được.", EN: "this size cannot be used."},
		msg.Message{ID: "form/bad-size.remedy", VI: "Ghi [rộng, cao] bằng milimét; khổ giấy ít nhất 50 mm mỗi chiều, ví dụ [210, 297]", EN: "Write [width, height] in mm; a sheet has at least 50 mm each way, as [210, 297]"},
	}
	badBox = fault{
		msg.Message{ID: "form/bad-box", VI: "vị trí không dùng được.", EN: "this box cannot be used."},
		msg.Message{ID: "form/bad-box.remedy", VI: "Ghi [cách mép trái, cách mép trên, rộng, cao] bằng milimét, ví dụ [26, 173.5, 72, 33]", EN: "Write [from the left, from the top, width, height] in mm, as [26, 173.5, 72, 33]"},
	}
	offPaper = fault{
		msg.Message{ID: "form/off-paper", VI: "vị trí nằm ngoài tờ giấy {w} x {h} mm.", EN: "the box lies outside the paper of {w} by {h} mm."},
		msg.Message{ID: "form/off-paper.remedy", VI: "Sửa box hoặc khổ giấy (paper); tính từ góc trên bên trái.", EN: "Correct the box or the paper; it counts from the top left."},
	}
	oneTitle = fault{
		msg.Message{ID: "form/one-title", VI: "phải có đúng một dòng chữ là tên mẫu (title: true), đang có {n}.", EN: "exactly one caption must be the title (title: true), here are {n}."},
		msg.Message{ID: "form/one-title.remedy", VI: "Thêm title: true vào dòng tên mẫu trong captions của lần ban hành này.", EN: "Add title: true to the caption that names the form."},
	}
	noField = fault{
		msg.Message{ID: "form/no-field", VI: "mẫu không có ô «{name}», hoặc ô này đã có vị trí.", EN: "the form has no field «{name}», or it has a place already."},
		msg.Message{ID: "form/no-field.remedy", VI: "Ghi mã (key) của một ô trong fields, mỗi ô một lần.", EN: "Write the key of a field in fields, each one once."},
	}
	noCaption = fault{
		msg.Message{ID: "form/no-caption", VI: "không có dòng chữ (captions) nào mang mã «{name}».", EN: "there is no caption «{name}»."},
		msg.Message{ID: "form/no-caption.remedy", VI: "Ghi id của một dòng trong captions của cùng lần ban hành.", EN: "Write the id of a caption of the same edition."},
	}
	blank = fault{
		msg.Message{ID: "form/blank", VI: "dòng chữ trống.", EN: "a wording without a letter."},
		msg.Message{ID: "form/blank.remedy", VI: "Ghi chữ in trên giấy, hoặc bỏ mục này.", EN: "Write what the paper bears, or leave this entry out."},
	}
)
