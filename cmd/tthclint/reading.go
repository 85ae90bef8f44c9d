package main

import (
	"context"

	"github.com/spf13/pflag"

	"github.com/tthclint/tthclint/pkg/check"
	"github.com/tthclint/tthclint/pkg/msg"
)

// readingFlags say with what pages are read, in every subcommand that reads
// some.
type readingFlags struct {
	renderFlags
	ocrFlags
	forms string

	own      []string  // folders of the file of settings, in place of forms
	settings *settings // nil where the subcommand has none
}

func (f *readingFlags) define(set *pflag.FlagSet, say func(msg.Message) string) {
	f.ocrFlags.define(set, say)
	f.renderFlags.define(set, say)
	set.StringVar(&f.forms, "forms", "", say(helpOwnForms))
}

// readBy sets what pages are read with, jobs of them at once. done is never nil
// and frees it after the last page.
func (c *Command) readBy(ctx context.Context, f *readingFlags, jobs int, o *check.Options) (done func(), err error) {
	parallel := parallelPages(jobs)
	done = func() {}
	if o.Forms, err = c.allForms(f); err != nil {
		return done, err
	}
	renderer, err := c.renderer(&f.renderFlags, parallel)
	if err != nil {
		return done, err
	}
	done = func() { renderer.Close() }
	engine, closer, err := c.reader(ctx, &f.ocrFlags, f.cache, parallel)
	if err != nil {
		return done, err
	}
	o.Renderer, o.OCR = renderer, engine
	return func() { renderer.Close(); closer.Close() }, nil
}
