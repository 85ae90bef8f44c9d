// Package pictures holds a picture for rules whose findings can be seen on a
// page: a sample with the fault, and what was read on it. The samples are
// invented; internal/rulepictures draws the pictures from examples/.
package pictures

import (
	"embed"
	"strings"
)

//go:embed *.png
var files embed.FS

// Of returns the picture of a rule as PNG, or nil where it has none.
func Of(rule string) []byte {
	data, err := files.ReadFile(Name(rule))
	if err != nil {
		return nil
	}
	return data
}

// Name is the file name that the picture of a rule has or would have.
func Name(rule string) string { return strings.ReplaceAll(rule, "/", "-") + ".png" }
