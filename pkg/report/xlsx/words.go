package xlsx

import "github.com/tthclint/tthclint/pkg/msg"

// What the workbook says by itself, in both languages. Names of sheets are
// shorter than 31 characters and hold none of \ / ? * [ ] :.
var (
	sheetSummary  = msg.Message{ID: "xlsx/summary", VI: "Tổng hợp", EN: "Summary"}
	sheetFindings = msg.Message{ID: "xlsx/findings", VI: "Lỗi", EN: "Findings"}
	sheetDossiers = msg.Message{ID: "xlsx/dossiers", VI: "Hồ sơ", EN: "Dossiers"}
	sheetRates    = msg.Message{ID: "xlsx/rates", VI: "Chỉ số", EN: "Indicators"}
	sheetUnits    = msg.Message{ID: "xlsx/units", VI: "Theo đơn vị", EN: "By unit"}

	colDossier     = msg.Message{ID: "xlsx/dossier", VI: "Mã hồ sơ", EN: "Dossier"}
	colProcedure   = msg.Message{ID: "xlsx/procedure", VI: "Thủ tục", EN: "Procedure"}
	colUnit        = msg.Message{ID: "xlsx/unit", VI: "Đơn vị", EN: "Unit"}
	colVerdict     = msg.Message{ID: "xlsx/verdict", VI: "Kết luận", EN: "Verdict"}
	colSeverity    = msg.Message{ID: "xlsx/severity", VI: "Mức độ", EN: "Severity"}
	colFile        = msg.Message{ID: "xlsx/file", VI: "Tệp", EN: "File"}
	colPlace       = msg.Message{ID: "xlsx/place", VI: "Vị trí", EN: "Place"}
	colMessage     = msg.Message{ID: "xlsx/message", VI: "Nội dung", EN: "What is wrong"}
	colRemedy      = msg.Message{ID: "xlsx/remedy", VI: "Cách xử lý", EN: "What to do"}
	colBasis       = msg.Message{ID: "xlsx/basis", VI: "Căn cứ", EN: "Basis"}
	colRule        = msg.Message{ID: "xlsx/rule", VI: "Quy tắc", EN: "Rule"}
	colNote        = msg.Message{ID: "xlsx/note", VI: "Ghi chú", EN: "Note"}
	colErrors      = msg.Message{ID: "xlsx/errors", VI: "Lỗi", EN: "Errors"}
	colWarnings    = msg.Message{ID: "xlsx/warnings", VI: "Cảnh báo", EN: "Warnings"}
	colOpen        = msg.Message{ID: "xlsx/open", VI: "Chưa kiểm tra được", EN: "Not checked"}
	colFiles       = msg.Message{ID: "xlsx/files", VI: "Số tệp", EN: "Files"}
	colDossiers    = msg.Message{ID: "xlsx/count", VI: "Số hồ sơ", EN: "Dossiers"}
	colIndicator   = msg.Message{ID: "xlsx/indicator", VI: "Chỉ số", EN: "Indicator"}
	colBy          = msg.Message{ID: "xlsx/by", VI: "Phạm vi", EN: "Scope"}
	colGroup       = msg.Message{ID: "xlsx/group", VI: "Đơn vị, thủ tục hoặc tuần", EN: "Unit, procedure or week"}
	colNumerator   = msg.Message{ID: "xlsx/numerator", VI: "Tử số", EN: "Numerator"}
	colDenominator = msg.Message{ID: "xlsx/denominator", VI: "Mẫu số", EN: "Denominator"}
	colShare       = msg.Message{ID: "xlsx/share", VI: "Tỷ lệ", EN: "Share"}
	colTarget      = msg.Message{ID: "xlsx/target", VI: "Chỉ tiêu", EN: "Target"}
	colReached     = msg.Message{ID: "xlsx/reached", VI: "So với chỉ tiêu", EN: "Against target"}
	colUnchecked   = msg.Message{ID: "xlsx/unchecked", VI: "Chưa kiểm tra được", EN: "Not checked"}
	colFailing     = msg.Message{ID: "xlsx/failing", VI: "Hồ sơ chưa đạt", EN: "Failing dossiers"}

	notChecked = msg.Message{ID: "xlsx/not-checked", VI: "CHƯA KIỂM TRA ĐƯỢC", EN: "NOT CHECKED"}
	noReason   = msg.Message{ID: "xlsx/no-reason", VI: "Không rõ lý do", EN: "No reason was given"}
	known      = msg.Message{ID: "xlsx/known", VI: "Đã có từ lần kiểm tra trước", EN: "Known from an earlier check"}
	more       = msg.Message{ID: "xlsx/more", VI: " … và {n} hồ sơ khác", EN: " … and {n} more"}
	weekOf     = msg.Message{ID: "xlsx/week", VI: "{week} (từ {from})", EN: "{week} (from {from})"}

	byUnit      = msg.Message{ID: "xlsx/by-unit", VI: "Đơn vị", EN: "Unit"}
	byProcedure = msg.Message{ID: "xlsx/by-procedure", VI: "Thủ tục", EN: "Procedure"}
	byWeek      = msg.Message{ID: "xlsx/by-week", VI: "Tuần", EN: "Week"}

	reached    = msg.Message{ID: "xlsx/is-reached", VI: "Đạt", EN: "Reached"}
	notReached = msg.Message{ID: "xlsx/is-not-reached", VI: "Chưa đạt", EN: "Not reached"}
	undecided  = msg.Message{ID: "xlsx/is-undecided", VI: "Chưa kết luận được", EN: "Undecided"}

	title        = msg.Message{ID: "xlsx/title", VI: "Kiểm tra kết quả giải quyết TTHC đã số hóa", EN: "Check of digitized results of administrative procedures"}
	checkedOn    = msg.Message{ID: "xlsx/date", VI: "Ngày kiểm tra", EN: "Date of check"}
	program      = msg.Message{ID: "xlsx/program", VI: "Chương trình", EN: "Program"}
	register     = msg.Message{ID: "xlsx/register", VI: "Sổ theo dõi (số dòng)", EN: "Register (rows)"}
	noRegister   = msg.Message{ID: "xlsx/no-register", VI: "không có; không biết hồ sơ nào chưa đính kèm kết quả", EN: "none; which dossiers have no result attached is not known"}
	interrupted  = msg.Message{ID: "xlsx/interrupted", VI: "Lần kiểm tra bị ngắt giữa chừng; số liệu chỉ gồm phần đã xong", EN: "The check was interrupted; the numbers are about what was finished"}
	accepted     = msg.Message{ID: "xlsx/accepted", VI: "Đạt", EN: "Accepted"}
	rejected     = msg.Message{ID: "xlsx/rejected", VI: "Không đạt", EN: "Rejected"}
	undetermined = msg.Message{ID: "xlsx/undetermined", VI: "Chưa xác định", EN: "Undetermined"}
	unreadable   = msg.Message{ID: "xlsx/unreadable", VI: "Tệp, thư mục không đọc được", EN: "Files and folders that could not be read"}
	infos        = msg.Message{ID: "xlsx/infos", VI: "Lưu ý", EN: "Notes"}
	waived       = msg.Message{ID: "xlsx/waived", VI: "Được miễn trừ", EN: "Waived"}
	unofficial   = msg.Message{ID: "xlsx/unofficial", VI: "Số liệu tính theo tệp đã kiểm tra, không phải điểm chính thức.", EN: "The numbers are about the files that were checked; they are not the official score."}
)
