package sheet

import (
	"context"
	"errors"
	"fmt"
	"io"
)

// part is an entry of the archive that is being inflated. It counts.
type part struct {
	io.ReadCloser
	book *Book
	ctx  context.Context
	name string
	left int64 // bytes that may be read of it
}

func (b *Book) open(ctx context.Context, name string) (*part, error) {
	f := b.files[name]
	if f == nil {
		return nil, fmt.Errorf("%w: no part %q", ErrDamaged, name)
	}
	r, err := f.Open()
	if err != nil {
		return nil, fmt.Errorf("%w: %s: %w", ErrDamaged, name, err)
	}
	// What the directory says of the packed size is what is read of the file.
	left := max(freeInflated, int64(min(f.CompressedSize64, 1<<40))*b.limits.Ratio)
	return &part{ReadCloser: r, book: b, ctx: ctx, name: name, left: left}, nil
}

func (p *part) Read(into []byte) (int, error) {
	if err := p.ctx.Err(); err != nil {
		return 0, err
	}
	n, err := p.ReadCloser.Read(into)
	if p.left -= int64(n); p.left < 0 || !p.book.spend(n) {
		return 0, ErrBomb
	}
	return n, err
}

// explain names the part of an error about its content.
func (p *part) explain(err error) error {
	switch {
	case p.ctx.Err() != nil:
		return p.ctx.Err()
	case errors.Is(err, ErrBomb), errors.Is(err, ErrDamaged):
		return fmt.Errorf("%s: %w", p.name, err)
	}
	return fmt.Errorf("%w: %s: %w", ErrDamaged, p.name, err)
}
