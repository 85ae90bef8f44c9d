package main

import (
	"strconv"
	"time"

	"github.com/tthclint/tthclint/pkg/law"
	"github.com/tthclint/tthclint/pkg/msg"
	"github.com/tthclint/tthclint/pkg/sign"
)

// codeWords are the words for a reason code. args name the arguments of the
// reason in their order; "time" is one in RFC 3339.
type codeWords struct {
	vi, en string
	args   []string
}

func (w codeWords) message(code sign.Code) msg.Message {
	return msg.Message{ID: "sign-code/" + string(code), VI: w.vi, EN: w.en}
}

// reasonText says a reason in words. A code without words is shown as it is.
func reasonText(r sign.Reason) msg.Text {
	w, ok := reasonWords[r.Code]
	if !ok {
		w = codeWords{vi: string(r.Code), en: string(r.Code)}
	}
	var pairs []any
	for i, name := range w.args {
		var value any = "…"
		if i < len(r.Args) && r.Args[i] != "" {
			value = argument(name, r.Args[i])
		}
		pairs = append(pairs, name, value)
	}
	return w.message(r.Code).With(pairs...)
}

func argument(name, value string) any {
	switch name {
	case "time":
		if t, err := time.Parse(time.RFC3339, value); err == nil {
			return t.In(law.Vietnam())
		}
	case "class":
		if m, ok := changesWords[sign.Changes(value)]; ok {
			return m.With()
		}
	case "seconds":
		if n, err := strconv.ParseFloat(value, 64); err == nil {
			return span(time.Duration(n * float64(time.Second)))
		}
	}
	return clip(value)
}

// span says a length of time.
func span(d time.Duration) msg.Text {
	d = max(d, -d)
	switch {
	case d >= 48*time.Hour:
		return wordDays.With("n", int(d/(24*time.Hour)))
	case d >= 2*time.Hour:
		return wordHours.With("n", float64(d.Round(time.Minute))/float64(time.Hour))
	case d >= 2*time.Minute:
		return wordMinutes.With("n", int(d/time.Minute))
	}
	return wordSeconds.With("n", int(d/time.Second))
}

// clip bounds what one value of a document may fill of a screen.
func clip(s string) string {
	const most = 200
	n := 0
	for i := range s {
		if n++; n > most {
			return s[:i] + "…"
		}
	}
	return s
}

// reasonWords has words for every code of package sign.
var reasonWords = map[sign.Code]codeWords{
	sign.CodeRepaired:          {"tệp có chỗ ghi sai quy cách, đã đọc được nhờ khôi phục ({code}, byte {offset})", "the file deviates from the format and was repaired for reading ({code}, byte {offset})", []string{"code", "offset"}},
	sign.CodeTooManySignatures: {"tệp có quá nhiều chữ ký; chỉ xem xét {limit} chữ ký đầu", "too many signatures; only the first {limit} were looked at", []string{"limit"}},
	sign.CodeEncrypted:         {"tệp được mã hóa", "the file is encrypted", nil},

	sign.CodeDictionaryMalformed:  {"bản ghi chữ ký sai quy cách", "the signature dictionary is malformed", nil},
	sign.CodeContentsMissing:      {"bản ghi chữ ký không có dữ liệu chữ ký", "there is no signature data", nil},
	sign.CodeContentsNotHex:       {"dữ liệu chữ ký không ghi dưới dạng hệ mười sáu", "the signature data is not written in hexadecimal", nil},
	sign.CodeByteRangeMissing:     {"không có phạm vi ký (ByteRange)", "there is no signed range (ByteRange)", nil},
	sign.CodeByteRangeMalformed:   {"phạm vi ký (ByteRange) sai quy cách", "the signed range (ByteRange) is malformed", nil},
	sign.CodeByteRangeOutOfFile:   {"phạm vi ký (ByteRange) vượt ra ngoài tệp", "the signed range (ByteRange) leads out of the file", nil},
	sign.CodeByteRangeGap:         {"phần không ký không phải là dữ liệu của chữ ký này", "the part that is not signed is not the data of this signature", nil},
	sign.CodeObjectInGap:          {"phần không ký có chứa nội dung của tài liệu", "the part that is not signed holds objects of the document", nil},
	sign.CodeByteRangeNotRevision: {"phạm vi ký kết thúc giữa chừng một lần lưu tệp", "the signed range ends inside a revision", nil},
	sign.CodeByteRangeCrossing:    {"phạm vi ký chồng chéo với một chữ ký khác", "the signed range crosses that of another signature", nil},
	sign.CodeRevisionUnlinked:     {"lần lưu đã ký không còn thuộc về tệp hiện tại", "the signed revision is not part of the current file", nil},
	sign.CodeObjectOutsideRange:   {"lần lưu đã ký dùng đến dữ liệu nằm ngoài phạm vi ký", "the signed revision uses data outside of the signed range", nil},
	sign.CodeDictionaryOverwrite:  {"bản ghi chữ ký đã bị ghi đè sau khi ký", "the signature dictionary was overwritten after signing", nil},
	sign.CodeSubFilterUnknown:     {"định dạng chữ ký «{name}» chưa được hỗ trợ", "the signature format «{name}» is not supported", []string{"name"}},
	sign.CodeSharedBySeveral:      {"nhiều ô ký dùng chung một chữ ký", "several fields share one signature", nil},
	sign.CodeRemoved:              {"chữ ký đã bị gỡ khỏi tệp ở lần lưu sau", "a later revision removed the signature", nil},

	sign.CodeCMSMalformed:         {"dữ liệu chữ ký (CMS) bị hỏng: {detail}", "the signature data (CMS) is malformed: {detail}", []string{"detail"}},
	sign.CodeCMSTrailingData:      {"sau dữ liệu chữ ký có dữ liệu lạ", "foreign data follows the signature data", nil},
	sign.CodeSignerCount:          {"dữ liệu chữ ký phải có đúng 01 người ký, nhưng có {n}", "the signature data must have one signer and has {n}", []string{"n"}},
	sign.CodeEncapsulatedContent:  {"chữ ký ký lên nội dung khác kèm bên trong, không ký lên tệp này", "the signature signs content of its own and not this file", nil},
	sign.CodeContentType:          {"loại nội dung đã ký không khớp", "the content type that was signed does not match", nil},
	sign.CodeMessageDigestMissing: {"chữ ký không ghi giá trị băm của tệp", "the signature does not state the digest of the file", nil},
	sign.CodeDuplicateAttribute:   {"thuộc tính đã ký bị lặp", "a signed attribute occurs twice", nil},
	sign.CodeDigestMismatch:       {"nội dung đã ký bị thay đổi: giá trị băm không khớp", "what was signed has changed: the digest does not match", nil},
	sign.CodeSignatureInvalid:     {"chữ ký không do khóa của chứng thư này tạo ra", "the signature was not made by the key of this certificate", nil},
	sign.CodeDigestUnsupported:    {"thuật toán băm chưa được hỗ trợ ({oid})", "the digest algorithm is not supported ({oid})", []string{"oid"}},
	sign.CodeAlgorithmUnsupported: {"thuật toán ký chưa được hỗ trợ ({oid})", "the signature algorithm is not supported ({oid})", []string{"oid"}},
	sign.CodeAlgorithmMismatch:    {"thuật toán băm ghi hai nơi không khớp nhau", "two statements of the digest algorithm disagree", nil},
	sign.CodeAttributesNotDER:     {"thuộc tính đã ký không theo thứ tự chuẩn (DER)", "the signed attributes are not in DER order", nil},
	sign.CodeNoSignedAttributes:   {"chữ ký không có thuộc tính đã ký", "the signature has no signed attributes", nil},
	sign.CodeSignerNotFound:       {"không có chứng thư của người ký", "the signer's certificate is not there", nil},
	sign.CodeSigningCertMissing:   {"chữ ký không ràng buộc với chứng thư của người ký (signing-certificate)", "the signature is not bound to the signer's certificate (signing-certificate)", nil},
	sign.CodeSigningCertMismatch:  {"chữ ký ràng buộc với một chứng thư khác", "the signature is bound to another certificate", nil},
	sign.CodeWeakDigest:           {"thuật toán băm yếu: {algorithm}", "weak digest algorithm: {algorithm}", []string{"algorithm"}},
	sign.CodeWeakKey:              {"khóa ký quá ngắn: {bits} bit", "the key is too short: {bits} bits", []string{"bits"}},

	sign.CodeTimestampMalformed: {"dấu thời gian bị hỏng", "the timestamp is malformed", nil},
	sign.CodeTimestampImprint:   {"dấu thời gian không phải của nội dung này", "the timestamp is not of this content", nil},
	sign.CodeTimestampInvalid:   {"dấu thời gian không toàn vẹn", "the timestamp is broken", nil},
	sign.CodeTimestampUntrusted: {"dấu thời gian không dẫn đến gốc tin cậy", "the timestamp leads to no trusted root", nil},
	sign.CodeTimestampUsage:     {"chứng thư của dấu thời gian không được cấp cho việc này", "the timestamp's certificate was not issued for timestamping", nil},

	sign.CodeNoAnchor:          {"chưa khai báo chứng thư gốc tin cậy nên chưa xét độ tin cậy", "no trust anchor was given, so trust was not judged", nil},
	sign.CodeIncompleteChain:   {"thiếu chứng thư của tổ chức cấp «{issuer}»", "the certificate of the issuer «{issuer}» is missing", []string{"issuer"}},
	sign.CodeStrangerRoot:      {"chứng thư dẫn đến gốc «{root}» không thuộc danh sách tin cậy", "the certificate leads to «{root}», which is not among the trusted roots", []string{"root"}},
	sign.CodeNameOfAnchor:      {"mang tên tổ chức gốc tin cậy «{name}» nhưng không phải khóa của tổ chức đó", "bears the name of the trusted anchor «{name}», but not its key", []string{"name"}},
	sign.CodeSelfSigned:        {"chứng thư tự ký, không do tổ chức chứng thực nào cấp", "the certificate is self-signed and issued by no authority", nil},
	sign.CodeChainInvalid:      {"đường dẫn chứng thư có chỗ không được phép: {detail}", "a link of the certificate path is not allowed: {detail}", []string{"detail"}},
	sign.CodeKeyUsage:          {"chứng thư không được cấp để ký", "the certificate was not issued for signing", nil},
	sign.CodeLegacyLink:        {"chứng thư của «{subject}» ký bằng SHA-1 (thế hệ cũ, yếu)", "the certificate of «{subject}» is signed with SHA-1 (legacy, weak)", []string{"subject"}},
	sign.CodeWeakLinkRefused:   {"chứng thư của «{subject}» ký bằng SHA-1 vào lúc SHA-1 đã có thể bị giả mạo", "the certificate of «{subject}» is signed with SHA-1 at a time when that could be forged", []string{"subject"}},
	sign.CodeExpiredAtSigning:  {"chứng thư đã hết hạn trước khi ký (hết hạn {time})", "the certificate had expired before signing (on {time})", []string{"time"}},
	sign.CodeNotYetValid:       {"chứng thư chưa có hiệu lực khi ký (từ {time})", "the certificate was not yet valid when signing (from {time})", []string{"time"}},
	sign.CodeExpiredToday:      {"chứng thư nay đã hết hạn ({time}) và không có dấu thời gian chứng minh ký trước đó", "the certificate has expired by now ({time}) and no timestamp proves that it was signed before", []string{"time"}},
	sign.CodeIssuerTerm:        {"chứng thư của tổ chức cấp «{subject}» không trong thời hạn khi ký", "the issuer's certificate «{subject}» was out of term when signing", []string{"subject"}},
	sign.CodeTimeUnproven:      {"thời điểm ký do người ký tự khai, không có dấu thời gian chứng minh", "the signing time is the signer's claim; no timestamp proves it", nil},
	sign.CodeTimeMissing:       {"chữ ký không ghi thời điểm ký", "the signature states no time", nil},
	sign.CodeTimeInFuture:      {"thời điểm ký tự khai sau ngày kiểm tra ({time})", "the claimed signing time lies after the day of the check ({time})", []string{"time"}},
	sign.CodeRevocationUnknown: {"chưa rõ trạng thái thu hồi của chứng thư", "the revocation status of the certificate is unknown", nil},
	sign.CodeRevoked:           {"chứng thư của «{subject}» đã bị thu hồi khi ký ({time}, lý do: {reason})", "the certificate of «{subject}» was revoked when signing ({time}, reason: {reason})", []string{"subject", "time", "reason"}},
	sign.CodeRevokedLater:      {"chứng thư của «{subject}» bị thu hồi sau thời điểm ký tự khai ({time}, lý do: {reason}); không có dấu thời gian chứng minh ký trước đó", "the certificate of «{subject}» was revoked after the claimed signing time ({time}, reason: {reason}); no timestamp proves that it was signed before", []string{"subject", "time", "reason"}},
	sign.CodeRevocationBad:     {"dữ liệu thu hồi không dùng được ({kind}, {origin}: {detail})", "revocation data cannot be used ({kind}, {origin}: {detail})", []string{"kind", "origin", "detail"}},
	sign.CodeExtendedUsage:     {"chứng thư được cấp cho mục đích khác với ký tài liệu ({usages})", "the certificate is for something else than signing documents ({usages})", []string{"usages"}},
	sign.CodeTestCertificate:   {"chứng thư dùng để thử nghiệm ({what})", "a test certificate ({what})", []string{"what"}},
	sign.CodeTimeSkew:          {"thời điểm tự khai lệch {seconds} so với dấu thời gian", "the claimed time is {seconds} off the timestamp", []string{"seconds"}},
	sign.CodeTimestampOrder:    {"các dấu thời gian mâu thuẫn với nhau", "timestamps contradict one another", nil},

	sign.CodeChanged:               {"tệp có thay đổi sau khi ký ({class})", "the file was changed after signing ({class})", []string{"class"}},
	sign.CodeChangeNotPermitted:    {"thay đổi sau khi ký không được phép ({class}, mức cho phép {p})", "the change after signing is not permitted ({class}, permission {p})", []string{"class", "p"}},
	sign.CodeFieldLocked:           {"ô «{field}» đã khóa nhưng bị sửa", "the field «{field}» was locked and changed all the same", []string{"field"}},
	sign.CodeChangeAnalysisLimited: {"quá nhiều thay đổi, chưa xét hết nên coi là không rõ nguyên nhân", "too many changes to look at all of them; they count as not explained", nil},
	sign.CodePagesChanged:          {"trang bị thêm, bớt hoặc đổi thứ tự", "pages were added, removed or moved", nil},
	sign.CodePageContent:           {"nội dung trang bị thay đổi", "the content of a page was changed", nil},
	sign.CodeAppearanceReplaced:    {"hình hiển thị của một ô bị thay", "the appearance of a field was replaced", nil},
	sign.CodeAnnotationAdded:       {"thêm ghi chú, hình hoặc dấu đè lên trang", "an annotation was laid over a page", nil},
	sign.CodeAnnotationChanged:     {"sửa ghi chú trên trang", "an annotation was changed", nil},
	sign.CodeAnnotationRemoved:     {"xóa ghi chú trên trang", "an annotation was removed", nil},
	sign.CodeFieldAdded:            {"thêm ô nhập", "a form field was added", nil},
	sign.CodeFieldRemoved:          {"xóa ô nhập", "a form field was removed", nil},
	sign.CodeFieldFilled:           {"điền vào ô nhập", "a form field was filled in", nil},
	sign.CodeFieldChanged:          {"sửa ô nhập", "a form field was changed", nil},
	sign.CodeSignatureAdded:        {"thêm chữ ký số", "a signature was added", nil},
	sign.CodeTimestampAdded:        {"thêm dấu thời gian", "a timestamp was added", nil},
	sign.CodeDSSUpdated:            {"thêm dữ liệu xác thực lâu dài (DSS)", "data for long-term validation (DSS) was added", nil},
	sign.CodeMetadataUpdated:       {"cập nhật thông tin mô tả tệp", "metadata were updated", nil},
	sign.CodeCatalogUpdated:        {"cập nhật mục lục gốc của tệp", "the document catalog was updated", nil},
	sign.CodeStructureUpdated:      {"cập nhật cấu trúc thẻ của tài liệu", "the structure tree was updated", nil},
	sign.CodeUnreachable:           {"phần ghi thêm có {count} đối tượng không nơi nào trong văn bản dùng đến", "the update holds {count} objects that nothing in the document leads to", []string{"count"}},
	sign.CodeAnnotationOverlap:     {"chú thích thêm sau khi ký đè lên một chú thích đã có (trang {page}, ô «{field}»)", "an annotation added after signing lies over an older one (page {page}, field «{field}»)", []string{"page", "field"}},
	sign.CodeAppearanceAdded:       {"chữ ký thêm sau có hình hiển thị trên trang {page} (ô «{field}»)", "a later signature shows something on page {page} (field «{field}»)", []string{"page", "field"}},
	sign.CodeAppearanceUnsigned:    {"trang {page} có thêm hình như chữ ký mà không có chữ ký hợp lệ nào đứng sau (ô «{field}»)", "page {page} shows something as if signed that no sound signature stands for (field «{field}»)", []string{"page", "field"}},
	sign.CodeValueNotShown:         {"ô «{field}» điền sau khi ký hiển thị khác với giá trị đã điền", "the field «{field}», filled in after signing, shows something else than its value", []string{"field"}},
	sign.CodeCertificationOrder:    {"chữ ký chứng nhận (DocMDP) không phải là chữ ký đầu tiên", "the certification signature (DocMDP) is not the first one", nil},
	sign.CodeTrailingData:          {"sau lần lưu cuối có dữ liệu lạ", "foreign data stands behind the last revision", nil},
	sign.CodeUpdateDoubtful:        {"phần ghi thêm có thể được mỗi phần mềm đọc một khác ({code}, byte {offset})", "programs may read the appended part differently ({code}, byte {offset})", []string{"code", "offset"}},
	sign.CodeUnexplained:           {"thay đổi không giải thích được bằng việc ký thêm, điền biểu mẫu hay ghi chú", "a change that neither signing, form filling nor commenting explains", nil},

	sign.CodeInternal: {"lỗi nội bộ khi kiểm tra: {detail}", "an internal error of the check: {detail}", []string{"detail"}},
}
