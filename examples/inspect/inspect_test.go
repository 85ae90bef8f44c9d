package main

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/tthclint/tthclint/internal/wasmtest"
)

func TestInspect(t *testing.T) {
	wasmtest.Cache(t) // the engine is slow under the race detector
	var out strings.Builder
	require.NoError(t, inspect(t.Context(), &out, "../ho-so/H20.30-240111-0005-KQ1.pdf"))
	assert.Contains(t, out.String(), "1 wife_signature present")
	assert.Contains(t, out.String(), "1 husband_signature absent")
	require.Error(t, inspect(t.Context(), &out, "../ho-so/khong-co.pdf"))
}
