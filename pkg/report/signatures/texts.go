package signatures

import "github.com/tthclint/tthclint/pkg/msg"

// What the text form says by itself.
var (
	wordAsIs = msg.Message{ID: "verify/as-is", VI: "{text}", EN: "{text}"}

	wordTitle         = msg.Message{ID: "verify/title", VI: "{tool} {version} – kiểm tra sơ bộ chữ ký số của tệp PDF", EN: "{tool} {version} – pre-check of the digital signatures of PDF files"}
	wordFile          = msg.Message{ID: "verify/file", VI: "Tệp {file}", EN: "File {file}"}
	wordHolds         = msg.Message{ID: "verify/holds", VI: "{signatures}; {pages} trang, {revisions} lần lưu", EN: "{signatures}; pages {pages}, revisions {revisions}"}
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
	wordFolder        = msg.Message{ID: "verify/folder", VI: "Thư mục {file}", EN: "Folder {file}"}
	wordOffPage       = msg.Message{ID: "verify/off-page", VI: "nằm ngoài trang {n}, không nhìn thấy", EN: "outside of page {n}, cannot be seen"}
	wordTooSmall      = msg.Message{ID: "verify/too-small", VI: "trang {n}, ô không có diện tích, không nhìn thấy", EN: "page {n}, a box without area, cannot be seen"}
	wordNone          = msg.Message{ID: "verify/none", VI: "không có chữ ký số nào", EN: "no digital signature"}
	wordFault         = msg.Message{ID: "verify/error", VI: "Không kiểm tra được: {what}", EN: "Could not be checked: {what}"}
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

	labelHolds     = msg.Message{ID: "verify/label-holds", VI: "Gồm có:", EN: "Holds:"}
	labelVerdict   = msg.Message{ID: "verify/label-verdict", VI: "Kết luận:", EN: "Verdict:"}
	labelSigner    = msg.Message{ID: "verify/label-signer", VI: "Người ký:", EN: "Signer:"}
	labelTime      = msg.Message{ID: "verify/label-time", VI: "Thời điểm:", EN: "Time:"}
	labelIntegrity = msg.Message{ID: "verify/label-integrity", VI: "Toàn vẹn:", EN: "Integrity:"}
	labelCoverage  = msg.Message{ID: "verify/label-coverage", VI: "Phạm vi:", EN: "Coverage:"}
	labelChanges   = msg.Message{ID: "verify/label-changes", VI: "Thay đổi:", EN: "Changes:"}
	labelTrust     = msg.Message{ID: "verify/label-trust", VI: "Chứng thư:", EN: "Trust:"}
	labelPlace     = msg.Message{ID: "verify/label-place", VI: "Vị trí:", EN: "Place:"}
	labelShows     = msg.Message{ID: "verify/label-shows", VI: "Hiển thị:", EN: "Shows:"}
	labelTechnical = msg.Message{ID: "verify/label-technical", VI: "Kỹ thuật:", EN: "Technical:"}
	labelWarning   = msg.Message{ID: "verify/label-warning", VI: "CẢNH BÁO:", EN: "WARNING:"}
	labelNote      = msg.Message{ID: "verify/label-note", VI: "Lưu ý:", EN: "Note:"}
	labelReasons   = msg.Message{ID: "verify/label-reasons", VI: "Lý do:", EN: "Reasons:"}
	labelRemedy    = msg.Message{ID: "verify/label-remedy", VI: "Cách xử lý:", EN: "What to do:"}
	wordTotal      = msg.Message{ID: "verify/total", VI: "{n} tệp: {accepted} đạt kiểm tra sơ bộ, {rejected} không đạt, {undetermined} chưa kết luận được", EN: "Files: {n} (pass the pre-check {accepted}, fail {rejected}, no conclusion {undetermined})"}
	wordPreCheck   = msg.Message{ID: "verify/pre-check", VI: "Đây là kiểm tra sơ bộ, không thay cho việc xác nhận của tổ chức cung cấp dịch vụ chứng thực chữ ký số.", EN: "This is a pre-check and does not take the place of a confirmation by the certification authority."}
)

// Why a file has no report of its signatures.
var (
	faultEmpty           = msg.Message{ID: "verify/fault-empty", VI: "tệp không có nội dung (0 byte).", EN: "the file has no content (0 bytes)."}
	faultEmptyRemedy     = msg.Message{ID: "verify/fault-empty.remedy", VI: "Lấy lại tệp gốc; tệp 0 byte thường do tải lên dở dang.", EN: "Take the original again; a file of 0 bytes is mostly an upload that broke off."}
	faultNotPDF          = msg.Message{ID: "verify/fault-not-pdf", VI: "không phải tệp PDF.", EN: "this is not a PDF."}
	faultNotPDFRemedy    = msg.Message{ID: "verify/fault-not-pdf.remedy", VI: "Chỉ ra tệp PDF đã ký số; ảnh, Word, tệp nén không kiểm tra được ở đây.", EN: "Name the signed PDF; pictures, Word files and archives cannot be checked here."}
	faultEncrypted       = msg.Message{ID: "verify/fault-encrypted", VI: "tệp PDF bị khóa bằng mật khẩu nên không xem được chữ ký số.", EN: "the PDF is locked by a password, so that its signatures cannot be seen."}
	faultEncryptedRemedy = msg.Message{ID: "verify/fault-encrypted.remedy", VI: "Đề nghị nơi phát hành cung cấp tệp không đặt mật khẩu.", EN: "Ask the issuer for a file without a password."}
	faultDamaged         = msg.Message{ID: "verify/fault-damaged", VI: "tệp PDF bị hỏng hoặc bị cắt cụt, không đọc được.", EN: "the PDF is damaged or cut off and cannot be read."}
	faultDamagedRemedy   = msg.Message{ID: "verify/fault-damaged.remedy", VI: "Lấy lại tệp gốc từ nơi phát hành.", EN: "Take the original again from where it was issued."}

	faultUnreadableRemedy = msg.Message{ID: "verify/fault-unreadable.remedy", VI: "Kiểm tra ổ đĩa hoặc kết nối mạng rồi chạy lại.", EN: "Check the drive or the network connection and run it again."}
	faultInternal         = msg.Message{ID: "verify/fault-internal", VI: "chương trình gặp lỗi nội bộ ({error}).", EN: "the program failed ({error})."}
	faultInternalRemedy   = msg.Message{ID: "verify/fault-internal.remedy", VI: "Đề nghị báo cho nhà phát triển, kèm dòng lệnh đã dùng.", EN: "Please report it to the developers with the command line that was used."}
)
