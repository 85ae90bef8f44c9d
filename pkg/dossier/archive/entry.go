package archive

import (
	"archive/zip"
	"bytes"
	"errors"
	"io"
	"io/fs"
)

// deflateRatio is the most that deflate can make of one byte.
const deflateRatio = 1032

// encryptedFlag marks an entry with a password (APPNOTE.TXT 4.4.4, bit 0).
const encryptedFlag = 1

// opened is an opened file. It is read at any offset; a compressed one is in
// memory until it is closed.
type opened struct {
	*io.SectionReader
	node *node
}

func (f *opened) Stat() (fs.FileInfo, error) { return f.node, nil }

func (f *opened) Close() error {
	f.SectionReader = io.NewSectionReader(bytes.NewReader(nil), 0, 0) // what it held is let go
	return nil
}

// Open opens a file or a folder. Files are [io.ReaderAt]. The error of an entry
// that cannot be read is a [fs.PathError] around an [Error].
func (a *Archive) Open(name string) (fs.File, error) {
	if !fs.ValidPath(name) {
		return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrInvalid}
	}
	n := a.nodes[name]
	switch {
	case n == nil:
		return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrNotExist}
	case n.file == nil:
		entries, err := a.ReadDir(name)
		return &folderFile{n, entries}, err
	}
	content, err := a.content(name, n)
	if err != nil {
		return nil, err
	}
	return &opened{content, n}, nil
}

// content returns the bytes of an entry, which are as many as the directory says
// and have the sum that it says.
func (a *Archive) content(name string, n *node) (*io.SectionReader, error) {
	f := n.file
	size := int64(f.UncompressedSize64)
	switch {
	case n.twice:
		return nil, entryError(name, twiceText.With(), nil)
	case !f.Mode().IsRegular():
		return nil, entryError(name, linkText.With(), nil)
	case f.Flags&encryptedFlag != 0:
		return nil, entryError(name, passwordText.With(), nil)
	case f.Method != zip.Store && f.Method != zip.Deflate:
		return nil, entryError(name, methodText.With(), nil)
	case f.Method == zip.Store && f.CompressedSize64 != f.UncompressedSize64,
		f.UncompressedSize64/deflateRatio > f.CompressedSize64:
		return nil, entryError(name, damagedEntryText.With(), nil)
	case f.Method == zip.Deflate && size > a.limits.Held:
		return nil, entryError(name, largeText.With("limit", int(a.limits.Held>>20)), nil)
	}
	r, err := f.Open()
	if err != nil {
		return nil, damaged(name, err)
	}
	defer r.Close()
	if f.Method == zip.Store {
		return a.stored(name, n, r)
	}
	data := make([]byte, size)
	if _, err := io.ReadFull(r, data); err != nil {
		return nil, damaged(name, err)
	}
	if err := atEnd(r); err != nil {
		return nil, damaged(name, err)
	}
	return io.NewSectionReader(bytes.NewReader(data), 0, size), nil
}

// stored returns the part of the archive in which an entry lies as it is. Its sum
// is looked at when it is opened for the first time.
func (a *Archive) stored(name string, n *node, r io.Reader) (*io.SectionReader, error) {
	if !n.proven.Load() {
		if _, err := io.Copy(io.Discard, r); err != nil {
			return nil, damaged(name, err)
		}
		n.proven.Store(true)
	}
	offset, err := n.file.DataOffset()
	if err != nil {
		return nil, damaged(name, err)
	}
	return io.NewSectionReader(a.r, offset, int64(n.file.UncompressedSize64)), nil
}

// atEnd reads the end of an entry, where its sum is compared.
func atEnd(r io.Reader) error {
	n, err := r.Read(make([]byte, 1))
	switch {
	case n > 0 || err == nil:
		return zip.ErrFormat // it is longer than the directory says
	case errors.Is(err, io.EOF):
		return nil
	}
	return err
}
