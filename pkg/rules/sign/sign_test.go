package sign_test

import (
	"crypto/x509"
	"crypto/x509/pkix"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/tthclint/tthclint/pkg/agency"
	"github.com/tthclint/tthclint/pkg/dossier"
	"github.com/tthclint/tthclint/pkg/evidence"
	"github.com/tthclint/tthclint/pkg/evidence/evidencetest"
	"github.com/tthclint/tthclint/pkg/law"
	"github.com/tthclint/tthclint/pkg/lint"
	"github.com/tthclint/tthclint/pkg/lint/linttest"
	"github.com/tthclint/tthclint/pkg/msg"
	"github.com/tthclint/tthclint/pkg/pdf"
	rules "github.com/tthclint/tthclint/pkg/rules/sign"
	"github.com/tthclint/tthclint/pkg/sign"
)

type testCase = linttest.Case[*evidence.Dossier]

func with(o ...evidencetest.Option) *evidence.Dossier {
	return evidencetest.Dossier(nil, evidencetest.Document("a.pdf", o...))
}

func states(s lint.State) map[string]lint.State { return map[string]lint.State{"a.pdf": s} }

// good returns a signature without fault, changed by change.
func good(change func(*sign.Signature)) sign.Signature {
	s := sign.Signature{
		Kind: sign.KindSignature, Field: "Sig1", Integrity: sign.Intact, Coverage: sign.WholeFile, Changes: sign.ChangesNone,
		Indication: sign.TotalPassed, Trust: sign.Trusted, Term: sign.TermWithin, Role: sign.RoleAgency, Page: 1, Box: pdf.Box{X: 120, Y: 10, W: 60, H: 20},
		Claimed: time.Date(2024, 3, 4, 1, 30, 0, 0, time.UTC),
		Signer: &x509.Certificate{
			Subject: pkix.Name{CommonName: "UBND PHƯỜNG 3"}, Issuer: pkix.Name{CommonName: "CA MẪU"},
			NotBefore: law.Date(2021, 1, 1), NotAfter: law.Date(2023, 12, 31),
		},
	}
	s.Path = []*x509.Certificate{s.Signer, {Subject: pkix.Name{CommonName: "GỐC LẠ"}}}
	if change != nil {
		change(&s)
	}
	return s
}

// common are the cases that every rule about existing signatures must answer
// alike.
func common(more ...testCase) []testCase { return commonTo(nil, more...) }

// commonTo is [common] for rules that pass only signatures changed by fine.
func commonTo(fine func(*sign.Signature), more ...testCase) []testCase {
	inOrder := func(role sign.Role) sign.Signature {
		s := good(fine)
		s.Role = role
		return s
	}
	return append([]testCase{
		{Name: "in order", Evidence: with(evidencetest.Signed(inOrder(sign.RolePerson), inOrder(sign.RoleAgency))), States: states(lint.Passed)},
		{Name: "not signed", Evidence: with(evidencetest.Signed()), States: states(lint.NotApplicable)},
		{Name: "a picture", Evidence: with(evidencetest.Content(evidence.JPEG)), States: states(lint.NotApplicable)},
		{Name: "damaged", Evidence: with(evidencetest.Damaged()), States: states(lint.NotChecked)},
		{Name: "nothing attached", Evidence: evidencetest.Dossier(nil), States: map[string]lint.State{"": lint.NotApplicable}},
	}, more...)
}

func found(name, message string, change func(*sign.Signature)) testCase {
	return testCase{Name: name, Evidence: with(evidencetest.Signed(good(change))), States: states(lint.Found), Messages: []string{message}}
}

func notChecked(name string, change func(*sign.Signature)) testCase {
	return testCase{Name: name, Evidence: with(evidencetest.Signed(good(change))), States: states(lint.NotChecked)}
}

func passed(name string, change func(*sign.Signature)) testCase {
	return testCase{Name: name, Evidence: with(evidencetest.Signed(good(change))), States: states(lint.Passed)}
}

func TestMissing(t *testing.T) {
	linttest.Rule(t, rules.Missing(),
		testCase{Name: "signed", Evidence: with(evidencetest.Signed(good(nil))), States: states(lint.Passed)},
		testCase{Name: "not signed", Evidence: with(evidencetest.Signed()), States: states(lint.Found), Messages: []string{"sign/missing"}},
		testCase{Name: "empty field", Evidence: with(evidencetest.Report(sign.Report{
			UnsignedFields: []sign.UnsignedField{{Field: "ChuKy", Page: 2, Box: pdf.Box{X: 1, Y: 2, W: 3, H: 4}}},
		})), States: states(lint.Found), Messages: []string{"sign/missing.empty-field"},
			Check: func(t *testing.T, r *lint.Result) {
				assert.Equal(t, lint.Place{File: "a.pdf", Page: 2, Box: lint.Box{X: 1, Y: 2, W: 3, H: 4}}, r.Findings[0].Place)
			}},
		testCase{Name: "removed", Evidence: with(evidencetest.Signed(good(func(s *sign.Signature) { s.Kind = sign.KindTimestamp }), good(removed))),
			States: states(lint.Found), Messages: []string{"sign/missing.removed"}},
		testCase{Name: "timestamp only", Evidence: with(evidencetest.Signed(good(func(s *sign.Signature) { s.Kind = sign.KindTimestamp }))),
			States: states(lint.Found), Messages: []string{"sign/missing.timestamp-only"}},
		testCase{Name: "a picture", Evidence: with(evidencetest.Content(evidence.PNG)), States: states(lint.NotApplicable)},
		testCase{Name: "damaged", Evidence: with(evidencetest.Damaged()), States: states(lint.NotChecked)},
	)
}

func TestBroken(t *testing.T) {
	linttest.Rule(t, rules.Broken(), common(
		found("changed bytes", "sign/broken", func(s *sign.Signature) {
			s.Integrity, s.Reasons = sign.Broken, []sign.Reason{{Code: sign.CodeDigestMismatch}}
		}),
		found("without a known reason", "sign/broken", func(s *sign.Signature) {
			s.Integrity, s.Reasons = sign.Broken, []sign.Reason{{Code: sign.CodeAlgorithmMismatch}}
		}),
		passed("partial coverage is the next rule's", func(s *sign.Signature) { s.Coverage = sign.Partial }),
		found("both: the bytes go first", "sign/broken", func(s *sign.Signature) {
			s.Integrity, s.Coverage, s.Reasons = sign.Broken, sign.Partial, []sign.Reason{{Code: sign.CodeByteRangeNotRevision}, {Code: sign.CodeDigestMismatch}}
		}),
		notChecked("a mistake of ours", func(s *sign.Signature) {
			s.Integrity, s.Coverage, s.Indication, s.Reasons = sign.Unverifiable, sign.Incoherent, sign.TotalFailed, []sign.Reason{{Code: sign.CodeInternal}}
		}),
		notChecked("unknown kind", reasoned(sign.CodeSubFilterUnknown)),
		notChecked("unknown algorithm", func(s *sign.Signature) { s.Integrity = sign.Unverifiable }),
		testCase{Name: "one broken beside one good", Evidence: with(evidencetest.Signed(good(nil), good(func(s *sign.Signature) { s.Integrity = sign.Broken }))),
			States: states(lint.Found), Messages: []string{"sign/broken"}},
	)...)
}

// changedAt is a signature in a revision after which others changed something.
func changedAt(revision int, changes ...int) sign.Signature {
	return good(func(s *sign.Signature) {
		s.Revision, s.Changes = revision, sign.ChangesOther
		for _, r := range changes {
			s.ChangeList = append(s.ChangeList, sign.Change{Revision: r, Object: r, Class: sign.ChangesOther, Code: sign.CodePageContent, Page: 1})
		}
	})
}

func TestChangedAfter(t *testing.T) {
	yes, no := true, false
	linttest.Rule(t, rules.ChangedAfter(), common(
		found("unexplained", "sign/changed-after", func(s *sign.Signature) { s.Changes = sign.ChangesOther }),
		passed("not permitted is another rule's", func(s *sign.Signature) { s.Changes, s.Permitted = sign.ChangesForm, &no }),
		testCase{Name: "says what, where and how", Evidence: with(evidencetest.Signed(good(func(s *sign.Signature) {
			s.Changes, s.Permitted = sign.ChangesOther, &no
			s.ChangeList = []sign.Change{
				{Class: sign.ChangesOther, Code: sign.CodePageContent, Action: sign.ActionReplaced, Object: 12, Page: 2},
				{Class: sign.ChangesOther, Code: sign.CodeAnnotationAdded, Action: sign.ActionAdded, Object: 30, Page: 1},
				{Class: sign.ChangesOther, Code: sign.CodeFieldChanged, Object: 31, Field: "So"},
				{Class: sign.ChangesOther, Code: sign.CodeUnexplained, Object: 32},
				{Class: sign.ChangesOther, Code: sign.CodeUnexplained, Object: 33},
				{Class: sign.ChangesLTA, Code: sign.CodeDSSUpdated, Object: 34},
			}
		}))), States: states(lint.Found), Messages: []string{"sign/changed-after"}, Check: func(t *testing.T, r *lint.Result) {
			assert.Equal(t, "Tệp đã bị sửa sau khi UBND PHƯỜNG 3 ký (04/03/2024 08:30:00): nội dung ở trang 2 (đối tượng 12 bị thay thế); "+
				"ghi chú hoặc hình dán thêm ở trang 1 (đối tượng 30 được thêm mới); ô biểu mẫu bị sửa «So» (đối tượng 31); và 2 điểm khác.",
				r.Findings[0].Message.In(msg.Vietnamese))
			assert.Equal(t, 2, r.Findings[0].Place.Page)
		}},
		testCase{Name: "one change after two signatures is told once", Evidence: with(evidencetest.Signed(changedAt(1, 3), changedAt(2, 3))),
			States: states(lint.Found), Messages: []string{"sign/changed-after.all"}, Check: says("sau cả 1 chữ ký số trước đó")},
		testCase{Name: "a change between two signatures and one after", Evidence: with(evidencetest.Signed(changedAt(1, 2, 3), changedAt(2, 3))),
			States: states(lint.Found), Messages: []string{"sign/changed-after", "sign/changed-after"}},
		testCase{Name: "behind the end of the file", Evidence: with(evidencetest.Signed(good(func(s *sign.Signature) {
			s.Changes, s.Reasons = sign.ChangesOther, []sign.Reason{{Code: sign.CodeChanged}, {Code: sign.CodeTrailingData}}
		}))), States: states(lint.Found), Messages: []string{"sign/changed-after"}, Check: func(t *testing.T, r *lint.Result) {
			assert.Contains(t, r.Findings[0].Message.In(msg.Vietnamese), "dữ liệu lạ")
		}},
		passed("permitted", func(s *sign.Signature) { s.Changes, s.Permitted = sign.ChangesForm, &yes }),
		notChecked("cannot be told", func(s *sign.Signature) { s.Changes = sign.ChangesAnnotation }),
	)...)
}

func TestExpired(t *testing.T) {
	linttest.Rule(t, rules.Expired(), common(
		found("after the term", "sign/expired", func(s *sign.Signature) { s.Term = sign.TermAfter }),
		passed("before the term is another rule's", func(s *sign.Signature) { s.Term = sign.TermBefore }),
		notChecked("without a time, expired today", func(s *sign.Signature) { s.Term, s.Claimed = sign.TermUnknown, time.Time{} }),
		passed("without a time, in term today", func(s *sign.Signature) { s.Claimed = time.Time{} }),
		notChecked("in the future", func(s *sign.Signature) { s.Reasons = []sign.Reason{{Code: sign.CodeTimeInFuture}} }),
		found("issuer out of term", "sign/expired.issuer", func(s *sign.Signature) { s.Reasons = []sign.Reason{{Code: sign.CodeIssuerTerm}} }),
		passed("expired since", func(s *sign.Signature) { s.Term = sign.TermExpiredToday }),
		notChecked("no certificate", func(s *sign.Signature) { s.Term, s.Signer = sign.TermUnknown, nil }),
	)...)
}

func TestTimeUnproven(t *testing.T) {
	linttest.Rule(t, rules.TimeUnproven(), common(
		found("expired since", "sign/time-unproven", func(s *sign.Signature) { s.Term = sign.TermExpiredToday }),
		found("revoked since", "sign/time-unproven.revoked", revoked(sign.RevocationRevokedLater, "superseded")),
		passed("revoked since, and not to be believed: another rule's", revoked(sign.RevocationRevokedLater, "keyCompromise")),
	)...)
}

func TestInvalid(t *testing.T) {
	linttest.Rule(t, rules.Invalid(), common(
		found("malformed", "sign/invalid", func(s *sign.Signature) { s.Indication, s.Sub = sign.TotalFailed, sign.SubFormatFailure }),
		notChecked("indeterminate for a new reason", func(s *sign.Signature) { s.Indication = sign.Indeterminate }),
		passed("indeterminate for want of an anchor", func(s *sign.Signature) { s.Indication, s.Trust = sign.Indeterminate, sign.NoAnchor }),
		passed("weak, which is another rule's", func(s *sign.Signature) {
			s.Indication, s.Sub, s.Digest = sign.Indeterminate, sign.SubCryptoConstraints, "SHA-1"
		}),
		notChecked("weak beside something worse", func(s *sign.Signature) {
			s.Indication, s.Sub, s.Digest = sign.Indeterminate, sign.SubSigConstraints, "SHA-1"
		}),
		passed("revoked, which is another rule's", func(s *sign.Signature) {
			s.Indication, s.Sub, s.Revocation = sign.Indeterminate, sign.SubRevokedNoPOE, sign.RevocationRevokedLater
		}),
	)...)
}

func TestTooManySignaturesAreNotChecked(t *testing.T) {
	report := sign.Report{Signatures: []sign.Signature{good(nil)}, Reasons: []sign.Reason{{Code: sign.CodeTooManySignatures}}}
	d := with(evidencetest.Report(report))
	d.Agency = &agency.Profile{Officials: []agency.Official{{Name: "A"}}}
	for _, rule := range rules.Rules() {
		l, err := lint.New(lint.Options[*evidence.Dossier]{
			Rules: []lint.Rule[*evidence.Dossier]{withoutAfter(rule)}, AsOf: law.Date(2026, 11, 23),
			Evidence: evidencetest.Always(d),
		})
		require.NoError(t, err)
		assert.Equal(t, lint.NotChecked, l.Judge(t.Context(), &dossier.Dossier{}).Outcomes[0].State, rule.ID)
	}
}

func withoutAfter(r lint.Rule[*evidence.Dossier]) lint.Rule[*evidence.Dossier] {
	r.After = nil
	return r
}

func TestUntrusted(t *testing.T) {
	linttest.Rule(t, rules.Untrusted(), common(
		found("a root with the name of an anchor", "sign/untrusted.imitation", func(s *sign.Signature) {
			s.Trust, s.Reasons = sign.StrangerRoot, []sign.Reason{{Code: sign.CodeNameOfAnchor, Args: []string{"CA"}}}
		}),
		testCase{Name: "an issuer with the name of an anchor", Evidence: with(evidencetest.Signed(good(func(s *sign.Signature) {
			s.Trust, s.Reasons = sign.IncompleteChain, []sign.Reason{{Code: sign.CodeNameOfAnchor, Args: []string{"CA"}}}
		}))), States: states(lint.NotChecked), Check: func(t *testing.T, r *lint.Result) {
			assert.Equal(t, "sign/untrusted.other-key", r.Outcomes[0].Because.ID)
		}},
		found("stranger's root", "sign/untrusted", func(s *sign.Signature) { s.Trust = sign.StrangerRoot }),
		found("self-signed", "sign/untrusted.self-signed", func(s *sign.Signature) { s.Trust = sign.SelfSigned }),
		testCase{Name: "for other purposes", Evidence: with(evidencetest.Signed(good(func(s *sign.Signature) {
			s.Reasons = []sign.Reason{{Code: sign.CodeExtendedUsage, Args: []string{"serverAuth", "codeSigning"}}}
		}))), States: states(lint.Found), Messages: []string{"sign/untrusted.extended-usage"}, Check: says("xác thực máy chủ, ký phần mềm")},
		notChecked("issued when it could be forged", reasoned(sign.CodeWeakLinkRefused)),
		found("not for signing", "sign/untrusted.usage", func(s *sign.Signature) { s.Reasons = []sign.Reason{{Code: sign.CodeKeyUsage}} }),
		found("bad link", "sign/untrusted.invalid-chain", func(s *sign.Signature) { s.Trust = sign.ChainInvalid }),
		notChecked("no anchor", func(s *sign.Signature) { s.Trust = sign.NoAnchor }),
		testCase{Name: "missing intermediate", Evidence: with(evidencetest.Signed(good(func(s *sign.Signature) {
			s.Trust, s.Path = sign.IncompleteChain, s.Path[:1]
		}))), States: states(lint.NotChecked), Check: func(t *testing.T, r *lint.Result) {
			assert.Contains(t, r.Outcomes[0].Because.In(msg.Vietnamese), "CA MẪU", "it names what is missing")
		}},
		notChecked("no certificate", func(s *sign.Signature) { s.Trust = sign.TrustUnknown }),
	)...)
}

func TestOneLayer(t *testing.T) {
	linttest.Rule(t, rules.OneLayer(), common(
		found("agency alone", "sign/one-layer.no-person", nil),
		found("person alone", "sign/one-layer.no-agency", func(s *sign.Signature) { s.Role = sign.RolePerson }),
		testCase{Name: "agency and scanner", Evidence: with(evidencetest.Signed(good(nil), good(func(s *sign.Signature) { s.Role = sign.RoleScanner }))),
			States: states(lint.Found), Messages: []string{"sign/one-layer.scanner"}},
		notChecked("unknown role", func(s *sign.Signature) { s.Role = sign.RoleUnknown }),
		testCase{Name: "a layer of a stranger is none", Evidence: with(evidencetest.Signed(good(nil), good(func(s *sign.Signature) {
			s.Role, s.Trust = sign.RolePerson, sign.StrangerRoot
		}))), States: states(lint.Found), Messages: []string{"sign/one-layer.no-person"}},
		testCase{Name: "a layer that cannot be verified may be one", Evidence: with(evidencetest.Signed(good(nil), good(func(s *sign.Signature) {
			s.Role, s.Integrity = sign.RolePerson, sign.Unverifiable
		}))), States: states(lint.NotChecked)},
		testCase{Name: "a broken layer is none", Evidence: with(evidencetest.Signed(good(nil), good(func(s *sign.Signature) {
			s.Role, s.Integrity = sign.RolePerson, sign.Broken
		}))), States: states(lint.Found), Messages: []string{"sign/one-layer.no-person"}},
	)...)
}

func TestCertificateLawBySigningTime(t *testing.T) {
	for at, want := range map[time.Time]string{
		law.Date(2020, 10, 31): "Nghị định 130/2018/NĐ-CP", law.Date(2020, 11, 1): "Thông tư 22/2020/TT-BTTTT",
		law.Date(2024, 8, 15).Add(-time.Second): "Thông tư 22/2020/TT-BTTTT", law.Date(2024, 8, 15): "Nghị định 68/2024/NĐ-CP",
		law.Date(2019, 1, 1): "Nghị định 68/2024/NĐ-CP", // older than electronic results: today's law
	} {
		l, err := lint.New(lint.Options[*evidence.Dossier]{
			Rules: []lint.Rule[*evidence.Dossier]{withoutAfter(rules.Expired())}, AsOf: law.Date(2026, 11, 23),
			Evidence: evidencetest.Always(with(evidencetest.Signed(good(func(s *sign.Signature) { s.Term, s.Claimed = sign.TermAfter, at })))),
		})
		require.NoError(t, err)
		findings := l.Judge(t.Context(), &dossier.Dossier{}).Findings
		require.Len(t, findings, 1, at)
		assert.Equal(t, want, findings[0].Basis[0].Instrument, at)
	}
}
