package pdf

import (
	"bytes"
	"os"
	"path/filepath"
	"runtime"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// TestHostile: object streams that need themselves to be read, by way of what
// their dictionaries refer to, once killed the process, which nothing recovers
// from; others held a gigabyte of values in three kilobytes.
func TestHostile(t *testing.T) {
	names, err := filepath.Glob(filepath.Join("testdata", "hostile", "*.pdf"))
	require.NoError(t, err)
	require.Len(t, names, 5)
	for _, name := range names {
		t.Run(filepath.Base(name), func(t *testing.T) {
			b, err := os.ReadFile(name)
			require.NoError(t, err)
			var before, after runtime.MemStats
			runtime.ReadMemStats(&before)
			f, err := Open(bytes.NewReader(b), int64(len(b)), Limits{})
			if err == nil {
				for i := range f.Revisions() {
					v := f.View(i)
					for num := range 300 {
						_, _ = v.Object(Ref{Num: num})
					}
					v.Pages()
					v.Changed()
					f.Doubts(i)
				}
			}
			runtime.ReadMemStats(&after)
			assert.Less(t, after.TotalAlloc-before.TotalAlloc, uint64(1<<30))
		})
	}
}
