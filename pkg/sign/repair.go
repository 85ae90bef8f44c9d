package sign

import (
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/x509"
	"encoding/asn1"
	"math/big"
	"slices"
	"strings"
	"unicode/utf8"

	"golang.org/x/crypto/cryptobyte"
	cbasn1 "golang.org/x/crypto/cryptobyte/asn1"
)

// parseCertificate parses a certificate, also one that crypto/x509 refuses for
// what does not matter to a signature: a key on a curve that it does not know,
// characters that a string type does not allow, a negative serial number, an
// alternative name that is not well formed. Such a certificate is parsed with
// these parts put right, and then gets its own bytes back, over which its
// signature is verified.
func parseCertificate(der []byte) (*x509.Certificate, error) {
	c, err := x509.ParseCertificate(der)
	if err == nil {
		return c, nil
	}
	r, ok := takeApart(der)
	if !ok {
		return nil, err
	}
	repaired, ok := r.repaired()
	if !ok {
		return nil, err
	}
	c, err2 := x509.ParseCertificate(repaired)
	if err2 != nil {
		return nil, err
	}
	c.Raw, c.RawTBSCertificate, c.RawIssuer, c.RawSubject, c.RawSubjectPublicKeyInfo = der, r.tbs, r.issuer, r.subject, r.key
	c.SerialNumber = r.serial
	if r.own != nil {
		c.PublicKey = r.own
	}
	return c, nil
}

// parts are the elements of a certificate (RFC 5280 clause 4.1).
type parts struct {
	tbs                        []byte
	version                    []byte // with its tag, empty when absent
	serial                     *big.Int
	algorithm, validity        []byte
	issuer, subject, key, rest []byte
	after                      []byte // signatureAlgorithm and signatureValue
	own                        any    // key that crypto/x509 does not know
}

func takeApart(der []byte) (p parts, ok bool) {
	in := cryptobyte.String(der)
	var cert, el, body, version, algorithm, issuer, validity, subject, key cryptobyte.String
	var tag cbasn1.Tag
	if !in.ReadASN1(&cert, cbasn1.SEQUENCE) || !in.Empty() || !cert.ReadASN1Element(&el, cbasn1.SEQUENCE) {
		return p, false
	}
	p.tbs, p.after = el, cert
	if !el.ReadASN1(&body, cbasn1.SEQUENCE) {
		return p, false
	}
	if body.PeekASN1Tag(explicit(0)) && !body.ReadAnyASN1Element(&version, &tag) {
		return p, false
	}
	p.serial = new(big.Int)
	if !body.ReadASN1Integer(p.serial) || !body.ReadASN1Element(&algorithm, cbasn1.SEQUENCE) ||
		!body.ReadASN1Element(&issuer, cbasn1.SEQUENCE) || !body.ReadASN1Element(&validity, cbasn1.SEQUENCE) ||
		!body.ReadASN1Element(&subject, cbasn1.SEQUENCE) || !body.ReadASN1Element(&key, cbasn1.SEQUENCE) {
		return p, false
	}
	p.version, p.algorithm, p.issuer, p.validity, p.subject, p.key, p.rest = version, algorithm, issuer, validity, subject, key, body
	p.own = ownKey(key)
	return p, true
}

// repaired returns the certificate with its faults put right.
func (p *parts) repaired() ([]byte, bool) {
	key := p.key
	if p.own != nil {
		stand, err := ecdsa.ParseRawPrivateKey(elliptic.P256(), append(make([]byte, 31), 1))
		if err != nil {
			return nil, false
		}
		if key, err = x509.MarshalPKIXPublicKey(&stand.PublicKey); err != nil {
			return nil, false
		}
	}
	issuer, ok1 := repairName(p.issuer)
	subject, ok2 := repairName(p.subject)
	rest, ok3 := withoutAlternativeNames(p.rest)
	if !ok1 || !ok2 || !ok3 {
		return nil, false
	}
	serial := p.serial
	if serial.Sign() < 0 {
		serial = big.NewInt(1)
	}
	var b cryptobyte.Builder
	b.AddASN1(cbasn1.SEQUENCE, func(b *cryptobyte.Builder) {
		b.AddASN1(cbasn1.SEQUENCE, func(b *cryptobyte.Builder) {
			b.AddBytes(p.version)
			b.AddASN1BigInt(serial)
			for _, e := range [][]byte{p.algorithm, issuer, p.validity, subject, key, rest} {
				b.AddBytes(e)
			}
		})
		b.AddBytes(p.after)
	})
	out, err := b.Bytes()
	return out, err == nil
}

// nameStrings are the types of a DirectoryString (RFC 5280 clause 4.1.2.4), and
// IA5String, which e-mail addresses and domain components are.
var nameStrings = []cbasn1.Tag{cbasn1.UTF8String, cbasn1.PrintableString, cbasn1.T61String, cbasn1.IA5String, bmpString}

const bmpString = cbasn1.Tag(30)

// repairName writes all strings of a Name as UTF8String.
func repairName(name []byte) ([]byte, bool) {
	in := cryptobyte.String(name)
	var rdns, set, pair, value cryptobyte.String
	if !in.ReadASN1(&rdns, cbasn1.SEQUENCE) {
		return nil, false
	}
	var b cryptobyte.Builder
	ok := true
	b.AddASN1(cbasn1.SEQUENCE, func(b *cryptobyte.Builder) {
		for ok && !rdns.Empty() {
			if ok = rdns.ReadASN1(&set, cbasn1.SET); !ok {
				return
			}
			b.AddASN1(cbasn1.SET, func(b *cryptobyte.Builder) {
				for ok && !set.Empty() {
					var oid asn1.ObjectIdentifier
					var tag cbasn1.Tag
					if ok = set.ReadASN1(&pair, cbasn1.SEQUENCE) && pair.ReadASN1ObjectIdentifier(&oid) && pair.ReadAnyASN1(&value, &tag) && slices.Contains(nameStrings, tag); !ok {
						return
					}
					b.AddASN1(cbasn1.SEQUENCE, func(b *cryptobyte.Builder) {
						b.AddASN1ObjectIdentifier(oid)
						b.AddASN1(cbasn1.UTF8String, func(b *cryptobyte.Builder) { b.AddBytes([]byte(readable(value, tag))) })
					})
				}
			})
		}
	})
	out, err := b.Bytes()
	return out, ok && err == nil
}

// readable decodes a string of a name: two bytes a character in a BMPString, else
// UTF-8 where it is that, else Latin-1.
func readable(v []byte, tag cbasn1.Tag) string {
	if tag == bmpString && len(v)%2 == 0 {
		var b strings.Builder
		for i := 0; i < len(v); i += 2 {
			b.WriteRune(rune(v[i])<<8 | rune(v[i+1]))
		}
		return strings.ToValidUTF8(b.String(), "\uFFFD")
	}
	if utf8.Valid(v) {
		return string(v)
	}
	r := make([]rune, len(v))
	for i, c := range v {
		r[i] = rune(c)
	}
	return string(r)
}

// withoutAlternativeNames takes the alternative names out of the extensions,
// unless they are critical. Nothing here is decided by them.
func withoutAlternativeNames(rest []byte) ([]byte, bool) {
	in := cryptobyte.String(rest)
	var head [][]byte
	for !in.Empty() && !in.PeekASN1Tag(explicit(3)) {
		var el cryptobyte.String
		var tag cbasn1.Tag
		if !in.ReadAnyASN1Element(&el, &tag) {
			return nil, false
		}
		head = append(head, el)
	}
	if in.Empty() {
		return rest, true
	}
	var outer, list cryptobyte.String
	if !in.ReadASN1(&outer, explicit(3)) || !outer.ReadASN1(&list, cbasn1.SEQUENCE) {
		return nil, false
	}
	var kept [][]byte
	for !list.Empty() {
		var el, body cryptobyte.String
		var oid asn1.ObjectIdentifier
		if !list.ReadASN1Element(&el, cbasn1.SEQUENCE) {
			return nil, false
		}
		c := el
		if !c.ReadASN1(&body, cbasn1.SEQUENCE) || !body.ReadASN1ObjectIdentifier(&oid) {
			return nil, false
		}
		alternative := oid.Equal(asn1.ObjectIdentifier{2, 5, 29, 17}) || oid.Equal(asn1.ObjectIdentifier{2, 5, 29, 18})
		if !alternative || body.PeekASN1Tag(cbasn1.BOOLEAN) {
			kept = append(kept, el)
		}
	}
	var b cryptobyte.Builder
	for _, e := range head {
		b.AddBytes(e)
	}
	b.AddASN1(explicit(3), func(b *cryptobyte.Builder) {
		b.AddASN1(cbasn1.SEQUENCE, func(b *cryptobyte.Builder) {
			for _, e := range kept {
				b.AddBytes(e)
			}
		})
	})
	out, err := b.Bytes()
	return out, err == nil
}
