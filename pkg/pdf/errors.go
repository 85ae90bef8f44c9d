package pdf

import (
	"errors"
	"fmt"
)

// ErrNotPDF is returned by [Open] for a file without a PDF header near its
// start, such as an empty file, a text file or a picture under a wrong name.
var ErrNotPDF = errors.New("pdf: not a PDF file")

// ErrEncrypted is returned where an answer lies behind encryption that the empty
// user password does not open.
var ErrEncrypted = errors.New("pdf: encrypted")

// ErrLimit is wrapped by errors that say that a limit of [Limits] was met.
var ErrLimit = errors.New("limit exceeded")

// SyntaxError says that the bytes at Offset are not what the format asks for
// and could not be repaired; a truncated file ends as one.
type SyntaxError struct {
	Offset int64 // from the start of the file, -1 when not known
	Msg    string
	Err    error // cause, may be nil
}

func (e *SyntaxError) Error() string {
	s := "pdf: " + e.Msg
	if e.Offset >= 0 {
		s = fmt.Sprintf("pdf: offset %d: %s", e.Offset, e.Msg)
	}
	if e.Err != nil {
		s += ": " + e.Err.Error()
	}
	return s
}

// Unwrap returns the cause.
func (e *SyntaxError) Unwrap() error { return e.Err }

func syntax(off int64, format string, a ...any) error {
	return &SyntaxError{Offset: off, Msg: fmt.Sprintf(format, a...)}
}
