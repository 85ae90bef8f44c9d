package main

import (
	"os"

	"github.com/spf13/pflag"

	"github.com/tthclint/tthclint/pkg/check"
	"github.com/tthclint/tthclint/pkg/form"
	"github.com/tthclint/tthclint/pkg/msg"
	"github.com/tthclint/tthclint/pkg/sign/words"
)

// readingFlags say with what pages are read.
type readingFlags struct {
	forms, ocr string
}

func (f *readingFlags) define(set *pflag.FlagSet, say func(msg.Message) string) {
	set.StringVar(&f.forms, "forms", "", say(helpForms))
	set.StringVar(&f.ocr, "ocr", "none", say(helpOCR))
}

// readBy sets what pages are read with.
func (c *Command) readBy(f *readingFlags, o *check.Options) error {
	if f.ocr != "none" {
		return badValue("ocr", f.ocr, textOther.With("error", "none"))
	}
	if f.forms == "" {
		return nil
	}
	info, err := os.Stat(f.forms)
	if err != nil {
		return cannotOpen(f.forms, err)
	}
	if !info.IsDir() {
		return &userError{what: textFormsNoFolder.With("path", f.forms), remedy: textFormsRemedy.With()}
	}
	if o.Forms, err = form.Load(os.DirFS(f.forms)); err != nil {
		return &userError{what: textFormsBroken.With("path", f.forms, "reason", words.Detail(err.Error())), remedy: textFormsRemedy.With(), err: err}
	}
	if len(o.Forms.Forms()) == 0 {
		return &userError{what: textFormsNone.With("path", f.forms), remedy: textFormsRemedy.With()}
	}
	return nil
}
