package sign_test

import (
	"bytes"
	"context"
	"math/rand/v2"
	"os"
	"path/filepath"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/tthclint/tthclint/pkg/pdf"
	"github.com/tthclint/tthclint/pkg/sign"
	"github.com/tthclint/tthclint/pkg/sign/signtest"
)

// TestEveryByte: whatever bit of a signed file is changed, but for the padding
// behind the CMS, the file does not pass as it was.
func TestEveryByte(t *testing.T) {
	p := testPKI()
	out := mustSign(t, signtest.Blank(1), p.person, signtest.Options{Time: signed, Reserve: 2600, Page: 1, Box: stamp, Lines: []string{"x"}})
	s := one(t, out)
	require.Equal(t, sign.TotalPassed, s.Indication)
	gap := s.ByteRange[1:3]
	der := bytes.TrimRight(out[gap[0]+1:gap[1]-1], "0")
	padding := gap[0] + 1 + int64(len(der)+len(der)%2)
	for i := range out {
		for _, bit := range []byte{1, 0x20} {
			if int64(i) > gap[0] && int64(i) < gap[1] && i%32 != 0 {
				continue // the CMS is long and much the same all along
			}
			b := bytes.Clone(out)
			b[i] ^= bit
			rep, err := sign.Validate(context.Background(), bytes.NewReader(b), int64(len(b)), sign.Options{Trust: p.full})
			if err != nil || len(rep.Signatures) == 0 {
				continue
			}
			if rep.Signatures[0].Indication != sign.TotalPassed || int64(i) >= padding && int64(i) < gap[1]-1 {
				continue
			}
			// Hexadecimal digits mean the same in either case.
			if int64(i) > gap[0] && int64(i) < gap[1] && bit == 0x20 && out[i] >= 'a' {
				continue
			}
			// digestAlgorithms, in front, is a hint that nobody signs (RFC 5652 5.1).
			if int64(i) > gap[0] && int64(i) < gap[0]+100 {
				continue
			}
			t.Errorf("offset %d (%q): bit %#x changed, and it passes", i, out[max(i-10, 0):min(i+10, len(out))], bit)
		}
	}
}

// TestDamage: cut and damaged files of the corpus neither crash nor hang, and
// are never better than what they were.
func TestDamage(t *testing.T) {
	dir, rows := corpus(t)
	rng := rand.New(rand.NewPCG(1, 2))
	for _, r := range rows {
		orig, err := os.ReadFile(filepath.Join(dir, r.file))
		require.NoError(t, err)
		if len(orig) > 300_000 {
			continue
		}
		for k := range 12 {
			b := bytes.Clone(orig)
			switch {
			case k < 4:
				b = b[:rng.IntN(len(b))]
			default:
				for range 1 + rng.IntN(20) {
					b[rng.IntN(len(b))] = byte(rng.IntN(256))
				}
			}
			start := time.Now()
			rep, err := sign.Validate(context.Background(), bytes.NewReader(b), int64(len(b)), sign.Options{})
			assert.Less(t, time.Since(start), 5*time.Second, r.file)
			if err != nil {
				assert.NotContains(t, err.Error(), "internal", r.file)
				continue
			}
			for i := range rep.Signatures {
				assert.False(t, rep.Signatures[i].Has(sign.CodeInternal), "%s %v", r.file, rep.Signatures[i].Reasons)
			}
		}
	}
}

// TestCutAtEveryRevision: a file cut where a revision ends is that revision.
func TestCutAtEveryRevision(t *testing.T) {
	p := testPKI()
	out := signtest.Blank(1)
	for range 4 {
		out = mustSign(t, out, p.person, signtest.Options{Time: signed})
	}
	f, err := pdf.Open(bytes.NewReader(out), int64(len(out)), pdf.Limits{})
	require.NoError(t, err)
	for i, r := range f.Revisions() {
		rep := validate(t, out[:r.End], sign.Options{Trust: p.full})
		assert.Len(t, rep.Signatures, i)
		for j := range rep.Signatures {
			assert.Equal(t, sign.TotalPassed, rep.Signatures[j].Indication)
		}
		if i > 0 {
			assert.Equal(t, sign.WholeFile, rep.Signatures[i-1].Coverage)
		}
	}
}
