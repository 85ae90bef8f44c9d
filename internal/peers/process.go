package main

import (
	"bytes"
	"context"
	"errors"
	"os"
	"os/exec"
	"strings"
	"syscall"
	"time"
)

const (
	// limit is how long a verifier may work on one file before it is killed.
	limit = 20 * time.Second
	// outputLimit bounds what is kept of a verifier's output, in bytes.
	outputLimit = 4 << 20
)

// ran is what is known of a process that has ended.
type ran struct {
	stdout, stderr string
	exit           int  // exit status; -1 when a signal ended it
	crash          bool // it ended by a signal of its own, or by a Go panic
	hang           bool // it was killed at the limit
	cpu            time.Duration
	peak           int64 // highest resident memory in bytes; 0 where it cannot be told
}

// start runs a command to its end. An error means that it could not be started.
func start(command []string, env []string, within time.Duration) (ran, error) {
	ctx, cancel := context.WithTimeout(context.Background(), within)
	defer cancel()
	cmd := exec.CommandContext(ctx, command[0], command[1:]...)
	// The output is parsed, so no translation of it will do.
	cmd.Env = append(append(os.Environ(), "LC_ALL=C", "TZ=UTC"), env...)
	cmd.WaitDelay = time.Second
	var stdout, stderr clipped
	cmd.Stdout, cmd.Stderr = &stdout, &stderr
	err := cmd.Run()
	if cmd.ProcessState == nil {
		return ran{}, err
	}
	r := ran{
		stdout: stdout.String(), stderr: stderr.String(),
		exit: cmd.ProcessState.ExitCode(),
		hang: errors.Is(ctx.Err(), context.DeadlineExceeded) && err != nil,
		cpu:  cmd.ProcessState.UserTime() + cmd.ProcessState.SystemTime(),
		peak: peakMemory(cmd.ProcessState),
	}
	status, ok := cmd.ProcessState.Sys().(syscall.WaitStatus)
	r.crash = !r.hang && (ok && status.Signaled() || panicked(r.stderr))
	return r, nil
}

// panicked recognises the last words of a Go program.
func panicked(stderr string) bool {
	return strings.HasPrefix(stderr, "panic: ") || strings.HasPrefix(stderr, "fatal error: ") ||
		strings.Contains(stderr, "\npanic: ") || strings.Contains(stderr, "\nfatal error: ")
}

// clipped keeps the head of what is written to it.
type clipped struct{ buf bytes.Buffer }

func (c *clipped) Write(p []byte) (int, error) {
	if room := outputLimit - c.buf.Len(); room > 0 {
		c.buf.Write(p[:min(room, len(p))])
	}
	return len(p), nil
}

func (c *clipped) String() string { return c.buf.String() }
