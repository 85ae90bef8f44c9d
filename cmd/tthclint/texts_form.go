package main

import "github.com/tthclint/tthclint/pkg/msg"

// The help of the subcommands of form.
var (
	helpForm     = msg.Message{ID: "help/form", VI: "mẫu giấy tờ: liệt kê, xem, lập, thử, chấm điểm", EN: "paper forms: list, show, learn, test, score"}
	helpFormLong = msg.Message{
		ID: "help/form-long",
		VI: "Mẫu giấy tờ mà chương trình nhận ra: tiêu đề, nhãn, ô ký và vị trí của chúng. Mẫu là dữ liệu, có thể thêm mẫu riêng bằng tệp YAML.",
		EN: "The paper forms that the program recognises: titles, captions, fields and where they lie. Forms are data; YAML files add more.",
	}

	helpScoreFolder = msg.Message{ID: "help/score-folder", VI: "THƯ-MỤC", EN: "FOLDER"}
	helpScore       = msg.Message{ID: "help/score", VI: "chấm điểm việc đọc trang trên thư mục có nhãn", EN: "score the reading of pages on a labelled folder"}
	helpScoreLong   = msg.Message{
		ID: "help/score-long",
		VI: `Đọc mọi trang của thư mục có bảng nhãn labels.csv và cho biết đọc đúng đến đâu: từng ô (độ chính xác, độ phủ, F1), câu hỏi «hai bên vợ chồng đã ký đủ?» (đúng, chưa rõ, bỏ lọt, báo nhầm), nhận mẫu giấy tờ, theo độ khó, màu, bố cục, góc xoay, chất lượng quét; và liệt kê mọi trang sai kèm nguyên nhân. Không trả lời được tính là sai.

Cột bắt buộc của labels.csv là file; các cột form, wife_signature, husband_signature, official_signature, seal, other, spouses_signed, difficulty, colour, layout, rotation, degradation, *_case, ink có thể thiếu.

Mã thoát: 0 đã chấm xong; 2 không chạy được, bảng nhãn có dòng sai hoặc thiếu tệp PDF.`,
		EN: `Reads every page of a folder with a table labels.csv and tells how well: each field (precision, recall, F1), the question «did both spouses sign?» (right, unsure, false pass, false alarm), the kinds of paper, by difficulty, colour, layout, rotation and degradation; and lists every wrong page with its cause. An answer that is not given counts as wrong.

Of labels.csv the column file is required; form, wife_signature, husband_signature, official_signature, seal, other, spouses_signed, difficulty, colour, layout, rotation, degradation, *_case and ink may be missing.

Exit codes: 0 scored; 2 it could not run, a row of the table is wrong or a PDF is missing.`,
	}
	helpScoreExample = msg.Message{
		ID: "help/score-example",
		VI: "  tthclint form score trang-mau\n  tthclint form score --format markdown --worst anh-sai trang-mau > diem.md",
		EN: "  tthclint form score pages\n  tthclint form score --format markdown --worst pictures pages > score.md",
	}
	helpScoreFormat = msg.Message{ID: "help/score-format", VI: "`DẠNG` kết quả: text, json, markdown (mặc định text)", EN: "`FORM` of the score: text, json, markdown (default text)"}
	helpScoreSplit  = msg.Message{ID: "help/score-split", VI: "chấm riêng từng giá trị của `CỘT` này, như layout hoặc form", EN: "also score each value of this `COLUMN` by itself, as layout or form"}
	helpScoreFitted = msg.Message{ID: "help/score-fit-writers", VI: "`THƯ-MỤC` có nhãn đã dùng để hiệu chỉnh: người viết và bố cục có trong đó là fit, còn lại là check", EN: "labelled `FOLDER` that was fitted on: its writers and layouts are fit, all others check"}
	helpScoreWorst  = msg.Message{ID: "help/score-worst", VI: "ghi ảnh các trang sai vào `NƠI` này: thư mục, hoặc tệp .html có thư mục ảnh bên cạnh; kết quả markdown đặt cạnh thư mục thì hiện được ảnh", EN: "write pictures of the wrong pages to this `PLACE`: a folder, or an .html file with a folder beside it; Markdown beside the folder shows them"}
	helpScoreJobs   = msg.Message{ID: "help/score-jobs", VI: "đọc cùng lúc `SỐ` trang (mặc định 0: tùy máy)", EN: "read this `NUMBER` of pages at once (default 0: depends on the machine)"}

	textScoreNoFolder    = msg.Message{ID: "cmd/score.no-folder", VI: "chưa cho biết thư mục có nhãn.", EN: "no labelled folder was given."}
	textScoreNotFolder   = msg.Message{ID: "cmd/score.not-folder", VI: "«{path}» không phải thư mục.", EN: "«{path}» is no folder."}
	textScoreNoLabels    = msg.Message{ID: "cmd/score.no-labels", VI: "trong «{path}» không có bảng nhãn labels.csv.", EN: "there is no table labels.csv in «{path}»."}
	textScoreLabels      = msg.Message{ID: "cmd/score.labels", VI: "không dùng được bảng nhãn: {reason}", EN: "the table of labels cannot be used: {reason}"}
	textScoreNoRows      = msg.Message{ID: "cmd/score.no-rows", VI: "{table} không có trang nào.", EN: "{table} names no page."}
	textScoreRemedy      = msg.Message{ID: "cmd/score.remedy", VI: "Thư mục cần tệp labels.csv với một dòng cho mỗi tệp PDF và có đủ các tệp đó; xem: tthclint form score --help", EN: "The folder needs a file labels.csv with one row for each PDF, and all these PDFs; see: tthclint form score --help"}
	textScoreColumns     = msg.Message{ID: "cmd/score.columns", VI: "một cột của labels.csv: {columns}", EN: "a column of labels.csv: {columns}"}
	textScoreInterrupted = msg.Message{ID: "cmd/score.interrupted", VI: "đã dừng theo yêu cầu sau {n}/{of} trang; không có điểm.", EN: "stopped as asked after {n}/{of} pages; there is no score."}
)
