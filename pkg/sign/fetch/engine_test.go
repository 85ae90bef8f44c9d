package fetch_test

import (
	"bytes"
	"io"
	"net/http"
	"sync"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/crypto/ocsp"

	"github.com/tthclint/tthclint/pkg/sign"
	"github.com/tthclint/tthclint/pkg/sign/signtest"
)

// authority is a certification authority with a web server: its signers'
// certificates name the server for CRL, OCSP and the issuer.
type authority struct {
	*server
	root, sub *signtest.Authority
	good, bad *signtest.Identity

	mu    sync.Mutex
	paths map[string]int
}

var day = time.Date(2026, 3, 4, 8, 0, 0, 0, time.UTC)

func newAuthority(t *testing.T) *authority {
	t.Helper()
	a := &authority{paths: map[string]int{}}
	var err error
	a.root, err = signtest.NewAuthority("online", signtest.Subject{CommonName: "Root", Key: signtest.P256})
	require.NoError(t, err)
	a.sub, err = a.root.Sub(signtest.Subject{CommonName: "Sub", Key: signtest.P256})
	require.NoError(t, err)
	a.server = serve(t, a.answer)
	issue := func(name string) *signtest.Identity {
		id, err := a.sub.Issue(signtest.Subject{CommonName: name, Key: signtest.P256, CRL: a.URL + "/sub.crl", Issuers: a.URL + "/sub.crt", OCSP: a.URL + "/ocsp"})
		require.NoError(t, err)
		return id
	}
	a.good, a.bad = issue("ỦY BAN NHÂN DÂN PHƯỜNG 3"), issue("ỦY BAN NHÂN DÂN PHƯỜNG 4")
	return a
}

// answer is the authority's web server. Only its CRL knows of the bad one; the
// OCSP responder is out of order.
func (a *authority) answer(w http.ResponseWriter, r *http.Request) {
	a.mu.Lock()
	a.paths[r.URL.Path]++
	a.mu.Unlock()
	switch r.URL.Path {
	case "/sub.crt":
		_, _ = w.Write(a.sub.Cert.Raw)
	case "/sub.crl":
		crl, err := a.sub.SignCRL(signtest.CRL{This: day.AddDate(0, 0, -1), Next: day.AddDate(0, 0, 7), Entries: []signtest.Revoked{{Cert: a.bad.Cert, At: day.AddDate(0, -1, 0)}}})
		if err != nil {
			http.Error(w, err.Error(), http.StatusInternalServerError)
			return
		}
		_, _ = w.Write(crl)
	case "/ocsp":
		body, err := io.ReadAll(r.Body)
		if req, parseErr := ocsp.ParseRequest(body); err != nil || parseErr != nil || req.SerialNumber == nil {
			http.Error(w, "bad request", http.StatusBadRequest)
			return
		}
		http.Error(w, "down", http.StatusServiceUnavailable)
	default:
		http.NotFound(w, r)
	}
}

// TestValidateOnline: the root alone is trusted and the documents embed the
// signers alone. Everything else comes over the network, each thing once.
func TestValidateOnline(t *testing.T) {
	a := newAuthority(t)
	anchor := sign.AnchorOf(a.root.Cert, sign.OriginBuiltIn, "")
	anchor.Certificate = nil
	all, err := sign.TrustOf([]sign.Anchor{anchor}, nil)
	require.NoError(t, err)
	fetcher := sign.Cached(a.client(t, nil))
	validate := func(id *signtest.Identity, f sign.Fetcher) sign.Signature {
		pdf, err := signtest.Sign(signtest.Blank(1), id, signtest.Options{Time: day})
		require.NoError(t, err)
		report, err := sign.Validate(t.Context(), bytes.NewReader(pdf), int64(len(pdf)), sign.Options{Trust: all, AsOf: day.AddDate(0, 0, 1), Fetch: f})
		require.NoError(t, err)
		require.Len(t, report.Signatures, 1)
		return report.Signatures[0]
	}
	offline := validate(a.good, nil)
	assert.Equal(t, sign.IncompleteChain, offline.Trust)
	assert.Empty(t, a.paths, "nothing was asked")
	for range 5 {
		good, bad := validate(a.good, fetcher), validate(a.bad, fetcher)
		assert.Equal(t, sign.Trusted, good.Trust, good.Reasons)
		assert.Equal(t, sign.RevocationGood, good.Statuses[0].Revocation, good.Reasons)
		assert.Equal(t, sign.Trusted, bad.Trust, bad.Reasons)
		assert.Equal(t, sign.RevocationRevoked, bad.Revocation, bad.Reasons)
		assert.NotEqual(t, sign.TotalPassed, bad.Indication)
	}
	assert.Equal(t, map[string]int{"/sub.crt": 1, "/sub.crl": 1, "/ocsp": 2}, a.paths, "each thing once; OCSP once for each certificate")
}
