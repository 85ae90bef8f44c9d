// Package archive reads a .zip file as a folder, without unpacking it anywhere.
//
// [Open] looks at the directory of the archive before anything is inflated: how
// many entries there are, what they sum up to, whether they overlap, and where
// their names lead. What it gives is an [fs.FS] for [dossier.Open]. An entry
// that cannot be read keeps its place and says why when it is opened; one whose
// name leads nowhere comes out of [Archive.Faults]. An archive in an archive is
// a file like others and is never opened.
package archive

import (
	"archive/zip"
	"context"
	"errors"
	"io"
	"io/fs"
)

// Limits bound what an archive may cost. Zero fields mean those of
// [DefaultLimits].
type Limits struct {
	Entries   int   // entries and folders
	Directory int64 // bytes of the list of entries
	Total     int64 // bytes that all entries together inflate to
	Ratio     int64 // the same for each byte of the archive, beyond the first GiB
	Held      int64 // bytes of one compressed entry, which is in memory while it is read
}

// DefaultLimits are above what an office packs into one archive.
func DefaultLimits() Limits {
	return Limits{Entries: 500_000, Directory: 64 << 20, Total: 256 << 30, Ratio: 100, Held: 64 << 20}
}

func (l Limits) orDefault() Limits {
	d := DefaultLimits()
	for _, f := range []struct{ at, def *int64 }{
		{&l.Directory, &d.Directory}, {&l.Total, &d.Total}, {&l.Ratio, &d.Ratio}, {&l.Held, &d.Held},
	} {
		if *f.at == 0 {
			*f.at = *f.def
		}
	}
	if l.Entries == 0 {
		l.Entries = d.Entries
	}
	return l
}

// freeInflated is what any archive may inflate to, whatever its size, in bytes.
const freeInflated = 1 << 30

// Archive is an opened archive. Its methods may be called by many goroutines, if
// the reader under it permits that.
type Archive struct {
	tree
	r      io.ReaderAt
	faults []error
	limits Limits
}

var _ fs.ReadDirFS = (*Archive)(nil)

// Open reads the list of entries of an archive of size bytes. The error is an
// [Error], that of the context or that of the reader.
func Open(ctx context.Context, r io.ReaderAt, size int64, l Limits) (*Archive, error) {
	l = l.orDefault()
	files, err := list(ctx, r, size, l)
	if err != nil {
		return nil, wholeError(err)
	}
	a := &Archive{r: r, limits: l, tree: newTree()}
	for i, f := range files {
		if i%1000 == 0 && ctx.Err() != nil {
			return nil, ctx.Err()
		}
		if err := a.place(f); err != nil {
			return nil, wholeError(err)
		}
	}
	a.sort()
	return a, nil
}

// Faults returns what cannot be read and has no place in the tree, each a
// [fs.PathError] with the name of an entry.
func (a *Archive) Faults() []error { return a.faults }

// place gives an entry its place in the tree. An error is one of the archive.
func (a *Archive) place(f *zip.File) error {
	name, why := nameOf(f)
	if why != nil {
		a.faults = append(a.faults, why)
		return nil
	}
	if name == "." {
		return nil // the folder itself
	}
	why, err := a.add(name, f, a.limits.Entries)
	if why != nil {
		a.faults = append(a.faults, why)
	}
	return err
}

// list reads the directory of an archive and looks at its sums.
func list(ctx context.Context, r io.ReaderAt, size int64, l Limits) ([]*zip.File, error) {
	end, err := endOf(r, size)
	switch {
	case err != nil:
		return nil, err
	case end.split:
		return nil, errSplit
	case end.entries > uint64(l.Entries), end.size > uint64(l.Directory):
		return nil, errTooMany
	}
	source := &counted{ctx: ctx, r: r, left: l.Directory + endBytes}
	archive, err := zip.NewReader(source, size)
	if err != nil {
		return nil, source.explain(err)
	}
	source.open = true // entries are counted on their own
	if len(archive.File) > l.Entries {
		return nil, errTooMany
	}
	var packed, inflated uint64
	for _, f := range archive.File {
		packed, inflated = packed+f.CompressedSize64, inflated+f.UncompressedSize64
		if packed > uint64(size) { // two entries share bytes, as in the densest bombs
			return nil, errOverlap
		}
		if inflated > uint64(l.Total) || inflated > freeInflated && inflated/uint64(l.Ratio) > uint64(size) {
			return nil, errBomb
		}
	}
	return archive.File, nil
}

// counted bounds how much is read while the list of entries is, since the
// archive itself says how long that is, and may lie.
type counted struct {
	ctx  context.Context
	r    io.ReaderAt
	left int64
	open bool // the list has been read
}

func (c *counted) ReadAt(p []byte, at int64) (int, error) {
	if c.open {
		return c.r.ReadAt(p, at)
	}
	if err := c.ctx.Err(); err != nil {
		return 0, err
	}
	if c.left -= int64(len(p)); c.left < 0 {
		return 0, errTooMany
	}
	return c.r.ReadAt(p, at)
}

// explain tells an error that has its own reason from a damaged archive.
func (c *counted) explain(err error) error {
	switch {
	case c.ctx.Err() != nil:
		return c.ctx.Err()
	case c.left < 0:
		return errTooMany
	case errors.Is(err, zip.ErrFormat), errors.Is(err, io.EOF), errors.Is(err, io.ErrUnexpectedEOF):
		return errDamaged
	}
	return err
}
