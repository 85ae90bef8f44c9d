package sign

import (
	"github.com/tthclint/tthclint/pkg/evidence"
	"github.com/tthclint/tthclint/pkg/lint"
	"github.com/tthclint/tthclint/pkg/msg"
	"github.com/tthclint/tthclint/pkg/rules/basis"
	"github.com/tthclint/tthclint/pkg/sign"
)

// Malformed finds signatures that are not made as a signature of a PDF must be:
// they do not cover the file, or their data is damaged. What they would prove
// cannot be told, and forgeries look so (ISO 32000-2 12.8.1, RFC 5652).
func Malformed() rule {
	return rule{
		ID:    "sign/malformed",
		Title: msg.Message{ID: "sign/malformed.title", VI: "Chữ ký số sai cấu trúc", EN: "The digital signature is malformed"},
		Why: msg.Message{
			ID: "sign/malformed.why",
			VI: "Chữ ký số trong tệp PDF phải bao trùm toàn bộ tệp tại thời điểm ký và có dữ liệu đúng chuẩn. Chữ ký chỉ bao trùm một phần hoặc có dữ liệu hỏng thì không chứng minh được gì về nội dung; chữ ký giả mạo thường có dạng này.",
			EN: "A signature in a PDF must cover the whole file as it was when signed, and its data must follow the standard. One that covers a part, or whose data is damaged, proves nothing about the content; forgeries look so.",
		},
		Remedy: msg.Message{
			ID: "sign/malformed.remedy",
			VI: "Không dùng tệp này. Lấy lại bản đã ký từ phần mềm ký số; nếu bản đó cũng lỗi thì ký số lại bằng phần mềm ký số được công nhận và báo cho đơn vị cung cấp phần mềm.",
			EN: "Do not use this file. Take the signed copy from the signing program; if that has the same fault, sign again with a recognised program and tell its maker.",
		},
		Date:    evidence.Digitized,
		After:   signed(),
		Applies: evidence.HasResult,
		Editions: lint.EditionsOf(basis.ElectronicResult("c"), lint.Error, overSignatures(func(doc *evidence.Document, signatures []signature, p *lint.Pass) error {
			for i := range signatures {
				s := &signatures[i]
				if !isMalformed(s) || isBroken(s) {
					continue
				}
				reason := any(partialText.With())
				if hasAny(s, malformedReasons) {
					reason = reasonOf(s, malformedReasons)
				}
				p.Report(lint.Finding{Message: named(s, malformedText.With("signer", signer(s), "time", signedAt(s), "reason", reason), malformedUnknownText), Place: place(doc, s), Item: s.item})
			}
			return nil
		})),
	}
}

// isMalformed reports whether a fault of form takes the force of a signature. A
// mistake of ours is not one, and a fault that left the signature whole neither.
func isMalformed(s *signature) bool {
	switch {
	case s.Has(sign.CodeInternal):
		return false
	case s.Coverage != sign.WholeFile && s.Coverage != sign.WholeRevision:
		return true
	}
	return hasAny(s, malformedReasons) && (s.Integrity != sign.Intact || s.Sub == sign.SubFormatFailure)
}

func hasAny(s *signature, words map[sign.Code]msg.Message) bool {
	for _, r := range s.Reasons {
		if _, ok := words[r.Code]; ok {
			return true
		}
	}
	return false
}

var (
	malformedText = msg.Message{
		ID: "sign/malformed",
		VI: "Chữ ký số của {signer} (ký {time}) sai cấu trúc: {reason}.",
		EN: "The digital signature of {signer} (signed {time}) is malformed: {reason}.",
	}
	malformedUnknownText = msg.Message{
		ID: "sign/malformed.unknown",
		VI: "Chữ ký số ở {place} (không rõ ai ký{claim}) sai cấu trúc: {reason}.",
		EN: "The digital signature in {place} (signer unknown{claim}) is malformed: {reason}.",
	}
	partialText = msg.Message{
		ID: "reason/partial", VI: "chữ ký không bao trùm toàn bộ tệp tại thời điểm ký", EN: "it does not cover the whole file as it was when signed",
	}
	rangeText = msg.Message{ID: "reason/byterange", VI: "vùng được ký (ByteRange) thiếu hoặc ghi sai", EN: "the signed range (ByteRange) is missing or wrong"}
	gapText   = msg.Message{ID: "reason/gap", VI: "có nội dung của tệp nằm ngoài vùng được ký", EN: "content of the file lies outside of the signed range"}
	otherText = msg.Message{ID: "reason/other-revision", VI: "phần được ký không phải là phần tệp đang hiển thị", EN: "what was signed is not what the file shows"}
	dataText  = msg.Message{ID: "reason/cms", VI: "dữ liệu chữ ký bị hỏng", EN: "the signature data is damaged"}
	attrText  = msg.Message{ID: "reason/attributes", VI: "thông tin được ký kèm thiếu hoặc mâu thuẫn", EN: "the signed attributes are missing or contradict one another"}
)

// malformedReasons say in words what is wrong with the form of a signature.
var malformedReasons = map[sign.Code]msg.Message{
	sign.CodeDictionaryMalformed:  {ID: "reason/dictionary", VI: "mục chữ ký trong tệp ghi sai hoặc ghi lặp", EN: "the signature's entry in the file is wrong or given twice"},
	sign.CodeContentsMissing:      {ID: "reason/contents", VI: "mục chữ ký không chứa dữ liệu chữ ký", EN: "the signature's entry holds no signature data"},
	sign.CodeContentsNotHex:       dataText,
	sign.CodeByteRangeMissing:     rangeText,
	sign.CodeByteRangeMalformed:   rangeText,
	sign.CodeByteRangeOutOfFile:   rangeText,
	sign.CodeByteRangeGap:         gapText,
	sign.CodeObjectInGap:          gapText,
	sign.CodeByteRangeNotRevision: partialText,
	sign.CodeByteRangeCrossing:    {ID: "reason/crossing", VI: "vùng được ký chồng lên vùng được ký của chữ ký khác", EN: "the signed range crosses that of another signature"},
	sign.CodeRevisionUnlinked:     otherText,
	sign.CodeObjectOutsideRange:   otherText,
	sign.CodeCMSMalformed:         dataText,
	sign.CodeSignerCount:          {ID: "reason/signer-count", VI: "dữ liệu chữ ký không có đúng một người ký", EN: "the signature data does not have exactly one signer"},
	sign.CodeEncapsulatedContent:  {ID: "reason/encapsulated", VI: "chữ ký ký một nội dung khác, không phải tệp này", EN: "the signature signs another content, not this file"},
	sign.CodeContentType:          attrText,
	sign.CodeMessageDigestMissing: attrText,
	sign.CodeDuplicateAttribute:   attrText,
}
