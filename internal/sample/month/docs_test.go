package month

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

var block = regexp.MustCompile("(?s)```(sh|text)?[^\n]*\n(.*?)```")

// TestGuides: what the guides show of the report stands in the golden one, which
// [TestFolders] compares with that of a run, and they name the same command.
func TestGuides(t *testing.T) {
	report, err := os.ReadFile(filepath.Join("testdata", "a.txt"))
	require.NoError(t, err)
	readme, err := os.ReadFile(filepath.Join(examples, Name, "README.md"))
	require.NoError(t, err)
	plain := func(s string) string { return strings.Join(strings.Fields(strings.ReplaceAll(s, "\\", "")), " ") }
	for _, lang := range []string{"vi", "en"} {
		guide, err := os.ReadFile(filepath.Join(examples, "..", "docs", lang, Name+".md"))
		require.NoError(t, err)
		blocks := block.FindAllStringSubmatch(string(guide), -1)
		require.Len(t, blocks, 2, lang)
		assert.Contains(t, plain(string(readme)), plain(blocks[0][2]), "%s: the command", lang)
		for part := range strings.SplitSeq(blocks[1][2], "…\n") {
			assert.Contains(t, string(report), millimetres.ReplaceAllString(part, "# mm"), lang)
		}
	}
}
