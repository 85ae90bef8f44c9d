package main

import (
	"bytes"
	"os"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestColours(t *testing.T) {
	for _, name := range []string{"NO_COLOR", "CLICOLOR_FORCE"} {
		t.Setenv(name, "")
	}
	t.Setenv("TERM", "xterm")
	auto, always, never := colorFlags{"auto"}, colorFlags{"always"}, colorFlags{"never"}
	file := &bytes.Buffer{}
	assert.False(t, auto.colors(file))
	assert.True(t, always.colors(file))
	assert.False(t, never.colors(file))

	t.Setenv("CLICOLOR_FORCE", "1")
	assert.True(t, auto.colors(file))
	assert.False(t, never.colors(file))
	t.Setenv("NO_COLOR", "1")
	assert.False(t, auto.colors(file), "NO_COLOR goes before CLICOLOR_FORCE")
	assert.True(t, always.colors(file), "what was asked for goes before both")
	t.Setenv("NO_COLOR", "")
	t.Setenv("CLICOLOR_FORCE", "0")
	assert.False(t, auto.colors(file))

	bad := colorFlags{"red"}
	require.Error(t, bad.check())
}

func TestColoursOnATerminal(t *testing.T) {
	shown, err := os.OpenFile("/dev/ptmx", os.O_RDWR, 0)
	if err != nil {
		t.Skip("no pseudo-terminal here: ", err)
	}
	defer shown.Close()
	for _, name := range []string{"NO_COLOR", "CLICOLOR_FORCE"} {
		t.Setenv(name, "")
	}
	t.Setenv("TERM", "xterm")
	auto, never := colorFlags{"auto"}, colorFlags{"never"}
	assert.True(t, auto.colors(shown))
	assert.False(t, never.colors(shown))
	t.Setenv("TERM", "dumb")
	assert.False(t, auto.colors(shown))
	t.Setenv("TERM", "xterm")
	t.Setenv("NO_COLOR", "1")
	assert.False(t, auto.colors(shown))
}
