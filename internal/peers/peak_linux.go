package main

import (
	"os"
	"syscall"
)

// peakMemory is the highest resident memory of a process in bytes, but at least
// what this one held when it started it: see ownPeak.
func peakMemory(p *os.ProcessState) int64 {
	if u, ok := p.SysUsage().(*syscall.Rusage); ok {
		return u.Maxrss << 10
	}
	return 0
}

// ownPeak is the highest resident memory of this process in bytes. Linux counts
// it to a process that this one starts, so nothing below it can be told.
func ownPeak() int64 {
	var u syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &u); err != nil {
		return 0
	}
	return u.Maxrss << 10
}
