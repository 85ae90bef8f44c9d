package main

import (
	"os"
	"syscall"
)

// peakMemory is the highest resident memory of a process in bytes. Linux counts
// what its parent held when it was started, so a small one cannot be told.
func peakMemory(p *os.ProcessState) int64 {
	if u, ok := p.SysUsage().(*syscall.Rusage); ok {
		return u.Maxrss << 10
	}
	return 0
}
