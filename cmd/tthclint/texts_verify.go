package main

import "github.com/tthclint/tthclint/pkg/msg"

// The help and the errors of the subcommand verify.
var (
	helpVerifyPaths = msg.Message{ID: "help/verify-paths", VI: "TỆP…", EN: "FILE…"}
	helpVerify      = msg.Message{ID: "help/verify", VI: "kiểm tra sơ bộ chữ ký số trong tệp PDF", EN: "pre-check the digital signatures of PDF files"}
	helpVerifyLong  = msg.Message{
		ID: "help/verify-long",
		VI: `Kiểm tra sơ bộ các chữ ký số của từng tệp PDF: ai ký, khi nào, có toàn vẹn không, ký phần nào của tệp, sau khi ký có gì thay đổi, chứng thư có đáng tin cậy không. Thư mục thì xem mọi tệp .pdf trong đó. Dấu - là một tệp PDF đọc từ đầu vào chuẩn. Không dùng mạng nếu không có --online.

Dạng json in một đối tượng cho một tệp, một mảng khi có nhiều tệp hoặc thư mục; dạng ndjson in mỗi tệp một dòng. Tệp không đọc được vẫn có đối tượng của nó, lý do ghi ở khóa error.

Mã thoát: 0 mọi chữ ký đều đạt và không có phát hiện từ mức --fail-on trở lên; 1 có phát hiện như vậy hoặc có chữ ký không đạt; 2 không chạy được hoặc có tệp không mở được; 3 có chữ ký chưa kết luận được hoặc nội dung chưa kiểm tra được (2 trước 1, 1 trước 3).`,
		EN: `Pre-checks the digital signatures of PDF files: who signed, when, is it intact, which part of the file was signed, what was changed afterwards, can the certificate be trusted. Of a folder, all its .pdf files are looked at. A path of - is one PDF from standard input. No network is used without --online.

The form json is one object for one file, and an array for several files or a folder; ndjson is one line for each file. A file that cannot be read still has its object, the reason stands in the key error.

Exit codes: 0 every signature passes and there are no findings at or above --fail-on; 1 there are such findings, or a signature fails; 2 it could not run, or a file could not be opened; 3 a signature ended without conclusion, or something could not be checked (2 before 1, 1 before 3).`,
	}
	helpVerifyExample = msg.Message{
		ID: "help/verify-example",
		VI: "  tthclint verify ket-qua.pdf\n  tthclint verify --trust chung-thu --format json ket-qua.pdf\n  tthclint verify --format ndjson ho-so > chu-ky.ndjson",
		EN: "  tthclint verify result.pdf\n  tthclint verify --trust certificates --format json result.pdf\n  tthclint verify --format ndjson dossiers > signatures.ndjson",
	}
	helpPermit        = msg.Message{ID: "help/permit", VI: "`MỨC` thay đổi cho phép sau khi ký: none (vẫn cho thêm dữ liệu xác thực lâu dài), form, annotation (mặc định theo tệp; tệp không ghi thì form: điền biểu mẫu, ký thêm)", EN: "`LEVEL` of change allowed after signing: none (which still allows data for long-term validation), form, annotation (default as the file says; where it says nothing, form: form filling and further signatures)"}
	helpVerifyJobs    = msg.Message{ID: "help/verify-jobs", VI: "kiểm tra cùng lúc `SỐ` tệp (mặc định 0: tùy máy)", EN: "check this `NUMBER` of files at once (default 0: depends on the machine)"}
	helpVerifyVerbose = msg.Message{ID: "help/verify-verbose", VI: "liệt kê mọi thay đổi và mọi lý do", EN: "list all changes and all reasons"}

	textVerifyNoPathRemedy  = msg.Message{ID: "cmd/verify.no-path", VI: "Ví dụ: tthclint verify ket-qua.pdf", EN: "For example: tthclint verify result.pdf"}
	textVerifyInterrupted   = msg.Message{ID: "cmd/verify.interrupted", VI: "đã dừng theo yêu cầu: chỉ có kết quả của {n} tệp.", EN: "stopped as asked: only {n} files were answered."}
	textVerifyNothing       = msg.Message{ID: "cmd/verify.nothing", VI: "không có tệp PDF nào để kiểm tra trong {paths}.", EN: "there is no PDF file to check in {paths}."}
	textVerifyNothingRemedy = msg.Message{ID: "cmd/verify.nothing-remedy", VI: "Trong thư mục chỉ xem các tệp có tên kết thúc bằng .pdf; tệp tên khác thì chỉ ra từng tệp.", EN: "Of a folder only files whose names end in .pdf are looked at; name others one by one."}
	textStdinTwice          = msg.Message{ID: "cmd/verify.stdin-twice", VI: "dấu - (đầu vào chuẩn) chỉ dùng được một lần.", EN: "the path - (standard input) can be given once."}
)
