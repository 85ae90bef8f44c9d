package sign_test

import (
	"context"
	"math/rand/v2"
	"os"
	"testing"
	"time"

	"github.com/tthclint/tthclint/pkg/pdf"
	"github.com/tthclint/tthclint/pkg/sign"
	"github.com/tthclint/tthclint/pkg/sign/signtest"
)

// scanOf makes a signed scan of about size bytes: pages of random data in the
// place of JPEG streams, which validation never decodes.
func scanOf(tb testing.TB, size, pages, signatures int) ([]byte, *sign.Trust) {
	tb.Helper()
	rng := rand.NewChaCha8([32]byte{1})
	im := make([]signtest.Image, pages)
	for i := range im {
		b := make([]byte, size/pages)
		_, _ = rng.Read(b)
		im[i] = signtest.Image{W: 1654, H: 2339, Filter: "DCTDecode", Space: "DeviceRGB", Data: b}
	}
	ca, err := signtest.NewAuthority("bench", signtest.Subject{CommonName: "Bench Root"})
	if err != nil {
		tb.Fatal(err)
	}
	id, err := ca.Issue(signtest.Subject{CommonName: "UBND phường Sa Đéc"})
	if err != nil {
		tb.Fatal(err)
	}
	out := signtest.Scan(im...)
	for i := range signatures {
		out, err = signtest.Sign(out, id, signtest.Options{SubFilter: signtest.PKCS7, Time: time.Date(2023, 9, 11, 8, i, 0, 0, time.UTC), Page: 1, Box: pdf.Box{X: 10, Y: 10, W: 60, H: 20}})
		if err != nil {
			tb.Fatal(err)
		}
	}
	return out, sign.NewTrust(ca.Certs(), nil)
}

func benchmark(b *testing.B, size, pages, signatures int) {
	data, trust := scanOf(b, size, pages, signatures)
	// A file, as in use: what is read from it is not in the benchmark's memory.
	name := b.TempDir() + "/scan.pdf"
	if err := os.WriteFile(name, data, 0o600); err != nil {
		b.Fatal(err)
	}
	f, err := os.Open(name)
	if err != nil {
		b.Fatal(err)
	}
	defer f.Close()
	n := int64(len(data))
	data = nil
	b.SetBytes(n)
	b.ReportAllocs()
	for b.Loop() {
		rep, err := sign.Validate(context.Background(), f, n, sign.Options{Trust: trust})
		if err != nil || len(rep.Signatures) != signatures {
			b.Fatal(err)
		}
		for i := range rep.Signatures {
			if s := &rep.Signatures[i]; s.Indication != sign.TotalPassed {
				b.Fatal(s.Indication, s.Sub, s.Reasons)
			}
		}
	}
}

func BenchmarkValidate1MB(b *testing.B)           { benchmark(b, 1<<20, 4, 1) }
func BenchmarkValidate50MB(b *testing.B)          { benchmark(b, 50<<20, 100, 1) }
func BenchmarkValidate25Signatures(b *testing.B)  { benchmark(b, 1<<20, 4, 25) }
func BenchmarkValidate100Signatures(b *testing.B) { benchmark(b, 1<<20, 4, 100) }
