package sign

import (
	"github.com/tthclint/tthclint/pkg/evidence"
	"github.com/tthclint/tthclint/pkg/lint"
	"github.com/tthclint/tthclint/pkg/msg"
	"github.com/tthclint/tthclint/pkg/rules/basis"
	"github.com/tthclint/tthclint/pkg/sign"
	"github.com/tthclint/tthclint/pkg/sign/words"
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
			VI: "Ký số lại bằng chứng thư do tổ chức được công nhận cấp. Nếu chứng thư gốc này được công nhận, đối chiếu SHA-256 với nơi phát hành rồi mới nhập (tthclint trust import) hoặc thêm vào thư mục --trust.",
			EN: "Sign again with a certificate of a recognised authority. If this root is recognised, compare its SHA-256 with the publisher before you import it (tthclint trust import) or add it to the --trust folder.",
		},
		Date:     evidence.Signed,
		After:    intact(),
		Applies:  evidence.HasResult,
		Editions: lint.EditionsOf(basis.CertificatePath(), lint.Error, overSignatures(untrusted)),
	}
}

func untrusted(doc *evidence.Document, signatures []signature, p *lint.Pass) error {
	var unable error
	for i := range signatures {
		s := &signatures[i]
		var message msg.Message
		var remedy msg.Text // the rule's, unless
		switch s.Trust {
		case sign.Trusted:
			switch {
			case s.Has(sign.CodeKeyUsage):
				message, remedy = usageText, resignRemedy.With()
			case s.Has(sign.CodeExtendedUsage):
				// Only what was issued for nothing but other trades has this code.
				p.Report(lint.Finding{Message: extendedText.With("signer", signer(s), "usages", usagesOf(s)), Remedy: resignRemedy.With(), Place: place(doc, s), Item: s.item})
				continue
			case s.Has(sign.CodeWeakLinkRefused):
				unable = lint.Unable(forgeableText.With("signer", signer(s)), nil)
				continue
			default:
				continue
			}
		case sign.StrangerRoot:
			message = strangerText
			if s.Has(sign.CodeTestCertificate) { // whose root nobody recognises
				remedy = resignRemedy.With()
			}
			if s.Has(sign.CodeNameOfAnchor) {
				message, remedy = imitationText, imitationRemedy.With()
			}
		case sign.SelfSigned:
			message, remedy = selfSignedText, resignRemedy.With()
		case sign.ChainInvalid:
			p.Report(lint.Finding{
				Message: invalidText.With("signer", signer(s), "why", words.Detail(argOf(s, sign.CodeChainInvalid))), Remedy: resignRemedy.With(), Place: place(doc, s), Item: s.item,
			})
			continue
		case sign.IncompleteChain:
			if s.Has(sign.CodeNameOfAnchor) {
				unable = lint.Unable(otherKeyText.With("signer", signer(s), "issuer", missingIssuer(s)), nil)
				continue
			}
			if s.Has(sign.CodeTestCertificate) {
				unable = lint.Unable(incompleteTestText.With("signer", signer(s), "issuer", missingIssuer(s)), nil)
				continue
			}
			unable = lint.Unable(incompleteText.With("signer", signer(s), "issuer", missingIssuer(s)), nil)
			continue
		case sign.NoAnchor:
			unable = lint.Unable(noAnchorText.With(), nil)
			continue
		default:
			unable = lint.Unable(named(s, unknownText.With("signer", signer(s)), unknownSignerText), nil)
			continue
		}
		p.Report(lint.Finding{Message: message.With("signer", signer(s), "root", root(s)), Remedy: remedy, Place: place(doc, s), Item: s.item})
	}
	return unable
}

var (
	strangerText = msg.Message{
		ID: "sign/untrusted",
		VI: "Chứng thư của {signer} dẫn đến gốc «{root}», không thuộc danh sách tổ chức gốc được tin cậy.",
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
		VI: "Đường dẫn chứng thư của {signer} không hợp lệ: {why}.",
		EN: "The certificate path of {signer} is not valid: {why}.",
	}
	incompleteText = msg.Message{
		ID: "sign/untrusted.incomplete",
		VI: "Thiếu chứng thư của tổ chức cấp «{issuer}» nên chưa xét được độ tin cậy của {signer}; lấy chứng thư đó, đối chiếu SHA-256 với nơi phát hành rồi mới nhập (tthclint trust import) hoặc thêm vào thư mục --trust",
		EN: "The certificate of the issuer «{issuer}» is missing, so trust in {signer} was not judged; get it, compare its SHA-256 with the publisher, and only then import it (tthclint trust import) or add it to the --trust folder",
	}
	incompleteTestText = msg.Message{
		ID: "sign/untrusted.incomplete-test",
		VI: "Thiếu chứng thư của tổ chức cấp «{issuer}» nên chưa xét được độ tin cậy của {signer}; chứng thư này là chứng thư thử nghiệm, đề nghị ký lại bằng chứng thư chính thức",
		EN: "The certificate of the issuer «{issuer}» is missing, so trust in {signer} was not judged; this is a test certificate, have it signed again with a real one",
	}
	unknownSignerText = msg.Message{
		ID: "sign/untrusted.unknown-signer",
		VI: "Không có chứng thư của chữ ký số ở {place} (không rõ ai ký{claim}) để xét độ tin cậy",
		EN: "There is no certificate of the digital signature in {place} (signer unknown{claim}) to judge",
	}
	resignRemedy = msg.Message{
		ID: "sign/untrusted.resign-remedy",
		VI: "Ký số lại bằng chứng thư do tổ chức được công nhận cấp để ký văn bản.",
		EN: "Sign again with a certificate that a recognised authority has issued for signing documents.",
	}
	imitationRemedy = msg.Message{
		ID: "sign/untrusted.imitation-remedy",
		VI: "Không dùng tệp này. Lấy lại bản ký từ chính nơi phát hành và báo cho tổ chức chứng thực bị mạo tên.",
		EN: "Do not use this file. Take the signed copy from whoever issued it, and tell the authority whose name was borrowed.",
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
func root(s *signature) string {
	if n := len(s.Path); n > 0 {
		return nameOf(s.Path[n-1])
	}
	return "?"
}

// missingIssuer names the certificate that the path would need next.
func missingIssuer(s *signature) string {
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
