package main

import "github.com/tthclint/tthclint/pkg/msg"

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

	textNoRegister = msg.Message{ID: "cmd/register.none", VI: "chưa cho biết tệp danh sách hồ sơ.", EN: "no list of dossiers was given."}

	registerHead   = msg.Message{ID: "cmd/register.head", VI: "{file}: {format}, {lines} hồ sơ", EN: "{file}: {format}, {lines} dossiers"}
	mappingJSON    = msg.Message{ID: "cmd/register.mapping-json", VI: "Trường dữ liệu", EN: "Fields"}
	mappingPlain   = msg.Message{ID: "cmd/register.mapping", VI: "Tiêu đề ở dòng {row}", EN: "Header in line {row}"}
	mappingSheet   = msg.Message{ID: "cmd/register.mapping-sheet", VI: "Trang «{sheet}», tiêu đề ở dòng {row}", EN: "Sheet «{sheet}», header in line {row}"}
	meaningNone    = msg.Message{ID: "cmd/register.no-meaning", VI: "không dùng", EN: "not used"}
	meaningDropped = msg.Message{ID: "cmd/register.dropped", VI: "không đọc", EN: "not read"}
	meaningMoved   = msg.Message{ID: "cmd/register.moved", VI: "tiêu đề nằm ở cột {column}", EN: "its header stands in column {column}"}
	faultLine      = msg.Message{ID: "cmd/register.fault", VI: "{what}: {count} (đầu tiên: {place})", EN: "{what}: {count} (the first: {place})"}
)
