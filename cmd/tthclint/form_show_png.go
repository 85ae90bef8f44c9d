package main

import (
	"os"

	"github.com/tthclint/tthclint/pkg/form"
	"github.com/tthclint/tthclint/pkg/report/overlay"
)

// drawForm writes a picture of the newest layout of a form. Only with force it
// may be there before.
func drawForm(f *form.Form, path string, force bool) error {
	for i := len(f.Editions) - 1; i >= 0; i-- {
		if e := f.Editions[i]; e.Measured() {
			return writePicture(path, force, func(file *os.File) error {
				return overlay.EncodeSmall(file, overlay.Edition(e, inspectWidth))
			})
		}
	}
	return &userError{what: textNoLayout.With("name", f.ID), remedy: textNoLayoutRemedy.With()}
}
