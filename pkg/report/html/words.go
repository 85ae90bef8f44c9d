package html

import (
	"math"

	"github.com/tthclint/tthclint/pkg/dossier"
	"github.com/tthclint/tthclint/pkg/lint"
	"github.com/tthclint/tthclint/pkg/msg"
)

// pageWords are the words of the page that have no argument, by the name that
// the templates call them by.
var pageWords = map[string]msg.Message{
	"title":       {ID: "html/title", VI: "Báo cáo kiểm tra kết quả số hóa", EN: "Report on digitized results"},
	"skip":        {ID: "html/skip", VI: "Đến danh sách hồ sơ", EN: "Go to the list of dossiers"},
	"theme":       {ID: "html/theme", VI: "Nền sáng/tối", EN: "Light/dark"},
	"dossiers":    {ID: "html/dossiers", VI: "Hồ sơ", EN: "Dossiers"},
	"summary":     {ID: "html/summary", VI: "Tổng hợp", EN: "Summary"},
	"basis":       {ID: "html/check-basis", VI: "Căn cứ và phạm vi kiểm tra", EN: "What the check rests on"},
	"filter":      {ID: "html/filter", VI: "Lọc và tìm hồ sơ", EN: "Filter and search"},
	"search":      {ID: "html/search", VI: "Tìm trong báo cáo", EN: "Search the report"},
	"searchHint":  {ID: "html/search-hint", VI: "mã hồ sơ, đơn vị, nội dung lỗi… (không cần gõ dấu)", EN: "code, unit, what is wrong…"},
	"verdict":     {ID: "html/verdict", VI: "Kết luận", EN: "Verdict"},
	"severity":    {ID: "html/severity", VI: "Mức độ", EN: "Severity"},
	"unit":        {ID: "html/unit", VI: "Đơn vị", EN: "Unit"},
	"procedure":   {ID: "html/procedure", VI: "Thủ tục", EN: "Procedure"},
	"rule":        {ID: "html/rule", VI: "Quy tắc", EN: "Rule"},
	"order":       {ID: "html/order", VI: "Thứ tự", EN: "Order"},
	"orderWorst":  {ID: "html/order-worst", VI: "Cần xử lý trước", EN: "What needs work first"},
	"orderGiven":  {ID: "html/order-given", VI: "Theo thứ tự kiểm tra", EN: "As checked"},
	"all":         {ID: "html/all", VI: "Tất cả", EN: "All"},
	"reset":       {ID: "html/reset", VI: "Bỏ lọc", EN: "Clear"},
	"openAll":     {ID: "html/open-all", VI: "Mở các hồ sơ đang hiện", EN: "Open those shown"},
	"closeAll":    {ID: "html/close-all", VI: "Đóng tất cả", EN: "Close all"},
	"shown":       {ID: "html/shown", VI: "Đang hiện {n} trong {of} hồ sơ", EN: "Dossiers shown: {n} of {of}"},
	"more":        {ID: "html/more", VI: "Hiện thêm (còn {n} hồ sơ)", EN: "Show more ({n} left)"},
	"noneShown":   {ID: "html/none-shown", VI: "Không có hồ sơ nào phù hợp với điều kiện lọc.", EN: "No dossier fits the filter."},
	"hasError":    {ID: "html/has-error", VI: "Có lỗi", EN: "With errors"},
	"hasWarning":  {ID: "html/has-warning", VI: "Có cảnh báo trở lên", EN: "With warnings or worse"},
	"hasAny":      {ID: "html/has-any", VI: "Có nội dung cần lưu ý", EN: "With any finding"},
	"files":       {ID: "html/files", VI: "Tệp", EN: "Files"},
	"noFiles":     {ID: "html/no-files", VI: "không có tệp nào", EN: "none"},
	"file":        {ID: "html/file", VI: "Tệp", EN: "File"},
	"where":       {ID: "html/where", VI: "Vị trí", EN: "Place"},
	"remedy":      {ID: "html/remedy", VI: "Cách xử lý", EN: "What to do"},
	"clause":      {ID: "html/clause", VI: "Căn cứ", EN: "Basis"},
	"clean":       {ID: "html/clean", VI: "Không phát hiện lỗi.", EN: "Nothing was found."},
	"unchecked":   {ID: "html/unchecked", VI: "Chưa kiểm tra được", EN: "Could not be checked"},
	"pictures":    {ID: "html/pictures", VI: "Hình ảnh các trang", EN: "Pages"},
	"bare":        {ID: "html/bare-here", VI: "Hồ sơ này không kèm hình ảnh: đã đủ dung lượng dành cho hình ảnh của báo cáo. Muốn xem, chạy lại riêng hồ sơ này.", EN: "Without pictures: the room for pictures in this report is used up. Check this dossier alone to see them."},
	"settings":    {ID: "html/settings", VI: "Về thiết lập của lần kiểm tra", EN: "About the settings of this check"},
	"rates":       {ID: "html/rates", VI: "Chỉ số (số liệu tính theo tệp đã kiểm tra, không phải điểm chính thức)", EN: "Indicators (counted from the files that were checked, not the official score)"},
	"byUnit":      {ID: "html/by-unit", VI: "Theo đơn vị", EN: "By unit"},
	"byProcedure": {ID: "html/by-procedure", VI: "Theo thủ tục", EN: "By procedure"},
	"byWeek":      {ID: "html/by-week", VI: "Theo tuần", EN: "By week"},
	"byRule":      {ID: "html/by-rule", VI: "Theo quy tắc", EN: "By rule"},
	"findings":    {ID: "html/findings", VI: "Số lần", EN: "Findings"},
	"accepted":    {ID: "html/accepted", VI: "Đạt", EN: "Accepted"},
	"rejected":    {ID: "html/rejected", VI: "Không đạt", EN: "Rejected"},
	"open":        {ID: "html/undetermined", VI: "Chưa xác định", EN: "Undetermined"},
	"share":       {ID: "html/share", VI: "Tỷ lệ", EN: "Share"},
	"noScript":    {ID: "html/no-script", VI: "Trình duyệt đang tắt JavaScript: vẫn đọc được toàn bộ báo cáo, riêng phần lọc và tìm kiếm không dùng được.", EN: "Scripts are off in this browser: the report can be read in full, but not filtered or searched."},
	"print":       {ID: "html/print", VI: "Khi in: các hồ sơ đang mở được in đầy đủ, các hồ sơ khác in một dòng.", EN: "Printed: dossiers that are open in full, others as a line."},
}

// Texts with arguments.
var (
	wordMade     = msg.Message{ID: "html/made", VI: "{tool} {version} · ngày kiểm tra {date}", EN: "{tool} {version} · date of check {date}"}
	wordDossiers = msg.Message{ID: "html/n-dossiers", VI: "{n} hồ sơ", EN: "{n} dossiers"}
	wordPicture  = msg.Message{ID: "html/picture", VI: "{file}, trang {n}", EN: "{file}, page {n}"}
	wordBare     = msg.Message{ID: "html/bare", VI: "{n} hồ sơ không kèm hình ảnh vì đã đủ {mib} MiB dành cho hình ảnh (ưu tiên hồ sơ không đạt); muốn có thêm, chạy lại với --pictures-max lớn hơn", EN: "Dossiers without their pictures, since the {mib} MiB for pictures are used up (rejected dossiers come first): {n}; for more, run it again with a larger --pictures-max"}
	wordErrors   = msg.Message{ID: "html/errors", VI: "{n} lỗi", EN: "errors: {n}"}
	wordWarnings = msg.Message{ID: "html/warnings", VI: "{n} cảnh báo", EN: "warnings: {n}"}
	wordNotes    = msg.Message{ID: "html/notes", VI: "{n} lưu ý", EN: "notes: {n}"}
	wordOpen     = msg.Message{ID: "html/open", VI: "{n} hồ sơ có nội dung chưa kiểm tra được, lý do ghi ở từng hồ sơ", EN: "Dossiers with something that could not be checked: {n}, the reason stands with each"}
	wordUnread   = msg.Message{ID: "html/unreadable", VI: "{n} tệp hoặc thư mục không đọc được", EN: "Files or folders that could not be read: {n}"}
	wordWaived   = msg.Message{ID: "html/waived", VI: "{n} phát hiện được miễn trừ, vẫn ghi ở hồ sơ", EN: "Findings that are waived, told with their dossiers: {n}"}
	wordKnown    = msg.Message{ID: "html/known", VI: "{n} phát hiện đã có từ lần kiểm tra trước", EN: "Findings known from an earlier check: {n}"}
	wordFailing  = msg.Message{ID: "html/failing", VI: "{n} hồ sơ chưa đạt chỉ số này:", EN: "Dossiers that count against it ({n}):"}
	wordMoreRows = msg.Message{ID: "html/more-rows", VI: "… và {n} dòng khác", EN: "… and {n} more"}
	wordBytes    = msg.Message{ID: "html/bytes", VI: "{n} byte", EN: "{n} bytes"}
	wordKiB      = msg.Message{ID: "html/kib", VI: "{n} KiB", EN: "{n} KiB"}
	wordMiB      = msg.Message{ID: "html/mib", VI: "{n} MiB", EN: "{n} MiB"}
)

// words returns the words of the page in a language.
func words(lang msg.Lang) map[string]string {
	all := make(map[string]string, len(pageWords))
	for name, m := range pageWords {
		all[name] = m.In(lang)
	}
	return all
}

func verdictWord(v lint.Verdict) msg.Message {
	switch v {
	case lint.Accepted:
		return pageWords["accepted"]
	case lint.Rejected:
		return pageWords["rejected"]
	}
	return pageWords["open"]
}

func countWord(s lint.Severity) msg.Message {
	switch s {
	case lint.Error:
		return wordErrors
	case lint.Warning:
		return wordWarnings
	}
	return wordNotes
}

func roleWord(r dossier.Role) msg.Message {
	switch r {
	case dossier.Result:
		return msg.Message{ID: "html/role-result", VI: "kết quả giải quyết", EN: "result"}
	case dossier.Component:
		return msg.Message{ID: "html/role-component", VI: "thành phần hồ sơ", EN: "component"}
	case dossier.Receipt:
		return msg.Message{ID: "html/role-receipt", VI: "giấy tiếp nhận và hẹn trả kết quả", EN: "receipt"}
	case dossier.ControlSlip:
		return msg.Message{ID: "html/role-slip", VI: "phiếu kiểm soát quá trình giải quyết", EN: "control slip"}
	case dossier.Apology:
		return msg.Message{ID: "html/role-apology", VI: "phiếu xin lỗi và hẹn lại", EN: "apology"}
	}
	return msg.Message{ID: "html/role-unknown", VI: "chưa rõ loại", EN: "kind unknown"}
}

func sizeText(bytes int64) msg.Text {
	switch {
	case bytes < 1<<10:
		return wordBytes.With("n", bytes)
	case bytes < 1<<20:
		return wordKiB.With("n", bytes>>10)
	}
	return wordMiB.With("n", math.Round(float64(bytes)/(1<<20)*10)/10)
}
