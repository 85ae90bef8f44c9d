package attacks

import (
	"bytes"
	"crypto"
	"crypto/rsa"
	"crypto/sha256"
	"math/big"
	"time"

	"github.com/tthclint/tthclint/pkg/sign/signtest"
)

// cms is a paper signed with an odd CMS.
func (c *Cast) cms(name, note string, want Want, id *signtest.Identity, cms signtest.CMS) Case {
	want.Field = "Sig"
	if want.Coverage == "" {
		want.Coverage = wholeFile
	}
	return Case{Name: "cms-" + name, Class: "cms", Note: note, Want: []Want{want},
		Make: made(func() draft {
			return paper().sign(id, signtest.Options{Field: "Sig", Time: signed, CMS: cms})
		})}
}

func reject(integrity string, codes ...string) Want {
	return Want{Integrity: integrity, Passes: no, Codes: codes}
}

// accept is a CMS that the standards allow, however odd.
func accept(codes ...string) Want {
	w := sound("Sig")
	w.Codes = codes
	return w
}

// messages are about SignerInfos and the content.
func (c *Cast) messages() []Case {
	return []Case{
		c.cms("two-signers", "The SignerInfo twice: one signature is one signer's (ISO 32000-2 12.8.3.3.1)", reject("", "signer-count"), c.Agency, signtest.CMS{TwoSigners: true}),
		c.cms("two-different-signers", "A stranger's SignerInfo beside the agency's", reject("", "signer-count"), c.Agency, signtest.CMS{Second: c.Forger, Extra: c.certs(c.Forger)}),
		c.cms("no-signer", "No SignerInfo: a bag of certificates (RFC 5652 5.1 allows it, as no signature)", reject(notIntact, "signer-count"), c.Agency, signtest.CMS{NoSigners: true}),
		c.cms("content-type", "The content is said to be a TSTInfo", reject(notIntact, "content-type-mismatch"), c.Agency, signtest.CMS{ContentType: []int{1, 2, 840, 113549, 1, 9, 16, 1, 4}}),
		c.cms("empty-content", "An empty content is encapsulated", reject(notIntact), c.Agency, signtest.CMS{Content: []byte{}}),
		c.cms("by-key-id", "No attack: the signer is named by key identifier", accept(), c.Agency, signtest.CMS{BySKI: true}),
		c.cms("no-attributes", "No attack but for the profile: no signed attributes (RFC 5652 5.3)", Want{Integrity: intact, Codes: []string{"no-signed-attributes"}}, c.Agency, signtest.CMS{NoSignedAttributes: true}),
		c.cms("no-certificates", "The bag is empty", reject(unverifiable, "signer-not-found"), c.Agency, signtest.CMS{NoCertificates: true}),
	}
}

// attributes are about what is signed beside the content.
func (c *Cast) attributes() []Case {
	add := func(more ...[]byte) func([][]byte) [][]byte {
		return func(a [][]byte) [][]byte { return append(a, more...) }
	}
	without := func(oid []byte) func([][]byte) [][]byte {
		return func(in [][]byte) (out [][]byte) {
			for _, a := range in {
				if !bytes.Contains(a[:min(len(a), 20)], oid) {
					out = append(out, a)
				}
			}
			return out
		}
	}
	pkcs9 := func(n ...int) []byte { return signtest.OID(append([]int{1, 2, 840, 113549, 1, 9}, n...)...) }
	contentType, digest, signingTime := pkcs9(3), pkcs9(4), pkcs9(5)
	wrong := sha256.Sum256([]byte("another document"))
	other := signtest.DER(0x04, wrong[:])
	utc := func(s string) []byte { return signtest.DER(0x17, []byte(s)) }
	// Both values in one attribute: the right digest comes from the attribute there.
	twoValues := func(oid, second []byte) func([][]byte) [][]byte {
		return func(in [][]byte) [][]byte {
			out := append([][]byte(nil), in...)
			for i, a := range out {
				if j := bytes.Index(a, oid); j >= 0 && j < 6 {
					set := a[j+len(oid):]
					out[i] = signtest.Attribute(oid, set[2:], second)
				}
			}
			return out
		}
	}
	duplicate := reject(notIntact, "duplicate-attribute")
	return []Case{
		c.cms("digest-twice", "A second messageDigest attribute (RFC 5652 11.2 forbids it)", duplicate, c.Agency, signtest.CMS{Attributes: add(signtest.Attribute(digest, other))}),
		c.cms("digest-two-values", "Two values in the messageDigest attribute", duplicate, c.Agency, signtest.CMS{Attributes: twoValues(digest, other)}),
		c.cms("content-type-twice", "A second content-type attribute (RFC 5652 11.1 forbids it)", duplicate, c.Agency, signtest.CMS{Attributes: add(signtest.Attribute(contentType, pkcs9(16, 1, 4)))}),
		c.cms("time-twice", "A second signing-time attribute (RFC 5652 11.3 forbids it)", duplicate, c.Agency, signtest.CMS{Attributes: add(signtest.Attribute(signingTime, utc("300101000000Z")))}),
		c.cms("certificate-twice", "A second signing-certificate-v2 attribute, which names a stranger's certificate (RFC 5035 3 forbids it)", Want{Passes: no}, c.Agency,
			signtest.CMS{Attributes: add(signtest.SigningCertificate(c.Forger.Cert, false))}),
		c.cms("certificate-twice-signers-first", "The same, the signer's own standing first", Want{Passes: no}, c.Agency,
			signtest.CMS{Unsorted: true, Attributes: add(signtest.SigningCertificate(c.Forger.Cert, false))}),
		c.cms("certificate-v1-differs", "signing-certificate names a stranger's, signing-certificate-v2 the signer's", reject(intact, "signing-certificate-mismatch"), c.Agency,
			signtest.CMS{Attributes: add(signtest.SigningCertificate(c.Forger.Cert, true))}),
		c.cms("certificate-v1-and-v2", "No attack: both attributes name the signer's certificate", accept(), c.Agency, signtest.CMS{Attributes: add(signtest.SigningCertificate(c.Agency.Cert, true))}),
		c.cms("certificate-of-another", "The signing-certificate attribute names another certificate", reject(intact, "signing-certificate-mismatch"), c.Agency, signtest.CMS{OtherSigningCert: c.Person.Cert}),
		c.cms("certificate-garbage", "The signing-certificate attribute cannot be read", reject(intact+"|"+unverifiable), c.Agency,
			signtest.CMS{NoSigningCertificate: true, Attributes: add(signtest.Attribute(pkcs9(16, 2, 47), signtest.DER(0x05)))}),
		c.cms("no-digest", "No messageDigest attribute", reject(notIntact, "message-digest-missing"), c.Agency, signtest.CMS{Attributes: without(digest)}),
		c.cms("no-content-type", "No content-type attribute, which must be there (RFC 5652 11.1) and takes nothing away from the digest", Want{Codes: []string{"content-type-mismatch"}}, c.Agency, signtest.CMS{Attributes: without(contentType)}),
		c.cms("empty-attributes", "An empty set of signed attributes", reject(notIntact, "message-digest-missing"), c.Agency, signtest.CMS{Attributes: func([][]byte) [][]byte { return nil }}),
		c.cms("digest-short", "The digest is cut to one byte", reject(notIntact), c.Agency, signtest.CMS{Attributes: func(in [][]byte) [][]byte {
			return append(without(digest)(in), signtest.Attribute(digest, signtest.DER(0x04, wrong[:1])))
		}}),
		c.cms("digest-empty", "The digest is empty", reject(notIntact), c.Agency, signtest.CMS{Attributes: func(in [][]byte) [][]byte {
			return append(without(digest)(in), signtest.Attribute(digest, signtest.DER(0x04)))
		}}),
		c.cms("unsorted", "No attack: signed attributes not in the order of DER, verified as they stand", accept("attributes-not-der"), c.Agency, signtest.CMS{Unsorted: true, Attributes: func(in [][]byte) [][]byte {
			out := append([][]byte(nil), in...)
			out[0], out[len(out)-1] = out[len(out)-1], out[0]
			return out
		}}),
		c.cms("unknown-attribute", "No attack: a private signed attribute", accept(), c.Agency, signtest.CMS{Attributes: add(signtest.Attribute(signtest.OID(1, 3, 6, 1, 4, 1, 99999, 7), signtest.DER(0x0C, []byte("x"))))}),
	}
}

// algorithms are about what verifies with what.
func (c *Cast) algorithms() []Case {
	oid := func(params bool, ids ...int) []byte {
		if params {
			return signtest.DER(0x30, signtest.OID(ids...), []byte{5, 0})
		}
		return signtest.DER(0x30, signtest.OID(ids...))
	}
	rsaOID := func(n int) []byte { return oid(true, 1, 2, 840, 113549, 1, 1, n) }
	ecdsa := oid(false, 1, 2, 840, 10045, 4, 3, 2)
	sha1, sha256OID, sha512, md5 := oid(true, 1, 3, 14, 3, 2, 26), oid(true, 2, 16, 840, 1, 101, 3, 4, 2, 1), oid(true, 2, 16, 840, 1, 101, 3, 4, 2, 3), oid(true, 1, 2, 840, 113549, 2, 5)
	pss := func(params ...[]byte) []byte {
		return signtest.DER(0x30, append([][]byte{signtest.OID(1, 2, 840, 113549, 1, 1, 10)}, params...)...)
	}
	key, _ := c.Agency.Key.(*rsa.PrivateKey)
	sign := func(digest []byte) []byte { s, _ := rsa.SignPKCS1v15(nil, key, crypto.SHA256, digest); return s }
	fixed := func(b ...byte) func([]byte) []byte { return func([]byte) []byte { return b } }
	out := []Case{
		c.cms("ecdsa-for-rsa", "ECDSA is named, the key is RSA", reject(notIntact), c.Agency, signtest.CMS{SignatureAlgorithm: ecdsa}),
		c.cms("rsa-for-ecdsa", "RSA is named, the key is on a curve", reject(notIntact), c.Scanner, signtest.CMS{SignatureAlgorithm: rsaOID(11)}),
		c.cms("ed25519-for-rsa", "Ed25519 is named, the key is RSA", reject(notIntact), c.Agency, signtest.CMS{SignatureAlgorithm: oid(false, 1, 3, 101, 112)}),
		c.cms("sha1-for-sha256", "sha1WithRSA is named over a SHA-256 digest", reject(notIntact, "algorithm-mismatch"), c.Agency, signtest.CMS{SignatureAlgorithm: rsaOID(5)}),
		c.cms("digest-sha512", "SHA-512 is named as the digest; the message digest is SHA-256", reject(notIntact), c.Agency, signtest.CMS{DigestAlgorithm: sha512}),
		c.cms("digest-sha1", "SHA-1 is named as the digest; the message digest is SHA-256", reject(notIntact), c.Agency, signtest.CMS{DigestAlgorithm: sha1, SignatureAlgorithm: rsaOID(11)}),
		c.cms("digest-md5", "MD5 is named as the digest", reject(notIntact), c.Agency, signtest.CMS{DigestAlgorithm: md5}),
		c.cms("digest-unknown", "A digest that nobody knows", reject(unverifiable+"|"+broken, "digest-unsupported"), c.Agency, signtest.CMS{DigestAlgorithm: oid(false, 1, 3, 6, 1, 4, 1, 99999, 9)}),
		c.cms("signature-unknown", "A signature algorithm that nobody knows", reject(unverifiable, "algorithm-unsupported"), c.Agency, signtest.CMS{SignatureAlgorithm: oid(false, 1, 3, 6, 1, 4, 1, 99999, 8)}),
		c.cms("value-corrupt", "A bit of the signature value is flipped", reject(broken, "signature-invalid"), c.Agency, signtest.CMS{CorruptSignature: true}),
		c.cms("value-empty", "The signature value is empty", reject(broken), c.Agency, signtest.CMS{Value: fixed()}),
		c.cms("value-zero", "The signature value is 0", reject(broken), c.Agency, signtest.CMS{Value: func([]byte) []byte { return make([]byte, 256) }}),
		c.cms("value-one", "The signature value is 1", reject(broken), c.Agency, signtest.CMS{Value: func([]byte) []byte { return append(make([]byte, 255), 1) }}),
		c.cms("value-longer", "A zero before the signature value makes it longer than the modulus", reject(broken), c.Agency, signtest.CMS{Value: func(d []byte) []byte { return append([]byte{0}, sign(d)...) }}),
		c.cms("value-tail", "A byte behind the signature value", reject(broken), c.Agency, signtest.CMS{Value: func(d []byte) []byte { return append(sign(d), 0) }}),
		c.cms("value-plus-modulus", "The value plus the modulus, which is the same to whoever does not compare first", reject(broken), c.Agency, signtest.CMS{Value: func(d []byte) []byte {
			return new(big.Int).Add(new(big.Int).SetBytes(sign(d)), key.N).Bytes()
		}}),
		c.cms("ecdsa-zero", "r = s = 0", reject(broken), c.Scanner, signtest.CMS{SignatureAlgorithm: ecdsa, Value: fixed(0x30, 6, 2, 1, 0, 2, 1, 0)}),
		c.cms("ecdsa-tail", "A byte behind the ECDSA value", reject(broken), c.Scanner, signtest.CMS{Edit: nil, SignatureAlgorithm: ecdsa, Value: fixed(0x30, 6, 2, 1, 1, 2, 1, 1, 0)}),
		c.cms("pss", "No attack: RSASSA-PSS", accept(), c.Agency, signtest.CMS{PSS: true}),
		c.cms("pss-sha1-defaults", "RSASSA-PSS without parameters, which means SHA-1 (RFC 8017 A.2.3), over a SHA-256 digest", reject(notIntact, "algorithm-mismatch"), c.Agency, signtest.CMS{PSS: true, SignatureAlgorithm: pss()}),
		c.cms("pss-sha1", "RSASSA-PSS with SHA-1 throughout, as the defaults say: weak, and intact", Want{Integrity: intact, Codes: []string{"weak-digest"}}, c.Agency,
			signtest.CMS{PSS: true, Digest: crypto.SHA1, SignatureAlgorithm: pss(signtest.DER(0x30))}),
		c.cms("pss-mgf-sha1", "RSASSA-PSS with SHA-256 and MGF1 with SHA-1, which is odd and allowed", Want{Integrity: intact + "|" + unverifiable}, c.Agency, signtest.CMS{PSS: true, MGF: crypto.SHA1}),
		c.cms("pss-mgf-mismatch", "MGF1 with SHA-512 is named, SHA-256 was used", reject(notIntact), c.Agency, signtest.CMS{PSS: true, SignatureAlgorithm: pss(signtest.DER(0x30,
			signtest.DER(0xA0, sha256OID), signtest.DER(0xA1, signtest.DER(0x30, signtest.OID(1, 2, 840, 113549, 1, 1, 8), sha512)), signtest.DER(0xA2, []byte{2, 1, 32})))}),
		c.cms("pss-salt", "Another length of the salt is named than was used", reject(notIntact), c.Agency, signtest.CMS{PSS: true, SignatureAlgorithm: pss(signtest.DER(0x30,
			signtest.DER(0xA0, sha256OID), signtest.DER(0xA1, signtest.DER(0x30, signtest.OID(1, 2, 840, 113549, 1, 1, 8), sha256OID)), signtest.DER(0xA2, []byte{2, 1, 20})))}),
		c.cms("pss-for-pkcs1", "PKCS #1 v1.5 is named, the value is PSS", reject(broken), c.Agency, signtest.CMS{PSS: true, SignatureAlgorithm: rsaOID(1)}),
	}
	return append(out, c.cubeRoot(), c.sha1())
}

func (c *Cast) sha1() Case {
	return c.cms("sha1", "No attack: SHA-1 throughout, as signers of the first generation did; weak, and intact", Want{Integrity: intact, Codes: []string{"weak-digest"}}, c.Agency, signtest.CMS{Digest: crypto.SHA1})
}

// cubeRoot is the forgery of Bleichenbacher (CRYPTO 2006, rump session) against
// keys with exponent 3: garbage behind the digest, which nobody may look past.
func (c *Cast) cubeRoot() Case {
	return Case{Name: "cms-cube-root", Class: "cms", Note: "A value made without the key, whose cube begins like a padded digest", Want: []Want{{Field: "Sig", Integrity: broken, Coverage: wholeFile, Passes: no}},
		Make: made(func() draft {
			root, err := signtest.NewAuthority("cube", signtest.Subject{CommonName: "Forge Cube Root" + Mark})
			if err != nil {
				return draft{err: err}
			}
			id, err := root.Issue(signtest.Subject{CommonName: agencyName, Key: signtest.RSAExp3})
			if err != nil {
				return draft{err: err}
			}
			forge := func(digest []byte) []byte {
				info := signtest.DER(0x30, signtest.DER(0x30, signtest.OID(2, 16, 840, 1, 101, 3, 4, 2, 1), []byte{5, 0}), signtest.DER(0x04, digest))
				em := append([]byte{0, 1, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0}, info...)
				em = append(em, bytes.Repeat([]byte{0xff}, 256-len(em))...)
				return root3(new(big.Int).SetBytes(em)).FillBytes(make([]byte, 256))
			}
			return paper().sign(id, signtest.Options{Field: "Sig", Time: signed, CMS: signtest.CMS{Value: forge}})
		})}
}

// root3 is the integer cube root.
func root3(n *big.Int) *big.Int {
	lo, hi := big.NewInt(0), new(big.Int).Lsh(big.NewInt(1), uint(n.BitLen()/3+1))
	for lo.Cmp(hi) < 0 {
		mid := new(big.Int).Rsh(new(big.Int).Add(new(big.Int).Add(lo, hi), big.NewInt(1)), 1)
		if new(big.Int).Exp(mid, big.NewInt(3), nil).Cmp(n) <= 0 {
			lo = mid
		} else {
			hi = mid.Sub(mid, big.NewInt(1))
		}
	}
	return lo
}

// encodings are about the bytes of the CMS.
func (c *Cast) encodings() []Case {
	tail := func(b ...byte) func([]byte) []byte {
		return func(in []byte) []byte { return append(bytes.Clone(in), b...) }
	}
	trailing := Want{Integrity: intact + "|" + broken, Codes: []string{"cms-trailing-data"}}
	deep := func([]byte) []byte {
		return append(bytes.Repeat([]byte{0x30, 0x80}, 4000), bytes.Repeat([]byte{0, 0}, 4000)...)
	}
	return []Case{
		c.cms("ber", "No attack: indefinite lengths throughout (X.690 8.1.3.6)", accept(), c.Agency, signtest.CMS{Edit: signtest.Indefinite}),
		c.cms("ber-segments", "No attack: octet strings in segments (X.690 8.7.3)", accept(), c.Agency, signtest.CMS{Edit: signtest.Segment}),
		c.cms("ber-both", "No attack: segments of indefinite length", accept(), c.Agency, signtest.CMS{Edit: func(b []byte) []byte { return signtest.Indefinite(signtest.Segment(b)) }}),
		c.cms("trailing-garbage", "Bytes other than zero behind the CMS, which nobody signs", trailing, c.Agency, signtest.CMS{Edit: tail(1, 2, 3)}),
		c.cms("trailing-cms", "A second CMS behind the first", trailing, c.Agency, signtest.CMS{Edit: func(b []byte) []byte { return append(bytes.Clone(b), b...) }}),
		c.cms("cut", "The end of the CMS is zeros", reject(notIntact), c.Agency, signtest.CMS{Edit: func(b []byte) []byte { return b[:len(b)-40] }}),
		c.cms("unclosed", "An indefinite length without an end: other bytes stand where it was", reject(notIntact, "cms-malformed"), c.Agency, signtest.CMS{Edit: func(b []byte) []byte {
			return append(bytes.TrimRight(signtest.Indefinite(b), "\x00"), 0x30, 0x84, 0x7f, 0xff, 0xff, 0xff)
		}}),
		c.cms("length-too-long", "A length that reaches beyond the end", reject(notIntact, "cms-malformed"), c.Agency, signtest.CMS{Edit: func(b []byte) []byte {
			out := bytes.Clone(b)
			out[2] = 0x7f
			return out
		}}),
		c.cms("deep", "Four thousand elements within one another", reject(notIntact, "cms-malformed"), c.Agency, signtest.CMS{Edit: deep}),
		c.cms("enveloped", "EnvelopedData instead of SignedData", reject(notIntact, "cms-malformed"), c.Agency, signtest.CMS{Edit: func(b []byte) []byte {
			return bytes.Replace(b, signtest.OID(1, 2, 840, 113549, 1, 7, 2), signtest.OID(1, 2, 840, 113549, 1, 7, 3), 1)
		}}),
		c.cms("octets", "An OCTET STRING instead of a CMS", reject(notIntact, "cms-malformed"), c.Agency, signtest.CMS{Edit: func(b []byte) []byte { return signtest.DER(0x04, b) }}),
	}
}

// times are about when it was signed. Claims are believed only as far as a
// timestamp proves them.
func (c *Cast) times() []Case {
	at := func(name, note string, want Want, o signtest.Options) Case {
		want.Field = "Sig"
		o.Field = "Sig"
		return Case{Name: "time-" + name, Class: "time", Note: note, Want: []Want{want}, Make: made(func() draft { return paper().sign(c.Agency, o) })}
	}
	stamped := func(t time.Time) signtest.CMS { return signtest.CMS{TSA: c.TSA, TSATime: t} }
	year := func(y int) time.Time { return time.Date(y, 3, 1, 9, 0, 0, 0, time.UTC) }
	proven := sound("")
	proven.Proven, proven.Timestamp = yes, intact
	claimed := sound("")
	claimed.Proven = no
	unproven := claimed
	unproven.Timestamp = broken
	future := Want{Integrity: intact, Proven: no, Passes: "", Codes: []string{"time-in-future"}}
	past := Want{Integrity: intact, Proven: no, Passes: no, Term: "signed-before-start"}
	other := sha256.Sum256([]byte("the value of another signature"))
	token := func(id *signtest.Identity) signtest.CMS {
		b, err := signtest.Token(id, other[:], signed)
		if err != nil {
			panic(err) // the same identities sign throughout
		}
		return signtest.CMS{Token: b}
	}
	strange := sound("")
	strange.Proven, strange.Timestamp = no, intact
	out := []Case{
		at("true", "No attack: a timestamp a minute after the claimed time", proven, signtest.Options{Time: signed, CMS: stamped(signed.Add(time.Minute))}),
		at("seven-hours", "A signer that wrote Vietnamese local time as UTC is 7 h ahead of a true timestamp; known, and no failure", proven,
			signtest.Options{Time: signed.Add(7 * time.Hour), CMS: stamped(signed.Add(time.Minute))}),
		at("claimed", "No attack: a claimed time alone", claimed, signtest.Options{Time: signed}),
		at("none", "No time at all: judged as of today", Want{Integrity: intact, Proven: no, Codes: []string{"time-missing"}}, signtest.Options{NoM: true}),
		at("m-only", "No attack: /M alone claims a time", claimed, signtest.Options{M: signed}),
		at("m-differs", "/M claims another year than the signing-time attribute, which is what is signed with the certificate", claimed, signtest.Options{Time: signed, M: year(2021)}),
		at("future", "A claimed time ten years ahead", future, signtest.Options{Time: year(2036)}),
		at("1950", "UTCTime 50… is 1950, before there were certificates", past, signtest.Options{Time: year(1950)}),
		at("2049", "UTCTime 49… is 2049", future, signtest.Options{Time: year(2049)}),
		at("2050", "GeneralizedTime from 2050 on (RFC 5652 11.3)", future, signtest.Options{Time: year(2050)}),
		at("copied-timestamp", "The signature timestamp is that of another signature", unproven, signtest.Options{Time: signed, CMS: token(c.TSA)}),
		at("corrupt-timestamp", "A bit of the imprint is flipped", unproven, signtest.Options{Time: signed, CMS: signtest.CMS{TSA: c.TSA, TSATime: signed, CorruptTimestamp: true}}),
		at("timestamp-by-forger", "A timestamp of the forger's own, which proves nothing", strange, signtest.Options{Time: signed, CMS: signtest.CMS{TSA: c.Forger, TSATime: signed}}),
		at("timestamp-by-agency", "The agency stamped the time itself, with a certificate that is none for timestamps", strange, signtest.Options{Time: signed, CMS: signtest.CMS{TSA: c.Agency, TSATime: signed}}),
		at("timestamp-garbage", "The timestamp attribute holds no token", unproven, signtest.Options{Time: signed, CMS: signtest.CMS{Token: signtest.DER(0x30, []byte{5, 0})}}),
		at("timestamp-before-start", "A true timestamp from before the certificate's term", Want{Integrity: intact, Proven: yes, Passes: no, Term: "signed-before-start"}, signtest.Options{Time: signed, CMS: stamped(date(2020, 6, 1))}),
	}
	return append(out, c.documentTimestamps()...)
}
