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
	own, err := ownForms(dir)
	if err != nil {
		return nil, err
	}
	return all.With(own), nil
}

// ownForms reads the forms of a folder.
func ownForms(dir string) (own *form.Set, err error) {
	err = inFolder(dir, textFormsNotFolder, textFormsRemedy, func(fsys fs.FS) (err error) {
		own, err = form.Load(fsys)
		return err
	}, textFormsBroken)
	if err == nil && len(own.Forms()) == 0 {
		err = &userError{what: textFormsEmpty.With("path", dir), remedy: textFormsRemedy.With()}
	}
	return own, err
}

// allForms returns the built-in forms with those of the flags and of the file of
// settings.
func (c *Command) allForms(f *readingFlags) (*form.Set, error) {
	all, err := c.forms(f.forms)
	for _, folder := range f.own {
		var own *form.Set
		if err == nil {
			own, err = ownForms(folder)
		}
		if err != nil {
			return nil, f.settings.blame(folder, err)
		}
		all = all.With(own)
	}
	return all, err
}
