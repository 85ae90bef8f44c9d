package dossier

import (
	"crypto/sha256"
	"fmt"
	"io"
)

// Document is one file of a dossier.
type Document struct {
	Path  string // slash-separated, relative to the linted folder, as the file system spells it
	Size  int64  // in bytes
	Role  Role
	Blob  Blob
	Twins *Twins // every place with the same bytes, this one among them; nil where the bytes are unique

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
type Place struct{ Dossier, Path string }

// Digest returns the SHA-256 of the document's bytes. It is computed at most
// once, in constant memory.
func (d *Document) Digest() ([sha256.Size]byte, error) {
	if d.digest != nil {
		return *d.digest, nil
	}
	file, err := d.Blob.Open()
	if err != nil {
		return [sha256.Size]byte{}, err
	}
	defer file.Close()
	h := sha256.New()
	n, err := io.CopyBuffer(h, io.NewSectionReader(file, 0, d.Size), make([]byte, 64<<10))
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
