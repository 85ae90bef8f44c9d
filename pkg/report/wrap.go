package report

import (
	"strings"
	"unicode"
)

// Wrap breaks a text at spaces into lines of at most width columns. A word that
// is longer than a line stays whole, so that a path can be copied.
func Wrap(text string, width int) []string {
	var lines []string
	var line strings.Builder
	used := 0
	for _, word := range strings.FieldsFunc(text, func(r rune) bool { return r == ' ' }) {
		n := columns(word)
		if used > 0 && used+1+n > width {
			lines = append(lines, line.String())
			line.Reset()
			used = 0
		}
		if used > 0 {
			line.WriteByte(' ')
			used++
		}
		line.WriteString(word)
		used += n
	}
	return append(lines, line.String())
}

// columns is the width of a text on a console. Combining marks, as in
// decomposed Vietnamese, take no column of their own.
func columns(s string) int {
	n := 0
	for _, r := range s {
		if !unicode.Is(unicode.Mn, r) {
			n++
		}
	}
	return n
}
