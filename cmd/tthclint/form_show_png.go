package main

import (
	"github.com/tthclint/tthclint/pkg/form"
	"github.com/tthclint/tthclint/pkg/report/overlay"
)

// drawForm writes a picture of the newest layout of a form.
func drawForm(f *form.Form, path string) error {
	for i := len(f.Editions) - 1; i >= 0; i-- {
		if e := f.Editions[i]; e.Measured() {
			return drawSmall(path, overlay.Edition(e, inspectWidth))
		}
	}
	return &userError{what: textNoLayout.With("name", f.ID), remedy: textNoLayoutRemedy.With()}
}
