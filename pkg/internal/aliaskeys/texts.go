package aliaskeys

import (
	"github.com/tthclint/tthclint/pkg/internal/strict"
	"github.com/tthclint/tthclint/pkg/msg"
)

// What is wrong with names of columns.
var (
	unknownColumn = strict.Fault{
		What:   msg.Message{ID: "register/unknown-column", VI: "không có loại cột «{name}».", EN: "there is no kind of column «{name}»."},
		Remedy: msg.Message{ID: "register/unknown-column.remedy", VI: "Loại cột dùng được: {known}.", EN: "The kinds are: {known}."},
	}
	headerTwice = strict.Fault{
		What:   msg.Message{ID: "register/header-twice", VI: "tên cột «{name}» đã dùng cho «{field}» ở dòng {line}.", EN: "the header «{name}» stands for «{field}» already, in line {line}."},
		Remedy: msg.Message{ID: "register/header-twice.remedy", VI: "Mỗi tên cột chỉ ghi một lần; chữ hoa, chữ thường và dấu không được phân biệt.", EN: "Write each header once; case and diacritics make no difference."},
	}
)
