package sign

import (
	"github.com/tthclint/tthclint/pkg/evidence"
	"github.com/tthclint/tthclint/pkg/lint"
	"github.com/tthclint/tthclint/pkg/msg"
	"github.com/tthclint/tthclint/pkg/rules/basis"
	"github.com/tthclint/tthclint/pkg/sign"
	"github.com/tthclint/tthclint/pkg/sign/words"
)

// Invalid is the net under the other rules of this family: a signature that the
// validation does not pass, for a reason that none of them speaks of, must not
// pass here.
func Invalid() rule {
	return rule{
		ID:    "sign/invalid",
		Title: msg.Message{ID: "sign/invalid.title", VI: "Chữ ký số không hợp lệ", EN: "The digital signature is not valid"},
		Why: msg.Message{
			ID: "sign/invalid.why",
			VI: "Chữ ký số còn phải đúng định dạng và ràng buộc đúng chứng thư của người ký. Quy tắc này báo những trường hợp mà các quy tắc khác về chữ ký số không nói đến.",
			EN: "A digital signature must also be well formed and bound to its signer's certificate. This rule tells what the other rules on signatures do not speak of.",
		},
		Remedy: msg.Message{
			ID: "sign/invalid.remedy",
			VI: "Ký số lại bằng phần mềm ký số được công nhận rồi đính kèm lại.",
			EN: "Sign again with a recognised signing program and attach the result again.",
		},
		Date:    evidence.Digitized,
		After:   append(believed(), "sign/changed-after", "sign/not-permitted-change"),
		Applies: evidence.HasResult,
		Editions: lint.EditionsOf(basis.ElectronicResult("c"), lint.Error, overSignatures(func(doc *evidence.Document, signatures []signature, p *lint.Pass) error {
			var unable error
			for i := range signatures {
				s := &signatures[i]
				switch {
				case s.Indication == sign.TotalPassed || explained(s):
				case s.Indication == sign.TotalFailed:
					p.Report(lint.Finding{Message: named(s, invalidSignatureText.With("signer", signer(s), "reasons", against(s)), invalidUnknownText), Place: place(doc, s), Item: s.item})
				default:
					unable = lint.Unable(named(s, indeterminateText.With("signer", signer(s), "reasons", against(s)), indeterminateUnknownText), nil)
				}
			}
			return unable
		})),
	}
}

// explained reports whether another rule of the family speaks of what keeps a
// signature from passing. Where that rule only warns, the sub-indication must be
// the one that it speaks of, so that nothing worse hides behind a warning.
func explained(s *signature) bool {
	switch {
	case s.Integrity != sign.Intact, isMalformed(s),
		s.Changes != sign.ChangesNone && (s.Permitted == nil || !*s.Permitted),
		s.Has(sign.CodeSubFilterUnknown),
		s.Trust != sign.Trusted, s.Has(sign.CodeKeyUsage), s.Has(sign.CodeExtendedUsage), s.Has(sign.CodeWeakLinkRefused),
		s.Term != sign.TermWithin, s.Has(sign.CodeIssuerTerm), s.Has(sign.CodeTimeInFuture),
		s.Revocation == sign.RevocationRevoked, s.Revocation == sign.RevocationRevokedLater:
		return true
	}
	switch s.Sub {
	case sign.SubCryptoConstraints, sign.SubCryptoNoPOE:
		return len(weaknesses(s)) > 0
	case sign.SubTryLater:
		return s.Revocation == sign.RevocationUnknown
	case sign.SubTimestampOrder:
		return s.Has(sign.CodeTimestampOrder)
	}
	return false
}

var (
	invalidSignatureText = msg.Message{
		ID: "sign/invalid",
		VI: "Chữ ký số của {signer} không hợp lệ ({reasons}).",
		EN: "The digital signature of {signer} is not valid ({reasons}).",
	}
	invalidUnknownText = msg.Message{
		ID: "sign/invalid.unknown",
		VI: "Chữ ký số ở {place} (không rõ ai ký{claim}) không hợp lệ ({reasons}).",
		EN: "The digital signature in {place} (signer unknown{claim}) is not valid ({reasons}).",
	}
	indeterminateUnknownText = msg.Message{
		ID: "sign/invalid.indeterminate-unknown",
		VI: "Chưa kết luận được về chữ ký số ở {place} (không rõ ai ký{claim}; {reasons})",
		EN: "No conclusion about the digital signature in {place} (signer unknown{claim}; {reasons})",
	}
	indeterminateText = msg.Message{
		ID: "sign/invalid.indeterminate",
		VI: "Chưa kết luận được về chữ ký số của {signer} ({reasons})",
		EN: "No conclusion about the digital signature of {signer} ({reasons})",
	}
)

// against says what speaks against a signature, for whoever looks into it.
func against(s *signature) msg.Text {
	var all []msg.Text
	for _, r := range s.Reasons {
		if !words.Benign(r.Code) {
			all = append(all, words.Reason(r))
		}
	}
	if len(all) == 0 {
		return unknownReason.With()
	}
	return list(all)
}
