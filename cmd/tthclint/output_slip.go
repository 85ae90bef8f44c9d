package main

import (
	"io"
	"os"
	"path/filepath"
	"strings"

	"github.com/tthclint/tthclint/pkg/report"
	"github.com/tthclint/tthclint/pkg/report/slip"
)

// slipFolder is a folder of slips, one for each rejected dossier.
type slipFolder struct {
	path string
	root *os.Root
}

func (s *slipFolder) where() string { return s.path }

func (s *slipFolder) open(j *reportJob) (report.Printer, error) {
	o := slip.Options{Create: s.create, Office: j.office}
	var err error
	if j.flags.slipTemplate != "" { // first: without one no folder is left behind
		if o.Template, err = readTemplate(j.flags.slipTemplate); err != nil {
			return nil, err
		}
	}
	if err := os.MkdirAll(s.path, 0o755); err != nil {
		return nil, cannotCreate(s.path, err)
	}
	if err := s.empty(); err != nil {
		return nil, err
	}
	if s.root, err = os.OpenRoot(s.path); err != nil {
		return nil, cannotCreate(s.path, err)
	}
	return slip.New(o), nil
}

// empty refuses a folder with slips: those of dossiers that were mended since
// would stay among the new ones and send back what is in order.
func (s *slipFolder) empty() error {
	entries, err := os.ReadDir(s.path)
	if err != nil {
		return cannotCreate(s.path, err)
	}
	for _, e := range entries {
		if strings.HasSuffix(e.Name(), slip.Extension) {
			return &userError{what: textSlipsThere.With("file", s.path), remedy: textSlipsThereRemedy.With()}
		}
	}
	return nil
}

func (s *slipFolder) create(name string) (io.WriteCloser, error) {
	file, err := s.root.Create(name)
	if err != nil {
		return nil, cannotCreate(filepath.Join(s.path, name), err)
	}
	return &slipFile{File: file, folder: s}, nil
}

// slipFile is a slip that is taken away again if it cannot be written whole.
type slipFile struct {
	*os.File
	folder *slipFolder
	broken bool
}

func (f *slipFile) Write(p []byte) (int, error) {
	n, err := f.File.Write(p)
	return n, f.failed(err)
}

func (f *slipFile) Close() error {
	err := f.failed(f.File.Close())
	if f.broken {
		_ = f.folder.root.Remove(filepath.Base(f.Name())) // nothing is left to do about one that stays
	}
	return err
}

func (f *slipFile) failed(err error) error {
	if err == nil {
		return nil
	}
	f.broken = true
	return cannotCreate(f.Name(), err)
}

func (s *slipFolder) finish() error { return nil }

// discard leaves the slips that are whole.
func (s *slipFolder) discard() {
	if s.root != nil {
		_ = s.root.Close()
	}
}

func readTemplate(path string) (*slip.Template, error) {
	file, info, err := openNamed(path)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	t, err := slip.ParseTemplate(file, info.Size())
	if err != nil {
		return nil, &userError{what: textTemplateFails.With("file", path, "reason", reason(err)), remedy: textTemplateRemedy.With(), err: err}
	}
	return t, nil
}
