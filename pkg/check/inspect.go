package check

import (
	"context"
	"io"
	"iter"
	"slices"

	"github.com/tthclint/tthclint/pkg/dossier"
	"github.com/tthclint/tthclint/pkg/evidence"
	"github.com/tthclint/tthclint/pkg/lint"
	"github.com/tthclint/tthclint/pkg/raster"
)

// Inspector tells what the pages of files show: which form, and what stands in
// its fields. It reads them as [Dir] and [File] do and judges nothing. It is
// safe for use by several goroutines.
type Inspector struct{ run *Run }

// NewInspector prepares the reading of any number of files. Of the options,
// those on forms, values, pages and limits have a meaning for it.
func NewInspector(o Options) (*Inspector, error) {
	run, err := newRun(o)
	if err != nil {
		return nil, err
	}
	run.tools.Values, run.tools.Texts = o.Values, o.Values
	return &Inspector{run}, nil
}

// Head returns what the readings depend on besides the files.
func (in *Inspector) Head() lint.Head {
	h := in.run.head
	h.Rules = nil
	h.Engines = slices.DeleteFunc(slices.Clone(h.Engines), func(e lint.Engine) bool {
		return e.Name == engineRules || e.Name == engineSign
	})
	return h
}

// InspectedPage is what one page shows, with its picture.
type InspectedPage struct {
	evidence.PageReading
	Picture *raster.Page // nil where the page could not be drawn
}

// Pages reads the pages of a PDF of size bytes one after another; page alone
// where that is not 0. No more than one picture is in memory, unless the caller
// keeps them.
//
// A page that cannot be read is a reading that says why. The one error that may
// come, and is the last then, is that of ctx or a [FileError] about the file as
// a whole.
func (in *Inspector) Pages(ctx context.Context, name string, r io.ReaderAt, size int64, page int) iter.Seq2[*InspectedPage, error] {
	return func(yield func(*InspectedPage, error) bool) {
		for d, err := range dossier.Single(name, r, size, "").Dossiers(ctx) {
			var doc *evidence.Document
			if err == nil {
				doc = evidence.New(ctx, d, in.run.tools).Documents[0]
				err = evidence.EachPage(ctx, doc, in.run.tools, page, func(p evidence.PageReading, picture *raster.Page) bool {
					return yield(&InspectedPage{p, picture}, nil)
				})
			}
			if err != nil && ctx.Err() == nil && doc != nil {
				err = &FileError{faultOf(doc, err), err}
			}
			if err != nil {
				yield(nil, err)
			}
			return
		}
	}
}

// FileError says that no page of a file can be looked at.
type FileError struct {
	Fault Fault
	Err   error // says why in words, as a [lint.UnableError] does
}

// Error returns what lies under it.
func (e *FileError) Error() string { return e.Err.Error() }

// Unwrap returns what lies under it.
func (e *FileError) Unwrap() error { return e.Err }

// Inspect reads every page of a PDF of size bytes; see [Inspector.Pages].
func Inspect(ctx context.Context, name string, r io.ReaderAt, size int64, o Options) ([]evidence.PageReading, error) {
	in, err := NewInspector(o)
	if err != nil {
		return nil, err
	}
	var all []evidence.PageReading
	for page, err := range in.Pages(ctx, name, r, size, 0) {
		if err != nil {
			return nil, err
		}
		all = append(all, page.PageReading)
	}
	return all, nil
}
