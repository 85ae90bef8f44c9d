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
	ctx       context.Context
	name      string
	read      int64
	most      int64 // bytes that may be read
	exhausted bool
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
	most := max(freeInflated, min(int64(min(f.CompressedSize64, 1<<40))*b.limits.Ratio, b.limits.Inflated))
	return &part{ReadCloser: r, ctx: ctx, name: name, most: min(most, b.limits.Inflated)}, nil
}

func (p *part) Read(into []byte) (int, error) {
	if err := p.ctx.Err(); err != nil {
		return 0, err
	}
	if p.read >= p.most {
		p.exhausted = true
		return 0, ErrBomb
	}
	if left := p.most - p.read; int64(len(into)) > left {
		into = into[:left]
	}
	n, err := p.ReadCloser.Read(into)
	p.read += int64(n)
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
