package check_test

import (
	"bytes"
	"context"
	"errors"
	"os"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/tthclint/tthclint/pkg/check"
	"github.com/tthclint/tthclint/pkg/form"
	"github.com/tthclint/tthclint/pkg/ink"
	"github.com/tthclint/tthclint/pkg/raster"
)

func TestInspect(t *testing.T) {
	data, err := os.ReadFile("../../examples/ho-so/H20.30-240111-0005-KQ1.pdf")
	require.NoError(t, err)
	in, err := check.NewInspector(check.Options{Version: "1"})
	require.NoError(t, err)
	n := 0
	for p, err := range in.Pages(t.Context(), "a.pdf", bytes.NewReader(data), int64(len(data)), 0) {
		require.NoError(t, err)
		n++
		require.NotNil(t, p.Picture)
		assert.InDelta(t, p.Picture.WidthMM, p.Sheet.WidthMM, 1e-9)
		assert.Equal(t, "ket_hon", p.Reading.Form.ID)
		husband, ok := p.Reading.Field(form.HusbandSignature)
		require.True(t, ok)
		assert.Equal(t, ink.Absent, husband.State)
		assert.Positive(t, p.Drawing)
		assert.Positive(t, p.Took)
	}
	assert.Equal(t, 1, n)
	h := in.Head()
	assert.Equal(t, "1", h.ToolVersion)
	for _, e := range h.Engines {
		assert.NotContains(t, e.Name, "sign")
	}
	for p, err := range in.Pages(t.Context(), "a.pdf", bytes.NewReader(data), int64(len(data)), 1) {
		require.NoError(t, err)
		assert.Equal(t, 1, p.Page)
		break // the caller may stop
	}
}

// TestInspectFaults: whatever the bytes are, the error says what is wrong.
func TestInspectFaults(t *testing.T) {
	whole, err := os.ReadFile("../../examples/ho-so/H20.30-240111-0005-KQ1.pdf")
	require.NoError(t, err)
	locked, err := os.ReadFile("../../examples/ho-so/H20.30-250905-0010/H20.30-250905-0010-KQ1.pdf")
	require.NoError(t, err)
	for name, c := range map[string]struct {
		data  string
		page  int
		fault check.Fault
	}{
		"empty":     {"", 0, check.FaultEmpty},
		"text":      {"hello", 0, check.FaultNotPDF},
		"damaged":   {"%PDF-1.7\n" + strings.Repeat("x", 1000), 0, check.FaultDamaged},
		"encrypted": {string(locked), 0, check.FaultEncrypted},
		"page":      {string(whole), 2, check.FaultUnreadable},
	} {
		t.Run(name, func(t *testing.T) {
			r := strings.NewReader(c.data)
			in, err := check.NewInspector(check.Options{})
			require.NoError(t, err)
			var fault *check.FileError
			for p, err := range in.Pages(t.Context(), name+".pdf", r, r.Size(), c.page) {
				assert.Nil(t, p)
				require.ErrorAs(t, err, &fault)
			}
			require.NotNil(t, fault)
			assert.Equal(t, c.fault, fault.Fault)
			assert.Equal(t, name == "page", errors.Is(fault, raster.ErrNoPage))
			assert.NotEmpty(t, fault.Error())
		})
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	_, err = check.Inspect(ctx, "a.pdf", bytes.NewReader(whole), int64(len(whole)), check.Options{})
	assert.ErrorIs(t, err, context.Canceled)
	pages, err := check.Inspect(t.Context(), "a.pdf", bytes.NewReader(whole), int64(len(whole)), check.Options{})
	require.NoError(t, err)
	assert.Len(t, pages, 1)
}
