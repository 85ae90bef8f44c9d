//go:build !windows

package main

import "os"

// understandsColor reports whether a terminal can show colours, as all but those
// that say so in TERM.
func understandsColor(*os.File) bool { return true }
