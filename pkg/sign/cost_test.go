package sign_test

import (
	"bytes"
	"context"
	"fmt"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/tthclint/tthclint/pkg/sign"
	"github.com/tthclint/tthclint/pkg/sign/signtest"
)

// TestCost: many pages under many revisions, each of which changes a page. What
// is not looked at any more counts as unexplained.
func TestCost(t *testing.T) {
	p := testPKI()
	var b bytes.Buffer
	out := mustSign(t, signtest.Blank(2000), p.person, signtest.Options{Time: signed})
	b.Write(out)
	u, err := signtest.NewUpdate(out)
	require.NoError(t, err)
	prev := u.File.Revisions()[1].XRef
	size, _ := u.View.Number(u.View.Trailer().Get("Size"))
	for range 600 {
		obj := b.Len()
		fmt.Fprintf(&b, "3 0 obj\n%s\nendobj\n", signtest.Format(u.View.Pages()[0].Dict))
		at := b.Len()
		fmt.Fprintf(&b, "xref\n3 1\n%010d 00000 n \ntrailer\n<</Size %d /Root 1 0 R /Prev %d>>\nstartxref\n%d\n%%%%EOF\n", obj, int(size), prev, at)
		prev = int64(at)
	}
	start := time.Now()
	rep := validate(t, b.Bytes(), sign.Options{Trust: p.full, Limits: sign.Limits{Objects: 200_000}})
	took := time.Since(start)
	t.Log(took)
	assert.Less(t, took, 30*time.Second)
	s := &rep.Signatures[0]
	assert.Equal(t, sign.Intact, s.Integrity)
	assert.Equal(t, sign.ChangesOther, s.Changes)
	assert.True(t, s.Has(sign.CodeChangeAnalysisLimited))

	ctx, cancel := context.WithTimeout(context.Background(), 20*time.Millisecond)
	defer cancel()
	start = time.Now()
	_, err = sign.Validate(ctx, bytes.NewReader(b.Bytes()), int64(b.Len()), sign.Options{})
	assert.ErrorIs(t, err, context.DeadlineExceeded)
	assert.Less(t, time.Since(start), 5*time.Second)
}
