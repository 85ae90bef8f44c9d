package sign

import (
	"crypto/x509"
	"errors"

	"github.com/tthclint/tthclint/pkg/pdf"
)

// store is what the document security stores of a file hold (ISO 32000-2
// 12.8.4.3), over all its revisions: what an update drops was true all the same.
type store struct {
	pool  revocationPool
	certs []*x509.Certificate
}

// Bounds on what is read of the stores of one file.
const (
	maxStoreItems = 2000
	maxStoreBytes = 64 << 20
	maxStoreCert  = 64 << 10
	maxStoreCRL   = 20 << 20
	maxStoreViews = 200
)

// store reads the security stores once.
func (e *engine) store() *store {
	if e.dss != nil {
		return e.dss
	}
	e.dss = &store{}
	r := storeReader{e: e, seen: map[int64]bool{}}
	revs := len(e.file.Revisions())
	var last *pdf.Dict
	for i := revs - 1; i >= 0 && i >= revs-maxStoreViews; i-- {
		v := e.file.View(i)
		d := v.Dict(v.Catalog().Get("DSS"))
		if d == nil || d == last {
			continue
		}
		last = d
		r.dictionary(v, d, "Certs", "CRLs", "OCSPs")
		for _, o := range v.Dict(d.Get("VRI")).All() {
			if vri := v.Dict(o); vri != nil {
				r.dictionary(v, vri, "Cert", "CRL", "OCSP")
			}
		}
	}
	return e.dss
}

type storeReader struct {
	e     *engine
	seen  map[int64]bool // streams by where they stand
	items int
	bytes int
}

func (r *storeReader) dictionary(v *pdf.View, d *pdf.Dict, certs, crls, ocsps pdf.Name) {
	pool := &r.e.dss.pool
	r.each(v, d.Get(certs), maxStoreCert, func(b []byte, _ int64) {
		if c, err := r.e.certs.parse(b); err == nil {
			r.e.dss.certs = append(r.e.dss.certs, c)
		}
	})
	r.each(v, d.Get(crls), maxStoreCRL, func(b []byte, end int64) {
		if n := len(pool.crls); pool.addCRL(b, originDSS) {
			pool.crls[n].end = end
		}
	})
	r.each(v, d.Get(ocsps), maxOCSP, func(b []byte, end int64) {
		if n := len(pool.ocsps); pool.addOCSP(b, originDSS) {
			pool.ocsps[n].end = end
		}
	})
}

func (r *storeReader) each(v *pdf.View, o pdf.Object, limit int, use func(b []byte, end int64)) {
	for _, x := range v.Array(o) {
		s, ok := v.Resolve(x).(*pdf.Stream)
		if !ok || r.items >= maxStoreItems || r.bytes >= maxStoreBytes || r.e.ctx.Err() != nil {
			continue
		}
		span, err := v.Span(s)
		if err != nil || r.seen[span.Start] {
			continue
		}
		r.seen[span.Start] = true
		r.items++
		limit = min(limit, maxStoreBytes-r.bytes)
		b, err := v.DecodeUpTo(s, int64(limit))
		if errors.Is(err, pdf.ErrLimit) {
			r.bytes += limit // it was decoded that far
		}
		if err != nil {
			continue
		}
		r.bytes += len(b)
		use(b, span.End)
	}
}
