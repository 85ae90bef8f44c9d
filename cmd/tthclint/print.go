package main

import (
	"context"
	"errors"
	"io/fs"

	"github.com/tthclint/tthclint/pkg/msg"
	"github.com/tthclint/tthclint/pkg/report"
)

// print carries out the checks, one after another, into one report. An
// interrupted run prints what was finished and returns the context's error.
func (c *Command) print(ctx context.Context, p report.Printer, bar *progress, inputs []*input, paths []string) (*tally, error) {
	head := commonHead(inputs)
	if err := p.Begin(head); err != nil {
		return nil, cannotWrite(err)
	}
	if !c.quiet {
		bar.start(c.Stderr, head.Dossiers)
	}
	defer bar.stop()
	t := &tally{}
	for _, in := range inputs {
		err := c.printInput(ctx, p, in, t, bar)
		summary := in.run.Summary()
		t.addRates(in.qualifyRates(summary.Rates))
		t.settings(summary.Settings)
		if err != nil {
			return nil, err
		}
		if ctx.Err() != nil {
			break
		}
	}
	bar.stop()
	t.summary.Interrupted = ctx.Err() != nil
	if err := p.End(t.summary); err != nil {
		return nil, cannotWrite(err)
	}
	if ctx.Err() != nil {
		return nil, &userError{what: textInterruptedAt.With("n", t.summary.Dossiers, "of", head.Dossiers), err: ctx.Err()}
	}
	if t.summary.Dossiers == 0 && t.unreadable == 0 {
		return nil, &userError{what: textNothing.With("paths", listed(paths)), remedy: textNothingRemedy.With()}
	}
	return t, nil
}

func (c *Command) printInput(ctx context.Context, p report.Printer, in *input, t *tally, bar *progress) error {
	for r, err := range in.run.Results(ctx) {
		if err != nil && ctx.Err() != nil {
			return nil
		}
		if err != nil {
			t.addUnreadable()
			bar.hide()
			c.tell(textUnreadable.With("reason", reason(in.qualifyError(err))))
			continue
		}
		in.qualify(r)
		t.add(r)
		in.now = in.run.Evidence(r)
		err = p.Result(r)
		in.now = nil
		if err != nil {
			return cannotWrite(err)
		}
		bar.step()
	}
	return nil
}

func cannotWrite(err error) error {
	if e := (*userError)(nil); errors.As(err, &e) {
		return e // it was said where it failed
	}
	why, remedy := notWritten(err)
	return &userError{what: textCannotWrite.With("reason", why), remedy: remedy, err: err}
}

// notWritten says why something cannot be written, and what to do.
func notWritten(err error) (why, remedy msg.Text) {
	switch {
	case errors.Is(err, fs.ErrPermission):
		return textNoWriting.With(), textCannotWriteRemedy.With()
	case errors.Is(err, fs.ErrNotExist):
		return reason(err), textMakeFolderRemedy.With()
	case inUse(err):
		return reason(err), textInUseRemedy.With()
	}
	return reason(err), textCannotWriteRemedy.With()
}
