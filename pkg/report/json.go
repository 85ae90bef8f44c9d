package report

import (
	"io"

	"github.com/tthclint/tthclint/pkg/lint"
	"github.com/tthclint/tthclint/pkg/msg"
)

// JSONOptions configure [NewJSON] and [NewNDJSON]. The zero value works.
type JSONOptions struct {
	Lang msg.Lang // of message, remedy, because and title; empty is Vietnamese
	UTF8 bool     // write UTF-8 instead of ASCII with \u escapes
}

// NewJSON returns a printer of one JSON document after the schema report-v1:
// the head, one line for each result, the summary.
func NewJSON(w io.Writer, o JSONOptions) Printer { return &jsonPrinter{w: w, o: o} }

type jsonPrinter struct {
	w       io.Writer
	o       JSONOptions
	results int
}

func (p *jsonPrinter) Begin(h lint.Head) error {
	head, err := Marshal(recordHead(h, p.o.Lang), p.o.UTF8)
	if err != nil {
		return err
	}
	return writeAll(p.w, string(head[:len(head)-1]), ",\n\"results\":[")
}

func (p *jsonPrinter) Result(r *lint.Result) error {
	line, err := Marshal(recordResult(r, p.o.Lang), p.o.UTF8)
	if err != nil {
		return err
	}
	separator := ",\n"
	if p.results == 0 {
		separator = "\n"
	}
	p.results++
	return writeAll(p.w, separator, string(line))
}

func (p *jsonPrinter) End(s lint.Summary) error {
	summary, err := Marshal(recordSummary(s, p.o.Lang), p.o.UTF8)
	if err != nil {
		return err
	}
	return writeAll(p.w, "\n],\n\"summary\":", string(summary), "}\n")
}
