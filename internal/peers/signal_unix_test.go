//go:build unix

package main

import (
	"os"
	"syscall"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
)

func dieOfSignal() {
	_ = syscall.Kill(os.Getpid(), syscall.SIGKILL)
	time.Sleep(time.Minute)
}

func TestSignalIsACrash(t *testing.T) {
	r := startAs(t, "signal", limit)
	assert.True(t, r.crash)
	assert.Equal(t, -1, r.exit)
}
