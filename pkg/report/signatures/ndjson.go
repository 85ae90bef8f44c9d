package signatures

import (
	"io"

	"github.com/tthclint/tthclint/pkg/lint"
)

// NewNDJSON returns a printer of JSON lines: the [Object] of each file on a line
// of its own, which is written whole as soon as the file is known.
func NewNDJSON(w io.Writer, o JSONOptions) Printer { return &ndjsonPrinter{w: w, o: o} }

type ndjsonPrinter struct {
	w    io.Writer
	o    JSONOptions
	head lint.Head
}

func (p *ndjsonPrinter) Begin(h lint.Head) error {
	p.head = h
	return nil
}

func (p *ndjsonPrinter) File(f *File) error {
	object, err := Object(p.head, f, p.o)
	if err != nil {
		return err
	}
	_, err = p.w.Write(append(object, '\n'))
	return err
}

func (*ndjsonPrinter) End() error { return nil }
