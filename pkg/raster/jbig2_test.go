package raster

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestJBIG2Complete(t *testing.T) {
	for _, name := range []string{"generic.jb2", "mmr.jb2", "symbols.jb2"} {
		b, err := os.ReadFile(filepath.Join("testdata", name))
		require.NoError(t, err)
		assert.True(t, jbig2Complete(b), name)
		assert.True(t, jbig2Complete(append(b[:len(b):len(b)], "\r\n\x00\x00"...)), "%s, padded", name)
		assert.False(t, jbig2Complete(b[:len(b)-1]), "%s, a byte short", name)
		assert.False(t, jbig2Complete(b[:35]), "%s, cut within a header", name)
	}
	assert.False(t, jbig2Complete(nil))
	long := []byte{0, 1, 0, 1, 6, 0xE0, 0, 0, 2, 0xFF, 0, 0, 0, 1, 0, 0, 0, 2, 1, 0, 0, 0, 1, 9}
	assert.True(t, jbig2Complete(long), "two references of four bytes, counted in the long form")
	assert.False(t, jbig2Complete(long[:len(long)-1]))
	assert.True(t, jbig2Complete([]byte{0, 0, 0, 1, 38, 0, 1, 0xFF, 0xFF, 0xFF, 0xFF, 1, 2}), "a length that is not known")
}

func FuzzJBIG2Complete(f *testing.F) {
	for _, name := range []string{"generic.jb2", "symbols.jb2"} {
		b, err := os.ReadFile(filepath.Join("testdata", name))
		require.NoError(f, err)
		f.Add(b)
	}
	f.Add([]byte{0, 1, 0, 1, 6, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0, 0, 0, 1})
	f.Fuzz(func(t *testing.T, b []byte) {
		if jbig2Complete(b) && len(b) > 0 && len(b) < 11 {
			t.Fatal("no segment is that short")
		}
	})
}
