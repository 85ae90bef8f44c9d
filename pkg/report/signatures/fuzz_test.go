package signatures

import (
	"bytes"
	"encoding/json"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/tthclint/tthclint/internal/sample/signed"
	"github.com/tthclint/tthclint/pkg/check"
	"github.com/tthclint/tthclint/pkg/law"
)

// FuzzFile wants an object for any bytes, and a text that steers no terminal.
func FuzzFile(f *testing.F) {
	made, err := signed.Make()
	require.NoError(f, err)
	for _, data := range made.Files {
		f.Add(data)
	}
	v, err := check.NewVerifier(check.Options{AsOf: law.Date(2026, 12, 1)})
	require.NoError(f, err)
	f.Fuzz(func(t *testing.T, data []byte) {
		answer := verifyData(t, v, "a.pdf", data)
		object, err := Object(v.Head(), answer, JSONOptions{})
		require.NoError(t, err)
		assert.True(t, json.Valid(object))
		var text bytes.Buffer
		require.NoError(t, NewText(&text, TextOptions{Verbose: true}).File(answer))
		assertInert(t, text.String())
	})
}
