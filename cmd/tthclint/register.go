package main

import (
	"context"
	"errors"
	"os"
	"path/filepath"

	"github.com/tthclint/tthclint/pkg/register"
)

// loadRegister reads a register. Places name it by its path in the folder that
// is checked, where it lies in there.
func loadRegister(ctx context.Context, path, folder string, o register.Options) (*register.Register, error) {
	abs, err := filepath.Abs(path)
	if err != nil {
		return nil, cannotOpen(path, err)
	}
	file, size, err := openRegister(path)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	name := filepath.Base(abs)
	if inside, err := filepath.Rel(folder, abs); err == nil && filepath.IsLocal(inside) {
		name = filepath.ToSlash(inside)
	}
	r, err := register.Read(ctx, file, size, name, o)
	if err != nil {
		return nil, cannotUseRegister(path, err)
	}
	return r, nil
}

// openRegister opens a register, which is no folder, and says how many bytes it
// has.
func openRegister(typed string) (*os.File, int64, error) {
	file, info, err := openNamed(typed)
	if err != nil {
		return nil, 0, err
	}
	return file, info.Size(), nil
}

// cannotUseRegister says why a register cannot be used; the reason, where the
// reader has words for it, names the line.
func cannotUseRegister(path string, err error) error {
	if e := (*register.Error)(nil); errors.As(err, &e) {
		return &userError{what: textRegisterBroken.With("reason", e.Text()), remedy: textRegisterRemedy.With(), err: err}
	}
	return cannotOpen(path, err)
}
