package register

import (
	"errors"

	"github.com/tthclint/tthclint/pkg/msg"
)

// ErrNoList is in the chain of an [Error] about a file that can be read and holds
// no list of dossiers, as any other table.
var ErrNoList = errors.New("no list of dossiers")

// Error says why a register cannot be used at all, in words for people.
type Error struct {
	Because msg.Text
	Err     error
}

func (e *Error) Error() string {
	if e.Err != nil {
		return e.Because.In(msg.English) + ": " + e.Err.Error()
	}
	return e.Because.In(msg.English)
}

func (e *Error) Unwrap() error { return e.Err }

// Text returns the reason in both languages.
func (e *Error) Text() msg.Text { return e.Because }

var (
	noHeaderText = msg.Message{
		ID: "register/no-header",
		VI: "{file}: không tìm thấy dòng tiêu đề có cột mã hồ sơ («Số hồ sơ» hoặc «Mã hồ sơ») trong {lines} dòng đầu. Kiểm tra lại tệp xuất từ hệ thống một cửa.",
		EN: "{file}: no header line with a dossier code column («Số hồ sơ» or «Mã hồ sơ») among the first {lines} lines. Check the export of the one-stop system.",
	}
	noCodeColumnText = msg.Message{
		ID: "register/no-code-column",
		VI: "{file}: dòng {row} là tiêu đề nhưng không có cột mã hồ sơ («Số hồ sơ» hoặc «Mã hồ sơ»). Xuất lại danh sách kèm cột mã hồ sơ.",
		EN: "{file}: line {row} is a header but has no dossier code column («Số hồ sơ» or «Mã hồ sơ»). Export the list again with the dossier code.",
	}
	shiftedText = msg.Message{
		ID: "register/shifted",
		VI: "{file}: các ô không nằm đúng dưới tiêu đề của chúng (cột {column}, «{header}») và không xác định được chắc chắn ô nào thuộc cột nào. Xuất lại danh sách, hoặc ghi rõ từng cột trong cấu hình.",
		EN: "{file}: the cells do not stand under their headers (column {column}, «{header}»), and it is not certain which belongs where. Export the list again, or pin each column in the configuration.",
	}
	pinnedText = msg.Message{
		ID: "register/pinned",
		VI: "{file}: các cột đã ghi trong cấu hình (register.pinned) không khớp với tệp ({error}). Xóa mục đó hoặc lập lại bằng «tthclint register show --no-config --format config».",
		EN: "{file}: the columns pinned in the configuration (register.pinned) do not fit the file ({error}). Delete that entry or make it anew with «tthclint register show --no-config --format config».",
	}
	notHeaderText = msg.Message{
		ID: "register/pinned-row", VI: "dòng {row} không phải tiêu đề", EN: "line {row} is no header",
	}
	otherHeaderText = msg.Message{
		ID: "register/pinned-header", VI: "cột {column} không còn mang tiêu đề «{header}»", EN: "column {column} is no longer headed «{header}»",
	}
	notTextText = msg.Message{
		ID: "register/not-csv",
		VI: "{file}: không phải danh sách hồ sơ đọc được (CSV, Excel .xlsx hoặc JSON đồng bộ). Mở bằng Excel rồi chọn «Lưu thành» Excel Workbook (.xlsx) hoặc CSV UTF-8.",
		EN: "{file}: not a list of dossiers that can be read (CSV, Excel .xlsx or the JSON of the portal). Open it in Excel and save it as Excel Workbook (.xlsx) or CSV UTF-8.",
	}
	oldExcelText = msg.Message{
		ID: "register/xls",
		VI: "{file}: tệp Excel kiểu cũ (.xls). Mở bằng Excel, chọn «Lưu thành» Excel Workbook (.xlsx), rồi dùng tệp mới.",
		EN: "{file}: an Excel file of the old kind (.xls). Open it in Excel, save it as Excel Workbook (.xlsx) and use the new file.",
	}
	lockedText = msg.Message{
		ID: "register/locked",
		VI: "{file}: tệp Excel có mật khẩu. Mở bằng Excel, chọn Tệp > Thông tin > Bảo vệ sổ làm việc > Mã hóa bằng mật khẩu, xóa mật khẩu rồi lưu lại.",
		EN: "{file}: the Excel file has a password. Open it in Excel, choose File > Info > Protect Workbook > Encrypt with Password, delete the password and save it.",
	}
	openDocumentText = msg.Message{
		ID: "register/ods",
		VI: "{file}: bảng tính OpenDocument (.ods). Mở bằng LibreOffice, chọn «Lưu thành» Excel 2007-365 (.xlsx), rồi dùng tệp mới.",
		EN: "{file}: an OpenDocument spreadsheet (.ods). Open it in LibreOffice, save it as Excel 2007-365 (.xlsx) and use the new file.",
	}
	binaryExcelText = msg.Message{
		ID: "register/xlsb",
		VI: "{file}: tệp Excel nhị phân (.xlsb). Mở bằng Excel, chọn «Lưu thành» Excel Workbook (.xlsx), rồi dùng tệp mới.",
		EN: "{file}: a binary Excel file (.xlsb). Open it in Excel, save it as Excel Workbook (.xlsx) and use the new file.",
	}
	htmlText = msg.Message{
		ID: "register/html",
		VI: "{file}: trang web (HTML) hoặc XML mang đuôi của Excel, như một số hệ thống xuất ra. Mở bằng Excel, chọn «Lưu thành» Excel Workbook (.xlsx), rồi dùng tệp mới.",
		EN: "{file}: a web page (HTML) or XML that is named like an Excel file, as some systems export it. Open it in Excel, save it as Excel Workbook (.xlsx) and use the new file.",
	}
	bombText = msg.Message{
		ID: "register/bomb",
		VI: "{file}: tệp Excel bung ra lớn bất thường nên không đọc. Xóa các dòng, cột trống thừa rồi lưu lại, hoặc xuất ra CSV.",
		EN: "{file}: the Excel file inflates to more than is reasonable and was not read. Delete empty rows and columns and save it again, or export CSV.",
	}
	notWorkbookText = msg.Message{
		ID: "register/not-workbook",
		VI: "{file}: tệp nén không phải sổ làm việc Excel. Giải nén và chọn tệp danh sách bên trong.",
		EN: "{file}: the archive is not an Excel workbook. Unpack it and name the list inside.",
	}
	damagedText = msg.Message{
		ID: "register/damaged",
		VI: "{file}: tệp Excel bị hỏng. Mở bằng Excel để sửa rồi lưu lại, hoặc xuất lại từ hệ thống.",
		EN: "{file}: the Excel file is damaged. Open it in Excel to repair and save it, or export it again.",
	}
	unreadableText = msg.Message{
		ID: "register/unreadable", VI: "{file}: không đọc được tệp (dòng {row}).", EN: "{file}: the file cannot be read (line {row}).",
	}
	secondHeaderText = msg.Message{
		ID: "register/second-header",
		VI: "{file}: dòng {row} là một tiêu đề khác với tiêu đề phía trên và không đọc được. Tách thành hai tệp.",
		EN: "{file}: line {row} is a header that differs from the one above and cannot be used. Make two files of it.",
	}
	tooManyText = msg.Message{
		ID: "register/too-many", VI: "{file}: có hơn {limit} dòng. Chia danh sách theo tháng hoặc đơn vị.", EN: "{file}: there are more than {limit} lines. Divide the list by month or unit.",
	}
	jsonText = msg.Message{
		ID: "register/json",
		VI: "{file}: tệp JSON hỏng ở hồ sơ thứ {row}, hoặc không phải dữ liệu đồng bộ hồ sơ (DongBoHoSoMC).",
		EN: "{file}: the JSON is broken at dossier {row}, or it is not the synchronisation of dossiers (DongBoHoSoMC).",
	}
)
