package main

import (
	"os"

	"golang.org/x/sys/windows"
)

// understandsColor reports whether a console was taught colours, which versions
// before Windows 10 cannot be; a terminal that is no console understands them.
func understandsColor(f *os.File) bool {
	var mode uint32
	if windows.GetConsoleMode(windows.Handle(f.Fd()), &mode) != nil {
		return true
	}
	return mode&windows.ENABLE_VIRTUAL_TERMINAL_PROCESSING != 0
}
