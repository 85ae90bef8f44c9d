package sign_test

import (
	"bytes"
	"context"
	"sync"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/tthclint/tthclint/pkg/pdf"
	"github.com/tthclint/tthclint/pkg/sign"
	"github.com/tthclint/tthclint/pkg/sign/signtest"
)

var (
	signed = time.Date(2023, 9, 11, 8, 30, 0, 0, time.FixedZone("", 7*3600))
	today  = time.Date(2026, 11, 23, 0, 0, 0, 0, time.UTC)
	stamp  = pdf.Box{X: 120, Y: 10, W: 60, H: 20}
)

// pki is what most tests sign with.
type pki struct {
	root, sub      *signtest.Authority
	agency, person *signtest.Identity
	tsa            *signtest.Identity
	trust          *sign.Trust
	full           *sign.Trust // with the intermediate
}

var testPKI = sync.OnceValue(func() *pki {
	p := &pki{}
	var err error
	check := func(e error) {
		if e != nil {
			panic(e)
		}
	}
	p.root, err = signtest.NewAuthority("test", signtest.Subject{CommonName: "Root", Organization: "Test"})
	check(err)
	p.sub, err = p.root.Sub(signtest.Subject{CommonName: "Sub", Organization: "Test"})
	check(err)
	p.agency, err = p.sub.Issue(signtest.Subject{CommonName: "ỦY BAN NHÂN DÂN PHƯỜNG SA ĐÉC", Organization: "UBND TỈNH ĐỒNG THÁP", UID: "MST:1400000000",
		NotBefore: time.Date(2021, 11, 17, 0, 0, 0, 0, time.UTC), NotAfter: time.Date(2026, 11, 16, 0, 0, 0, 0, time.UTC)})
	check(err)
	p.person, err = p.sub.Issue(signtest.Subject{CommonName: "Nguyễn Văn An", Organization: "UBND PHƯỜNG"})
	check(err)
	p.tsa, err = p.root.IssueTSA(signtest.Subject{CommonName: "TSA"})
	check(err)
	p.trust = sign.NewTrust(p.root.Certs(), nil)
	p.full = sign.NewTrust(p.root.Certs(), p.sub.Certs())
	return p
})

func validate(t testing.TB, b []byte, o sign.Options) *sign.Report {
	t.Helper()
	rep, err := sign.Validate(context.Background(), bytes.NewReader(b), int64(len(b)), o)
	require.NoError(t, err)
	return rep
}

// one validates a file with one signature against full trust.
func one(t testing.TB, b []byte) *sign.Signature {
	t.Helper()
	rep := validate(t, b, sign.Options{Trust: testPKI().full, AsOf: today})
	require.Len(t, rep.Signatures, 1)
	return &rep.Signatures[0]
}

func mustSign(t testing.TB, src []byte, id *signtest.Identity, o signtest.Options) []byte {
	t.Helper()
	out, err := signtest.Sign(src, id, o)
	require.NoError(t, err)
	return out
}

func codesOf(rs []sign.Reason) []sign.Code {
	var out []sign.Code
	for _, r := range rs {
		out = append(out, r.Code)
	}
	return out
}
