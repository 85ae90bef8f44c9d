package attacks

import (
	"crypto"
	"crypto/sha1"
	"crypto/sha256"
	"fmt"
	"strings"

	"github.com/tthclint/tthclint/pkg/sign/signtest"
)

// borrowed are files that put under a document what was signed for another one.
func (c *Cast) borrowed() []Case {
	nothing := map[string][]int64{
		"0-0-0-0": {0, 0, 0, 0}, "0-0": {0, 0}, "empty": {}, "four-nothings": {0, 0, 100, 0}, "0-1-1-0": {0, 1, 1, 0},
	}
	token := func([]byte) ([]byte, error) {
		d := sha256.Sum256([]byte("another document"))
		return signtest.Token(c.TSA, d[:], signed)
	}
	// A token over the digest of nothing is what the zero ranges ask for.
	tokenOfNothing := func([]byte) ([]byte, error) {
		d := sha256.Sum256(nil)
		return signtest.Token(c.TSA, d[:], signed)
	}
	cmsOfNothing := func([]byte) ([]byte, error) {
		d := sha256.Sum256(nil)
		return signtest.CMS{Message: d[:], Time: signed}.Sign(c.Agency)
	}
	// The signed content within: a sound CMS over something of its own.
	own := func([]byte) ([]byte, error) {
		d := sha256.Sum256([]byte("another document"))
		return signtest.CMS{Message: d[:], Time: signed, Content: []byte("another document")}.Sign(c.Agency)
	}
	sha1Of := func(what []byte) func([]byte) ([]byte, error) {
		return func([]byte) ([]byte, error) {
			d := sha1.Sum(what)
			m := sha256.Sum256(d[:])
			return signtest.CMS{Message: m[:], Time: signed, Content: d[:]}.Sign(c.Agency)
		}
	}
	var out []Case
	for _, sf := range []string{signtest.PKCS7, signtest.CAdES, signtest.RFC3161, signtest.PKCS7SHA1, signtest.X509RSASHA1} {
		contents := map[string]func([]byte) ([]byte, error){"token": token, "token-of-nothing": tokenOfNothing, "cms-of-nothing": cmsOfNothing, "own-content": own}
		if sf == signtest.PKCS7SHA1 {
			contents["sha1-of-nothing"] = sha1Of(nil)
		}
		for what, f := range contents {
			for name, br := range nothing {
				if what != "token" && name != "0-0-0-0" {
					continue
				}
				out = append(out, Case{
					Name: fmt.Sprintf("forged-%s-%s-%s", kebab(strings.ToLower(sf)), what, name), Class: "forged",
					Note: fmt.Sprintf("/ByteRange %v, and a %s as /Contents under %s: it signs nothing of this file", br, what, sf),
					Want: []Want{{Field: "Sig", Integrity: notIntact, Coverage: incoherent, Passes: no}},
					Make: made(func() draft {
						return paper().sign(c.Agency, signtest.Options{Field: "Sig", Time: signed, SubFilter: sf, Contents: f, ByteRange: func([4]int64) []int64 { return br }})
					}),
				})
			}
			// The same under ranges as they should be.
			want := Want{Field: "Sig", Integrity: notIntact, Coverage: wholeFile, Passes: no}
			out = append(out, Case{
				Name: fmt.Sprintf("forged-%s-%s-right-ranges", kebab(strings.ToLower(sf)), what), Class: "forged",
				Note: fmt.Sprintf("Right ranges, and a %s as /Contents under %s", what, sf), Want: []Want{want},
				Make: made(func() draft {
					return paper().sign(c.Agency, signtest.Options{Field: "Sig", Time: signed, SubFilter: sf, Contents: f})
				}),
			})
		}
	}
	out = append(out, Case{
		Name: "forged-encapsulated", Class: "forged", Note: "A detached signature whose CMS encapsulates the signed bytes: what it signs is then those, whatever the file says",
		Want: []Want{{Field: "Sig", Integrity: notIntact, Coverage: wholeFile, Passes: no, Codes: []string{"encapsulated-content"}}},
		Make: made(func() draft {
			return paper().sign(c.Agency, signtest.Options{Field: "Sig", Time: signed, Encapsulate: true})
		}),
	})
	for name, f := range map[string]func([4]int64) []int64{
		"first-part":     func(r [4]int64) []int64 { return []int64{0, r[1], r[2], 1} },
		"head-only":      func(r [4]int64) []int64 { return []int64{0, r[1], r[2], 0} },
		"not-from-start": func(r [4]int64) []int64 { return []int64{9, r[1] - 9, r[2], r[3]} },
		"gap-wide":       func(r [4]int64) []int64 { return []int64{0, r[1] - 200, r[2], r[3]} },
		"short-tail":     func(r [4]int64) []int64 { return []int64{0, r[1], r[2], r[3] - 30} },
		"three-pairs":    func(r [4]int64) []int64 { return []int64{0, 10, 10, r[1] - 10, r[2], r[3]} },
		"overlap":        func(r [4]int64) []int64 { return []int64{0, r[2] + 5, r[2], r[3]} },
		"turned-round":   func(r [4]int64) []int64 { return []int64{r[2], r[3], 0, r[1]} },
		"wraps-round":    func(r [4]int64) []int64 { return []int64{0, r[1], r[2], 1<<63 - 1} },
	} {
		want := Want{Field: "Sig", Coverage: notWhole, Passes: no}
		out = append(out, Case{Name: "forged-range-" + name, Class: "forged", Note: "The signature is sound over ranges that are not those of the file: " + name, Want: []Want{want},
			Make: made(func() draft {
				return paper().sign(c.Agency, signtest.Options{Field: "Sig", Time: signed, CMS: signtest.CMS{Digest: crypto.SHA256}, ByteRange: f})
			})})
	}
	return byName(out)
}

// swaps move sound signatures to where they do not belong, or take them away.
func (c *Cast) swaps() []Case {
	refused := changed("Sig", other, no)
	refused.Permitted = ""
	gone := refused
	gone.Removed = true
	return append([]Case{
		{Name: "swap-other-document", Class: "swap", Note: "The CMS of another document that the agency signed", Want: []Want{{Field: "Sig", Integrity: broken, Coverage: wholeFile, Changes: none, Trust: trusted, Passes: no, Codes: []string{"digest-mismatch"}}},
			Make: made(func() draft {
				return paper().sign(c.Agency, signtest.Options{Field: "Sig", Time: signed, Contents: func([]byte) ([]byte, error) {
					d := sha256.Sum256([]byte("another document"))
					return signtest.CMS{Message: d[:], Time: signed}.Sign(c.Agency)
				}})
			})},
		{Name: "swap-other-document-raw", Class: "swap", Note: "The same without signed attributes", Want: []Want{{Field: "Sig", Integrity: broken, Coverage: wholeFile, Changes: none, Trust: trusted, Passes: no}},
			Make: made(func() draft {
				return paper().sign(c.Agency, signtest.Options{Field: "Sig", Time: signed, SubFilter: signtest.PKCS7, Contents: func([]byte) ([]byte, error) {
					d := sha256.Sum256([]byte("another document"))
					return signtest.CMS{Message: d[:], NoSignedAttributes: true}.Sign(c.Agency)
				}})
			})},
	}, c.strips(refused, gone)...)
}
