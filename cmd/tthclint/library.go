package main

import (
	"context"
	"io"
	"io/fs"
	"iter"

	"github.com/tthclint/tthclint/pkg/check"
	"github.com/tthclint/tthclint/pkg/evidence"
	"github.com/tthclint/tthclint/pkg/lint"
	"github.com/tthclint/tthclint/pkg/raster"
)

type (
	rule    = lint.Rule[*evidence.Dossier]
	edition = lint.Edition[*evidence.Dossier]
)

// library is what the command needs of pkg/check. Tests put another in its
// place to be interrupted or to fail at will.
type library struct {
	dir   func(context.Context, fs.FS, check.Options) (run, error)
	zip   func(context.Context, io.ReaderAt, int64, check.Options) (run, error)
	file  func(context.Context, string, io.ReaderAt, int64, check.Options) (run, error)
	rules func() []rule

	verifier func(check.Options) (verifier, error)
}

// verifier looks at the signatures of files; its methods may be called by
// several goroutines.
type verifier interface {
	Head() lint.Head
	File(ctx context.Context, name string, r io.ReaderAt, size int64) (*check.Verification, error)
}

// run is a check that was prepared and not yet carried out.
type run interface {
	Head() lint.Head
	Results(context.Context) iter.Seq2[*lint.Result, error]
	Summary() lint.Summary // after the results

	// What is known of the result that was given last, to show it.
	Evidence(*lint.Result) *evidence.Dossier
	Draw(ctx context.Context, doc *evidence.Document, page int) (*raster.Page, error)
}

func standardLibrary() library {
	return library{
		dir: func(ctx context.Context, fsys fs.FS, o check.Options) (run, error) {
			r, err := check.Dir(ctx, fsys, o)
			if err != nil {
				return nil, err
			}
			return r, nil
		},
		zip: func(ctx context.Context, r io.ReaderAt, size int64, o check.Options) (run, error) {
			z, err := check.Zip(ctx, r, size, o)
			if err != nil {
				return nil, err
			}
			return z, nil
		},
		file: func(ctx context.Context, name string, r io.ReaderAt, size int64, o check.Options) (run, error) {
			f, err := check.File(ctx, name, r, size, o)
			if err != nil {
				return nil, err
			}
			return f, nil
		},
		rules: check.Rules,
		verifier: func(o check.Options) (verifier, error) {
			v, err := check.NewVerifier(o)
			if err != nil {
				return nil, err
			}
			return v, nil
		},
	}
}
