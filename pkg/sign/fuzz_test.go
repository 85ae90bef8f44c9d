package sign

import (
	"bytes"
	"crypto"
	"encoding/asn1"
	"os"
	"path/filepath"
	"testing"
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
	e := &engine{}
	f.Fuzz(func(t *testing.T, b []byte) {
		sd, err := parseCMS(b)
		if err != nil {
			return
		}
		digest := func(h crypto.Hash) []byte { return make([]byte, h.Size()) }
		v := verifyCMS(sd, oidData, digest, nil)
		if v.integrity == Intact {
			t.Fatal("intact over a digest of zeros")
		}
		v, _ = verifyToken(sd, digest, nil)
		if v.integrity == Intact {
			t.Fatal("token over a digest of zeros")
		}
		if v.info != nil {
			e.signatureTimestamp(v.info, sd.certs)
		}
		if v.signer != nil {
			e.chain(v.signer, sd.certs, v.time)
		}
	})
}
