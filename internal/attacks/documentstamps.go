package attacks

import (
	"crypto/sha256"
	"crypto/x509"
	"time"

	"github.com/tthclint/tthclint/pkg/sign/signtest"
)

func (c *Cast) certs(ids ...*signtest.Identity) (out []*x509.Certificate) {
	for _, id := range ids {
		out = append(out, id.Cert)
	}
	return out
}

// documentTimestamps are document timestamps (ISO 32000-2 12.8.5) on a signature.
func (c *Cast) documentTimestamps() []Case {
	at := signed.Add(time.Hour)
	base := func() draft { return c.plain() }
	stamped := func(o signtest.Options, id *signtest.Identity) func() ([]byte, error) {
		return made(func() draft {
			o.SubFilter, o.Field, o.NoM = signtest.RFC3161, "Stamp", true
			return base().sign(id, o)
		})
	}
	below := func(proven, class, permitted string) Want {
		w := changed("Sig", class, permitted)
		w.Proven = proven
		return w
	}
	token := func(id *signtest.Identity) func([]byte) ([]byte, error) {
		return func([]byte) ([]byte, error) {
			d := sha256.Sum256([]byte("another document"))
			return signtest.Token(id, d[:], at)
		}
	}
	return []Case{
		{Name: "time-document", Class: "time", Note: "No attack: a document timestamp proves what it covers", Want: []Want{below(yes, "lta", yes), sound("Stamp")}, Make: stamped(signtest.Options{Time: at}, c.TSA)},
		{Name: "time-document-copied", Class: "time", Note: "The document timestamp is that of another document", Want: []Want{below(no, "lta|form|other", ""), {Field: "Stamp", Integrity: broken, Passes: no, Codes: []string{"timestamp-imprint-mismatch"}}},
			Make: stamped(signtest.Options{Time: at, Contents: token(c.TSA)}, c.TSA)},
		{Name: "time-document-by-forger", Class: "time", Note: "A document timestamp of the forger's own", Want: []Want{below(no, "lta|form|other", ""), {Field: "Stamp", Integrity: intact, Trust: "self-signed", Passes: no}},
			Make: stamped(signtest.Options{Time: at}, c.Forger)},
		{Name: "time-document-short", Class: "time", Note: "A document timestamp that leaves out the end of the file", Want: []Want{below(no, "lta|form|other", ""), {Field: "Stamp", Coverage: notWhole, Passes: no}},
			Make: stamped(signtest.Options{Time: at, ByteRange: func(r [4]int64) []int64 { return []int64{0, r[1], r[2], r[3] - 30} }}, c.TSA)},
		{Name: "time-document-alone", Class: "time", Note: "A document timestamp and no signature: nobody signed",
			Want: []Want{sound("Stamp")},
			Make: made(func() draft {
				return paper().sign(c.TSA, signtest.Options{SubFilter: signtest.RFC3161, Field: "Stamp", NoM: true, Time: at})
			})},
	}
}
