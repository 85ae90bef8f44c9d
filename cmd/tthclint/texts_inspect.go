package main

import "github.com/tthclint/tthclint/pkg/msg"

// The help and the errors of the subcommand inspect.
var (
	helpInspect     = msg.Message{ID: "help/inspect", VI: "xem trang là giấy tờ gì, các ô ký có gì", EN: "tell which form a page is and what stands in its fields"}
	helpInspectLong = msg.Message{
		ID: "help/inspect-long",
		VI: `Xem từng trang của tệp PDF là mẫu giấy tờ nào, nằm thế nào trên trang, và từng ô (chữ ký, điểm chỉ, con dấu) có gì. Không kết luận đạt hay không đạt; việc đó là của lệnh lint. Thư mục thì xem mọi tệp .pdf trong đó. Dấu - là một tệp PDF đọc từ đầu vào chuẩn.

Dạng json in một đối tượng cho một tệp, một mảng khi có nhiều tệp hoặc thư mục; dạng ndjson in mỗi tệp một dòng. Trang không đọc được vẫn có mục của nó kèm lý do.

Mã thoát: 0 mọi trang đều nhận ra mẫu và mọi ô đều đọc được; 2 không chạy được hoặc có tệp không mở được; 3 có trang không nhận ra mẫu hoặc có ô chưa rõ (2 trước 3).`,
		EN: `Tells of each page of a PDF which form it is, how it lies on the page, and what stands in each field (signature, fingerprint, seal). It passes no verdict; lint does. Of a folder, all its .pdf files are looked at. A path of - is one PDF from standard input.

The form json is one object for one file, and an array for several files or a folder; ndjson is one line for each file. A page that cannot be read still has its entry, with the reason.

Exit codes: 0 the form of every page is known and every field was read; 2 it could not run, or a file could not be opened; 3 the form of a page is not known, or a field is unsure (2 before 3).`,
	}
	helpInspectExample = msg.Message{
		ID: "help/inspect-example",
		VI: "  tthclint inspect ket-hon.pdf\n  tthclint inspect --png trang.png ket-hon.pdf\n  tthclint inspect --format json --page 1 ket-hon.pdf",
		EN: "  tthclint inspect marriage.pdf\n  tthclint inspect --png page.png marriage.pdf\n  tthclint inspect --format json --page 1 marriage.pdf",
	}
	helpPNG             = msg.Message{ID: "help/png", VI: "vẽ các ô lên ảnh trang và ghi vào `TỆP` này (nhiều trang: TỆP-1.png …; nhiều tệp: một thư mục)", EN: "draw the fields on the page and write it to this `FILE` (several pages: FILE-1.png …; several files: a folder)"}
	helpPNGForce        = msg.Message{ID: "help/png-force", VI: "ghi đè ảnh đã có", EN: "write over pictures that are there"}
	helpValues          = msg.Message{ID: "help/values", VI: "xem cả các mục điền trên giấy (số, ngày, họ tên…) và hiện chữ đọc được; đó là dữ liệu cá nhân", EN: "also look at what is filled in (number, day, names…) and show what was read; this is personal data"}
	helpPage            = msg.Message{ID: "help/page", VI: "chỉ xem trang `SỐ` này (mặc định 0: 20 trang đầu)", EN: "look at the page of this `NUMBER` alone (default 0: the first 20)"}
	helpInspectVerbose  = msg.Message{ID: "help/inspect-verbose", VI: "ghi cả vị trí từng ô và thời gian từng bước", EN: "also say where each field lies, and how long each step took"}
	helpInspectExitZero = msg.Message{ID: "help/inspect-exit-zero", VI: "mã thoát 0 thay cho 3", EN: "exit code 0 in place of 3"}

	textInspectNoPathRemedy = msg.Message{ID: "cmd/inspect.no-path", VI: "Ví dụ: tthclint inspect ket-hon.pdf", EN: "For example: tthclint inspect marriage.pdf"}
	textInspectNotPDFRemedy = msg.Message{ID: "cmd/inspect.not-pdf", VI: "Chỉ ra tệp PDF; ảnh, Word, tệp nén không xem được ở đây.", EN: "Name a PDF; pictures, Word files and archives cannot be looked at here."}
	textInspectLocked       = msg.Message{ID: "cmd/inspect.locked", VI: "tệp PDF bị khóa bằng mật khẩu nên không xem được trang.", EN: "the PDF is locked with a password, so its pages cannot be looked at."}
	textInspectNoPage       = msg.Message{ID: "cmd/inspect.no-such-page", VI: "không có trang {page}; tệp có {pages} trang.", EN: "there is no page {page}; the file has {pages} pages."}
	textInspectNoPageRemedy = msg.Message{ID: "cmd/inspect.no-page", VI: "Chọn trang khác, hoặc bỏ --page để xem từ đầu tệp.", EN: "Choose another page, or leave --page out to look at them from the first."}
	textInspectRemedy       = msg.Message{ID: "cmd/inspect.remedy", VI: "Mở tệp bằng chương trình xem PDF để kiểm tra; nếu tệp bình thường, đề nghị báo cho nhà phát triển.", EN: "Open the file in a PDF viewer to see; if it is in order there, please report it to the developers."}
	textPNGExists           = msg.Message{ID: "cmd/png-exists", VI: "tệp «{path}» đã có; không ghi đè.", EN: "«{path}» is there already and was not written over."}
	textPNGExistsRemedy     = msg.Message{ID: "cmd/png-exists.remedy", VI: "Chọn tên hoặc thư mục khác, hoặc thêm --force để ghi đè.", EN: "Choose another name or folder, or add --force to write over it."}
	textPNGNoFolder         = msg.Message{ID: "cmd/png-no-folder", VI: "không ghi được ảnh: không có thư mục «{folder}».", EN: "the picture cannot be written: there is no folder «{folder}»."}
	textPNGSeveral          = msg.Message{ID: "cmd/png-several", VI: "có nhiều tệp thì --png cần một thư mục có sẵn, «{path}» không phải.", EN: "for several files --png needs a folder that is there, «{path}» is none."}
	textPNGSeveralRemedy    = msg.Message{ID: "cmd/png-several.remedy", VI: "Tạo thư mục rồi chạy lại.", EN: "Make the folder and run this again."}
)
