package sign

import (
	"context"
	"crypto/x509"
	"sync"

	"golang.org/x/crypto/ocsp"
)

// How many addresses of one certificate are asked.
const maxAddresses = 3

// fetch asks the responders and distribution points that a certificate names,
// answers first, and stops at the first that yields anything.
func (r *revoker) fetch(c, issuer *x509.Certificate) (pools []*revocationPool) {
	f, ctx := r.e.o.Fetch, r.e.ctx
	if req, err := ocsp.CreateRequest(c, issuer, nil); err == nil {
		for _, url := range c.OCSPServer[:min(len(c.OCSPServer), maxAddresses)] {
			p := &revocationPool{}
			if b, err := f.OCSP(ctx, url, req); err != nil {
				r.note("ocsp", originOnline, err.Error())
			} else {
				p.addOCSP(b, originOnline)
			}
			if len(p.ocsps) > 0 {
				pools = append(pools, p)
				break
			}
		}
	}
	for _, url := range c.CRLDistributionPoints[:min(len(c.CRLDistributionPoints), maxAddresses)] {
		l, err := fetchCRL(ctx, f, url)
		if err != nil {
			r.note("crl", originOnline, err.Error())
			continue
		}
		return append(pools, &revocationPool{crls: []*crl{l}})
	}
	return pools
}

func fetchCRL(ctx context.Context, f Fetcher, url string) (*crl, error) {
	if c, ok := f.(*cachedFetcher); ok {
		return c.parsedCRL(ctx, url)
	}
	b, err := f.CRL(ctx, url)
	if err != nil {
		return nil, err
	}
	return parseCRL(b, originOnline)
}

// issuers fetches the certificates that c says its issuer has (RFC 5280
// 4.2.2.1). They are intermediates at most, as if they had been embedded.
// The reasons say what could not be had.
func (e *engine) issuers(c *x509.Certificate) (out []*x509.Certificate, failed []Reason) {
	for _, url := range c.IssuingCertificateURL[:min(len(c.IssuingCertificateURL), maxAddresses)] {
		certs, err := e.o.Fetch.Certificate(e.ctx, url)
		if err == nil && len(certs) > 0 {
			return certs[:min(len(certs), maxCerts)], nil
		}
		if err != nil {
			failed = append(failed, Reason{CodeRevocationBad, []string{"certificate", originOnline, err.Error()}})
		}
	}
	return nil, failed
}

// Cached returns a Fetcher that keeps the CRLs it obtained, parsed, so that ten
// thousand files of one authority cost one CRL. It grows with the number of
// addresses that the documents name, which f should bound. It is safe for
// concurrent use if f is.
func Cached(f Fetcher) Fetcher {
	if f == nil {
		return nil
	}
	return &cachedFetcher{Fetcher: f, crls: map[string]*fetchedCRL{}}
}

type cachedFetcher struct {
	Fetcher
	mu   sync.Mutex
	crls map[string]*fetchedCRL
}

type fetchedCRL struct {
	once sync.Once
	crl  *crl
	err  error
}

func (c *cachedFetcher) parsedCRL(ctx context.Context, url string) (*crl, error) {
	c.mu.Lock()
	f := c.crls[url]
	if f == nil {
		f = &fetchedCRL{}
		c.crls[url] = f
	}
	c.mu.Unlock()
	f.once.Do(func() {
		var b []byte
		if b, f.err = c.CRL(ctx, url); f.err == nil {
			f.crl, f.err = parseCRL(b, originOnline)
		}
	})
	return f.crl, f.err
}
