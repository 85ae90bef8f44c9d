//go:build !windows

package main

import (
	"errors"
	"syscall"
)

// diskFull reports whether there was no room left to write.
func diskFull(err error) bool {
	return errors.Is(err, syscall.ENOSPC) || errors.Is(err, syscall.EDQUOT)
}

// inUse reports whether another program keeps a file to itself, which none does
// here.
func inUse(error) bool { return false }
