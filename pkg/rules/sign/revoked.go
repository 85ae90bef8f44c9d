package sign

import (
	"github.com/tthclint/tthclint/pkg/evidence"
	"github.com/tthclint/tthclint/pkg/law"
	"github.com/tthclint/tthclint/pkg/lint"
	"github.com/tthclint/tthclint/pkg/msg"
	"github.com/tthclint/tthclint/pkg/rules/basis"
	"github.com/tthclint/tthclint/pkg/sign"
	"github.com/tthclint/tthclint/pkg/sign/words"
)

// Revoked finds signatures made with a certificate that was revoked by then, or
// below one that was. Where a certificate was revoked later because its key is
// in other hands, a time that nothing proves is not believed: whoever has the
// key can claim any time. That is not-checked.
func Revoked() rule {
	return rule{
		ID:    "sign/revoked",
		Title: msg.Message{ID: "sign/revoked.title", VI: "Chứng thư số đã bị thu hồi khi ký", EN: "The certificate was revoked when it signed"},
		Why: msg.Message{
			ID: "sign/revoked.why",
			VI: "Chứng thư của người ký và của các tổ chức cấp phải chưa bị thu hồi tại thời điểm ký, theo danh sách thu hồi (CRL) hoặc trả lời OCSP. Nếu bị thu hồi về sau vì lộ khóa mà không có dấu thời gian thì không kết luận được, vì người giữ khóa có thể khai thời điểm ký tùy ý.",
			EN: "The certificates of the signer and its issuers must not be revoked at the signing time, by CRL or OCSP. Where one was revoked later because its key was compromised, and no timestamp proves the time, nothing is concluded: whoever holds the key can claim any time.",
		},
		Remedy: msg.Message{
			ID: "sign/revoked.remedy",
			VI: "Không dùng chữ ký này. Hỏi người ký và đơn vị quản lý chứng thư số về lý do thu hồi, rồi ký số lại kết quả bằng chứng thư còn hiệu lực.",
			EN: "Do not rely on this signature. Ask the signer and whoever manages the certificates why it was revoked, and sign the result again with a valid certificate.",
		},
		Date:    evidence.Signed,
		After:   append(intact(), "sign/untrusted"),
		Applies: evidence.HasResult,
		Editions: lint.EditionsOf(basis.CertificatePath(), lint.Error, overSignatures(func(doc *evidence.Document, signatures []signature, p *lint.Pass) error {
			var unable error
			for i := range signatures {
				s := &signatures[i]
				switch {
				case s.Revocation == sign.RevocationRevoked:
					r := revocationOf(s, sign.RevocationRevoked)
					message := revokedText.With("signer", signer(s), "time", signedAt(s), "at", r.at, "why", r.why)
					if r.issuer != "" {
						message = issuerRevokedText.With("signer", signer(s), "time", signedAt(s), "issuer", r.issuer, "at", r.at, "why", r.why)
					}
					p.Report(lint.Finding{Message: message, Place: place(doc, s), Item: s.item})
				case compromisedLater(s):
					r := revocationOf(s, sign.RevocationRevokedLater)
					unable = lint.Unable(compromisedText.With("signer", signer(s), "time", signedAt(s), "at", r.at, "why", r.why), nil)
				}
			}
			return unable
		})),
	}
}

var (
	revokedText = msg.Message{
		ID: "sign/revoked",
		VI: "Khi {signer} ký ({time}), chứng thư số của người ký đã bị thu hồi (thu hồi {at}, lý do: {why}).",
		EN: "When {signer} signed ({time}), the certificate was already revoked (revoked {at}, reason: {why}).",
	}
	issuerRevokedText = msg.Message{
		ID: "sign/revoked.issuer",
		VI: "Khi {signer} ký ({time}), chứng thư của tổ chức cấp «{issuer}» đã bị thu hồi (thu hồi {at}, lý do: {why}).",
		EN: "When {signer} signed ({time}), the certificate of the issuer «{issuer}» was already revoked (revoked {at}, reason: {why}).",
	}
	compromisedText = msg.Message{
		ID: "sign/revoked.compromised",
		VI: "Chứng thư của {signer} bị thu hồi {at} ({why}) và không có dấu thời gian, nên không tin được thời điểm ký tự khai ({time}); đối chiếu với sổ văn bản và hỏi lại người ký",
		EN: "The certificate of {signer} was revoked {at} ({why}) and there is no timestamp, so the claimed signing time ({time}) cannot be believed; compare with the document register and ask the signer",
	}
)

// revocation is what is told of a revoked certificate.
type revocation struct {
	at     any    // when, in words
	why    any    // the reason, in words
	issuer string // the certificate's name; empty for the signer's own
	reason string // as RFC 5280 5.3.1 names it
}

// revocationOf returns what is known of the certificate that a state speaks of.
func revocationOf(s *signature, state sign.Revocation) revocation {
	r := revocation{at: unknownDayText.With(), why: words.RevocationReason("")}
	for i := range s.Statuses {
		st := &s.Statuses[i]
		if st.Revocation != state {
			continue
		}
		if !st.RevokedAt.IsZero() {
			r.at = st.RevokedAt.In(law.Vietnam())
		}
		r.why = words.RevocationReason(st.Reason)
		r.reason = st.Reason
		if i > 0 && st.Certificate != nil && st.Certificate != s.Signer {
			r.issuer = nameOf(st.Certificate)
		}
		break
	}
	return r
}

// compromisedLater reports whether a certificate was revoked after the claimed
// time for a reason that makes the claim itself worthless (RFC 5280 5.3.1).
func compromisedLater(s *signature) bool {
	if s.Revocation != sign.RevocationRevokedLater {
		return false
	}
	switch revocationOf(s, sign.RevocationRevokedLater).reason {
	case "keyCompromise", "cACompromise", "aACompromise":
		return true
	}
	return false
}

var unknownDayText = msg.Message{ID: "revocation/no-day", VI: "không rõ ngày", EN: "on an unknown day"}
