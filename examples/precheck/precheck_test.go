package main

import (
	"os"
	"os/exec"
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

// TestUsage runs the program itself, which the test program becomes for it.
func TestUsage(t *testing.T) {
	if os.Getenv("PRECHECK_MAIN") != "" {
		os.Args = os.Args[:1]
		main()
		return
	}
	program := exec.CommandContext(t.Context(), os.Args[0], "-test.run=^TestUsage$")
	program.Env = append(os.Environ(), "PRECHECK_MAIN=1")
	out, err := program.CombinedOutput()
	var status *exec.ExitError
	require.ErrorAs(t, err, &status)
	assert.Equal(t, 2, status.ExitCode())
	assert.Equal(t, "usage: precheck FILE.pdf\n", string(out))
}
