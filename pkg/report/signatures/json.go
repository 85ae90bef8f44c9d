package signatures

import (
	"fmt"
	"io"

	"github.com/tthclint/tthclint/pkg/lint"
	"github.com/tthclint/tthclint/pkg/msg"
	"github.com/tthclint/tthclint/pkg/report"
)

// JSONOptions configure [NewJSON], [NewNDJSON] and [Object]. The zero value works.
type JSONOptions struct {
	Lang msg.Lang // of message, remedy, because and text; empty is Vietnamese
	UTF8 bool     // write UTF-8 instead of ASCII with \u escapes
}

// Object returns the JSON object of one file after the schema verify-v1, in one
// line without a line end. Of the head it has the tool and the day. A file that
// cannot be written, for a mistake of ours, still has an object with its error.
func Object(h lint.Head, f *File, o JSONOptions) (object []byte, err error) {
	defer func() {
		if p := recover(); p != nil {
			failed := &File{Name: f.Name, Folder: f.Folder, Size: f.Size, Fault: Internal(fmt.Sprint(p))}
			object, err = report.Marshal(recordFile(&h, failed, o.Lang), o.UTF8)
		}
	}()
	return report.Marshal(recordFile(&h, f, o.Lang), o.UTF8)
}

// NewJSON returns a printer of one JSON array with the [Object] of each file.
func NewJSON(w io.Writer, o JSONOptions) Printer { return &jsonPrinter{w: w, o: o} }

type jsonPrinter struct {
	w     io.Writer
	o     JSONOptions
	head  lint.Head
	files int
}

func (p *jsonPrinter) Begin(h lint.Head) error {
	p.head = h
	_, err := io.WriteString(p.w, "[")
	return err
}

func (p *jsonPrinter) File(f *File) error {
	object, err := Object(p.head, f, p.o)
	if err != nil {
		return err
	}
	separator := ",\n"
	if p.files == 0 {
		separator = "\n"
	}
	p.files++
	_, err = p.w.Write(append([]byte(separator), object...))
	return err
}

func (p *jsonPrinter) End() error {
	_, err := io.WriteString(p.w, "\n]\n")
	return err
}
