package main

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/tthclint/tthclint/pkg/msg"
	"github.com/tthclint/tthclint/pkg/sign/trust"
)

// storePath returns where imported certificates are kept: dir where it is given,
// else a folder of the user's configuration. It is empty where the user has
// none, as services have.
func storePath(dir string) (string, error) {
	if dir == "" {
		config, err := os.UserConfigDir()
		if err != nil {
			return "", nil
		}
		return filepath.Join(config, "tthclint", "trust"), nil
	}
	abs, err := filepath.Abs(dir)
	if err != nil {
		return "", cannotOpen(dir, err)
	}
	return abs, nil
}

// readStore reads the imported certificates, and returns the name of their
// folder. Nothing is created. A folder that the user named has to be there:
// without it signatures would turn untrusted for a slip of the pen.
func (c *Command) readStore(dir string) (*trust.Store, string, error) {
	path, err := storePath(dir)
	if err != nil {
		return nil, "", err
	}
	if path != "" {
		if info, err := os.Stat(path); err == nil && !info.IsDir() {
			return nil, "", &userError{what: textStoreNotFolder.With("path", path), remedy: textStoreNamed.With()}
		} else if err != nil && (dir != "" || !errors.Is(err, fs.ErrNotExist)) {
			return nil, "", cannotOpen(path, err)
		}
	}
	store, err := c.openStore(path)
	return store, filepath.ToSlash(path), err
}

// openStore reads a store that need not be there.
func (c *Command) openStore(path string) (*trust.Store, error) {
	var fsys fs.FS = none{}
	if path != "" {
		root, err := os.OpenRoot(path)
		if err == nil {
			defer root.Close()
			fsys = root.FS()
		} else if !errors.Is(err, fs.ErrNotExist) {
			return nil, cannotOpen(path, err)
		}
	}
	store, err := trust.OpenStore(fsys, c.pins())
	if e := (*trust.StoreError)(nil); errors.As(err, &e) {
		return nil, &userError{
			what:   textStoreBroken.With("path", filepath.Join(path, e.File), "reason", storeReason(e)),
			remedy: textStoreBrokenRemedy.With("path", filepath.Join(path, e.File)), err: err,
		}
	}
	return store, err
}

// none is a folder that does not exist.
type none struct{}

func (none) Open(name string) (fs.File, error) {
	return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrNotExist}
}

func storeReason(e *trust.StoreError) msg.Text {
	switch {
	case errors.Is(e, trust.ErrTampered):
		return textStoreTampered.With()
	case errors.Is(e, trust.ErrNotImported):
		return textStoreNotImported.With()
	case errors.Is(e, trust.ErrGone):
		return textStoreGone.With()
	}
	return reason(e.Err)
}

// storeFolder writes into the folder of a store.
type storeFolder string

// WriteFile writes a file that is there whole or as it was; others may read it,
// since it is public.
func (dir storeFolder) WriteFile(name string, data []byte) error {
	if err := os.MkdirAll(string(dir), 0o755); err != nil {
		return err
	}
	f, err := createWhole(filepath.Join(string(dir), name))
	if err != nil {
		return err
	}
	defer f.discard()
	if _, err := f.Write(data); err != nil {
		return err
	}
	return f.place()
}

// Remove takes a file out of the folder.
func (dir storeFolder) Remove(name string) error { return os.Remove(filepath.Join(string(dir), name)) }

// cannotStore says that the folder of a store cannot be written to.
func cannotStore(path string, err error) error {
	why := reason(err)
	if errors.Is(err, fs.ErrPermission) {
		why = textNoWriting.With()
	}
	return &userError{what: textStoreUnwritable.With("path", path, "reason", why), remedy: textStoreNamed.With(), err: err}
}
