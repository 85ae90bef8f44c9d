package main

import (
	"io/fs"
	"os"
	"path/filepath"

	"github.com/tthclint/tthclint/pkg/sign"
)

// loadAnchors reads the certificates of a folder or those in one file, which the
// file of settings may name as well.
func loadAnchors(path string) (*sign.Trust, error) {
	info, err := os.Stat(path)
	if err != nil {
		return nil, cannotOpen(path, err)
	}
	if !info.Mode().IsRegular() {
		return loadTrust(path)
	}
	root, err := os.OpenRoot(filepath.Dir(path))
	if err != nil {
		return nil, cannotOpen(path, err)
	}
	defer root.Close()
	all, err := sign.LoadTrust(oneFile{root.FS(), info})
	if err != nil {
		return nil, &userError{what: textCannotRead.With("path", path, "reason", reason(err)), remedy: textTrustRemedy.With(), err: err}
	}
	if len(all.Anchors()) == 0 && len(all.Intermediates()) == 0 {
		return nil, &userError{what: textNoAnchorIn.With("path", path), remedy: textTrustRemedy.With()}
	}
	return all, nil
}

// oneFile is a folder of which one file is seen.
type oneFile struct {
	fs.FS
	info fs.FileInfo
}

func (o oneFile) ReadDir(string) ([]fs.DirEntry, error) {
	return []fs.DirEntry{fs.FileInfoToDirEntry(o.info)}, nil
}
