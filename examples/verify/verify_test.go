package main

import (
	"os"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/tthclint/tthclint/pkg/pdf"
)

func TestVerify(t *testing.T) {
	today := time.Date(2026, 11, 23, 0, 0, 0, 0, time.UTC)
	var out strings.Builder
	passed, err := verify(&out, "../ho-so/H20.30-240315-0004-KQ1.pdf", os.DirFS("../trust"), today)
	require.NoError(t, err)
	assert.True(t, passed, out.String())
	assert.Equal(t, 2, strings.Count(out.String(), "signature: intact"), out.String())

	out.Reset()
	passed, err = verify(&out, "../ho-so/H20.30-240422-0003-KQ1.pdf", os.DirFS("../trust"), today)
	require.NoError(t, err)
	assert.False(t, passed)
	assert.Contains(t, out.String(), "TOTAL_FAILED HASH_FAILURE")

	_, err = verify(&out, "../ho-so/H20.30-251020-0001-KQ1.pdf", os.DirFS("../trust"), today)
	assert.ErrorIs(t, err, pdf.ErrNotPDF)
}
