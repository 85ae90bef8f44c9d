package trust_test

import (
	"crypto/sha1"
	"crypto/sha256"
	"crypto/x509"
	"encoding/hex"
	"encoding/pem"
	"errors"
	"io/fs"
	"os"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/tthclint/tthclint/pkg/sign"
	"github.com/tthclint/tthclint/pkg/sign/signtest"
	"github.com/tthclint/tthclint/pkg/sign/trust"
)

// folder is a folder in memory that may refuse to be written to.
type folder struct {
	fstest.MapFS
	refuse string // the file that cannot be written
}

func newFolder() *folder { return &folder{MapFS: fstest.MapFS{}} }

func (f *folder) WriteFile(name string, data []byte) error {
	if name == f.refuse {
		return fs.ErrPermission
	}
	f.MapFS[name] = &fstest.MapFile{Data: data}
	return nil
}

func (f *folder) Remove(name string) error { delete(f.MapFS, name); return nil }

type pki struct {
	root, sub *signtest.Authority
	agency    *signtest.Identity
	pins      []trust.Pin
}

func newPKI(t *testing.T) pki {
	t.Helper()
	var p pki
	var err error
	p.root, err = signtest.NewAuthority("trust", signtest.Subject{CommonName: "MẪU THỬ Root", Key: signtest.P256})
	require.NoError(t, err)
	p.sub, err = p.root.Sub(signtest.Subject{CommonName: "MẪU THỬ CA", Key: signtest.P256})
	require.NoError(t, err)
	p.agency, err = p.sub.Issue(signtest.Subject{CommonName: "ỦY BAN NHÂN DÂN PHƯỜNG 3", Key: signtest.P256})
	require.NoError(t, err)
	p.pins = []trust.Pin{
		{Name: "MẪU THỬ Root", SHA256: sha256Of(p.root.Cert), Kind: trust.Root, Download: []string{"http://ca.example/root.crt"}},
		{Name: "MẪU THỬ CA", SHA256: sha256Of(p.sub.Cert), Kind: trust.Intermediate},
	}
	return p
}

func sha256Of(c *x509.Certificate) string {
	s := sha256.Sum256(c.Raw)
	return hex.EncodeToString(s[:])
}

func open(t *testing.T, f *folder, pins []trust.Pin) *trust.Store {
	t.Helper()
	s, err := trust.OpenStore(f, pins)
	require.NoError(t, err)
	return s
}

func TestStoreOfAFolderThatIsNotThere(t *testing.T) {
	s, err := trust.OpenStore(os.DirFS("no/such/folder"), trust.Pins())
	require.NoError(t, err)
	assert.Empty(t, s.Entries())
	assert.Empty(t, s.Trust("x").Anchors())
}

func TestPinnedCertificatesAreImported(t *testing.T) {
	p, f := newPKI(t), newFolder()
	s := open(t, f, p.pins)
	for _, c := range []*x509.Certificate{p.root.Cert, p.sub.Cert} {
		_, outcome, err := s.Import(f, c, trust.ImportOptions{})
		require.NoError(t, err)
		assert.Equal(t, trust.OutcomeImported, outcome)
		_, outcome, err = s.Import(f, c, trust.ImportOptions{})
		require.NoError(t, err)
		assert.Equal(t, trust.OutcomePresent, outcome)
	}
	assert.NotContains(t, f.MapFS, trust.OwnList)

	s = open(t, f, p.pins)
	require.Len(t, s.Entries(), 2)
	all := s.Trust("trust")
	require.Len(t, all.Anchors(), 1)
	a := all.Anchors()[0]
	assert.Equal(t, sign.OriginPinned, a.Origin)
	assert.Equal(t, "http://ca.example/root.crt", a.Source)
	assert.Equal(t, p.root.Cert.Raw, a.Certificate.Raw)
	require.Len(t, all.Intermediates(), 1)
	assert.Equal(t, p.sub.Cert.Raw, all.Intermediates()[0].Raw)
}

func TestUnknownCertificateIsRefused(t *testing.T) {
	p, f := newPKI(t), newFolder()
	s := open(t, f, nil)
	_, _, err := s.Import(f, p.root.Cert, trust.ImportOptions{})
	require.ErrorIs(t, err, trust.ErrUnpinned)
	refused := (*trust.RefusedError)(nil)
	require.ErrorAs(t, err, &refused)
	assert.Equal(t, sha256Of(p.root.Cert), refused.SHA256)
	assert.Nil(t, refused.Likely)
	assert.Empty(t, f.MapFS, "nothing is written")
	assert.Empty(t, s.Entries())
}

// TestPinWithoutSHA256OnlyNames: neither SHA-1 nor a name confirms.
func TestPinWithoutSHA256OnlyNames(t *testing.T) {
	p, f := newPKI(t), newFolder()
	old := sha1.Sum(p.root.Cert.Raw)
	for _, pin := range []trust.Pin{
		{Name: "an old thumbprint", SHA1: hex.EncodeToString(old[:]), Kind: trust.Root},
		{Name: "MẪU THỬ Root", Kind: trust.Root},
	} {
		_, _, err := open(t, f, []trust.Pin{pin}).Import(f, p.root.Cert, trust.ImportOptions{})
		require.ErrorIs(t, err, trust.ErrUnpinned)
		refused := (*trust.RefusedError)(nil)
		require.ErrorAs(t, err, &refused)
		require.NotNil(t, refused.Likely)
		assert.Equal(t, pin.Name, refused.Likely.Name)
		assert.False(t, pin.Confirms(p.root.Cert))
	}
}

func TestOwnAnchor(t *testing.T) {
	p, f := newPKI(t), newFolder()
	day := time.Date(2026, 11, 25, 0, 0, 0, 0, time.UTC)
	s := open(t, f, nil)
	e, outcome, err := s.Import(f, p.root.Cert, trust.ImportOptions{AsAnchor: true, Day: day})
	require.NoError(t, err)
	assert.Equal(t, trust.OutcomeImported, outcome)
	assert.Equal(t, trust.StatusOwn, e.Status)

	s = open(t, f, nil)
	require.Len(t, s.Entries(), 1)
	e = s.Entries()[0]
	assert.Equal(t, trust.StatusOwn, e.Status)
	assert.True(t, day.Equal(e.Imported))
	assert.True(t, e.Anchor())
	a := s.Trust("C:/trust").Anchors()[0]
	assert.Equal(t, sign.OriginOwn, a.Origin)
	assert.Equal(t, "C:/trust", a.Source)

	gone, err := s.Remove(f, sha256Of(p.root.Cert))
	require.NoError(t, err)
	assert.True(t, gone)
	assert.Empty(t, open(t, f, nil).Entries())
	gone, err = s.Remove(f, sha256Of(p.root.Cert))
	require.NoError(t, err)
	assert.False(t, gone)
}

func TestPinnedIntermediateMadeAnAnchorIsOwn(t *testing.T) {
	p, f := newPKI(t), newFolder()
	s := open(t, f, p.pins)
	_, _, err := s.Import(f, p.sub.Cert, trust.ImportOptions{})
	require.NoError(t, err)
	assert.Empty(t, s.Trust("").Anchors())
	_, _, err = s.Import(f, p.sub.Cert, trust.ImportOptions{AsAnchor: true, Day: time.Unix(0, 0)})
	require.NoError(t, err)
	require.Len(t, s.Entries(), 1)
	for _, s := range []*trust.Store{s, open(t, f, p.pins)} {
		require.Len(t, s.Trust("").Anchors(), 1)
		assert.Equal(t, sign.OriginOwn, s.Trust("").Anchors()[0].Origin)
		assert.Empty(t, s.Trust("").Intermediates())
	}
}

func TestSignerIsNoAnchor(t *testing.T) {
	p, f := newPKI(t), newFolder()
	_, _, err := open(t, f, nil).Import(f, p.agency.Cert, trust.ImportOptions{AsAnchor: true})
	assert.ErrorIs(t, err, trust.ErrNotAuthority)
	assert.Empty(t, f.MapFS)
}

func TestFolderThatWasTamperedWith(t *testing.T) {
	p := newPKI(t)
	root := signtest.PEM(p.root.Cert)
	own := sha256Of(p.root.Cert)
	list := `{"version":1,"anchors":[{"sha256":"` + own + `","subject":"","imported":"2026-11-25"}]}`
	for name, c := range map[string]struct {
		files map[string]string
		file  string
		is    error
	}{
		"an anchor slipped in under its own digest": {map[string]string{own + ".pem": string(root)}, own + ".pem", trust.ErrNotImported},
		"an anchor slipped in under any name":       {map[string]string{"ca.crt": string(root)}, "ca.crt", trust.ErrNotImported},
		"another certificate under the name":        {map[string]string{own + ".pem": string(signtest.PEM(p.sub.Cert)), trust.OwnList: list}, own + ".pem", trust.ErrTampered},
		"a second certificate behind the first":     {map[string]string{own + ".pem": string(root) + string(signtest.PEM(p.sub.Cert)), trust.OwnList: list}, own + ".pem", trust.ErrTampered},
		"no certificate":                            {map[string]string{own + ".pem": "x", trust.OwnList: list}, own + ".pem", trust.ErrTampered},
		"a certificate gone":                        {map[string]string{trust.OwnList: list}, own + ".pem", trust.ErrGone},
		"a broken list":                             {map[string]string{trust.OwnList: "{"}, trust.OwnList, nil},
		"a list of another version":                 {map[string]string{trust.OwnList: `{"version":2,"anchors":[]}`}, trust.OwnList, nil},
		"a list with an unknown key":                {map[string]string{trust.OwnList: `{"version":1,"trusted":true}`}, trust.OwnList, nil},
		"a list with a day that is none":            {map[string]string{trust.OwnList: strings.Replace(list, "2026-11-25", "2026-02-31", 1)}, trust.OwnList, nil},
		"a huge file":                               {map[string]string{own + ".pem": strings.Repeat("x", 1<<20), trust.OwnList: list}, own + ".pem", nil},
	} {
		t.Run(name, func(t *testing.T) {
			f := newFolder()
			for file, content := range c.files {
				require.NoError(t, f.WriteFile(file, []byte(content)))
			}
			_, err := trust.OpenStore(f, nil)
			e := (*trust.StoreError)(nil)
			require.ErrorAs(t, err, &e)
			assert.Equal(t, c.file, e.File)
			if c.is != nil {
				assert.ErrorIs(t, err, c.is)
			}
		})
	}
	f := newFolder()
	require.NoError(t, f.WriteFile("README.txt", root))
	require.NoError(t, f.WriteFile(".half-written.pem", root))
	assert.Empty(t, open(t, f, nil).Entries(), "what claims to be no certificate is passed over")
}

func TestFolderThatCannotBeWritten(t *testing.T) {
	p, f := newPKI(t), newFolder()
	s := open(t, f, nil)
	f.refuse = trust.OwnList
	_, _, err := s.Import(f, p.root.Cert, trust.ImportOptions{AsAnchor: true})
	require.ErrorIs(t, err, fs.ErrPermission)
	assert.Empty(t, f.MapFS, "half an import is taken back")
	assert.Empty(t, s.Entries())
	refused := (*trust.RefusedError)(nil)
	assert.False(t, errors.As(err, &refused))
}

func TestSubjectCannotImitateAPEMBlock(t *testing.T) {
	f := newFolder()
	evil, err := signtest.NewAuthority("evil", signtest.Subject{CommonName: "x\n-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n", Key: signtest.P256})
	require.NoError(t, err)
	_, _, err = open(t, f, nil).Import(f, evil.Cert, trust.ImportOptions{AsAnchor: true, Day: time.Unix(0, 0)})
	require.NoError(t, err)
	assert.Len(t, open(t, f, nil).Entries(), 1)
}

func bundle(certs ...[]byte) []byte {
	var all []byte
	for _, c := range certs {
		all = append(all, c...)
	}
	data := []byte{0x06, 9, 0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 1, 7, 1}
	signed := []byte{0x06, 9, 0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 1, 7, 2}
	body := tlv(0x30, []byte{2, 1, 1}, tlv(0x31), tlv(0x30, data), tlv(0xa0, all), tlv(0x31))
	return tlv(0x30, signed, tlv(0xa0, body))
}

func tlv(tag byte, parts ...[]byte) []byte {
	var b []byte
	for _, p := range parts {
		b = append(b, p...)
	}
	switch n := len(b); {
	case n < 0x80:
		return append([]byte{tag, byte(n)}, b...)
	case n < 0x100:
		return append([]byte{tag, 0x81, byte(n)}, b...)
	default:
		return append([]byte{tag, 0x82, byte(n >> 8), byte(n)}, b...)
	}
}

func TestParseCertificates(t *testing.T) {
	p := newPKI(t)
	root, sub := p.root.Cert, p.sub.Cert
	two := append(signtest.PEM(root), signtest.PEM(sub)...)
	der := bundle(root.Raw, sub.Raw)
	for name, c := range map[string]struct {
		file []byte
		want int
	}{
		"DER": {root.Raw, 1}, "PEM": {signtest.PEM(root), 1}, "two in PEM": {two, 2}, "text before PEM": {append([]byte("# ca\r\n"), two...), 2},
		"bundle": {der, 2}, "bundle in PEM": {pem.EncodeToMemory(&pem.Block{Type: "PKCS7", Bytes: der}), 2},
	} {
		certs, err := trust.ParseCertificates(c.file)
		require.NoError(t, err, name)
		require.Len(t, certs, c.want, name)
		assert.Equal(t, root.Raw, certs[0].Raw, name)
	}
	for name, file := range map[string][]byte{
		"nothing": nil, "text": []byte("<html>404</html>"), "cut": root.Raw[:100], "trailing": append(append([]byte{}, root.Raw...), 0),
		"empty bundle": bundle(), "bundle with rubbish": bundle([]byte{0x30, 1}), "bundle and more": append(bundle(root.Raw), 0),
		"private key": pem.EncodeToMemory(&pem.Block{Type: "EC PRIVATE KEY", Bytes: []byte{1}}),
		"other block": pem.EncodeToMemory(&pem.Block{Type: "X509 CRL", Bytes: []byte{1}}),
		"huge":        make([]byte, 2<<20),
		"many":        []byte(strings.Repeat(string(signtest.PEM(root)), 101)),
	} {
		_, err := trust.ParseCertificates(file)
		assert.Error(t, err, name)
	}
	_, err := trust.ParseCertificates(pem.EncodeToMemory(&pem.Block{Type: "EC PRIVATE KEY", Bytes: []byte{1}}))
	assert.ErrorContains(t, err, "private key")
}

func FuzzParseCertificates(f *testing.F) {
	root, err := signtest.NewAuthority("fuzz", signtest.Subject{CommonName: "Fuzz", Key: signtest.P256})
	if err != nil {
		f.Fatal(err)
	}
	der := bundle(root.Cert.Raw)
	f.Add(root.Cert.Raw)
	f.Add(signtest.PEM(root.Cert))
	f.Add(der)
	f.Add(pem.EncodeToMemory(&pem.Block{Type: "PKCS7", Bytes: der}))
	f.Fuzz(func(t *testing.T, b []byte) {
		certs, err := trust.ParseCertificates(b)
		if (err == nil) != (len(certs) > 0) {
			t.Fatalf("%d certificates, error %v", len(certs), err)
		}
	})
}
