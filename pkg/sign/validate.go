package sign

import (
	"context"
	"errors"
	"io"
)

// Validate reads the PDF in r, size bytes long, and judges its signatures as
// [Options] say. It reads r from one goroutine.
//
// A signature that is broken, untrusted or unreadable is part of the report.
// An error means that there is no report: the file is no PDF
// ([pdf.ErrNotPDF]), cannot be parsed (*[pdf.SyntaxError]) or is encrypted such
// that its structure cannot be read ([pdf.ErrEncrypted]); r failed; or ctx was
// cancelled, in which case the error is ctx.Err().
func Validate(ctx context.Context, r io.ReaderAt, size int64, o Options) (*Report, error) {
	return nil, errors.ErrUnsupported
}
