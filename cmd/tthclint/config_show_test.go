package main

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/tthclint/tthclint/pkg/config"
)

// TestTargetsInForce: those of the file have their line, the others stay as they
// are without one.
func TestTargetsInForce(t *testing.T) {
	own, err := config.Parse("tthclint.yaml", []byte("targets:\n  on-time: 97.5\n  online: 0\n"))
	require.NoError(t, err)
	all := settingsOf(&settings{Config: own})
	for _, want := range []setting{
		{"targets.on-time", "97.5", 2}, {"targets.online", "", 3}, {"targets.digitized-results", "90", 0}, {"targets.linked", "", 0},
	} {
		assert.Contains(t, all, want)
	}
}
