package sign

import (
	"bytes"
	"crypto"
	//lint:ignore SA1019 old documents are signed with it
	"crypto/dsa"
	"crypto/ecdsa"
	"crypto/ed25519"
	"crypto/rsa"
	"encoding/asn1"
	"fmt"
	"math/big"

	"golang.org/x/crypto/cryptobyte"
	cbasn1 "golang.org/x/crypto/cryptobyte/asn1"

	"github.com/tthclint/tthclint/pkg/sign/internal/curve"
)

// verdict of one signature value.
type cryptoResult struct {
	ok     bool
	fam    family
	bits   int
	reason *Reason // why not, or why it cannot be told
	unsure bool    // cannot be told
}

// message is what a signature value is over: the digest, and for Ed25519 the
// bytes themselves, nil when they are not at hand.
type message struct {
	digest []byte
	raw    []byte
}

// verifyValue verifies a signature value with a public key. hash is the digest
// algorithm of the SignerInfo, which the signature algorithm must not
// contradict (RFC 5754 clause 3, RFC 4056 clause 3).
func verifyValue(pub crypto.PublicKey, alg algorithm, hash crypto.Hash, m message, sig []byte) cryptoResult {
	fam, h, ok := signatureAlgorithm(alg.oid)
	res := cryptoResult{fam: fam}
	unsupported := func(detail string) cryptoResult {
		res.unsure = true
		res.reason = &Reason{CodeAlgorithmUnsupported, []string{detail}}
		return res
	}
	if !ok {
		return unsupported(alg.oid.String())
	}
	if h != 0 && h != hash {
		res.reason = &Reason{CodeAlgorithmMismatch, []string{digestName(hash), digestName(h)}}
		return res
	}
	if !workable(pub) {
		return unsupported("key too large")
	}
	invalid := func() cryptoResult {
		res.reason = &Reason{Code: CodeSignatureInvalid}
		return res
	}
	switch fam {
	case famRSA, famPSS:
		key, ok := pub.(*rsa.PublicKey)
		if !ok {
			return invalid()
		}
		res.bits = key.N.BitLen()
		if res.bits < 1024 {
			// crypto/rsa refuses such keys for verification too, rightly.
			return unsupported(fmt.Sprintf("RSA %d", res.bits))
		}
		if fam == famRSA {
			if !verifyPKCS1(key, hash, m.digest, sig) {
				return invalid()
			}
			break
		}
		p, err := parsePSS(alg.params)
		if err != nil {
			return invalid()
		}
		if p.hash != hash {
			res.reason = &Reason{CodeAlgorithmMismatch, []string{digestName(hash), digestName(p.hash)}}
			return res
		}
		if !available(p.mgf) || !verifyPSS(key, p, m.digest, sig) {
			return invalid()
		}
	case famECDSA, famPlainECDSA:
		if fam == famPlainECDSA {
			var ok bool
			if sig, ok = plainToASN1(sig); !ok {
				return invalid()
			}
		}
		switch key := pub.(type) {
		case *ecdsa.PublicKey:
			res.bits = key.Curve.Params().BitSize
			if !ecdsa.VerifyASN1(key, m.digest, sig) {
				return invalid()
			}
		case *curve.PublicKey:
			res.bits = key.Curve.Bits()
			r, s, ok := readRS(sig)
			if !ok || !key.Verify(m.digest, r, s) {
				return invalid()
			}
		default:
			return invalid()
		}
	case famDSA:
		key, ok := pub.(*dsa.PublicKey)
		if !ok {
			return invalid()
		}
		res.bits = key.P.BitLen()
		r, s, ok := readRS(sig)
		// FIPS 186-4 4.6: the leftmost bits of a longer digest.
		if !ok || !dsa.Verify(key, m.digest[:min(len(m.digest), (key.Q.BitLen()+7)/8)], r, s) {
			return invalid()
		}
	case famEd448:
		key, ok := pub.(curve.Ed448PublicKey)
		if !ok {
			return invalid()
		}
		res.bits = 448
		if hash != shake256 {
			// RFC 8419 clause 3.1 leaves no choice.
			return unsupported("Ed448 with " + digestName(hash))
		}
		if m.raw == nil {
			return unsupported("Ed448 over the content itself")
		}
		if !curve.VerifyEd448(key, m.raw, sig) {
			return invalid()
		}
	case famEd25519:
		key, ok := pub.(ed25519.PublicKey)
		if !ok || len(key) != ed25519.PublicKeySize {
			return invalid()
		}
		res.bits = 256
		if m.raw == nil {
			return unsupported("Ed25519 over the content itself")
		}
		if !ed25519.Verify(key, m.raw, sig) {
			return invalid()
		}
	}
	res.ok = true
	return res
}

// verifyPKCS1 verifies RSASSA-PKCS1-v1_5, also where the signer left the NULL
// out of the DigestInfo (RFC 8017 clause 9.2, note 1 of appendix B.1).
func verifyPKCS1(key *rsa.PublicKey, h crypto.Hash, digest, sig []byte) bool {
	if h == shake256 {
		return false
	}
	if rsa.VerifyPKCS1v15(key, h, digest, sig) == nil {
		return true
	}
	if key.N.BitLen() > 4096 {
		return false // signers that old have no such keys
	}
	oid := digestOID(h)
	if oid == nil {
		return false
	}
	var b cryptobyte.Builder
	b.AddASN1(cbasn1.SEQUENCE, func(b *cryptobyte.Builder) {
		b.AddASN1(cbasn1.SEQUENCE, func(b *cryptobyte.Builder) { b.AddASN1ObjectIdentifier(oid) })
		b.AddASN1OctetString(digest)
	})
	info, err := b.Bytes()
	return err == nil && rsa.VerifyPKCS1v15(key, 0, info, sig) == nil
}

// readRS reads an ECDSA-Sig-Value or a Dss-Sig-Value (RFC 3279 clause 2.2).
func readRS(sig []byte) (r, s *big.Int, ok bool) {
	in := cryptobyte.String(sig)
	var seq cryptobyte.String
	r, s = new(big.Int), new(big.Int)
	ok = in.ReadASN1(&seq, cbasn1.SEQUENCE) && in.Empty() && seq.ReadASN1Integer(r) && seq.ReadASN1Integer(s) && seq.Empty()
	return r, s, ok
}

// plainToASN1 turns r‖s (BSI TR-03111 5.2.1) into an ECDSA-Sig-Value.
func plainToASN1(sig []byte) ([]byte, bool) {
	if len(sig) == 0 || len(sig)%2 != 0 {
		return nil, false
	}
	n := len(sig) / 2
	var b cryptobyte.Builder
	b.AddASN1(cbasn1.SEQUENCE, func(b *cryptobyte.Builder) {
		b.AddASN1BigInt(new(big.Int).SetBytes(sig[:n]))
		b.AddASN1BigInt(new(big.Int).SetBytes(sig[n:]))
	})
	out, err := b.Bytes()
	return out, err == nil
}

type pssParams struct {
	hash, mgf crypto.Hash
	salt      int
}

// parsePSS reads RSASSA-PSS-params (RFC 8017 A.2.3).
func parsePSS(params []byte) (p pssParams, err error) {
	p = pssParams{hash: crypto.SHA1, mgf: crypto.SHA1, salt: 20}
	if len(params) == 0 {
		return p, nil
	}
	bad := fmt.Errorf("%w: RSASSA-PSS parameters", errCMS)
	s := cryptobyte.String(params)
	var seq, f cryptobyte.String
	var present bool
	if !s.ReadASN1(&seq, cbasn1.SEQUENCE) || !seq.ReadOptionalASN1(&f, &present, explicit(0)) {
		return p, bad
	}
	if present {
		a, err := readAlgorithm(&f)
		if err != nil {
			return p, err
		}
		if p.hash = digestOf(a.oid); p.hash == 0 {
			return p, bad
		}
	}
	if !seq.ReadOptionalASN1(&f, &present, explicit(1)) {
		return p, bad
	}
	if present {
		a, err := readAlgorithm(&f)
		if err != nil || !a.oid.Equal(oidMGF1) {
			return p, bad
		}
		in := cryptobyte.String(a.params)
		d, err := readAlgorithm(&in)
		if err != nil {
			return p, err
		}
		if p.mgf = digestOf(d.oid); p.mgf == 0 {
			return p, bad
		}
	}
	if !seq.ReadOptionalASN1(&f, &present, explicit(2)) {
		return p, bad
	}
	if present && (!f.ReadASN1Integer(&p.salt) || p.salt < 0 || p.salt > 1024) {
		return p, bad
	}
	if !seq.ReadOptionalASN1(&f, &present, explicit(3)) {
		return p, bad
	}
	var trailer int
	if present && (!f.ReadASN1Integer(&trailer) || trailer != 1) {
		return p, bad
	}
	return p, nil
}

// weakBits tells whether a key is smaller than what Circular 15/2025/TT-BKHCN
// and ETSI TS 119 312 accept: RSA 2048, elliptic curves 256.
func weakBits(fam family, bits int) bool {
	switch fam {
	case famRSA, famPSS, famDSA:
		return bits > 0 && bits < 2048
	}
	return bits > 0 && bits < 256
}

// essCertificate checks the signing-certificate attributes (RFC 5035 clause 3,
// RFC 2634 5.4): the first entry must name the signer's certificate.
func essCertificate(si *signerInfo, raw []byte, serial *big.Int) (present, match bool) {
	for _, a := range []struct {
		oid asn1.ObjectIdentifier
		v2  bool
	}{{oidSigningCertV2, true}, {oidSigningCert, false}} {
		v, n := attribute(si.attrs, a.oid)
		if n == 0 {
			continue
		}
		present = true
		if !matchESS(v, a.v2, raw, serial) {
			return true, false
		}
	}
	return present, present
}

func matchESS(v cryptobyte.String, v2 bool, raw []byte, serial *big.Int) bool {
	var sc, ids, id, hash cryptobyte.String
	if !v.ReadASN1(&sc, cbasn1.SEQUENCE) || !sc.ReadASN1(&ids, cbasn1.SEQUENCE) || !ids.ReadASN1(&id, cbasn1.SEQUENCE) {
		return false
	}
	h := crypto.SHA1
	if v2 {
		h = crypto.SHA256
		if id.PeekASN1Tag(cbasn1.SEQUENCE) {
			a, err := readAlgorithm(&id)
			if err != nil {
				return false
			}
			h = digestOf(a.oid)
		}
	}
	if h == 0 || !id.ReadASN1(&hash, cbasn1.OCTET_STRING) {
		return false
	}
	if !available(h) || !bytes.Equal(sum(h, raw), hash) {
		return false
	}
	if id.Empty() {
		return true
	}
	// issuerSerial: the hash has settled which certificate it is; the serial
	// must agree, while names are often encoded in another string type here.
	var is cryptobyte.String
	n := new(big.Int)
	return id.ReadASN1(&is, cbasn1.SEQUENCE) && is.SkipASN1(cbasn1.SEQUENCE) && is.ReadASN1Integer(n) && n.Cmp(serial) == 0
}
