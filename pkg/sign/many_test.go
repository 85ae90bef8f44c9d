package sign_test

import (
	"bytes"
	"context"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/tthclint/tthclint/pkg/sign"
	"github.com/tthclint/tthclint/pkg/sign/signtest"
)

// stampedScan is a scan with many signatures, each with a timestamp, and a
// security store and a document timestamp behind every fifth.
func stampedScan(tb testing.TB, n int) ([]byte, *sign.Trust) {
	tb.Helper()
	out, trust := scanOf(tb, 1<<20, 4, 0)
	p := testPKI()
	trust = trust.With(p.full)
	for i := range n {
		at := signed.Add(time.Duration(i) * time.Minute)
		out = mustSign(tb, out, p.person, signtest.Options{Time: at, Reserve: 8192, CMS: signtest.CMS{TSA: p.tsa, TSATime: at.Add(time.Second)}})
		if i%5 == 4 {
			var err error
			out, err = signtest.AddDSS(out, p.sub.Cert.Raw, p.root.Cert.Raw, p.tsa.Cert.Raw)
			require.NoError(tb, err)
			out, err = signtest.Timestamp(out, p.tsa, at.Add(2*time.Second), "")
			require.NoError(tb, err)
		}
	}
	return out, trust
}

// TestManyStamped: a hundred signatures with all that belongs to them are judged
// in well under a second, and each by itself.
func TestManyStamped(t *testing.T) {
	out, trust := stampedScan(t, 100)
	start := time.Now()
	rep := validate(t, out, sign.Options{Trust: trust, AsOf: today})
	took := time.Since(start)
	t.Log(took)
	// The machine may be busy and the race detector on; the target is in the
	// benchmarks.
	assert.Less(t, took, 10*time.Second)
	require.Len(t, rep.Signatures, 120)
	for i := range rep.Signatures {
		s := &rep.Signatures[i]
		assert.Equal(t, sign.TotalPassed, s.Indication, "%d %s %v %+v", i, s.Sub, s.Reasons, s.ChangeList)
		if s.Kind == sign.KindSignature {
			assert.False(t, s.Proven.IsZero(), i)
		}
	}
}

// TestOneOfManyChanged: a change between the signatures is told for those before
// it and for none behind it.
func TestOneOfManyChanged(t *testing.T) {
	p := testPKI()
	out := signtest.Blank(1)
	for i := range 25 {
		if i == 12 {
			var err error
			out, err = signtest.ReplaceContent(out, 1, "0 0 9 9 re f")
			require.NoError(t, err)
		}
		out = mustSign(t, out, p.person, signtest.Options{Time: signed, Reserve: 4096})
	}
	rep := validate(t, out, sign.Options{Trust: p.full})
	require.Len(t, rep.Signatures, 25)
	for i := range rep.Signatures {
		s := &rep.Signatures[i]
		assert.Equal(t, i < 12, s.Changes == sign.ChangesOther, i)
		assert.Equal(t, i >= 12, s.Indication == sign.TotalPassed, "%d %v", i, s.Reasons)
	}
}

func BenchmarkValidate25Stamped(b *testing.B)  { benchmarkStamped(b, 25) }
func BenchmarkValidate100Stamped(b *testing.B) { benchmarkStamped(b, 100) }

func benchmarkStamped(b *testing.B, n int) {
	data, trust := stampedScan(b, n)
	b.SetBytes(int64(len(data)))
	b.ReportAllocs()
	for b.Loop() {
		rep, err := sign.Validate(context.Background(), bytes.NewReader(data), int64(len(data)), sign.Options{Trust: trust, AsOf: today})
		if err != nil || len(rep.Signatures) != n+n/5 {
			b.Fatal(err, len(rep.Signatures))
		}
	}
}
