package dossier

import (
	"context"
	"crypto/sha256"
	"fmt"
	"io"
)

// Document is one file of a dossier.
type Document struct {
	Path      string // slash-separated, relative to the linted folder, as the file system spells it
	Size      int64  // in bytes
	Role      Role
	Presumed  bool   // it is a result only because nothing else in its dossier is, as others are
	OtherCode string // the code in its name, where its folder names another; Role is then Unknown
	Blob      Blob
	Twins     *Twins // every place with the same bytes, this one among them; nil where the bytes are unique

	digest *[sha256.Size]byte
}

// Blob opens the bytes of a document. Nothing is held between two openings, so
// that a folder of any size needs few file handles.
type Blob interface {
	Open() (File, error)
}

// File is an opened document.
type File interface {
	io.ReaderAt
	io.Closer
}

// Twins are all places in a folder that hold the same bytes, by path.
type Twins struct {
	Digest   [sha256.Size]byte
	Places   []Place
	Dossiers int // how many dossiers they are in
}

// Place is one occurrence of some bytes.
type Place struct {
	Dossier, Path string
	Role          Role // that the path declares; [Unknown] if it declares none
}

// Digest is [Document.DigestContext] for callers that cannot be interrupted.
func (d *Document) Digest() ([sha256.Size]byte, error) { return d.DigestContext(context.Background()) }

// DigestContext returns the SHA-256 of the document's bytes. It is computed at
// most once, in constant memory. An interrupted call returns the error of the
// context, and the next one starts anew.
func (d *Document) DigestContext(ctx context.Context) ([sha256.Size]byte, error) {
	if d.digest != nil {
		return *d.digest, nil
	}
	if err := ctx.Err(); err != nil {
		return [sha256.Size]byte{}, err
	}
	file, err := d.Blob.Open()
	if err != nil {
		return [sha256.Size]byte{}, err
	}
	defer file.Close()
	h := sha256.New()
	n, err := io.CopyBuffer(h, interruptible{ctx, io.NewSectionReader(file, 0, d.Size)}, make([]byte, 64<<10))
	if ctx.Err() != nil {
		return [sha256.Size]byte{}, ctx.Err()
	}
	if err != nil {
		return [sha256.Size]byte{}, fmt.Errorf("%s: %w", d.Path, err)
	}
	if n != d.Size {
		return [sha256.Size]byte{}, fmt.Errorf("%s: %w", d.Path, io.ErrUnexpectedEOF)
	}
	var sum [sha256.Size]byte
	h.Sum(sum[:0])
	d.digest = &sum
	return sum, nil
}

// interruptible is a reader that ends with its context.
type interruptible struct {
	ctx context.Context
	r   io.Reader
}

func (r interruptible) Read(p []byte) (int, error) {
	if err := r.ctx.Err(); err != nil {
		return 0, err
	}
	return r.r.Read(p)
}
