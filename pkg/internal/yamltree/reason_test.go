package yamltree

import (
	"errors"
	"testing"

	"github.com/goccy/go-yaml"
	"github.com/goccy/go-yaml/parser"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// TestReason has the parser itself complain of the slips that people make: with
// other words of a later edition of it the test fails.
func TestReason(t *testing.T) {
	for src, want := range map[string]string{
		"a:\n\tb: 1":            "yaml/tab",
		"a: \"x\nb: 1":          "yaml/quote",
		"a: 'x\nb: 1":           "yaml/quote",
		`a: "C:\Users\x"`:       "yaml/escape",
		"a: [x, y\nb: 1":        "yaml/bracket",
		"a: {x: 1\nb: 1":        "yaml/brace",
		"a: 1\na: 2":            "yaml/twice",
		"a: b: c":               "yaml/colon",
		"a:\n  - b: 1\n   c: 2": "yaml/indent",
		"a: 1\n  b: 2":          "yaml/colon",
		"a: %x":                 "yaml/sign",
		"a: *":                  "yaml/sign",
	} {
		_, err := parser.ParseBytes([]byte(src), 0)
		require.Error(t, err, "%q", src)
		message := err.Error()
		if e := yaml.Error(nil); errors.As(err, &e) {
			message = e.GetMessage()
		}
		got := reason(message)
		assert.Equal(t, want, got.ID, "%q: %s", src, message)
	}
	assert.Equal(t, "yaml/general", reason("what nobody knows").ID)
}
