package sign

import (
	"crypto"
	"crypto/rsa"
	"crypto/x509"
	"fmt"
	"time"

	"golang.org/x/crypto/cryptobyte"
	cbasn1 "golang.org/x/crypto/cryptobyte/asn1"

	"github.com/tthclint/tthclint/pkg/pdf"
)

// work is one signature on its way.
type work struct {
	c    *candidate
	s    *Signature
	sd   *signedData
	jobs []*digestJob

	info *signerInfo         // the one of the CMS, nil when there is none
	rev  []*revocationPool   // revocation data of the CMS and of its timestamps
	more []*x509.Certificate // certificates of the CMS outside its bag, and of its timestamps
}

// digest returns a digest of the signed ranges that prepare asked for.
func (w *work) digest(h crypto.Hash) []byte {
	for _, j := range w.jobs {
		if j.hash == h {
			return j.sum
		}
	}
	return nil
}

// prepare reads dictionary and CMS, and asks for the digests that judging needs.
func (e *engine) prepare(c *candidate) *work {
	s := &Signature{
		Kind: KindSignature, Integrity: Unverifiable, Coverage: Incoherent, Changes: ChangesNone,
		Trust: TrustUnknown, Term: TermUnknown, Role: RoleUnknown, Revocation: RevocationUnknown,
		Field: c.names[0], ByteRange: c.br, Removed: c.last < len(e.file.Revisions())-1,
	}
	w := &work{c: c, s: s}
	if len(c.names) > 1 {
		s.Fields = c.names
		s.add(CodeSharedBySeveral)
	}
	if s.Removed {
		s.add(CodeRemoved)
	}
	if c.replaced {
		s.add(CodeDictionaryOverwrite)
	}
	for _, f := range c.fields {
		s.objects = append(s.objects, f.ref.Num)
		for _, w := range f.widgets {
			s.objects = append(s.objects, w.num)
		}
		if s.Page == 0 || s.Box.W == 0 {
			s.Page, s.Box = locate(c.view, f)
		}
	}
	e.describe(w)
	if e.dictionary(w) {
		e.guard(w, func() { e.parse(w) })
	}
	e.appearance(s, c)
	return w
}

// describe copies what the dictionary claims.
func (e *engine) describe(w *work) {
	v, d, s := w.c.view, w.c.dict, w.s
	str := func(k pdf.Name) string {
		t, _ := v.Resolve(d.Get(k)).(pdf.String)
		return text(t)
	}
	s.Name, s.Reason, s.Location, s.ContactInfo = str("Name"), str("Reason"), str("Location"), str("ContactInfo")
	s.SubFilter = string(v.Name(d.Get("SubFilter")))
	if s.SubFilter == "ETSI.RFC3161" {
		s.Kind = KindTimestamp
	}
	if t := parseDate(str("M")); !t.IsZero() {
		s.Claimed, s.ClaimedBy, w.c.modified = t, "M", t
	}
	s.lock = readLock(v, d, w.c.fields...)
	for _, o := range v.Array(d.Get("Reference")) {
		r := v.Dict(o)
		if v.Name(r.Get("TransformMethod")) != "DocMDP" {
			continue
		}
		s.DocMDP = 2 // ISO 32000-2 table 257: the default
		if p, ok := v.Number(v.Dict(r.Get("TransformParams")).Get("P")); ok && p >= 1 && p <= 3 {
			s.DocMDP = int(p)
		}
	}
}

// dictionary checks what must be there before anything can be verified.
func (e *engine) dictionary(w *work) bool {
	c, s := w.c, w.s
	for _, k := range c.dict.Duplicates {
		// Readers differ in which of two they take, so that each may verify
		// another signature.
		if k == "Contents" || k == "ByteRange" || k == "SubFilter" {
			s.add(CodeDictionaryMalformed, string(k))
		}
	}
	if c.dict.Get("Contents") == nil {
		s.add(CodeContentsMissing)
		return false
	}
	if !c.hasHex || c.contents.Malformed {
		s.add(CodeContentsNotHex)
		if len(c.contents.Value) == 0 {
			return false
		}
	}
	if zero(c.contents.Value) {
		s.add(CodeContentsMissing)
		return false
	}
	if !c.brOK {
		code := CodeByteRangeMalformed
		if c.dict.Get("ByteRange") == nil {
			code = CodeByteRangeMissing
		}
		s.add(code)
		s.Integrity = Broken // it signs nothing of this file
		return false
	}
	if !e.rangeCheck(s, c) {
		s.Integrity = Broken
	}
	return true
}

// parse reads the CMS and lists the digests it needs.
func (e *engine) parse(w *work) {
	c, s := w.c, w.s
	in := spans(c.br, e.file.Size())
	if len(c.contents.Value) > e.o.Limits.CMS {
		s.add(CodeCMSMalformed, "too large")
		return
	}
	ask := func(h crypto.Hash) {
		if in != nil && available(h) && w.digest(h) == nil {
			w.jobs = append(w.jobs, &digestJob{hash: h, spans: in})
		}
	}
	if s.SubFilter == "adbe.x509.rsa_sha1" {
		for _, h := range rawRSAHashes {
			ask(h)
		}
		return
	}
	sd, err := parseCMS(c.contents.Value, &e.certs)
	if err != nil {
		s.add(CodeCMSMalformed, err.Error())
		if s.Integrity != Broken {
			s.Integrity = Unverifiable
		}
		return
	}
	w.sd = sd
	switch s.SubFilter {
	case "adbe.pkcs7.sha1":
		ask(crypto.SHA1)
	case "ETSI.RFC3161":
		if t, err := parseTSTInfo(sd.content); err == nil {
			ask(t.hash)
		}
	default:
		for _, si := range sd.signers {
			ask(digestOf(si.digest.oid))
		}
	}
}

// judge verifies one signature whose digests are there.
func (e *engine) judge(w *work) {
	s := w.s
	var v cmsVerdict
	switch {
	case s.SubFilter == "adbe.x509.rsa_sha1" && len(w.jobs) > 0:
		v = e.rawRSA(w)
	case w.sd == nil:
		return
	case s.SubFilter == "adbe.pkcs7.sha1":
		v = e.pkcs7SHA1(w)
	case s.SubFilter == "ETSI.RFC3161":
		var t tstInfo
		v, t = verifyToken(w.sd, w.digest, e.o.Trust.Intermediates())
		s.Claimed, s.ClaimedBy = t.time, "signing-time"
	default:
		v = verifyCMS(w.sd, oidData, w.digest, e.o.Trust.Intermediates())
		if w.sd.hasContent {
			// What it signs is then that content, whatever the file says.
			v.broken(CodeEncapsulatedContent)
		}
		switch s.SubFilter {
		case "ETSI.CAdES.detached", "adbe.pkcs7.detached":
		default:
			// Whether bytes and signature agree can be told all the same.
			s.add(CodeSubFilterUnknown, s.SubFilter)
		}
	}
	if !v.time.IsZero() && s.Kind == KindSignature {
		s.Claimed, s.ClaimedBy = v.time, "signing-time"
	}
	if s.Integrity != Broken { // the ranges may have settled it
		s.Integrity = v.integrity
	}
	s.Reasons = append(s.Reasons, v.reasons...)
	s.Signer, s.Certificates = v.signer, v.certs
	s.Digest, s.Algorithm, s.KeyBits = digestName(v.hash), v.fam.String(), v.bits
	w.info = v.info
	if w.sd != nil {
		p, certs := w.sd.revocation(e.certs.parse)
		w.rev, w.more = append(w.rev, p), append(w.more, certs...)
	}
	if v.info != nil && s.Kind == KindSignature {
		e.signatureTimestamps(w)
	}
}

// scannerPlace tells whether a signature stands where the one who scans signs:
// at the top left of the first page (TT 01/2023/TT-VPCP Article 8.1).
func (e *engine) scannerPlace(s *Signature) bool {
	pages := e.file.Latest().Pages()
	if s.Page != 1 || !s.Visible() || len(pages) == 0 {
		return false
	}
	w, h := pages[0].Size()
	return s.Box.X+s.Box.W/2 < w/2 && s.Box.Y+s.Box.H/2 < h/5
}

// pkcs7SHA1 verifies adbe.pkcs7.sha1: the CMS encapsulates the SHA-1 digest of
// the ranges (ISO 32000-1 12.8.3.3.1).
func (e *engine) pkcs7SHA1(w *work) cmsVerdict {
	v := verifyCMS(w.sd, oidData, func(h crypto.Hash) []byte { return sum(h, w.sd.content) }, e.o.Trust.Intermediates())
	if !has(v.reasons, CodeWeakDigest) {
		v.add(CodeWeakDigest, digestName(crypto.SHA1))
	}
	if got := w.digest(crypto.SHA1); got == nil || string(got) != string(w.sd.content) {
		v.broken(CodeDigestMismatch)
	}
	return v
}

// rawRSAHashes are the digests met in adbe.x509.rsa_sha1: the name says SHA-1,
// the table of ISO 32000-1 allows the others.
var rawRSAHashes = []crypto.Hash{crypto.SHA1, crypto.SHA256, crypto.SHA384, crypto.SHA512}

// rawRSA verifies adbe.x509.rsa_sha1: /Contents is a PKCS #1 signature in an
// OCTET STRING, /Cert holds the chain (ISO 32000-1 12.8.3.2).
func (e *engine) rawRSA(w *work) cmsVerdict {
	v := cmsVerdict{integrity: Intact, fam: famRSA}
	view := w.c.view
	var raws []pdf.Object
	switch o := view.Resolve(w.c.dict.Get("Cert")).(type) {
	case pdf.String:
		raws = []pdf.Object{o}
	case pdf.Array:
		raws = o
	}
	for i, o := range raws {
		b, _ := view.Resolve(o).(pdf.String)
		c, err := parseCertificate(b.Value)
		if err != nil || i >= maxCerts {
			continue
		}
		v.certs = append(v.certs, c)
		if i == 0 {
			v.signer = c
		}
	}
	der, _, err := normaliseBER(w.c.contents.Value)
	s := cryptobyte.String(der)
	var sig cryptobyte.String
	if err != nil || !s.ReadASN1(&sig, cbasn1.OCTET_STRING) {
		v.broken(CodeCMSMalformed, "OCTET STRING expected")
		return v
	}
	if v.signer == nil {
		v.unsure(CodeSignerNotFound)
		return v
	}
	key, ok := v.signer.PublicKey.(*rsa.PublicKey)
	if !ok {
		v.broken(CodeSignatureInvalid)
		return v
	}
	v.bits = key.N.BitLen()
	if !workable(key) {
		v.unsure(CodeAlgorithmUnsupported, "key too large")
		return v
	}
	if v.bits < 1024 {
		v.unsure(CodeAlgorithmUnsupported, fmt.Sprintf("RSA %d", v.bits))
		return v
	}
	for _, h := range rawRSAHashes {
		if d := w.digest(h); d != nil && rsa.VerifyPKCS1v15(key, h, d, sig) == nil {
			v.hash = h
			if h == crypto.SHA1 {
				v.add(CodeWeakDigest, digestName(h))
			}
			if weakBits(famRSA, v.bits) {
				v.add(CodeWeakKey, fmt.Sprint(v.bits))
			}
			return v
		}
	}
	// One digest for all: a changed document and a wrong key look the same.
	v.broken(CodeDigestMismatch)
	return v
}

// parseDate reads a date (ISO 32000-2 7.9.4), leniently about what is missing.
func parseDate(s string) time.Time {
	if len(s) > 2 && s[:2] == "D:" {
		s = s[2:]
	}
	n := 0
	for n < len(s) && n < 14 && s[n] >= '0' && s[n] <= '9' {
		n++
	}
	layout := "20060102150405"
	if n < 8 || n%2 != 0 {
		return time.Time{}
	}
	t, err := time.Parse(layout[:n], s[:n])
	if err != nil {
		return time.Time{}
	}
	zone := s[n:]
	if zone == "" || zone[0] != '+' && zone[0] != '-' {
		return t
	}
	var digits []int
	for _, c := range zone[1:] {
		if c >= '0' && c <= '9' {
			digits = append(digits, int(c-'0'))
		}
	}
	off := 0
	if len(digits) >= 2 {
		off = (digits[0]*10 + digits[1]) * 3600
	}
	if len(digits) >= 4 {
		off += (digits[2]*10 + digits[3]) * 60
	}
	if zone[0] == '-' {
		off = -off
	}
	if off < -14*3600 || off > 14*3600 {
		return t
	}
	return t.Add(-time.Duration(off) * time.Second).In(time.FixedZone("", off))
}
