package sign_test

import (
	"crypto/x509"
	"crypto/x509/pkix"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"

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
		Trust: sign.Trusted, Term: sign.TermWithin, Role: sign.RoleAgency, Page: 1, Box: pdf.Box{X: 120, Y: 10, W: 60, H: 20},
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
func common(more ...testCase) []testCase {
	return append([]testCase{
		{Name: "in order", Evidence: with(evidencetest.Signed(good(nil), good(func(s *sign.Signature) { s.Role = sign.RolePerson }))), States: states(lint.Passed)},
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
		testCase{Name: "removed", Evidence: with(evidencetest.Signed(good(func(s *sign.Signature) { s.Removed = true }))),
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
			s.Integrity, s.Reasons = sign.Broken, []sign.Reason{{Code: sign.CodeDuplicateAttribute}}
		}),
		found("partial coverage", "sign/broken.coverage", func(s *sign.Signature) { s.Coverage = sign.Partial }),
		passed("earlier revision", func(s *sign.Signature) { s.Coverage = sign.WholeRevision }),
		notChecked("unknown algorithm", func(s *sign.Signature) { s.Integrity = sign.Unverifiable }),
		testCase{Name: "one broken beside one good", Evidence: with(evidencetest.Signed(good(nil), good(func(s *sign.Signature) { s.Integrity = sign.Broken }))),
			States: states(lint.Found), Messages: []string{"sign/broken"}},
	)...)
}

func TestChangedAfter(t *testing.T) {
	yes, no := true, false
	linttest.Rule(t, rules.ChangedAfter(), common(
		found("unexplained", "sign/changed-after", func(s *sign.Signature) { s.Changes = sign.ChangesOther }),
		found("not permitted", "sign/changed-after", func(s *sign.Signature) { s.Changes, s.Permitted = sign.ChangesForm, &no }),
		passed("permitted", func(s *sign.Signature) { s.Changes, s.Permitted = sign.ChangesForm, &yes }),
		notChecked("cannot be told", func(s *sign.Signature) { s.Changes = sign.ChangesAnnotation }),
	)...)
}

func TestExpired(t *testing.T) {
	linttest.Rule(t, rules.Expired(), common(
		found("after the term", "sign/expired", func(s *sign.Signature) { s.Term = sign.TermAfter }),
		found("before the term", "sign/expired.early", func(s *sign.Signature) { s.Term = sign.TermBefore }),
		found("without a time", "sign/expired", func(s *sign.Signature) { s.Term, s.Claimed = sign.TermAfter, time.Time{} }),
		passed("expired since", func(s *sign.Signature) { s.Term = sign.TermExpiredToday }),
		notChecked("no certificate", func(s *sign.Signature) { s.Term, s.Signer = sign.TermUnknown, nil }),
	)...)
}

func TestTimeUnproven(t *testing.T) {
	linttest.Rule(t, rules.TimeUnproven(), common(
		found("expired since", "sign/time-unproven", func(s *sign.Signature) { s.Term = sign.TermExpiredToday }),
	)...)
}

func TestUntrusted(t *testing.T) {
	linttest.Rule(t, rules.Untrusted(), common(
		found("stranger's root", "sign/untrusted", func(s *sign.Signature) { s.Trust = sign.StrangerRoot }),
		found("self-signed", "sign/untrusted.self-signed", func(s *sign.Signature) { s.Trust = sign.SelfSigned }),
		found("bad link", "sign/untrusted.invalid-chain", func(s *sign.Signature) { s.Trust = sign.ChainInvalid }),
		notChecked("no anchor", func(s *sign.Signature) { s.Trust = sign.NoAnchor }),
		notChecked("missing intermediate", func(s *sign.Signature) { s.Trust = sign.IncompleteChain }),
		notChecked("no certificate", func(s *sign.Signature) { s.Trust = sign.TrustUnknown }),
	)...)
}

func TestUntrustedNamesWhatIsMissing(t *testing.T) {
	c := notChecked("", func(s *sign.Signature) { s.Trust, s.Path = sign.IncompleteChain, s.Path[:1] })
	l, err := lint.New(lint.Options[*evidence.Dossier]{
		Rules: []lint.Rule[*evidence.Dossier]{{
			ID: "a/b", Title: rules.Untrusted().Title, Why: rules.Untrusted().Why, Remedy: rules.Untrusted().Remedy,
			Applies: rules.Untrusted().Applies, Editions: rules.Untrusted().Editions,
		}},
		AsOf: law.Date(2026, 11, 23), Evidence: evidencetest.Always(c.Evidence),
	})
	if assert.NoError(t, err) {
		r := l.Judge(t.Context(), c.Evidence.Dossier)
		assert.Contains(t, r.Outcomes[0].Because.In(msg.Vietnamese), "CA MẪU")
	}
}

func TestOneLayer(t *testing.T) {
	linttest.Rule(t, rules.OneLayer(), common(
		found("agency alone", "sign/one-layer.no-person", nil),
		found("person alone", "sign/one-layer.no-agency", func(s *sign.Signature) { s.Role = sign.RolePerson }),
		notChecked("unknown role", func(s *sign.Signature) { s.Role = sign.RoleUnknown }),
		testCase{Name: "a broken layer is none", Evidence: with(evidencetest.Signed(good(nil), good(func(s *sign.Signature) {
			s.Role, s.Integrity = sign.RolePerson, sign.Broken
		}))), States: states(lint.Found), Messages: []string{"sign/one-layer.no-person"}},
	)...)
}

func TestCertificateLawByDate(t *testing.T) {
	for date, want := range map[time.Time]string{
		law.Date(2020, 10, 31): "Nghị định 130/2018/NĐ-CP", law.Date(2020, 11, 1): "Thông tư 22/2020/TT-BTTTT",
		law.Date(2024, 8, 15).Add(-time.Second): "Thông tư 22/2020/TT-BTTTT", law.Date(2024, 8, 15): "Nghị định 68/2024/NĐ-CP",
	} {
		for _, e := range rules.Expired().Editions {
			if e.In.Contains(date) {
				assert.Equal(t, want, e.Basis[0].Instrument, date)
			}
		}
	}
}
