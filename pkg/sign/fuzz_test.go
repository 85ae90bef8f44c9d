package sign

import (
	"bytes"
	"context"
	"crypto"
	"encoding/asn1"
	"os"
	"path/filepath"
	"testing"

	"github.com/tthclint/tthclint/pkg/pdf"
)

func seeds(f *testing.F) {
	names, _ := filepath.Glob(filepath.Join("testdata", "*.der"))
	for _, name := range names {
		b, err := os.ReadFile(name)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(b)
	}
}

// FuzzBER: what comes out is in DER length form, comes out unchanged a second
// time and consumes no more than went in.
func FuzzBER(f *testing.F) {
	seeds(f)
	f.Add([]byte{0x30, 0x80, 0x24, 0x80, 0x04, 0x01, 'a', 0x04, 0x01, 'b', 0, 0, 0, 0})
	f.Add([]byte{0x30, 0x83, 0, 0, 2, 5, 0})
	f.Fuzz(func(t *testing.T, b []byte) {
		der, rest, err := normaliseBER(b)
		if err != nil {
			return
		}
		if len(rest) > len(b) {
			t.Fatal("rest longer than the input")
		}
		again, tail, err := normaliseBER(der)
		if err != nil || len(tail) > 0 || !bytes.Equal(der, again) {
			t.Fatalf("not stable: %x, %x, %v", der, again, err)
		}
		var raw asn1.RawValue
		_, _ = asn1.Unmarshal(der, &raw)
	})
}

// FuzzCMS: any bytes are parsed and judged as signature and as timestamp, and
// are never intact by chance.
func FuzzCMS(f *testing.F) {
	seeds(f)
	e := &engine{ctx: context.Background(), dss: &store{}}
	f.Fuzz(func(t *testing.T, b []byte) {
		sd, err := parseCMS(b, &certificates{})
		if err != nil {
			return
		}
		digest := func(h crypto.Hash) []byte { return make([]byte, newHash(h).Size()) }
		v := verifyCMS(sd, oidData, digest, nil)
		if v.integrity == Intact {
			t.Fatal("intact over a digest of zeros")
		}
		v, _ = verifyToken(sd, digest, nil)
		if v.integrity == Intact {
			t.Fatal("token over a digest of zeros")
		}
		if v.info != nil {
			pool, _ := sd.revocation(parseCertificate)
			e.signatureTimestamps(&work{s: &Signature{Certificates: sd.certs}, info: v.info, rev: []*revocationPool{pool}})
		}
		if v.signer != nil {
			e.chain(v.signer, sd.certs, v.time)
		}
	})
}

// FuzzValidate runs the whole engine without its safety nets: fields, ranges
// and changes of any bytes.
func FuzzValidate(f *testing.F) {
	names, _ := filepath.Glob(filepath.Join("..", "pdf", "testdata", "*.pdf"))
	for _, name := range names {
		b, err := os.ReadFile(name)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(b)
	}
	o := Options{Limits: Limits{Objects: 20_000, Signatures: 20, PDF: pdf.Limits{Objects: 20_000, Stream: 1 << 20, Object: 1 << 20, Revisions: 100, Pages: 1000}}}
	f.Fuzz(func(t *testing.T, b []byte) {
		file, err := pdf.Open(bytes.NewReader(b), int64(len(b)), o.Limits.PDF)
		if err != nil {
			return
		}
		opt := o
		opt.Limits = opt.Limits.withDefaults()
		rep, err := validate(context.Background(), bytes.NewReader(b), file, opt)
		if err != nil {
			return
		}
		for i := range rep.Signatures {
			s := &rep.Signatures[i]
			if s.Indication == TotalPassed {
				t.Fatal("passed without an anchor")
			}
			if s.Has(CodeInternal) {
				t.Fatal(s.Reasons)
			}
		}
	})
}
