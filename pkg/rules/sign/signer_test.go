package sign_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"path/filepath"
	"strconv"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/tthclint/tthclint/pkg/evidence/evidencetest"
	"github.com/tthclint/tthclint/pkg/lint"
	"github.com/tthclint/tthclint/pkg/msg"
	rules "github.com/tthclint/tthclint/pkg/rules/sign"
	"github.com/tthclint/tthclint/pkg/sign"
)

// everyCode returns the codes of package sign, as its source has them.
func everyCode(t *testing.T) (all []sign.Code) {
	t.Helper()
	tree, err := parser.ParseFile(token.NewFileSet(), filepath.Join("..", "..", "sign", "reason.go"), nil, 0)
	require.NoError(t, err)
	ast.Inspect(tree, func(n ast.Node) bool {
		if spec, ok := n.(*ast.ValueSpec); ok && len(spec.Values) == 1 {
			if lit, ok := spec.Values[0].(*ast.BasicLit); ok && lit.Kind == token.STRING {
				value, err := strconv.Unquote(lit.Value)
				require.NoError(t, err)
				all = append(all, sign.Code(value))
			}
		}
		return true
	})
	require.Greater(t, len(all), 90)
	return all
}

// TestNoCodeReachesAnOfficer lets every code stand alone behind every kind of
// bad outcome and wants words for it.
func TestNoCodeReachesAnOfficer(t *testing.T) {
	bad := map[string]func(*sign.Signature){
		"broken":         func(s *sign.Signature) { s.Integrity, s.Indication = sign.Broken, sign.TotalFailed },
		"unverifiable":   func(s *sign.Signature) { s.Integrity, s.Indication = sign.Unverifiable, sign.Indeterminate },
		"partial":        func(s *sign.Signature) { s.Coverage, s.Indication = sign.Partial, sign.TotalFailed },
		"failed":         func(s *sign.Signature) { s.Indication, s.Sub = sign.TotalFailed, sign.SubFormatFailure },
		"indeterminate":  func(s *sign.Signature) { s.Indication, s.Sub = sign.Indeterminate, sign.SubSigConstraints },
		"invalid chain":  func(s *sign.Signature) { s.Trust = sign.ChainInvalid },
		"not a permit":   func(s *sign.Signature) { no := false; s.Changes, s.Permitted = sign.ChangesForm, &no },
		"unexplained":    func(s *sign.Signature) { s.Changes = sign.ChangesOther },
		"unknown status": func(s *sign.Signature) { s.Revocation = sign.RevocationUnknown },
	}
	for name, change := range bad {
		for _, code := range everyCode(t) {
			for _, args := range [][]string{nil, {"x", "y", "z"}} {
				s := good(change)
				s.Reasons = []sign.Reason{{Code: code, Args: args}}
				r := judgeAll(t, with(evidencetest.Signed(s)))
				var texts []msg.Text
				for _, f := range r.Findings {
					texts = append(texts, f.Message, f.Remedy)
				}
				for _, o := range r.Outcomes {
					if o.After == "" { // which names a rule
						texts = append(texts, o.Because)
					}
				}
				for _, text := range texts {
					vi := text.In(msg.Vietnamese)
					assert.NotContains(t, vi, string(code), "%s: %s", name, vi)
					assert.NotContains(t, vi, "_FAILURE", "%s: %s", name, code)
				}
			}
		}
	}
}

// TestNobodyIsNamedByTheDocument wants the signer's name from the certificate
// alone.
func TestNobodyIsNamedByTheDocument(t *testing.T) {
	s := good(func(s *sign.Signature) {
		s.Signer, s.Path, s.Name, s.Field = nil, nil, "Giám đốc Sở", "ChuKy1"
		s.Integrity, s.Indication, s.Trust, s.Term, s.Reasons = sign.Broken, sign.TotalFailed, sign.TrustUnknown, sign.TermUnknown, []sign.Reason{{Code: sign.CodeDigestMismatch}}
	})
	r := judgeAll(t, with(evidencetest.Signed(s)))
	require.NotEmpty(t, r.Findings)
	assert.Equal(t, "Chữ ký số ở ô «ChuKy1» (không rõ ai ký; tệp ghi thời điểm 04/03/2024 08:30:00) không toàn vẹn: nội dung tệp đã bị thay đổi sau khi ký.",
		r.Findings[0].Message.In(msg.Vietnamese))
	s.Claimed, s.Field = time.Time{}, ""
	r = judgeAll(t, with(evidencetest.Signed(s)))
	assert.Contains(t, r.Findings[0].Message.In(msg.Vietnamese), "Chữ ký số ở một ô không có tên (không rõ ai ký) không toàn vẹn")
	for _, change := range []func(*sign.Signature){
		func(s *sign.Signature) { s.Coverage = sign.Partial },
		func(s *sign.Signature) { s.Integrity = sign.Unverifiable },
		func(s *sign.Signature) { s.Changes = sign.ChangesOther },
		func(s *sign.Signature) { s.Changes = sign.ChangesForm },
		func(s *sign.Signature) { no := false; s.Changes, s.Permitted = sign.ChangesForm, &no },
		func(s *sign.Signature) { s.Indication = sign.TotalFailed },
		removed,
	} {
		s := good(func(s *sign.Signature) {
			s.Signer, s.Path, s.Name, s.Trust, s.Term, s.Indication = nil, nil, "Giám đốc Sở", sign.TrustUnknown, sign.TermUnknown, sign.Indeterminate
			change(s)
		})
		r := judgeAll(t, with(evidencetest.Signed(s)))
		for _, f := range r.Findings {
			assert.NotContains(t, f.Message.In(msg.Vietnamese), "Giám đốc")
			assert.NotContains(t, f.Message.In(msg.Vietnamese), "{")
		}
		for _, o := range r.Outcomes {
			assert.NotContains(t, o.Because.In(msg.Vietnamese), "Giám đốc")
			assert.NotContains(t, o.Because.In(msg.Vietnamese), "{")
		}
	}
}

// TestTwoSignaturesOfOneSigner wants the field where the sentences would else be
// the same, and the number of the signature that a finding is about.
func TestTwoSignaturesOfOneSigner(t *testing.T) {
	stranger := func(field string) sign.Signature {
		return good(func(s *sign.Signature) { s.Trust, s.Field = sign.StrangerRoot, field })
	}
	r := judgeAll(t, with(evidencetest.Signed(stranger("A"), stranger("B"))))
	said := map[int]string{}
	for _, f := range r.Findings {
		if f.Rule == "sign/untrusted" {
			said[f.Item] = f.Message.In(msg.Vietnamese)
		}
	}
	require.Len(t, said, 2)
	assert.Contains(t, said[1], "UBND PHƯỜNG 3 (ô «A»)")
	assert.Contains(t, said[2], "UBND PHƯỜNG 3 (ô «B»)")
	r = judgeAll(t, with(evidencetest.Signed(stranger("A"))))
	assert.NotContains(t, r.Findings[0].Message.In(msg.Vietnamese), "ô «A»")
}

func TestSignersBelongEach(t *testing.T) {
	of := func(names ...string) string {
		var all []sign.Signature
		for _, name := range names {
			all = append(all, good(func(s *sign.Signature) {
				c := *s.Signer
				c.Subject.CommonName = name
				s.Signer = &c
			}))
		}
		for _, f := range judgeAll(t, with(evidencetest.Signed(all...))).Findings {
			if f.Rule == rules.NoTimestamp().ID {
				return f.Message.In(msg.Vietnamese)
			}
		}
		return ""
	}
	assert.Contains(t, of("A"), "Chữ ký số của A không có")
	assert.Contains(t, of("A", "B", "A"), "của A và của B không có")
	assert.Contains(t, of("A", "B", "C"), "của A, của B và của C không có")
	assert.Contains(t, of("A", "B", "C", "D", "E"), "của A, của B, của C và của 2 người ký khác không có")
}

// TestOnlineThatFailed wants what could not be fetched, from where and why, and
// no advice to do what was done.
func TestOnlineThatFailed(t *testing.T) {
	about := func(online bool, reasons ...sign.Reason) lint.Finding {
		d := with(evidencetest.Signed(good(func(s *sign.Signature) { s.Revocation, s.Reasons = sign.RevocationUnknown, reasons })))
		d.Online = online
		for _, f := range judgeAll(t, d).Findings {
			if f.Rule == "sign/unknown-status" {
				return f
			}
		}
		t.Fatal("no finding")
		return lint.Finding{}
	}
	bad := func(args ...string) sign.Reason { return sign.Reason{Code: sign.CodeRevocationBad, Args: args} }
	f := about(true, bad("crl", "online", `"http://crl.ca.gov.vn/a.crl": there was no answer in time`))
	assert.Contains(t, f.Message.In(msg.Vietnamese), "chưa tải được danh sách thu hồi (CRL) từ crl.ca.gov.vn: máy chủ không trả lời kịp.")
	assert.NotContains(t, f.Remedy.In(msg.Vietnamese), "--online")
	f = about(true, bad("ocsp", "online", `"http://ocsp.xa.vn": the host or port is not on the list`))
	assert.Contains(t, f.Remedy.In(msg.Vietnamese), "--online-host ocsp.xa.vn")
	f = about(true)
	assert.NotContains(t, f.Remedy.In(msg.Vietnamese), "--online")
	f = about(false)
	assert.Contains(t, f.Remedy.In(msg.Vietnamese), "--evidence (thư mục chứa CRL, OCSP đã tải) hoặc --online")
}

// TestRemediesOfTrust wants no advice to trust what nobody vouches for.
func TestRemediesOfTrust(t *testing.T) {
	remedy := func(change func(*sign.Signature)) string {
		for _, f := range judgeAll(t, with(evidencetest.Signed(good(change)))).Findings {
			if f.Rule == "sign/untrusted" {
				return f.Remedy.In(msg.Vietnamese)
			}
		}
		return ""
	}
	assert.Contains(t, remedy(func(s *sign.Signature) { s.Trust = sign.StrangerRoot }), "đối chiếu SHA-256")
	for _, change := range []func(*sign.Signature){
		func(s *sign.Signature) { s.Trust = sign.SelfSigned },
		func(s *sign.Signature) {
			s.Trust, s.Reasons = sign.StrangerRoot, []sign.Reason{{Code: sign.CodeTestCertificate, Args: []string{"test"}}}
		},
		func(s *sign.Signature) { s.Trust = sign.ChainInvalid },
		func(s *sign.Signature) { s.Reasons = []sign.Reason{{Code: sign.CodeKeyUsage}} },
	} {
		assert.NotEmpty(t, remedy(change))
		assert.NotContains(t, remedy(change), "--trust")
	}
}

// TestPermitOfTheCaller wants a level of the one who checks not to be put into
// the signer's mouth.
func TestPermitOfTheCaller(t *testing.T) {
	about := func(permit sign.Changes, change func(*sign.Signature)) string {
		no := false
		d := with(evidencetest.Signed(good(func(s *sign.Signature) {
			s.Changes, s.Permitted = sign.ChangesForm, &no
			s.Reasons = []sign.Reason{{Code: sign.CodeChangeNotPermitted, Args: []string{"form", "lta"}}}
			change(s)
		})))
		d.Permit = permit
		for _, f := range judgeAll(t, d).Findings {
			if f.Rule == "sign/not-permitted-change" {
				return f.Message.In(msg.Vietnamese)
			}
		}
		return ""
	}
	assert.Contains(t, about(sign.ChangesNone, func(*sign.Signature) {}), "Theo mức --permit none")
	assert.NotContains(t, about(sign.ChangesNone, func(s *sign.Signature) { s.DocMDP = 1 }), "--permit")
	assert.NotContains(t, about("", func(*sign.Signature) {}), "--permit")
}
