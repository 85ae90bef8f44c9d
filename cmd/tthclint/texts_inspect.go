package main

import "github.com/tthclint/tthclint/pkg/msg"

// The flags that say with what pages are read.
var (
	helpForms = msg.Message{ID: "help/forms", VI: "`THƯ-MỤC` các tệp YAML tả mẫu giấy tờ, thay cho mẫu có sẵn", EN: "`FOLDER` of YAML files that describe paper forms, in place of those built in"}
	helpOCR   = msg.Message{ID: "help/ocr", VI: "`CÁCH` đọc chữ in: none (mặc định none)", EN: "`ENGINE` that reads print: none (default none)"}

	textFormsNoFolder = msg.Message{ID: "cmd/forms.no-folder", VI: "«{path}» không phải thư mục.", EN: "«{path}» is no folder."}
	textFormsBroken   = msg.Message{ID: "cmd/forms.broken", VI: "không dùng được mẫu trong «{path}»: {reason}", EN: "the forms in «{path}» cannot be used: {reason}"}
	textFormsNone     = msg.Message{ID: "cmd/forms.none", VI: "trong «{path}» không có tệp .yaml nào.", EN: "there is no .yaml file in «{path}»."}
	textFormsRemedy   = msg.Message{ID: "cmd/forms.remedy", VI: "Chỉ ra thư mục chứa các tệp YAML tả mẫu giấy tờ.", EN: "Name a folder with YAML files that describe paper forms."}
)
