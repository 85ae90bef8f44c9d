package raster

import (
	"context"
	"errors"
	"fmt"
	"io"
	"sync"
	"sync/atomic"
	"time"

	"github.com/tthclint/tthclint/pkg/raster/internal/pdfium"
)

// Options say how a [Renderer] works. The zero value draws in this process,
// one page at a time, without a cache.
type Options struct {
	// Cache is a folder for compiled code, which makes later starts take a tenth
	// of a second instead of seconds. Empty means none; a folder that cannot be
	// used is the same as none. Whoever can write into it can run code: it must
	// be as safe as the program itself.
	Cache string

	// Worker starts a process that draws, in which [ServeWorker] runs. It is
	// ended when a page takes too long, and another is started after any error.
	// Nil: pages are drawn in this process, in code that can be interrupted and
	// takes two to five times as long.
	Worker func() (*Process, error)

	// Parallel is how many pages may be drawn at once; less than 1 means 1. Each
	// takes up to 256 MiB.
	Parallel int

	// Starting is called, once, when the first start takes long enough for
	// somebody to wonder. It may be called from any goroutine; nil is allowed.
	Starting func()
}

// Process is a process in which [ServeWorker] runs, with In as its standard
// input and Out as its standard output.
type Process struct {
	In  io.Writer
	Out io.Reader
	// Kill ends the process at once, closes the pipes and returns when it is
	// gone. It is called once.
	Kill func()
}

// Renderer draws the pages that are no plain scan: JBIG2 and JPEG 2000, text
// and line art, transparency. It uses PDFium, compiled to WebAssembly, with
// bounded memory and without access to any file. Nothing is started or compiled
// before the first such page. A Renderer may be used by several goroutines and
// for many documents; it must be closed.
type Renderer struct {
	options   Options
	slots     chan *slot
	engine    func() (*pdfium.Engine, error) // compiled once, in this process
	compiled  atomic.Bool
	documents atomic.Uint64
	starting  sync.Once
	closed    atomic.Bool
}

// slot is the right to draw, and what is kept from one drawing to the next.
type slot struct {
	drawer drawer // nil: none is running
	pages  int    // drawn by it
}

// drawer draws pages. It is used by one goroutine at a time, and no more after
// an error; draw ends soon when its context does.
type drawer interface {
	draw(ctx context.Context, document uint64, r io.ReaderAt, size int64, j pdfium.Job) (*pdfium.Picture, error)
	close()
}

const (
	pagesPerDrawer = 200             // then it is replaced: memory of WebAssembly never shrinks
	startTime      = 3 * time.Minute // of a start, compilation included
	patience       = time.Second     // before Options.Starting is called
)

// NewRenderer returns a renderer that nothing was started for yet.
func NewRenderer(o Options) *Renderer {
	r := &Renderer{options: o, slots: make(chan *slot, max(1, o.Parallel))}
	for range cap(r.slots) {
		r.slots <- &slot{}
	}
	r.engine = sync.OnceValues(func() (*pdfium.Engine, error) {
		r.compiled.Store(true)
		return pdfium.New(pdfium.Options{Cache: o.Cache})
	})
	return r
}

// Open is [Open] for a document all of whose pages can be drawn.
func (r *Renderer) Open(ctx context.Context, file io.ReaderAt, size int64, l Limits) (*Document, error) {
	d, err := Open(ctx, file, size, l)
	if err != nil {
		return nil, err
	}
	d.renderer, d.id = r, r.documents.Add(1)
	return d, nil
}

// Close ends what was started. It waits for drawings that are under way; later
// ones return [ErrClosed].
func (r *Renderer) Close() error {
	if r.closed.Swap(true) {
		return nil
	}
	for range cap(r.slots) {
		(<-r.slots).drop()
	}
	close(r.slots)
	if !r.compiled.Load() {
		return nil
	}
	engine, err := r.engine()
	if err != nil {
		return nil // told when it was needed
	}
	return engine.Close()
}

func (s *slot) drop() {
	if s.drawer != nil {
		s.drawer.close()
		s.drawer, s.pages = nil, 0
	}
}

// draw waits for its turn, which is bounded by the context alone, and draws for
// at most limit.
func (r *Renderer) draw(ctx context.Context, limit time.Duration, d *Document, j pdfium.Job) (*pdfium.Picture, error) {
	var s *slot
	select {
	case s = <-r.slots:
	case <-ctx.Done():
		return nil, ctx.Err()
	}
	if s == nil {
		return nil, ErrClosed
	}
	defer func() { r.slots <- s }()
	if s.pages >= pagesPerDrawer {
		s.drop()
	}
	if s.drawer == nil {
		var err error
		if s.drawer, err = r.start(ctx); err != nil {
			return nil, err
		}
	}
	s.pages++
	current := s.drawer
	picture, err := guard(ctx, limit, func(ctx context.Context) (*pdfium.Picture, error) {
		p, err := current.draw(ctx, d.id, d.file.r, d.file.size, j)
		if err != nil {
			current.close()
		}
		return p, err
	})
	if err != nil {
		s.drawer, s.pages = nil, 0 // closed above, be it later
	}
	return picture, err
}

// start starts a drawer. A start that was given up is ended when it is through.
func (r *Renderer) start(ctx context.Context) (drawer, error) {
	wonder := time.AfterFunc(patience, func() {
		if r.options.Starting != nil {
			r.starting.Do(r.options.Starting)
		}
	})
	defer wonder.Stop()
	d, err := guardAnd(ctx, startTime, r.startDrawer, drawer.close)
	if err != nil && ctx.Err() == nil {
		return nil, fmt.Errorf("%w: %w", ErrNoRenderer, err)
	}
	return d, err
}

func (r *Renderer) startDrawer(ctx context.Context) (drawer, error) {
	if r.options.Worker != nil {
		return startWorker(ctx, r.options.Worker)
	}
	engine, err := r.engine()
	if err != nil {
		return nil, err
	}
	i, err := engine.NewInstance()
	if err != nil {
		return nil, err
	}
	return inProcess{i}, nil
}

// inProcess draws in this process.
type inProcess struct{ instance *pdfium.Instance }

func (d inProcess) draw(ctx context.Context, document uint64, r io.ReaderAt, size int64, j pdfium.Job) (*pdfium.Picture, error) {
	return d.instance.Draw(ctx, document, contextReaderAt{ctx, r}, size, j)
}

func (d inProcess) close() { d.instance.Close() }

// drawError sorts the errors of a drawing into those of this package.
func drawError(err error) error {
	switch {
	case errors.Is(err, context.Canceled), errors.Is(err, context.DeadlineExceeded),
		errors.Is(err, ErrTimeout), errors.Is(err, ErrClosed), errors.Is(err, ErrNoRenderer):
		return err
	case errors.Is(err, pdfium.ErrImage):
		return fmt.Errorf("%w: %w", ErrUnreadable, err)
	case errors.Is(err, pdfium.ErrPages), errors.Is(err, pdfium.ErrShape), errors.Is(err, pdfium.ErrOpen):
		return fmt.Errorf("%w: %w", unsupported(ReadersDisagree), err)
	}
	return fmt.Errorf("%w: %w", unsupported(RenderFailed), err)
}
