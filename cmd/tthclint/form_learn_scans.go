package main

import (
	"context"
	"errors"
	"fmt"

	"github.com/tthclint/tthclint/pkg/check"
	"github.com/tthclint/tthclint/pkg/form"
	"github.com/tthclint/tthclint/pkg/ocr"
	"github.com/tthclint/tthclint/pkg/raster"
)

// maxScans is how many pages a form is made of at most: more tell nothing new.
const maxScans = 40

// scanned are the scans of the command line.
type scanned struct {
	command   *Command
	inspector *check.Inspector // draws the pages
	engine    ocr.Engine
	builtin   *form.Set
	sources   verifySources
}

// newScans prepares the reading of scans. done is never nil.
func (c *Command) newScans(ctx context.Context, f *learnFlags, paths []string) (s *scanned, done func(), err error) {
	o := check.Options{Version: version(), AsOf: c.Now()}
	free, err := c.readBy(ctx, &f.readingFlags, 1, &o)
	if err != nil {
		return nil, free, err
	}
	if o.OCR == nil {
		return nil, free, badValue("ocr", "none", textOther.With("error", "builtin, native"))
	}
	s = &scanned{command: c, engine: o.OCR, builtin: o.Forms, sources: c.verifySources("", paths)}
	done = func() {
		s.sources.close()
		free()
	}
	o.OCR = nil // which form a page shows does not matter yet
	s.inspector, err = check.NewInspector(o)
	return s, done, err
}

// pages calls with each page that can be drawn, at most n. What cannot be read
// is told and left out.
func (s *scanned) pages(ctx context.Context, n int, tell bool, with func(name string, picture *raster.Page) error) error {
	for file := range s.sources.files(ctx) {
		if n <= 0 {
			return nil
		}
		opened, err := file.open(ctx)
		if err != nil {
			if ctx.Err() != nil {
				return ctx.Err()
			}
			return err
		}
		err = s.pagesOf(ctx, file.name, opened, &n, tell, with)
		opened.close()
		if err != nil {
			return err
		}
	}
	return ctx.Err()
}

func (s *scanned) pagesOf(ctx context.Context, name string, file *opened, n *int, tell bool, with func(string, *raster.Page) error) error {
	for p, err := range s.inspector.Pages(ctx, name, file, file.size, 0) {
		if ctx.Err() != nil {
			return ctx.Err()
		}
		var fault *check.FileError
		if errors.As(err, &fault) {
			f := inspectFault(fault)
			return &userError{what: textLearnUnreadable.With("path", name, "reason", f.What), remedy: f.Remedy, err: err}
		}
		if err != nil {
			return err
		}
		shown := name
		if p.Page > 1 {
			shown = fmt.Sprintf("%s, %s", name, textLearnPage.With("n", p.Page).In(s.command.lang))
		}
		if p.Picture == nil {
			if tell {
				s.command.tell(textUnreadable.With("reason", textLearnSkipped.With("path", shown, "reason", p.Because)))
			}
			continue
		}
		if err := with(shown, p.Picture); err != nil {
			return err
		}
		if *n--; *n <= 0 {
			return nil
		}
	}
	return nil
}

// read reads all print of at most n pages. A page without print, as the empty
// back of a sheet, is left out.
func (s *scanned) read(ctx context.Context, n int) (prints []*form.Print, names []string, err error) {
	err = s.pages(ctx, n, true, func(name string, picture *raster.Page) error {
		p, err := form.ReadPrint(ctx, picture, s.engine)
		if err == nil && len(p.Lines) == 0 {
			s.command.tell(learnBlank.With("path", name))
			return nil
		}
		prints, names = append(prints, p), append(names, name)
		return err
	})
	return prints, names, err
}

// recognised reads the scans with a form beside the built-in ones, and returns
// how many show it, of how many with print, and the ids of the forms that were
// seen in its place.
func (s *scanned) recognised(ctx context.Context, f *form.Form) (known, all int, strangers []string, err error) {
	set := s.builtin.With(form.NewSet(f))
	err = s.pages(ctx, maxScans, false, func(_ string, picture *raster.Page) error {
		r, err := set.Read(ctx, picture, form.Options{OCR: s.engine})
		switch {
		case err != nil:
			return err
		case r.Form == f:
			known++
		case r.Reason == form.NoText:
			return nil
		case r.Form != nil:
			strangers = append(strangers, r.Form.ID)
		}
		all++
		return nil
	})
	return known, all, strangers, err
}
