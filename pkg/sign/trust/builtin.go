package trust

import (
	"encoding/hex"
	"encoding/pem"
	"fmt"
	"sync"
	"time"

	"github.com/tthclint/tthclint/pkg/sign"
)

// anchorData is trust-anchor information as it stands in the source: everything
// can be compared with what "openssl x509 -noout -subject -dates -pubkey" says
// of the certificate.
type anchorData struct {
	name                string
	subject             string // DER name, hexadecimal
	keyID               string // subject key identifier, hexadecimal
	notBefore, notAfter string // RFC 3339
	sha256, sha1        string // of the certificate, hexadecimal
	source              string // where the publisher offers the certificate
	publisher           string
	key                 string // SubjectPublicKeyInfo, PEM
}

// Publishers, as they call themselves.
const (
	publisherVGCA = "Ban Cơ yếu Chính phủ (VGCA), ca.gov.vn"
	publisherNEAC = "Trung tâm Chứng thực điện tử quốc gia (NEAC), rootca.gov.vn"
)

// checkHow says how a fingerprint is checked. The answer of the publisher must
// come another way than the certificate.
const checkHow = "fetch the certificate from the source, compute its SHA-256 (Windows: certutil -dump FILE, line Cert Hash(sha256); " +
	"elsewhere: openssl x509 -in FILE -noout -fingerprint -sha256) and compare it with what the publisher tells over another channel: "

func anchorTable() []anchorData { return []anchorData{rootCAG2, stateCAG2, nationalRoot} }

var builtIn = sync.OnceValue(func() []sign.Anchor {
	var all []sign.Anchor
	for _, d := range anchorTable() {
		a, err := d.anchor()
		if err != nil {
			panic(err) // the data are constants, and a test reads them all
		}
		all = append(all, a)
	}
	return all
})

// BuiltIn returns the anchors that are compiled in: the second root of the State
// (VGCA), its authority for State agencies, and the national root above the
// public authorities. The caller may change the slice, not what its elements
// point to.
//
// TT 15/2025/TT-BKHCN has verifying software follow the path to the national
// root; NĐ 68/2024/NĐ-CP Article 32 asks for the path of an official-duty
// certificate.
func BuiltIn() []sign.Anchor { return append([]sign.Anchor(nil), builtIn()...) }

var standard = sync.OnceValue(func() *sign.Trust {
	t, err := sign.TrustOf(builtIn(), nil)
	if err != nil {
		panic(err) // as above
	}
	return t
})

// Default returns a trust store of the built-in anchors alone. It is shared and
// not to be changed.
func Default() *sign.Trust { return standard() }

func (d *anchorData) anchor() (a sign.Anchor, err error) {
	a = sign.Anchor{Name: d.name, Origin: sign.OriginBuiltIn, Source: d.source, Check: checkHow + d.publisher}
	fail := func(err error) (sign.Anchor, error) { return a, fmt.Errorf("trust: anchor %s: %w", d.name, err) }
	if a.Subject, err = hex.DecodeString(d.subject); err != nil {
		return fail(err)
	}
	if a.KeyID, err = hex.DecodeString(d.keyID); err != nil {
		return fail(err)
	}
	if a.NotBefore, err = time.Parse(time.RFC3339, d.notBefore); err != nil {
		return fail(err)
	}
	if a.NotAfter, err = time.Parse(time.RFC3339, d.notAfter); err != nil {
		return fail(err)
	}
	digest, err := hex.DecodeString(d.sha256)
	if err != nil || copy(a.SHA256[:], digest) != len(a.SHA256) {
		return fail(fmt.Errorf("SHA-256 %q", d.sha256))
	}
	block, rest := pem.Decode([]byte(d.key))
	if block == nil || block.Type != "PUBLIC KEY" || len(rest) > 0 {
		return fail(fmt.Errorf("the key is no PEM block PUBLIC KEY"))
	}
	a.PublicKey = block.Bytes
	return a, nil
}
