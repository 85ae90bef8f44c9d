package main

import "github.com/tthclint/tthclint/pkg/msg"

// What the flags about the screen say.
var (
	helpColor = msg.Message{ID: "help/color", VI: "tô màu mức độ và kết luận: `KHI` là auto (mặc định: trên màn hình, trừ khi có biến NO_COLOR), always hoặc never, viết --color=never; --color là always", EN: "colour severities and verdicts: `WHEN` is auto (default: on a terminal, unless NO_COLOR is set), always or never, written --color=never; --color is always"}
	helpQuiet = msg.Message{ID: "help/quiet", VI: "chỉ in hồ sơ có phát hiện hoặc chưa kiểm tra được: bỏ phần đầu, chỉ số, tổng hợp của dạng text và không hiện tiến độ; báo cáo ghi ra tệp vẫn đủ", EN: "print only dossiers with findings or something unchecked: no head, indicators and summary in the form text, and no progress; reports in files are whole all the same"}

	textDroppedReport = msg.Message{ID: "cmd/dropped-report", VI: "Báo cáo: {path}", EN: "The report: {path}"}
	textCannotShow    = msg.Message{ID: "cmd/cannot-show", VI: "Không tự mở được báo cáo ({reason}); mở tệp trên bằng trình duyệt.", EN: "The report could not be shown ({reason}); open the file above in a browser."}
)
