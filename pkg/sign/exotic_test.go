package sign

import (
	"crypto"
	"os"
	"path/filepath"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// TestOtherWriters: signatures with algorithms that only OpenSSL makes here.
func TestOtherWriters(t *testing.T) {
	for name, want := range map[string]struct {
		family string
		bits   int
	}{"brainpool.der": {"ECDSA", 256}, "dsa.der": {"DSA", 2048}, "pss-mgf1-sha1.der": {"RSA-PSS", 2048}} {
		t.Run(name, func(t *testing.T) {
			raw, err := os.ReadFile(filepath.Join("testdata", name))
			require.NoError(t, err)
			sd, err := parseCMS(raw, parseCertificate)
			require.NoError(t, err)
			v := verifyCMS(sd, oidData, func(h crypto.Hash) []byte { return sum(h, []byte("content")) }, nil)
			assert.Equal(t, Intact, v.integrity, v.reasons)
			assert.Equal(t, want.family, v.fam.String())
			assert.Equal(t, want.bits, v.bits)
			v = verifyCMS(sd, oidData, func(h crypto.Hash) []byte { return sum(h, []byte("Content")) }, nil)
			assert.Equal(t, Broken, v.integrity)
			sig := sd.signers[0].signature
			sig[len(sig)-3] ^= 1
			v = verifyCMS(sd, oidData, func(h crypto.Hash) []byte { return sum(h, []byte("content")) }, nil)
			assert.Equal(t, Broken, v.integrity)
			assert.True(t, has(v.reasons, CodeSignatureInvalid))
		})
	}
}

// TestBrainpoolChain: a chain whose links crypto/x509 cannot verify.
func TestBrainpoolChain(t *testing.T) {
	pem, err := os.ReadFile(filepath.Join("testdata", "brainpool-ca.pem"))
	require.NoError(t, err)
	roots, err := parseCertificates(pem)
	require.NoError(t, err)
	raw, err := os.ReadFile(filepath.Join("testdata", "brainpool.der"))
	require.NoError(t, err)
	sd, err := parseCMS(raw, parseCertificate)
	require.NoError(t, err)
	signers := sd.signers[0].find(sd.certs)
	require.Len(t, signers, 1)
	signer := signers[0]
	assert.Equal(t, "Nguoi ky mau", signer.Subject.CommonName)
	e := &engine{o: Options{Trust: NewTrust(roots, nil)}}
	c := e.chain(signer, sd.certs, time.Date(2030, 1, 1, 0, 0, 0, 0, time.UTC))
	assert.Equal(t, Trusted, c.state, c.reasons)
	assert.Len(t, c.path, 2)
	assert.True(t, selfSigned(roots[0]))

	forged := *signer
	forged.RawTBSCertificate = append([]byte(nil), signer.RawTBSCertificate...)
	forged.RawTBSCertificate[20] ^= 1
	assert.Equal(t, linkBad, checkLink(&forged, roots[0]))
}

func FuzzCertificate(f *testing.F) {
	pem, err := os.ReadFile(filepath.Join("testdata", "brainpool-ca.pem"))
	if err != nil {
		f.Fatal(err)
	}
	roots, err := parseCertificates(pem)
	if err != nil {
		f.Fatal(err)
	}
	f.Add(roots[0].Raw)
	f.Fuzz(func(t *testing.T, b []byte) {
		c, err := parseCertificate(b)
		if err != nil {
			return
		}
		selfSigned(c)
		testName(c)
		guessRole(c)
		timestamping(c)
	})
}
