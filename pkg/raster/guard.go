package raster

import (
	"context"
	"errors"
	"fmt"
	"io"
	"time"
)

// guard runs f in a goroutine of its own for at most limit. A panic in f
// becomes an error. When time runs out the goroutine is abandoned: its context
// is cancelled and every reader it uses fails from then on, so that it ends
// soon, but a loop inside the PDF library that reads nothing would live on.
func guard[T any](ctx context.Context, limit time.Duration, f func(context.Context) (T, error)) (T, error) {
	return guardAnd(ctx, limit, f, func(T) {})
}

// guardAnd is guard for values that must be given back: late gets what f
// yields after nobody waits for it any more.
func guardAnd[T any](ctx context.Context, limit time.Duration, f func(context.Context) (T, error), late func(T)) (T, error) {
	type result struct {
		v   T
		err error
	}
	var zero T
	if err := ctx.Err(); err != nil {
		return zero, err
	}
	inner, cancel := context.WithTimeoutCause(ctx, limit, ErrTimeout)
	defer cancel()
	done := make(chan result, 1)
	go func() {
		var r result
		defer func() {
			if p := recover(); p != nil {
				r = result{err: unreadable("panic: %v", p)}
			}
			done <- r
		}()
		r.v, r.err = f(inner)
	}()
	select {
	case r := <-done:
		if r.err != nil && inner.Err() != nil {
			return zero, stopped(ctx, inner)
		}
		return r.v, r.err
	case <-inner.Done():
		go func() {
			if r := <-done; r.err == nil {
				late(r.v)
			}
		}()
		return zero, stopped(ctx, inner)
	}
}

// stopped is the error of a context that ended: the caller's own reason if the
// caller ended it, ErrTimeout if our limit did.
func stopped(outer, inner context.Context) error {
	if err := outer.Err(); err != nil {
		return err
	}
	if errors.Is(context.Cause(inner), ErrTimeout) {
		return ErrTimeout
	}
	return fmt.Errorf("%w: %w", ErrTimeout, inner.Err())
}

// contextReader fails once its context is done, which ends decoders that would
// otherwise chew on a small input for a long time.
type contextReader struct {
	ctx context.Context
	r   io.Reader
}

func (c contextReader) Read(p []byte) (int, error) {
	if err := c.ctx.Err(); err != nil {
		return 0, err
	}
	return c.r.Read(p)
}

// contextReaderAt is contextReader for reads at a place.
type contextReaderAt struct {
	ctx context.Context
	r   io.ReaderAt
}

func (c contextReaderAt) ReadAt(p []byte, off int64) (int, error) {
	if err := c.ctx.Err(); err != nil {
		return 0, err
	}
	return c.r.ReadAt(p, off)
}

// budgetReader is the file as the PDF library sees it. It fails once its
// context is done or much more was read than the file holds: streams that
// overlap, or tables that send the reader round and round, would otherwise make
// a small file fill the memory. Large reads (stream bodies) may total 4 times
// the size, small ones (objects are looked for in blocks of 4 KiB) 64 times.
type budgetReader struct {
	ctx          context.Context
	r            io.ReaderAt
	size         int64
	pos          int64
	large, small int64
}

func newBudgetReader(ctx context.Context, r io.ReaderAt, size int64) *budgetReader {
	return &budgetReader{ctx: ctx, r: r, size: size, large: 4*size + 1<<20, small: 64*size + 64<<20}
}

func (b *budgetReader) Read(p []byte) (int, error) {
	if err := b.ctx.Err(); err != nil {
		return 0, err
	}
	if b.pos >= b.size {
		return 0, io.EOF
	}
	if rest := b.size - b.pos; int64(len(p)) > rest {
		p = p[:rest]
	}
	left := &b.small
	if len(p) > 4096 {
		left = &b.large
	}
	if *left -= int64(len(p)); *left < 0 {
		return 0, tooLarge("file is read over and over")
	}
	n, err := b.r.ReadAt(p, b.pos)
	b.pos += int64(n)
	if n > 0 && errors.Is(err, io.EOF) {
		err = nil
	}
	return n, err
}

func (b *budgetReader) Seek(offset int64, whence int) (int64, error) {
	switch whence {
	case io.SeekCurrent:
		offset += b.pos
	case io.SeekEnd:
		offset += b.size
	}
	if offset < 0 {
		return 0, errors.New("raster: seek before the start of the file")
	}
	b.pos = offset
	return offset, nil
}
