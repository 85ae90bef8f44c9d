package sign

import (
	"bytes"
	"crypto"
	"crypto/x509"
	"encoding/asn1"
	"errors"
	"fmt"
	"math/big"

	"golang.org/x/crypto/cryptobyte"
	cbasn1 "golang.org/x/crypto/cryptobyte/asn1"
)

// signedData is a parsed SignedData (RFC 5652 clause 5.1). Slices are parts of
// the normalised encoding.
type signedData struct {
	contentType asn1.ObjectIdentifier
	content     []byte // encapsulated content
	hasContent  bool
	certs       []*x509.Certificate
	badCerts    int    // certificates that crypto/x509 cannot parse
	crls        []byte // RevocationInfoChoices, elements one behind another
	signers     []signerInfo
	work        *budget
	trailing    bool // something but zeros behind the CMS
}

type algorithm struct {
	oid    asn1.ObjectIdentifier
	params []byte // whole element, nil when absent
}

// signerInfo is a SignerInfo (RFC 5652 clause 5.3).
type signerInfo struct {
	issuer       []byte   // DER name, nil when named by key identifier
	serial       *big.Int // with issuer
	keyID        []byte
	digest       algorithm
	signed       []byte // signedAttrs as they stand, with their [0] tag; nil when absent
	attrs        []cmsAttribute
	sigAlg       algorithm
	signature    []byte
	unsigned     []cmsAttribute
	attrsOrdered bool // signedAttrs are in the order DER asks for
}

type cmsAttribute struct {
	oid    asn1.ObjectIdentifier
	values [][]byte // whole elements
}

var errCMS = errors.New("malformed CMS")

func cmsErr(what string) error { return fmt.Errorf("%w: %s", errCMS, what) }

// Bounds on what a CMS may hold; timestamps and chains stay far below.
const (
	maxCerts   = 500
	maxSigners = 50
	maxAttrs   = 200
)

// parseCMS reads a ContentInfo with SignedData, BER or DER, followed by
// padding. cs keeps the certificates and bounds the work of verifying.
func parseCMS(b []byte, cs *certificates) (*signedData, error) {
	der, rest, err := normaliseBER(b)
	if err != nil {
		return nil, err
	}
	sd := &signedData{work: &cs.work, trailing: len(bytes.Trim(rest, "\x00")) > 0}
	var info, inner, body cryptobyte.String
	var typ asn1.ObjectIdentifier
	s := cryptobyte.String(der)
	if !s.ReadASN1(&info, cbasn1.SEQUENCE) || !info.ReadASN1ObjectIdentifier(&typ) {
		return nil, cmsErr("ContentInfo")
	}
	if !typ.Equal(oidSignedData) {
		return nil, cmsErr("content type " + typ.String())
	}
	if !info.ReadASN1(&inner, explicit(0)) || !inner.ReadASN1(&body, cbasn1.SEQUENCE) {
		return nil, cmsErr("SignedData")
	}
	return sd, sd.parse(body, cs.parse)
}

func explicit(n uint8) cbasn1.Tag { return cbasn1.Tag(n).ContextSpecific().Constructed() }

func (sd *signedData) parse(s cryptobyte.String, certificate func([]byte) (*x509.Certificate, error)) error {
	var version int64
	var encap, certs, infos cryptobyte.String
	var present bool
	if !s.ReadASN1Integer(&version) || !s.SkipASN1(cbasn1.SET) || !s.ReadASN1(&encap, cbasn1.SEQUENCE) {
		return cmsErr("SignedData")
	}
	if !encap.ReadASN1ObjectIdentifier(&sd.contentType) {
		return cmsErr("content type")
	}
	var content cryptobyte.String
	if !encap.ReadOptionalASN1(&content, &present, explicit(0)) {
		return cmsErr("content")
	}
	if present {
		sd.hasContent = true
		var oct cryptobyte.String
		if content.ReadASN1(&oct, cbasn1.OCTET_STRING) {
			sd.content = oct
		} else {
			// PKCS #7 1.5 put any type here, and digested its contents octets.
			var el cryptobyte.String
			var tag cbasn1.Tag
			if !content.ReadAnyASN1(&el, &tag) {
				return cmsErr("content")
			}
			sd.content = el
		}
	}
	if !s.ReadOptionalASN1(&certs, &present, explicit(0)) {
		return cmsErr("certificates")
	}
	for !certs.Empty() {
		var el cryptobyte.String
		var tag cbasn1.Tag
		if !certs.ReadAnyASN1Element(&el, &tag) || len(sd.certs)+sd.badCerts > maxCerts {
			return cmsErr("certificates")
		}
		if tag != cbasn1.SEQUENCE {
			continue // attribute certificates and other formats
		}
		c, err := certificate(el)
		if err != nil {
			sd.badCerts++
			continue
		}
		sd.certs = append(sd.certs, c)
	}
	var crls cryptobyte.String
	if !s.ReadOptionalASN1(&crls, &present, explicit(1)) || !s.ReadASN1(&infos, cbasn1.SET) {
		return cmsErr("signerInfos")
	}
	sd.crls = crls
	for !infos.Empty() {
		var si cryptobyte.String
		if !infos.ReadASN1(&si, cbasn1.SEQUENCE) || len(sd.signers) > maxSigners {
			return cmsErr("SignerInfo")
		}
		p, err := parseSigner(si)
		if err != nil {
			return err
		}
		sd.signers = append(sd.signers, p)
	}
	return nil
}

func parseSigner(s cryptobyte.String) (si signerInfo, err error) {
	var version int64
	if !s.ReadASN1Integer(&version) {
		return si, cmsErr("SignerInfo version")
	}
	var sid cryptobyte.String
	switch {
	case s.PeekASN1Tag(cbasn1.SEQUENCE):
		var name cryptobyte.String
		si.serial = new(big.Int)
		if !s.ReadASN1(&sid, cbasn1.SEQUENCE) || !sid.ReadASN1Element(&name, cbasn1.SEQUENCE) || !sid.ReadASN1Integer(si.serial) {
			return si, cmsErr("issuerAndSerialNumber")
		}
		si.issuer = name
	case s.PeekASN1Tag(cbasn1.Tag(0).ContextSpecific()):
		if !s.ReadASN1(&sid, cbasn1.Tag(0).ContextSpecific()) {
			return si, cmsErr("subjectKeyIdentifier")
		}
		si.keyID = sid
	case s.PeekASN1Tag(explicit(0)): // explicit by mistake, seen in old files
		var id cryptobyte.String
		if !s.ReadASN1(&sid, explicit(0)) || !sid.ReadASN1(&id, cbasn1.OCTET_STRING) {
			return si, cmsErr("subjectKeyIdentifier")
		}
		si.keyID = id
	default:
		return si, cmsErr("signer identifier")
	}
	if si.digest, err = readAlgorithm(&s); err != nil {
		return si, err
	}
	if s.PeekASN1Tag(explicit(0)) {
		var el, attrs cryptobyte.String
		if !s.ReadASN1Element(&el, explicit(0)) {
			return si, cmsErr("signedAttrs")
		}
		si.signed = el
		c := el
		if !c.ReadASN1(&attrs, explicit(0)) {
			return si, cmsErr("signedAttrs")
		}
		if si.attrs, si.attrsOrdered, err = readAttributes(attrs); err != nil {
			return si, err
		}
	}
	if si.sigAlg, err = readAlgorithm(&s); err != nil {
		return si, err
	}
	var sig cryptobyte.String
	if !s.ReadASN1(&sig, cbasn1.OCTET_STRING) {
		return si, cmsErr("signature value")
	}
	si.signature = sig
	if s.PeekASN1Tag(explicit(1)) {
		var attrs cryptobyte.String
		if !s.ReadASN1(&attrs, explicit(1)) {
			return si, cmsErr("unsignedAttrs")
		}
		if si.unsigned, _, err = readAttributes(attrs); err != nil {
			// They are not signed and may not spoil what is.
			si.unsigned = nil
		}
	}
	return si, nil
}

func readAlgorithm(s *cryptobyte.String) (a algorithm, err error) {
	var alg cryptobyte.String
	if !s.ReadASN1(&alg, cbasn1.SEQUENCE) || !alg.ReadASN1ObjectIdentifier(&a.oid) {
		return a, cmsErr("AlgorithmIdentifier")
	}
	if !alg.Empty() {
		a.params = alg
	}
	return a, nil
}

func readAttributes(s cryptobyte.String) (out []cmsAttribute, ordered bool, err error) {
	ordered = true
	var prev []byte
	for !s.Empty() {
		var el, at, vals cryptobyte.String
		var a cmsAttribute
		if len(out) > maxAttrs || !s.ReadASN1Element(&el, cbasn1.SEQUENCE) {
			return nil, false, cmsErr("attribute")
		}
		if bytes.Compare(prev, el) > 0 {
			ordered = false
		}
		prev = el
		c := el
		if !c.ReadASN1(&at, cbasn1.SEQUENCE) || !at.ReadASN1ObjectIdentifier(&a.oid) || !at.ReadASN1(&vals, cbasn1.SET) {
			return nil, false, cmsErr("attribute")
		}
		for !vals.Empty() {
			var v cryptobyte.String
			var tag cbasn1.Tag
			if !vals.ReadAnyASN1Element(&v, &tag) {
				return nil, false, cmsErr("attribute value")
			}
			a.values = append(a.values, v)
		}
		out = append(out, a)
	}
	return out, ordered, nil
}

// attribute returns the single value of an attribute. count is how many values
// there are over all attributes of that type.
func attribute(attrs []cmsAttribute, oid asn1.ObjectIdentifier) (v cryptobyte.String, count int) {
	for _, a := range attrs {
		if a.oid.Equal(oid) {
			count += len(a.values)
			if v == nil && len(a.values) > 0 {
				v = a.values[0]
			}
		}
	}
	return v, count
}

// find returns the certificates that the signer identifier names. There is one,
// unless somebody put another beside it that claims the same issuer and number.
func (si *signerInfo) find(certs []*x509.Certificate) (found []*x509.Certificate) {
	for _, c := range certs {
		if si.issuer != nil {
			if c.SerialNumber.Cmp(si.serial) == 0 && bytes.Equal(c.RawIssuer, si.issuer) {
				found = append(found, c)
			}
		} else if len(si.keyID) > 0 && bytes.Equal(c.SubjectKeyId, si.keyID) {
			found = append(found, c)
		}
	}
	if found != nil {
		return found
	}
	// Some signers write the issuer's name anew, in other string types, or hash
	// the key where the certificate states no identifier.
	for _, c := range certs {
		switch {
		case si.issuer != nil:
			if c.SerialNumber.Cmp(si.serial) == 0 && sameName(c.RawIssuer, si.issuer) {
				found = append(found, c)
			}
		case len(c.SubjectKeyId) == 0 && bytes.Equal(si.keyID, sum(crypto.SHA1, keyBits(c))):
			found = append(found, c)
		}
	}
	return found
}

// sameName compares two names by what they say (RFC 5280 clause 7.1), whatever
// types of string they say it in.
func sameName(a, b []byte) bool {
	x, ok1 := repairName(a)
	y, ok2 := repairName(b)
	return ok1 && ok2 && bytes.Equal(x, y)
}
