package main

import "github.com/tthclint/tthclint/pkg/msg"

// The help of the command. A word in backquotes is the name of a flag's value.
var (
	helpUsage    = msg.Message{ID: "help/usage", VI: "Cách dùng:", EN: "Usage:"}
	helpUse      = msg.Message{ID: "help/use", VI: "LỆNH [tùy chọn]", EN: "COMMAND [flags]"}
	helpOptions  = msg.Message{ID: "help/options", VI: "[tùy chọn]", EN: "[flags]"}
	helpCommands = msg.Message{ID: "help/commands", VI: "Lệnh:", EN: "Commands:"}
	helpFlags    = msg.Message{ID: "help/flags", VI: "Tùy chọn:", EN: "Flags:"}
	helpExamples = msg.Message{ID: "help/examples", VI: "Ví dụ:", EN: "Examples:"}

	helpRoot     = msg.Message{ID: "help/root", VI: "Kiểm tra kết quả giải quyết TTHC đã số hóa.", EN: "Checks digitized results of administrative procedures."}
	helpRootLong = msg.Message{
		ID: "help/root-long",
		VI: "tthclint kiểm tra kết quả giải quyết thủ tục hành chính đã số hóa: đã đính kèm chưa, chữ ký số có hợp lệ không, giấy tờ đã đủ chữ ký trước khi quét chưa.",
		EN: "tthclint checks digitized results of administrative procedures: is each attached, is it validly signed, was the paper complete before it was scanned.",
	}
	helpLang    = msg.Message{ID: "help/lang", VI: "`NGÔN-NGỮ`: vi hoặc en (mặc định vi)", EN: "`LANGUAGE`: vi or en (default vi)"}
	helpHelp    = msg.Message{ID: "help/help", VI: "hiện hướng dẫn", EN: "show the help"}
	helpVersion = msg.Message{ID: "help/version", VI: "hiện phiên bản", EN: "show the version"}

	helpPaths    = msg.Message{ID: "help/paths", VI: "ĐƯỜNG-DẪN…", EN: "PATH…"}
	helpLint     = msg.Message{ID: "help/lint", VI: "kiểm tra thư mục hồ sơ hoặc tệp PDF", EN: "check a folder of dossiers or a PDF file"}
	helpLintLong = msg.Message{
		ID: "help/lint-long",
		VI: `Kiểm tra từng thư mục hồ sơ, tệp .zip của thư mục hoặc tệp PDF và in một báo cáo ra đầu ra chuẩn. Dấu - là một tệp PDF đọc từ đầu vào chuẩn.

Mã thoát: 0 không có lỗi; 1 có phát hiện từ mức --fail-on trở lên; 2 không chạy được hoặc có tệp không đọc được; 3 đã chạy nhưng có nội dung chưa kiểm tra được (2 trước 1, 1 trước 3).`,
		EN: `Checks folders of dossiers, .zip files of such or PDF files and prints one report on standard output. A path of - is one PDF from standard input.

Exit codes: 0 clean; 1 findings at or above --fail-on; 2 it could not run, or something could not be read; 3 it ran, but something could not be checked (2 before 1, 1 before 3).`,
	}
	helpLintExample = msg.Message{
		ID: "help/lint-example",
		VI: "  tthclint lint ho-so\n  tthclint lint --trust chung-thu --format json ho-so > bao-cao.json\n  tthclint lint --procedure 1.000894 ket-hon.pdf",
		EN: "  tthclint lint ho-so\n  tthclint lint --trust certificates --format json ho-so > report.json\n  tthclint lint --procedure 1.000894 marriage.pdf",
	}
	helpFormat    = msg.Message{ID: "help/format", VI: "`DẠNG` báo cáo: text, json, ndjson (mặc định text)", EN: "`FORM` of the report: text, json, ndjson (default text)"}
	helpFailOn    = msg.Message{ID: "help/fail-on", VI: "`MỨC` phát hiện làm mã thoát thành 1: info, warning, error (mặc định error)", EN: "`SEVERITY` that makes the exit code 1: info, warning, error (default error)"}
	helpAsOf      = msg.Message{ID: "help/as-of", VI: "`NGÀY` kiểm tra, dạng năm-tháng-ngày (mặc định hôm nay)", EN: "`DATE` of the check, year-month-day (default today)"}
	helpRegister  = msg.Message{ID: "help/register", VI: "`TỆP` sổ theo dõi hồ sơ: .csv, .xlsx, .json (mặc định tìm trong thư mục)", EN: "`FILE` with the register of dossiers: .csv, .xlsx, .json (default: looked for in the folder)"}
	helpTwoLayer  = msg.Message{ID: "help/two-layer", VI: "đòi hai lớp chữ ký số: người ký và cơ quan", EN: "demand two layers of digital signatures: the person and the office"}
	helpRuleNames = msg.Message{ID: "help/rule-names", VI: "chỉ chạy các quy tắc hoặc nhóm có `TÊN` này, cách nhau bằng dấu phẩy", EN: "run only the rules or families of this `NAME`, separated by commas"}
	helpJobs      = msg.Message{ID: "help/jobs", VI: "kiểm tra cùng lúc `SỐ` hồ sơ (mặc định 0: tùy máy)", EN: "check this `NUMBER` of dossiers at once (default 0: depends on the machine)"}
	helpOCR       = msg.Message{ID: "help/ocr", VI: "đọc chữ in trên trang bằng `BỘ-ĐỌC`: builtin (có sẵn trong chương trình), native (tesseract đã cài trên máy) hoặc none (không đọc); mặc định builtin", EN: "read print on the pages with this `ENGINE`: builtin (part of this program), native (the tesseract installed here) or none (do not read); default builtin"}
	helpCache     = msg.Message{ID: "help/cache", VI: "`THƯ-MỤC` lưu phần chuẩn bị của lần chạy đầu, để lần sau chạy nhanh (mặc định trong thư mục đệm của người dùng)", EN: "keep compiled code in this `FOLDER` so that later runs start fast (default: the user's cache folder)"}
	helpProcedure = msg.Message{ID: "help/procedure", VI: "`MÃ` thủ tục của hồ sơ mà sổ không ghi, như 1.000894", EN: "procedure `CODE` of dossiers for which the register has none, as 1.000894"}
	helpName      = msg.Message{ID: "help/name", VI: "`TÊN` tệp cho dữ liệu đọc từ đầu vào chuẩn", EN: "file `NAME` for what is read from standard input"}
	helpUTF8      = msg.Message{ID: "help/utf8", VI: "JSON ghi chữ UTF-8 thay cho mã \\u", EN: "JSON in UTF-8 instead of \\u escapes"}
	helpBy        = msg.Message{ID: "help/by", VI: "ghi thêm chỉ số theo `NHÓM`: unit (đơn vị), procedure (thủ tục), week (tuần); nhiều giá trị cách nhau bằng dấu phẩy", EN: "also tell the indicators by `GROUP`: unit, procedure, week; separate several by commas"}
	helpVerbose   = msg.Message{ID: "help/verbose", VI: "liệt kê cả hồ sơ đạt và mọi tệp", EN: "also list dossiers that are in order, and all files"}
	helpExitZero  = msg.Message{ID: "help/exit-zero", VI: "mã thoát 0 thay cho 1 và 3", EN: "exit code 0 in place of 1 and 3"}

	helpRules       = msg.Message{ID: "help/rules", VI: "liệt kê các quy tắc", EN: "list the rules"}
	helpRulesFormat = msg.Message{ID: "help/rules-format", VI: "`DẠNG` danh sách: text, json (mặc định text)", EN: "`FORM` of the list: text, json (default text)"}
	helpOutput      = msg.Message{ID: "help/output-format", VI: "`DẠNG` kết quả: text, json (mặc định text)", EN: "`FORM` of the output: text, json (default text)"}
	helpExplain     = msg.Message{ID: "help/explain", VI: "giải thích một quy tắc: nội dung, căn cứ, cách xử lý", EN: "explain a rule: what, by which clauses, what to do"}
	helpRuleArg     = msg.Message{ID: "help/rule-arg", VI: "QUY-TẮC", EN: "RULE"}
)
