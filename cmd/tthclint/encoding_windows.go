package main

import (
	"fmt"

	"golang.org/x/sys/windows"
)

// textEncoding returns the code page of the console, and whether Vietnamese can be
// written in it. Without a console there is none to be wrong.
func textEncoding() (name string, ok bool) {
	page, err := windows.GetConsoleOutputCP()
	return fmt.Sprintf("code page %d", page), err != nil || page == utf8CodePage
}
