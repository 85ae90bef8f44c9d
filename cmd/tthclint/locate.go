package main

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"golang.org/x/text/unicode/norm"
)

// locate returns the whole path of what was typed, so that Windows opens those of
// more than 260 characters, and what stands there. A name that looks the same and
// is spelled with other code points is found, too: files from a Mac or an archive
// bear their diacritics as letters of their own, and nobody can type that.
func locate(typed string) (string, fs.FileInfo, error) {
	abs, err := filepath.Abs(typed)
	if err != nil {
		return "", nil, err
	}
	info, err := os.Stat(abs)
	if !errors.Is(err, fs.ErrNotExist) {
		return abs, info, err
	}
	if same := respelled(abs); same != "" {
		if info, err := os.Stat(same); err == nil {
			return same, info, nil
		}
	}
	return abs, nil, err
}

// respelled returns the one path that is there and looks like another, or "".
func respelled(abs string) string {
	parent, name := filepath.Split(abs)
	parent = filepath.Clean(parent)
	if name == "" || parent == abs {
		return ""
	}
	if _, err := os.Lstat(parent); err != nil {
		if parent = respelled(parent); parent == "" {
			return ""
		}
	}
	if there := filepath.Join(parent, name); exists(there) {
		return there
	}
	if !strings.ContainsFunc(name, func(r rune) bool { return r > 0x7f }) {
		return ""
	}
	entries, err := os.ReadDir(parent)
	if err != nil {
		return ""
	}
	found := ""
	for _, e := range entries {
		if norm.NFC.String(e.Name()) != norm.NFC.String(name) {
			continue
		}
		if found != "" {
			return "" // which one was meant is not known
		}
		found = filepath.Join(parent, e.Name())
	}
	return found
}

func exists(path string) bool {
	_, err := os.Lstat(path)
	return err == nil
}
