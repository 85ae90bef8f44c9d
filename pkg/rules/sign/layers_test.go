package sign_test

import (
	"crypto/x509"
	"crypto/x509/pkix"
	"math/big"
	"slices"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/tthclint/tthclint/pkg/agency"
	"github.com/tthclint/tthclint/pkg/evidence"
	"github.com/tthclint/tthclint/pkg/evidence/evidencetest"
	"github.com/tthclint/tthclint/pkg/law"
	"github.com/tthclint/tthclint/pkg/lint"
	"github.com/tthclint/tthclint/pkg/lint/linttest"
	"github.com/tthclint/tthclint/pkg/pdf"
	"github.com/tthclint/tthclint/pkg/procedure"
	rules "github.com/tthclint/tthclint/pkg/rules/sign"
	"github.com/tthclint/tthclint/pkg/sign"
)

// judgeAll runs the whole family over a dossier, in order.
func judgeAll(t *testing.T, d *evidence.Dossier) *lint.Result {
	t.Helper()
	all := rules.Rules()
	for i := range all { // the other families do not run here
		all[i].After = slices.DeleteFunc(all[i].After, func(id string) bool {
			return !slices.ContainsFunc(all, func(r lint.Rule[*evidence.Dossier]) bool { return r.ID == id })
		})
	}
	l, err := lint.New(lint.Options[*evidence.Dossier]{Rules: all, AsOf: law.Date(2026, 11, 23), Evidence: evidencetest.Always(d)})
	require.NoError(t, err)
	return l.Judge(t.Context(), d.Dossier)
}

// foundBy returns the rules that found something, each once.
func foundBy(r *lint.Result) (ids []string) {
	for _, f := range r.Findings {
		if !slices.Contains(ids, f.Rule) {
			ids = append(ids, f.Rule)
		}
	}
	return ids
}

func person(s *sign.Signature) { s.Role = sign.RolePerson }

// TestReportOfAGoodResultIsShort looks at what a two-layer result without
// timestamps and revocation data gets, as most are.
func TestReportOfAGoodResultIsShort(t *testing.T) {
	d := with(evidencetest.Signed(good(person), good(nil)))
	d.Unit = "UBND Phường 3"
	r := judgeAll(t, d)
	assert.Equal(t, lint.Accepted, r.Verdict)
	assert.Len(t, r.Findings, 2)
	assert.ElementsMatch(t, []string{"sign/unknown-status", "sign/no-timestamp"}, foundBy(r))
	for _, o := range r.Outcomes {
		assert.NotEqual(t, lint.NotChecked, o.State, o.Rule)
	}
}

// TestConsequencesKeepSilent looks at what one fault brings along.
func TestConsequencesKeepSilent(t *testing.T) {
	for want, change := range map[string]func(*sign.Signature){
		"sign/broken":        func(s *sign.Signature) { s.Integrity, s.Indication = sign.Broken, sign.TotalFailed },
		"sign/malformed":     func(s *sign.Signature) { s.Coverage, s.Indication = sign.Partial, sign.TotalFailed },
		"sign/untrusted":     func(s *sign.Signature) { s.Trust, s.Indication = sign.StrangerRoot, sign.Indeterminate },
		"sign/expired":       func(s *sign.Signature) { s.Term, s.Indication = sign.TermAfter, sign.TotalFailed },
		"sign/not-yet-valid": func(s *sign.Signature) { s.Term, s.Indication = sign.TermBefore, sign.TotalFailed },
		"sign/revoked":       func(s *sign.Signature) { s.Revocation, s.Indication = sign.RevocationRevoked, sign.TotalFailed },
	} {
		r := judgeAll(t, with(evidencetest.Signed(good(person), good(change))))
		assert.Equal(t, []string{want}, foundBy(r))
		assert.Equal(t, lint.Rejected, r.Verdict)
	}
}

// TestUndeterminedWhereAnErrorCannotBeExcluded looks at facts that are missing.
func TestUndeterminedWhereAnErrorCannotBeExcluded(t *testing.T) {
	for name, change := range map[string]func(*sign.Signature){
		"no anchor":       func(s *sign.Signature) { s.Trust, s.Indication = sign.NoAnchor, sign.Indeterminate },
		"key compromised": revoked(sign.RevocationRevokedLater, "keyCompromise"),
		"unverifiable":    func(s *sign.Signature) { s.Integrity, s.Indication = sign.Unverifiable, sign.Indeterminate },
	} {
		assert.Equal(t, lint.Undetermined, judgeAll(t, with(evidencetest.Signed(good(person), good(change)))).Verdict, name)
	}
}

func TestLayerOrder(t *testing.T) {
	in := func(revision int, role sign.Role, at time.Duration) sign.Signature {
		return good(func(s *sign.Signature) { s.Revision, s.Role, s.Claimed = revision, role, s.Claimed.Add(at) })
	}
	order := func(name string, state lint.State, s ...sign.Signature) testCase {
		c := testCase{Name: name, Evidence: with(evidencetest.Signed(s...)), States: states(state)}
		if state == lint.Found {
			c.Messages = []string{"sign/layer-order"}
		}
		return c
	}
	linttest.Rule(t, rules.LayerOrder(), common(
		order("agency first", lint.Found, in(1, sign.RoleAgency, 0), in(2, sign.RolePerson, 0)),
		order("agency first, whatever its clock says", lint.Found, in(1, sign.RoleAgency, time.Hour), in(2, sign.RolePerson, 0)),
		order("by time where the revisions do not tell", lint.Found, in(0, sign.RolePerson, time.Hour), in(0, sign.RoleAgency, 0)),
		order("person first", lint.Passed, in(1, sign.RolePerson, 0), in(2, sign.RoleAgency, 0)),
		order("the agency once more", lint.Passed, in(1, sign.RoleAgency, 0), in(2, sign.RolePerson, 0), in(3, sign.RoleAgency, 0)),
		order("a clerk after both", lint.Passed, in(1, sign.RolePerson, 0), in(2, sign.RoleAgency, 0), in(3, sign.RolePerson, 0)),
		order("who scanned is no layer", lint.NotApplicable, in(1, sign.RoleAgency, 0), in(2, sign.RoleScanner, 0)),
		order("one layer", lint.NotApplicable, in(1, sign.RoleAgency, 0)),
	)...)
}

func TestWrongAgency(t *testing.T) {
	agency := func(name, above string, issued, at time.Time) sign.Signature {
		return good(func(s *sign.Signature) {
			s.Claimed = at
			s.Signer = &x509.Certificate{Subject: pkix.Name{CommonName: name, Organization: []string{above}}, NotBefore: issued}
		})
	}
	old, now := law.Date(2022, 1, 1), law.Date(2025, 9, 1)
	const city, province = "ỦY BAN NHÂN DÂN THÀNH PHỐ SA ĐÉC", "ỦY BAN NHÂN DÂN TỈNH ĐỒNG THÁP"
	handled := func(name, unit string, state lint.State, message string, s ...sign.Signature) testCase {
		d := with(evidencetest.Signed(s...))
		d.Unit = unit
		c := testCase{Name: name, Evidence: d, States: states(state)}
		if message != "" {
			c.Messages = []string{message}
		}
		return c
	}
	worker := good(func(s *sign.Signature) {
		s.Role, s.Claimed = sign.RolePerson, now
		s.Signer = &x509.Certificate{NotBefore: now, Subject: pkix.Name{
			CommonName: "Huỳnh Thị Thanh Vân", Organization: []string{province}, OrganizationalUnit: []string{"UBND PHƯỜNG CAO LÃNH"},
		}}
	})
	scanner := worker
	scanner.Role = sign.RoleScanner
	early := handled("before the unit began", "UBND phường Sa Đéc", lint.Found, "sign/wrong-agency.too-early", agency("UBND PHƯỜNG SA ĐÉC", province, old, law.Date(2024, 5, 1)))
	early.Check = func(t *testing.T, r *lint.Result) {
		says("chỉ có từ 01/07/2025")(t, r)
		assert.Equal(t, "Nghị quyết 1663/NQ-UBTVQH15", r.Findings[0].Basis[0].Instrument)
	}
	linttest.Rule(t, rules.WrongAgency(),
		handled("its own", "UBND Phường 3", lint.Passed, "", agency("UBND PHƯỜNG 3", city, old, law.Date(2024, 5, 1))),
		handled("its old certificate after the merger", "UBND phường Sa Đéc", lint.Passed, "", agency("UBND PHƯỜNG 3", city, old, now)),
		handled("an office of its own", "UBND phường Sa Đéc", lint.Passed, "", agency("VĂN PHÒNG HĐND VÀ UBND PHƯỜNG SA ĐÉC", province, now, now)),
		handled("another ward's", "UBND Phường 3", lint.Found, "sign/wrong-agency", agency("UBND PHƯỜNG 1", city, old, law.Date(2024, 5, 1))),
		handled("another commune's of today", "UBND phường Sa Đéc", lint.Found, "sign/wrong-agency", agency("UBND PHƯỜNG CAO LÃNH", province, now, now)),
		handled("a person of another commune", "UBND phường Sa Đéc", lint.Found, "sign/wrong-agency.person", worker),
		handled("who scanned may be of any office", "UBND phường Sa Đéc", lint.NotApplicable, "", scanner),
		handled("a district after its end", "UBND phường Sa Đéc", lint.Found, "sign/wrong-agency.district", agency(city, "", old, now)),
		handled("a district before its end", "UBND Phường 3", lint.NotApplicable, "", agency(city, "", old, law.Date(2024, 5, 1))),
		early,
		handled("it may have become that", "UBND xã Phong Hòa", lint.NotApplicable, "", agency("UBND XÃ TÂN HÒA", "UBND HUYỆN LAI VUNG", old, law.Date(2024, 5, 1))),
		handled("the unit is not known", "", lint.NotApplicable, "", agency("UBND PHƯỜNG 1", city, old, now)),
		handled("not signed", "UBND Phường 3", lint.NotApplicable, ""),
		testCase{Name: "damaged", Evidence: with(evidencetest.Damaged()), States: states(lint.NotChecked)},
	)
}

// TestProfileOfTheAgency: what the agency says of itself goes before what can be
// told from names, and stands in the place of a unit that no register names.
func TestProfileOfTheAgency(t *testing.T) {
	now := law.Date(2025, 9, 1)
	const province = "ỦY BAN NHÂN DÂN TỈNH ĐỒNG THÁP"
	profile := &agency.Profile{Names: []agency.Borne{
		{Name: "UBND phường Sa Đéc, tỉnh Đồng Tháp"},
		{Name: "Trung tâm Phục vụ hành chính công số 5", In: law.Period{From: law.Date(2025, 7, 1)}},
	}}
	by := func(name string) sign.Signature {
		return good(func(s *sign.Signature) {
			s.Claimed = now
			s.Signer = &x509.Certificate{Subject: pkix.Name{CommonName: name, Organization: []string{province}}, NotBefore: now}
		})
	}
	handled := func(name, unit string, p *agency.Profile, state lint.State, s sign.Signature) testCase {
		d := with(evidencetest.Signed(s))
		d.Unit, d.Agency = unit, p
		c := testCase{Name: name, Evidence: d, States: states(state)}
		if state == lint.Found {
			c.Messages = []string{"sign/wrong-agency"}
		}
		return c
	}
	linttest.Rule(t, rules.WrongAgency(),
		handled("no register, its own", "", profile, lint.Passed, by("UBND PHƯỜNG SA ĐÉC")),
		handled("no register, another's", "", profile, lint.Found, by("UBND PHƯỜNG CAO LÃNH")),
		handled("a name that is no territory", "Trung tâm phục vụ hành chính công số 5", profile, lint.Passed, by("UBND PHƯỜNG SA ĐÉC")),
		handled("another's, by a name that is no territory", "TRUNG TÂM PHỤC VỤ HÀNH CHÍNH CÔNG SỐ 5", profile, lint.Found, by("UBND PHƯỜNG CAO LÃNH")),
		handled("the same without a profile", "Trung tâm phục vụ hành chính công số 5", nil, lint.NotApplicable, by("UBND PHƯỜNG CAO LÃNH")),
		handled("a unit that is not ours", "UBND phường Cao Lãnh", profile, lint.Passed, by("UBND PHƯỜNG CAO LÃNH")),
		handled("a signer that is not ours", "UBND phường Sa Đéc", profile, lint.Found, by("UBND PHƯỜNG CAO LÃNH")),
	)
}

func TestUnlistedSigner(t *testing.T) {
	profile := &agency.Profile{
		Names: []agency.Borne{{Name: "UBND phường Sa Đéc, tỉnh Đồng Tháp"}},
		Officials: []agency.Official{
			{Name: "Trần Thị Ví Dụ", Title: "Chủ tịch", In: law.Period{From: law.Date(2025, 7, 1)}},
			{Name: "Nguyễn Văn Mẫu", In: law.Period{To: law.Date(2025, 7, 1)}},
			{Name: "Lê Văn Khác", Serial: "5401"},
		},
	}
	by := func(name string, at time.Time, change ...func(*sign.Signature)) sign.Signature {
		return good(func(s *sign.Signature) {
			s.Role, s.Claimed = sign.RolePerson, at
			s.Signer = &x509.Certificate{Subject: pkix.Name{CommonName: name}, SerialNumber: big.NewInt(0x5401)}
			for _, c := range change {
				c(s)
			}
		})
	}
	now := law.Date(2025, 9, 1)
	check := func(name string, state lint.State, message string, p *agency.Profile, unit string, s ...sign.Signature) testCase {
		d := with(evidencetest.Signed(s...))
		d.Unit, d.Agency, d.AsOf = unit, p, now
		c := testCase{Name: name, Evidence: d, States: states(state)}
		if message != "" {
			c.Messages = []string{message}
		}
		return c
	}
	const unlisted, out = "sign/unlisted-signer", "sign/unlisted-signer.out-of-office"
	damaged := with(evidencetest.Damaged())
	damaged.Agency = profile
	noList := check("no list", lint.NotApplicable, "", nil, "", by("Ai Đó", now))
	noList.States = map[string]lint.State{"": lint.NotApplicable}
	linttest.Rule(t, rules.UnlistedSigner(),
		check("in office", lint.Passed, "", profile, "UBND phường Sa Đéc", by("TRAN THI VI DU", now)),
		check("with the title in the name", lint.Passed, "", profile, "", by("Chủ tịch Trần Thị Ví Dụ", now)),
		check("by the number of the certificate", lint.Passed, "", profile, "", by("KHAC LE VAN", now)),
		check("one of two", lint.Passed, "", profile, "", by("Ai Đó", now, func(s *sign.Signature) { s.Signer.SerialNumber = nil }), by("Trần Thị Ví Dụ", now)),
		check("out of office", lint.Found, out, profile, "", by("Nguyễn Văn Mẫu", now, func(s *sign.Signature) { s.Signer.SerialNumber = nil })),
		check("on the last day in office", lint.Passed, "", profile, "", by("Nguyễn Văn Mẫu", law.Date(2025, 6, 30))),
		check("before the office", lint.Found, out, profile, "", by("Trần Thị Ví Dụ", law.Date(2025, 6, 30), func(s *sign.Signature) { s.Signer.SerialNumber = nil })),
		check("another name", lint.Found, unlisted, profile, "", by("Trần Thị Vì Dụ", now, func(s *sign.Signature) { s.Signer.SerialNumber = big.NewInt(7) })),
		check("time not known", lint.NotApplicable, "", profile, "", by("Trần Thị Ví Dụ", time.Time{}, func(s *sign.Signature) { s.Signer.SerialNumber = nil })),
		check("another unit's dossier", lint.NotApplicable, "", profile, "UBND phường Cao Lãnh", by("Ai Đó", now)),
		check("an agency alone", lint.NotApplicable, "", profile, "", by("UBND PHƯỜNG SA ĐÉC", now, func(s *sign.Signature) { s.Role = sign.RoleAgency })),
		noList,
		testCase{Name: "damaged", Evidence: damaged, States: states(lint.NotChecked)},
	)
}

func TestLayersOfTheProcedure(t *testing.T) {
	of := func(layers int) *procedure.Table {
		return procedure.Builtin().With(procedure.NewTable([]procedure.Procedure{{Code: "1.000894", Layers: layers}}, nil))
	}
	alone := good(func(s *sign.Signature) { s.Role = sign.RoleAgency })
	check := func(name string, layers int, state lint.State, severity lint.Severity) testCase {
		d := with(evidencetest.Signed(alone))
		d.Procedure, d.Procedures = "1.000894", of(layers)
		c := testCase{Name: name, Evidence: d, States: states(state)}
		if state == lint.Found {
			c.Messages = []string{"sign/one-layer.no-person"}
			c.Check = func(t *testing.T, r *lint.Result) { assert.Equal(t, severity, r.Findings[0].Severity) }
		}
		return c
	}
	damaged := with(evidencetest.Damaged())
	linttest.Rule(t, rules.OneLayer(),
		check("not said", 0, lint.Found, lint.Warning),
		check("one is enough", 1, lint.NotApplicable, 0),
		check("two", 2, lint.Found, lint.Error),
		testCase{Name: "both", Evidence: with(evidencetest.Signed(alone, good(func(s *sign.Signature) { s.Role = sign.RolePerson }))), States: states(lint.Passed)},
		testCase{Name: "damaged", Evidence: damaged, States: states(lint.NotChecked)},
	)
}

func TestPosition(t *testing.T) {
	page := evidencetest.Structure(evidence.Structure{Pages: 2, Sizes: []evidence.Size{{W: 210, H: 297}, {W: 210, H: 297}}})
	at := func(name string, state lint.State, message string, change func(*sign.Signature)) testCase {
		c := testCase{Name: name, Evidence: with(page, evidencetest.Signed(good(change))), States: states(state)}
		if message != "" {
			c.Messages = []string{message}
		}
		return c
	}
	box := func(role sign.Role, page int, x, y float64) func(*sign.Signature) {
		return func(s *sign.Signature) { s.Role, s.Page, s.Box = role, page, pdf.Box{X: x, Y: y, W: 40, H: 15} }
	}
	shows := func(text string) func(*sign.Signature) {
		return func(s *sign.Signature) { s.Appearance = &sign.Appearance{Text: text} }
	}
	named := func(s *sign.Signature) {
		s.Appearance = &sign.Appearance{Text: "Người ký: Nguyễn Văn A\nThời gian ký: 04.03.2024"}
	}
	other := at("another's name", lint.Found, "sign/position.other-name", named)
	other.Check = func(t *testing.T, r *lint.Result) {
		warning(t, r)
		says("«Nguyễn Văn A»")(t, r)
	}
	linttest.Rule(t, rules.Position(), common(
		at("a copy", lint.Passed, "", box(sign.RoleAgency, 1, 165, 8)),
		at("a born-digital document", lint.Passed, "", box(sign.RoleAgency, 2, 115, 190)),
		at("who scanned", lint.Passed, "", box(sign.RoleScanner, 1, 10, 8)),
		at("the agency in the scanner's place", lint.Found, "sign/position", box(sign.RoleAgency, 1, 10, 8)),
		at("the agency to the left", lint.Found, "sign/position.left", box(sign.RoleAgency, 2, 20, 200)),
		at("a person in the agency's place", lint.Found, "sign/position.person", box(sign.RolePerson, 1, 165, 8)),
		at("beside the page", lint.Found, "sign/position.outside", box(sign.RoleAgency, 1, 400, 8)),
		at("a page that is not known", lint.Passed, "", box(sign.RoleAgency, 9, 10, 8)),
		testCase{Name: "a size that is not known", Evidence: with(evidencetest.Signed(good(box(sign.RoleAgency, 1, 10, 8)))), States: states(lint.Passed)},
		at("invisible", lint.NotApplicable, "", func(s *sign.Signature) { s.Page, s.Box = 0, pdf.Box{} }),
		other,
		at("its own name over two lines", lint.Passed, "", shows("Ký bởi: Ủy ban nhân\ndân phường 3\nNgày ký: 04/03/2024")),
		at("its own name, shortened", lint.Passed, "", shows("Digitally signed by ỦY BAN NHÂN DÂN PHƯỜNG 3")),
		at("a name without a label", lint.Passed, "", shows("Nguyễn Văn A")),
		at("one word", lint.Passed, "", shows("Người ký: A")),
		at("another day", lint.Found, "sign/position.other-time", shows("Ký ngày: 01/02/2023 08:30:00")),
		at("its own time", lint.Passed, "", shows("Ký ngày: 04/03/2024 08:30:05")),
		at("day and month exchanged", lint.Passed, "", shows("Signing date: 03/04/2024 08:30:00")),
		at("text that could not be read", lint.Passed, "", func(s *sign.Signature) {
			named(s)
			s.Appearance.Unread = true
		}),
	)...)
}
