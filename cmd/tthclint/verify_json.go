package main

import (
	"fmt"
	"io"

	"github.com/tthclint/tthclint/pkg/lint"
	"github.com/tthclint/tthclint/pkg/msg"
	"github.com/tthclint/tthclint/pkg/report"
)

// verifyJSON prints one JSON object for each file after the schema verify-v1:
// alone, as the elements of an array, or each on a line of its own.
type verifyJSON struct {
	w     io.Writer
	lang  msg.Lang
	utf8  bool
	array bool
	files int
}

func (p *verifyJSON) begin(lint.Head) error {
	if !p.array {
		return nil
	}
	_, err := io.WriteString(p.w, "[")
	return err
}

func (p *verifyJSON) file(v *verified) error {
	object, err := v.marshal(p.lang, p.utf8)
	if err != nil {
		return err
	}
	before, after := "", ""
	switch {
	case p.array && p.files > 0:
		before = ",\n"
	case p.array:
		before = "\n"
	default:
		after = "\n"
	}
	p.files++
	_, err = p.w.Write(append([]byte(before), append(object, after...)...))
	return err
}

func (p *verifyJSON) end(*verifyTally) error {
	if !p.array {
		return nil
	}
	_, err := io.WriteString(p.w, "\n]\n")
	return err
}

// marshal writes the object of a file. One that cannot be written, for a mistake
// of ours, is still an object with its error.
func (v *verified) marshal(lang msg.Lang, utf8 bool) (out []byte, err error) {
	defer func() {
		if p := recover(); p != nil {
			v.found, v.fault = nil, internalFault(fmt.Sprint(p))
			out, err = report.Marshal(v.record(lang), utf8)
		}
	}()
	return report.Marshal(v.record(lang), utf8)
}
