package main

import (
	"os"
	"path/filepath"
	"strings"
)

// droppedReport is the page about what was dropped on the program, for those who
// see a console for the first time.
type droppedReport struct {
	path   string
	before os.FileInfo // what lay there; nil for nothing
}

// reportOn returns where the page about a dropped path goes: beside it, or into
// the folder for temporary files where nothing can be written there. The page of
// an earlier drop is replaced.
func reportOn(dropped string) (*droppedReport, error) {
	abs, err := filepath.Abs(dropped)
	if err != nil {
		return nil, err
	}
	dir := filepath.Dir(abs)
	if !takesFiles(dir) {
		dir = os.TempDir()
	}
	r := &droppedReport{path: filepath.Join(dir, droppedName(abs))}
	r.before, _ = os.Stat(r.path)
	return r, nil
}

// droppedName names the page after a folder, an archive or a file; a drive has no
// name of its own.
func droppedName(abs string) string {
	name := filepath.Base(abs)
	if info, err := os.Stat(abs); err == nil && !info.IsDir() {
		name = strings.TrimSuffix(name, filepath.Ext(name))
	}
	if strings.ContainsAny(name, `/\:`) || name == "." {
		name = "ho-so"
	}
	return name + " - tthclint.html"
}

// takesFiles reports whether files can be made in a folder.
func takesFiles(dir string) bool {
	f, err := os.CreateTemp(dir, ".tthclint-*.tmp")
	if err != nil {
		return false
	}
	_ = f.Close()
	return os.Remove(f.Name()) == nil
}

// show opens the page if this run has written it.
func (c *Command) show(r *droppedReport) {
	after, err := os.Stat(r.path)
	if err != nil || r.before != nil && os.SameFile(r.before, after) {
		return
	}
	c.tell(textDroppedReport.With("path", r.path))
	if c.Open == nil {
		return
	}
	if err := c.Open(r.path); err != nil {
		c.tell(textCannotShow.With("reason", reason(err)))
	}
}
