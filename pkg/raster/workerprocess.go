package raster

import (
	"context"
	"io"
	"runtime/debug"
	"sync"

	"github.com/tthclint/tthclint/pkg/raster/internal/pdfium"
	"github.com/tthclint/tthclint/pkg/raster/internal/worker"
)

// workerGC is how much garbage a worker may have in percent of what is in use,
// most of which is memory of PDFium's that was reserved and never touched.
const workerGC = 10

// ServeWorker draws pages for the [Renderer] that started this process, until
// in ends, which is no error. It is all that such a process does; in and out
// are its standard input and output, and nothing else may write to out. cache
// is [Options.Cache]. The code that draws cannot be interrupted: the renderer
// ends the process. The garbage collector of the process is set to collect
// early.
func ServeWorker(ctx context.Context, in io.Reader, out io.Writer, cache string) error {
	debug.SetGCPercent(workerGC)
	engine, err := pdfium.New(pdfium.Options{Cache: cache, Alone: true})
	if err != nil {
		return err
	}
	defer engine.Close()
	instance, err := engine.NewInstance()
	if err != nil {
		return err
	}
	defer instance.Close()
	return worker.Serve(ctx, in, out, instance)
}

// workerProcess draws in another process.
type workerProcess struct {
	process *Process
	client  *worker.Client
	kill    func() // once
}

// startWorker starts a process and waits until it can draw. It kills it when
// ctx ends.
func startWorker(ctx context.Context, start func() (*Process, error)) (drawer, error) {
	p, err := start()
	if err != nil {
		return nil, err
	}
	d := &workerProcess{process: p, client: worker.NewClient(p.Out, p.In), kill: sync.OnceFunc(p.Kill)}
	stop := context.AfterFunc(ctx, d.kill)
	defer stop()
	if err := d.client.Ready(); err != nil {
		d.kill()
		return nil, err
	}
	return d, nil
}

func (d *workerProcess) draw(ctx context.Context, document uint64, r io.ReaderAt, size int64, j pdfium.Job) (*pdfium.Picture, error) {
	stop := context.AfterFunc(ctx, d.kill)
	defer stop()
	return d.client.Draw(document, contextReaderAt{ctx, r}, size, j)
}

func (d *workerProcess) close() { d.kill() }
