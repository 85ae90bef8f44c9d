package sign

import (
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/x509"
	"crypto/x509/pkix"
	"encoding/asn1"
	"math/big"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// name makes a Name of one common name in a string type.
func nameOf(tag byte, value string) []byte {
	v := append([]byte{tag, byte(len(value))}, value...)
	oid := []byte{0x06, 3, 0x55, 4, 3}
	wrap := func(t byte, b []byte) []byte { return append([]byte{t, byte(len(b))}, b...) }
	return wrap(0x30, wrap(0x31, wrap(0x30, append(oid, v...))))
}

// TestCertificatesOfSloppyIssuers: what crypto/x509 refuses to read is read, and
// keeps the bytes that its issuer signed.
func TestCertificatesOfSloppyIssuers(t *testing.T) {
	key, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	require.NoError(t, err)
	ca := &x509.Certificate{SerialNumber: big.NewInt(1), RawSubject: nameOf(0x13, "CA"), NotAfter: time.Date(2040, 1, 1, 0, 0, 0, 0, time.UTC), IsCA: true, BasicConstraintsValid: true}
	caDER, err := x509.CreateCertificate(rand.Reader, ca, ca, &key.PublicKey, key)
	require.NoError(t, err)
	ca, err = x509.ParseCertificate(caDER)
	require.NoError(t, err)
	for name, c := range map[string]struct {
		subject []byte
		cn      string
		ext     []pkix.Extension
		ok      bool
	}{
		"at sign in a PrintableString":    {nameOf(0x13, "an@sadec.vn"), "an@sadec.vn", nil, true},
		"Vietnamese in a PrintableString": {nameOf(0x13, "Nguyễn An"), "Nguyễn An", nil, true},
		"Latin-1 in a UTF8String":         {nameOf(0x0c, "Andr\xe9"), "André", nil, true},
		"alternative name":                {nameOf(0x13, "An"), "An", []pkix.Extension{{Id: asn1.ObjectIdentifier{2, 5, 29, 17}, Value: []byte{0x30, 4, 0x82, 2, 0xff, 0xfe}}}, true},
		"critical alternative name":       {nameOf(0x13, "An"), "", []pkix.Extension{{Id: asn1.ObjectIdentifier{2, 5, 29, 17}, Critical: true, Value: []byte{0x30, 4, 0x82, 2, 0xff, 0xfe}}}, false},
		"key usage":                       {nameOf(0x13, "An"), "", []pkix.Extension{{Id: asn1.ObjectIdentifier{2, 5, 29, 15}, Value: []byte{0x30, 0}}}, false},
	} {
		t.Run(name, func(t *testing.T) {
			leaf := &x509.Certificate{SerialNumber: big.NewInt(7), RawSubject: c.subject, NotAfter: ca.NotAfter, ExtraExtensions: c.ext}
			der, err := x509.CreateCertificate(rand.Reader, leaf, ca, &key.PublicKey, key)
			require.NoError(t, err)
			_, err = x509.ParseCertificate(der)
			require.Error(t, err, "otherwise this tests nothing")
			cert, err := parseCertificate(der)
			if !c.ok {
				assert.Error(t, err)
				return
			}
			require.NoError(t, err)
			assert.Equal(t, c.cn, cert.Subject.CommonName)
			assert.Equal(t, der, cert.Raw)
			assert.Equal(t, c.subject, cert.RawSubject)
			assert.Equal(t, linkGood, checkLink(cert, ca))
			e := &engine{o: Options{Trust: NewTrust([]*x509.Certificate{ca}, nil)}}
			r := e.chain(cert, nil, time.Date(2030, 1, 1, 0, 0, 0, 0, time.UTC))
			assert.Equal(t, Trusted, r.state, r.reasons)
		})
	}
}

func TestSameName(t *testing.T) {
	assert.True(t, sameName(nameOf(0x13, "An"), nameOf(0x0c, "An")))
	assert.True(t, sameName(nameOf(0x1e, "\x00A\x00n"), nameOf(0x0c, "An")))
	assert.False(t, sameName(nameOf(0x13, "An"), nameOf(0x0c, "Bình")))
	assert.False(t, sameName(nameOf(0x12, "12"), nameOf(0x0c, "12")), "no string of a name")
	assert.False(t, sameName([]byte{0x30}, []byte{0x30}))
}
