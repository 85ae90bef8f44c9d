package main

import "github.com/tthclint/tthclint/pkg/msg"

// What the command says on the error stream.
var (
	textError  = msg.Message{ID: "cmd/error", VI: "Lỗi: {what}", EN: "Error: {what}"}
	textRemedy = msg.Message{ID: "cmd/remedy", VI: "Cách xử lý: {remedy}", EN: "What to do: {remedy}"}
	textOther  = msg.Message{ID: "cmd/other", VI: "{error}", EN: "{error}"}

	textPanic       = msg.Message{ID: "cmd/panic", VI: "chương trình gặp lỗi nội bộ ({error}).", EN: "the program failed ({error})."}
	textPanicRemedy = msg.Message{ID: "cmd/panic.remedy", VI: "Đề nghị báo cho nhà phát triển, kèm dòng lệnh đã dùng.", EN: "Please report it to the developers with the command line that was used."}

	textInterrupted   = msg.Message{ID: "cmd/interrupted", VI: "đã dừng theo yêu cầu.", EN: "stopped as asked."}
	textInterruptedAt = msg.Message{ID: "cmd/interrupted.at", VI: "đã dừng theo yêu cầu: báo cáo chỉ gồm {n}/{of} hồ sơ đã kiểm tra xong.", EN: "stopped as asked: the report holds only the {n}/{of} dossiers that were finished."}

	textNoPath           = msg.Message{ID: "cmd/no-path", VI: "chưa cho biết thư mục hoặc tệp PDF cần kiểm tra.", EN: "no folder or PDF file was given."}
	textNoPathRemedy     = msg.Message{ID: "cmd/no-path.remedy", VI: "Ví dụ: tthclint lint ho-so", EN: "For example: tthclint lint ho-so"}
	textNotExist         = msg.Message{ID: "cmd/not-exist", VI: "không tìm thấy «{path}».", EN: "there is no «{path}»."}
	textNotExistRemedy   = msg.Message{ID: "cmd/not-exist.remedy", VI: "Kiểm tra lại đường dẫn; đường dẫn có dấu cách phải đặt trong dấu ngoặc kép.", EN: "Check the path; a path with spaces needs quotes."}
	textPermission       = msg.Message{ID: "cmd/permission", VI: "không có quyền đọc «{path}».", EN: "no permission to read «{path}»."}
	textPermissionRemedy = msg.Message{ID: "cmd/permission.remedy", VI: "Đề nghị người quản trị cấp quyền đọc, hoặc chép sang thư mục khác.", EN: "Ask the administrator for permission to read it, or copy it elsewhere."}
	textCannotRead       = msg.Message{ID: "cmd/cannot-read", VI: "không đọc được «{path}»: {reason}", EN: "«{path}» cannot be read: {reason}"}
	textCannotReadRemedy = msg.Message{ID: "cmd/cannot-read.remedy", VI: "Kiểm tra ổ đĩa hoặc kết nối mạng rồi chạy lại.", EN: "Check the drive or the network connection and run it again."}
	textEscapes          = msg.Message{ID: "cmd/escapes", VI: "liên kết dẫn ra ngoài thư mục nên không được mở.", EN: "a link that leads out of the folder is not opened."}
	textEscapesRemedy    = msg.Message{ID: "cmd/escapes.remedy", VI: "Chép tệp thật vào thư mục thay cho liên kết.", EN: "Copy the file itself into the folder in place of the link."}
	textNoMatch          = msg.Message{ID: "cmd/no-match", VI: "không có tệp hoặc thư mục nào khớp với «{pattern}».", EN: "no file or folder matches «{pattern}»."}
	textNoMatchRemedy    = msg.Message{ID: "cmd/no-match.remedy", VI: "Kiểm tra lại mẫu tên; * thay cho nhiều ký tự, ? thay cho một ký tự.", EN: "Check the pattern; * stands for any letters, ? for one."}
	textNeedsFile        = msg.Message{ID: "cmd/needs-file", VI: "«{path}» là thư mục, ở đây cần một tệp.", EN: "«{path}» is a folder; a file is wanted here."}
	textNeedsFileRemedy  = msg.Message{ID: "cmd/needs-file.remedy", VI: "Chỉ ra tệp nằm trong thư mục đó.", EN: "Name the file in that folder."}
	textNotRegular       = msg.Message{ID: "cmd/not-regular", VI: "không phải tệp thông thường.", EN: "this is not an ordinary file."}
	textAtPath           = msg.Message{ID: "cmd/at-path", VI: "«{path}»: {reason}", EN: "«{path}»: {reason}"}
	textPacked           = msg.Message{ID: "cmd/packed", VI: "«{path}»: tệp nén không được mở ở đây. Giải nén vào thư mục rồi chạy lại.", EN: "«{path}»: an archive that is not opened here. Extract it into the folder and run it again."}
	textUnreadable       = msg.Message{ID: "cmd/unreadable", VI: "Không đọc được, chưa kiểm tra: {reason}", EN: "Could not be read and was not checked: {reason}"}
	textNotPDF           = msg.Message{ID: "cmd/not-pdf", VI: "«{path}» không phải thư mục, tệp PDF hay tệp .zip.", EN: "«{path}» is neither a folder nor a PDF or .zip file."}
	textNotPDFRemedy     = msg.Message{ID: "cmd/not-pdf.remedy", VI: "Chỉ ra thư mục chứa hồ sơ, tệp .zip của thư mục đó hoặc một tệp PDF; tệp nén kiểu khác phải giải nén trước.", EN: "Name a folder of dossiers, a .zip file of one, or one PDF file; extract other archives first."}
	textNothing          = msg.Message{ID: "cmd/nothing", VI: "không có hồ sơ hoặc tệp PDF nào để kiểm tra trong {paths}.", EN: "there is no dossier and no PDF file to check in {paths}."}
	textNothingRemedy    = msg.Message{ID: "cmd/nothing.remedy", VI: "Kiểm tra lại thư mục; mỗi hồ sơ là một thư mục con mang mã hồ sơ, hoặc các tệp PDF.", EN: "Check the folder; a dossier is a subfolder named by its code, or PDF files."}
	textCannotWrite      = msg.Message{ID: "cmd/cannot-write", VI: "không ghi được báo cáo: {reason}", EN: "the report cannot be written: {reason}"}

	textInUse       = msg.Message{ID: "cmd/in-use", VI: "tệp đang mở trong chương trình khác.", EN: "another program has the file open."}
	textInUseRemedy = msg.Message{ID: "cmd/in-use.remedy", VI: "Đóng tệp trong chương trình đó (Excel, Word, trình xem PDF, phần mềm quét) rồi chạy lại.", EN: "Close it there (Excel, Word, a PDF viewer, the program of the scanner) and run again."}
	textDiskFull    = msg.Message{ID: "cmd/disk-full", VI: "ổ đĩa đã đầy.", EN: "the disk is full."}
	textIsFolder    = msg.Message{ID: "cmd/is-folder", VI: "đã có thư mục mang tên này.", EN: "there is a folder of this name."}

	textMakeFolderRemedy  = msg.Message{ID: "cmd/make-folder.remedy", VI: "Tạo thư mục đó rồi chạy lại, hoặc ghi sang chỗ khác.", EN: "Make that folder and run again, or have it written elsewhere."}
	textCannotWriteRemedy = msg.Message{ID: "cmd/cannot-write.remedy", VI: "Kiểm tra dung lượng còn trống, quyền ghi ở đó, và tệp có đang mở trong Excel, Word hoặc trình duyệt không; hoặc ghi sang chỗ khác.", EN: "See that there is free space and permission to write there, and that no other program has the file open; or have it written elsewhere."}

	textStdinTooLarge       = msg.Message{ID: "cmd/stdin-too-large", VI: "dữ liệu vào lớn hơn {limit} MiB.", EN: "the input is larger than {limit} MiB."}
	textStdinTooLargeRemedy = msg.Message{ID: "cmd/stdin-too-large.remedy", VI: "Ghi ra tệp rồi chạy: tthclint lint tệp.pdf", EN: "Write it to a file and run: tthclint lint file.pdf"}

	textNameWithoutStdin       = msg.Message{ID: "cmd/name", VI: "--name chỉ dùng khi đọc từ đầu vào chuẩn (-).", EN: "--name is only for standard input (-)."}
	textNameWithoutStdinRemedy = msg.Message{ID: "cmd/name.remedy", VI: "Bỏ --name, hoặc thay đường dẫn bằng dấu -", EN: "Leave --name out, or give - as the path."}

	textRegisterBroken          = msg.Message{ID: "cmd/register.broken", VI: "không dùng được sổ theo dõi hồ sơ: {reason}", EN: "the register cannot be used: {reason}"}
	textRegistersRemedy         = msg.Message{ID: "cmd/registers.remedy", VI: "Chỉ ra sổ cần dùng bằng --register, hoặc đặt tên sổ đó là ho-so.csv.", EN: "Name the one to use by --register, or call it ho-so.csv."}
	textRegisterRemedy          = msg.Message{ID: "cmd/register.remedy", VI: "Xuất sổ theo dõi hồ sơ từ hệ thống một cửa ra Excel (.xlsx) hoặc CSV rồi chỉ ra tệp đó; «tthclint register show» cho biết tệp được đọc thế nào.", EN: "Export the register from the one-stop system as Excel (.xlsx) or CSV and name that file; «tthclint register show» tells how it is read."}
	textRegisterOneFolder       = msg.Message{ID: "cmd/register.one", VI: "--register chỉ dùng khi kiểm tra đúng một thư mục hoặc một tệp .zip.", EN: "--register is for the check of exactly one folder or .zip file."}
	textRegisterOneFolderRemedy = msg.Message{ID: "cmd/register.one-remedy", VI: "Chạy riêng cho từng thư mục, hoặc đặt sổ theo dõi vào từng thư mục.", EN: "Run it for each folder, or put its register into each."}

	textUnknownRule    = msg.Message{ID: "cmd/unknown-rule", VI: "không có quy tắc «{name}».", EN: "there is no rule «{name}»."}
	textNoRule         = msg.Message{ID: "cmd/no-rule", VI: "chưa cho biết quy tắc.", EN: "no rule was named."}
	textDidYouMeanRule = msg.Message{ID: "cmd/did-you-mean-rule", VI: "Có phải ý bạn là «{name}»? Danh sách: tthclint rules", EN: "Did you mean «{name}»? The list: tthclint rules"}
	textListRules      = msg.Message{ID: "cmd/list-rules", VI: "Xem danh sách quy tắc: tthclint rules", EN: "See the list of rules: tthclint rules"}
	textDidYouMean     = msg.Message{ID: "cmd/did-you-mean", VI: "Có phải ý bạn là «{name}»?", EN: "Did you mean «{name}»?"}
	textSeeHelp        = msg.Message{ID: "cmd/see-help", VI: "Xem hướng dẫn: {command} --help", EN: "See the help: {command} --help"}

	textUnknownCommand = msg.Message{ID: "cmd/unknown-command", VI: "không có lệnh «{name}».", EN: "there is no command «{name}»."}
	textUnknownFlag    = msg.Message{ID: "cmd/unknown-flag", VI: "không có tùy chọn {name}.", EN: "there is no flag {name}."}
	textFlagNeedsValue = msg.Message{ID: "cmd/flag-value", VI: "tùy chọn {name} cần một giá trị.", EN: "the flag {name} needs a value."}
	textBadValue       = msg.Message{ID: "cmd/bad-value", VI: "giá trị «{value}» của {name} không hợp lệ.", EN: "the value «{value}» of {name} is not valid."}
	textAllowed        = msg.Message{ID: "cmd/allowed", VI: "Giá trị dùng được: {want}", EN: "What can be used: {want}"}
	textDayForm        = msg.Message{ID: "cmd/day-form", VI: "năm-tháng-ngày, ví dụ {example}", EN: "year-month-day, as {example}"}
	textProcedureForm  = msg.Message{ID: "cmd/procedure-form", VI: "mã thủ tục gồm một chữ số, dấu chấm và sáu chữ số, ví dụ 1.000894 hoặc 1.000894.000.00.00.H20", EN: "a procedure code is one digit, a point and six digits, as 1.000894 or 1.000894.000.00.00.H20"}
	textTooMany        = msg.Message{ID: "cmd/too-many", VI: "thừa tham số «{arg}».", EN: "the argument «{arg}» is one too many."}

	textWelcome = msg.Message{
		ID: "cmd/welcome",
		VI: `tthclint – kiểm tra kết quả giải quyết thủ tục hành chính đã số hóa

Cách dùng: kéo thư mục chứa hồ sơ (hoặc tệp .zip của thư mục, hoặc một tệp PDF)
thả lên biểu tượng của chương trình này. Chương trình chỉ đọc, không sửa tệp nào;
báo cáo được ghi thành một trang web cạnh thư mục đó và tự mở ra.

Nếu trong thư mục có sổ theo dõi hồ sơ (danh sách xuất từ hệ thống một cửa),
chương trình còn cho biết hồ sơ nào chưa đính kèm kết quả.

Dùng trong cửa sổ dòng lệnh:  tthclint lint THƯ-MỤC
Xem các tùy chọn:             tthclint lint --help
`,
		EN: `tthclint – checks digitized results of administrative procedures

Drop a folder of dossiers (or a .zip file of it, or one PDF file) on the icon of
this program. It only reads and changes no file; the report is also written as a
page beside that folder and opened.

With a register of dossiers in the folder, as the one-stop system exports it, it
also tells which results were never attached.

On the command line:  tthclint lint FOLDER
All flags:            tthclint lint --help
`,
	}
	textPreparing         = msg.Message{ID: "cmd/preparing", VI: "Lần chạy đầu: đang chuẩn bị để xem trang, có thể mất đến một phút; các lần sau không phải chờ…", EN: "First run: getting ready to look at pages, which may take up to a minute; later runs do not wait…"}
	textNoNativeOCR       = msg.Message{ID: "cmd/no-native-ocr", VI: "Không dùng được tesseract của máy: {error}", EN: "The installed tesseract cannot be used: {error}"}
	textNoNativeOCRRemedy = msg.Message{ID: "cmd/no-native-ocr.remedy", VI: "Cài tesseract và dữ liệu tiếng Việt (vie), hoặc bỏ --ocr native để dùng bộ đọc có sẵn", EN: "Install tesseract and its Vietnamese data (vie), or leave out --ocr native to use the engine that is built in"}
	textPressEnter        = msg.Message{ID: "cmd/press-enter", VI: "Nhấn Enter để đóng cửa sổ…", EN: "Press Enter to close this window…"}
)
