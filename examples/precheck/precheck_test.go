package main

import (
	"os"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/tthclint/tthclint/pkg/lint"
)

func TestPrecheck(t *testing.T) {
	var out strings.Builder
	verdict, err := precheck(&out, "../ho-so/H20.30-240111-0005-KQ1.pdf", os.DirFS("../trust"))
	require.NoError(t, err)
	assert.Equal(t, lint.Rejected, verdict)
	assert.Contains(t, out.String(), "field/spouse-signature")
}
