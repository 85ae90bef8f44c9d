package sign_test

import (
	"crypto/x509"
	"io/fs"
	"os"
	"path/filepath"
	"testing"
	"testing/fstest"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/tthclint/tthclint/pkg/sign"
	"github.com/tthclint/tthclint/pkg/sign/signtest"
)

func TestLoadTrust(t *testing.T) {
	p := testPKI()
	trust, err := sign.LoadTrust(fstest.MapFS{
		"root.pem":        {Data: append([]byte("# the root\n"), p.root.PEM()...)},
		"deep/SUB.CRT":    {Data: p.sub.Cert.Raw},
		"deep/both.cer":   {Data: append(p.root.PEM(), p.sub.PEM()...)},
		"README.md":       {Data: []byte("not a certificate")},
		"deep/notes.json": {Data: []byte("{}")},
	})
	require.NoError(t, err)
	require.Len(t, trust.Anchors(), 1, "named once, though in two files")
	assert.Equal(t, p.root.Cert, trust.Anchors()[0].Certificate)
	assert.Equal(t, []*x509.Certificate{p.sub.Cert}, trust.Intermediates())

	for name, data := range map[string][]byte{
		"empty.pem": {}, "broken.crt": []byte("-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n"), "text.cer": []byte("hello"),
		"huge.pem": make([]byte, 65<<20),
		"key.pem":  []byte("-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n"),
	} {
		_, err := sign.LoadTrust(fstest.MapFS{"root.pem": {Data: p.root.PEM()}, name: {Data: data}})
		assert.ErrorContains(t, err, name)
	}
	_, err = sign.LoadTrust(fstest.MapFS{"pipe.pem": {Mode: fs.ModeNamedPipe | 0o600}})
	assert.ErrorContains(t, err, "pipe.pem")
	_, err = sign.LoadEvidence(fstest.MapFS{"pipe.crl": {Mode: fs.ModeNamedPipe | 0o600}})
	assert.ErrorContains(t, err, "pipe.crl")
	trust, err = sign.LoadTrust(fstest.MapFS{})
	require.NoError(t, err)
	assert.Empty(t, trust.Anchors())
	var none *sign.Trust
	assert.Empty(t, none.Anchors())
	assert.Empty(t, none.Intermediates())

	legacy, err := signtest.NewAuthority("g1", signtest.Subject{CommonName: "Legacy Root", SHA1: true})
	require.NoError(t, err)
	trust, err = sign.LoadTrust(fstest.MapFS{"g1.pem": {Data: legacy.PEM()}})
	require.NoError(t, err)
	assert.Len(t, trust.Anchors(), 1, "a root signed with SHA-1 is self-signed all the same")
}

// TestLoadRealTrust: the certificates of the Vietnamese PKIs load, and their
// chain holds.
func TestLoadRealTrust(t *testing.T) {
	dir := os.Getenv("TTHCLINT_CORPUS")
	if dir == "" {
		t.Skip("TTHCLINT_CORPUS is not set: the real certificates are not there")
	}
	dir = filepath.Join(dir, "..", "trust")
	if _, err := os.Stat(dir); err != nil {
		t.Skip("the real certificates are not there")
	}
	trust, err := sign.LoadTrust(os.DirFS(dir))
	require.NoError(t, err)
	assert.Len(t, trust.Anchors(), 2)
	assert.Len(t, trust.Intermediates(), 2)
}
