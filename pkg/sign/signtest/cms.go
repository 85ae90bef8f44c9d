package signtest

import (
	"crypto"
	"crypto/ecdsa"
	"crypto/ed25519"
	"crypto/rsa"
	"crypto/sha1"
	"crypto/sha256"
	"crypto/x509"
	"encoding/asn1"
	"fmt"
	"time"

	// Digests that [Options.Digest] may ask for.
	_ "crypto/sha3"
	_ "crypto/sha512"
)

// CMS describes a SignedData (RFC 5652 clause 5) to write.
type CMS struct {
	Digest  crypto.Hash // SHA-256 when 0
	PSS     bool        // RSASSA-PSS instead of PKCS #1 v1.5
	Time    time.Time   // signing-time attribute; none when zero
	Message []byte      // digest of the content

	ContentType []int  // id-data when nil
	Content     []byte // encapsulated content; nil for a detached signature

	BySKI                bool                // signer named by key identifier
	NoSignedAttributes   bool                // signature directly over Message, the digest of the content
	NoSigningCertificate bool                // without signing-certificate-v2
	SigningCertificateV1 bool                // the SHA-1 attribute of RFC 2634 instead
	OtherSigningCert     *x509.Certificate   // the attribute names this certificate
	NoCertificates       bool                // certificate bag empty
	WholeChain           bool                // intermediates and root into the bag; otherwise the signer's alone
	Extra                []*x509.Certificate // further certificates for the bag
	TSA                  *Identity           // adds a signature timestamp
	TSATime              time.Time
	CorruptSignature     bool        // flip a bit of the signature value
	CorruptTimestamp     bool        // imprint of something else
	TwoSigners           bool        // the SignerInfo twice
	Archive              *Revocation // RevocationInfoArchival of Adobe products, signed
	CRLs                 [][]byte    // into the crls of SignedData
}

// Sign returns the CMS, DER encoded.
func (c CMS) Sign(id *Identity) ([]byte, error) {
	h := c.Digest
	if h == 0 {
		h = crypto.SHA256
	}
	digestAlg, err := digestAlgorithm(h)
	if err != nil {
		return nil, err
	}
	ctype := oid(1, 2, 840, 113549, 1, 7, 1)
	if c.ContentType != nil {
		ctype = oid(c.ContentType...)
	}
	var attrs [][]byte
	if !c.NoSignedAttributes {
		attrs = append(attrs,
			attribute(oid(1, 2, 840, 113549, 1, 9, 3), ctype),
			attribute(oid(1, 2, 840, 113549, 1, 9, 4), der(0x04, c.Message)))
		if !c.Time.IsZero() {
			attrs = append(attrs, attribute(oid(1, 2, 840, 113549, 1, 9, 5), utcTime(c.Time)))
		}
		if !c.NoSigningCertificate {
			cert := id.Cert
			if c.OtherSigningCert != nil {
				cert = c.OtherSigningCert
			}
			attrs = append(attrs, signingCertificate(cert, c.SigningCertificateV1))
		}
	}
	if c.Archive != nil && !c.NoSignedAttributes {
		attrs = append(attrs, c.Archive.archive())
	}
	toSign := c.Message
	if !c.NoSignedAttributes {
		w := h.New()
		w.Write(set(0x31, attrs...))
		toSign = w.Sum(nil)
	}
	sigAlg, sig, err := signDigest(id.Key, h, c.PSS, toSign, set(0x31, attrs...))
	if err != nil {
		return nil, err
	}
	if c.CorruptSignature {
		sig[len(sig)/2] ^= 1
	}
	version, sid := integer(1), der(0x30, id.Cert.RawIssuer, mustMarshal(id.Cert.SerialNumber))
	if c.BySKI {
		version, sid = integer(3), der(0x80, id.Cert.SubjectKeyId)
	}
	info := [][]byte{version, sid, digestAlg}
	if !c.NoSignedAttributes {
		info = append(info, set(0xA0, attrs...))
	}
	info = append(info, sigAlg, der(0x04, sig))
	if c.TSA != nil {
		imprint := sha256.Sum256(sig)
		if c.CorruptTimestamp {
			imprint[0] ^= 1
		}
		tok, err := Token(c.TSA, imprint[:], c.TSATime)
		if err != nil {
			return nil, err
		}
		info = append(info, set(0xA1, attribute(oid(1, 2, 840, 113549, 1, 9, 16, 2, 14), tok)))
	}
	encap := der(0x30, ctype)
	if c.Content != nil {
		encap = der(0x30, ctype, der(0xA0, der(0x04, c.Content)))
	}
	parts := [][]byte{integer(1), set(0x31, digestAlg), encap}
	if c.BySKI || c.ContentType != nil {
		parts[0] = integer(3)
	}
	if bag := c.bag(id); len(bag) > 0 {
		parts = append(parts, der(0xA0, bag...))
	}
	if len(c.CRLs) > 0 {
		parts = append(parts, der(0xA1, c.CRLs...))
	}
	infos := [][]byte{der(0x30, info...)}
	if c.TwoSigners {
		infos = append(infos, infos[0])
	}
	parts = append(parts, set(0x31, infos...))
	return der(0x30, oid(1, 2, 840, 113549, 1, 7, 2), der(0xA0, der(0x30, parts...))), nil
}

func (c CMS) bag(id *Identity) (out [][]byte) {
	if !c.NoCertificates {
		out = append(out, id.Cert.Raw)
	}
	if c.WholeChain {
		for _, i := range id.Chain {
			out = append(out, i.Raw)
		}
		if id.Root != nil {
			out = append(out, id.Root.Raw)
		}
	}
	for _, e := range c.Extra {
		out = append(out, e.Raw)
	}
	return out
}

func attribute(typ []byte, values ...[]byte) []byte { return der(0x30, typ, set(0x31, values...)) }

// signingCertificate is the attribute of RFC 5035, or of RFC 2634 when old.
func signingCertificate(c *x509.Certificate, old bool) []byte {
	issuerSerial := der(0x30, der(0x30, der(0xA4, c.RawIssuer)), mustMarshal(c.SerialNumber))
	if old {
		h := sha1.Sum(c.Raw)
		return attribute(oid(1, 2, 840, 113549, 1, 9, 16, 2, 12), der(0x30, der(0x30, der(0x30, der(0x04, h[:]), issuerSerial))))
	}
	h := sha256.Sum256(c.Raw)
	return attribute(oid(1, 2, 840, 113549, 1, 9, 16, 2, 47), der(0x30, der(0x30, der(0x30, der(0x04, h[:]), issuerSerial))))
}

func digestAlgorithm(h crypto.Hash) ([]byte, error) {
	switch h {
	case crypto.SHA1:
		return der(0x30, oid(1, 3, 14, 3, 2, 26), null), nil
	case crypto.SHA256:
		return der(0x30, oid(2, 16, 840, 1, 101, 3, 4, 2, 1), null), nil
	case crypto.SHA384:
		return der(0x30, oid(2, 16, 840, 1, 101, 3, 4, 2, 2), null), nil
	case crypto.SHA512:
		return der(0x30, oid(2, 16, 840, 1, 101, 3, 4, 2, 3), null), nil
	case crypto.SHA3_256:
		return der(0x30, oid(2, 16, 840, 1, 101, 3, 4, 2, 8)), nil
	}
	return nil, fmt.Errorf("signtest: no identifier for %v", h)
}

func signDigest(key crypto.Signer, h crypto.Hash, pss bool, digest, attrs []byte) (alg, sig []byte, err error) {
	switch k := key.(type) {
	case *rsa.PrivateKey:
		if pss {
			ha, err := digestAlgorithm(h)
			if err != nil {
				return nil, nil, err
			}
			p := der(0x30, der(0xA0, ha), der(0xA1, der(0x30, oid(1, 2, 840, 113549, 1, 1, 8), ha)), der(0xA2, integer(int64(h.Size()))))
			sig, err = rsa.SignPSS(newStream(string(digest)), k, h, digest, &rsa.PSSOptions{SaltLength: h.Size()})
			return der(0x30, oid(1, 2, 840, 113549, 1, 1, 10), p), sig, err
		}
		sig, err = rsa.SignPKCS1v15(nil, k, h, digest)
		return der(0x30, oid(1, 2, 840, 113549, 1, 1, 1), null), sig, err
	case *ecdsa.PrivateKey:
		last := map[crypto.Hash]int{crypto.SHA256: 2, crypto.SHA384: 3, crypto.SHA512: 4}[h]
		if last == 0 {
			return nil, nil, fmt.Errorf("signtest: no identifier for ECDSA with %v", h)
		}
		sig, err = k.Sign(nil, digest, h)
		return der(0x30, oid(1, 2, 840, 10045, 4, 3, last)), sig, err
	case ed25519.PrivateKey:
		// RFC 8419: over the attributes themselves, with SHA-512 for the content.
		return der(0x30, oid(1, 3, 101, 112)), ed25519.Sign(k, attrs), nil
	}
	return nil, nil, fmt.Errorf("signtest: cannot sign with %T", key)
}

func mustMarshal(v any) []byte {
	b, err := asn1.Marshal(v)
	if err != nil {
		panic(err) // only integers come here
	}
	return b
}

// Token returns an RFC 3161 time-stamp token over a SHA-256 imprint.
func Token(tsa *Identity, imprint []byte, at time.Time) ([]byte, error) {
	alg, err := digestAlgorithm(crypto.SHA256)
	if err != nil {
		return nil, err
	}
	info := der(0x30, integer(1), oid(1, 3, 6, 1, 4, 1, 99999, 1), der(0x30, alg, der(0x04, imprint)),
		integer(at.Unix()), generalized(at))
	d := sha256.Sum256(info)
	return CMS{Message: d[:], Time: at, ContentType: []int{1, 2, 840, 113549, 1, 9, 16, 1, 4}, Content: info, WholeChain: true}.Sign(tsa)
}
