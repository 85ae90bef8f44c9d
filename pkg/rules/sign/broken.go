package sign

import (
	"github.com/tthclint/tthclint/pkg/evidence"
	"github.com/tthclint/tthclint/pkg/lint"
	"github.com/tthclint/tthclint/pkg/msg"
	"github.com/tthclint/tthclint/pkg/rules/basis"
	"github.com/tthclint/tthclint/pkg/sign"
)

// Broken finds signatures that do not agree with the bytes they sign.
func Broken() rule {
	return rule{
		ID:    "sign/broken",
		Title: msg.Message{ID: "sign/broken.title", VI: "Chữ ký số không toàn vẹn", EN: "The digital signature is broken"},
		Why: msg.Message{
			ID: "sign/broken.why",
			VI: "Chữ ký số chỉ có giá trị khi nội dung đã ký không thay đổi một byte nào và chữ ký đúng là do khóa của người ký tạo ra.",
			EN: "A digital signature holds only if not one byte of what was signed has changed and the signer's key made it.",
		},
		Remedy: msg.Message{
			ID: "sign/broken.remedy",
			VI: "Không dùng tệp này. Lấy lại bản gốc đã ký; nếu không còn thì ký số lại từ bản giấy hợp lệ và làm rõ ai đã sửa tệp.",
			EN: "Do not use this file. Take the original as signed; if it is gone, sign again from the valid paper, and find out who changed the file.",
		},
		Date:    evidence.Digitized,
		After:   signed(),
		Applies: evidence.HasResult,
		Editions: lint.EditionsOf(basis.ElectronicResult("c"), lint.Error, overSignatures(func(doc *evidence.Document, signatures []sign.Signature, p *lint.Pass) error {
			var unable error
			for i := range signatures {
				s := &signatures[i]
				switch {
				case s.Integrity == sign.Broken:
					p.Report(lint.Finding{
						Message: brokenText.With("signer", signer(s), "reason", reasonOf(s)), Place: place(doc, s),
					})
				case s.Integrity != sign.Intact:
					unable = lint.Unable(unverifiableText.With("signer", signer(s), "reason", reasonOf(s)), nil)
				case s.Coverage != sign.WholeFile && s.Coverage != sign.WholeRevision:
					p.Report(lint.Finding{Message: coverageText.With("signer", signer(s)), Place: place(doc, s)})
				}
			}
			return unable
		})),
	}
}

var (
	brokenText = msg.Message{
		ID: "sign/broken",
		VI: "Chữ ký số của {signer} không toàn vẹn: {reason}.",
		EN: "The digital signature of {signer} is broken: {reason}.",
	}
	coverageText = msg.Message{
		ID: "sign/broken.coverage",
		VI: "Chữ ký số của {signer} không bao trùm toàn bộ nội dung tệp tại thời điểm ký.",
		EN: "The digital signature of {signer} does not cover the whole file as it was when signed.",
	}
	unverifiableText = msg.Message{
		ID: "sign/broken.unverifiable",
		VI: "Không kiểm tra được tính toàn vẹn chữ ký số của {signer}: {reason}",
		EN: "The integrity of the digital signature of {signer} cannot be checked: {reason}",
	}
)

// reasons say in words why a signature is broken or cannot be verified. Codes
// that only developers can act on are shown as they are.
var reasons = map[sign.Code]msg.Message{
	sign.CodeDigestMismatch:       {ID: "reason/digest", VI: "nội dung tệp đã bị thay đổi sau khi ký", EN: "the content was changed after signing"},
	sign.CodeSignatureInvalid:     {ID: "reason/signature", VI: "chữ ký không phải do khóa của chứng thư này tạo ra", EN: "the signature was not made by the key of this certificate"},
	sign.CodeByteRangeMissing:     {ID: "reason/byterange", VI: "phạm vi ký (ByteRange) không hợp lệ", EN: "the signed range (ByteRange) is not valid"},
	sign.CodeByteRangeMalformed:   {ID: "reason/byterange", VI: "phạm vi ký (ByteRange) không hợp lệ", EN: "the signed range (ByteRange) is not valid"},
	sign.CodeByteRangeOutOfFile:   {ID: "reason/byterange", VI: "phạm vi ký (ByteRange) không hợp lệ", EN: "the signed range (ByteRange) is not valid"},
	sign.CodeByteRangeGap:         {ID: "reason/byterange", VI: "phạm vi ký (ByteRange) không hợp lệ", EN: "the signed range (ByteRange) is not valid"},
	sign.CodeByteRangeCrossing:    {ID: "reason/byterange", VI: "phạm vi ký (ByteRange) không hợp lệ", EN: "the signed range (ByteRange) is not valid"},
	sign.CodeDictionaryOverwrite:  {ID: "reason/overwritten", VI: "thông tin chữ ký đã bị ghi đè sau khi ký", EN: "the signature's own data was overwritten after signing"},
	sign.CodeCMSMalformed:         {ID: "reason/cms", VI: "dữ liệu chữ ký bị hỏng", EN: "the signature data is malformed"},
	sign.CodeContentsMissing:      {ID: "reason/cms", VI: "dữ liệu chữ ký bị hỏng", EN: "the signature data is malformed"},
	sign.CodeContentsNotHex:       {ID: "reason/cms", VI: "dữ liệu chữ ký bị hỏng", EN: "the signature data is malformed"},
	sign.CodeSignerNotFound:       {ID: "reason/no-certificate", VI: "tệp không chứa chứng thư của người ký", EN: "the file does not hold the signer's certificate"},
	sign.CodeAlgorithmUnsupported: {ID: "reason/algorithm", VI: "thuật toán ký chưa được hỗ trợ", EN: "the algorithm is not supported"},
	sign.CodeDigestUnsupported:    {ID: "reason/algorithm", VI: "thuật toán ký chưa được hỗ trợ", EN: "the algorithm is not supported"},
	sign.CodeSubFilterUnknown:     {ID: "reason/subfilter", VI: "định dạng chữ ký chưa được hỗ trợ", EN: "the signature format is not supported"},
}

// reasonOf returns the first reason that has words, else the first code.
func reasonOf(s *sign.Signature) any {
	for _, r := range s.Reasons {
		if m, ok := reasons[r.Code]; ok {
			return m.With()
		}
	}
	for _, r := range s.Reasons {
		return string(r.Code)
	}
	return msg.Message{ID: "reason/unknown", VI: "không rõ nguyên nhân", EN: "for an unknown reason"}.With()
}
