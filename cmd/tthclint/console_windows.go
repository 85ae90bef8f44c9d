package main

import (
	"github.com/inconshreveable/mousetrap"
	"golang.org/x/sys/windows"
)

const utf8CodePage = 65001

// prepareConsole makes the console show UTF-8 and understand colours. The
// function that it returns puts things back.
func prepareConsole() (restore func()) {
	before, err := windows.GetConsoleOutputCP()
	if err != nil || windows.SetConsoleOutputCP(utf8CodePage) != nil {
		return func() {} // there is no console
	}
	if out, err := windows.GetStdHandle(windows.STD_OUTPUT_HANDLE); err == nil {
		var mode uint32
		if windows.GetConsoleMode(out, &mode) == nil {
			_ = windows.SetConsoleMode(out, mode|windows.ENABLE_VIRTUAL_TERMINAL_PROCESSING)
		}
	}
	return func() { _ = windows.SetConsoleOutputCP(before) }
}

func startedByExplorer() bool { return mousetrap.StartedByExplorer() }
