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

func removed(s *sign.Signature) { s.Removed = true }

// severity returns a check of the severity of the first finding.
func severity(want lint.Severity) func(*testing.T, *lint.Result) {
	return func(t *testing.T, r *lint.Result) { assert.Equal(t, want, r.Findings[0].Severity) }
}

func warning(t *testing.T, r *lint.Result) { severity(lint.Warning)(t, r) }

// says returns a check of what the first finding says in Vietnamese.
func says(parts ...string) func(*testing.T, *lint.Result) {
	return func(t *testing.T, r *lint.Result) {
		for _, part := range parts {
			assert.Contains(t, r.Findings[0].Message.In(msg.Vietnamese), part)
		}
	}
}

func reasoned(codes ...sign.Code) func(*sign.Signature) {
	return func(s *sign.Signature) {
		for _, c := range codes {
			s.Reasons = append(s.Reasons, sign.Reason{Code: c})
		}
	}
}

// revoked is a signer whose certificate was revoked on 1/6/2024.
func revoked(state sign.Revocation, reason string) func(*sign.Signature) {
	return func(s *sign.Signature) {
		s.Revocation = state
		s.Statuses = []sign.Status{{Certificate: s.Signer, Revocation: state, RevokedAt: law.Date(2024, 6, 1), Reason: reason}}
	}
}

func TestImageOnly(t *testing.T) {
	stamp := sign.Mark{Kind: "stamp", Page: 2, Box: pdf.Box{X: 100, Y: 200, W: 30, H: 30}, Text: "UBND\nPHƯỜNG 3"}
	linttest.Rule(t, rules.ImageOnly(),
		testCase{Name: "signed", Evidence: with(evidencetest.Report(sign.Report{Signatures: []sign.Signature{good(nil)}, Marks: []sign.Mark{stamp}})), States: states(lint.Passed)},
		testCase{Name: "nothing at all", Evidence: with(evidencetest.Signed()), States: states(lint.Passed)},
		testCase{Name: "a stamp", Evidence: with(evidencetest.Report(sign.Report{Marks: []sign.Mark{stamp}})), States: states(lint.Found), Messages: []string{"sign/image-only"},
			Check: func(t *testing.T, r *lint.Result) {
				says("hình dấu được dán «UBND PHƯỜNG 3» ở trang 2")(t, r)
				assert.Equal(t, lint.Place{File: "a.pdf", Page: 2, Box: lint.Box{X: 100, Y: 200, W: 30, H: 30}}, r.Findings[0].Place)
			}},
		testCase{Name: "several marks are one finding", Evidence: with(evidencetest.Report(sign.Report{Marks: []sign.Mark{
			{Kind: "ink", Page: 1}, {Kind: "field", Page: 1}, {Kind: "free-text", Page: 3}, {Kind: "unheard of", Page: 4},
		}})), States: states(lint.Found), Messages: []string{"sign/image-only"}, Check: says("nét ký vẽ", "và 1 điểm khác")},
		testCase{Name: "a picture", Evidence: with(evidencetest.Content(evidence.PNG)), States: states(lint.NotApplicable)},
		testCase{Name: "damaged", Evidence: with(evidencetest.Damaged()), States: states(lint.NotChecked)},
	)
}

func TestRemoved(t *testing.T) {
	linttest.Rule(t, rules.Removed(), common(
		found("the only one", "sign/removed", removed),
		testCase{Name: "others stand", Evidence: with(evidencetest.Signed(good(removed), good(nil))), States: states(lint.Found),
			Messages: []string{"sign/removed.some"}, Check: warning},
		testCase{Name: "a timestamp", Evidence: with(evidencetest.Signed(good(nil), good(func(s *sign.Signature) { s.Kind, s.Removed = sign.KindTimestamp, true }))),
			States: states(lint.Passed)},
	)...)
}

// TestOneFindingForAFileWithoutSignature runs the three rules in their order.
func TestOneFindingForAFileWithoutSignature(t *testing.T) {
	for want, report := range map[string]sign.Report{
		"sign/missing":    {},
		"sign/image-only": {Marks: []sign.Mark{{Kind: "stamp", Page: 1}}},
		"sign/removed":    {Signatures: []sign.Signature{good(removed)}, Marks: []sign.Mark{{Kind: "stamp", Page: 1}}},
	} {
		r := judgeAll(t, with(evidencetest.Report(report)))
		assert.Equal(t, []string{want}, foundBy(r))
		assert.Equal(t, lint.Rejected, r.Verdict)
	}
}

func TestMalformed(t *testing.T) {
	linttest.Rule(t, rules.Malformed(), common(
		found("partial coverage", "sign/malformed", func(s *sign.Signature) { s.Coverage = sign.Partial }),
		passed("earlier revision", func(s *sign.Signature) { s.Coverage = sign.WholeRevision }),
		testCase{Name: "objects in the gap", Evidence: with(evidencetest.Signed(good(func(s *sign.Signature) {
			s.Integrity, s.Coverage, s.Reasons = sign.Broken, sign.Incoherent, []sign.Reason{{Code: sign.CodeObjectInGap}}
		}))), States: states(lint.Found), Messages: []string{"sign/malformed"}, Check: says("nằm ngoài vùng được ký")},
		found("damaged data", "sign/malformed", func(s *sign.Signature) {
			s.Integrity, s.Reasons = sign.Unverifiable, []sign.Reason{{Code: sign.CodeCMSMalformed, Args: []string{"x"}}}
		}),
		found("a format failure of an intact one", "sign/malformed", func(s *sign.Signature) {
			s.Indication, s.Sub, s.Reasons = sign.TotalFailed, sign.SubFormatFailure, []sign.Reason{{Code: sign.CodeDictionaryMalformed}}
		}),
		passed("a remark alone", reasoned(sign.CodeContentType)),
		passed("changed bytes are another rule's", func(s *sign.Signature) {
			s.Integrity, s.Coverage, s.Reasons = sign.Broken, sign.Partial, []sign.Reason{{Code: sign.CodeDigestMismatch}}
		}),
		passed("a mistake of ours", func(s *sign.Signature) {
			s.Integrity, s.Coverage, s.Reasons = sign.Unverifiable, sign.Incoherent, []sign.Reason{{Code: sign.CodeInternal}}
		}),
	)...)
}

func TestNotPermittedChange(t *testing.T) {
	yes, no := true, false
	after := func(reason sign.Reason) func(*sign.Signature) {
		return func(s *sign.Signature) {
			s.Changes, s.Permitted, s.Reasons = sign.ChangesForm, &no, []sign.Reason{reason}
			s.ChangeList = []sign.Change{{Class: sign.ChangesForm, Code: sign.CodeFieldFilled, Field: "NgayCap", Page: 1, Object: 7}}
		}
	}
	changes := func(name, want string, reason sign.Reason) testCase {
		c := found(name, "sign/not-permitted-change", after(reason))
		c.Check = says(want, "ô biểu mẫu được điền «NgayCap» ở trang 1")
		return c
	}
	linttest.Rule(t, rules.NotPermittedChange(), common(
		changes("certified", "không được sửa hay thêm gì", sign.Reason{Code: sign.CodeChangeNotPermitted, Args: []string{"form", "lta"}}),
		changes("certified, by P", "không được sửa hay thêm gì", sign.Reason{Code: sign.CodeChangeNotPermitted, Args: []string{"form", "1"}}),
		changes("nothing said", "chỉ được điền biểu mẫu và ký thêm", sign.Reason{Code: sign.CodeChangeNotPermitted, Args: []string{"annotation", "form"}}),
		changes("locked", "ô «NgayCap» đã bị khóa", sign.Reason{Code: sign.CodeFieldLocked, Args: []string{"NgayCap"}}),
		changes("unknown", "có giới hạn", sign.Reason{Code: sign.CodeChangeNotPermitted}),
		passed("permitted", func(s *sign.Signature) { s.Changes, s.Permitted = sign.ChangesForm, &yes }),
		passed("unexplained is another rule's", func(s *sign.Signature) { s.Changes, s.Permitted = sign.ChangesOther, &no }),
		passed("cannot be told: another rule's", func(s *sign.Signature) { s.Changes = sign.ChangesAnnotation }),
	)...)
}

func TestNotYetValid(t *testing.T) {
	linttest.Rule(t, rules.NotYetValid(), common(
		found("before the term", "sign/not-yet-valid", func(s *sign.Signature) { s.Term = sign.TermBefore }),
		found("before the issuer's term", "sign/not-yet-valid.issuer", func(s *sign.Signature) {
			s.Reasons = []sign.Reason{{Code: sign.CodeIssuerTerm}}
			s.Path = []*x509.Certificate{s.Signer, {NotBefore: law.Date(2025, 1, 1)}}
		}),
		passed("after the issuer's term", reasoned(sign.CodeIssuerTerm)),
		passed("after the term", func(s *sign.Signature) { s.Term = sign.TermAfter }),
		notChecked("no certificate", func(s *sign.Signature) { s.Term, s.Signer = sign.TermUnknown, nil }),
	)...)
}

func TestRevoked(t *testing.T) {
	linttest.Rule(t, rules.Revoked(), common(
		testCase{Name: "revoked", Evidence: with(evidencetest.Signed(good(revoked(sign.RevocationRevoked, "cessationOfOperation")))),
			States: states(lint.Found), Messages: []string{"sign/revoked"}, Check: says("04/03/2024 08:30:00", "thu hồi 01/06/2024", "ngừng sử dụng")},
		found("without details", "sign/revoked", func(s *sign.Signature) { s.Revocation = sign.RevocationRevoked }),
		testCase{Name: "the issuer", Evidence: with(evidencetest.Signed(good(func(s *sign.Signature) {
			s.Revocation = sign.RevocationRevoked
			s.Statuses = []sign.Status{{Certificate: s.Signer, Revocation: sign.RevocationGood},
				{Certificate: &x509.Certificate{Subject: pkix.Name{CommonName: "CA MẪU"}}, Revocation: sign.RevocationRevoked, Reason: "cACompromise"}}
		}))), States: states(lint.Found), Messages: []string{"sign/revoked.issuer"}, Check: says("CA MẪU", "không rõ ngày", "lộ khóa của tổ chức cấp")},
		passed("later, in order", revoked(sign.RevocationRevokedLater, "superseded")),
		passed("unknown", func(s *sign.Signature) { s.Revocation = sign.RevocationUnknown }),
		notChecked("later, and the key is in other hands", revoked(sign.RevocationRevokedLater, "keyCompromise")),
		notChecked("later, the issuer's key", revoked(sign.RevocationRevokedLater, "cACompromise")),
	)...)
}

func TestUnknownStatus(t *testing.T) {
	known := func(s *sign.Signature) { s.Revocation = sign.RevocationGood }
	linttest.Rule(t, rules.UnknownStatus(), commonTo(known,
		testCase{Name: "one finding for a file", Evidence: with(evidencetest.Signed(good(nil), good(func(s *sign.Signature) {
			s.Signer = &x509.Certificate{Subject: pkix.Name{CommonName: "Phạm Minh Đức"}}
		}), good(nil))), States: states(lint.Found), Messages: []string{"sign/unknown-status"}, Check: says("UBND PHƯỜNG 3 và của Phạm Minh Đức có")},
		found("data that cannot be used", "sign/unknown-status.unusable", reasoned(sign.CodeRevocationBad)),
		passed("revoked is another rule's", func(s *sign.Signature) { s.Revocation = sign.RevocationRevoked }),
		testCase{Name: "no chain", Evidence: with(evidencetest.Signed(good(func(s *sign.Signature) { s.Trust = sign.NoAnchor }))), States: states(lint.NotApplicable)},
	)...)
}

func TestWeak(t *testing.T) {
	weak := func(name string, parts []string, change func(*sign.Signature)) testCase {
		c := found(name, "sign/weak", change)
		c.Check = says(parts...)
		return c
	}
	linttest.Rule(t, rules.Weak(), common(
		weak("digest", []string{"SHA-1"}, func(s *sign.Signature) { s.Digest = "SHA-1" }),
		weak("digest by remark", []string{"MD5"}, func(s *sign.Signature) { s.Reasons = []sign.Reason{{Code: sign.CodeWeakDigest, Args: []string{"MD5"}}} }),
		weak("RSA", []string{"RSA 1024 bit, tối thiểu là 2048"}, func(s *sign.Signature) { s.Algorithm, s.KeyBits = "RSA", 1024 }),
		weak("RSA by remark", []string{"1024 bit"}, func(s *sign.Signature) {
			s.Algorithm, s.Reasons = "RSA-PSS", []sign.Reason{{Code: sign.CodeWeakKey, Args: []string{"1024"}}}
		}),
		weak("curve", []string{"ECDSA 224 bit, tối thiểu là 256"}, func(s *sign.Signature) { s.Algorithm, s.KeyBits = "ECDSA", 224 }),
		weak("link", []string{"SHA-1"}, reasoned(sign.CodeLegacyLink)),
		passed("RSA 2048", func(s *sign.Signature) { s.Algorithm, s.KeyBits, s.Digest = "RSA", 2048, "SHA-256" }),
		passed("Ed25519", func(s *sign.Signature) { s.Algorithm, s.KeyBits, s.Digest = "Ed25519", 255, "SHA-512" }),
		passed("P-256", func(s *sign.Signature) { s.Algorithm, s.KeyBits, s.Digest = "ECDSA", 256, "SHA3-256" }),
	)...)
}

func TestTestCertificate(t *testing.T) {
	linttest.Rule(t, rules.TestCertificate(), common(
		found("a test certificate", "sign/test-certificate", reasoned(sign.CodeTestCertificate)),
		passed("below a test root that the user named", func(s *sign.Signature) {
			s.Reasons = []sign.Reason{{Code: sign.CodeTestCertificate, Args: []string{"TEST CA"}}}
			s.Anchor = &sign.Anchor{Origin: sign.OriginOwn}
		}),
		found("itself a test, below a root that the user named", "sign/test-certificate.name", func(s *sign.Signature) {
			s.Reasons = []sign.Reason{{Code: sign.CodeTestCertificate, Args: []string{"UBND PHƯỜNG 3"}}}
			s.Anchor = &sign.Anchor{Origin: sign.OriginOwn}
		}),
		found("with the words", "sign/test-certificate.name", func(s *sign.Signature) {
			s.Reasons = []sign.Reason{{Code: sign.CodeTestCertificate, Args: []string{"TEST CA"}}}
		}),
	)...)
}

func TestTimeSkew(t *testing.T) {
	proven := func(claimedAhead time.Duration, own bool) func(*sign.Signature) {
		return func(s *sign.Signature) {
			s.Proven = s.Claimed.Add(-claimedAhead)
			if own {
				s.Timestamp = &sign.Timestamp{Time: s.Proven, Integrity: sign.Intact}
			}
		}
	}
	zone := found("Vietnamese time as UTC", "sign/time-skew.zone", proven(7*time.Hour, true))
	zone.Check = severity(lint.Info)
	received := func(day time.Time) *evidence.Dossier {
		d := with(evidencetest.Signed(good(nil)))
		d.Code.Received = day
		return d
	}
	in := func(revision int, at time.Duration) sign.Signature {
		return good(func(s *sign.Signature) { s.Revision, s.Claimed = revision, s.Claimed.Add(at) })
	}
	linttest.Rule(t, rules.TimeSkew(), common(
		zone,
		found("Vietnamese time as UTC, by the file", "sign/time-skew.zone-in-file", func(s *sign.Signature) {
			s.Skew, s.Reasons = 7*time.Hour, []sign.Reason{{Code: sign.CodeTimeSkew}}
		}),
		found("later than proven", "sign/time-skew", proven(3*time.Hour, true)),
		found("much earlier than its own timestamp", "sign/time-skew.behind", proven(-30*time.Hour, true)),
		passed("a document timestamp added later", proven(-3000*time.Hour, false)),
		passed("a slow timestamp server", proven(-2*time.Minute, true)),
		found("timestamps disagree", "sign/time-skew.timestamps", reasoned(sign.CodeTimestampOrder)),
		testCase{Name: "before the dossier was received", Evidence: received(law.Date(2024, 3, 5)), States: states(lint.Found), Messages: []string{"sign/time-skew.before-receipt"}},
		testCase{Name: "on the day of receipt", Evidence: received(law.Date(2024, 3, 4)), States: states(lint.Passed)},
		testCase{Name: "times against the order", Evidence: with(evidencetest.Signed(in(1, 2*time.Hour), in(2, 0))), States: states(lint.Found), Messages: []string{"sign/time-skew.order"}},
		testCase{Name: "clocks a little apart", Evidence: with(evidencetest.Signed(in(1, 20*time.Minute), in(2, 0))), States: states(lint.Passed)},
	)...)
}

func TestNoTimestamp(t *testing.T) {
	stamped := func(i sign.Integrity) func(*sign.Signature) {
		return func(s *sign.Signature) { s.Timestamp = &sign.Timestamp{Integrity: i} }
	}
	broken := found("a broken one", "sign/no-timestamp.broken", stamped(sign.Broken))
	broken.Check = warning
	linttest.Rule(t, rules.NoTimestamp(), commonTo(func(s *sign.Signature) { s.Proven = s.Claimed },
		testCase{Name: "one finding for a file", Evidence: with(evidencetest.Signed(good(nil), good(nil))), States: states(lint.Found),
			Messages: []string{"sign/no-timestamp"}, Check: severity(lint.Info)},
		found("of an unknown authority", "sign/no-timestamp.untrusted", stamped(sign.Intact)),
		broken,
	)...)
}
