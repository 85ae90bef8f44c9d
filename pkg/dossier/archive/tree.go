package archive

import (
	"archive/zip"
	"cmp"
	"io"
	"io/fs"
	"path"
	"slices"
	"strings"
	"sync/atomic"
	"time"
)

// tree holds the folders of an archive, those too that only the names of their
// files tell of.
type tree struct {
	folders map[string][]*node // path → what is in it, by name once the tree is sorted
	nodes   map[string]*node   // path → file or folder
	count   int                // entries and folders
}

// node is a file or folder in a folder.
type node struct {
	name  string
	file  *zip.File // nil: a folder
	twice bool      // another entry has the same name

	proven atomic.Bool // the sum of its bytes was found right
}

func newTree() tree {
	return tree{folders: map[string][]*node{".": nil}, nodes: map[string]*node{".": {name: "."}}}
}

// add puts an entry into the tree, with the folders above it. why is the error
// of an entry that is both a file and a folder.
func (t *tree) add(name string, f *zip.File, most int) (why, err error) {
	isFolder := strings.HasSuffix(f.Name, "/") || strings.HasSuffix(f.Name, `\`) || f.Mode().IsDir()
	folder := path.Dir(name)
	if isFolder {
		folder = name
	}
	if ok := t.folder(folder); !ok {
		return entryError(name, clashText.With(), nil), nil
	}
	if t.count > most {
		return nil, errTooMany
	}
	if isFolder {
		return nil, nil
	}
	switch there := t.nodes[name]; {
	case there == nil:
		t.put(name, &node{name: path.Base(name), file: f})
	case there.file == nil:
		return entryError(name, clashText.With(), nil), nil
	default:
		there.twice = true
	}
	return nil, nil
}

// folder makes sure that a folder is there, and reports false where a file is.
func (t *tree) folder(name string) bool {
	if there := t.nodes[name]; there != nil {
		return there.file == nil
	}
	if !t.folder(path.Dir(name)) {
		return false
	}
	t.put(name, &node{name: path.Base(name)})
	t.folders[name] = nil
	return true
}

func (t *tree) put(name string, n *node) {
	above := path.Dir(name)
	t.folders[above] = append(t.folders[above], n)
	t.nodes[name] = n
	t.count++
}

func (t *tree) sort() {
	for _, nodes := range t.folders {
		slices.SortFunc(nodes, func(a, b *node) int { return cmp.Compare(a.name, b.name) })
	}
}

// ReadDir returns what is in a folder, by name.
func (a *Archive) ReadDir(name string) ([]fs.DirEntry, error) {
	if !fs.ValidPath(name) {
		return nil, &fs.PathError{Op: "readdir", Path: name, Err: fs.ErrInvalid}
	}
	nodes, ok := a.folders[name]
	if !ok {
		return nil, &fs.PathError{Op: "readdir", Path: name, Err: fs.ErrNotExist}
	}
	entries := make([]fs.DirEntry, len(nodes))
	for i, n := range nodes {
		entries[i] = n
	}
	return entries, nil
}

// The node is the description of itself.

// Name returns the last part of the path.
func (n *node) Name() string { return n.name }

// IsDir reports whether it is a folder.
func (n *node) IsDir() bool { return n.file == nil }

// Type returns the type of the mode.
func (n *node) Type() fs.FileMode { return n.Mode().Type() }

// Info returns the node.
func (n *node) Info() (fs.FileInfo, error) { return n, nil }

// Size returns what the archive says that the file inflates to.
func (n *node) Size() int64 {
	if n.file == nil {
		return 0
	}
	return int64(min(n.file.UncompressedSize64, 1<<62))
}

// Mode tells folders, files and what is neither, as links.
func (n *node) Mode() fs.FileMode {
	if n.file == nil {
		return fs.ModeDir | 0o555
	}
	return n.file.Mode().Type() | 0o444
}

// ModTime returns the time of the entry.
func (n *node) ModTime() time.Time {
	if n.file == nil {
		return time.Time{}
	}
	return n.file.Modified
}

// Sys returns nil.
func (n *node) Sys() any { return nil }

// folderFile is an opened folder.
type folderFile struct {
	*node
	left []fs.DirEntry
}

func (f *folderFile) Stat() (fs.FileInfo, error) { return f.node, nil }

func (f *folderFile) Close() error { return nil }

func (f *folderFile) Read([]byte) (int, error) {
	return 0, &fs.PathError{Op: "read", Path: f.name, Err: fs.ErrInvalid}
}

// ReadDir returns the next entries; see [fs.ReadDirFile].
func (f *folderFile) ReadDir(most int) ([]fs.DirEntry, error) {
	n := len(f.left)
	if most > 0 {
		if n == 0 {
			return nil, io.EOF
		}
		n = min(n, most)
	}
	next := f.left[:n]
	f.left = f.left[n:]
	return next, nil
}
