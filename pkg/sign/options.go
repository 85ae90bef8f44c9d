package sign

import (
	"crypto/x509"
	"time"

	"github.com/tthclint/tthclint/pkg/pdf"
)

// Options of [Validate]. The zero value works: without Trust every signature
// ends as [NoAnchor], without AsOf nothing is judged "today".
type Options struct {
	// Trust holds anchors and intermediates. nil means none.
	Trust *Trust
	// AsOf is "today" for questions such as "expired today". The package never
	// reads the clock; zero leaves such questions out.
	AsOf time.Time
	// RoleOf may decide the role of a certificate before the built-in guess,
	// for an allow-list of agencies and officials. It returns [RoleUnknown] to
	// leave the answer to the guess, and may be called concurrently.
	RoleOf func(*x509.Certificate) Role
	// Evidence holds CRLs, OCSP answers and certificates from outside the file,
	// see [LoadEvidence]. nil means none.
	Evidence *Evidence
	// Fetch obtains revocation data and missing issuers over the network. nil,
	// the default, means never.
	Fetch Fetcher
	// Permit is what the caller allows after signing where the document does
	// not say (DocMDP): [ChangesNone] (updates for long-term validation alone),
	// [ChangesForm] or [ChangesAnnotation]. Empty means ChangesForm. Where the
	// document does say, the stricter of both holds.
	Permit Changes
	// Limits bound the work on hostile input; zero fields mean defaults.
	Limits Limits

	walkAll bool // compare all of the document with every update: for tests
}

// Limits bound the work on one file. Zero fields mean the defaults named here.
type Limits struct {
	PDF        pdf.Limits
	Signatures int // 1,000 signatures and unsigned fields together
	CMS        int // 16 MiB per CMS
	Changes    int // 200 entries in ChangeList
	Objects    int // 2,000,000 objects and values compared by the analysis of changes, over all revisions
}

func (l Limits) withDefaults() Limits {
	set := func(p *int, v int) {
		if *p <= 0 {
			*p = v
		}
	}
	set(&l.Signatures, 1000)
	set(&l.CMS, 16<<20)
	set(&l.Changes, 200)
	set(&l.Objects, 2_000_000)
	return l
}
