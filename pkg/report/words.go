package report

import (
	"github.com/tthclint/tthclint/pkg/lint"
	"github.com/tthclint/tthclint/pkg/msg"
)

// What the text report says by itself, in both languages.
var (
	wordTitle      = msg.Message{ID: "report/title", VI: "{tool} {version} – kiểm tra kết quả giải quyết TTHC đã số hóa", EN: "{tool} {version} – check of digitized results of administrative procedures"}
	wordDate       = msg.Message{ID: "report/date", VI: "Ngày kiểm tra:", EN: "Date of check:"}
	wordAnchors    = msg.Message{ID: "report/anchors", VI: "Chứng thư gốc:", EN: "Trust anchors:"}
	wordBuiltIn    = msg.Message{ID: "report/anchors-built-in", VI: "tích hợp sẵn: {names}", EN: "built in: {names}"}
	wordPinned     = msg.Message{ID: "report/anchor-pinned", VI: "{subject} (đến {date}; đã nhập, khớp dấu vân tay biết trước; SHA-256 {sha256}; nguồn: {source})", EN: "{subject} (until {date}; imported, its fingerprint was known beforehand; SHA-256 {sha256}; source: {source})"}
	wordOwn        = msg.Message{ID: "report/anchor-own", VI: "{subject} (đến {date}; của người dùng, tự quyết định tin cậy; SHA-256 {sha256}; nguồn: {source})", EN: "{subject} (until {date}; the user's own decision; SHA-256 {sha256}; source: {source})"}
	wordNoAnchors  = msg.Message{ID: "report/no-anchors", VI: "Không có chứng thư gốc nào (--trust): không thể biết chữ ký số có đáng tin cậy hay không.", EN: "No trust anchor was given (--trust): whether signers can be trusted is not checked."}
	wordRevocation = msg.Message{ID: "report/revocation", VI: "Thu hồi:", EN: "Revocation:"}
	wordOffline    = msg.Message{ID: "report/offline", VI: "chỉ xét dữ liệu có trong tệp, không dùng mạng (bổ sung bằng --evidence hoặc --online)", EN: "only data in the files, offline (more with --evidence or --online)"}
	wordOnline     = msg.Message{ID: "report/online", VI: "xét dữ liệu có trong tệp và tra cứu qua mạng", EN: "data in the files, and online"}
	wordOfflineBy  = msg.Message{ID: "report/offline-evidence", VI: "chỉ xét dữ liệu có trong tệp và trong thư mục {folder}, không dùng mạng", EN: "only data in the files and in the folder {folder}, offline"}
	wordOnlineBy   = msg.Message{ID: "report/online-evidence", VI: "xét dữ liệu có trong tệp, trong thư mục {folder} và tra cứu qua mạng", EN: "data in the files and in the folder {folder}, and online"}
	wordConfig     = msg.Message{ID: "report/config", VI: "Cấu hình:", EN: "Configuration:"}
	wordConfigFile = msg.Message{ID: "report/config-file", VI: "{path} (SHA-256 {sha256} …)", EN: "{path} (SHA-256 {sha256} …)"}
	wordSeverities = msg.Message{ID: "report/config-severities", VI: "Mức độ đã đổi theo cấu hình: {rules}", EN: "Severities changed by the configuration: {rules}"}
	wordSeverityOf = msg.Message{ID: "report/config-severity", VI: "{rule} thành {severity}", EN: "{rule} to {severity}"}
	wordSkipped    = msg.Message{ID: "report/config-skipped", VI: "Không chạy theo cấu hình ({n} quy tắc): {rules}", EN: "Rules left out by the configuration ({n}): {rules}"}
	wordRegister   = msg.Message{ID: "report/register", VI: "Sổ theo dõi:", EN: "Register:"}
	wordRows       = msg.Message{ID: "report/register-rows", VI: "{file} ({rows} dòng)", EN: "{file} ({rows} rows)"}
	wordNoRegister = msg.Message{ID: "report/no-register", VI: "Không có sổ theo dõi hồ sơ: không thể biết hồ sơ nào chưa đính kèm kết quả.", EN: "No register of dossiers: which dossiers have no result attached cannot be known."}
	wordBeyond     = msg.Message{ID: "report/beyond", VI: "Chưa xét đến:", EN: "Not covered:"}
	wordIgnored    = msg.Message{ID: "report/ignored", VI: "Không xem xét:", EN: "Not looked at:"}
	wordIgnoredAll = msg.Message{ID: "report/ignored-files", VI: "{n} tệp không thuộc hồ sơ nào ({files})", EN: "files that belong to no dossier: {n} ({files})"}
	wordMore       = msg.Message{ID: "report/more", VI: "… và {n} tệp khác", EN: "… and {n} more"}

	wordDossier   = msg.Message{ID: "report/dossier", VI: "Hồ sơ {id}", EN: "Dossier {id}"}
	wordLine      = msg.Message{ID: "report/line", VI: "Dòng {row} của sổ theo dõi {file}", EN: "Row {row} of the register {file}"}
	wordSheetLine = msg.Message{ID: "report/sheet-line", VI: "Dòng {row}, trang tính {sheet} của sổ theo dõi {file}", EN: "Row {row}, sheet {sheet} of the register {file}"}
	wordProcedure = msg.Message{ID: "report/procedure", VI: "Thủ tục:", EN: "Procedure:"}
	wordUnit      = msg.Message{ID: "report/unit", VI: "Đơn vị:", EN: "Unit:"}
	wordDocuments = msg.Message{ID: "report/documents", VI: "Tệp:", EN: "Files:"}

	wordFile   = msg.Message{ID: "report/file", VI: "Tệp:", EN: "File:"}
	wordWhere  = msg.Message{ID: "report/where", VI: "Vị trí:", EN: "Place:"}
	wordBasis  = msg.Message{ID: "report/basis", VI: "Căn cứ:", EN: "Basis:"}
	wordRemedy = msg.Message{ID: "report/remedy", VI: "Cách xử lý:", EN: "What to do:"}
	wordRule   = msg.Message{ID: "report/rule", VI: "Quy tắc:", EN: "Rule:"}

	wordPage   = msg.Message{ID: "report/page", VI: "trang {n}", EN: "page {n}"}
	wordBox    = msg.Message{ID: "report/box", VI: "ô rộng {w}\u00a0mm, cao {h}\u00a0mm, cách mép trái trang {x}\u00a0mm, cách mép trên {y}\u00a0mm", EN: "box {w}\u00a0mm wide and {h}\u00a0mm high, {x}\u00a0mm from the left edge of the page, {y}\u00a0mm from its top"}
	wordSheet  = msg.Message{ID: "report/sheet", VI: "trang tính {name}", EN: "sheet {name}"}
	wordRow    = msg.Message{ID: "report/row", VI: "dòng {n}", EN: "row {n}"}
	wordColumn = msg.Message{ID: "report/column", VI: "cột {n}", EN: "column {n}"}

	wordWaivers  = msg.Message{ID: "report/waivers", VI: "Miễn trừ theo:", EN: "Waivers of:"}
	wordBaseline = msg.Message{ID: "report/baseline", VI: "So với lần trước:", EN: "Compared with:"}
	wordWaiver   = msg.Message{ID: "report/not-counted", VI: "Không tính:", EN: "Not counted:"}
	wordKnown    = msg.Message{ID: "report/known", VI: "đã có từ lần kiểm tra trước, chưa khắc phục", EN: "known from an earlier check and not mended yet"}
	wordWaived   = msg.Message{ID: "report/waived-count", VI: "{n} phát hiện được miễn trừ, vẫn liệt kê ở trên", EN: "Findings that are waived, listed above: {n}"}
	wordKnownAll = msg.Message{ID: "report/known-count", VI: "{n} phát hiện đã có từ lần kiểm tra trước, không làm thay đổi mã thoát", EN: "Findings known from an earlier check, which do not bear on the exit code: {n}"}
	wordSettings = msg.Message{ID: "report/settings", VI: "THIẾT LẬP CỦA LẦN KIỂM TRA", EN: "SETTINGS OF THIS CHECK"}

	wordUnchecked = msg.Message{ID: "report/unchecked", VI: "Chưa kiểm tra được:", EN: "Could not be checked:"}
	wordAllRules  = msg.Message{ID: "report/all-rules", VI: "Mọi quy tắc dùng để kết luận: {because}", EN: "All rules that decide: {because}"}
	wordNoReason  = msg.Message{ID: "report/no-reason", VI: "Không rõ lý do", EN: "No reason was given"}

	wordSummary    = msg.Message{ID: "report/summary", VI: "TỔNG HỢP", EN: "SUMMARY"}
	wordCounts     = msg.Message{ID: "report/counts", VI: "{n} hồ sơ: {accepted} đạt, {rejected} không đạt, {undetermined} chưa xác định", EN: "Dossiers: {n} (accepted {accepted}, rejected {rejected}, undetermined {undetermined})"}
	wordFindings   = msg.Message{ID: "report/findings", VI: "Phát hiện {errors} lỗi, {warnings} cảnh báo, {infos} lưu ý", EN: "Findings: errors {errors}, warnings {warnings}, notes {infos}"}
	wordInfos      = msg.Message{ID: "report/infos", VI: "{n} lưu ý không liệt kê; thêm --verbose để xem", EN: "Notes not listed: {n}; add --verbose to see them"}
	wordAlike      = msg.Message{ID: "report/alike", VI: "{n} hồ sơ đạt chỉ có cảnh báo, lưu ý giống hệt điều đã nêu ở trên ({rules}) nên không liệt kê; thêm --verbose để xem", EN: "Accepted dossiers not listed, of which there is nothing to say but what stands above ({rules}): {n}; add --verbose to see them"}
	wordAbove      = msg.Message{ID: "report/above", VI: "{rule} (cách xử lý, căn cứ: như đã nêu ở trên)", EN: "{rule} (what to do and basis: as above)"}
	wordUnreadable = msg.Message{ID: "report/unreadable", VI: "{n} tệp hoặc thư mục không đọc được", EN: "Files or folders that could not be read: {n}"}
	wordOpen       = msg.Message{ID: "report/open", VI: "{n} hồ sơ có nội dung chưa kiểm tra được, lý do ghi ở từng hồ sơ", EN: "Dossiers with something that could not be checked: {n}, the reason stands with each"}
)

// SeverityWord names a severity without the help of colour.
func SeverityWord(s lint.Severity) msg.Message {
	switch s {
	case lint.Error:
		return msg.Message{ID: "report/error", VI: "LỖI", EN: "ERROR"}
	case lint.Warning:
		return msg.Message{ID: "report/warning", VI: "CẢNH BÁO", EN: "WARNING"}
	default:
		return msg.Message{ID: "report/info", VI: "LƯU Ý", EN: "NOTE"}
	}
}

// VerdictWord names a verdict without the help of colour.
func VerdictWord(v lint.Verdict) msg.Message {
	switch v {
	case lint.Accepted:
		return msg.Message{ID: "report/accepted", VI: "ĐẠT", EN: "ACCEPTED"}
	case lint.Rejected:
		return msg.Message{ID: "report/rejected", VI: "KHÔNG ĐẠT", EN: "REJECTED"}
	default:
		return msg.Message{ID: "report/undetermined", VI: "CHƯA XÁC ĐỊNH", EN: "UNDETERMINED"}
	}
}
