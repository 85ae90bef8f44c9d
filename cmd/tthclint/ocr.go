package main

import (
	"context"
	"errors"
	"io"

	"github.com/spf13/pflag"

	"github.com/tthclint/tthclint/pkg/msg"
	"github.com/tthclint/tthclint/pkg/ocr"
	"github.com/tthclint/tthclint/pkg/ocr/native"
	"github.com/tthclint/tthclint/pkg/ocr/tesseract"
)

// ocrFlags are the flags of subcommands that read print.
type ocrFlags struct{ engine string }

func (f *ocrFlags) define(set *pflag.FlagSet, say func(msg.Message) string) {
	set.StringVar(&f.engine, "ocr", "builtin", say(helpOCR))
}

// reader returns what reads print, and what closes it; nil where none is
// wanted. cache is the folder for compiled code, parallel how many pictures may
// be read at once.
func (c *Command) reader(ctx context.Context, f *ocrFlags, cache string, parallel int) (ocr.Engine, io.Closer, error) {
	switch f.engine {
	case "builtin":
		e := tesseract.New(tesseract.Options{Cache: cache, Instances: parallel, Progress: c.preparing})
		if c.reading != nil {
			return c.reading(e), e, nil
		}
		return e, e, nil
	case "native":
		e, err := native.New(ctx, "tesseract")
		if errors.Is(err, native.ErrMissing) {
			return nil, nothing{}, &userError{what: textNoNativeOCR.With("error", err.Error()), remedy: textNoNativeOCRRemedy.With(), err: err}
		}
		return e, nothing{}, err
	case "none":
		return nil, nothing{}, nil
	}
	return nil, nothing{}, badValue("ocr", f.engine, textOther.With("error", "builtin, native, none"))
}

// nothing is what needs no closing.
type nothing struct{}

func (nothing) Close() error { return nil }
