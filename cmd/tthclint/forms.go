package main

import (
	"io/fs"

	"github.com/tthclint/tthclint/pkg/form"
)

// forms returns the built-in forms and those of the folder that --forms names,
// which take the place of built-in ones with their id.
func (c *Command) forms(dir string) (*form.Set, error) {
	all, err := form.Builtin()
	if err != nil || dir == "" {
		return all, err
	}
	var own *form.Set
	err = inFolder(dir, textFormsNotFolder, textFormsRemedy, func(fsys fs.FS) (err error) {
		own, err = form.Load(fsys)
		return err
	}, textFormsBroken)
	if err != nil {
		return nil, err
	}
	if len(own.Forms()) == 0 {
		return nil, &userError{what: textFormsEmpty.With("path", dir), remedy: textFormsRemedy.With()}
	}
	return all.With(own), nil
}
