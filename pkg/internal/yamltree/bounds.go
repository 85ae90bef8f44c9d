package yamltree

import (
	"bytes"
	"errors"
	"strconv"
	"unicode/utf8"

	"github.com/goccy/go-yaml"
)

// bounds refuses what would cost too much to parse: more than so many bytes, or
// what nests too deep.
func bounds(src []byte, most int) *Error {
	if len(src) > most {
		return &Error{Fault: TooLarge, Detail: strconv.Itoa(most >> 10)}
	}
	if !utf8.Valid(src) || bytes.IndexByte(src, 0) >= 0 {
		return &Error{Fault: NotUTF8}
	}
	if line := tooDeepAt(src); line > 0 {
		return &Error{Fault: TooDeep, Line: line, Column: 1}
	}
	return nil
}

// syntax takes an error of the parser apart.
func syntax(err error) *Error {
	if e := yaml.Error(nil); errors.As(err, &e) {
		return at(&Error{Fault: Syntax, Detail: e.GetMessage()}, e.GetToken())
	}
	return &Error{Fault: Syntax, Line: 1, Column: 1, Detail: err.Error()}
}
