package sign

import (
	"crypto/x509"
	"encoding/asn1"

	"golang.org/x/crypto/cryptobyte"
	cbasn1 "golang.org/x/crypto/cryptobyte/asn1"
)

// revocation collects what a CMS carries along to judge its certificates by:
// its crls (RFC 5652 10.2.1, RFC 5940), the archive that Adobe products sign
// with it (ISO 32000-2 12.8.3.3.2), and the values of CAdES (RFC 5126 6.3).
func (sd *signedData) revocation(certificate func([]byte) (*x509.Certificate, error)) (pool *revocationPool, certs []*x509.Certificate) {
	pool = &revocationPool{}
	for s := cryptobyte.String(sd.crls); !s.Empty(); {
		var el, body cryptobyte.String
		var tag cbasn1.Tag
		if !s.ReadAnyASN1Element(&el, &tag) {
			break
		}
		switch tag {
		case cbasn1.SEQUENCE:
			pool.addCRL(el, originCMS)
		case explicit(1):
			var format asn1.ObjectIdentifier
			if el.ReadASN1(&body, explicit(1)) && body.ReadASN1ObjectIdentifier(&format) && format.Equal(oidRIOCSP) {
				pool.addOCSP(body, originCMS)
			}
		}
	}
	for i := range sd.signers {
		si := &sd.signers[i]
		if v, n := attribute(si.attrs, oidAdobeRevocation); n > 0 {
			pool.addValues(v, false)
		}
		if v, n := attribute(si.unsigned, oidRevocationValues); n > 0 {
			pool.addValues(v, true)
		}
		if v, n := attribute(si.unsigned, oidCertValues); n > 0 {
			certs = append(certs, readCertificates(v, certificate)...)
		}
	}
	return pool, certs
}

// addValues reads RevocationInfoArchival or, where its answers are basic ones,
// RevocationValues: both hold CRLs in [0] and OCSP answers in [1].
func (p *revocationPool) addValues(v cryptobyte.String, basic bool) {
	var seq, part, list cryptobyte.String
	var present bool
	if !v.ReadASN1(&seq, cbasn1.SEQUENCE) {
		return
	}
	each := func(n uint8, use func([]byte)) {
		if !seq.ReadOptionalASN1(&part, &present, explicit(n)) || !present || !part.ReadASN1(&list, cbasn1.SEQUENCE) {
			return
		}
		for !list.Empty() {
			var el cryptobyte.String
			if !list.ReadASN1Element(&el, cbasn1.SEQUENCE) {
				return
			}
			use(el)
		}
	}
	each(0, func(b []byte) { p.addCRL(b, originCMS) })
	each(1, func(b []byte) {
		if basic {
			b = wrapBasicOCSP(b)
		}
		p.addOCSP(b, originCMS)
	})
}

// wrapBasicOCSP makes an OCSPResponse of a BasicOCSPResponse.
func wrapBasicOCSP(basic []byte) []byte {
	var b cryptobyte.Builder
	b.AddASN1(cbasn1.SEQUENCE, func(b *cryptobyte.Builder) {
		b.AddASN1Enum(0)
		b.AddASN1(explicit(0), func(b *cryptobyte.Builder) {
			b.AddASN1(cbasn1.SEQUENCE, func(b *cryptobyte.Builder) {
				b.AddASN1ObjectIdentifier(oidOCSPBasic)
				b.AddASN1OctetString(basic)
			})
		})
	})
	out, err := b.Bytes()
	if err != nil {
		return nil
	}
	return out
}

// readCertificates reads a SEQUENCE OF Certificate, leaving out what cannot be
// parsed.
func readCertificates(v cryptobyte.String, certificate func([]byte) (*x509.Certificate, error)) (out []*x509.Certificate) {
	var seq cryptobyte.String
	if !v.ReadASN1(&seq, cbasn1.SEQUENCE) {
		return nil
	}
	for !seq.Empty() && len(out) < maxCerts {
		var el cryptobyte.String
		var tag cbasn1.Tag
		if !seq.ReadAnyASN1Element(&el, &tag) {
			return out
		}
		if c, err := certificate(el); err == nil {
			out = append(out, c)
		}
	}
	return out
}
