package sign

import (
	"github.com/tthclint/tthclint/pkg/evidence"
	"github.com/tthclint/tthclint/pkg/lint"
	"github.com/tthclint/tthclint/pkg/msg"
	"github.com/tthclint/tthclint/pkg/rules/basis"
	"github.com/tthclint/tthclint/pkg/sign"
)

// UnknownStatus warns once for each file whose signers' certificates may have
// been revoked when they signed: no CRL or OCSP answer speaks of that time.
func UnknownStatus() rule {
	return rule{
		ID: "sign/unknown-status",
		Title: msg.Message{
			ID: "sign/unknown-status.title", VI: "Chưa biết chứng thư số có bị thu hồi hay không", EN: "Whether the certificate was revoked is not known",
		},
		Why: msg.Message{
			ID: "sign/unknown-status.why",
			VI: "Chứng thư phải đang hoạt động tại thời điểm ký, xét theo danh sách thu hồi (CRL) hoặc trả lời OCSP. Không có dữ liệu này thì chưa biết, chứ không phải là hợp lệ. Vì nhiều phần mềm ký không kèm dữ liệu nên đây là cảnh báo và không đổi kết luận.",
			EN: "The certificate must be active at the signing time, by CRL or OCSP. Without such data it is not known, which is not the same as good. As many programs do not embed the data, it is a warning and does not change the verdict.",
		},
		Remedy: msg.Message{
			ID: "sign/unknown-status.remedy",
			VI: "Kiểm tra lại với --evidence (thư mục chứa CRL, OCSP đã tải) hoặc --online; khi ký nên chọn kiểu ký kèm dữ liệu xác thực dài hạn (LTV).",
			EN: "Check again with --evidence (a folder with CRLs and OCSP answers) or --online; when signing, choose the kind that embeds validation data (LTV).",
		},
		Date:    evidence.Signed,
		After:   believed(),
		Applies: evidence.HasResult,
		Editions: lint.EditionsOf(basis.CertificateTerm(), lint.Warning, overSignatures(func(doc *evidence.Document, signatures []sign.Signature, p *lint.Pass) error {
			var unknown []*sign.Signature
			judged, useless := false, false
			for i := range signatures {
				s := &signatures[i]
				if s.Trust != sign.Trusted { // without a chain there is nobody whose list would count
					continue
				}
				judged = true
				if s.Revocation == sign.RevocationUnknown || s.Revocation == "" {
					unknown = append(unknown, s)
					useless = useless || s.Has(sign.CodeRevocationBad)
				}
			}
			switch {
			case !judged:
				return lint.Inapplicable(noChainText.With())
			case useless:
				p.Report(lint.Finding{Message: uselessStatusText.With("signers", signersOf(unknown)), Place: doc.Place()})
			case len(unknown) > 0:
				p.Report(lint.Finding{Message: unknownStatusText.With("signers", signersOf(unknown)), Place: doc.Place()})
			}
			return nil
		})),
	}
}

var (
	unknownStatusText = msg.Message{
		ID: "sign/unknown-status",
		VI: "Chưa biết chứng thư của {signers} có bị thu hồi khi ký hay không: không có CRL hoặc OCSP của thời điểm đó.",
		EN: "Whether the certificate of {signers} was revoked when signing is not known: there is no CRL or OCSP answer of that time.",
	}
	uselessStatusText = msg.Message{
		ID: "sign/unknown-status.unusable",
		VI: "Chưa biết chứng thư của {signers} có bị thu hồi khi ký hay không: dữ liệu thu hồi kèm theo không dùng được.",
		EN: "Whether the certificate of {signers} was revoked when signing is not known: the revocation data at hand cannot be used.",
	}
	noChainText = msg.Message{
		ID: "sign/unknown-status.no-chain",
		VI: "Chưa xét được độ tin cậy của chứng thư nên chưa xét việc thu hồi",
		EN: "Trust in the certificates was not judged, so neither is revocation",
	}
)
