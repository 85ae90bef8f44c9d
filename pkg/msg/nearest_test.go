package msg

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestNearest(t *testing.T) {
	commands := []string{"init", "lint", "inspect", "verify"}
	for typed, want := range map[string]string{"lnit": "lint", "lin": "lint", "inti": "init", "nit": "init", "verfy": "verify", "xyz": "", "": ""} {
		assert.Equal(t, want, Nearest(typed, commands), typed)
	}
	rules := []string{"field/seal", "field/spouse-signature", "sign/missing"}
	assert.Equal(t, "field/spouse-signature", Nearest("field/spouse", rules), "the end was forgotten")
	assert.Empty(t, Nearest("permit", []string{"format", "trust"}), "half of another word is none of this one")
	assert.Equal(t, 1, editDistance("lnit", "lint"))
	assert.Equal(t, 3, editDistance("kitten", "sitting"))
}
