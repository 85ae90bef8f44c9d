package main

import "github.com/tthclint/tthclint/pkg/msg"

// What the subcommand doctor says.
var (
	helpDoctor     = msg.Message{ID: "help/doctor", VI: "khám chương trình: chứng thư gốc, bộ đọc chữ, bộ nhớ đệm, mẫu giấy, cấu hình", EN: "examine the program: trust anchors, reading engine, cache, forms, settings"}
	helpDoctorLong = msg.Message{
		ID: "help/doctor-long",
		VI: `Khám từng phần của chương trình trên máy này và nói cách xử lý phần chưa tốt: vẽ thử một trang, đọc thử chữ trên đó, xem thư mục đệm, chứng thư gốc, mẫu giấy và tệp cấu hình. Không dùng mạng.

Mã thoát: 0 dùng được (kể cả khi có mục cần chú ý); 2 có phần hỏng.`,
		EN: `Examines each part of the program on this machine and says what to do about what is not well: draws a page, reads the print on it, looks at the cache, trust anchors, forms and settings. It does not use the network.

Exit codes: 0 it can be used (also where something deserves attention); 2 a part is broken.`,
	}

	wordHealthy   = msg.Message{ID: "doctor/healthy", VI: "ok", EN: "ok"}
	wordAttention = msg.Message{ID: "doctor/attention", VI: "chú ý", EN: "note"}
	wordBroken    = msg.Message{ID: "doctor/broken", VI: "hỏng", EN: "broken"}
	textHealthy   = msg.Message{ID: "doctor/all-well", VI: "Dùng được.", EN: "Ready for use."}
	textUnhealthy = msg.Message{ID: "doctor/not-well", VI: "Chưa dùng được đầy đủ: {n} phần hỏng.", EN: "Not ready: {n} parts are broken."}

	partVersion  = msg.Message{ID: "doctor/version", VI: "Phiên bản", EN: "Version"}
	partConfig   = msg.Message{ID: "doctor/config", VI: "Cấu hình", EN: "Settings"}
	partTrust    = msg.Message{ID: "doctor/trust", VI: "Chứng thư gốc", EN: "Trust anchors"}
	partForms    = msg.Message{ID: "doctor/forms", VI: "Mẫu giấy", EN: "Forms"}
	partRenderer = msg.Message{ID: "doctor/renderer", VI: "Bộ vẽ trang", EN: "Page renderer"}
	partOCR      = msg.Message{ID: "doctor/ocr", VI: "Bộ đọc chữ", EN: "Reading engine"}
	partCache    = msg.Message{ID: "doctor/cache", VI: "Thư mục đệm", EN: "Cache folder"}
	partLimits   = msg.Message{ID: "doctor/limits", VI: "Giới hạn", EN: "Limits"}
	partTerminal = msg.Message{ID: "doctor/terminal", VI: "Màn hình", EN: "Terminal"}

	textVersion = msg.Message{ID: "doctor/version.text", VI: "tthclint {version}, {go}, {os}/{arch}", EN: "tthclint {version}, {go}, {os}/{arch}"}

	textConfigOff      = msg.Message{ID: "doctor/config.off", VI: "bỏ qua theo --no-config", EN: "left out by --no-config"}
	textConfigNone     = msg.Message{ID: "doctor/config.none", VI: "không có {name} từ thư mục này trở lên; dùng giá trị mặc định", EN: "no {name} from this folder upward; defaults are used"}
	textConfigFound    = msg.Message{ID: "doctor/config.found", VI: "dùng {path}", EN: "{path} is used"}
	textConfigProblems = msg.Message{ID: "doctor/config.problems", VI: "{path} có {n} chỗ sai: {first}", EN: "{path} has {n} mistakes: {first}"}
	textConfigVerify   = msg.Message{ID: "doctor/config.verify", VI: "xem từng chỗ bằng: tthclint config verify {path}", EN: "see each by: tthclint config verify {path}"}

	textAnchors       = msg.Message{ID: "doctor/trust.anchors", VI: "{builtin} tích hợp sẵn, {own} của người dùng", EN: "{builtin} built in, {own} of the user"}
	textAnchorsNone   = msg.Message{ID: "doctor/trust.none", VI: "không có chứng thư gốc nào nên không biết chữ ký số có đáng tin cậy hay không", EN: "there is none, so whether signers can be trusted is not known"}
	textAnchorEnded   = msg.Message{ID: "doctor/trust.ended", VI: "{anchors}; {n} đã hết hạn, như «{name}» ({day})", EN: "{anchors}; {n} have ended, as «{name}» ({day})"}
	textAnchorEnding  = msg.Message{ID: "doctor/trust.ending", VI: "{anchors}; {n} sắp hết hạn, như «{name}» ({day})", EN: "{anchors}; {n} will end soon, as «{name}» ({day})"}
	textAnchorsRemedy = msg.Message{ID: "doctor/trust.remedy", VI: "lấy chứng thư mới từ nơi công bố rồi nhập bằng «tthclint trust import»; xem «tthclint trust list»", EN: "get the new certificate from its publisher and import it by «tthclint trust import»; see «tthclint trust list»"}

	textForms = msg.Message{ID: "doctor/forms.text", VI: "{builtin} mẫu tích hợp sẵn, {own} mẫu của đơn vị", EN: "{builtin} built in, {own} of the office"}

	textNotTried   = msg.Message{ID: "doctor/not-tried", VI: "chưa thử được vì «{part}» hỏng", EN: "not tried, since «{part}» is broken"}
	textDraws      = msg.Message{ID: "doctor/draws", VI: "vẽ được trang thử ({w} × {h} điểm ảnh)", EN: "drew a page ({w} × {h} pixels)"}
	textDrawFails  = msg.Message{ID: "doctor/draw-fails", VI: "không vẽ được trang thử: {reason}", EN: "could not draw a page: {reason}"}
	textDrawRemedy = msg.Message{ID: "doctor/draw.remedy", VI: "kiểm tra bộ nhớ còn trống và phần mềm bảo vệ có chặn chương trình tự khởi chạy không; thử lại với --cache THƯ-MỤC khác", EN: "check the free memory and whether protection software keeps the program from starting itself; try another --cache FOLDER"}

	textOCROff       = msg.Message{ID: "doctor/ocr.off", VI: "không đọc chữ (none): giấy tờ không được nhận ra", EN: "no reading (none): papers are not recognised"}
	textOCROffRemedy = msg.Message{ID: "doctor/ocr.off-remedy", VI: "bỏ --ocr none hoặc dòng ocr trong tệp cấu hình", EN: "leave out --ocr none, or the line ocr of the settings"}
	textReads        = msg.Message{ID: "doctor/ocr.reads", VI: "{engine}; đọc đúng trang thử", EN: "{engine}; read the page"}
	textMisreads     = msg.Message{ID: "doctor/ocr.misreads", VI: "{engine}; không đọc ra «{want}» trên trang thử", EN: "{engine}; did not read «{want}» on the page"}
	textReadFails    = msg.Message{ID: "doctor/ocr.fails", VI: "{engine}; không chạy được: {reason}", EN: "{engine}; could not run: {reason}"}
	textReadRemedy   = msg.Message{ID: "doctor/ocr.remedy", VI: "xóa thư mục đệm rồi chạy lại; nếu vẫn vậy, thử bộ đọc khác bằng --ocr và báo cho nhà phát triển", EN: "delete the cache folder and run it again; if that does not help, try another engine by --ocr and tell the developers"}

	textCacheNone   = msg.Message{ID: "doctor/cache.none", VI: "không có thư mục ghi được: lần chạy nào cũng phải chuẩn bị lại", EN: "no folder can be written to: each run has to get ready anew"}
	textCacheEmpty  = msg.Message{ID: "doctor/cache.empty", VI: "{path}: còn trống", EN: "{path}: empty"}
	textCacheFilled = msg.Message{ID: "doctor/cache.filled", VI: "{path}: {n} tệp, {mib} MiB", EN: "{path}: {n} files, {mib} MiB"}
	textCacheRemedy = msg.Message{ID: "doctor/cache.remedy", VI: "chỉ ra thư mục chỉ mình ghi được bằng --cache THƯ-MỤC", EN: "name a folder that only you can write to by --cache FOLDER"}

	textLimits             = msg.Message{ID: "doctor/limits.text", VI: "{cpus} bộ xử lý; cùng lúc {jobs} hồ sơ, {pages} trang; đầu vào chuẩn tối đa {stdin} MiB", EN: "{cpus} processors; {jobs} dossiers and {pages} pages at once; standard input up to {stdin} MiB"}
	textLimitsMemory       = msg.Message{ID: "doctor/limits.memory", VI: "{limits}; bộ nhớ giới hạn {mib} MiB (GOMEMLIMIT)", EN: "{limits}; memory limited to {mib} MiB (GOMEMLIMIT)"}
	textLimitsMemoryRemedy = msg.Message{ID: "doctor/limits.memory-remedy", VI: "để GOMEMLIMIT từ 1 GiB trở lên, hoặc bỏ biến này", EN: "set GOMEMLIMIT to 1 GiB or more, or unset it"}

	textTerminal       = msg.Message{ID: "doctor/terminal.text", VI: "rộng {width} cột", EN: "{width} columns wide"}
	textNoTerminal     = msg.Message{ID: "doctor/terminal.none", VI: "kết quả không ra màn hình", EN: "the output goes to no terminal"}
	textEncodingOdd    = msg.Message{ID: "doctor/terminal.encoding", VI: "{terminal}; bảng mã là {encoding}, chữ Việt có thể hiện sai", EN: "{terminal}; the encoding is {encoding}, Vietnamese may not show"}
	textEncodingRemedy = msg.Message{ID: "doctor/terminal.remedy", VI: "đặt biến LANG=C.UTF-8 (hoặc vi_VN.UTF-8); trên Windows dùng Windows Terminal", EN: "set LANG=C.UTF-8 (or vi_VN.UTF-8); on Windows use Windows Terminal"}
)
