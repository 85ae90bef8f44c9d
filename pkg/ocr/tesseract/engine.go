// Package tesseract is Tesseract within the process: its build for WebAssembly,
// with the model for Vietnamese, run by wazero. Nothing has to be installed, and
// what goes wrong in it stays in a memory of its own: it has no files, no clock
// and no network.
//
// An [Engine] costs nothing until it is first asked to read. It then compiles
// the module, which takes about 1.5 s of one processor, or a tenth of that with
// [Options].Cache from the second process on.
package tesseract

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"sync"
	"time"

	"github.com/tetratelabs/wazero"

	"github.com/tthclint/tthclint/pkg/ocr"
)

// Limits of a picture; see [ocr.PictureError]. They bound the time that the
// search for lines takes on a picture that is made to be slow.
const (
	MaxPixels     = 5_000_000 // a page of A3 at 150 dpi has 4.4 million
	MaxLinePixels = 500_000   // of an [ocr.Single]; a line across A4 at 300 dpi has 0.2 million
	MaxSide       = 10_000    // px
)

// memoryPages limits the memory of one instance, in pages of 64 KiB: 256 MiB.
const memoryPages = 4096

// Options are settings of an [Engine]. The zero value will do.
type Options struct {
	// Cache is a folder where compiled code is kept for other processes; it is
	// made if missing. Whoever can write there can run code as this process.
	// Empty means none. A folder that cannot be used counts as none.
	Cache string
	// Progress, if set, is called once when getting ready has taken a moment and
	// is going to take seconds. It is called on a goroutine of its own.
	Progress func()
	// Instances is how many pictures are read at the same time, 1 if not
	// positive. Each takes 16 MiB of memory for lines and 26 MiB for pages.
	Instances int
}

// Engine is an [ocr.Engine]. It is safe for concurrent use; readers beyond
// [Options].Instances wait.
type Engine struct {
	options Options
	slots   chan struct{} // filled by readers

	mu      sync.Mutex
	runtime wazero.Runtime // nil until first used, and after Close
	code    wazero.CompiledModule
	cache   wazero.CompilationCache
	idle    []*reader
	closed  bool
}

var _ ocr.Engine = (*Engine)(nil)

// ErrClosed is returned by an engine that has been closed.
var ErrClosed = errors.New("tesseract: the engine is closed")

// New returns an engine. Close it when it is no longer needed.
func New(o Options) *Engine {
	return &Engine{options: o, slots: make(chan struct{}, max(1, o.Instances))}
}

// Version implements [ocr.Engine].
func (e *Engine) Version() string { return version }

// Read implements [ocr.Engine]. Beyond what is said there, it returns an
// [ocr.PictureError] for a picture that is too large.
//
// It returns as soon as ctx is done. The run in the instance then ends at the
// next word; the search for lines before the first one, of some 0.3 s for a
// page and up to 10 s for the worst picture, is not interrupted, since checks
// by the runtime would make all of Tesseract eight times as slow. Its place is
// free after that, so there are never more runs than [Options].Instances. After
// an error the instance that it happened in is discarded, and the next Read
// takes another.
//
// What a line costs is its number of letters, some 1.5 ms each, and hardly its
// resolution. Print whose place is known is read best as one picture of each
// line ([ocr.Single]), turned level, with 8 px of bare paper around; stacking
// lines in one picture is neither quicker nor surer. Capitals of 12 px are
// enough to know a caption by, its diacritics want 18.
func (e *Engine) Read(ctx context.Context, p *ocr.Picture, l ocr.Layout) ([]ocr.Line, error) {
	if err := p.Check(MaxSide, maxPixels(l)); err != nil {
		return nil, err
	}
	if tooSmall(p) {
		return nil, ctx.Err()
	}
	select {
	case e.slots <- struct{}{}:
	case <-ctx.Done():
		return nil, ctx.Err()
	}
	own := *p // the run may go on after the return
	own.Pix = slices.Clone(p.Pix)
	var lines []ocr.Line
	var err error
	done := make(chan struct{})
	go func() {
		defer func() { <-e.slots }()
		defer close(done)
		lines, err = e.run(ctx, &own, l)
	}()
	select {
	case <-done:
		return lines, err
	case <-ctx.Done():
		return nil, ctx.Err()
	}
}

// run reads a picture in an instance.
func (e *Engine) run(ctx context.Context, p *ocr.Picture, l ocr.Layout) ([]ocr.Line, error) {
	r, err := e.take(ctx)
	if err != nil {
		return nil, wrap(ctx, err)
	}
	lines, err := r.read(ctx, p, l)
	if err != nil || r.grown() {
		r.close()
	} else {
		e.give(r)
	}
	return lines, wrap(ctx, err)
}

// wrap returns the error of a context that is done rather than what the module
// makes of it.
func wrap(ctx context.Context, err error) error {
	switch {
	case err == nil:
		return nil
	case ctx.Err() != nil:
		return ctx.Err()
	case errors.Is(err, ErrClosed):
		return err
	}
	return fmt.Errorf("tesseract: %w", err)
}

// take returns a reader that is idle, or a new one.
func (e *Engine) take(ctx context.Context) (*reader, error) {
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	e.mu.Lock()
	defer e.mu.Unlock()
	if e.closed {
		return nil, ErrClosed
	}
	if n := len(e.idle); n > 0 {
		r := e.idle[n-1]
		e.idle = e.idle[:n-1]
		return r, nil
	}
	if err := e.prepare(context.WithoutCancel(ctx)); err != nil {
		return nil, err
	}
	return newReader(ctx, e.runtime, e.code)
}

func (e *Engine) give(r *reader) {
	e.mu.Lock()
	defer e.mu.Unlock()
	e.idle = append(e.idle, r)
}

// prepare compiles the module, unless it is. What another process has left in
// the cache may be broken: then it does without.
func (e *Engine) prepare(ctx context.Context) error {
	if e.runtime != nil {
		return nil
	}
	if e.options.Progress != nil {
		const moment = 400 * time.Millisecond
		defer time.AfterFunc(moment, e.options.Progress).Stop()
	}
	if e.options.Cache != "" {
		if cache, err := wazero.NewCompilationCacheWithDir(e.options.Cache); err == nil {
			if e.compile(ctx, cache) == nil {
				e.cache = cache
				return nil
			}
			cache.Close(ctx)
		}
	}
	return e.compile(ctx, nil)
}

func (e *Engine) compile(ctx context.Context, cache wazero.CompilationCache) error {
	config := wazero.NewRuntimeConfig().WithMemoryLimitPages(memoryPages).WithDebugInfoEnabled(false)
	if cache != nil {
		config = config.WithCompilationCache(cache)
	}
	r := wazero.NewRuntimeWithConfig(ctx, config)
	code, err := r.CompileModule(ctx, module)
	if err == nil {
		err = instantiateImports(ctx, r)
	}
	if err != nil {
		r.Close(ctx)
		return err
	}
	e.runtime, e.code = r, code
	return nil
}

// Close waits for readers and frees what the engine holds.
func (e *Engine) Close() error {
	for range cap(e.slots) {
		e.slots <- struct{}{}
	}
	defer func() {
		for range cap(e.slots) {
			<-e.slots
		}
	}()
	e.mu.Lock()
	defer e.mu.Unlock()
	e.closed, e.idle = true, nil
	if e.runtime == nil {
		return nil
	}
	ctx := context.Background()
	err := e.runtime.Close(ctx)
	if e.cache != nil {
		err = errors.Join(err, e.cache.Close(ctx))
	}
	e.runtime = nil
	return err
}
