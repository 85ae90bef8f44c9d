package sign

import (
	"crypto"
	"crypto/rand"
	"crypto/rsa"
	"crypto/x509"
	"encoding/asn1"
	"math/big"
	"os"
	"path/filepath"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/crypto/ocsp"

	"github.com/tthclint/tthclint/pkg/sign/signtest"
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
			sd, err := parseCMS(raw, &certificates{})
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
	sd, err := parseCMS(raw, &certificates{})
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

// TestHugeKeys: the work of a verification grows with the cube of the key, and a
// certificate may hold one of a million bits.
func TestHugeKeys(t *testing.T) {
	huge := &rsa.PublicKey{N: new(big.Int).Add(new(big.Int).Lsh(big.NewInt(1), 1_000_000), big.NewInt(1)), E: 65537}
	ca, err := signtest.NewAuthority("huge", signtest.Subject{CommonName: "CA"})
	require.NoError(t, err)
	small, err := ca.Issue(signtest.Subject{CommonName: "An"})
	require.NoError(t, err)
	sig := make([]byte, huge.Size())
	start := time.Now()
	for _, oid := range []asn1.ObjectIdentifier{{1, 2, 840, 113549, 1, 1, 1}, {1, 2, 840, 113549, 1, 1, 10}} {
		res := verifyValue(huge, algorithm{oid: oid}, crypto.SHA1, message{digest: make([]byte, 20)}, sig)
		assert.True(t, res.unsure, oid)
	}
	parent := *ca.Cert
	parent.PublicKey = huge
	child := *small.Cert
	child.Signature = sig
	assert.Equal(t, linkBad, checkLink(&child, &parent))
	l, err := ca.SignCRL(signtest.CRL{This: start, Next: start.AddDate(0, 0, 1)})
	require.NoError(t, err)
	c, err := parseCRL(l, originFolder)
	require.NoError(t, err)
	c.list.Signature = sig
	assert.False(t, c.signedBy(&parent, &budget{}))
	assert.Less(t, time.Since(start), 10*time.Second)

	template := &x509.Certificate{SerialNumber: big.NewInt(9), NotAfter: start.AddDate(1, 0, 0), ExtKeyUsage: []x509.ExtKeyUsage{x509.ExtKeyUsageOCSPSigning}}
	der, err := x509.CreateCertificate(rand.Reader, template, small.Cert, huge, small.Key)
	require.NoError(t, err)
	responder, err := x509.ParseCertificate(der)
	require.NoError(t, err)
	answer, err := ocsp.CreateResponse(ca.Cert, responder, ocsp.Response{SerialNumber: small.Cert.SerialNumber, ThisUpdate: start, Certificate: responder}, small.Key)
	require.NoError(t, err)
	_, err = parseOCSP(answer, originFolder)
	assert.ErrorIs(t, err, errOCSP)
}

// TestBudget: what a file brings beyond what is verified is undecided, not good
// and not broken.
func TestBudget(t *testing.T) {
	raw, err := os.ReadFile(filepath.Join("testdata", "brainpool.der"))
	require.NoError(t, err)
	digest := func(h crypto.Hash) []byte { return sum(h, []byte("content")) }
	cs := &certificates{work: budget{spent: maxWork - 1100}}
	for _, want := range []Integrity{Intact, Unverifiable} { // 1,024 each
		sd, err := parseCMS(raw, cs)
		require.NoError(t, err)
		v := verifyCMS(sd, oidData, digest, nil)
		assert.Equal(t, want, v.integrity, v.reasons)
		assert.Equal(t, want != Intact, has(v.reasons, CodeTooMuchWork))
	}
	ca, err := signtest.NewAuthority("budget", signtest.Subject{CommonName: "CA", Key: signtest.P256})
	require.NoError(t, err)
	assert.Equal(t, linkBad, cs.link(ca.Cert, ca.Cert))
	assert.Equal(t, linkGood, (&certificates{}).link(ca.Cert, ca.Cert))
}
