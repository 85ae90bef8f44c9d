package sign

import (
	"slices"

	"github.com/tthclint/tthclint/pkg/evidence"
	"github.com/tthclint/tthclint/pkg/lint"
	"github.com/tthclint/tthclint/pkg/msg"
	"github.com/tthclint/tthclint/pkg/rules/basis"
	"github.com/tthclint/tthclint/pkg/sign"
)

// TestCertificate warns of certificates that call themselves a trial. It is told
// from names, so it is a warning; that such a certificate leads to no trusted
// root is [Untrusted]'s error.
func TestCertificate() rule {
	return rule{
		ID: "sign/test-certificate",
		Title: msg.Message{
			ID: "sign/test-certificate.title", VI: "Ký bằng chứng thư thử nghiệm", EN: "Signed with a test certificate",
		},
		Why: msg.Message{
			ID: "sign/test-certificate.why",
			VI: "Tên trong chứng thư cho thấy đó là chứng thư dùng thử (test, demo, mẫu thử). Chứng thư thử nghiệm không xác nhận danh tính của ai. Vì chỉ căn cứ vào tên nên đây là cảnh báo.",
			EN: "The names in the certificate say that it is a trial (test, demo, sample). Such a certificate confirms nobody's identity. It is told from names alone, hence a warning.",
		},
		Remedy: msg.Message{
			ID: "sign/test-certificate.remedy",
			VI: "Ký số lại bằng chứng thư chính thức của người ký và của cơ quan. Không đưa chứng thư gốc thử nghiệm vào thư mục --trust.",
			EN: "Sign again with the real certificates of the signer and the agency. Do not add the test root to the --trust folder.",
		},
		Date:    evidence.Signed,
		After:   intact(),
		Applies: evidence.HasResult,
		Editions: lint.EditionsOf(basis.CertificatePath(), lint.Warning, overSignatures(func(doc *evidence.Document, signatures []signature, p *lint.Pass) error {
			var told []string // signers, each once
			for i := range signatures {
				s := &signatures[i]
				if !s.Has(sign.CodeTestCertificate) || underOwnTestRoot(s) || slices.Contains(told, nameIn(&s.Signature)) {
					continue
				}
				told = append(told, nameIn(&s.Signature))
				message := testCertificateText.With("signer", signer(s))
				if says := oneLine(argOf(s, sign.CodeTestCertificate)); says != "" {
					message = testNameText.With("signer", signer(s), "name", says)
				}
				p.Report(lint.Finding{Message: message, Place: place(doc, s), Item: s.item})
			}
			return nil
		})),
	}
}

// underOwnTestRoot reports whether only the issuer calls itself a trial, below a
// root that the user named as trusted: the head of every report names it, and to
// say it again on every file would bury the rest.
func underOwnTestRoot(s *signature) bool {
	if s.Trust != sign.Trusted || s.Anchor == nil || s.Anchor.Origin != sign.OriginOwn || s.Signer == nil {
		return false
	}
	says, subject := argOf(s, sign.CodeTestCertificate), &s.Signer.Subject
	return says != "" && !slices.Contains(slices.Concat([]string{subject.CommonName}, subject.Organization, subject.OrganizationalUnit), says)
}

var (
	testCertificateText = msg.Message{
		ID: "sign/test-certificate",
		VI: "Chứng thư của {signer} là chứng thư thử nghiệm.",
		EN: "The certificate of {signer} is a test certificate.",
	}
	testNameText = msg.Message{
		ID: "sign/test-certificate.name",
		VI: "Chứng thư của {signer} là chứng thư thử nghiệm (trong chứng thư ghi «{name}»).",
		EN: "The certificate of {signer} is a test certificate (it says «{name}»).",
	}
)
