package raster

import (
	"context"
	"errors"
	"fmt"
	"io"
	"sync"
	"sync/atomic"

	"github.com/pdfcpu/pdfcpu/pkg/api"
	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu"
	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/model"
)

// Document is an open PDF. Its methods may be called from several goroutines.
type Document struct {
	limits Limits
	facts  Facts
	pages  []pageNode
	file   objects

	renderer *Renderer // nil: plain scans only
	id       uint64    // its number for this document

	// turn is held by whoever walks the object table: pdfcpu resolves objects
	// lazily and writes into the table while it does. A channel, because a
	// waiter must be able to give up. Pixels are decoded outside of it.
	turn   chan struct{}
	closed atomic.Bool
}

// Facts are what a document says of itself.
type Facts struct {
	Version   string // PDF version, as "1.7"; the catalog's where it has one
	Pages     int    // number of pages
	Encrypted bool   // encrypted, with an empty user password
}

// disableConfigDir keeps pdfcpu out of the user's profile. It must come before
// any other call of pdfcpu and writes a variable of that package, hence once.
var disableConfigDir = sync.OnceFunc(api.DisableConfigDir)

// Open reads the structure of a PDF of size bytes, whose plain scans can be
// drawn then; see [Renderer.Open] for the rest. The first size bytes of a longer
// file are a document of their own: that is how the revision that a signature
// covers is opened. r must stay readable until
// the last Render has returned: page pictures are read from it on demand and
// are not kept in memory. Nothing is ever written to a file.
//
// Open returns [ErrEncrypted], [ErrUnreadable], [ErrTooLarge] or [ErrTimeout]
// (wrapped), or the context's own error. It works in a goroutine that is
// abandoned when time runs out; see [Limits].
func Open(ctx context.Context, r io.ReaderAt, size int64, l Limits) (*Document, error) {
	disableConfigDir()
	l = l.withDefaults()
	if size <= 0 {
		return nil, unreadable("empty file")
	}
	if size > l.FileBytes {
		return nil, tooLarge("file of %d bytes", size)
	}
	return guard(ctx, l.OpenTime, func(ctx context.Context) (*Document, error) {
		return open(ctx, r, size, l)
	})
}

func open(ctx context.Context, r io.ReaderAt, size int64, l Limits) (*Document, error) {
	table, err := pdfcpu.ReadWithContext(ctx, newBudgetReader(ctx, r, size), configuration(size, l))
	if err != nil {
		return nil, readError(err)
	}
	d := &Document{limits: l, turn: make(chan struct{}, 1)}
	d.file = objects{table: table.XRefTable, r: r, size: size}
	if d.pages, err = d.file.walkPages(ctx, l.Pages); err != nil {
		return nil, err
	}
	d.facts = Facts{Version: table.VersionString(), Pages: len(d.pages), Encrypted: table.Encrypt != nil}
	if table.Encrypt == nil {
		d.file.dropStreams()
	}
	return d, nil
}

// configuration limits what pdfcpu allocates. No stream can be longer than the
// file it is in.
func configuration(size int64, l Limits) *model.Configuration {
	c := model.NewDefaultConfiguration()
	c.ValidationMode = model.ValidationRelaxed
	c.Optimize, c.OptimizeBeforeWriting, c.OptimizeResourceDicts = false, false, false
	c.Offline = true
	c.Limits.MaxStreamBytes = size
	c.Limits.MaxDecodeBytes = min(l.StreamBytes, 64<<20) // object and cross-reference streams
	c.Limits.MaxImagePixels = l.Pixels
	c.Limits.MaxObjectCount = 1_000_000
	c.Limits.MaxXRefEntries = 1_000_000
	return c
}

// readError sorts what pdfcpu reports into the errors of this package.
func readError(err error) error {
	switch {
	case errors.Is(err, ErrTooLarge):
		return err
	case errors.Is(err, pdfcpu.ErrWrongPassword), errors.Is(err, pdfcpu.ErrEncrypted),
		errors.Is(err, pdfcpu.ErrOwnerPasswordRequired), errors.Is(err, pdfcpu.ErrPermissionDenied),
		errors.Is(err, pdfcpu.ErrUnsupportedEncryptionFeature):
		return fmt.Errorf("%w: %w", ErrEncrypted, err)
	}
	return fmt.Errorf("%w: %w", ErrUnreadable, err)
}

// Facts returns what the document says of itself.
func (d *Document) Facts() Facts { return d.facts }

// Sheet is the displayed page without its content.
type Sheet struct {
	WidthMM, HeightMM float64 // after cropping and turning
	Rotate            int     // how the page is turned for display: 0, 90, 180 or 270 degrees clockwise
}

// Sheet returns size and rotation of page n, counted from 1, for pages that
// cannot be drawn too. Errors are those of [Document.Render].
func (d *Document) Sheet(ctx context.Context, n int) (Sheet, error) {
	return guard(ctx, d.limits.PageTime, func(ctx context.Context) (out Sheet, err error) {
		err = d.take(ctx, n, func(node pageNode) error {
			s := node.sheet(&d.file)
			out = Sheet{WidthMM: millimetres(s.w), HeightMM: millimetres(s.h), Rotate: 90 * s.turns}
			return nil
		})
		return out, err
	})
}

// Close frees the document. Later calls of Render return [ErrClosed]; a Render
// that is under way ends normally. Close never waits and always returns nil.
func (d *Document) Close() error {
	d.closed.Store(true)
	select {
	case d.turn <- struct{}{}:
		d.file.table, d.pages = nil, nil
		<-d.turn
	default: // in use; freed with the document itself
	}
	return nil
}
