package trust

import (
	"bytes"
	"crypto/x509"
	"encoding/asn1"
	"encoding/pem"
	"errors"
	"fmt"

	"golang.org/x/crypto/cryptobyte"
	cbasn1 "golang.org/x/crypto/cryptobyte/asn1"
)

// Bounds of one file of certificates. Real ones hold a handful.
const (
	maxFile  = 1 << 20
	maxCerts = 100
)

// errPrivateKey is of a file that holds what must not be handed around.
var errPrivateKey = errors.New("the file holds a private key; give the certificate alone")

var oidSignedData = asn1.ObjectIdentifier{1, 2, 840, 113549, 1, 7, 2}

// ParseCertificates reads a file of certificates as authorities offer them: one
// DER certificate, PEM certificates, or a PKCS #7 bundle of certificates (.p7b),
// DER or PEM (RFC 5652 clause 5, a SignedData without signers). A file of more
// than 1 MiB or 100 certificates is refused.
func ParseCertificates(b []byte) ([]*x509.Certificate, error) {
	if len(b) > maxFile {
		return nil, errors.New("the file is too large for certificates")
	}
	if !bytes.Contains(b, []byte("-----BEGIN ")) {
		return parseDER(b)
	}
	var all []*x509.Certificate
	for rest := b; ; {
		var block *pem.Block
		if block, rest = pem.Decode(rest); block == nil {
			break
		}
		var certs []*x509.Certificate
		var err error
		switch block.Type {
		case "CERTIFICATE", "X509 CERTIFICATE":
			var c *x509.Certificate
			if c, err = x509.ParseCertificate(block.Bytes); err == nil {
				certs = []*x509.Certificate{c}
			}
		case "PKCS7", "CMS", "PKCS #7 SIGNED DATA":
			certs, err = parseBundle(block.Bytes)
		default:
			if bytes.HasSuffix([]byte(block.Type), []byte("PRIVATE KEY")) {
				return nil, errPrivateKey
			}
			err = fmt.Errorf("a PEM block %q, want CERTIFICATE or PKCS7", block.Type)
		}
		if err != nil {
			return nil, err
		}
		if all = append(all, certs...); len(all) > maxCerts {
			return nil, errors.New("too many certificates")
		}
	}
	if len(all) == 0 {
		return nil, errors.New("no certificate")
	}
	return all, nil
}

func parseDER(b []byte) ([]*x509.Certificate, error) {
	c, err := x509.ParseCertificate(b)
	if err == nil {
		return []*x509.Certificate{c}, nil
	}
	if certs, bundleErr := parseBundle(b); bundleErr == nil {
		return certs, nil
	} else if !errors.Is(bundleErr, errNoBundle) {
		return nil, bundleErr
	}
	return nil, err
}

var errNoBundle = errors.New("no PKCS #7 bundle of certificates")

// parseBundle reads the certificates of a SignedData. Whatever else it holds is
// passed over: nobody's signature is asked for here, since a pin or the user
// decides on each certificate.
func parseBundle(b []byte) ([]*x509.Certificate, error) {
	var info, inner, body, set cryptobyte.String
	var typ asn1.ObjectIdentifier
	var present bool
	s := cryptobyte.String(b)
	if !s.ReadASN1(&info, cbasn1.SEQUENCE) || !info.ReadASN1ObjectIdentifier(&typ) || !typ.Equal(oidSignedData) {
		return nil, errNoBundle
	}
	var version int64
	if !s.Empty() || !info.ReadASN1(&inner, explicit(0)) || !inner.ReadASN1(&body, cbasn1.SEQUENCE) ||
		!body.ReadASN1Integer(&version) || !body.SkipASN1(cbasn1.SET) || !body.SkipASN1(cbasn1.SEQUENCE) ||
		!body.ReadOptionalASN1(&set, &present, explicit(0)) {
		return nil, errors.New("the PKCS #7 bundle is malformed")
	}
	var all []*x509.Certificate
	for !set.Empty() {
		var el cryptobyte.String
		var tag cbasn1.Tag
		if !set.ReadAnyASN1Element(&el, &tag) {
			return nil, errors.New("the PKCS #7 bundle is malformed")
		}
		if tag != cbasn1.SEQUENCE {
			continue // an attribute certificate or another format
		}
		if len(all) == maxCerts {
			return nil, errors.New("too many certificates")
		}
		c, err := x509.ParseCertificate(el)
		if err != nil {
			return nil, err
		}
		all = append(all, c)
	}
	if len(all) == 0 {
		return nil, errors.New("the PKCS #7 bundle holds no certificate")
	}
	return all, nil
}

func explicit(n uint8) cbasn1.Tag { return cbasn1.Tag(n).ContextSpecific().Constructed() }
