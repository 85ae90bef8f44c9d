package main

import (
	"context"
	"errors"
	"io/fs"
	"os"

	"github.com/tthclint/tthclint/pkg/check"
	"github.com/tthclint/tthclint/pkg/form"
	"github.com/tthclint/tthclint/pkg/form/score"
	"github.com/tthclint/tthclint/pkg/ink"
	"github.com/tthclint/tthclint/pkg/lint"
	"github.com/tthclint/tthclint/pkg/msg"
)

// samples are sheets in the folder of the forms, with a table of what stands on
// them, and how they were read. nil: there are none.
type samples struct {
	triedFile        // the table; its remarks are what was read otherwise
	pages, right int // lines of the table, and those that were read as they say
}

// trySamples reads the sheets that the table of labels in a folder of forms
// lists, and compares what it says with what was read.
func (c *Command) trySamples(ctx context.Context, f *readingFlags, own []*form.Form) (*samples, error) {
	labels, err := labelsOf(f.forms)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	out := &samples{triedFile: triedFile{name: score.FileName}}
	if bad := (*score.LabelsError)(nil); errors.As(err, &bad) {
		for _, p := range bad.Problems {
			out.add(lint.Error, form.Problem{Line: p.Line, What: p.What, Remedy: sampleTableRemedy.With()})
		}
		return out, nil
	}
	if err != nil {
		return nil, err
	}
	root, err := os.OpenRoot(f.forms)
	if err != nil {
		return nil, cannotOpen(f.forms, err)
	}
	defer root.Close()
	o := check.Options{Version: version()}
	done, err := c.readBy(ctx, f, 1, &o)
	defer done()
	if err != nil {
		return nil, err
	}
	inspector, err := check.NewInspector(o)
	if err != nil {
		return nil, err
	}
	s := &scorer{inspector: inspector, root: root}
	for _, l := range labels {
		problems := wanted(&l, own)
		if len(problems) == 0 {
			page, err := s.read(ctx, l)
			if err != nil {
				return nil, err
			}
			problems = differences(&page, l)
		}
		out.pages++
		if len(problems) == 0 {
			out.right++
		}
		out.add(lint.Error, problems...)
	}
	return out, ctx.Err()
}

// wanted adds to a label the fields that have a column of their own: those of the
// folder's forms.
func wanted(l *score.Label, own []*form.Form) (wrong []form.Problem) {
	for _, f := range own {
		for _, d := range f.Fields {
			if _, has := l.Fields[d.Key]; has || l.Form != "" && l.Form != f.ID {
				continue
			}
			switch state := ink.State(l.Columns[d.Key]); state {
			case "", "na":
			case ink.Present, ink.Absent, ink.Fingerprint:
				l.Fields[d.Key] = state
			default:
				wrong = append(wrong, form.Problem{Line: l.Line, Remedy: sampleTableRemedy.With(),
					What: sampleValue.With("column", d.Key, "value", string(state))})
			}
		}
	}
	return wrong
}

// differences tells what was read otherwise than the table says.
func differences(p *score.Page, l score.Label) (out []form.Problem) {
	wrong := func(what, remedy msg.Text) { out = append(out, form.Problem{Line: l.Line, What: what, Remedy: remedy}) }
	r := p.Reading
	switch {
	case r == nil:
		wrong(sampleUnread.With("file", l.File, "reason", p.Because), sampleUnreadRemedy.With())
		return out
	case r.Form == nil && l.Form != "":
		wrong(sampleUnknown.With("file", l.File, "form", l.Form), sampleUnknownRemedy.With())
		return out
	case r.Form != nil && l.Form != "" && r.Form.ID != l.Form:
		wrong(sampleOther.With("file", l.File, "form", l.Form, "read", r.Form.ID), sampleOtherRemedy.With())
		return out
	}
	for _, d := range fieldsOf(r.Form) {
		want, has := l.Fields[d.Key]
		if !has {
			continue
		}
		got, _ := r.Field(d.Key)
		if got.State != want {
			wrong(sampleField.With("file", l.File, "field", d.Key, "want", stateWord(want).With(), "read", stateWord(got.State).With()), sampleFieldRemedy.With())
		}
	}
	return out
}

func fieldsOf(f *form.Form) []form.Field {
	if f == nil {
		return nil
	}
	return f.Fields
}

func stateWord(s ink.State) msg.Message {
	switch s {
	case ink.Present:
		return wordPresent
	case ink.Fingerprint:
		return wordFingerprint
	case ink.Absent:
		return wordAbsent
	}
	return wordUnsure
}
