package archive

import (
	"context"
	"errors"
	"io"
	"io/fs"
	"path"
	"strings"
	"sync"
)

// Unpacked is a folder in which archives appear as folders of their name. It is
// safe for use by many goroutines, if the file system under it is.
type Unpacked struct {
	ctx    context.Context
	fsys   fs.FS
	is     func(string) bool
	limits Limits

	mu     sync.Mutex
	kinds  map[string]bool // path that ends like an archive → is one
	seen   map[string]bool // archives that were opened once
	count  int             // entries and folders in those
	faults []error
	held   []*held // the last used last
}

var _ fs.ReadDirFS = (*Unpacked)(nil)

// Within returns a folder with those of its .zip files shown as folders whose
// path is accepts. Archives are opened when they are asked for; ctx bounds the
// reading of their lists. Archives inside them stay files.
func Within(ctx context.Context, fsys fs.FS, is func(path string) bool, l Limits) *Unpacked {
	return &Unpacked{ctx: ctx, fsys: fsys, is: is, limits: l.orDefault(), kinds: map[string]bool{}, seen: map[string]bool{}}
}

// Faults returns what [Archive.Faults] told of the archives that were opened.
func (u *Unpacked) Faults() []error {
	u.mu.Lock()
	defer u.mu.Unlock()
	return u.faults
}

// Is reports whether a name is that of a .zip file.
func Is(name string) bool { return strings.EqualFold(path.Ext(name), ".zip") }

// split divides a path into that of an archive and that inside it; packed is
// empty where it leads into none.
func (u *Unpacked) split(name string) (packed, inside string) {
	for at := 0; at < len(name); {
		end := strings.IndexByte(name[at:], '/')
		if end < 0 {
			end = len(name) - at
		}
		at += end
		if above := name[:at]; Is(above) && u.packed(above) {
			return above, strings.TrimPrefix(name[at:], "/")
		}
		at++
	}
	return "", name
}

// packed reports whether a path is an archive to be shown as a folder.
func (u *Unpacked) packed(name string) bool {
	u.mu.Lock()
	defer u.mu.Unlock()
	is, known := u.kinds[name]
	if !known {
		info, err := fs.Stat(u.fsys, name)
		is = err == nil && info.Mode().IsRegular() && u.is(name)
		u.kinds[name] = is
	}
	return is
}

// Open opens a file, a folder, or an archive as a folder.
func (u *Unpacked) Open(name string) (fs.File, error) {
	packed, inside := u.split(name)
	if packed == "" {
		return u.fsys.Open(name)
	}
	h, err := u.open(packed)
	if err != nil {
		return nil, err
	}
	file, err := h.archive.Open(orDot(inside))
	if err != nil {
		u.release(h)
		return nil, below(packed, err)
	}
	f := inUse{file, sync.OnceFunc(func() { u.release(h) })}
	switch r := file.(type) {
	case fs.ReadDirFile:
		return dirInUse{f, r}, nil
	case io.ReaderAt:
		return fileInUse{f, r}, nil
	}
	return f, nil
}

// ReadDir returns what is in a folder or an archive, by name.
func (u *Unpacked) ReadDir(name string) ([]fs.DirEntry, error) {
	if packed, inside := u.split(name); packed != "" {
		h, err := u.open(packed)
		if err != nil {
			return nil, err
		}
		defer u.release(h)
		entries, err := h.archive.ReadDir(orDot(inside))
		return entries, below(packed, err)
	}
	entries, err := fs.ReadDir(u.fsys, name)
	for i, e := range entries {
		if e.Type().IsRegular() && Is(e.Name()) && u.packed(path.Join(name, e.Name())) {
			entries[i] = packedEntry{e}
		}
	}
	return entries, err
}

func orDot(name string) string {
	if name == "" {
		return "."
	}
	return name
}

// below puts the path of an archive before that of an error about an entry.
func below(packed string, err error) error {
	if e := (*fs.PathError)(nil); errors.As(err, &e) {
		return &fs.PathError{Op: e.Op, Path: packed + "/" + e.Path, Err: e.Err}
	}
	return err
}

// packedEntry is an archive as a folder in the folder where it lies.
type packedEntry struct{ fs.DirEntry }

func (packedEntry) IsDir() bool       { return true }
func (packedEntry) Type() fs.FileMode { return fs.ModeDir }
func (e packedEntry) Info() (fs.FileInfo, error) {
	info, err := e.DirEntry.Info()
	if err != nil {
		return nil, err
	}
	return packedInfo{info}, nil
}

type packedInfo struct{ fs.FileInfo }

func (packedInfo) IsDir() bool       { return true }
func (packedInfo) Mode() fs.FileMode { return fs.ModeDir | 0o555 }

// inUse is an opened file of an archive, which stays open as long.
type inUse struct {
	fs.File
	release func()
}

func (f inUse) Close() error {
	defer f.release()
	return f.File.Close()
}

type dirInUse struct {
	inUse
	dir fs.ReadDirFile
}

func (f dirInUse) ReadDir(n int) ([]fs.DirEntry, error) { return f.dir.ReadDir(n) }

type fileInUse struct {
	inUse
	io.ReaderAt
}
