// Package yamldepth bounds YAML before it is parsed. The parser needs time and
// memory that grow with the square of the depth, and with its own stack, so that
// some kilobytes of brackets would keep it busy for hours.
package yamldepth

import (
	"bytes"
	"strings"
)

const (
	maxDepth  = 16 // of brackets, and of entries that begin on one line
	maxIndent = 64 // blanks before a line
)

// Exceeds returns the first line, from 1, that nests deeper than files that
// people write, or 0. skip, if not nil, says which lines are not looked at; it
// gets a line without its indentation.
func Exceeds(src []byte, skip func(line []byte) bool) int {
	depth, number := 0, 0
	for line := range bytes.Lines(src) {
		number++
		body := bytes.TrimLeft(line, " ")
		if skip != nil && skip(body) {
			continue
		}
		if len(line)-len(body) > maxIndent || entries(body) > maxDepth {
			return number
		}
		for _, b := range body {
			switch b {
			case '[', '{':
				depth++
			case ']', '}':
				depth = max(depth-1, 0)
			}
			if depth > maxDepth {
				return number
			}
		}
	}
	return 0
}

// Silent reports whether a line is blank or a comment.
func Silent(line []byte) bool { return len(bytes.TrimSpace(line)) == 0 || line[0] == '#' }

// entries counts the entries that begin at the start of a line, as "- - -".
func entries(line []byte) (n int) {
	for word := range bytes.FieldsSeq(line) {
		if first := word[0]; len(word) > 1 && first != '&' && first != '!' || !strings.ContainsRune("-?:&!", rune(first)) {
			return n
		}
		n++
	}
	return n
}
