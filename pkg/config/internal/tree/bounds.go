package tree

import (
	"bytes"
	"errors"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/goccy/go-yaml"
)

// Bounds of a file. The parser needs time and memory that grow with the square
// of the depth, and with its own stack.
const (
	maxFile   = 256 << 10 // bytes
	maxDepth  = 16        // of brackets, and of entries that begin on one line
	maxIndent = 64        // blanks before a line
)

// bounds refuses what would cost too much to parse.
func bounds(src []byte) *Error {
	if len(src) > maxFile {
		return &Error{Fault: TooLarge, Detail: strconv.Itoa(maxFile >> 10)}
	}
	if !utf8.Valid(src) || bytes.IndexByte(src, 0) >= 0 {
		return &Error{Fault: NotUTF8}
	}
	depth, number := 0, 0
	for line := range bytes.Lines(src) {
		number++
		body := bytes.TrimLeft(line, " ")
		if len(bytes.TrimSpace(body)) == 0 || body[0] == '#' {
			continue
		}
		if len(line)-len(body) > maxIndent || entries(body) > maxDepth {
			return &Error{Fault: TooDeep, Line: number, Column: 1}
		}
		for _, b := range body {
			switch b {
			case '[', '{':
				depth++
			case ']', '}':
				depth = max(depth-1, 0)
			}
			if depth > maxDepth {
				return &Error{Fault: TooDeep, Line: number, Column: 1}
			}
		}
	}
	return nil
}

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

// syntax takes an error of the parser apart.
func syntax(err error) *Error {
	if e := yaml.Error(nil); errors.As(err, &e) {
		return at(&Error{Fault: Syntax, Detail: e.GetMessage()}, e.GetToken())
	}
	return &Error{Fault: Syntax, Line: 1, Column: 1, Detail: err.Error()}
}
