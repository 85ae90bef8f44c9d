package main

import (
	"fmt"
	"os"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

const behave = "PEERS_TEST_BEHAVE"

// TestMain lets the test program stand for the verifiers that are modes of this
// one, and for one that misbehaves.
func TestMain(m *testing.M) {
	if len(os.Args) > 2 && os.Args[1] == childFlag {
		os.Exit(child(os.Args[2], os.Args[3:], os.Stdout, os.Stderr))
	}
	switch os.Getenv(behave) {
	case "":
		os.Exit(m.Run())
	case "hang":
		time.Sleep(time.Minute)
	case "panic":
		panic("bad file")
	case "signal":
		dieOfSignal()
	case "refuse":
		fmt.Fprintln(os.Stderr, "error: no such thing")
		os.Exit(3)
	case "flood":
		line := strings.Repeat("x", 1<<16) + "\n"
		for range 2 * outputLimit / len(line) {
			fmt.Print(line)
		}
	case "locale":
		fmt.Print(os.Getenv("LC_ALL"))
	}
	os.Exit(0)
}

func startAs(t *testing.T, how string, within time.Duration) ran {
	t.Helper()
	self, err := os.Executable()
	require.NoError(t, err)
	r, err := start([]string{self}, []string{behave + "=" + how}, within)
	require.NoError(t, err)
	return r
}

func TestStart(t *testing.T) {
	r := startAs(t, "hang", 200*time.Millisecond)
	assert.True(t, r.hang)
	assert.False(t, r.crash)

	r = startAs(t, "panic", limit)
	assert.True(t, r.crash)
	assert.False(t, r.hang)

	r = startAs(t, "refuse", limit)
	assert.Equal(t, 3, r.exit)
	assert.False(t, r.crash)
	assert.Contains(t, r.stderr, "no such thing")

	r = startAs(t, "flood", limit)
	assert.Zero(t, r.exit, "who prints too much is not stopped by it")
	assert.Len(t, r.stdout, outputLimit)
	assert.Positive(t, r.cpu)

	assert.Equal(t, "C", startAs(t, "locale", limit).stdout)

	_, err := start([]string{"no-such-verifier-here"}, nil, limit)
	assert.Error(t, err)
}
