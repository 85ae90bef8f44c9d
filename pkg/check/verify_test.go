package check_test

import (
	"bytes"
	"context"
	"errors"
	"io"
	"os"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/tthclint/tthclint/pkg/check"
	"github.com/tthclint/tthclint/pkg/law"
	"github.com/tthclint/tthclint/pkg/lint"
	"github.com/tthclint/tthclint/pkg/sign"
	"github.com/tthclint/tthclint/pkg/sign/signtest"
)

func verify(t *testing.T, data []byte, o check.Options) *check.Verification {
	t.Helper()
	v, err := check.Verify(t.Context(), "a.pdf", bytes.NewReader(data), int64(len(data)), o)
	require.NoError(t, err)
	require.NotNil(t, v.Result)
	return v
}

func TestVerifyHasReportAndFindings(t *testing.T) {
	s := agencySigned(t)
	v := verify(t, s.pdf, check.Options{Trust: s.trust, AsOf: law.Date(2026, 12, 1)})
	assert.Equal(t, check.FaultNone, v.Fault)
	require.NoError(t, v.Err)
	require.Len(t, v.Report.Signatures, 1)
	assert.Equal(t, sign.TotalPassed, v.Report.Signatures[0].Indication)
	assert.Equal(t, lint.Accepted, v.Result.Verdict)
	for _, o := range v.Result.Outcomes {
		assert.Regexp(t, "^(sign|pdf|result)/", o.Rule)
	}

	v = verify(t, signtest.FlipByte(s.pdf, 20), check.Options{Trust: s.trust, AsOf: law.Date(2026, 12, 1)})
	assert.Equal(t, sign.Broken, v.Report.Signatures[0].Integrity)
	assert.Equal(t, lint.Rejected, v.Result.Verdict)
	require.NotEmpty(t, v.Result.Findings)
	assert.Equal(t, "sign/broken", v.Result.Findings[0].Rule)
	assert.Empty(t, v.Result.Findings[0].Fingerprint)
	assert.Empty(t, v.Result.Documents[0].SHA256)
}

// counting counts what is read of a file.
type counting struct {
	io.ReaderAt
	n int64
}

func (c *counting) ReadAt(p []byte, off int64) (int, error) {
	n, err := c.ReaderAt.ReadAt(p, off)
	c.n += int64(n)
	return n, err
}

// TestVerifyReadsAFileOnce: the picture of a scan is read for the one digest.
func TestVerifyReadsAFileOnce(t *testing.T) {
	id, err := signtest.SelfSigned("once", signtest.Subject{CommonName: "x", Key: signtest.P256})
	require.NoError(t, err)
	scan := signtest.Scan(signtest.Image{W: 10, H: 10, Filter: "DCTDecode", Data: bytes.Repeat([]byte("picture "), 1<<17)})
	data, err := signtest.Sign(scan, id, signtest.Options{Time: law.Date(2026, 3, 4)})
	require.NoError(t, err)
	r := &counting{ReaderAt: bytes.NewReader(data)}
	v, err := check.Verify(t.Context(), "a.pdf", r, int64(len(data)), check.Options{AsOf: law.Date(2026, 12, 1)})
	require.NoError(t, err)
	assert.Equal(t, sign.Intact, v.Report.Signatures[0].Integrity)
	assert.Less(t, r.n, int64(len(data))*3/2)
}

func TestVerifyFaults(t *testing.T) {
	locked, err := os.ReadFile("../../examples/ho-so/H20.30-250905-0010/H20.30-250905-0010-KQ1.pdf")
	require.NoError(t, err)
	for want, data := range map[check.Fault][]byte{
		check.FaultEmpty: nil, check.FaultNotPDF: []byte("text"), check.FaultDamaged: []byte("%PDF-1.4\n1 0 obj"), check.FaultEncrypted: locked,
	} {
		v := verify(t, data, check.Options{})
		assert.Equal(t, want, v.Fault)
		require.Error(t, v.Err, want)
		assert.Nil(t, v.Report, want)
		assert.Equal(t, lint.Rejected, v.Result.Verdict, want)
	}
	v, err := check.Verify(t.Context(), "a.pdf", badDisk{}, 1000, check.Options{})
	require.NoError(t, err)
	assert.Equal(t, check.FaultUnreadable, v.Fault)
	assert.Equal(t, lint.Undetermined, v.Result.Verdict)
}

type badDisk struct{}

func (badDisk) ReadAt([]byte, int64) (int, error) { return 0, errors.New("bad sector") }

func TestVerifyErrors(t *testing.T) {
	_, err := check.NewVerifier(check.Options{Rules: []string{"sing"}})
	unknown := (*lint.UnknownRuleError)(nil)
	require.ErrorAs(t, err, &unknown)

	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	_, err = check.Verify(ctx, "a.pdf", bytes.NewReader(nil), 0, check.Options{})
	require.ErrorIs(t, err, context.Canceled)
}
