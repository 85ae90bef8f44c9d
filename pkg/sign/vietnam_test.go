package sign_test

import (
	"crypto"
	"sync"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/tthclint/tthclint/internal/attacks"
	"github.com/tthclint/tthclint/pkg/sign"
	"github.com/tthclint/tthclint/pkg/sign/signtest"
)

// vietnam are the authorities with their true spelling, in memory only.
var vietnam = sync.OnceValues(func() (*signtest.Vietnam, error) { return signtest.NewVietnam("") })

func vietnamTrust(t *testing.T) (*signtest.Vietnam, *attacks.Officials, *sign.Trust) {
	t.Helper()
	v, err := vietnam()
	require.NoError(t, err)
	o, err := attacks.NewOfficials(v)
	require.NoError(t, err)
	return v, o, sign.NewTrust(v.Anchors(), v.Intermediates())
}

// TestVietnamNames: the synthetic chains are spelled as the real ones, attribute
// by attribute, or they would test nothing.
func TestVietnamNames(t *testing.T) {
	v, o, _ := vietnamTrust(t)
	assert.Equal(t, "CN=Co quan chung thuc so chuyen dung Chinh phu (RootCA),O=Ban Co yeu Chinh phu,C=VN", v.G1.Cert.Subject.String())
	assert.Equal(t, "CN=RootCA chuyên dùng Chính phủ G2,O=Ban Cơ yếu Chính phủ,C=VN", v.G2.Cert.Subject.String())
	assert.Equal(t, "CN=Vietnam National Root CA,OU=National Centre of Digital Signature Authentication,O=Ministry of Information and Communications,C=VN", v.National.Cert.Subject.String())
	assert.Equal(t, time.Date(2030, 3, 5, 0, 0, 0, 0, time.UTC), v.G1.Cert.NotAfter)
	assert.Equal(t, "SHA1-RSA", v.G1State.Cert.SignatureAlgorithm.String())
	assert.True(t, v.G2State.Cert.MaxPathLenZero)
	// C is a PrintableString in both; the rest is ASCII in the first generation,
	// UTF-8 in the second.
	assert.NotContains(t, string(v.G1.Cert.RawSubject), "\x0c")
	assert.Contains(t, string(v.G2.Cert.RawSubject), "\x0c")
	critical := func(id *signtest.Identity) bool {
		for _, e := range id.Cert.Extensions {
			if e.Id.String() == "2.5.29.15" {
				return e.Critical
			}
		}
		t.Fatal("no key usage")
		return false
	}
	assert.False(t, critical(o.Tax2016))
	assert.True(t, critical(o.AgencyG2))
	assert.Len(t, o.Tax2016.Cert.UnknownExtKeyUsage, 1)
	assert.Equal(t, "2.16.704.1.1.1.1.1", o.AgencyG2.Cert.PolicyIdentifiers[0].String())
}

// TestVietnamRoles: extensions do not tell a person from an agency; the names do.
func TestVietnamRoles(t *testing.T) {
	_, o, trust := vietnamTrust(t)
	for name, c := range map[string]struct {
		id   *signtest.Identity
		at   time.Time
		role sign.Role
	}{
		"officer":            {o.Officer2015, time.Date(2018, 1, 1, 0, 0, 0, 0, time.UTC), sign.RolePerson},
		"tax officer":        {o.Tax2016, time.Date(2022, 1, 1, 0, 0, 0, 0, time.UTC), sign.RolePerson},
		"title in the name":  {o.Titled, time.Date(2022, 1, 1, 0, 0, 0, 0, time.UTC), sign.RolePerson},
		"agency with UID":    {o.AgencyG1, time.Date(2022, 1, 1, 0, 0, 0, 0, time.UTC), sign.RoleAgency},
		"agency in capitals": {o.AgencyG2, time.Date(2022, 1, 1, 0, 0, 0, 0, time.UTC), sign.RoleAgency},
		"company":            {o.Company, time.Date(2023, 1, 1, 0, 0, 0, 0, time.UTC), sign.RoleAgency},
		"person of company":  {o.Director, time.Date(2023, 1, 1, 0, 0, 0, 0, time.UTC), sign.RolePerson},
	} {
		out := mustSign(t, signtest.Blank(1), c.id, signtest.Options{Time: c.at, SubFilter: signtest.PKCS7})
		s := validate(t, out, sign.Options{Trust: trust, AsOf: c.at.AddDate(0, 1, 0)}).Signatures[0]
		assert.Equal(t, c.role, s.Role, name)
		assert.Equal(t, sign.Intact, s.Integrity, name)
		assert.Equal(t, sign.Trusted, s.Trust, "%s %v", name, s.Reasons)
		assert.Equal(t, sign.TermWithin, s.Term, name)
		assert.False(t, s.Has(sign.CodeTestCertificate), name)
		assert.False(t, s.Has(sign.CodeExtendedUsage), "%s: log-on usages beside e-mail protection are usual here", name)
	}
}

// TestVietnamLeafOnly: signers embed the leaf alone. Without the issuer trust
// cannot be told, which is neither trusted nor a stranger's.
func TestVietnamLeafOnly(t *testing.T) {
	v, o, _ := vietnamTrust(t)
	at := time.Date(2023, 9, 11, 2, 0, 0, 0, time.UTC)
	out := mustSign(t, signtest.Blank(1), o.AgencyG2, signtest.Options{Time: at})
	s := validate(t, out, sign.Options{Trust: sign.NewTrust(v.Anchors(), nil), AsOf: at}).Signatures[0]
	assert.Equal(t, sign.IncompleteChain, s.Trust)
	assert.Contains(t, s.Reasons[indexOf(s.Reasons, sign.CodeIncompleteChain)].Args[0], "CA phục vụ các cơ quan Nhà nước G2")
	assert.Equal(t, sign.Indeterminate, s.Indication)
	// The other generation's anchor does not help.
	s = validate(t, out, sign.Options{Trust: sign.NewTrust(v.G1.Certs(), v.Intermediates()), AsOf: at}).Signatures[0]
	assert.NotEqual(t, sign.Trusted, s.Trust)
}

// TestVietnamSkew: local time marked as UTC is told as such, and nothing is added
// to the proven time.
func TestVietnamSkew(t *testing.T) {
	v, o, trust := vietnamTrust(t)
	at := time.Date(2023, 9, 11, 1, 30, 0, 0, time.UTC)
	for _, c := range []struct {
		claimed time.Time
		skew    bool
	}{{at.Add(7 * time.Hour), true}, {at, false}} {
		out := mustSign(t, signtest.Blank(1), o.AgencyG2, signtest.Options{Time: c.claimed, CMS: signtest.CMS{TSA: v.TSA, TSATime: at.Add(40 * time.Second)}})
		s := validate(t, out, sign.Options{Trust: trust, AsOf: attacks.AsOf}).Signatures[0]
		assert.True(t, s.Proven.Equal(at.Add(40*time.Second)), s.Reasons)
		assert.Equal(t, sign.TotalPassed, s.Indication, s.Reasons)
		assert.Equal(t, c.skew, s.Has(sign.CodeTimeSkew), s.Reasons)
		if c.skew {
			assert.Equal(t, 7*time.Hour-40*time.Second, s.Skew)
		}
	}
}

// TestVietnamWeak: what the first generation did is weak and intact, never broken
// or unsigned.
func TestVietnamWeak(t *testing.T) {
	_, o, trust := vietnamTrust(t)
	at := time.Date(2018, 4, 2, 2, 0, 0, 0, time.UTC)
	for _, id := range []*signtest.Identity{o.Officer2015, o.Officer1024} {
		for _, sf := range []string{signtest.PKCS7, signtest.PKCS7SHA1, signtest.X509RSASHA1} {
			out := mustSign(t, signtest.Blank(1), id, signtest.Options{Time: at, SubFilter: sf, CMS: signtest.CMS{Digest: crypto.SHA1}})
			s := validate(t, out, sign.Options{Trust: trust, AsOf: at.AddDate(0, 1, 0)}).Signatures[0]
			assert.Equal(t, sign.Intact, s.Integrity, "%s %v", sf, s.Reasons)
			assert.Equal(t, sign.Trusted, s.Trust, "%s %v", sf, s.Reasons)
			assert.True(t, s.Has(sign.CodeWeakDigest), sf)
			assert.True(t, s.Has(sign.CodeLegacyLink), sf)
			assert.Equal(t, id == o.Officer1024, s.Has(sign.CodeWeakKey), sf)
			assert.NotEqual(t, sign.TotalFailed, s.Indication, "%s %s", sf, s.Sub)
		}
	}
}

func indexOf(rs []sign.Reason, c sign.Code) int {
	for i, r := range rs {
		if r.Code == c {
			return i
		}
	}
	return 0
}
