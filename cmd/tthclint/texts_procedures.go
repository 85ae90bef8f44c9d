package main

import "github.com/tthclint/tthclint/pkg/msg"

// The texts of the subcommands of procedures.
var (
	helpProcedures     = msg.Message{ID: "help/procedures", VI: "thủ tục hành chính: liệt kê, xem", EN: "administrative procedures: list, show"}
	helpProceduresLong = msg.Message{
		ID: "help/procedures-long",
		VI: "Các thủ tục mà chương trình biết: kết quả thuộc mẫu nào và yêu cầu thành phần hồ sơ gì.",
		EN: "The procedures that the program knows: which form the result has and which papers are asked for.",
	}
	helpProceduresList = msg.Message{ID: "help/procedures-list", VI: "liệt kê thủ tục theo mã", EN: "list procedures by code"}
	helpProceduresShow = msg.Message{ID: "help/procedures-show", VI: "xem thành phần hồ sơ của một thủ tục", EN: "show the papers that a procedure asks for"}
	helpProceduresCode = msg.Message{ID: "help/procedures-code", VI: "MÃ", EN: "CODE"}

	textNoCode         = msg.Message{ID: "cmd/no-code", VI: "chưa cho biết mã thủ tục.", EN: "no procedure code was given."}
	textNoProcedure    = msg.Message{ID: "cmd/no-procedure", VI: "không có thủ tục «{code}» trong danh mục.", EN: "procedure «{code}» is not on the list."}
	textListProcedures = msg.Message{ID: "cmd/list-procedures", VI: "Xem danh sách: tthclint procedures list", EN: "See the list: tthclint procedures list"}

	procedureForms       = msg.Message{ID: "procedures/forms", VI: "Mẫu kết quả: {forms}", EN: "Forms of the result: {forms}"}
	procedureRequired    = msg.Message{ID: "procedures/required", VI: "bắt buộc", EN: "required"}
	procedureConditional = msg.Message{ID: "procedures/conditional", VI: "tùy trường hợp", EN: "depends on the case"}
	procedureUnknown     = msg.Message{ID: "procedures/unknown", VI: "Chưa có danh mục thành phần hồ sơ.", EN: "The papers that it asks for are not known."}
	procedureMemory      = msg.Message{ID: "procedures/memory", VI: "Danh mục chưa được đối chiếu với văn bản gốc; chỉ dùng để cảnh báo.", EN: "The list was not compared with the gazette; it is used for warnings alone."}
)
