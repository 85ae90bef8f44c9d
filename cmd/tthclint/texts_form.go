package main

import "github.com/tthclint/tthclint/pkg/msg"

// The help of the subcommands of form.
var (
	helpForm     = msg.Message{ID: "help/form", VI: "mẫu giấy tờ: liệt kê, xem, thử, chấm điểm", EN: "paper forms: list, show, test, score"}
	helpFormLong = msg.Message{
		ID: "help/form-long",
		VI: "Mẫu giấy tờ mà chương trình nhận ra: tiêu đề, nhãn, ô ký và vị trí của chúng. Mẫu là dữ liệu, có thể thêm mẫu riêng bằng tệp YAML.",
		EN: "The paper forms that the program recognises: titles, captions, fields and where they lie. Forms are data; YAML files add more.",
	}
)
