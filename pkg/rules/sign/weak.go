package sign

import (
	"strings"

	"github.com/tthclint/tthclint/pkg/evidence"
	"github.com/tthclint/tthclint/pkg/lint"
	"github.com/tthclint/tthclint/pkg/msg"
	"github.com/tthclint/tthclint/pkg/rules/basis"
	"github.com/tthclint/tthclint/pkg/sign"
	"github.com/tthclint/tthclint/pkg/sign/words"
)

// Weak warns of algorithms and key sizes that no longer protect: SHA-1 and MD5,
// RSA below 2048 bits, elliptic curves below 256. The file is signed all the
// same; the older branch of the public service's certificates is made so.
func Weak() rule {
	return rule{
		ID:    "sign/weak",
		Title: msg.Message{ID: "sign/weak.title", VI: "Chữ ký số dùng thuật toán hoặc khóa yếu", EN: "Weak algorithm or key"},
		Why: msg.Message{
			ID: "sign/weak.why",
			VI: "Thuật toán băm SHA-1, MD5 và khóa RSA dưới 2048 bit, ECDSA dưới 256 bit không còn đủ an toàn để chống giả mạo lâu dài. Tệp vẫn là tệp đã ký số; đây là cảnh báo.",
			EN: "SHA-1, MD5, RSA keys below 2048 bits and ECDSA keys below 256 bits no longer protect against forgery in the long run. The file is signed all the same; this is a warning.",
		},
		Remedy: msg.Message{
			ID: "sign/weak.remedy",
			VI: "Chọn SHA-256 trong phần mềm ký số; nếu khóa hoặc chứng thư thuộc thế hệ cũ thì đề nghị cấp lại chứng thư số thế hệ mới.",
			EN: "Choose SHA-256 in the signing program; where the key or certificate is of the old generation, ask for a new one.",
		},
		Date:    evidence.Signed,
		After:   intact(),
		Applies: evidence.HasResult,
		Editions: lint.EditionsOf(basis.Algorithms(), lint.Warning, overSignatures(func(doc *evidence.Document, signatures []signature, p *lint.Pass) error {
			for i := range signatures {
				s := &signatures[i]
				if faults := weaknesses(s); len(faults) > 0 {
					p.Report(lint.Finding{Message: weakText.With("signer", signer(s), "time", signedAt(s), "faults", list(faults)), Place: place(doc, s), Item: s.item})
				}
			}
			return nil
		})),
	}
}

// weaknesses says what is weak in a signature, from what was measured and from
// what the validation remarked.
func weaknesses(s *signature) (all []msg.Text) {
	digest := strings.ReplaceAll(strings.ToUpper(s.Digest), "-", "")
	if digest == "SHA1" || digest == "MD5" || s.Has(sign.CodeWeakDigest) {
		name := s.Digest
		if a := argOf(s, sign.CodeWeakDigest); a != "" {
			name = a
		}
		all = append(all, weakDigestText.With("name", name))
	}
	least := 2048
	if strings.HasPrefix(s.Algorithm, "ECDSA") || strings.HasPrefix(s.Algorithm, "Ed") {
		least = 256
	}
	// An Ed25519 key has 255 or 256 bits, depending on how one counts.
	short := s.KeyBits > 0 && s.KeyBits < least && !strings.HasPrefix(s.Algorithm, "Ed") && s.Algorithm != ""
	if short || s.Has(sign.CodeWeakKey) {
		bits := any(s.KeyBits)
		if s.KeyBits == 0 {
			bits = argOf(s, sign.CodeWeakKey)
		}
		all = append(all, weakKeyText.With("algorithm", s.Algorithm, "bits", bits, "least", least))
	}
	if s.Has(sign.CodeLegacyLink) || s.Has(sign.CodeWeakLinkRefused) {
		all = append(all, weakLinkText.With())
	}
	return all
}

// argOf returns the first argument of the first reason with a code.
func argOf(s *signature, code sign.Code) string {
	for _, r := range s.Reasons {
		if r.Code == code && len(r.Args) > 0 {
			return r.Args[0]
		}
	}
	return ""
}

// usagesOf says what a certificate was issued for.
func usagesOf(s *signature) any {
	for _, r := range s.Reasons {
		if r.Code == sign.CodeExtendedUsage && len(r.Args) > 0 {
			return words.Usages(r)
		}
	}
	return unknownReason.With()
}

var (
	weakText = msg.Message{
		ID: "sign/weak",
		VI: "Chữ ký số của {signer} (ký {time}) yếu: {faults}.",
		EN: "The digital signature of {signer} (signed {time}) is weak: {faults}.",
	}
	weakDigestText = msg.Message{ID: "weak/digest", VI: "thuật toán băm {name}", EN: "the digest {name}"}
	weakKeyText    = msg.Message{ID: "weak/key", VI: "khóa {algorithm} {bits} bit, tối thiểu là {least}", EN: "an {algorithm} key of {bits} bits, the least is {least}"}
	weakLinkText   = msg.Message{ID: "weak/link", VI: "chứng thư được cấp bằng thuật toán SHA-1", EN: "the certificate was issued with SHA-1"}
)
