package sign

import (
	"github.com/tthclint/tthclint/pkg/evidence"
	"github.com/tthclint/tthclint/pkg/lint"
	"github.com/tthclint/tthclint/pkg/msg"
	"github.com/tthclint/tthclint/pkg/rules/basis"
	"github.com/tthclint/tthclint/pkg/sign"
	"github.com/tthclint/tthclint/pkg/sign/words"
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
			VI: "Kiểm tra lại với --evidence (thư mục chứa CRL, OCSP đã tải) hoặc --online. Với kết quả ký sau này, nên chọn kiểu ký kèm dữ liệu xác thực lâu dài (LTV).",
			EN: "Check again with --evidence (a folder with CRLs and OCSP answers) or --online. For later results, choose the kind of signing that embeds validation data (LTV).",
		},
		Date:    evidence.Signed,
		After:   believed(),
		Applies: evidence.HasResult,
		Editions: lint.EditionsOf(basis.CertificateTerm(), lint.Warning, inDossier(func(d *evidence.Dossier, doc *evidence.Document, signatures []signature, p *lint.Pass) error {
			var unknown []*signature
			judged := false
			var faults []msg.Text // what could not be fetched or used
			host := ""            // that may not be asked unless the user says so
			unfetched := false
			for i := range signatures {
				s := &signatures[i]
				if s.Trust != sign.Trusted { // without a chain there is nobody whose list would count
					continue
				}
				judged = true
				if s.Revocation == sign.RevocationUnknown || s.Revocation == "" {
					unknown = append(unknown, s)
					for _, r := range s.Reasons {
						if r.Code != sign.CodeRevocationBad {
							continue
						}
						faults = append(faults, words.Reason(r))
						if len(r.Args) > 2 && r.Args[1] == words.Online {
							unfetched = true
							if name, _ := words.FetchFailure(r.Args[2]); words.NotAllowed(r.Args[2]) {
								host = name
							}
						}
					}
				}
			}
			if !judged {
				return lint.Inapplicable(noChainText.With())
			}
			if len(unknown) == 0 {
				return nil
			}
			f := lint.Finding{Message: unknownStatusText.With("signers", signersOf(unknown)), Place: doc.Place()}
			if len(faults) > 0 {
				f.Message = uselessStatusText.With("signers", signersOf(unknown), "why", list(faults))
			}
			switch {
			case host != "":
				f.Remedy = otherHostRemedy.With("host", host)
			case unfetched:
				f.Remedy = unfetchedRemedy.With()
			case d.Online:
				f.Remedy = onlineRemedy.With()
			}
			p.Report(f)
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
		VI: "Chưa biết chứng thư của {signers} có bị thu hồi khi ký hay không: {why}.",
		EN: "Whether the certificate of {signers} was revoked when signing is not known: {why}.",
	}
	unfetchedRemedy = msg.Message{
		ID: "sign/unknown-status.unfetched-remedy",
		VI: "Kiểm tra kết nối mạng và tường lửa rồi chạy lại; hoặc tải CRL của tổ chức cấp chứng thư trên máy khác rồi dùng --evidence.",
		EN: "Check the network and the firewall and run it again; or download the CRL of the issuer on another machine and use --evidence.",
	}
	otherHostRemedy = msg.Message{
		ID: "sign/unknown-status.host-remedy",
		VI: "Nếu đúng là máy chủ của tổ chức chứng thực thì thêm --online-host {host}; hoặc tải CRL từ nơi phát hành rồi dùng --evidence.",
		EN: "If the host is indeed the authority's, add --online-host {host}; or download the CRL from its publisher and use --evidence.",
	}
	onlineRemedy = msg.Message{
		ID: "sign/unknown-status.online-remedy",
		VI: "Tải CRL của tổ chức cấp chứng thư rồi kiểm tra lại với --evidence, hoặc hỏi tổ chức đó. Với kết quả ký sau này, nên chọn kiểu ký kèm dữ liệu xác thực lâu dài (LTV).",
		EN: "Download the CRL of the issuer and check again with --evidence, or ask the issuer. For later results, choose the kind of signing that embeds validation data (LTV).",
	}
	noChainText = msg.Message{
		ID: "sign/unknown-status.no-chain",
		VI: "Chưa xét được độ tin cậy của chứng thư nên chưa xét việc thu hồi",
		EN: "Trust in the certificates was not judged, so neither is revocation",
	}
)
