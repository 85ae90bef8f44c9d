package report

import (
	"io"

	"github.com/tthclint/tthclint/pkg/lint"
)

// NewNDJSON returns a printer of JSON lines: a record of type "head", one of
// type "result" for each dossier, one of type "summary". Besides "type" a record
// has the keys of its part of the schema report-v1. A line is written whole, as
// soon as its dossier is judged; without a last line of type "summary" the
// report was cut off.
func NewNDJSON(w io.Writer, o JSONOptions) Printer { return &ndjsonPrinter{w, o} }

type ndjsonPrinter struct {
	w io.Writer
	o JSONOptions
}

func (p *ndjsonPrinter) Begin(h lint.Head) error {
	return p.line(struct {
		Type string `json:"type"`
		headRecord
	}{"head", recordHead(h, p.o.Lang)})
}

func (p *ndjsonPrinter) Result(r *lint.Result) error {
	return p.line(struct {
		Type string `json:"type"`
		resultRecord
	}{"result", recordResult(r, p.o.Lang)})
}

func (p *ndjsonPrinter) End(s lint.Summary) error {
	return p.line(struct {
		Type string `json:"type"`
		summaryRecord
	}{"summary", recordSummary(s, p.o.Lang)})
}

func (p *ndjsonPrinter) line(record any) error {
	line, err := Marshal(record, p.o.UTF8)
	if err != nil {
		return err
	}
	_, err = p.w.Write(append(line, '\n'))
	return err
}
