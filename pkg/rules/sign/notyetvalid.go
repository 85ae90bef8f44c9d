package sign

import (
	"github.com/tthclint/tthclint/pkg/evidence"
	"github.com/tthclint/tthclint/pkg/law"
	"github.com/tthclint/tthclint/pkg/lint"
	"github.com/tthclint/tthclint/pkg/msg"
	"github.com/tthclint/tthclint/pkg/rules/basis"
	"github.com/tthclint/tthclint/pkg/sign"
)

// NotYetValid finds signatures that claim an earlier time than the certificate
// of the signer, or one above it, began. What cannot be judged is told by
// [Expired], which asks the same facts.
func NotYetValid() rule {
	return rule{
		ID: "sign/not-yet-valid",
		Title: msg.Message{
			ID: "sign/not-yet-valid.title", VI: "Ký số khi chứng thư chưa có hiệu lực", EN: "Signed before the certificate became valid",
		},
		Why: msg.Message{
			ID: "sign/not-yet-valid.why",
			VI: "Chứng thư phải có hiệu lực tại thời điểm ký. Không ai ký được bằng chứng thư chưa cấp, nên đồng hồ của máy ký đã sai hoặc thời điểm ký đã bị lùi lại.",
			EN: "The certificate must be in term at the signing time. Nobody can sign with a certificate that was not issued yet, so the clock of the signing machine was wrong or the time was set back.",
		},
		Remedy: msg.Message{
			ID: "sign/not-yet-valid.remedy",
			VI: "Chỉnh lại ngày giờ của máy ký rồi ký số lại kết quả; không lùi ngày ký.",
			EN: "Set the clock of the signing machine right and sign the result again; do not set the time back.",
		},
		Date:    evidence.Signed,
		After:   intact(),
		Applies: evidence.HasResult,
		Editions: lint.EditionsOf(basis.CertificateTerm(), lint.Error, overSignatures(func(doc *evidence.Document, signatures []signature, p *lint.Pass) error {
			var unable error
			for i := range signatures {
				s := &signatures[i]
				switch {
				case s.Has(sign.CodeTimeInFuture):
				case s.Term == sign.TermUnknown || s.Signer == nil:
					unable = lint.Unable(named(s, noTermText.With("signer", signer(s)), noTermUnknownText), nil)
				case s.Term == sign.TermBefore:
					p.Report(lint.Finding{
						Message: earlyText.With("signer", signer(s), "time", signedAt(s), "start", s.Signer.NotBefore.In(law.Vietnam())),
						Place:   place(doc, s), Item: s.item,
					})
				case s.Has(sign.CodeIssuerTerm) && issuerBegins(s, signingTime(s)):
					p.Report(lint.Finding{Message: earlyIssuerText.With("signer", signer(s), "time", signedAt(s)), Place: place(doc, s), Item: s.item})
				}
			}
			return unable
		})),
	}
}

var (
	earlyText = msg.Message{
		ID: "sign/not-yet-valid",
		VI: "{signer} ký {time}, trước khi chứng thư số có hiệu lực ({start}).",
		EN: "{signer} signed {time}, before the certificate became valid ({start}).",
	}
	earlyIssuerText = msg.Message{
		ID: "sign/not-yet-valid.issuer",
		VI: "Khi {signer} ký ({time}), chứng thư của tổ chức cấp chứng thư chưa có hiệu lực.",
		EN: "When {signer} signed ({time}), the certificate of its issuer was not yet valid.",
	}
)
