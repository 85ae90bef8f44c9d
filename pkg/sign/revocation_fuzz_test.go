package sign

import (
	"context"
	"testing"
	"time"

	"golang.org/x/crypto/cryptobyte"

	"github.com/tthclint/tthclint/pkg/sign/signtest"
)

// FuzzRevocation: any bytes as a CRL, an OCSP answer and as the values of a CMS,
// asked about a certificate at a time. What is not signed by its issuer says
// nothing.
func FuzzRevocation(f *testing.F) {
	at := time.Date(2023, 9, 11, 0, 0, 0, 0, time.UTC)
	ca, err := signtest.NewAuthority("fuzz", signtest.Subject{CommonName: "CA", Key: signtest.P256})
	if err != nil {
		f.Fatal(err)
	}
	id, err := ca.Issue(signtest.Subject{CommonName: "Nguyễn Văn An", Key: signtest.P256})
	if err != nil {
		f.Fatal(err)
	}
	for _, c := range []signtest.CRL{
		{This: at, Next: at.AddDate(0, 0, 7)},
		{This: at, Next: at.AddDate(0, 0, 7), Entries: []signtest.Revoked{{Cert: id.Cert, At: at, Reason: 1, Invalid: at}}},
	} {
		b, err := ca.SignCRL(c)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(b)
	}
	b, err := ca.SignOCSP(signtest.Answer{Cert: id.Cert, This: at, Next: at.AddDate(0, 0, 1)})
	if err != nil {
		f.Fatal(err)
	}
	f.Add(b)
	f.Fuzz(func(t *testing.T, b []byte) {
		p := &revocationPool{}
		p.addCRL(b, originFolder)
		p.addOCSP(b, originFolder)
		p.addValues(cryptobyte.String(b), true)
		p.addValues(cryptobyte.String(b), false)
		(&signedData{crls: b}).revocation(parseCertificate)
		e := &engine{ctx: context.Background(), dss: &store{}, o: Options{Trust: NewTrust(ca.Certs(), nil)}}
		r := &revoker{e: e, pools: []*revocationPool{p}, bag: ca.Certs(), when: moment{at: at}}
		s := r.status(id.Cert, ca.Cert)
		if s.Revocation != RevocationUnknown && (s.ThisUpdate.IsZero() || s.Kind == "") {
			t.Fatalf("%+v", s)
		}
	})
}

// FuzzTSTInfo: any bytes as TSTInfo and as a Time.
func FuzzTSTInfo(f *testing.F) {
	f.Add([]byte{0x30, 0x03, 2, 1, 1})
	seeds(f)
	f.Fuzz(func(t *testing.T, b []byte) {
		if ti, err := parseTSTInfo(b); err == nil && ti.time.IsZero() {
			t.Fatal("a token without a time")
		}
		readTime(b)
	})
}
