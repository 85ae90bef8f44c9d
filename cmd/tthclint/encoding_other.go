//go:build !windows

package main

import (
	"cmp"
	"os"
	"strings"
)

// textEncoding returns the encoding that programs are told to write in, and
// whether Vietnamese can be written in it.
func textEncoding() (name string, ok bool) {
	locale := cmp.Or(os.Getenv("LC_ALL"), os.Getenv("LC_CTYPE"), os.Getenv("LANG"), "C")
	_, encoding, _ := strings.Cut(locale, ".")
	name = strings.ToLower(strings.ReplaceAll(encoding, "-", ""))
	return locale, strings.HasPrefix(name, "utf8")
}
