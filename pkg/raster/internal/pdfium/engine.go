// Package pdfium draws pages with PDFium, compiled to WebAssembly and run by
// wazero: no system package, no cgo, no file system, bounded memory.
//
// It is the only package that imports go-pdfium. What it is given is hostile
// and what it yields is a picture of the size that was asked for, or an error.
package pdfium

import (
	"context"
	"errors"
	"fmt"
	"io"
	"time"

	"github.com/klippa-app/go-pdfium"
	"github.com/klippa-app/go-pdfium/webassembly"
	"github.com/tetratelabs/wazero"
	"github.com/tetratelabs/wazero/api"
	"github.com/tetratelabs/wazero/experimental"
)

// memoryPages is what one instance may allocate, in pages of 64 KiB: 256 MiB.
// A form that draws itself fills any memory that it is given.
const memoryPages = 4096

// Options say how the engine is built.
type Options struct {
	// Cache is a folder for compiled code; empty means none. A folder that cannot
	// be used is the same as none.
	Cache string
	// Alone says that the process does nothing else, has one instance at a time
	// and is killed when a drawing takes too long. Otherwise a drawing ends when
	// its context does, for which the code takes two to five times as long:
	// compiled code has no place where it could be stopped, and the garbage
	// collector, and with it the whole program, waits for it.
	Alone bool
}

// Engine is PDFium, compiled and ready to make instances. It may be used by
// several goroutines.
type Engine struct {
	pool   pdfium.Pool
	cache  wazero.CompilationCache
	cancel context.CancelFunc
}

// New compiles PDFium, which takes seconds, or loads it from the cache in a
// tenth of one.
func New(o Options) (*Engine, error) {
	if o.Cache != "" {
		// Whatever is wrong with the cache, the code can be compiled without.
		if cache, err := wazero.NewCompilationCacheWithDir(o.Cache); err == nil {
			if e, err := build(o, cache); err == nil {
				return e, nil
			}
			_ = cache.Close(context.Background())
		}
	}
	return build(o, nil)
}

func build(o Options, cache wazero.CompilationCache) (*Engine, error) {
	config := wazero.NewRuntimeConfig().
		// The module handles errors of C libraries with WebAssembly exceptions.
		WithCoreFeatures(api.CoreFeaturesV2 | experimental.CoreFeaturesExceptionHandling).
		WithMemoryLimitPages(memoryPages).
		WithCloseOnContextDone(!o.Alone)
	if cache != nil {
		config = config.WithCompilationCache(cache)
	}
	ctx, cancel := context.WithCancel(context.Background())
	settings := ctx
	if o.Alone {
		settings = experimental.WithMemoryAllocator(ctx, experimental.MemoryAllocatorFunc(reserve))
	}
	pool, err := webassembly.Init(webassembly.Config{
		Context:       settings,
		RuntimeConfig: config,
		FSConfig:      wazero.NewFSConfig(), // nothing; the default is the whole disk
		Stdout:        io.Discard,
		Stderr:        io.Discard,
		MaxTotal:      -1, // the caller counts
	})
	if err != nil {
		cancel()
		return nil, fmt.Errorf("pdfium: %w", err)
	}
	return &Engine{pool: pool, cache: cache, cancel: cancel}, nil
}

// Close frees the compiled code. No instance may be in use.
func (e *Engine) Close() error {
	err := e.pool.Close()
	e.cancel()
	if e.cache != nil {
		err = errors.Join(err, e.cache.Close(context.Background()))
	}
	return err
}

// instanceTime bounds the wait for an instance, which takes milliseconds.
const instanceTime = 30 * time.Second

// NewInstance returns a fresh instance with memory of its own.
func (e *Engine) NewInstance() (*Instance, error) {
	p, err := e.pool.GetInstance(instanceTime)
	if err != nil {
		return nil, fmt.Errorf("pdfium: %w", err)
	}
	return &Instance{pdfium: p}, nil
}
