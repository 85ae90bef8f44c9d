package sign

import (
	"bytes"
	"crypto"
	"crypto/x509"
	"encoding/asn1"
	"fmt"
	"slices"
	"time"

	"golang.org/x/crypto/cryptobyte"
	cbasn1 "golang.org/x/crypto/cryptobyte/asn1"
)

// cmsVerdict is what a CMS alone says, before any question of trust.
type cmsVerdict struct {
	integrity Integrity
	reasons   []Reason
	signer    *x509.Certificate
	certs     []*x509.Certificate
	info      *signerInfo
	hash      crypto.Hash
	fam       family
	bits      int
	time      time.Time // signing-time attribute
	work      *budget
	essBad    bool // signing-certificate attribute names another certificate
}

func (v *cmsVerdict) add(c Code, args ...string) { v.reasons = append(v.reasons, Reason{c, args}) }

func (v *cmsVerdict) broken(c Code, args ...string) {
	v.integrity = Broken
	v.add(c, args...)
}

// unsure lowers the verdict to unverifiable, unless it is broken already.
func (v *cmsVerdict) unsure(c Code, args ...string) {
	if v.integrity == Intact {
		v.integrity = Unverifiable
	}
	v.add(c, args...)
}

// verifyCMS checks a SignedData over content whose digest
// digest returns (RFC 5652 clauses 5.4 to 5.6 and 11). contentType is what the
// eContentType has to be; more are certificates from elsewhere that the signer
// identifier may name.
func verifyCMS(sd *signedData, contentType asn1.ObjectIdentifier, digest func(crypto.Hash) []byte, more []*x509.Certificate) cmsVerdict {
	v := cmsVerdict{integrity: Intact, certs: sd.certs}
	if sd.trailing {
		v.add(CodeCMSTrailingData)
	}
	if len(sd.signers) == 0 {
		v.unsure(CodeSignerCount, "0")
		return v
	}
	if n := len(sd.signers); n > 1 {
		// ISO 32000-2 12.8.3.3.1: exactly one. More leave open who signed, which
		// is a question of the format; the first tells of integrity.
		v.add(CodeSignerCount, fmt.Sprint(n))
	}
	first := verifySigner(sd, &sd.signers[0], contentType, digest, more)
	first.reasons = append(v.reasons, first.reasons...)
	return first
}

func verifySigner(sd *signedData, si *signerInfo, contentType asn1.ObjectIdentifier, digest func(crypto.Hash) []byte, more []*x509.Certificate) cmsVerdict {
	v := cmsVerdict{integrity: Intact, certs: sd.certs, info: si, work: sd.work}
	if !sd.contentType.Equal(contentType) {
		v.broken(CodeContentType, sd.contentType.String())
	}
	v.hash = digestOf(si.digest.oid)
	if !available(v.hash) {
		v.unsure(CodeDigestUnsupported, si.digest.oid.String())
	}
	if v.hash == crypto.SHA1 {
		v.add(CodeWeakDigest, digestName(v.hash))
	}
	v.choose(si.find(sd.certs), digest)
	if v.signer == nil {
		v.choose(si.find(more), digest)
	}
	v.attributes(sd, digest)
	if v.signer == nil {
		v.unsure(CodeSignerNotFound)
		return v
	}
	v.value(digest)
	return v
}

// maxCandidates bounds the certificates of one name and number that are tried.
const maxCandidates = 10

// choose takes the signer's certificate from those that bear the name and number
// that the signature gives: the one that the signed attributes point at, else
// one whose key has made the signature. Neither can be had by putting a
// certificate of the same name in front.
func (v *cmsVerdict) choose(found []*x509.Certificate, digest func(crypto.Hash) []byte) {
	if len(found) == 0 {
		return
	}
	found = found[:min(len(found), maxCandidates)]
	v.signer = found[0]
	if len(found) == 1 {
		return
	}
	for _, c := range found {
		if present, match := essCertificate(v.info, c.Raw, c.SerialNumber); present && match {
			v.signer = c
			return
		}
	}
	for _, c := range found {
		try := cmsVerdict{integrity: Intact, info: v.info, hash: v.hash, signer: c, work: v.work}
		if try.value(digest); try.integrity == Intact && available(v.hash) {
			v.signer = c
			return
		}
	}
}

// attributes checks the signed attributes against the content.
func (v *cmsVerdict) attributes(sd *signedData, digest func(crypto.Hash) []byte) {
	si := v.info
	if si.signed == nil {
		// Legal for id-data (RFC 5652 5.3), and what SignedData was at first.
		v.add(CodeNoSignedAttributes)
		if !sd.contentType.Equal(oidData) {
			v.broken(CodeMessageDigestMissing)
		}
		return
	}
	if !si.attrsOrdered {
		v.add(CodeAttributesNotDER)
	}
	for _, a := range []asn1.ObjectIdentifier{oidContentType, oidMessageDigest, oidSigningTime, oidSigningCert, oidSigningCertV2} {
		if _, n := attribute(si.attrs, a); n > 1 {
			v.broken(CodeDuplicateAttribute, a.String())
		}
	}
	if ct, n := attribute(si.attrs, oidContentType); n > 0 {
		var o asn1.ObjectIdentifier
		if !ct.ReadASN1ObjectIdentifier(&o) || !o.Equal(sd.contentType) {
			v.broken(CodeContentType, o.String())
		}
	} else {
		// Mandatory, but its absence takes nothing away from the digest.
		v.add(CodeContentType, "")
	}
	md, n := attribute(si.attrs, oidMessageDigest)
	var want cryptobyte.String
	if n == 0 || !md.ReadASN1(&want, cbasn1.OCTET_STRING) {
		v.broken(CodeMessageDigestMissing)
		return
	}
	if available(v.hash) {
		if got := digest(v.hash); got == nil || !bytes.Equal(got, want) {
			v.broken(CodeDigestMismatch)
		}
	}
	if st, n := attribute(si.attrs, oidSigningTime); n > 0 {
		v.time = readTime(st)
	}
	if v.signer == nil {
		return
	}
	present, match := essCertificate(si, v.signer.Raw, v.signer.SerialNumber)
	switch {
	case !present:
		v.add(CodeSigningCertMissing)
	case !match:
		v.essBad = true
		v.add(CodeSigningCertMismatch)
	}
}

// value verifies the signature value with the signer's key.
func (v *cmsVerdict) value(digest func(crypto.Hash) []byte) {
	if !available(v.hash) {
		return
	}
	si := v.info
	var m message
	if si.signed != nil {
		// Over the attributes as they stand, with the tag of a SET in place
		// of [0] (RFC 5652 5.4). Re-encoding them would accuse signers that
		// did not sort.
		m.raw = append([]byte{0x31}, si.signed[1:]...)
		m.digest = sum(v.hash, m.raw)
	} else if m.digest = digest(v.hash); m.digest == nil {
		v.broken(CodeDigestMismatch)
		return
	}
	key := publicKey(v.signer)
	if !v.work.spend(key) {
		v.unsure(CodeTooMuchWork)
		return
	}
	res := verifyValue(key, si.sigAlg, v.hash, m, si.signature)
	if !res.ok && !res.unsure && !si.attrsOrdered && v.work.spend(key) {
		// Or over the attributes in the order that DER asks for, as RFC 5652
		// 5.4 means it.
		m.raw = sortedAttributes(si.signed)
		m.digest = sum(v.hash, m.raw)
		res = verifyValue(key, si.sigAlg, v.hash, m, si.signature)
	}
	v.fam, v.bits = res.fam, res.bits
	if weakBits(res.fam, res.bits) {
		v.add(CodeWeakKey, fmt.Sprint(res.bits))
	}
	switch {
	case res.ok:
	case res.unsure:
		v.unsure(res.reason.Code, res.reason.Args...)
	case si.signed == nil && res.reason.Code == CodeSignatureInvalid:
		// Without attributes there is one digest for all, so that a changed
		// document and a wrong key look the same.
		v.broken(CodeDigestMismatch)
	default:
		v.broken(res.reason.Code, res.reason.Args...)
	}
}

// sortedAttributes returns signed attributes as a SET in the order of DER.
func sortedAttributes(signed []byte) []byte {
	in := cryptobyte.String(signed)
	var set cryptobyte.String
	if !in.ReadASN1(&set, explicit(0)) {
		return nil
	}
	var els [][]byte
	for !set.Empty() {
		var el cryptobyte.String
		if !set.ReadASN1Element(&el, cbasn1.SEQUENCE) {
			return nil
		}
		els = append(els, el)
	}
	slices.SortFunc(els, bytes.Compare)
	var b cryptobyte.Builder
	b.AddASN1(cbasn1.SET, func(b *cryptobyte.Builder) {
		for _, e := range els {
			b.AddBytes(e)
		}
	})
	out, _ := b.Bytes()
	return out
}

// readTime reads a Time (RFC 5652 11.3), leniently about fractions and zones.
func readTime(s cryptobyte.String) time.Time {
	var el cryptobyte.String
	var tag cbasn1.Tag
	if !s.ReadAnyASN1(&el, &tag) {
		return time.Time{}
	}
	layouts := []string{"060102150405Z0700", "0601021504Z0700"}
	if tag == cbasn1.GeneralizedTime {
		layouts = []string{"20060102150405Z0700", "200601021504Z0700"}
	}
	for _, l := range layouts {
		if t, err := time.Parse(l, string(el)); err == nil {
			if tag == cbasn1.UTCTime && t.Year() >= 2050 {
				t = t.AddDate(-100, 0, 0)
			}
			return t
		}
	}
	return time.Time{}
}
