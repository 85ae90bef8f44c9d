package sign

import (
	"time"

	"github.com/tthclint/tthclint/pkg/evidence"
	"github.com/tthclint/tthclint/pkg/law"
	"github.com/tthclint/tthclint/pkg/lint"
	"github.com/tthclint/tthclint/pkg/msg"
	"github.com/tthclint/tthclint/pkg/rules/basis"
	"github.com/tthclint/tthclint/pkg/sign"
)

// Expired finds signatures made after the signer's certificate, or one above it,
// had expired.
func Expired() rule {
	return rule{
		ID: "sign/expired",
		Title: msg.Message{
			ID: "sign/expired.title", VI: "Ký số khi chứng thư đã hết hạn", EN: "Signed after the certificate had expired",
		},
		Why: msg.Message{
			ID: "sign/expired.why",
			VI: "Chứng thư phải còn hiệu lực tại thời điểm ký. Chứng thư hết hạn sau khi đã ký không làm chữ ký mất giá trị.",
			EN: "The certificate must be in term at the signing time. One that expires after signing does not take the signature's force away.",
		},
		Remedy: msg.Message{
			ID: "sign/expired.remedy",
			VI: "Gia hạn hoặc cấp lại chứng thư số rồi ký số lại kết quả.",
			EN: "Renew the certificate and sign the result again.",
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
					unable = lint.Unable(futureText.With("signer", signer(s), "time", signedAt(s)), nil)
				case s.Term == sign.TermUnknown || s.Signer == nil:
					unable = lint.Unable(named(s, noTermText.With("signer", signer(s)), noTermUnknownText), nil)
				case s.Term == sign.TermAfter:
					p.Report(lint.Finding{
						Message: expiredText.With("signer", signer(s), "time", signedAt(s), "end", s.Signer.NotAfter.In(law.Vietnam())),
						Place:   place(doc, s), Item: s.item,
					})
				case s.Has(sign.CodeIssuerTerm) && !issuerBegins(s, signingTime(s)):
					p.Report(lint.Finding{Message: issuerText.With("signer", signer(s), "time", signedAt(s)), Place: place(doc, s), Item: s.item})
				}
			}
			return unable
		})),
	}
}

// issuerBegins reports whether a certificate above the signer's had not yet
// become valid at a time.
func issuerBegins(s *signature, at time.Time) bool {
	for i, c := range s.Path {
		if i > 0 && at.Before(c.NotBefore) {
			return true
		}
	}
	return false
}

var (
	expiredText = msg.Message{
		ID: "sign/expired",
		VI: "{signer} ký {time}, sau khi chứng thư số đã hết hạn ({end}).",
		EN: "{signer} signed {time}, after the certificate had expired ({end}).",
	}
	issuerText = msg.Message{
		ID: "sign/expired.issuer",
		VI: "Khi {signer} ký ({time}), chứng thư của tổ chức cấp chứng thư đã hết hạn.",
		EN: "When {signer} signed ({time}), the certificate of its issuer had expired.",
	}
	futureText = msg.Message{
		ID: "sign/expired.future",
		VI: "Thời điểm ký do {signer} khai ({time}) nằm sau ngày kiểm tra nên không xét được thời hạn chứng thư",
		EN: "The signing time that {signer} claims ({time}) lies after the day of the check, so the certificate's term cannot be judged",
	}
	noTermUnknownText = msg.Message{
		ID: "sign/expired.unknown-signer",
		VI: "Không có chứng thư của chữ ký số ở {place} (không rõ ai ký{claim}) nên không xét được thời hạn",
		EN: "The certificate of the digital signature in {place} (signer unknown{claim}) is missing, so its term cannot be judged",
	}
	noTermText = msg.Message{
		ID: "sign/expired.unknown",
		VI: "Không biết chứng thư hoặc thời điểm ký của {signer} nên không xét được thời hạn",
		EN: "The certificate or the signing time of {signer} is unknown, so its term cannot be judged",
	}
)
