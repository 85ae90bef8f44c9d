package main

import "github.com/tthclint/tthclint/pkg/msg"

// What the flags about the forms of a report, waivers and known findings say.
var (
	helpLintFormat    = msg.Message{ID: "help/lint-format", VI: "`DẠNG` báo cáo trên màn hình: text, json, ndjson, csv, sarif, junit, github (mặc định text)", EN: "`FORM` of the report on the screen: text, json, ndjson, csv, sarif, junit, github (default text)"}
	helpOutputs       = msg.Message{ID: "help/output", VI: "ghi thêm báo cáo ra tệp, dạng `DẠNG=TỆP`, như xlsx=loi.xlsx (cả html, text, json, ndjson, csv, sarif, junit, github; slip=THƯ-MỤC cho phiếu chuyển trả); dùng được nhiều lần", EN: "also write the report to a file, as `FORM=FILE`, like xlsx=findings.xlsx (also html, text, json, ndjson, csv, sarif, junit, github; slip=FOLDER for slips that send back); may be repeated"}
	helpPictures      = msg.Message{ID: "help/pictures", VI: "báo cáo html kèm hình ảnh các trang của `HỒ-SƠ`: none (không), failing (hồ sơ chưa đạt), all (mọi hồ sơ); mặc định failing", EN: "in an html report, pictures of the pages of these `DOSSIERS`: none, failing (those not accepted), all; default failing"}
	helpPicturesMax   = msg.Message{ID: "help/pictures-max", VI: "dung lượng tối đa của hình ảnh trong báo cáo html, `MiB` (mặc định 20), ưu tiên hồ sơ không đạt; báo cáo ghi rõ bao nhiêu hồ sơ không kèm hình ảnh", EN: "most `MiB` of pictures in an html report (default 20), rejected dossiers first; the report says how many dossiers have none"}
	helpRedact        = msg.Message{ID: "help/redact", VI: "che dữ liệu cá nhân trong mọi báo cáo: tên người, tên tệp, nội dung đọc được, hình ảnh trang", EN: "hide personal data in all reports: names of people, names of files, what was read, pictures of pages"}
	helpWaivers       = msg.Message{ID: "help/waivers", VI: "`TỆP` miễn trừ (.yaml): phát hiện tạm thời không tính, có lý do, người quyết định và hạn", EN: "`FILE` of waivers (.yaml): findings that do not count for a while, with reason, decider and last day"}
	helpBaseline      = msg.Message{ID: "help/baseline", VI: "`TỆP` phát hiện đã biết từ lần trước: vẫn liệt kê nhưng không làm mã thoát thành 1", EN: "`FILE` of findings known before: they are listed and do not make the exit code 1"}
	helpWriteBaseline = msg.Message{ID: "help/write-baseline", VI: "ghi các phát hiện của lần này vào `TỆP` để dùng với --baseline", EN: "write the findings of this run to `FILE` for --baseline"}
	helpPrune         = msg.Message{ID: "help/prune", VI: "bỏ khỏi tệp --baseline những phát hiện đã khắc phục", EN: "take out of the --baseline file what has been mended"}

	textPruneWithout       = msg.Message{ID: "cmd/prune-without", VI: "--prune cần --baseline", EN: "--prune needs --baseline"}
	textPruneWithoutRemedy = msg.Message{ID: "cmd/prune-without.remedy", VI: "Thêm --baseline TỆP; tệp đó được ghi lại, bớt những phát hiện đã khắc phục.", EN: "Add --baseline FILE; that file is written anew without what has been mended."}
	textAsideMissingRemedy = msg.Message{ID: "cmd/aside-missing.remedy", VI: "Kiểm tra lại tên tệp; tệp phát hiện đã biết được tạo bằng --write-baseline.", EN: "Check the name; a file of known findings is made by --write-baseline."}
	textWaiversMissing     = msg.Message{ID: "cmd/waivers-missing.remedy", VI: "Kiểm tra lại tên tệp miễn trừ (.yaml).", EN: "Check the name of the file of waivers (.yaml)."}
	textBaselineFails      = msg.Message{ID: "cmd/baseline-fails", VI: "{file}: {reason}", EN: "{file}: {reason}"}
	textBaselineRemedy     = msg.Message{ID: "cmd/baseline.remedy", VI: "Tạo lại tệp bằng --write-baseline.", EN: "Make the file anew by --write-baseline."}
	textOutputForm         = msg.Message{ID: "cmd/output-form", VI: "DẠNG=TỆP với dạng là {formats}, như csv=loi.csv", EN: "FORM=FILE, the form being one of {formats}, like csv=findings.csv"}
	textOutputExtension    = msg.Message{ID: "cmd/output-extension", VI: "tệp dạng {format} có đuôi {extensions}", EN: "a file of the form {format} ends with {extensions}"}
	textOutputTwice        = msg.Message{ID: "cmd/output-twice", VI: "mỗi báo cáo một tệp riêng", EN: "a file of its own for each report"}
	textOutputFails        = msg.Message{ID: "cmd/output-fails", VI: "không ghi được vào {file}: {reason}", EN: "{file} cannot be written: {reason}"}

	helpSlipTemplate     = msg.Message{ID: "help/slip-template", VI: "`TỆP` Word làm mẫu phiếu chuyển trả cho --output slip=THƯ-MỤC", EN: "Word `FILE` that is the template of the slips of --output slip=FOLDER"}
	textSlipsThere       = msg.Message{ID: "cmd/slips-there", VI: "thư mục {file} đã có phiếu chuyển trả", EN: "the folder {file} has slips already"}
	textSlipsThereRemedy = msg.Message{ID: "cmd/slips-there.remedy", VI: "Chọn thư mục khác hoặc chuyển phiếu cũ đi, để phiếu của hồ sơ đã khắc phục không lẫn vào.", EN: "Choose another folder or take the old slips away, so that those of dossiers mended since are not among the new ones."}
	textTemplateFails    = msg.Message{ID: "cmd/template-fails", VI: "không dùng được mẫu phiếu {file}: {reason}", EN: "the template {file} cannot be used: {reason}"}
	textTemplateRemedy   = msg.Message{ID: "cmd/template.remedy", VI: "Lưu mẫu dạng .docx, dùng các chỗ điền đã nêu, và để một dòng bảng có {{finding.message}}.", EN: "Save the template as .docx, use the places named above, and have a row of a table with {{finding.message}}."}
)
