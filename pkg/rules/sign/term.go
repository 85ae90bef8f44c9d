package sign

import (
	"github.com/tthclint/tthclint/pkg/evidence"
	"github.com/tthclint/tthclint/pkg/law"
	"github.com/tthclint/tthclint/pkg/lint"
	"github.com/tthclint/tthclint/pkg/msg"
	"github.com/tthclint/tthclint/pkg/rules/basis"
	"github.com/tthclint/tthclint/pkg/sign"
)

// Expired finds signatures made outside the term of the signer's certificate.
func Expired() rule {
	return rule{
		ID: "sign/expired",
		Title: msg.Message{
			ID: "sign/expired.title", VI: "Ký số khi chứng thư không còn hoặc chưa có hiệu lực", EN: "Signed outside the certificate's term",
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
		After:   append(signed(), "sign/broken"),
		Applies: evidence.HasResult,
		Editions: lint.EditionsOf(basis.CertificateTerm(), lint.Error, overSignatures(func(doc *evidence.Document, signatures []sign.Signature, p *lint.Pass) error {
			var unable error
			for i := range signatures {
				s := &signatures[i]
				switch {
				case s.Term == sign.TermUnknown || s.Signer == nil || s.Claimed.IsZero() && s.Proven.IsZero():
					unable = lint.Unable(noTermText.With("signer", signer(s)), nil)
				case s.Has(sign.CodeTimeInFuture):
					unable = lint.Unable(futureText.With("signer", signer(s), "time", signedAt(s)), nil)
				case s.Term == sign.TermAfter:
					p.Report(lint.Finding{
						Message: expiredText.With("signer", signer(s), "time", signedAt(s), "end", s.Signer.NotAfter.In(law.Vietnam())),
						Place:   place(doc, s),
					})
				case s.Term == sign.TermBefore:
					p.Report(lint.Finding{
						Message: earlyText.With("signer", signer(s), "time", signedAt(s), "start", s.Signer.NotBefore.In(law.Vietnam())),
						Place:   place(doc, s),
					})
				case s.Has(sign.CodeIssuerTerm):
					p.Report(lint.Finding{Message: issuerText.With("signer", signer(s), "time", signedAt(s)), Place: place(doc, s)})
				}
			}
			return unable
		})),
	}
}

var (
	expiredText = msg.Message{
		ID: "sign/expired",
		VI: "{signer} ký lúc {time}, sau khi chứng thư số đã hết hạn ({end}).",
		EN: "{signer} signed at {time}, after the certificate had expired ({end}).",
	}
	earlyText = msg.Message{
		ID: "sign/expired.early",
		VI: "{signer} ký lúc {time}, trước khi chứng thư số có hiệu lực ({start}).",
		EN: "{signer} signed at {time}, before the certificate became valid ({start}).",
	}
	issuerText = msg.Message{
		ID: "sign/expired.issuer",
		VI: "Khi {signer} ký ({time}), chứng thư của tổ chức cấp chứng thư đã hết hoặc chưa có hiệu lực.",
		EN: "When {signer} signed ({time}), the certificate of its issuer was out of term.",
	}
	futureText = msg.Message{
		ID: "sign/expired.future",
		VI: "Thời điểm ký do {signer} khai ({time}) nằm sau ngày kiểm tra nên không xét được thời hạn chứng thư",
		EN: "The signing time that {signer} claims ({time}) lies after the day of the check, so the certificate's term cannot be judged",
	}
	noTermText = msg.Message{
		ID: "sign/expired.unknown",
		VI: "Không biết chứng thư hoặc thời điểm ký của {signer} nên không xét được thời hạn",
		EN: "The certificate or the signing time of {signer} is unknown, so its term cannot be judged",
	}
)

// TimeUnproven warns of signatures whose certificate has expired since and
// whose time is only claimed.
func TimeUnproven() rule {
	return rule{
		ID: "sign/time-unproven",
		Title: msg.Message{
			ID: "sign/time-unproven.title", VI: "Thời điểm ký chưa được chứng minh", EN: "The signing time is not proven",
		},
		Why: msg.Message{
			ID: "sign/time-unproven.why",
			VI: "Chứng thư nay đã hết hạn và thời điểm ký chỉ do máy của người ký tự khai, không có dấu thời gian. Pháp luật chỉ bắt buộc dấu thời gian khi có quy định riêng nên đây là cảnh báo.",
			EN: "The certificate has expired since, and the signing time is only what the signer's machine claimed, without a timestamp. The law demands one only where it says so; hence a warning.",
		},
		Remedy: msg.Message{
			ID: "sign/time-unproven.remedy",
			VI: "Đối chiếu ngày ký với sổ văn bản; với kết quả lưu lâu dài nên gắn dấu thời gian khi ký.",
			EN: "Compare the day with the document register; add a timestamp when signing results that are kept for long.",
		},
		Date:    evidence.Signed,
		After:   append(signed(), "sign/broken"),
		Applies: evidence.HasResult,
		Editions: lint.EditionsOf(basis.CertificateTerm(), lint.Warning, overSignatures(func(doc *evidence.Document, signatures []sign.Signature, p *lint.Pass) error {
			for i := range signatures {
				s := &signatures[i]
				if s.Term == sign.TermUnknown {
					return lint.Unable(noTermText.With("signer", signer(s)), nil)
				}
				if s.Term == sign.TermExpiredToday {
					p.Report(lint.Finding{
						Message: unprovenText.With("signer", signer(s), "time", signedAt(s), "end", s.Signer.NotAfter.In(law.Vietnam())),
						Place:   place(doc, s),
					})
				}
			}
			return nil
		})),
	}
}

var unprovenText = msg.Message{
	ID: "sign/time-unproven",
	VI: "{signer} khai đã ký lúc {time}; chứng thư hết hạn {end} và không có dấu thời gian.",
	EN: "{signer} claims to have signed at {time}; the certificate expired {end} and there is no timestamp.",
}
