// Package tesseract is Tesseract within the process: its build for WebAssembly,
// with the model for Vietnamese, run by wazero. Nothing has to be installed, and
// what goes wrong in it stays in a memory of its own: it has no files, no clock
// and no network.
//
// An [Engine] costs nothing until it is first asked to read. It then compiles
// the module, which takes about two seconds of one processor, or a tenth of that
// with [Options].Cache from the second process on.
package tesseract

import (
	"context"
	"errors"
	"fmt"
	"sync"
	"time"

	"github.com/tetratelabs/wazero"

	"github.com/tthclint/tthclint/pkg/ocr"
)

// Limits of a picture; see [ocr.PictureError].
const (
	MaxPixels = 12_000_000 // a page of A4 at 300 dpi has 8.7 million
	MaxSide   = 32_000     // px; Tesseract counts in 16 bits
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
	// positive. Each takes 30 MB of memory for lines and 90 MB for pages.
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
// It looks at ctx while it waits and between words, so that it ends within the
// time of one line of print, but for the search for lines, which it does not
// interrupt; that takes about a second for a full page. After an error the
// instance that it happened in is discarded, and the next Read takes another.
func (e *Engine) Read(ctx context.Context, p *ocr.Picture, l ocr.Layout) ([]ocr.Line, error) {
	if err := p.Check(MaxSide, MaxPixels); err != nil {
		return nil, err
	}
	if tooSmall(p) {
		return nil, ctx.Err()
	}
	select {
	case e.slots <- struct{}{}:
		defer func() { <-e.slots }()
	case <-ctx.Done():
		return nil, ctx.Err()
	}
	r, err := e.take(ctx)
	if err != nil {
		return nil, err
	}
	lines, err := r.read(ctx, p, l)
	if err == nil && !r.grown() {
		e.give(r)
		return lines, nil
	}
	r.close()
	if err != nil && ctx.Err() != nil {
		return nil, ctx.Err()
	}
	if err != nil {
		return nil, fmt.Errorf("tesseract: %w", err)
	}
	return lines, nil
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
		return nil, fmt.Errorf("tesseract: %w", err)
	}
	r, err := newReader(ctx, e.runtime, e.code)
	if err != nil {
		return nil, fmt.Errorf("tesseract: %w", err)
	}
	return r, nil
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
