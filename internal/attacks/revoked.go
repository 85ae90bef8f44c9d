package attacks

import (
	"time"

	"github.com/tthclint/tthclint/pkg/sign/signtest"
)

// Reasons of RFC 5280 clause 5.3.1.
const (
	keyCompromise = 1
	superseded    = 4
)

// revoked are about certificates that were revoked before or after signing, told
// by CRLs in the security store. The moment that counts is the proven one, else
// the claimed one.
func (c *Cast) revoked() []Case {
	day := func(n int) time.Time { return signed.AddDate(0, 0, n) }
	// store adds CRLs of both authorities, of thirty days after signing.
	store := func(d draft, root, sub []signtest.Revoked) draft {
		return d.edit(func(b []byte) ([]byte, error) {
			r, err := c.Root.SignCRL(signtest.CRL{This: day(30), Next: day(60), Entries: root})
			if err != nil {
				return nil, err
			}
			s, err := c.Sub.SignCRL(signtest.CRL{This: day(30), Next: day(60), Entries: sub})
			if err != nil {
				return nil, err
			}
			return signtest.AddRevocation(b, signtest.Revocation{CRLs: [][]byte{r, s}})
		})
	}
	agency := func(at time.Time, reason int) []signtest.Revoked {
		return []signtest.Revoked{{Cert: c.Agency.Cert, At: at, Reason: reason}}
	}
	plain := signtest.Options{Field: "Sig", Time: signed}
	stamped := func(at time.Time) signtest.Options {
		return signtest.Options{Field: "Sig", Time: signed, CMS: signtest.CMS{TSA: c.TSA, TSATime: at}}
	}
	want := func(passes, proven string, codes ...string) Want {
		return Want{Field: "Sig", Integrity: intact, Coverage: revision, Changes: "lta", Permitted: yes, Trust: trusted, Passes: passes, Proven: proven, Codes: codes}
	}
	one := func(name, note string, w Want, o signtest.Options, root, sub []signtest.Revoked) Case {
		return Case{Name: "revoked-" + name, Class: "revoked", Note: note, Want: []Want{w}, Make: made(func() draft {
			return store(paper().sign(c.Agency, o), root, sub)
		})}
	}
	return []Case{
		one("not", "No attack: neither CRL lists anybody", want(yes, no), plain, nil, nil),
		one("before", "The certificate was revoked two days before the claimed time", want(no, no, "revoked"), plain, nil, agency(day(-2), superseded)),
		one("after", "Revoked five days after the claimed time, which nothing proves", want(no, no, "revoked-later"), plain, nil, agency(day(5), superseded)),
		one("after-compromised", "The same, because the key was in other hands: whoever has it may claim any time", want(no, no, "revoked-later"), plain, nil, agency(day(5), keyCompromise)),
		one("after-proven", "No attack: a timestamp proves that it was signed before the key was lost", want(yes, yes), stamped(signed.Add(time.Minute)), nil, agency(day(5), keyCompromise)),
		one("before-proof", "The timestamp is younger than the revocation", want(no, yes, "revoked"), stamped(day(6)), nil, agency(day(5), superseded)),
		one("since-before", "Revoked afterwards, but the key is said to be invalid since before signing", want(no, no, "revoked"), plain, nil,
			[]signtest.Revoked{{Cert: c.Agency.Cert, At: day(5), Reason: keyCompromise, Invalid: day(-1)}}),
		one("issuer-before", "The authority that issued the certificate was revoked before", want(no, no, "revoked"), plain, []signtest.Revoked{{Cert: c.Sub.Cert, At: day(-2)}}, nil),
		one("tsa-compromised", "The time-stamping authority's key was lost later: its tokens prove nothing (RFC 3161 clause 4)", want(yes, no), stamped(signed.Add(time.Minute)),
			[]signtest.Revoked{{Cert: c.TSA.Cert, At: day(5), Reason: keyCompromise}}, nil),
		one("tsa-superseded", "No attack: the time-stamping authority got another certificate later", want(yes, yes), stamped(signed.Add(time.Minute)),
			[]signtest.Revoked{{Cert: c.TSA.Cert, At: day(5), Reason: superseded}}, nil),
	}
}
