package main

import (
	"context"
	"io"

	"github.com/spf13/pflag"

	"github.com/tthclint/tthclint/pkg/check"
	"github.com/tthclint/tthclint/pkg/msg"
)

// readingFlags say with what pages are read.
type readingFlags struct {
	renderFlags
	ocrFlags
	forms string
}

func (f *readingFlags) define(set *pflag.FlagSet, say func(msg.Message) string) {
	set.StringVar(&f.forms, "forms", "", say(helpOwnForms))
	f.ocrFlags.define(set, say)
	f.renderFlags.define(set, say)
}

// readBy sets with what pages are read, jobs of them at once, and returns what
// ends it.
func (c *Command) readBy(ctx context.Context, f *readingFlags, jobs int, o *check.Options) (io.Closer, error) {
	var err error
	if o.Forms, err = c.forms(f.forms); err != nil {
		return nothing{}, err
	}
	if o.Renderer, err = c.renderer(&f.renderFlags, parallelPages(jobs)); err != nil {
		return nothing{}, err
	}
	engine, closer, err := c.reader(ctx, &f.ocrFlags, f.cache, parallelPages(jobs))
	if err != nil {
		_ = o.Renderer.Close()
		return nothing{}, err
	}
	o.OCR = engine
	return closers{o.Renderer, closer}, nil
}

// closers are closed together.
type closers []io.Closer

func (all closers) Close() error {
	for _, c := range all {
		_ = c.Close() // nothing that was written is lost with them
	}
	return nil
}
