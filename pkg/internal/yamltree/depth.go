package yamltree

import (
	"bytes"
	"strings"
)

const (
	maxDepth  = 16 // of brackets, and of entries that begin on one line
	maxIndent = 64 // blanks before a line
)

// tooDeepAt returns the first line, from 1, that nests deeper than files that
// people write, or 0. The parser needs time and memory that grow with the square
// of the depth, and with its own stack, so that some kilobytes of brackets would
// keep it busy for hours.
func tooDeepAt(src []byte) int {
	depth, number := 0, 0
	for line := range bytes.Lines(src) {
		number++
		body := bytes.TrimLeft(line, " ")
		if silent(body) {
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

// silent reports whether a line is blank or a comment.
func silent(line []byte) bool { return len(bytes.TrimSpace(line)) == 0 || line[0] == '#' }

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
