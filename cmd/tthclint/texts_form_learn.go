package main

import "github.com/tthclint/tthclint/pkg/msg"

// The help of form learn.
var (
	helpLearn       = msg.Message{ID: "help/learn", VI: "lập mẫu giấy tờ riêng từ vài tờ quét và một tệp đánh dấu", EN: "make a form of your own from a few scans and a marks file"}
	helpLearnMarks  = msg.Message{ID: "help/learn-marks", VI: "`TỆP` đánh dấu (.yaml): tên mẫu, các ô ký và số đo; không có thì viết một tệp khởi đầu", EN: "the marks `FILE` (.yaml): name of the form, its fields and their measures; without it, a first one is written"}
	helpLearnOutput = msg.Message{ID: "help/learn-output", VI: "`TỆP` để ghi (mặc định danh-dau.yaml, với --marks là MÃ-MẪU.yaml)", EN: "`FILE` to write (by default danh-dau.yaml, with --marks ID.yaml)"}
	helpLearnForce  = msg.Message{ID: "help/learn-force", VI: "ghi đè tệp đã có", EN: "overwrite a file that is there"}
	helpLearnLong   = msg.Message{
		ID: "help/learn-long",
		VI: `Lập mẫu giấy tờ riêng của cơ quan mà không phải lập trình. Cần vài tờ quét cùng một mẫu (PDF), do những người khác nhau điền: càng nhiều càng tốt, nên từ 3 tờ.

Bước 1: chạy không có --marks, chương trình đọc tờ thứ nhất và viết tệp đánh dấu khởi đầu.
Bước 2: xem và sửa tệp đánh dấu: tên mẫu, tên ô, số đo ô tính bằng milimét từ góc trên bên trái của tờ thứ nhất.
Bước 3: chạy với --marks và mọi tờ quét. Chữ giống nhau ở cùng một chỗ trên các tờ là chữ in của mẫu; chữ khác nhau là nội dung điền, không bao giờ được ghi vào mẫu.

Hướng dẫn từng bước: docs/vi/forms.md.

Mã thoát: 0 đã lập; 1 đã lập nhưng có tờ quét đọc lại không nhận ra; 2 không lập được.`,
		EN: `Makes a form of an office's own without a line of code. It takes a few scans of one form (PDF), filled in by different people: the more the better, three at least.

Step 1: without --marks it reads the first scan and writes a first marks file.
Step 2: review the marks file: the name of the form, names of the fields, and their measures in millimetres from the top left of the first sheet.
Step 3: run it with --marks and all scans. What reads the same at the same place is the print of the form; what differs was filled in and is never written into the form.

Step by step: docs/en/forms.md.

Exit codes: 0 made; 1 made, but a scan read again is not recognised; 2 could not be made.`,
	}
	helpLearnExample = msg.Message{
		ID: "help/learn-example",
		VI: "  tthclint form learn quet/to-1.pdf\n  tthclint form learn --marks danh-dau.yaml -o mau-rieng/ban_giao.yaml quet/to-1.pdf quet/to-2.pdf quet/to-3.pdf",
		EN: "  tthclint form learn scans/sheet-1.pdf\n  tthclint form learn --marks danh-dau.yaml -o own-forms/ban_giao.yaml scans/sheet-1.pdf scans/sheet-2.pdf scans/sheet-3.pdf",
	}
)

// Mistakes on the command line of form learn.
var (
	textLearnNoScan        = msg.Message{ID: "cmd/learn-no-scan", VI: "chưa cho biết tờ quét nào.", EN: "no scan was given."}
	textLearnNoScanRemedy  = msg.Message{ID: "cmd/learn-no-scan.remedy", VI: "Ghi tên tệp PDF hoặc thư mục các tờ quét cùng một mẫu, ví dụ: tthclint form learn quet/to-1.pdf", EN: "Name PDF files or a folder with scans of one form, as in: tthclint form learn scans/sheet-1.pdf"}
	textLearnStdin         = msg.Message{ID: "cmd/learn-stdin", VI: "không đọc tờ quét từ đầu vào chuẩn (-).", EN: "scans are not read from standard input (-)."}
	textLearnStdinRemedy   = msg.Message{ID: "cmd/learn-stdin.remedy", VI: "Lưu tờ quét thành tệp PDF: mỗi tờ được đọc hai lần.", EN: "Save the scan as a PDF file: each is read twice."}
	textLearnExists        = msg.Message{ID: "cmd/learn-exists", VI: "tệp «{path}» đã có, không ghi đè.", EN: "the file «{path}» is there and is not overwritten."}
	textLearnExistsRemedy  = msg.Message{ID: "cmd/learn-exists.remedy", VI: "Chọn tên khác bằng -o, hoặc thêm --force để ghi đè.", EN: "Choose another name with -o, or add --force to overwrite it."}
	textLearnNoMarksRemedy = msg.Message{ID: "cmd/learn-no-marks.remedy", VI: "Để chương trình viết tệp đánh dấu khởi đầu, chạy không có --marks: tthclint form learn TỆP", EN: "To have a first marks file written, leave --marks out: tthclint form learn FILE"}
	textLearnUnreadable    = msg.Message{ID: "cmd/learn-unreadable", VI: "không đọc được tờ quét «{path}»: {reason}", EN: "the scan «{path}» cannot be read: {reason}"}
	textLearnSkipped       = msg.Message{ID: "cmd/learn-skipped", VI: "«{path}»: {reason}", EN: "«{path}»: {reason}"}
	textLearnPage          = msg.Message{ID: "cmd/learn-page", VI: "trang {n}", EN: "page {n}"}
	textLearnNothing       = msg.Message{ID: "cmd/learn-nothing", VI: "không tờ quét nào có chữ in đọc được.", EN: "no scan has print that can be read."}
	textLearnNothingRemedy = msg.Message{ID: "cmd/learn-nothing.remedy", VI: "Quét lại rõ hơn, từ 200 dpi, ra tệp PDF.", EN: "Scan again more clearly, at 200 dpi or more, to a PDF file."}
)

// What form learn says.
var (
	learnMarksWritten = msg.Message{
		ID: "learn/marks-written",
		VI: "Đã viết tệp đánh dấu khởi đầu: {path} ({n} ô).\nMở tệp, xem lại tên mẫu, tên ô và số đo, rồi chạy với vài tờ quét nữa của cùng mẫu:\n  tthclint form learn --marks {path} -o mau-rieng/{id}.yaml {scans} …",
		EN: "A first marks file was written: {path} ({n} fields).\nOpen it, review the name of the form, the fields and their measures, then run this with more scans of the form:\n  tthclint form learn --marks {path} -o own-forms/{id}.yaml {scans} …",
	}
	learnDone     = msg.Message{ID: "learn/done", VI: "Đã lập mẫu «{name}» từ {n} tờ quét: {path}", EN: "The form «{name}» was made of {n} scans: {path}"}
	learnTaken    = msg.Message{ID: "learn/taken", VI: "Chữ in của mẫu, và có trên mấy tờ (… là chỗ điền). Xem lại: không được có tên người, số giấy tờ.", EN: "The print of the form, and on how many scans it is (… is a blank to fill in). Review it: no person's name or number may be in it."}
	learnWarning  = msg.Message{ID: "learn/warning", VI: "{severity}: {what}", EN: "{severity}: {what}"}
	learnBlank    = msg.Message{ID: "learn/blank", VI: "Bỏ qua «{path}»: không có chữ in.", EN: "«{path}» is left out: it has no print."}
	learnOther    = msg.Message{ID: "learn/other", VI: "«{path}» không giống tờ thứ nhất nên không dùng. Kiểm tra có đúng cùng mẫu, cùng lần in; ảnh chụp nghiêng thì quét lại.", EN: "«{path}» is not like the first scan and was not used. See whether it is the same form in the same print; a slanted photograph must be scanned."}
	learnCopy     = msg.Message{ID: "learn/copy", VI: "«{path}» là bản sao của một tờ quét đã có nên không dùng.", EN: "«{path}» is a copy of another scan and was not used."}
	learnSingle   = msg.Message{ID: "learn/single", VI: "chỉ có một tờ quét nên không so được chữ in với nội dung điền: tên người, nội dung riêng có thể lẫn vào mẫu. Đọc kỹ từng dòng ở trên và xóa trong tệp; nên thêm ít nhất hai tờ do người khác điền.", EN: "with one scan, print cannot be told from what was filled in: names may have slipped in. Read each line above and delete them in the file; better add two sheets that others filled in."}
	learnSame     = msg.Message{ID: "learn/same", VI: "các tờ quét không khác nhau chỗ nào. Nếu là một tờ quét nhiều lần thì nội dung điền có thể lẫn vào mẫu: thêm tờ do người khác điền.", EN: "the scans differ in nothing. If they show one sheet, what is filled in may have slipped in: add sheets that others filled in."}
	learnLeft     = msg.Message{ID: "learn/left", VI: "đã bỏ ra {n} chỗ giống tên người, hoặc nằm trong ô ký, dù tờ nào cũng có. Nếu đó là chữ in của mẫu thì tự ghi thêm vào labels.", EN: "{n} places were left out that look like names or lie in a field, though the scans share them. If they are print of the form, add them to labels."}
	learnUnnamed  = msg.Message{ID: "learn/unnamed", VI: "không thấy dòng chữ in nào cạnh ô {field}: ô chỉ được tìm theo vị trí. Kiểm tra số đo, hoặc ghi captions cho ô trong tệp đánh dấu.", EN: "there is no print beside the field {field}, which is found by its place alone. See whether its measures are right, or write its captions into the marks file."}
	learnUnseen   = msg.Message{ID: "learn/unseen", VI: "không thấy dòng chữ in của nội dung {value} trên các tờ quét. Ghi captions đúng như một dòng chữ in ở trên.", EN: "the print of the value {value} was not found on the scans. Write its captions as one of the lines above."}
	learnMoved    = msg.Message{ID: "learn/moved", VI: "ô {field} đã được thu lại để không lấn vào chữ in cạnh nó.", EN: "the field {field} was made smaller, so as not to cover the print beside it."}
	learnKnown    = msg.Message{ID: "learn/known", VI: "Đọc lại bằng mẫu vừa lập: nhận ra {n}/{all} tờ quét.", EN: "Read again with this form: {n} of {all} scans are recognised."}
	learnStranger = msg.Message{ID: "learn/stranger", VI: "có tờ quét được nhận là mẫu «{id}» đã có sẵn. Nếu đúng là mẫu đó thì không cần lập mẫu riêng; nếu mẫu này thay cho mẫu đó thì dùng id: {id}.", EN: "a scan is recognised as the form «{id}» that is there already. If it is that form, none of your own is needed; to take its place, use id: {id}."}
	learnNext     = msg.Message{
		ID: "learn/next",
		VI: "Làm tiếp:\n  tthclint form test {folder}\n  tthclint form show {id} --forms {folder} --png {id}.png",
		EN: "Next:\n  tthclint form test {folder}\n  tthclint form show {id} --forms {folder} --png {id}.png",
	}
)
