package fetch

import (
	"bytes"
	"cmp"
	"context"
	"crypto/sha256"
	"crypto/tls"
	"crypto/x509"
	"encoding/pem"
	"fmt"
	"net"
	"net/http"
	"net/url"
	"slices"
	"sync"
	"time"

	"github.com/tthclint/tthclint/pkg/sign"
	"github.com/tthclint/tthclint/pkg/sign/trust"
)

// Options of [New]. The zero value asks the authorities of the State alone.
type Options struct {
	// Hosts are the host names that may be asked, in any letter case; nil means
	// [DefaultHosts]. A name stands for itself, not for those below it.
	Hosts []string
	// Ports that may be asked; nil means 80 and 443.
	Ports []uint16

	// Timeout bounds one request with its redirections, from the look-up of the
	// name to the last byte; 0 means 15 seconds.
	Timeout time.Duration
	// CRL, OCSP and Certificate bound the bytes of one answer; 0 means 20 MiB,
	// 64 KiB and 64 KiB.
	CRL, OCSP, Certificate int64
	// Total bounds the bytes of all answers together, which are kept until the
	// client is dropped; 0 means 256 MiB.
	Total int64
	// URLs bounds the number of different addresses, and Requests that of all
	// requests; 0 means 1,000 and 20,000. OCSP has one request per certificate.
	URLs, Requests int

	// UserAgent is sent along; empty means "tthclint".
	UserAgent string

	// Roots verify https; nil means those of the system.
	Roots *x509.CertPool
	// Loopback also allows loopback addresses. It is for tests, whose server
	// runs there; with it a document could reach services of this machine.
	Loopback bool
}

// DefaultHosts returns the hosts at which the authorities of the State and the
// national root offer certificates, CRLs and OCSP.
func DefaultHosts() []string {
	return []string{"ca.gov.vn", "pub.ca.gov.vn", "ocsp.ca.gov.vn", "rootca.gov.vn"}
}

// Client is a [sign.Fetcher]. It asks for everything once: answers, and failures
// too, are kept for as long as the client lives, so that ten thousand documents
// of one authority cost one request. It is safe for concurrent use.
type Client struct {
	o    Options
	http *http.Client

	mu       sync.Mutex
	calls    map[string]*call
	urls     map[string]bool
	requests int
	total    int64
	silent   map[string]int // failures in a row, by host
}

var _ sign.Fetcher = (*Client)(nil)

// call is a request that is under way or done.
type call struct {
	done chan struct{} // closed when data and err are set
	data []byte
	err  error
}

const (
	maxRedirects = 3
	maxURL       = 2048
	// maxSilent is how many requests in a row a host may leave unanswered until
	// it is not asked again: with a timeout each, thousands of documents would
	// wait for hours.
	maxSilent = 3
)

// New makes a client.
func New(o Options) *Client {
	if o.Hosts == nil {
		o.Hosts = DefaultHosts()
	}
	if o.Ports == nil {
		o.Ports = []uint16{80, 443}
	}
	o.Timeout = cmp.Or(o.Timeout, 15*time.Second)
	o.CRL, o.OCSP, o.Certificate = cmp.Or(o.CRL, 20<<20), cmp.Or(o.OCSP, 64<<10), cmp.Or(o.Certificate, 64<<10)
	o.Total, o.URLs, o.Requests = cmp.Or(o.Total, 256<<20), cmp.Or(o.URLs, 1000), cmp.Or(o.Requests, 20_000)
	o.UserAgent = cmp.Or(o.UserAgent, "tthclint")
	hosts := make([]string, len(o.Hosts))
	for i, h := range o.Hosts {
		hosts[i] = hostKey(h)
	}
	o.Hosts, o.Ports = hosts, slices.Clone(o.Ports)
	c := &Client{o: o, calls: map[string]*call{}, urls: map[string]bool{}, silent: map[string]int{}}
	dialer := &net.Dialer{Timeout: o.Timeout, Control: c.control}
	c.http = &http.Client{
		CheckRedirect: c.redirect,
		Transport: &http.Transport{
			// Proxy stays nil: the environment does not decide who is asked.
			DialContext:            dialer.DialContext,
			TLSClientConfig:        &tls.Config{RootCAs: o.Roots, MinVersion: tls.VersionTLS12},
			TLSHandshakeTimeout:    o.Timeout,
			ResponseHeaderTimeout:  o.Timeout,
			MaxResponseHeaderBytes: 64 << 10,
			MaxConnsPerHost:        4,
			IdleConnTimeout:        10 * time.Second,
			DisableCompression:     true, // a small answer could become an endless one
		},
	}
	return c
}

// Close lets go of idle connections. The client can be used on.
func (c *Client) Close() { c.http.CloseIdleConnections() }

// CRL returns the CRL at an address, DER. PEM, which RFC 5280 clause 4.2.1.13
// does not allow, is decoded all the same.
func (c *Client) CRL(ctx context.Context, address string) ([]byte, error) {
	return c.once(ctx, "crl\x00"+address, address, func(ctx context.Context, u *url.URL) ([]byte, error) {
		b, err := c.ask(ctx, u, nil, c.o.CRL)
		if err != nil {
			return nil, err
		}
		if block, _ := pem.Decode(b); block != nil && bytes.HasPrefix(b, []byte("-----BEGIN ")) {
			b = block.Bytes
		}
		return whole(b)
	})
}

// OCSP posts a request to a responder (RFC 6960 appendix A.1) and returns its
// answer, DER.
func (c *Client) OCSP(ctx context.Context, address string, request []byte) ([]byte, error) {
	sum := sha256.Sum256(request)
	request = slices.Clone(request)
	return c.once(ctx, "ocsp\x00"+string(sum[:])+address, address, func(ctx context.Context, u *url.URL) ([]byte, error) {
		b, err := c.ask(ctx, u, request, c.o.OCSP)
		if err != nil {
			return nil, err
		}
		return whole(b)
	})
}

// Certificate returns the certificates at an address, be they DER, PEM or a
// PKCS #7 bundle.
func (c *Client) Certificate(ctx context.Context, address string) ([]*x509.Certificate, error) {
	b, err := c.once(ctx, "cert\x00"+address, address, func(ctx context.Context, u *url.URL) ([]byte, error) {
		b, err := c.ask(ctx, u, nil, c.o.Certificate)
		if err != nil {
			return nil, err
		}
		if _, err := trust.ParseCertificates(b); err != nil {
			return nil, &contentError{err}
		}
		return b, nil
	})
	if err != nil {
		return nil, err
	}
	return trust.ParseCertificates(b)
}

// once asks for a thing the first time and gives the same answer ever after. An
// answer that many wait for belongs to none of them: it is fetched on, whoever
// is interrupted, and the timeout alone ends it.
func (c *Client) once(ctx context.Context, key, address string, get func(context.Context, *url.URL) ([]byte, error)) ([]byte, error) {
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	c.mu.Lock()
	have, ok := c.calls[key]
	if !ok {
		u, err := c.allowed(address)
		if err == nil {
			err = c.take(u)
		}
		if err != nil { // not kept: what is refused costs nothing, and has no bound
			c.mu.Unlock()
			return nil, &Error{address, err}
		}
		have = &call{done: make(chan struct{})}
		c.calls[key] = have
		go c.run(context.WithoutCancel(ctx), have, u, get)
	}
	c.mu.Unlock()
	select {
	case <-have.done:
	case <-ctx.Done():
		return nil, ctx.Err()
	}
	if have.err != nil {
		return nil, &Error{address, have.err}
	}
	return slices.Clone(have.data), nil
}

func (c *Client) run(ctx context.Context, have *call, u *url.URL, get func(context.Context, *url.URL) ([]byte, error)) {
	ctx, cancel := context.WithTimeout(ctx, c.o.Timeout)
	defer cancel()
	have.data, have.err = guarded(ctx, u, get)
	c.mu.Lock()
	defer c.mu.Unlock()
	host := hostKey(u.Hostname())
	if answered(have.err) {
		delete(c.silent, host)
	} else {
		c.silent[host]++
	}
	if c.total += int64(len(have.data)); c.total > c.o.Total {
		have.data, have.err = nil, ErrTooMuch
	}
	close(have.done)
}

// guarded keeps a panic over a hostile answer from ending the program: this
// goroutine has no caller who could.
func guarded(ctx context.Context, u *url.URL, get func(context.Context, *url.URL) ([]byte, error)) (b []byte, err error) {
	defer func() {
		if v := recover(); v != nil {
			b, err = nil, &contentError{fmt.Errorf("panic: %v", v)}
		}
	}()
	return get(ctx, u)
}

// take counts a request, or tells why there may be no more. The caller holds mu.
func (c *Client) take(u *url.URL) error {
	address := u.String()
	switch {
	case c.silent[hostKey(u.Hostname())] >= maxSilent:
		return ErrSilent
	case c.requests >= c.o.Requests || c.total >= c.o.Total || !c.urls[address] && len(c.urls) >= c.o.URLs:
		return ErrTooMuch
	}
	c.requests++
	c.urls[address] = true
	return nil
}
