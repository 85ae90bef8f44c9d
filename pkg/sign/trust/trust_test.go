package trust_test

import (
	"crypto/x509"
	"encoding/hex"
	"encoding/pem"
	"os"
	"path/filepath"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/tthclint/tthclint/pkg/sign"
	"github.com/tthclint/tthclint/pkg/sign/trust"
)

// real reads a real certificate from the folder beside the corpus; the project
// does not contain them.
func real(t *testing.T, name string) *x509.Certificate {
	t.Helper()
	corpus := os.Getenv("TTHCLINT_CORPUS")
	if corpus == "" {
		t.Skip("TTHCLINT_CORPUS is not set: the real certificates lie in the folder trust beside it")
	}
	b, err := os.ReadFile(filepath.Join(corpus, "..", "trust", name+".pem"))
	if os.IsNotExist(err) {
		t.Skip("there is no folder trust beside TTHCLINT_CORPUS: ", err)
	}
	require.NoError(t, err)
	certs, err := trust.ParseCertificates(b)
	require.NoError(t, err)
	require.Len(t, certs, 1)
	return certs[0]
}

func anchor(t *testing.T, name string) sign.Anchor {
	t.Helper()
	for _, a := range trust.BuiltIn() {
		if a.Name == name {
			return a
		}
	}
	require.Fail(t, "no built-in anchor "+name)
	return sign.Anchor{}
}

func TestBuiltInAnchorsAreTheRealOnes(t *testing.T) {
	for _, name := range []string{"rootcag2", "cpcag2", "vnrca256"} {
		c := real(t, name)
		want := sign.AnchorOf(c, sign.OriginBuiltIn, "")
		got := anchor(t, c.Subject.CommonName)
		assert.Equal(t, want.Subject, got.Subject, name)
		assert.Equal(t, want.PublicKey, got.PublicKey, name)
		assert.Equal(t, want.KeyID, got.KeyID, name)
		assert.Equal(t, want.SHA256, got.SHA256, name)
		assert.True(t, want.NotBefore.Equal(got.NotBefore), name)
		assert.True(t, want.NotAfter.Equal(got.NotAfter), name)
		assert.Nil(t, got.Certificate)
	}
}

// verifies tells whether the key of an anchor alone verifies a certificate.
func verifies(t *testing.T, a sign.Anchor, child *x509.Certificate) error {
	t.Helper()
	key, err := x509.ParsePKIXPublicKey(a.PublicKey)
	require.NoError(t, err)
	issuer := &x509.Certificate{PublicKey: key, PublicKeyAlgorithm: x509.RSA}
	assert.Equal(t, a.Subject, child.RawIssuer)
	assert.Equal(t, a.KeyID, child.AuthorityKeyId)
	return issuer.CheckSignature(child.SignatureAlgorithm, child.RawTBSCertificate, child.Signature)
}

func TestRealChainsEndAtTheBuiltInKeys(t *testing.T) {
	root, state, national := anchor(t, "RootCA chuyên dùng Chính phủ G2"), anchor(t, "CA phục vụ các cơ quan Nhà nước G2"), anchor(t, "Vietnam National Root CA")
	require.NoError(t, verifies(t, root, real(t, "cpcag2")))
	require.NoError(t, verifies(t, root, real(t, "rootcag2")), "self-signed")
	require.NoError(t, verifies(t, national, real(t, "vnpt-ca-sha2")))
	require.NoError(t, verifies(t, national, real(t, "vnrca256")), "self-signed")

	wrong := root
	wrong.PublicKey = state.PublicKey
	require.Error(t, verifies(t, wrong, real(t, "cpcag2")))
}

func TestBuiltInAnchorsAreComplete(t *testing.T) {
	anchors := trust.BuiltIn()
	require.Len(t, anchors, 3)
	for _, a := range anchors {
		assert.Equal(t, sign.OriginBuiltIn, a.Origin)
		assert.Contains(t, a.SubjectString(), "CN="+a.Name)
		assert.Contains(t, a.SubjectString(), "C=VN")
		assert.Len(t, a.KeyID, 20)
		assert.NotEmpty(t, a.Source)
		assert.Contains(t, a.Check, "certutil")
		assert.True(t, a.NotBefore.Before(a.NotAfter))
		key, err := x509.ParsePKIXPublicKey(a.PublicKey)
		require.NoError(t, err)
		assert.Equal(t, 512, key.(interface{ Size() int }).Size(), "RSA 4096")
	}
	assert.Equal(t, anchors, trust.Default().Anchors())
	anchors[0].Name = "changed"
	assert.NotEqual(t, "changed", trust.BuiltIn()[0].Name)
}

func TestPins(t *testing.T) {
	seen := map[string]bool{}
	builtIn := 0
	for _, p := range trust.Pins() {
		assert.NotEmpty(t, p.Name)
		assert.False(t, seen[p.Name], "%s is named twice", p.Name)
		seen[p.Name] = true
		for digest, size := range map[string]int{p.SHA256: 32, p.SHA1: 20} {
			b, err := hex.DecodeString(digest)
			require.NoError(t, err, p.Name)
			assert.True(t, digest == "" || len(b) == size, p.Name)
		}
		if p.Certainty == trust.Computed {
			assert.NotEmpty(t, p.SHA256, "%s: whoever has the bytes can compute it", p.Name)
		}
		if p.Kind == trust.Root && p.SHA256 != "" {
			assert.Equal(t, trust.Computed, p.Certainty, "%s: a root that nobody has seen becomes no anchor", p.Name)
		}
		assert.NotEmpty(t, p.Source, p.Name)
		if p.BuiltIn {
			builtIn++
			a := anchor(t, p.Name)
			assert.Equal(t, hex.EncodeToString(a.SHA256[:]), p.SHA256)
		}
	}
	assert.Equal(t, len(trust.BuiltIn()), builtIn)
}

func TestPinsConfirmTheRealCertificates(t *testing.T) {
	for _, name := range []string{"rootcag2", "cpcag2", "vnrca256", "vnpt-ca-sha2"} {
		c := real(t, name)
		found := false
		for _, p := range trust.Pins() {
			if p.Confirms(c) {
				found = true
				assert.Equal(t, c.Subject.CommonName, p.Name)
				assert.Equal(t, c.Subject.String(), p.Subject)
			}
		}
		assert.True(t, found, name)
	}
}

// TestRealStore imports the real certificate of a public authority, which a pin
// confirms, and builds the chain from it to the built-in national root.
func TestRealStore(t *testing.T) {
	vnpt := real(t, "vnpt-ca-sha2")
	folder := newFolder()
	store, err := trust.OpenStore(folder, trust.Pins())
	require.NoError(t, err)
	e, outcome, err := store.Import(folder, vnpt, trust.ImportOptions{})
	require.NoError(t, err)
	assert.Equal(t, trust.OutcomeImported, outcome)
	assert.Equal(t, trust.StatusPinned, e.Status)
	assert.False(t, e.Anchor(), "it is an intermediate")

	store, err = trust.OpenStore(folder, trust.Pins())
	require.NoError(t, err)
	all := trust.Default().With(store.Trust("trust"))
	assert.Len(t, all.Anchors(), 3)
	require.Len(t, all.Intermediates(), 1)
	assert.Equal(t, vnpt.Raw, all.Intermediates()[0].Raw)

	_, outcome, err = store.Import(folder, real(t, "rootcag2"), trust.ImportOptions{AsAnchor: true, Day: time.Now()})
	require.NoError(t, err)
	assert.Equal(t, trust.OutcomeBuiltIn, outcome)
	assert.Len(t, store.Entries(), 1)
}

func TestParseBundleOfRealCertificates(t *testing.T) {
	root, vnpt := real(t, "vnrca256"), real(t, "vnpt-ca-sha2")
	der := bundle(root.Raw, vnpt.Raw)
	for _, b := range [][]byte{der, pem.EncodeToMemory(&pem.Block{Type: "PKCS7", Bytes: der})} {
		certs, err := trust.ParseCertificates(b)
		require.NoError(t, err)
		require.Len(t, certs, 2)
		assert.Equal(t, vnpt.Raw, certs[1].Raw)
	}
}
