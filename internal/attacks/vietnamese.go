package attacks

import (
	"crypto"
	"crypto/x509"
	"time"

	"github.com/tthclint/tthclint/pkg/sign/signtest"
)

// Officials are signers under [signtest.Vietnam], with certificates as those
// authorities issue them. The people are invented.
type Officials struct {
	Officer2015 *signtest.Identity // G1, SHA-1, nonRepudiation alone, expired 2020
	Officer1024 *signtest.Identity // the same with RSA 1024
	Tax2016     *signtest.Identity // G1 finance, SHA-1, ten years
	Titled      *signtest.Identity // G1 finance, SHA-256, title in the common name
	AgencyG1    *signtest.Identity // G1 finance, SHA-256, UID=MST:
	AgencyG2    *signtest.Identity // G2, SHA-256, 2021 to 2026
	Company     *signtest.Identity // public authority, UID=MST:
	Director    *signtest.Identity // public authority, UID=MST: and CCCD:, title
}

// NewOfficials issues their certificates; leaves do not depend on the order in
// which cases are made.
func NewOfficials(v *signtest.Vietnam) (*Officials, error) {
	o := &Officials{}
	type s = signtest.Subject
	for _, x := range []struct {
		to **signtest.Identity
		by *signtest.Authority
		s  s
	}{
		{&o.Officer2015, v.G1State, signtest.LeafG1("C=VN, O=Bộ Giao thông vận tải, OU=Vụ Pháp chế, L=Hà Nội, CN=Lê Văn Cường", s{KeyUsage: x509.KeyUsageContentCommitment, SHA1: true, NotBefore: date(2015, 5, 1), NotAfter: date(2020, 5, 1)})},
		{&o.Officer1024, v.G1State, signtest.LeafG1("C=VN, O=Bộ Giao thông vận tải, OU=Vụ Pháp chế, L=Hà Nội, CN=Phạm Thị Dung", s{KeyUsage: x509.KeyUsageContentCommitment, SHA1: true, Key: signtest.RSA1024, NotBefore: date(2015, 5, 1), NotAfter: date(2020, 5, 1)})},
		{&o.Tax2016, v.G1Finance, signtest.LeafG1("C=VN, O=Bộ Tài chính, OU=Cục Thuế tỉnh Đồng Tháp, OU=Chi cục Thuế thành phố Sa Đéc, L=Đồng Tháp, CN=Hoàng Văn Em", s{SHA1: true, Email: "hvem@example.gov.vn", NotBefore: date(2016, 8, 1), NotAfter: date(2026, 8, 1)})},
		{&o.Titled, v.G1Finance, signtest.LeafG1("C=VN, O=Bộ Tài chính, OU=Cục Thuế tỉnh Đồng Tháp, L=Đồng Tháp, CN=Phó Chi cục Trưởng Vũ Thị Giang", s{Email: "vtgiang@example.gov.vn", NotBefore: date(2021, 6, 1), NotAfter: date(2026, 6, 1)})},
		{&o.AgencyG1, v.G1Finance, signtest.LeafG1("UID=MST:1400000001, C=VN, O=Bộ Tài chính, OU=Cục Thuế tỉnh Đồng Tháp, L=Đồng Tháp, CN=Chi cục Thuế thành phố Sa Đéc", s{Email: "saedec@example.gov.vn", NotBefore: date(2020, 2, 1), NotAfter: date(2025, 2, 1)})},
		{&o.AgencyG2, v.G2State, signtest.LeafG2("C=VN, L=Đồng Tháp, O=ỦY BAN NHÂN DÂN TỈNH ĐỒNG THÁP, CN=ỦY BAN NHÂN DÂN THÀNH PHỐ SA ĐÉC", s{NotBefore: date(2021, 11, 17), NotAfter: date(2026, 11, 16)})},
		{&o.Company, v.Public, s{Name: signtest.Name(signtest.Names("UID=MST:1400000002, CN=CÔNG TY TNHH MỘT THÀNH VIÊN SA ĐÉC, O=CÔNG TY TNHH MỘT THÀNH VIÊN SA ĐÉC, L=Sa Đéc, ST=Đồng Tháp, C=VN", true)...), CommonName: "company", NotBefore: date(2022, 1, 1), NotAfter: date(2028, 1, 1)}},
		{&o.Director, v.Public, s{Name: signtest.Name(signtest.Names("UID=MST:1400000002, UID=CCCD:087000000000, CN=Đặng Văn Hải, O=CÔNG TY TNHH MỘT THÀNH VIÊN SA ĐÉC, T=Giám đốc, ST=Đồng Tháp, C=VN", true)...), CommonName: "director", NotBefore: date(2022, 1, 1), NotAfter: date(2028, 1, 1)}},
	} {
		id, err := x.by.Issue(x.s)
		if err != nil {
			return nil, err
		}
		*x.to = id
	}
	return o, nil
}

func date(y int, m time.Month, d int) time.Time { return time.Date(y, m, d, 0, 0, 0, 0, time.UTC) }

// vietnamese are files as Vietnamese signers write them, fresh and aged.
func (c *Cast) vietnamese() []Case {
	o, v := c.Officials, c.Vietnam
	base := func() draft { return scan(1, 30000) }
	one := func(name, note string, want Want, id *signtest.Identity, at time.Time, cms signtest.CMS) Case {
		want.Field, want.Coverage, want.Changes = "Sig", wholeFile, none
		return Case{Name: "vietnam-" + name, Class: "vietnam", Note: note, Want: []Want{want},
			Make: made(func() draft {
				return base().sign(id, signtest.Options{Field: "Sig", SubFilter: signtest.PKCS7, Time: at, CMS: cms})
			})}
	}
	fine := Want{Integrity: intact, Trust: trusted, Passes: yes, Term: "within"}
	weak := Want{Integrity: intact, Trust: trusted, Codes: []string{"legacy-link"}}
	aged := Want{Integrity: intact, Trust: trusted, Term: "expired-today", Passes: no, Proven: no}
	agedWeak := aged
	agedWeak.Codes = []string{"legacy-link", "weak-digest"}
	late := Want{Integrity: intact, Trust: trusted, Term: "signed-after-expiry", Passes: no}
	proven := Want{Integrity: intact, Trust: trusted, Term: "within", Proven: yes, Passes: yes, Timestamp: intact}
	at := func(y int, m time.Month, d int) time.Time { return time.Date(y, m, d, 9, 15, 0, 0, ict) }
	sha1 := signtest.CMS{Digest: crypto.SHA1}
	stamped := func(t time.Time) signtest.CMS { return signtest.CMS{TSA: v.TSA, TSATime: t} }
	weakKey := late
	weakKey.Codes = []string{"weak-key", "legacy-link"}
	skewed := proven
	provenWeak := weak
	provenWeak.Proven, provenWeak.Term, provenWeak.Timestamp = yes, "within", intact
	first := changed("NguoiKy", form, yes, "legacy-link", "weak-digest")
	second := sound("CoQuan")
	second.Term, second.Passes = "expired-today", no
	return []Case{
		one("g1-officer", "First generation, SHA-1 throughout, signed in term and expired since: intact, weak, time not proven", agedWeak, o.Officer2015, at(2018, 4, 2), sha1),
		one("g1-officer-after", "The same, signed a year after the certificate had expired", late, o.Officer2015, at(2021, 4, 2), sha1),
		one("g1-officer-before", "The same, signed before the certificate became valid", Want{Integrity: intact, Trust: trusted, Term: "signed-before-start", Passes: no}, o.Officer2015, at(2014, 4, 2), sha1),
		one("g1-rsa1024-after", "RSA 1024 under the first generation, signed after expiry", weakKey, o.Officer1024, at(2021, 4, 2), sha1),
		one("g1-tax-leaf-only", "Ten-year certificate signed with SHA-1, its issuer not embedded; expired since", agedWeak, o.Tax2016, at(2022, 1, 14), sha1),
		one("g1-tax-sha256", "The same certificate, the document digested with SHA-256 and stamped", provenWeak, o.Tax2016, at(2022, 1, 14), stamped(at(2022, 1, 14).Add(time.Minute))),
		one("g1-titled", "Title in the common name, certificate signed with SHA-256 below an issuer signed with SHA-1", Want{Integrity: intact, Trust: trusted, Term: "expired-today", Passes: no, Codes: []string{"legacy-link"}}, o.Titled, at(2024, 1, 14), signtest.CMS{}),
		one("g1-agency-uid", "An agency with UID=MST: of the first generation", Want{Integrity: intact, Trust: trusted, Term: "expired-today", Passes: no}, o.AgencyG1, at(2024, 1, 14), signtest.CMS{}),
		one("g2-agency", "Second generation, leaf alone embedded, expired a week ago", aged, o.AgencyG2, at(2023, 9, 11), signtest.CMS{}),
		one("g2-agency-stamped", "The same with a timestamp: proven in term", proven, o.AgencyG2, at(2023, 9, 11), stamped(at(2023, 9, 11).Add(90*time.Second))),
		one("g2-agency-seven-hours", "Local time marked as UTC, 7 h ahead of the true timestamp", skewed, o.AgencyG2, at(2023, 9, 11).Add(7*time.Hour), stamped(at(2023, 9, 11).Add(2*time.Minute))),
		one("g2-agency-after", "Signed four days after the certificate had expired", late, o.AgencyG2, at(2026, 11, 20), signtest.CMS{}),
		one("g2-agency-stamped-after", "Claims a time in term; the true timestamp is after expiry", late, o.AgencyG2, at(2026, 11, 10), stamped(at(2026, 11, 20))),
		one("public-company", "A company below a public authority and the national root", fine, o.Company, at(2024, 5, 6), signtest.CMS{WholeChain: true}),
		one("public-director", "A person in a company: UID=MST:, UID=CCCD:, title", fine, o.Director, at(2024, 5, 6), signtest.CMS{}),
		{Name: "vietnam-mixed", Class: "vietnam", Note: "A person of the first generation with SHA-1, and eight minutes later the agency of the second with SHA-256", Want: []Want{first, second},
			Make: made(func() draft {
				return base().sign(o.Tax2016, signtest.Options{Field: "NguoiKy", Time: at(2022, 1, 14), SubFilter: signtest.PKCS7, CMS: sha1}).
					sign(o.AgencyG2, signtest.Options{Field: "CoQuan", Time: at(2022, 1, 14).Add(8 * time.Minute), SubFilter: signtest.PKCS7})
			})},
	}
}
