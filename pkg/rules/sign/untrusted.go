package sign

import (
	"github.com/tthclint/tthclint/pkg/evidence"
	"github.com/tthclint/tthclint/pkg/lint"
	"github.com/tthclint/tthclint/pkg/msg"
	"github.com/tthclint/tthclint/pkg/rules/basis"
	"github.com/tthclint/tthclint/pkg/sign"
)

// Untrusted finds signers whose certificate does not lead to an anchor. Where
// no anchor was given or an intermediate is missing, trust was not checked.
func Untrusted() rule {
	return rule{
		ID: "sign/untrusted",
		Title: msg.Message{
			ID: "sign/untrusted.title", VI: "Chứng thư của người ký không đáng tin cậy", EN: "The signer's certificate is not trusted",
		},
		Why: msg.Message{
			ID: "sign/untrusted.why",
			VI: "Chứng thư phải dẫn đến tổ chức chứng thực gốc mà cơ quan tin cậy (Ban Cơ yếu Chính phủ, trung tâm chứng thực quốc gia). Chứng thư kèm trong tệp không tự làm cho mình đáng tin.",
			EN: "The certificate must lead to a root that the agency trusts (the Government Cipher Committee, the national centre). A certificate is never trusted because the file embeds it.",
		},
		Remedy: msg.Message{
			ID: "sign/untrusted.remedy",
			VI: "Ký số lại bằng chứng thư do tổ chức được công nhận cấp. Nếu chứng thư gốc này được công nhận, thêm tệp chứng thư gốc vào thư mục --trust.",
			EN: "Sign again with a certificate of a recognised authority. If this root is recognised, add its certificate to the --trust folder.",
		},
		Date:     evidence.Signed,
		After:    intact(),
		Applies:  evidence.HasResult,
		Editions: lint.EditionsOf(basis.CertificatePath(), lint.Error, overSignatures(untrusted)),
	}
}

func untrusted(doc *evidence.Document, signatures []sign.Signature, p *lint.Pass) error {
	var unable error
	for i := range signatures {
		s := &signatures[i]
		var message msg.Message
		switch s.Trust {
		case sign.Trusted:
			switch {
			case s.Has(sign.CodeKeyUsage):
				message = usageText
			case s.Has(sign.CodeExtendedUsage):
				// Only what was issued for nothing but other trades has this code.
				p.Report(lint.Finding{Message: extendedText.With("signer", signer(s), "usages", argsOf(s, sign.CodeExtendedUsage)), Place: place(doc, s)})
				continue
			case s.Has(sign.CodeWeakLinkRefused):
				unable = lint.Unable(forgeableText.With("signer", signer(s)), nil)
				continue
			default:
				continue
			}
		case sign.StrangerRoot:
			message = strangerText
			if s.Has(sign.CodeNameOfAnchor) {
				message = imitationText
			}
		case sign.SelfSigned:
			message = selfSignedText
		case sign.ChainInvalid:
			message = invalidText
		case sign.IncompleteChain:
			if s.Has(sign.CodeNameOfAnchor) {
				unable = lint.Unable(otherKeyText.With("signer", signer(s), "issuer", missingIssuer(s)), nil)
				continue
			}
			unable = lint.Unable(incompleteText.With("signer", signer(s), "issuer", missingIssuer(s)), nil)
			continue
		case sign.NoAnchor:
			unable = lint.Unable(noAnchorText.With(), nil)
			continue
		default:
			unable = lint.Unable(unknownText.With("signer", signer(s)), nil)
			continue
		}
		p.Report(lint.Finding{Message: message.With("signer", signer(s), "root", root(s)), Place: place(doc, s)})
	}
	return unable
}

var (
	strangerText = msg.Message{
		ID: "sign/untrusted",
		VI: "Chứng thư của {signer} do «{root}» cấp, không thuộc danh sách tổ chức gốc được tin cậy.",
		EN: "The certificate of {signer} leads to «{root}», which is not among the trusted roots.",
	}
	imitationText = msg.Message{
		ID: "sign/untrusted.imitation",
		VI: "Chứng thư của {signer} do một tổ chức mang tên «{root}» cấp, nhưng khóa không phải của tổ chức gốc được tin cậy cùng tên: nhiều khả năng là giả mạo.",
		EN: "The certificate of {signer} was issued by somebody who bears the name «{root}», but not with the key of the trusted root of that name: most likely an imitation.",
	}
	selfSignedText = msg.Message{
		ID: "sign/untrusted.self-signed",
		VI: "Chứng thư của {signer} là chứng thư tự ký, không do tổ chức chứng thực nào cấp.",
		EN: "The certificate of {signer} is self-signed and issued by no authority.",
	}
	usageText = msg.Message{
		ID: "sign/untrusted.usage",
		VI: "Chứng thư của {signer} không được cấp để ký số (sai phạm vi sử dụng khóa).",
		EN: "The certificate of {signer} was not issued for signing (key usage).",
	}
	extendedText = msg.Message{
		ID: "sign/untrusted.extended-usage",
		VI: "Chứng thư của {signer} chỉ được cấp cho mục đích khác ({usages}), không phải để ký văn bản.",
		EN: "The certificate of {signer} was issued for other purposes alone ({usages}), not for signing documents.",
	}
	forgeableText = msg.Message{
		ID: "sign/untrusted.forgeable",
		VI: "Chứng thư của {signer} được cấp bằng thuật toán SHA-1 khi loại này đã có thể bị làm giả, nên chưa kết luận được; hỏi tổ chức cấp để xác nhận hoặc ký lại bằng chứng thư mới",
		EN: "The certificate of {signer} was issued with SHA-1 when such certificates could be forged already, so nothing is concluded; ask its issuer, or sign again with a new certificate",
	}
	invalidText = msg.Message{
		ID: "sign/untrusted.invalid-chain",
		VI: "Đường dẫn chứng thư của {signer} không hợp lệ (gốc «{root}»): sai chữ ký của cơ quan cấp hoặc sai mục đích sử dụng.",
		EN: "The certificate path of {signer} is not valid (root «{root}»): a wrong issuer signature or a use that is not allowed.",
	}
	incompleteText = msg.Message{
		ID: "sign/untrusted.incomplete",
		VI: "Thiếu chứng thư trung gian «{issuer}» nên chưa xét được độ tin cậy của {signer}; nhập tệp chứng thư đó (tthclint trust import) hoặc thêm vào thư mục --trust",
		EN: "The intermediate certificate «{issuer}» is missing, so trust in {signer} was not judged; import that certificate (tthclint trust import) or add it to the --trust folder",
	}
	otherKeyText = msg.Message{
		ID: "sign/untrusted.other-key",
		VI: "Chứng thư của {signer} ghi do «{issuer}» cấp, nhưng không phải do khóa đã biết của tổ chức này ký: có thể là giả mạo, hoặc tổ chức đã đổi khóa. Hỏi tổ chức cấp; chỉ lấy chứng thư từ chính nơi phát hành",
		EN: "The certificate of {signer} names «{issuer}» as its issuer, but the known key of that authority has not signed it: an imitation, or the authority has a new key. Ask the authority, and take certificates from their publisher alone",
	}
	noAnchorText = msg.Message{
		ID: "sign/untrusted.no-anchor",
		VI: "Chưa khai báo chứng thư gốc tin cậy; dùng --trust để chỉ thư mục chứa chứng thư gốc",
		EN: "No trusted root was given; use --trust to name a folder with the root certificates",
	}
	unknownText = msg.Message{
		ID: "sign/untrusted.unknown",
		VI: "Không có chứng thư của {signer} để xét độ tin cậy",
		EN: "There is no certificate of {signer} to judge",
	}
)

// root names the last certificate of the path that was found.
func root(s *sign.Signature) string {
	if n := len(s.Path); n > 0 {
		return nameOf(s.Path[n-1])
	}
	return "?"
}

// missingIssuer names the certificate that the path would need next.
func missingIssuer(s *sign.Signature) string {
	last := s.Signer
	if n := len(s.Path); n > 0 {
		last = s.Path[n-1]
	}
	switch {
	case last == nil:
		return "?"
	case last.Issuer.CommonName != "":
		return last.Issuer.CommonName
	}
	return sign.DistinguishedName(last.Issuer)
}
