package pages

import (
	"io"

	"github.com/tthclint/tthclint/pkg/lint"
	"github.com/tthclint/tthclint/pkg/msg"
	"github.com/tthclint/tthclint/pkg/report"
)

// JSONOptions configure the JSON forms. The zero value works.
type JSONOptions struct {
	Lang msg.Lang // of name, label, because, message and remedy; empty is Vietnamese
	UTF8 bool     // write UTF-8 instead of ASCII with \u escapes
}

// Object returns the JSON object of one file after the schema inspect-v1, in one
// line without a line end. Of the head it has the tool and its engines.
func Object(h lint.Head, f *File, o JSONOptions) ([]byte, error) {
	return report.Marshal(recordFile(&h, f, o.Lang), o.UTF8)
}

// NewJSON returns a printer of one JSON array with the [Object] of each file.
func NewJSON(w io.Writer, o JSONOptions) Printer { return &jsonPrinter{w: w, o: o, array: true} }

// NewNDJSON returns a printer of JSON lines: the [Object] of each file on a line
// of its own, which is written whole as soon as the file is known.
func NewNDJSON(w io.Writer, o JSONOptions) Printer { return &jsonPrinter{w: w, o: o} }

type jsonPrinter struct {
	w     io.Writer
	o     JSONOptions
	array bool
	head  lint.Head
	files int
}

func (p *jsonPrinter) Begin(h lint.Head) error {
	p.head = h
	if !p.array {
		return nil
	}
	_, err := io.WriteString(p.w, "[")
	return err
}

func (p *jsonPrinter) File(f *File) error {
	object, err := Object(p.head, f, p.o)
	if err != nil {
		return err
	}
	switch {
	case !p.array:
		object = append(object, '\n')
	case p.files == 0:
		object = append([]byte("\n"), object...)
	default:
		object = append([]byte(",\n"), object...)
	}
	p.files++
	_, err = p.w.Write(object)
	return err
}

func (p *jsonPrinter) End() error {
	if !p.array {
		return nil
	}
	_, err := io.WriteString(p.w, "\n]\n")
	return err
}
