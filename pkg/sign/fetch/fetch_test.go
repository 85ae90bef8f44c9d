package fetch_test

import (
	"bytes"
	"compress/gzip"
	"context"
	"encoding/pem"
	"fmt"
	"io"
	"log"
	"net/http"
	"net/http/httptest"
	"net/netip"
	"net/url"
	"strconv"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/tthclint/tthclint/pkg/sign/fetch"
	"github.com/tthclint/tthclint/pkg/sign/signtest"
)

// der is an answer as [fetch.Client.CRL] wants it: one SEQUENCE.
var der = []byte{0x30, 3, 2, 1, 5}

// server is an HTTP server on loopback and a client that may ask it.
type server struct {
	*httptest.Server
	hits atomic.Int64
}

func serve(t *testing.T, handler http.HandlerFunc) *server {
	t.Helper()
	s := &server{}
	s.Server = httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		s.hits.Add(1)
		handler(w, r)
	}))
	t.Cleanup(s.Close)
	return s
}

func (s *server) port(t *testing.T) uint16 {
	t.Helper()
	u, err := url.Parse(s.URL)
	require.NoError(t, err)
	n, err := strconv.ParseUint(u.Port(), 10, 16)
	require.NoError(t, err)
	return uint16(n)
}

func (s *server) client(t *testing.T, change func(*fetch.Options)) *fetch.Client {
	t.Helper()
	o := fetch.Options{Hosts: []string{"127.0.0.1"}, Ports: []uint16{s.port(t)}, Loopback: true, Timeout: 5 * time.Second}
	if change != nil {
		change(&o)
	}
	c := fetch.New(o)
	t.Cleanup(c.Close)
	return c
}

func write(b []byte) http.HandlerFunc {
	return func(w http.ResponseWriter, _ *http.Request) { _, _ = w.Write(b) }
}

func TestAnswers(t *testing.T) {
	root, err := signtest.NewAuthority("fetch", signtest.Subject{CommonName: "Root", Key: signtest.P256})
	require.NoError(t, err)
	s := serve(t, func(w http.ResponseWriter, r *http.Request) {
		assert.Equal(t, "test/1", r.Header.Get("User-Agent"))
		assert.Empty(t, r.Header.Get("Accept-Encoding"))
		assert.Empty(t, r.Header.Get("Cookie"))
		w.Header().Set("Set-Cookie", "a=b")
		w.Header().Set("Content-Type", "text/html") // not believed
		switch r.URL.Path {
		case "/ocsp":
			assert.Equal(t, http.MethodPost, r.Method)
			assert.Equal(t, "application/ocsp-request", r.Header.Get("Content-Type"))
			body, err := io.ReadAll(r.Body)
			assert.NoError(t, err)
			_, _ = w.Write(append([]byte{0x30, byte(len(body) + 2), 4, byte(len(body))}, body...))
		case "/root.crt":
			_, _ = w.Write(signtest.PEM(root.Cert))
		case "/pem.crl":
			_ = pem.Encode(w, &pem.Block{Type: "X509 CRL", Bytes: der})
		default:
			_, _ = w.Write(der)
		}
	})
	c := s.client(t, func(o *fetch.Options) { o.UserAgent = "test/1" })
	for _, path := range []string{"/a.crl", "/pem.crl", " /a.crl#fragment"} {
		got, err := c.CRL(t.Context(), s.URL+strings.TrimSpace(path))
		require.NoError(t, err, path)
		assert.Equal(t, der, got)
		got[0] = 0 // the caller's own
	}
	got, err := c.OCSP(t.Context(), s.URL+"/ocsp", []byte("ab"))
	require.NoError(t, err)
	assert.Equal(t, []byte{0x30, 4, 4, 2, 'a', 'b'}, got)
	got, err = c.OCSP(t.Context(), s.URL+"/ocsp", []byte("cde"))
	require.NoError(t, err)
	assert.Len(t, got, 7, "another request has another answer")
	certs, err := c.Certificate(t.Context(), s.URL+"/root.crt")
	require.NoError(t, err)
	assert.Equal(t, root.Cert.Raw, certs[0].Raw)
	hits := s.hits.Load()
	got, err = c.CRL(t.Context(), s.URL+"/a.crl")
	require.NoError(t, err)
	assert.Equal(t, der, got)
	assert.Equal(t, hits, s.hits.Load(), "asked once")
}

func TestEverybodyWaitsForOneRequest(t *testing.T) {
	open := make(chan struct{})
	s := serve(t, func(w http.ResponseWriter, r *http.Request) { <-open; write(der)(w, r) })
	c := s.client(t, nil)
	ctx, cancel := context.WithCancel(t.Context())
	first := make(chan error)
	go func() { _, err := c.CRL(ctx, s.URL+"/a.crl"); first <- err }()
	var all sync.WaitGroup
	for range 50 {
		all.Go(func() {
			got, err := c.CRL(t.Context(), s.URL+"/a.crl")
			assert.NoError(t, err)
			assert.Equal(t, der, got)
		})
	}
	assert.Eventually(t, func() bool { return s.hits.Load() == 1 }, 5*time.Second, time.Millisecond)
	cancel()
	require.ErrorIs(t, <-first, context.Canceled, "who is interrupted does not wait")
	close(open)
	all.Wait()
	assert.EqualValues(t, 1, s.hits.Load(), "and does not spoil it for the others")
}

func TestFailureIsKept(t *testing.T) {
	s := serve(t, func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(http.StatusNotFound) })
	c := s.client(t, nil)
	for range 5 {
		_, err := c.CRL(t.Context(), s.URL+"/a.crl")
		require.ErrorContains(t, err, "404")
		e := (*fetch.Error)(nil)
		require.ErrorAs(t, err, &e)
		assert.Equal(t, s.URL+"/a.crl", e.URL)
	}
	assert.EqualValues(t, 1, s.hits.Load())
	for i := range 10 { // a server that answers is asked on, even if it has nothing
		_, err := c.CRL(t.Context(), fmt.Sprintf("%s/%d.crl", s.URL, i))
		require.ErrorContains(t, err, "404")
	}
	assert.EqualValues(t, 11, s.hits.Load())
}

func TestAnswerOfAnotherKind(t *testing.T) {
	for name, b := range map[string][]byte{
		"empty": nil, "page": []byte("<html>not found</html>"), "cut": der[:4], "trailing": append(append([]byte{}, der...), 0), "not a sequence": {2, 1, 5},
	} {
		s := serve(t, write(b))
		c := s.client(t, nil)
		_, err := c.CRL(t.Context(), s.URL)
		assert.ErrorContains(t, err, "it is not DER", name)
		_, err = c.OCSP(t.Context(), s.URL, []byte("x"))
		assert.ErrorContains(t, err, "it is not DER", name)
		_, err = c.Certificate(t.Context(), s.URL)
		assert.Error(t, err, name)
	}
}

func TestSizeLimit(t *testing.T) {
	big := func(n int) []byte {
		b := make([]byte, n)
		copy(b, []byte{0x30, 0x83, byte((n - 5) >> 16), byte((n - 5) >> 8), byte(n - 5)})
		return b
	}
	for _, chunked := range []bool{false, true} {
		s := serve(t, func(w http.ResponseWriter, r *http.Request) {
			n, err := strconv.Atoi(r.URL.Path[1:])
			assert.NoError(t, err)
			if chunked {
				w.(http.Flusher).Flush()
			}
			_, _ = w.Write(big(n))
		})
		c := s.client(t, func(o *fetch.Options) { o.CRL, o.OCSP, o.Certificate = 100_000, 70_000, 70_000 })
		_, err := c.CRL(t.Context(), s.URL+"/100000")
		require.NoError(t, err)
		_, err = c.CRL(t.Context(), s.URL+"/100001")
		require.ErrorIs(t, err, fetch.ErrTooLarge)
		_, err = c.OCSP(t.Context(), s.URL+"/70001", nil)
		require.ErrorIs(t, err, fetch.ErrTooLarge)
		_, err = c.Certificate(t.Context(), s.URL+"/70001")
		require.ErrorIs(t, err, fetch.ErrTooLarge)
	}
}

// TestEndlessAnswer: the limit holds while it is read, not behind the end.
func TestEndlessAnswer(t *testing.T) {
	s := serve(t, func(w http.ResponseWriter, r *http.Request) {
		for r.Context().Err() == nil {
			if _, err := w.Write(make([]byte, 1<<16)); err != nil {
				return
			}
		}
	})
	c := s.client(t, nil)
	_, err := c.OCSP(t.Context(), s.URL, []byte("x"))
	require.ErrorIs(t, err, fetch.ErrTooLarge)
}

func TestCompressedAnswerIsNotUnpacked(t *testing.T) {
	var bomb bytes.Buffer
	z := gzip.NewWriter(&bomb)
	_, _ = z.Write(make([]byte, 32<<20))
	require.NoError(t, z.Close())
	s := serve(t, func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Encoding", "gzip")
		_, _ = w.Write(bomb.Bytes())
	})
	_, err := s.client(t, nil).CRL(t.Context(), s.URL)
	require.ErrorContains(t, err, "compressed")
}

func TestSlowServer(t *testing.T) {
	for name, handler := range map[string]http.HandlerFunc{
		"no answer": func(_ http.ResponseWriter, r *http.Request) { <-r.Context().Done() },
		"byte by byte": func(w http.ResponseWriter, r *http.Request) {
			for r.Context().Err() == nil {
				_, _ = w.Write([]byte{0x30})
				w.(http.Flusher).Flush()
				time.Sleep(10 * time.Millisecond)
			}
		},
	} {
		t.Run(name, func(t *testing.T) {
			s := serve(t, handler)
			c := s.client(t, func(o *fetch.Options) { o.Timeout = 150 * time.Millisecond })
			start := time.Now()
			for i := range 3 {
				_, err := c.CRL(t.Context(), fmt.Sprintf("%s/%d", s.URL, i))
				require.ErrorIs(t, err, fetch.ErrTimeout)
			}
			_, err := c.CRL(t.Context(), s.URL+"/another")
			require.ErrorIs(t, err, fetch.ErrSilent, "a dead host does not cost a timeout for every document")
			assert.Less(t, time.Since(start), 10*time.Second)
			assert.LessOrEqual(t, s.hits.Load(), int64(3))
		})
	}
}

func TestRedirections(t *testing.T) {
	s := serve(t, func(w http.ResponseWriter, r *http.Request) {
		assert.Empty(t, r.Header.Get("Referer"))
		to := map[string]string{
			"/loop": "/loop", "/one": "/der", "/two": "/one", "/three": "/two", "/four": "/three",
			"/private": "http://10.0.0.1/", "/metadata": "http://169.254.169.254/latest", "/name": "http://localhost/", "/file": "file:///etc/passwd",
			"/port": "http://127.0.0.1:1/", "/user": "http://a:b@" + r.Host + "/der",
		}[r.URL.Path]
		if to == "" {
			write(der)(w, r)
			return
		}
		code := http.StatusFound
		if r.URL.Query().Has("keep") {
			code = http.StatusTemporaryRedirect
		}
		http.Redirect(w, r, to, code)
	})
	c := s.client(t, nil)
	for path, want := range map[string]error{
		"/one": nil, "/two": nil, "/three": nil, "/four": fetch.ErrRedirect, "/loop": fetch.ErrRedirect, "/private": fetch.ErrHost, "/metadata": fetch.ErrHost,
		"/name": fetch.ErrHost, "/file": fetch.ErrAddress, "/port": fetch.ErrHost, "/user": fetch.ErrAddress,
	} {
		got, err := c.CRL(t.Context(), s.URL+path)
		if want == nil {
			require.NoError(t, err, path)
			assert.Equal(t, der, got)
			continue
		}
		require.ErrorIs(t, err, want, path)
	}
	_, err := s.client(t, nil).OCSP(t.Context(), s.URL+"/one", []byte("x"))
	require.ErrorIs(t, err, fetch.ErrRedirect, "a request that lost its body asks nothing")
	_, err = s.client(t, nil).OCSP(t.Context(), s.URL+"/one?keep", []byte("x"))
	require.NoError(t, err)
}

// TestAddressInsideIsNotAsked: the name is on the list, but what it resolves to
// is not outside.
func TestAddressInsideIsNotAsked(t *testing.T) {
	s := serve(t, write(der))
	for _, host := range []string{"127.0.0.1", "localhost"} {
		c := s.client(t, func(o *fetch.Options) { o.Hosts, o.Loopback = []string{host}, false })
		_, err := c.CRL(t.Context(), fmt.Sprintf("http://%s:%d/", host, s.port(t)))
		require.ErrorIs(t, err, fetch.ErrPrivate, host)
	}
	assert.Zero(t, s.hits.Load())

	hop := serve(t, func(w http.ResponseWriter, r *http.Request) {
		http.Redirect(w, r, "http://10.1.2.3/", http.StatusFound)
	})
	c := hop.client(t, func(o *fetch.Options) { o.Hosts, o.Ports = append(o.Hosts, "10.1.2.3"), append(o.Ports, 80) })
	_, err := c.CRL(t.Context(), hop.URL)
	require.ErrorIs(t, err, fetch.ErrPrivate, "a list with such a name on it makes no difference")
}

func TestAddresses(t *testing.T) {
	c := fetch.New(fetch.Options{})
	for address, want := range map[string]error{
		"":                                    fetch.ErrAddress,
		"ca.gov.vn/x.crl":                     fetch.ErrAddress,
		"ldap://ca.gov.vn/cn=x":               fetch.ErrAddress,
		"file:///etc/passwd":                  fetch.ErrAddress,
		"http:ca.gov.vn":                      fetch.ErrAddress,
		"http://":                             fetch.ErrHost,
		"http://user@ca.gov.vn/":              fetch.ErrAddress,
		"http://ca.gov.vn@evil.vn/":           fetch.ErrAddress,
		"http://evil.vn/ca.gov.vn":            fetch.ErrHost,
		"http://ca.gov.vn.evil.vn/":           fetch.ErrHost,
		"http://x.ca.gov.vn/":                 fetch.ErrHost,
		"http://ca.gov.vn:8080/":              fetch.ErrHost,
		"http://ca.gov.vn:99999/":             fetch.ErrAddress,
		"http://127.0.0.1/":                   fetch.ErrHost,
		"http://[::1]/":                       fetch.ErrHost,
		"http://0x7f000001/":                  fetch.ErrHost,
		"http://ca.gov.vn%2eevil.vn/":         fetch.ErrAddress,
		"http://ca.gov.vn\r\nHost: x/":        fetch.ErrAddress,
		"http://ca.gov.vn/\x00":               fetch.ErrAddress,
		"http://" + strings.Repeat("a", 3000): fetch.ErrAddress,
	} {
		_, err := c.CRL(t.Context(), address)
		assert.ErrorIs(t, err, want, "%q", address)
	}
}

func TestBounds(t *testing.T) {
	s := serve(t, write(der))
	c := s.client(t, func(o *fetch.Options) { o.URLs = 3 })
	for i := range 5 {
		_, err := c.CRL(t.Context(), fmt.Sprintf("%s/%d", s.URL, i))
		assert.Equal(t, i >= 3, err != nil)
	}
	c = s.client(t, func(o *fetch.Options) { o.Requests = 3 })
	for i := range 5 {
		_, err := c.OCSP(t.Context(), s.URL, []byte{byte(i)})
		assert.Equal(t, i >= 3, err != nil)
	}
	c = s.client(t, func(o *fetch.Options) { o.Total = 12 })
	for i := range 5 {
		_, err := c.CRL(t.Context(), fmt.Sprintf("%s/%d", s.URL, i))
		assert.Equal(t, i >= 2, err != nil)
		if err != nil {
			assert.ErrorIs(t, err, fetch.ErrTooMuch)
		}
	}
	_, err := c.CRL(t.Context(), s.URL+"/0")
	assert.NoError(t, err, "what was brought before stays")
}

func TestNothingIsTakenFromTheEnvironment(t *testing.T) {
	proxy := serve(t, func(http.ResponseWriter, *http.Request) { t.Error("the proxy was asked") })
	t.Setenv("HTTP_PROXY", proxy.URL)
	t.Setenv("http_proxy", proxy.URL)
	s := serve(t, write(der))
	_, err := s.client(t, nil).CRL(t.Context(), s.URL)
	require.NoError(t, err)
}

func TestHTTPSIsVerifiedAndNotLeft(t *testing.T) {
	plain := serve(t, write(der))
	s := httptest.NewUnstartedServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path == "/down" {
			http.Redirect(w, r, plain.URL, http.StatusFound)
			return
		}
		write(der)(w, r)
	}))
	s.Config.ErrorLog = log.New(io.Discard, "", 0)
	s.StartTLS()
	defer s.Close()
	both := func(o *fetch.Options) {
		o.Ports = append(o.Ports, netip.MustParseAddrPort(s.Listener.Addr().String()).Port())
	}
	_, err := plain.client(t, both).CRL(t.Context(), s.URL)
	require.ErrorContains(t, err, "certificate")
	c := plain.client(t, func(o *fetch.Options) {
		both(o)
		o.Roots = s.Client().Transport.(*http.Transport).TLSClientConfig.RootCAs
	})
	_, err = c.CRL(t.Context(), s.URL)
	require.NoError(t, err)
	_, err = c.CRL(t.Context(), s.URL+"/down")
	require.ErrorIs(t, err, fetch.ErrRedirect)
}
