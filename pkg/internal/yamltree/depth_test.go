package yamltree

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestTooDeepAt(t *testing.T) {
	for src, want := range map[string]int{
		"":                                       0,
		"a: [1, {b: 2}]\n":                       0,
		"a:\n  - b: [" + strings.Repeat("[", 16): 2,
		strings.Repeat("[]", 500):                0,
		"a: 1\n" + strings.Repeat("- ", 17) + "x": 2,
		strings.Repeat(" ", 65) + "a: 1":          1,
		"# " + strings.Repeat("[", 17):            0,
	} {
		assert.Equal(t, want, tooDeepAt([]byte(src)), "%.40q", src)
	}
	comment := []byte("# " + strings.Repeat("[", 17) + "\n\n" + strings.Repeat(" ", 70) + "# far\na: 1")
	assert.Zero(t, tooDeepAt(comment))
}
