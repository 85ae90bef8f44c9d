package main

import (
	"github.com/tthclint/tthclint/pkg/dossier"
	"github.com/tthclint/tthclint/pkg/msg"
	"github.com/tthclint/tthclint/pkg/register"
)

var (
	helpRegisterCommand = msg.Message{ID: "help/register-command", VI: "sổ theo dõi, danh sách hồ sơ: xem cách đọc", EN: "registers and lists of dossiers: show how they are read"}
	helpRegisterLong    = msg.Message{
		ID: "help/register-long",
		VI: "Sổ theo dõi hồ sơ hoặc danh sách hồ sơ xuất từ hệ thống một cửa: CSV, Excel (.xlsx), JSON đồng bộ lên Cổng Dịch vụ công quốc gia.",
		EN: "Registers and lists of dossiers exported from the one-stop system: CSV, Excel (.xlsx), the JSON sent to the national portal.",
	}
	helpRegisterArg      = msg.Message{ID: "help/register-arg", VI: "TỆP", EN: "FILE"}
	helpRegisterShow     = msg.Message{ID: "help/register-show", VI: "cho biết mỗi cột được hiểu là gì, trước khi kiểm tra", EN: "tell what each column is taken for, before a check"}
	helpRegisterShowLong = msg.Message{
		ID: "help/register-show-long",
		VI: `Đọc hết danh sách và cho biết: trang và dòng tiêu đề, mỗi cột được hiểu là gì, ô trong cột trông như thế nào (đếm trên các dòng đầu, không hiện nội dung), điều chưa hiểu, và các dòng có lỗi.

Tên cột riêng của hệ thống có thể khai thêm bằng tệp YAML (--aliases):

  headers:
    received: [Ngày vào sổ]
    owner: [Người đứng đơn]

Mã thoát: 0 đã đọc; 2 không đọc được, kèm cách sửa.`,
		EN: `Reads the list to its end and tells: the sheet and the line of the header, what each column is taken for, what its cells look like (counted in the first lines; no content is shown), what was not understood, and lines with faults.

Names of columns that a system of yours uses can be added in a YAML file (--aliases):

  headers:
    received: [Ngày vào sổ]
    owner: [Người đứng đơn]

Exit codes: 0 it was read; 2 it cannot be read, with the remedy.`,
	}
	helpRegisterShowExample = msg.Message{
		ID: "help/register-show-example",
		VI: "  tthclint register show so-theo-doi-thang-9.xlsx\n  tthclint register show --format json danh-sach.csv > cot.json",
		EN: "  tthclint register show so-theo-doi-thang-9.xlsx\n  tthclint register show --format json danh-sach.csv > columns.json",
	}
	helpAliases = msg.Message{ID: "help/aliases", VI: "`TỆP` YAML khai thêm tên cột", EN: "YAML `FILE` with further names of columns"}

	textNoRegister    = msg.Message{ID: "cmd/register.none", VI: "chưa cho biết tệp danh sách hồ sơ.", EN: "no list of dossiers was given."}
	textAliases       = msg.Message{ID: "cmd/register.aliases", VI: "không dùng được tên cột trong «{path}»: {error}", EN: "the names of columns in «{path}» cannot be used: {error}"}
	textAliasesRemedy = msg.Message{ID: "cmd/register.aliases-remedy", VI: "Xem «tthclint register show --help» để biết cách viết.", EN: "See «tthclint register show --help» for the form of the file."}

	registerHead   = msg.Message{ID: "cmd/register.head", VI: "{file}: {format}, {lines} hồ sơ", EN: "{file}: {format}, {lines} dossiers"}
	mappingJSON    = msg.Message{ID: "cmd/register.mapping-json", VI: "Trường dữ liệu", EN: "Fields"}
	mappingPlain   = msg.Message{ID: "cmd/register.mapping", VI: "Tiêu đề ở dòng {row}", EN: "Header in line {row}"}
	mappingSheet   = msg.Message{ID: "cmd/register.mapping-sheet", VI: "Trang «{sheet}», tiêu đề ở dòng {row}", EN: "Sheet «{sheet}», header in line {row}"}
	meaningNone    = msg.Message{ID: "cmd/register.no-meaning", VI: "không dùng", EN: "not used"}
	meaningDropped = msg.Message{ID: "cmd/register.dropped", VI: "không đọc", EN: "not read"}
	meaningMoved   = msg.Message{ID: "cmd/register.moved", VI: "tiêu đề nằm ở cột {column}", EN: "its header stands in column {column}"}
	faultLine      = msg.Message{ID: "cmd/register.fault", VI: "{what}: {count} (đầu tiên: {place})", EN: "{what}: {count} (the first: {place})"}
)

// fieldWords say what a column holds.
var fieldWords = map[dossier.Field]msg.Message{
	dossier.FieldCode:           {ID: "field/code", VI: "mã hồ sơ", EN: "dossier code"},
	dossier.FieldProcedure:      {ID: "field/procedure", VI: "mã thủ tục", EN: "procedure code"},
	dossier.FieldProcedureName:  {ID: "field/procedure-name", VI: "tên thủ tục", EN: "procedure name"},
	dossier.FieldSector:         {ID: "field/sector", VI: "lĩnh vực", EN: "sector"},
	dossier.FieldDepartment:     {ID: "field/department", VI: "phòng, bộ phận giải quyết", EN: "department"},
	dossier.FieldUnit:           {ID: "field/unit", VI: "cơ quan, đơn vị", EN: "unit"},
	dossier.FieldStatus:         {ID: "field/status", VI: "trạng thái", EN: "status"},
	dossier.FieldOwner:          {ID: "field/owner", VI: "chủ hồ sơ", EN: "owner"},
	dossier.FieldOwnerID:        {ID: "field/owner-id", VI: "số định danh của chủ hồ sơ", EN: "identity number of the owner"},
	dossier.FieldSets:           {ID: "field/sets", VI: "số bộ hồ sơ", EN: "number of sets"},
	dossier.FieldSubmitted:      {ID: "field/submitted", VI: "ngày nộp", EN: "submitted on"},
	dossier.FieldReceived:       {ID: "field/received", VI: "ngày tiếp nhận", EN: "received on"},
	dossier.FieldDue:            {ID: "field/due", VI: "ngày hẹn trả", EN: "due on"},
	dossier.FieldTransferred:    {ID: "field/transferred", VI: "ngày chuyển đến cơ quan giải quyết", EN: "sent to the specialised office on"},
	dossier.FieldResultReceived: {ID: "field/result-received", VI: "ngày nhận kết quả từ cơ quan giải quyết", EN: "result received from the specialised office on"},
	dossier.FieldFinished:       {ID: "field/finished", VI: "ngày kết thúc xử lý", EN: "handling ended on"},
	dossier.FieldReturned:       {ID: "field/returned", VI: "ngày trả kết quả", EN: "result handed out on"},
	dossier.FieldSecondReceived: {ID: "field/second-received", VI: "ngày tiếp nhận giai đoạn 2", EN: "second stage received on"},
	dossier.FieldSecondDue:      {ID: "field/second-due", VI: "ngày hẹn trả giai đoạn 2", EN: "second stage due on"},
	dossier.FieldFile:           {ID: "field/file", VI: "tên tệp kết quả", EN: "file name of the result"},
	dossier.FieldResultCode:     {ID: "field/result-code", VI: "mã giấy tờ kết quả", EN: "code of the result"},
	dossier.FieldResultNumber:   {ID: "field/result-number", VI: "số, ký hiệu kết quả", EN: "number of the result"},
	dossier.FieldResultIssued:   {ID: "field/result-issued", VI: "ngày cấp kết quả", EN: "result issued on"},
	dossier.FieldResultName:     {ID: "field/result-name", VI: "tên giấy tờ kết quả", EN: "name of the result"},
	dossier.FieldResultIssuer:   {ID: "field/result-issuer", VI: "cơ quan cấp kết quả", EN: "agency that issued the result"},
	dossier.FieldResultAbstract: {ID: "field/result-abstract", VI: "trích yếu", EN: "abstract"},
	dossier.FieldDigitized:      {ID: "field/digitized", VI: "có thành phần số hóa", EN: "has digitized components"},
	dossier.FieldOrdinal:        {ID: "field/ordinal", VI: "số thứ tự", EN: "ordinal number"},
	dossier.FieldAddress:        {ID: "field/address", VI: "địa chỉ", EN: "address"},
	dossier.FieldPhone:          {ID: "field/phone", VI: "số điện thoại", EN: "telephone number"},
	dossier.FieldOfficer:        {ID: "field/officer", VI: "cán bộ xử lý", EN: "officer"},
	dossier.FieldNote:           {ID: "field/note", VI: "ghi chú", EN: "note"},
}

// kindWords say what cells look like.
var kindWords = map[register.Kind]msg.Message{
	register.KindEmpty:     {ID: "kind/empty", VI: "trống", EN: "empty"},
	register.KindDate:      {ID: "kind/date", VI: "ngày", EN: "day"},
	register.KindTextDate:  {ID: "kind/text-date", VI: "ngày dạng chữ", EN: "day as text"},
	register.KindCode:      {ID: "kind/code", VI: "mã hồ sơ", EN: "dossier code"},
	register.KindProcedure: {ID: "kind/procedure", VI: "mã thủ tục", EN: "procedure code"},
	register.KindPhone:     {ID: "kind/phone", VI: "số điện thoại", EN: "telephone number"},
	register.KindID:        {ID: "kind/id", VI: "số định danh", EN: "identity number"},
	register.KindNumber:    {ID: "kind/number", VI: "số", EN: "number"},
	register.KindFile:      {ID: "kind/file", VI: "tên tệp", EN: "file name"},
	register.KindStatus:    {ID: "kind/status", VI: "trạng thái", EN: "status"},
	register.KindUnit:      {ID: "kind/unit", VI: "đơn vị", EN: "unit"},
	register.KindSector:    {ID: "kind/sector", VI: "lĩnh vực", EN: "sector"},
	register.KindTitle:     {ID: "kind/procedure-name", VI: "tên thủ tục", EN: "procedure name"},
	register.KindAddress:   {ID: "kind/address", VI: "địa chỉ", EN: "address"},
	register.KindName:      {ID: "kind/name", VI: "họ tên", EN: "name"},
	register.KindText:      {ID: "kind/text", VI: "chữ", EN: "text"},
}

// faultKinds are the faults of lines in the order in which they are told.
var faultKinds = []struct {
	kind dossier.FaultKind
	word msg.Message
}{
	{dossier.FaultNoCode, msg.Message{ID: "fault/no-code", VI: "dòng không có mã hồ sơ", EN: "lines without a dossier code"}},
	{dossier.FaultDuplicate, msg.Message{ID: "fault/duplicate-code", VI: "mã hồ sơ trùng dòng trên", EN: "dossier codes of a line above"}},
	{dossier.FaultDate, msg.Message{ID: "fault/bad-date", VI: "ngày không có thật", EN: "impossible dates"}},
	{dossier.FaultOrder, msg.Message{ID: "fault/due-before-receipt", VI: "ngày hẹn trả trước ngày tiếp nhận", EN: "due dates before the receipt"}},
	{dossier.FaultCells, msg.Message{ID: "fault/cell-count", VI: "số ô khác số cột tiêu đề", EN: "more or fewer cells than headers"}},
	{dossier.FaultQuote, msg.Message{ID: "fault/quote", VI: "dấu ngoặc kép không đóng", EN: "unclosed quotation marks"}},
	{dossier.FaultFormula, msg.Message{ID: "fault/formula", VI: "công thức chưa có giá trị", EN: "formulas without a value"}},
	{dossier.FaultNumber, msg.Message{ID: "fault/bad-number", VI: "số bộ không phải số", EN: "numbers of sets that are none"}},
	{dossier.FaultEncoding, msg.Message{ID: "fault/encoding", VI: "ký tự hỏng", EN: "broken characters"}},
}
