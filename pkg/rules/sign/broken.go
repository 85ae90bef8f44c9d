package sign

import (
	"github.com/tthclint/tthclint/pkg/evidence"
	"github.com/tthclint/tthclint/pkg/lint"
	"github.com/tthclint/tthclint/pkg/msg"
	"github.com/tthclint/tthclint/pkg/rules/basis"
	"github.com/tthclint/tthclint/pkg/sign"
	"github.com/tthclint/tthclint/pkg/sign/words"
)

// Broken finds signatures that do not agree with the bytes they sign or with the
// key of their signer. Faults of form are [Malformed]'s.
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
		Editions: lint.EditionsOf(basis.ElectronicResult("c"), lint.Error, overSignatures(func(doc *evidence.Document, signatures []signature, p *lint.Pass) error {
			var unable error
			for i := range signatures {
				s := &signatures[i]
				switch {
				case isBroken(s):
					p.Report(lint.Finding{
						Message: named(s, brokenText.With("signer", signer(s), "time", signedAt(s), "reason", reasonOf(s, brokenReasons)), brokenUnknownText), Place: place(doc, s), Item: s.item,
					})
				case (s.Integrity != sign.Intact || s.Has(sign.CodeSubFilterUnknown)) && !isMalformed(s):
					// What an unknown kind of signature signs is not known either.
					unable = lint.Unable(named(s, unverifiableText.With("signer", signer(s), "reason", reasonOf(s, unverifiableReasons)), unverifiableUnknownText), nil)
				}
			}
			return unable
		})),
	}
}

// isBroken reports whether bytes and signature disagree. Where the cryptography
// itself speaks it goes before faults of form, which then only say how.
func isBroken(s *signature) bool {
	return s.Integrity == sign.Broken &&
		(s.Has(sign.CodeDigestMismatch) || s.Has(sign.CodeSignatureInvalid) || !isMalformed(s))
}

var (
	brokenText = msg.Message{
		ID: "sign/broken",
		VI: "Chữ ký số của {signer} (ký {time}) không toàn vẹn: {reason}.",
		EN: "The digital signature of {signer} (signed {time}) is broken: {reason}.",
	}
	brokenUnknownText = msg.Message{
		ID: "sign/broken.unknown",
		VI: "Chữ ký số ở {place} (không rõ ai ký{claim}) không toàn vẹn: {reason}.",
		EN: "The digital signature in {place} (signer unknown{claim}) is broken: {reason}.",
	}
	unverifiableUnknownText = msg.Message{
		ID: "sign/broken.unverifiable-unknown",
		VI: "Không kiểm tra được tính toàn vẹn chữ ký số ở {place} (không rõ ai ký{claim}): {reason}",
		EN: "The integrity of the digital signature in {place} (signer unknown{claim}) cannot be checked: {reason}",
	}
	unverifiableText = msg.Message{
		ID: "sign/broken.unverifiable",
		VI: "Không kiểm tra được tính toàn vẹn chữ ký số của {signer}: {reason}",
		EN: "The integrity of the digital signature of {signer} cannot be checked: {reason}",
	}
)

// brokenReasons say why a signature is broken, where an officer is told it in
// other words than package words has for everybody.
var brokenReasons = map[sign.Code]msg.Message{
	sign.CodeDigestMismatch:      {ID: "reason/digest", VI: "nội dung tệp đã bị thay đổi sau khi ký", EN: "the content was changed after signing"},
	sign.CodeSignatureInvalid:    {ID: "reason/signature", VI: "chữ ký không phải do khóa của chứng thư này tạo ra", EN: "the signature was not made by the key of this certificate"},
	sign.CodeDictionaryOverwrite: {ID: "reason/overwritten", VI: "thông tin chữ ký đã bị ghi đè sau khi ký", EN: "the signature's own data was overwritten after signing"},
}

var unverifiableReasons = map[sign.Code]msg.Message{
	sign.CodeSignerNotFound:       {ID: "reason/no-certificate", VI: "tệp không chứa chứng thư của người ký", EN: "the file does not hold the signer's certificate"},
	sign.CodeAlgorithmUnsupported: {ID: "reason/algorithm", VI: "thuật toán ký chưa được hỗ trợ", EN: "the algorithm is not supported"},
	sign.CodeDigestUnsupported:    {ID: "reason/algorithm", VI: "thuật toán ký chưa được hỗ trợ", EN: "the algorithm is not supported"},
	sign.CodeSubFilterUnknown:     {ID: "reason/subfilter", VI: "định dạng chữ ký chưa được hỗ trợ", EN: "the signature format is not supported"},
	sign.CodeInternal:             {ID: "reason/internal", VI: "lỗi nội bộ của chương trình, đề nghị báo cho nhà phát triển", EN: "the program failed, please report it"},
}

// reasonOf returns the first reason that has words of its own here, else the
// first that speaks against a signature.
func reasonOf(s *signature, own map[sign.Code]msg.Message) any {
	for _, r := range s.Reasons {
		if m, ok := own[r.Code]; ok {
			return m.With()
		}
	}
	for _, r := range s.Reasons {
		if !words.Benign(r.Code) {
			return words.Reason(r)
		}
	}
	return unknownReason.With()
}

var unknownReason = msg.Message{ID: "reason/unknown", VI: "không rõ nguyên nhân", EN: "for an unknown reason"}
