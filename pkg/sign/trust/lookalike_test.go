package trust_test

import (
	"bytes"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/tthclint/tthclint/pkg/sign"
	"github.com/tthclint/tthclint/pkg/sign/signtest"
	"github.com/tthclint/tthclint/pkg/sign/trust"
)

// validate returns the only signature of a document that id signed, which embeds
// the whole chain.
func validate(t *testing.T, id *signtest.Identity, all *sign.Trust) sign.Signature {
	t.Helper()
	pdf, err := signtest.Sign(signtest.Blank(1), id, signtest.Options{CMS: signtest.CMS{WholeChain: true}})
	require.NoError(t, err)
	report, err := sign.Validate(t.Context(), bytes.NewReader(pdf), int64(len(pdf)), sign.Options{Trust: all})
	require.NoError(t, err)
	require.Len(t, report.Signatures, 1)
	return report.Signatures[0]
}

// TestNameAndKeyAreEnough: an anchor without its certificate ends a chain, as a
// root and as the issuer of the signer alone.
func TestNameAndKeyAreEnough(t *testing.T) {
	p := newPKI(t)
	for _, c := range []*signtest.Authority{p.root, p.sub} {
		a := sign.AnchorOf(c.Cert, sign.OriginBuiltIn, "")
		a.Certificate = nil
		all, err := sign.TrustOf([]sign.Anchor{a}, nil)
		require.NoError(t, err)
		s := validate(t, p.agency, trust.Default().With(all))
		assert.Equal(t, sign.Trusted, s.Trust, s.Reasons)
		require.NotNil(t, s.Anchor)
		assert.Equal(t, a.SHA256, s.Anchor.SHA256)
	}
}

// TestFirstGeneration: the older branch of the State signs with SHA-1, its root
// included. Pins confirm it, and the legacy path of [sign] verifies it.
func TestFirstGeneration(t *testing.T) {
	from, until := time.Date(2010, 3, 10, 0, 0, 0, 0, time.UTC), time.Date(2030, 3, 5, 0, 0, 0, 0, time.UTC)
	root, err := signtest.NewAuthority("g1", signtest.Subject{CommonName: "Co quan chung thuc so (RootCA)", SHA1: true, NotBefore: from, NotAfter: until})
	require.NoError(t, err)
	sub, err := root.Sub(signtest.Subject{CommonName: "Co quan chung thuc so", SHA1: true, NotBefore: from, NotAfter: until})
	require.NoError(t, err)
	person, err := sub.Issue(signtest.Subject{CommonName: "Nguyễn Văn An", SHA1: true, NotBefore: from, NotAfter: until})
	require.NoError(t, err)
	pins := []trust.Pin{
		{Name: "root", SHA256: sha256Of(root.Cert), Kind: trust.Root}, {Name: "sub", SHA256: sha256Of(sub.Cert), Kind: trust.Intermediate},
	}
	f := newFolder()
	s := open(t, f, pins)
	for _, a := range []*signtest.Authority{root, sub} {
		_, _, err := s.Import(f, a.Cert, trust.ImportOptions{})
		require.NoError(t, err)
	}
	pdf, err := signtest.Sign(signtest.Blank(1), person, signtest.Options{}) // the signer's certificate alone is embedded
	require.NoError(t, err)
	report, err := sign.Validate(t.Context(), bytes.NewReader(pdf), int64(len(pdf)), sign.Options{Trust: trust.Default().With(open(t, f, pins).Trust(""))})
	require.NoError(t, err)
	got := report.Signatures[0]
	assert.Equal(t, sign.Trusted, got.Trust, got.Reasons)
	require.NotNil(t, got.Anchor)
	assert.Equal(t, sign.OriginPinned, got.Anchor.Origin)
	assert.True(t, got.Has(sign.CodeLegacyLink), "weak, and told: %v", got.Reasons)
}

// TestImitatedNamesAreNotTrusted: everybody can write the names of the State's
// authorities into certificates of their own.
func TestImitatedNamesAreNotTrusted(t *testing.T) {
	vgca := signtest.Subject{CommonName: "RootCA chuyên dùng Chính phủ G2", Organization: "Ban Cơ yếu Chính phủ", Key: signtest.P256}
	state := signtest.Subject{CommonName: "CA phục vụ các cơ quan Nhà nước G2", Organization: "Ban Cơ yếu Chính phủ", Key: signtest.P256}
	root, err := signtest.NewAuthority("imitation", vgca)
	require.NoError(t, err)
	sub, err := root.Sub(state)
	require.NoError(t, err)
	require.Equal(t, anchor(t, state.CommonName).Subject, sub.Cert.RawSubject, "the imitation is perfect")
	require.Equal(t, anchor(t, vgca.CommonName).Subject, root.Cert.RawSubject)
	agency, err := sub.Issue(signtest.Subject{CommonName: "ỦY BAN NHÂN DÂN PHƯỜNG 3", Key: signtest.P256})
	require.NoError(t, err)
	s := validate(t, agency, trust.Default())
	assert.Contains(t, []sign.TrustState{sign.StrangerRoot, sign.ChainInvalid}, s.Trust)
	assert.NotEqual(t, sign.TotalPassed, s.Indication)
	assert.Equal(t, sign.Intact, s.Integrity)
}
