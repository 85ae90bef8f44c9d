package main

import (
	"os"
	"path/filepath"
	"runtime"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/tthclint/tthclint/pkg/msg"
)

func TestMatched(t *testing.T) {
	t.Chdir(t.TempDir())
	for _, name := range []string{"b.pdf", "a.pdf", "a.txt", "[1].pdf"} {
		require.NoError(t, os.WriteFile(name, nil, 0o644))
	}
	got, err := matched([]string{"ho-so", "?.pdf", "-", "[1].pdf"})
	require.NoError(t, err)
	assert.Equal(t, []string{"ho-so", "a.pdf", "b.pdf", "-", "[1].pdf"}, got)
	_, err = matched([]string{filepath.Join("x", "*.pdf")})
	var e *userError
	require.ErrorAs(t, err, &e)
	assert.Contains(t, e.what.In(msg.Vietnamese), "không có tệp hoặc thư mục nào khớp với «"+filepath.Join("x", "*.pdf")+"»")
	if runtime.GOOS != "windows" {
		require.NoError(t, os.WriteFile("*.pdf", nil, 0o644))
		got, err = matched([]string{"*.pdf"})
		require.NoError(t, err)
		assert.Equal(t, []string{"*.pdf"}, got, "a file of this name")
	}
}
