package sign_test

import (
	"context"
	"crypto/x509"
	"crypto/x509/pkix"
	"encoding/asn1"
	"errors"
	"testing"
	"testing/fstest"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/crypto/ocsp"

	"github.com/tthclint/tthclint/pkg/pdf"
	"github.com/tthclint/tthclint/pkg/sign"
	"github.com/tthclint/tthclint/pkg/sign/signtest"
)

const keyCompromise, superseded, onHold = 1, 4, 6

func days(n int) time.Time { return signed.AddDate(0, 0, n) }

func crlOf(t *testing.T, a *signtest.Authority, c signtest.CRL) []byte {
	t.Helper()
	b, err := a.SignCRL(c)
	require.NoError(t, err)
	return b
}

func ocspOf(t *testing.T, a *signtest.Authority, r signtest.Answer) []byte {
	t.Helper()
	b, err := a.SignOCSP(r)
	require.NoError(t, err)
	return b
}

// TestRevocation: CRLs and answers of the caller, judged at the signing time.
func TestRevocation(t *testing.T) {
	p := testPKI()
	cert := p.agency.Cert
	stranger, err := signtest.NewAuthority("stranger", signtest.Subject{CommonName: "Sub", Organization: "Test"})
	require.NoError(t, err)
	delegate, err := p.sub.Issue(signtest.Subject{CommonName: "OCSP", Key: signtest.P256, ExtKeyUsage: []x509.ExtKeyUsage{x509.ExtKeyUsageOCSPSigning}, NoCheck: true})
	require.NoError(t, err)
	usurper, err := p.sub.Issue(signtest.Subject{CommonName: "No OCSP", Key: signtest.P256})
	require.NoError(t, err)
	foreign, err := stranger.Issue(signtest.Subject{CommonName: "OCSP", Key: signtest.P256, ExtKeyUsage: []x509.ExtKeyUsage{x509.ExtKeyUsageOCSPSigning}})
	require.NoError(t, err)

	rootGood := crlOf(t, p.root, signtest.CRL{This: days(-5), Next: days(900)}) // for the intermediate
	crl := func(a *signtest.Authority, this, next time.Time, es ...signtest.Revoked) *sign.Evidence {
		return &sign.Evidence{CRLs: [][]byte{rootGood, crlOf(t, a, signtest.CRL{This: this, Next: next, Entries: es})}}
	}
	answer := func(a *signtest.Authority, r signtest.Answer) *sign.Evidence {
		r.Cert = cert
		return &sign.Evidence{CRLs: [][]byte{rootGood}, OCSPs: [][]byte{ocspOf(t, a, r)}}
	}
	scoped := func(x ...byte) []pkix.Extension {
		return []pkix.Extension{{Id: asn1.ObjectIdentifier{2, 5, 29, 28}, Critical: true, Value: append([]byte{0x30, byte(len(x))}, x...)}}
	}
	extended := func(x []pkix.Extension) *sign.Evidence {
		return &sign.Evidence{CRLs: [][]byte{rootGood, crlOf(t, p.sub, signtest.CRL{This: days(1), Next: days(8), Extensions: x})}}
	}
	for name, c := range map[string]struct {
		ev   *sign.Evidence
		want sign.Revocation
	}{
		"nothing":                   {&sign.Evidence{}, sign.RevocationUnknown},
		"CRL of that day":           {crl(p.sub, days(-1), days(6)), sign.RevocationGood},
		"CRL of later":              {crl(p.sub, days(30), days(37)), sign.RevocationGood},
		"CRL too old":               {crl(p.sub, days(-30), days(-23)), sign.RevocationUnknown},
		"CRL after the term":        {crl(p.sub, cert.NotAfter.AddDate(0, 0, 3), cert.NotAfter.AddDate(0, 0, 30)), sign.RevocationUnknown},
		"CRL from the future":       {crl(p.sub, today.AddDate(0, 0, 9), today.AddDate(0, 0, 30)), sign.RevocationUnknown},
		"CRL of another key":        {crl(stranger, days(1), days(9), signtest.Revoked{Cert: cert, At: days(-1)}), sign.RevocationUnknown},
		"CRL revoked before":        {crl(p.sub, days(1), days(9), signtest.Revoked{Cert: cert, At: days(-1)}), sign.RevocationRevoked},
		"CRL revoked after":         {crl(p.sub, days(9), days(19), signtest.Revoked{Cert: cert, At: days(5)}), sign.RevocationRevokedLater},
		"CRL invalid since before":  {crl(p.sub, days(9), days(19), signtest.Revoked{Cert: cert, At: days(5), Reason: keyCompromise, Invalid: days(-2)}), sign.RevocationRevoked},
		"CRL lists another":         {crl(p.sub, days(1), days(9), signtest.Revoked{Cert: p.person.Cert, At: days(-1)}), sign.RevocationGood},
		"scope: users":              {extended(scoped(0x81, 1, 0xff)), sign.RevocationGood},
		"scope: authorities":        {extended(scoped(0x82, 1, 0xff)), sign.RevocationUnknown},
		"scope: some reasons":       {extended(scoped(0x83, 2, 7, 0x80)), sign.RevocationUnknown},
		"scope: indirect":           {extended(scoped(0x84, 1, 0xff)), sign.RevocationUnknown},
		"scope: attributes":         {extended(scoped(0x85, 1, 0xff)), sign.RevocationUnknown},
		"scope: other partition":    {extended(scoped(0xa0, 7, 0xa0, 5, 0x86, 3, 'a', ':', 'b')), sign.RevocationUnknown},
		"scope: not readable":       {extended([]pkix.Extension{{Id: asn1.ObjectIdentifier{2, 5, 29, 28}, Critical: true, Value: []byte{5, 0}}}), sign.RevocationUnknown},
		"delta":                     {extended([]pkix.Extension{{Id: asn1.ObjectIdentifier{2, 5, 29, 27}, Critical: true, Value: []byte{2, 1, 1}}}), sign.RevocationUnknown},
		"unknown critical":          {extended([]pkix.Extension{{Id: asn1.ObjectIdentifier{1, 2, 3}, Critical: true, Value: []byte{5, 0}}}), sign.RevocationUnknown},
		"OCSP good":                 {answer(p.sub, signtest.Answer{This: days(0), Next: days(1)}), sign.RevocationGood},
		"OCSP good later":           {answer(p.sub, signtest.Answer{This: days(100), Next: days(101)}), sign.RevocationGood},
		"OCSP good before":          {answer(p.sub, signtest.Answer{This: days(-9), Next: days(-8)}), sign.RevocationUnknown},
		"OCSP an hour before":       {answer(p.sub, signtest.Answer{This: signed.Add(-time.Hour)}), sign.RevocationGood},
		"OCSP unknown":              {answer(p.sub, signtest.Answer{Status: ocsp.Unknown, This: days(0), Next: days(1)}), sign.RevocationUnknown},
		"OCSP revoked":              {answer(p.sub, signtest.Answer{Status: ocsp.Revoked, At: days(-3), Reason: superseded, This: days(0), Next: days(1)}), sign.RevocationRevoked},
		"OCSP revoked later":        {answer(p.sub, signtest.Answer{Status: ocsp.Revoked, At: days(3), Reason: superseded, This: days(9), Next: days(10)}), sign.RevocationRevokedLater},
		"OCSP delegated":            {answer(p.sub, signtest.Answer{This: days(0), Next: days(1), Responder: delegate}), sign.RevocationGood},
		"OCSP by anybody":           {answer(p.sub, signtest.Answer{This: days(0), Next: days(1), Responder: usurper}), sign.RevocationUnknown},
		"OCSP of a stranger":        {answer(p.sub, signtest.Answer{This: days(0), Next: days(1), Responder: foreign}), sign.RevocationUnknown},
		"OCSP of another authority": {answer(stranger, signtest.Answer{This: days(0), Next: days(1)}), sign.RevocationUnknown},
		"OCSP delegated, bare": {func() *sign.Evidence {
			e := answer(p.sub, signtest.Answer{This: days(0), Next: days(1), Responder: delegate, Bare: true})
			e.Certs = []*x509.Certificate{delegate.Cert}
			return e
		}(), sign.RevocationGood},
		"a revocation outweighs": {func() *sign.Evidence {
			e := crl(p.sub, days(1), days(9), signtest.Revoked{Cert: cert, At: days(-1)})
			e.OCSPs = [][]byte{ocspOf(t, p.sub, signtest.Answer{Cert: cert, This: days(2), Next: days(3)})}
			return e
		}(), sign.RevocationRevoked},
		"a hold that was lifted": {func() *sign.Evidence {
			e := crl(p.sub, days(1), days(9), signtest.Revoked{Cert: cert, At: days(-1), Reason: onHold})
			e.OCSPs = [][]byte{ocspOf(t, p.sub, signtest.Answer{Cert: cert, This: days(5), Next: days(6)})}
			return e
		}(), sign.RevocationGood},
		"the intermediate revoked": {&sign.Evidence{CRLs: [][]byte{
			crlOf(t, p.root, signtest.CRL{This: days(1), Next: days(9), Entries: []signtest.Revoked{{Cert: p.sub.Cert, At: days(-1)}}}),
			crlOf(t, p.sub, signtest.CRL{This: days(1), Next: days(9)}),
		}}, sign.RevocationRevoked},
		"the intermediate unknown": {&sign.Evidence{CRLs: [][]byte{crlOf(t, p.sub, signtest.CRL{This: days(1), Next: days(9)})}}, sign.RevocationUnknown},
	} {
		t.Run(name, func(t *testing.T) {
			out := mustSign(t, signtest.Blank(1), p.agency, signtest.Options{Time: signed})
			s := validate(t, out, sign.Options{Trust: p.full, AsOf: today, Evidence: c.ev}).Signatures[0]
			assert.Equal(t, sign.Trusted, s.Trust)
			assert.Equal(t, c.want, s.Revocation, s.Reasons)
			require.Len(t, s.Statuses, 2, "signer and intermediate, not the anchor")
			switch c.want {
			case sign.RevocationRevoked:
				assert.Equal(t, sign.TotalFailed, s.Indication)
				assert.Equal(t, sign.SubRevoked, s.Sub)
				assert.True(t, s.Has(sign.CodeRevoked))
			case sign.RevocationRevokedLater:
				assert.Equal(t, sign.Indeterminate, s.Indication)
				assert.True(t, s.Has(sign.CodeRevokedLater))
			case sign.RevocationUnknown:
				assert.True(t, s.Has(sign.CodeRevocationUnknown))
			case sign.RevocationGood:
				assert.False(t, s.Has(sign.CodeRevocationUnknown))
				assert.NotEmpty(t, s.Statuses[0].Kind)
				assert.Equal(t, "folder", s.Statuses[0].Origin)
			}
		})
	}
}

// TestRevokedAfterProof: a timestamp from before the revocation keeps the
// signature good.
func TestRevokedAfterProof(t *testing.T) {
	p := testPKI()
	later := &sign.Evidence{CRLs: [][]byte{
		crlOf(t, p.root, signtest.CRL{This: days(9), Next: days(900)}),
		crlOf(t, p.sub, signtest.CRL{This: days(9), Next: days(900), Entries: []signtest.Revoked{{Cert: p.person.Cert, At: days(5), Reason: keyCompromise}}}),
	}}
	out := mustSign(t, signtest.Blank(1), p.person, signtest.Options{Time: signed, CMS: signtest.CMS{TSA: p.tsa, TSATime: signed.Add(time.Minute)}})
	s := validate(t, out, sign.Options{Trust: p.full, AsOf: today, Evidence: later}).Signatures[0]
	assert.Equal(t, sign.RevocationGood, s.Revocation, s.Reasons)
	assert.Equal(t, sign.TotalPassed, s.Indication, s.Reasons)
	assert.Equal(t, "keyCompromise", s.Statuses[0].Reason)

	// Proven only from after the revocation.
	out = mustSign(t, signtest.Blank(1), p.person, signtest.Options{Time: signed, CMS: signtest.CMS{TSA: p.tsa, TSATime: days(6)}})
	s = validate(t, out, sign.Options{Trust: p.full, AsOf: today, Evidence: later}).Signatures[0]
	assert.Equal(t, sign.RevocationRevoked, s.Revocation)
	assert.Equal(t, sign.TotalFailed, s.Indication)
}

// TestRevokedTSA: RFC 3161 clause 4 tells reasons that leave older tokens valid
// from those that do not.
func TestRevokedTSA(t *testing.T) {
	p := testPKI()
	for name, c := range map[string]struct {
		at     time.Time
		reason int
		proven bool
	}{
		"before the token":       {days(-1), superseded, false},
		"after, superseded":      {days(5), superseded, true},
		"after, compromised":     {days(5), keyCompromise, false},
		"after, without reason":  {days(5), 0, false},
		"after, ceased to exist": {days(5), 5, true},
	} {
		t.Run(name, func(t *testing.T) {
			ev := &sign.Evidence{CRLs: [][]byte{crlOf(t, p.root, signtest.CRL{This: days(9), Next: days(900), Entries: []signtest.Revoked{{Cert: p.tsa.Cert, At: c.at, Reason: c.reason}}})}}
			out := mustSign(t, signtest.Blank(1), p.person, signtest.Options{Time: signed, CMS: signtest.CMS{TSA: p.tsa, TSATime: signed.Add(time.Minute)}})
			s := validate(t, out, sign.Options{Trust: p.full, AsOf: today, Evidence: ev}).Signatures[0]
			assert.Equal(t, c.proven, !s.Proven.IsZero(), s.Timestamp.Reasons)

			out = mustSign(t, signtest.Blank(1), p.person, signtest.Options{Time: signed})
			out, err := signtest.Timestamp(out, p.tsa, signed.Add(time.Minute), "")
			require.NoError(t, err)
			rep := validate(t, out, sign.Options{Trust: p.full, AsOf: today, Evidence: ev})
			assert.Equal(t, c.proven, !rep.Signatures[0].Proven.IsZero(), rep.Signatures[1].Reasons)
			assert.Equal(t, c.proven, rep.Signatures[1].Indication == sign.TotalPassed, rep.Signatures[1].Reasons)
		})
	}
}

// TestEmbeddedRevocation: each place in a file where revocation data may stand.
func TestEmbeddedRevocation(t *testing.T) {
	p := testPKI()
	rootCRL := crlOf(t, p.root, signtest.CRL{This: days(-5), Next: days(900)})
	good := ocspOf(t, p.sub, signtest.Answer{Cert: p.person.Cert, This: days(0), Next: days(1)})
	subCRL := crlOf(t, p.sub, signtest.CRL{This: days(-1), Next: days(9)})
	for name, c := range map[string]struct {
		cms    signtest.CMS
		store  *signtest.Revocation
		origin string
	}{
		"archive of Adobe products": {cms: signtest.CMS{Archive: &signtest.Revocation{CRLs: [][]byte{rootCRL}, OCSPs: [][]byte{good}}}, origin: "cms"},
		"crls of the CMS":           {cms: signtest.CMS{CRLs: [][]byte{rootCRL, subCRL}}, origin: "cms"},
		"security store":            {store: &signtest.Revocation{CRLs: [][]byte{rootCRL}, OCSPs: [][]byte{good}}, origin: "dss"},
	} {
		t.Run(name, func(t *testing.T) {
			out := mustSign(t, signtest.Blank(1), p.person, signtest.Options{Time: signed, CMS: c.cms})
			if c.store != nil {
				var err error
				out, err = signtest.AddRevocation(out, *c.store)
				require.NoError(t, err)
			}
			s := validate(t, out, sign.Options{Trust: p.full, AsOf: today}).Signatures[0]
			assert.Equal(t, sign.RevocationGood, s.Revocation, s.Reasons)
			assert.Equal(t, c.origin, s.Statuses[0].Origin)
			assert.Equal(t, sign.TotalPassed, s.Indication)
			assert.NotEqual(t, sign.ChangesOther, s.Changes)
		})
	}
}

// TestLevels: from a plain signature to long-term archiving.
func TestLevels(t *testing.T) {
	p := testPKI()
	level := func(b []byte) string {
		return validate(t, b, sign.Options{Trust: p.full, AsOf: today}).Signatures[0].Level
	}
	out := mustSign(t, signtest.Blank(1), p.person, signtest.Options{Time: signed, SubFilter: signtest.PKCS7})
	assert.Empty(t, level(out))
	out = mustSign(t, signtest.Blank(1), p.person, signtest.Options{Time: signed})
	assert.Equal(t, "B-B", level(out))
	out = mustSign(t, signtest.Blank(1), p.person, signtest.Options{Time: signed, CMS: signtest.CMS{TSA: p.tsa, TSATime: signed}})
	assert.Equal(t, "B-T", level(out))
	out, err := signtest.AddRevocation(out, signtest.Revocation{
		CRLs:  [][]byte{crlOf(t, p.root, signtest.CRL{This: days(0), Next: days(9)}), crlOf(t, p.sub, signtest.CRL{This: days(0), Next: days(9)})},
		Certs: []*x509.Certificate{p.sub.Cert},
	})
	require.NoError(t, err)
	assert.Equal(t, "B-LT", level(out))
	stamped, err := signtest.Timestamp(out, p.tsa, days(1), "")
	require.NoError(t, err)
	assert.Equal(t, "B-LTA", level(stamped))

	// The timestamp comes before the data and does not cover it.
	out = mustSign(t, signtest.Blank(1), p.person, signtest.Options{Time: signed, CMS: signtest.CMS{TSA: p.tsa, TSATime: signed}})
	out, err = signtest.AddRevocation(out, signtest.Revocation{Certs: p.sub.Certs()})
	require.NoError(t, err)
	out, err = signtest.Timestamp(out, p.tsa, days(1), "")
	require.NoError(t, err)
	out, err = signtest.AddRevocation(out, signtest.Revocation{
		CRLs: [][]byte{crlOf(t, p.root, signtest.CRL{This: days(0), Next: days(9)}), crlOf(t, p.sub, signtest.CRL{This: days(0), Next: days(9)})},
	})
	require.NoError(t, err)
	assert.Equal(t, "B-LT", level(out))
}

// TestStoreHelpsTheChain: an intermediate in the security store completes a path.
func TestStoreHelpsTheChain(t *testing.T) {
	p := testPKI()
	out := mustSign(t, signtest.Blank(1), p.person, signtest.Options{Time: signed})
	assert.Equal(t, sign.IncompleteChain, validate(t, out, sign.Options{Trust: p.trust, AsOf: today}).Signatures[0].Trust)
	out, err := signtest.AddRevocation(out, signtest.Revocation{Certs: []*x509.Certificate{p.sub.Cert}})
	require.NoError(t, err)
	assert.Equal(t, sign.Trusted, validate(t, out, sign.Options{Trust: p.trust, AsOf: today}).Signatures[0].Trust)
}

// fakeNet answers from memory and counts.
type fakeNet struct {
	crls, certs map[string][]byte
	ocsp        func(req *ocsp.Request) []byte
	asked       map[string]int
}

var errNet = errors.New("no such host")

func (f *fakeNet) CRL(_ context.Context, url string) ([]byte, error) {
	f.asked[url]++
	if b := f.crls[url]; b != nil {
		return b, nil
	}
	return nil, errNet
}

func (f *fakeNet) OCSP(_ context.Context, url string, raw []byte) ([]byte, error) {
	f.asked[url]++
	req, err := ocsp.ParseRequest(raw)
	if err != nil || f.ocsp == nil {
		return nil, errNet
	}
	return f.ocsp(req), nil
}

func (f *fakeNet) Certificate(_ context.Context, url string) ([]*x509.Certificate, error) {
	f.asked[url]++
	c, err := x509.ParseCertificate(f.certs[url])
	if err != nil {
		return nil, errNet
	}
	return []*x509.Certificate{c}, nil
}

// TestOnline: what is missing is fetched, and only what is missing.
func TestOnline(t *testing.T) {
	const crlURL, ocspURL, subURL, rootURL = "http://ca.invalid/sub.crl", "http://ocsp.invalid", "http://ca.invalid/sub.crt", "http://ca.invalid/root.crl"
	root, err := signtest.NewAuthority("net", signtest.Subject{CommonName: "Root"})
	require.NoError(t, err)
	sub, err := root.Sub(signtest.Subject{CommonName: "Sub", CRL: rootURL})
	require.NoError(t, err)
	id, err := sub.Issue(signtest.Subject{CommonName: "UBND xã Tân Khánh Đông", CRL: crlURL, OCSP: ocspURL, Issuers: subURL})
	require.NoError(t, err)
	net := func() *fakeNet {
		return &fakeNet{asked: map[string]int{}, certs: map[string][]byte{subURL: sub.Cert.Raw}, crls: map[string][]byte{
			rootURL: crlOf(t, root, signtest.CRL{This: days(9), Next: days(900)}),
			crlURL:  crlOf(t, sub, signtest.CRL{This: days(9), Next: days(900), Entries: []signtest.Revoked{{Cert: id.Cert, At: days(-9)}}}),
		}}
	}
	trust := sign.NewTrust(root.Certs(), nil)
	out := mustSign(t, signtest.Blank(1), id, signtest.Options{Time: signed})

	s := validate(t, out, sign.Options{Trust: trust, AsOf: today}).Signatures[0]
	assert.Equal(t, sign.IncompleteChain, s.Trust, "offline")

	n := net()
	s = validate(t, out, sign.Options{Trust: trust, AsOf: today, Fetch: n}).Signatures[0]
	assert.Equal(t, sign.Trusted, s.Trust, s.Reasons)
	assert.Equal(t, sign.RevocationRevoked, s.Revocation)
	assert.Equal(t, "online", s.Statuses[0].Origin)
	assert.Equal(t, map[string]int{subURL: 1, ocspURL: 1, crlURL: 1, rootURL: 1}, n.asked)

	n = net()
	delete(n.certs, subURL)
	s = validate(t, out, sign.Options{Trust: trust, AsOf: today, Fetch: n}).Signatures[0]
	assert.Equal(t, sign.IncompleteChain, s.Trust)
	assert.Contains(t, s.Reasons, sign.Reason{Code: sign.CodeRevocationBad, Args: []string{"certificate", "online", errNet.Error()}})

	n = net()
	n.ocsp = func(req *ocsp.Request) []byte {
		assert.Equal(t, id.Cert.SerialNumber, req.SerialNumber)
		return ocspOf(t, sub, signtest.Answer{Cert: id.Cert, This: days(20), Next: days(21)})
	}
	delete(n.crls, crlURL)
	s = validate(t, out, sign.Options{Trust: trust, AsOf: today, Fetch: n}).Signatures[0]
	assert.Equal(t, sign.RevocationGood, s.Revocation, s.Reasons)

	n = net()
	ev := &sign.Evidence{Certs: sub.Certs(), CRLs: [][]byte{n.crls[rootURL], crlOf(t, sub, signtest.CRL{This: days(9), Next: days(900)})}}
	s = validate(t, out, sign.Options{Trust: trust, AsOf: today, Fetch: n, Evidence: ev}).Signatures[0]
	assert.Equal(t, sign.RevocationGood, s.Revocation)
	assert.Empty(t, n.asked, "nothing was missing")

	n = net()
	cached := sign.Cached(n)
	for range 3 {
		validate(t, out, sign.Options{Trust: trust, AsOf: today, Fetch: cached})
	}
	assert.Equal(t, 1, n.asked[crlURL])
}

func TestLoadEvidence(t *testing.T) {
	p := testPKI()
	crl := crlOf(t, p.sub, signtest.CRL{This: days(9), Next: days(900)})
	answer := ocspOf(t, p.sub, signtest.Answer{Cert: p.agency.Cert, This: days(0), Next: days(1)})
	ev, err := sign.LoadEvidence(fstest.MapFS{
		"sub.crl": {Data: crl}, "a/b.ocsp": {Data: answer}, "sub.pem": {Data: p.sub.PEM()}, "README.txt": {Data: []byte("x")},
	})
	require.NoError(t, err)
	assert.Len(t, ev.CRLs, 1)
	assert.Len(t, ev.OCSPs, 1)
	assert.Len(t, ev.Certs, 1)
	for _, name := range []string{"bad.crl", "bad.ocsp", "bad.crt"} {
		_, err := sign.LoadEvidence(fstest.MapFS{name: {Data: []byte("garbage")}})
		assert.ErrorContains(t, err, name)
	}
}

// TestSkew: local time written as UTC, told with and without a timestamp.
func TestSkew(t *testing.T) {
	p := testPKI()
	wrong := signed.Add(7 * time.Hour) // 08:30 +07:00 written as 08:30Z
	s := one(t, mustSign(t, signtest.Blank(1), p.person, signtest.Options{Time: wrong, CMS: signtest.CMS{TSA: p.tsa, TSATime: signed.Add(20 * time.Second)}}))
	assert.InDelta(t, (7 * time.Hour).Seconds(), s.Skew.Seconds(), 60)
	assert.True(t, s.Has(sign.CodeTimeSkew))
	s = one(t, mustSign(t, signtest.Blank(1), p.person, signtest.Options{Time: wrong, M: signed}))
	assert.Equal(t, 7*time.Hour, s.Skew)
	for _, o := range []signtest.Options{
		{Time: signed}, {Time: signed, M: signed.Add(time.Minute)},
		{Time: signed, CMS: signtest.CMS{TSA: p.tsa, TSATime: signed.Add(2 * time.Minute)}},
		{Time: signed, CMS: signtest.CMS{TSA: p.tsa, TSATime: days(30)}}, // stamped later on purpose
	} {
		s := one(t, mustSign(t, signtest.Blank(1), p.person, o))
		assert.Zero(t, s.Skew)
	}
}

func TestTimestampOrder(t *testing.T) {
	p := testPKI()
	out := mustSign(t, signtest.Blank(1), p.person, signtest.Options{Time: signed, CMS: signtest.CMS{TSA: p.tsa, TSATime: days(2)}})
	out, err := signtest.Timestamp(out, p.tsa, days(1), "")
	require.NoError(t, err)
	s := validate(t, out, sign.Options{Trust: p.full, AsOf: today}).Signatures[0]
	assert.Equal(t, sign.Indeterminate, s.Indication)
	assert.Equal(t, sign.SubTimestampOrder, s.Sub, s.Reasons)
}

func TestTestCertificate(t *testing.T) {
	p := testPKI()
	for cn, want := range map[string]bool{
		"TEST USER": true, "Nguyễn Văn Thử Nghiệm 01": true, "demo-signer": true, "Contest Office": false, "Nguyễn Văn Mẫu": false, "Latest": false,
	} {
		ca, err := signtest.NewAuthority("tc", signtest.Subject{CommonName: "Root CA", Key: signtest.P256})
		require.NoError(t, err)
		id, err := ca.Issue(signtest.Subject{CommonName: cn, Key: signtest.P256})
		require.NoError(t, err)
		s := validate(t, mustSign(t, signtest.Blank(1), id, signtest.Options{Time: signed, Page: 1, Box: pdf.Box{X: 1, Y: 1, W: 5, H: 5}}), sign.Options{Trust: sign.NewTrust(ca.Certs(), nil)}).Signatures[0]
		assert.Equal(t, want, s.Has(sign.CodeTestCertificate), cn)
	}
	assert.NotNil(t, p)
}

// TestAnchorLookalike: a certificate that bears the name and the key of an anchor
// lends the path neither its term nor its lack of constraints.
func TestAnchorLookalike(t *testing.T) {
	for name, c := range map[string]struct {
		root  signtest.Subject
		state sign.TrustState
		sub   sign.Sub
	}{
		"term":        {signtest.Subject{CommonName: "Root", NotAfter: days(-30)}, sign.Trusted, sign.SubOutOfBoundsNoPOE},
		"path length": {signtest.Subject{CommonName: "Root", MaxPathLen: -1}, sign.ChainInvalid, sign.SubChainGeneral},
	} {
		t.Run(name, func(t *testing.T) {
			root, err := signtest.NewAuthority("lookalike", c.root)
			require.NoError(t, err)
			free, err := signtest.NewAuthority("lookalike", signtest.Subject{CommonName: "Root"})
			require.NoError(t, err)
			require.Equal(t, root.Cert.RawSubjectPublicKeyInfo, free.Cert.RawSubjectPublicKeyInfo, "the same key")
			sub, err := root.Sub(signtest.Subject{CommonName: "Sub"})
			require.NoError(t, err)
			id, err := sub.Issue(signtest.Subject{CommonName: "An"})
			require.NoError(t, err)
			out := mustSign(t, signtest.Blank(1), id, signtest.Options{Time: signed, CMS: signtest.CMS{Extra: sub.Certs()}})
			out, err = signtest.AddRevocation(out, signtest.Revocation{Certs: free.Certs()})
			require.NoError(t, err)
			s := validate(t, out, sign.Options{Trust: sign.NewTrust(root.Certs(), nil), AsOf: today}).Signatures[0]
			assert.Equal(t, c.state, s.Trust, s.Reasons)
			assert.Equal(t, sign.Indeterminate, s.Indication)
			assert.Equal(t, c.sub, s.Sub)
		})
	}
}

// TestNamesakeCRL: a CRL of an authority that has the issuer's name counts only
// where it leads to the anchor of the path, and in term.
func TestNamesakeCRL(t *testing.T) {
	one, err := signtest.NewAuthority("one", signtest.Subject{CommonName: "Root One"})
	require.NoError(t, err)
	two, err := signtest.NewAuthority("two", signtest.Subject{CommonName: "Root Two"})
	require.NoError(t, err)
	issuer, err := one.Sub(signtest.Subject{CommonName: "Issuing CA"})
	require.NoError(t, err)
	id, err := issuer.Issue(signtest.Subject{CommonName: "An"})
	require.NoError(t, err)
	renewed := func(a *signtest.Authority, until time.Time) *signtest.Authority {
		sub, err := a.Sub(signtest.Subject{CommonName: "Issuing CA", NotAfter: until, Key: signtest.RSA3072})
		require.NoError(t, err)
		return sub
	}
	out := mustSign(t, signtest.Blank(1), id, signtest.Options{Time: signed, CMS: signtest.CMS{Extra: issuer.Certs()}})
	trust := sign.NewTrust(append(one.Certs(), two.Cert), nil)
	for name, c := range map[string]struct {
		by   *signtest.Authority
		want sign.Revocation
	}{
		"renewed":          {renewed(one, time.Time{}), sign.RevocationGood},
		"renewed, expired": {renewed(one, days(-9)), sign.RevocationUnknown},
		"a namesake":       {renewed(two, time.Time{}), sign.RevocationUnknown},
	} {
		t.Run(name, func(t *testing.T) {
			ev := &sign.Evidence{CRLs: [][]byte{crlOf(t, c.by, signtest.CRL{This: days(1), Next: days(9)})}, Certs: c.by.Certs()}
			s := validate(t, out, sign.Options{Trust: trust, AsOf: today, Evidence: ev}).Signatures[0]
			require.Equal(t, sign.Trusted, s.Trust, s.Reasons)
			require.NotEmpty(t, s.Statuses)
			assert.Equal(t, c.want, s.Statuses[0].Revocation, s.Reasons)
		})
	}
}
