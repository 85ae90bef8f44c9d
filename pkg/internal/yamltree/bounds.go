package yamltree

import (
	"bytes"
	"errors"
	"strconv"
	"unicode/utf8"

	"github.com/goccy/go-yaml"

	"github.com/tthclint/tthclint/pkg/internal/yamldepth"
)

// bounds refuses what would cost too much to parse: more than so many bytes, or
// what is too deep for yamldepth.
func bounds(src []byte, most int) *Error {
	if len(src) > most {
		return &Error{Fault: TooLarge, Detail: strconv.Itoa(most >> 10)}
	}
	if !utf8.Valid(src) || bytes.IndexByte(src, 0) >= 0 {
		return &Error{Fault: NotUTF8}
	}
	if line := yamldepth.Exceeds(src, yamldepth.Silent); line > 0 {
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
