package main

import "github.com/tthclint/tthclint/pkg/msg"

// The help and the errors of the subcommand verify.
var (
	helpVerifyPaths = msg.Message{ID: "help/verify-paths", VI: "TỆP…", EN: "FILE…"}
	helpVerify      = msg.Message{ID: "help/verify", VI: "kiểm tra sơ bộ chữ ký số trong tệp PDF", EN: "pre-check the digital signatures of PDF files"}
	helpVerifyLong  = msg.Message{
		ID: "help/verify-long",
		VI: `Kiểm tra sơ bộ các chữ ký số của từng tệp PDF: ai ký, khi nào, có toàn vẹn không, ký phần nào của tệp, sau khi ký có gì thay đổi, chứng thư có đáng tin cậy không. Thư mục thì xem mọi tệp .pdf trong đó. Dấu - là một tệp PDF đọc từ đầu vào chuẩn. Không dùng mạng nếu không có --online.

Dạng json in một đối tượng cho một tệp, một mảng khi có nhiều tệp hoặc thư mục; dạng ndjson in mỗi tệp một dòng. Tệp không đọc được vẫn có đối tượng của nó, lý do ghi ở khóa error.

Mã thoát: 0 mọi chữ ký đều đạt và không có phát hiện từ mức --fail-on trở lên; 1 có phát hiện như vậy hoặc có chữ ký không đạt; 2 không chạy được hoặc có tệp không mở được; 3 có chữ ký chưa kết luận được hoặc nội dung chưa kiểm tra được (2 trước 1, 1 trước 3).`,
		EN: `Pre-checks the digital signatures of PDF files: who signed, when, is it intact, which part of the file was signed, what was changed afterwards, can the certificate be trusted. Of a folder, all its .pdf files are looked at. A path of - is one PDF from standard input. No network is used without --online.

The form json is one object for one file, and an array for several files or a folder; ndjson is one line for each file. A file that cannot be read still has its object, the reason stands in the key error.

Exit codes: 0 every signature passes and there are no findings at or above --fail-on; 1 there are such findings, or a signature fails; 2 it could not run, or a file could not be opened; 3 a signature ended without conclusion, or something could not be checked (2 before 1, 1 before 3).`,
	}
	helpVerifyExample = msg.Message{
		ID: "help/verify-example",
		VI: "  tthclint verify ket-qua.pdf\n  tthclint verify --trust chung-thu --format json ket-qua.pdf\n  tthclint verify --format ndjson ho-so > chu-ky.ndjson",
		EN: "  tthclint verify result.pdf\n  tthclint verify --trust certificates --format json result.pdf\n  tthclint verify --format ndjson dossiers > signatures.ndjson",
	}
	helpPermit        = msg.Message{ID: "help/permit", VI: "`MỨC` thay đổi cho phép sau khi ký: none (vẫn cho thêm dữ liệu xác thực lâu dài), form, annotation (mặc định theo tệp; tệp không ghi thì form: điền biểu mẫu, ký thêm)", EN: "`LEVEL` of change allowed after signing: none (which still allows data for long-term validation), form, annotation (default as the file says; where it says nothing, form: form filling and further signatures)"}
	helpVerifyJobs    = msg.Message{ID: "help/verify-jobs", VI: "kiểm tra cùng lúc `SỐ` tệp (mặc định 0: tùy máy)", EN: "check this `NUMBER` of files at once (default 0: depends on the machine)"}
	helpVerifyVerbose = msg.Message{ID: "help/verify-verbose", VI: "liệt kê mọi thay đổi và mọi lý do", EN: "list all changes and all reasons"}

	textVerifyNoPathRemedy  = msg.Message{ID: "cmd/verify.no-path", VI: "Ví dụ: tthclint verify ket-qua.pdf", EN: "For example: tthclint verify result.pdf"}
	textVerifyInterrupted   = msg.Message{ID: "cmd/verify.interrupted", VI: "đã dừng theo yêu cầu: chỉ có kết quả của {n} tệp.", EN: "stopped as asked: only {n} files were answered."}
	textVerifyNothing       = msg.Message{ID: "cmd/verify.nothing", VI: "không có tệp PDF nào để kiểm tra.", EN: "there is no PDF file to check."}
	textVerifyNothingRemedy = msg.Message{ID: "cmd/verify.nothing-remedy", VI: "Trong thư mục chỉ xem các tệp có tên kết thúc bằng .pdf; tệp tên khác thì chỉ ra từng tệp.", EN: "Of a folder only files whose names end in .pdf are looked at; name others one by one."}
	textStdinTwice          = msg.Message{ID: "cmd/verify.stdin-twice", VI: "dấu - (đầu vào chuẩn) chỉ dùng được một lần.", EN: "the path - (standard input) can be given once."}

	textFaultEmpty           = msg.Message{ID: "verify/fault-empty", VI: "tệp không có nội dung (0 byte).", EN: "the file has no content (0 bytes)."}
	textFaultEmptyRemedy     = msg.Message{ID: "verify/fault-empty.remedy", VI: "Lấy lại tệp gốc; tệp 0 byte thường do tải lên dở dang.", EN: "Take the original again; a file of 0 bytes is mostly an upload that broke off."}
	textFaultNotPDF          = msg.Message{ID: "verify/fault-not-pdf", VI: "không phải tệp PDF.", EN: "this is not a PDF."}
	textFaultNotPDFRemedy    = msg.Message{ID: "verify/fault-not-pdf.remedy", VI: "Chỉ ra tệp PDF đã ký số; ảnh, Word, tệp nén không kiểm tra được ở đây.", EN: "Name the signed PDF; pictures, Word files and archives cannot be checked here."}
	textFaultEncrypted       = msg.Message{ID: "verify/fault-encrypted", VI: "tệp PDF bị khóa bằng mật khẩu nên không xem được chữ ký số.", EN: "the PDF is locked by a password, so that its signatures cannot be seen."}
	textFaultEncryptedRemedy = msg.Message{ID: "verify/fault-encrypted.remedy", VI: "Đề nghị nơi phát hành cung cấp tệp không đặt mật khẩu.", EN: "Ask the issuer for a file without a password."}
	textFaultDamaged         = msg.Message{ID: "verify/fault-damaged", VI: "tệp PDF bị hỏng hoặc bị cắt cụt, không đọc được.", EN: "the PDF is damaged or cut off and cannot be read."}
	textFaultDamagedRemedy   = msg.Message{ID: "verify/fault-damaged.remedy", VI: "Lấy lại tệp gốc từ nơi phát hành.", EN: "Take the original again from where it was issued."}
)

// What the text form says by itself.
var (
	wordVerifyTitle   = msg.Message{ID: "verify/title", VI: "{tool} {version} – kiểm tra sơ bộ chữ ký số của tệp PDF", EN: "{tool} {version} – pre-check of the digital signatures of PDF files"}
	wordVerifyFile    = msg.Message{ID: "verify/file", VI: "Tệp {file}", EN: "File {file}"}
	wordVerifyHolds   = msg.Message{ID: "verify/holds", VI: "{signatures}; {pages} trang, {revisions} lần lưu", EN: "{signatures}; pages {pages}, revisions {revisions}"}
	wordSignatures    = msg.Message{ID: "verify/signatures", VI: "{n} chữ ký số", EN: "signatures {n}"}
	wordTimestamps    = msg.Message{ID: "verify/timestamps", VI: "{n} dấu thời gian của tài liệu", EN: "document timestamps {n}"}
	wordListed        = msg.Message{ID: "verify/listed", VI: "{a}, {b}", EN: "{a}, {b}"}
	wordFaulty        = msg.Message{ID: "verify/faulty", VI: "Không đạt – có lỗi (theo ETSI: chưa kết luận được)", EN: "Fails – there is an error (by ETSI: no conclusion)"}
	wordFields        = msg.Message{ID: "verify/fields", VI: "{n} chữ ký: ô {fields}", EN: "{n} signatures: fields {fields}"}
	wordManyFields    = msg.Message{ID: "verify/many-fields", VI: "{n} chữ ký: ô {fields} và {rest} ô khác", EN: "{n} signatures: fields {fields} and {rest} more"}
	wordFromTo        = msg.Message{ID: "verify/from-to", VI: "từ {from} đến {to}", EN: "from {from} to {to}"}
	wordOnDay         = msg.Message{ID: "verify/on-day", VI: "ngày {day}", EN: "on {day}"}
	wordUnjudged      = msg.Message{ID: "verify/changes-unjudged", VI: "chưa xét được thay đổi, vì phạm vi ký không đúng", EN: "changes could not be judged, since the signed range is wrong"}
	wordAllChanges    = msg.Message{ID: "verify/all-changes", VI: "{changes} ({n} thay đổi; --verbose để liệt kê)", EN: "{changes} (changes: {n}; --verbose lists them)"}
	wordRewritten     = msg.Message{ID: "verify/rewritten", VI: "mục lục gốc/phần cuối tệp được ghi lại", EN: "catalog and trailer were written anew"}
	wordOrphan        = msg.Message{ID: "verify/orphan", VI: "đối tượng thêm vào nhưng không nơi nào dùng đến", EN: "it was added, but nothing leads to it"}
	wordOverlaps      = msg.Message{ID: "verify/overlaps", VI: "chú thích thêm sau khi ký che lên chữ ký ở ô «{field}», trang {page}: xem kỹ bản hiển thị", EN: "an annotation added after signing lies over the signature in the field «{field}», page {page}: look closely at what is shown"}
	wordOverlapsNote  = msg.Message{ID: "verify/overlaps-note", VI: "chú thích thêm sau khi ký đè lên chú thích hoặc ô đã có, trang {page}{where}", EN: "an annotation added after signing lies over an older one, page {page}{where}"}
	wordBrief         = msg.Message{ID: "verify/brief", VI: "Tệp có nhiều chữ ký nên chỉ nêu điểm chính; --verbose để xem đầy đủ.", EN: "With so many signatures only the main points are told; --verbose tells all."}
	wordVerifyFolder  = msg.Message{ID: "verify/folder", VI: "Thư mục {file}", EN: "Folder {file}"}
	wordOffPage       = msg.Message{ID: "verify/off-page", VI: "nằm ngoài trang {n}, không nhìn thấy", EN: "outside of page {n}, cannot be seen"}
	wordTooSmall      = msg.Message{ID: "verify/too-small", VI: "trang {n}, ô không có diện tích, không nhìn thấy", EN: "page {n}, a box without area, cannot be seen"}
	wordVerifyNone    = msg.Message{ID: "verify/none", VI: "không có chữ ký số nào", EN: "no digital signature"}
	wordVerifyError   = msg.Message{ID: "verify/error", VI: "Không kiểm tra được: {what}", EN: "Could not be checked: {what}"}
	wordSignature     = msg.Message{ID: "verify/signature", VI: "Chữ ký {n}: {signer}", EN: "Signature {n}: {signer}"}
	wordTimestamp     = msg.Message{ID: "verify/timestamp", VI: "Dấu thời gian {n}: {signer}", EN: "Timestamp {n}: {signer}"}
	wordNoSigner      = msg.Message{ID: "verify/no-signer", VI: "không rõ ai ký", EN: "signer unknown"}
	wordRemoved       = msg.Message{ID: "verify/removed", VI: "đã bị gỡ khỏi tệp ở lần lưu sau", EN: "removed from the file by a later revision"}
	wordSub           = msg.Message{ID: "verify/sub", VI: "{words} ({code})", EN: "{words} ({code})"}
	wordBecause       = msg.Message{ID: "verify/because", VI: "{what}: {why}", EN: "{what}: {why}"}
	wordAnd           = msg.Message{ID: "verify/and", VI: "{a}; {b}", EN: "{a}; {b}"}
	wordWithRole      = msg.Message{ID: "verify/with-role", VI: "{role}, thuộc {organisation}", EN: "{role}, of {organisation}"}
	wordProven        = msg.Message{ID: "verify/proven", VI: "{time} (giờ Việt Nam), có dấu thời gian chứng minh", EN: "{time} (time of Vietnam), proven by a timestamp"}
	wordProvenClaimed = msg.Message{ID: "verify/proven-claimed", VI: "không muộn hơn {time} (giờ Việt Nam) theo dấu thời gian; người ký tự khai {claimed}", EN: "not later than {time} (time of Vietnam) by a timestamp; the signer claims {claimed}"}
	wordClaimed       = msg.Message{ID: "verify/claimed", VI: "{time} (giờ Việt Nam), người ký tự khai, chưa có gì chứng minh", EN: "{time} (time of Vietnam), the signer's claim, proven by nothing"}
	wordStampTime     = msg.Message{ID: "verify/stamp-time", VI: "{time} (giờ Việt Nam) theo chính dấu thời gian này", EN: "{time} (time of Vietnam), as the timestamp itself says"}
	wordNoTime        = msg.Message{ID: "verify/no-time", VI: "không rõ", EN: "unknown"}
	wordBadTimestamp  = msg.Message{ID: "verify/bad-timestamp", VI: "dấu thời gian {time} của «{authority}» không dùng được: {why}", EN: "the timestamp {time} of «{authority}» cannot be used: {why}"}
	wordPermitted     = msg.Message{ID: "verify/permitted", VI: "{changes} – được phép", EN: "{changes} – permitted"}
	wordNotPermitted  = msg.Message{ID: "verify/not-permitted", VI: "{changes} – KHÔNG được phép", EN: "{changes} – NOT permitted"}
	wordMaybe         = msg.Message{ID: "verify/permitted-unknown", VI: "{changes} – chưa rõ có được phép hay không", EN: "{changes} – permitted or not: unknown"}
	wordChange        = msg.Message{ID: "verify/change", VI: "{action} {object}{where}: {what}", EN: "{action} {object}{where}: {what}"}
	wordInRevision    = msg.Message{ID: "verify/in-revision", VI: "lần lưu {n}, {change}", EN: "revision {n}, {change}"}
	wordDoubtful      = msg.Message{ID: "verify/doubtful", VI: "phần ghi thêm có thể được mỗi phần mềm đọc một khác", EN: "programs may read what was appended differently"}
	wordChangeAction  = msg.Message{ID: "verify/change-action", VI: "sửa", EN: "changed"}
	wordObject        = msg.Message{ID: "verify/object", VI: "đối tượng {n}", EN: "object {n}"}
	wordTrailer       = msg.Message{ID: "verify/trailer", VI: "phần cuối tệp", EN: "the trailer"}
	wordOnPage        = msg.Message{ID: "verify/on-page", VI: ", trang {n}", EN: ", page {n}"}
	wordInField       = msg.Message{ID: "verify/in-field", VI: ", ô «{field}»", EN: ", field «{field}»"}
	wordBothPlaces    = msg.Message{ID: "verify/both-places", VI: "{a}{b}", EN: "{a}{b}"}
	wordMoreChanges   = msg.Message{ID: "verify/more-changes", VI: "… và {n} thay đổi khác (--verbose)", EN: "… and {n} more changes (--verbose)"}
	wordTrustAnchor   = msg.Message{ID: "verify/trust-anchor", VI: "{trust} «{anchor}» ({origin}); {term}; {revocation}", EN: "{trust} «{anchor}» ({origin}); {term}; {revocation}"}
	wordTrustPlain    = msg.Message{ID: "verify/trust-plain", VI: "{trust}; {term}; {revocation}", EN: "{trust}; {term}; {revocation}"}
	wordIssued        = msg.Message{ID: "verify/issued", VI: "do «{issuer}» cấp, số {serial}, hiệu lực từ {from} đến {to}", EN: "issued by «{issuer}», serial {serial}, valid from {from} to {to}"}
	wordInvisible     = msg.Message{ID: "verify/invisible", VI: "không hiển thị trên trang", EN: "not shown on a page"}
	wordInFieldAt     = msg.Message{ID: "verify/in-field-at", VI: "ô «{field}», {where}", EN: "field «{field}», {where}"}
	wordShows         = msg.Message{ID: "verify/shows", VI: "«{text}»", EN: "«{text}»"}
	wordReason        = msg.Message{ID: "verify/reason", VI: "{what} [{code}]", EN: "{what} [{code}]"}
	wordUnsigned      = msg.Message{ID: "verify/unsigned", VI: "Ô «{field}» chưa ai ký{where}", EN: "Field «{field}», not signed{where}"}
	wordMark          = msg.Message{ID: "verify/mark", VI: "Không phải chữ ký số: {kind} ({where}){text}", EN: "No digital signature: {kind} ({where}){text}"}
	wordMarkText      = msg.Message{ID: "verify/mark-says", VI: ", ghi «{text}»", EN: ", says «{text}»"}
	wordEllipsis      = msg.Message{ID: "verify/more", VI: "… và {n} mục khác", EN: "… and {n} more"}

	labelHolds      = msg.Message{ID: "verify/label-holds", VI: "Gồm có:", EN: "Holds:"}
	labelVerdict    = msg.Message{ID: "verify/label-verdict", VI: "Kết luận:", EN: "Verdict:"}
	labelSigner     = msg.Message{ID: "verify/label-signer", VI: "Người ký:", EN: "Signer:"}
	labelTime       = msg.Message{ID: "verify/label-time", VI: "Thời điểm:", EN: "Time:"}
	labelIntegrity  = msg.Message{ID: "verify/label-integrity", VI: "Toàn vẹn:", EN: "Integrity:"}
	labelCoverage   = msg.Message{ID: "verify/label-coverage", VI: "Phạm vi:", EN: "Coverage:"}
	labelChanges    = msg.Message{ID: "verify/label-changes", VI: "Thay đổi:", EN: "Changes:"}
	labelTrust      = msg.Message{ID: "verify/label-trust", VI: "Chứng thư:", EN: "Trust:"}
	labelPlace      = msg.Message{ID: "verify/label-place", VI: "Vị trí:", EN: "Place:"}
	labelShows      = msg.Message{ID: "verify/label-shows", VI: "Hiển thị:", EN: "Shows:"}
	labelTechnical  = msg.Message{ID: "verify/label-technical", VI: "Kỹ thuật:", EN: "Technical:"}
	labelWarning    = msg.Message{ID: "verify/label-warning", VI: "CẢNH BÁO:", EN: "WARNING:"}
	labelNote       = msg.Message{ID: "verify/label-note", VI: "Lưu ý:", EN: "Note:"}
	labelReasons    = msg.Message{ID: "verify/label-reasons", VI: "Lý do:", EN: "Reasons:"}
	labelRemedy     = msg.Message{ID: "verify/label-remedy", VI: "Cách xử lý:", EN: "What to do:"}
	wordVerifyTotal = msg.Message{ID: "verify/total", VI: "{n} tệp: {accepted} đạt kiểm tra sơ bộ, {rejected} không đạt, {undetermined} chưa kết luận được", EN: "Files: {n} (pass the pre-check {accepted}, fail {rejected}, no conclusion {undetermined})"}
	wordPreCheck    = msg.Message{ID: "verify/pre-check", VI: "Đây là kiểm tra sơ bộ, không thay cho việc xác nhận của tổ chức cung cấp dịch vụ chứng thực chữ ký số.", EN: "This is a pre-check and does not take the place of a confirmation by the certification authority."}
)
