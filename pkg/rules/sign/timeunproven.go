package sign

import (
	"github.com/tthclint/tthclint/pkg/evidence"
	"github.com/tthclint/tthclint/pkg/law"
	"github.com/tthclint/tthclint/pkg/lint"
	"github.com/tthclint/tthclint/pkg/msg"
	"github.com/tthclint/tthclint/pkg/rules/basis"
	"github.com/tthclint/tthclint/pkg/sign"
)

// TimeUnproven warns of signatures whose certificate has expired or was revoked
// since, and whose time is only claimed.
func TimeUnproven() rule {
	return rule{
		ID: "sign/time-unproven",
		Title: msg.Message{
			ID: "sign/time-unproven.title", VI: "Thời điểm ký chưa được chứng minh", EN: "The signing time is not proven",
		},
		Why: msg.Message{
			ID: "sign/time-unproven.why",
			VI: "Chứng thư nay đã hết hạn hoặc bị thu hồi, và thời điểm ký chỉ do máy của người ký tự khai, không có dấu thời gian. Pháp luật chỉ bắt buộc dấu thời gian khi có quy định riêng nên đây là cảnh báo.",
			EN: "The certificate has expired or was revoked since, and the signing time is only what the signer's machine claimed, without a timestamp. The law demands one only where it says so; hence a warning.",
		},
		Remedy: msg.Message{
			ID: "sign/time-unproven.remedy",
			VI: "Đối chiếu ngày ký với sổ văn bản; với kết quả lưu lâu dài nên gắn dấu thời gian khi ký.",
			EN: "Compare the day with the document register; add a timestamp when signing results that are kept for long.",
		},
		Date:    evidence.Signed,
		After:   believed(),
		Applies: evidence.HasResult,
		Editions: lint.EditionsOf(basis.CertificateTerm(), lint.Warning, overSignatures(func(doc *evidence.Document, signatures []signature, p *lint.Pass) error {
			for i := range signatures {
				s := &signatures[i]
				switch {
				case s.Revocation == sign.RevocationRevokedLater && !compromisedLater(s):
					r := revocationOf(s, sign.RevocationRevokedLater)
					p.Report(lint.Finding{
						Message: revokedSinceText.With("signer", signer(s), "time", signedAt(s), "at", r.at, "why", r.why), Place: place(doc, s), Item: s.item,
					})
				case s.Term == sign.TermExpiredToday && s.Signer != nil:
					p.Report(lint.Finding{
						Message: unprovenText.With("signer", signer(s), "time", signedAt(s), "end", s.Signer.NotAfter.In(law.Vietnam())),
						Place:   place(doc, s), Item: s.item,
					})
				}
			}
			return nil
		})),
	}
}

var (
	unprovenText = msg.Message{
		ID: "sign/time-unproven",
		VI: "{signer} khai đã ký {time}; chứng thư hết hạn {end} và không có dấu thời gian.",
		EN: "{signer} claims to have signed {time}; the certificate expired {end} and there is no timestamp.",
	}
	revokedSinceText = msg.Message{
		ID: "sign/time-unproven.revoked",
		VI: "{signer} khai đã ký {time}; chứng thư bị thu hồi sau đó ({at}, lý do: {why}) và không có dấu thời gian.",
		EN: "{signer} claims to have signed {time}; the certificate was revoked later ({at}, reason: {why}) and there is no timestamp.",
	}
)
