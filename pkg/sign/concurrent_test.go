package sign_test

import (
	"bytes"
	"context"
	"sync"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/tthclint/tthclint/pkg/pdf"
	"github.com/tthclint/tthclint/pkg/sign"
	"github.com/tthclint/tthclint/pkg/sign/signtest"
)

// TestConcurrent: one open file and one trust store serve many goroutines.
func TestConcurrent(t *testing.T) {
	p := testPKI()
	out := mustSign(t, signtest.Blank(3), p.person, signtest.Options{Time: signed, XRefStream: true})
	out = mustSign(t, out, p.agency, signtest.Options{Time: signed})
	r := bytes.NewReader(out)
	f, err := pdf.Open(r, int64(len(out)), pdf.Limits{})
	require.NoError(t, err)
	var wg sync.WaitGroup
	for range 8 {
		wg.Go(func() {
			rep, err := sign.ValidateFile(context.Background(), r, f, sign.Options{Trust: p.full})
			if assert.NoError(t, err) && assert.Len(t, rep.Signatures, 2) {
				assert.Equal(t, sign.TotalPassed, rep.Signatures[1].Indication)
			}
		})
	}
	wg.Wait()
}
