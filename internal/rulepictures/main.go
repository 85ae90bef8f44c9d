// Rulepictures draws the pictures of docs/pictures from the samples, each with
// what was read on the page.
//
//	go run ./internal/rulepictures
package main

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"path/filepath"

	"github.com/tthclint/tthclint/docs/pictures"
	"github.com/tthclint/tthclint/pkg/check"
	"github.com/tthclint/tthclint/pkg/form"
	"github.com/tthclint/tthclint/pkg/ocr/tesseract"
	"github.com/tthclint/tthclint/pkg/report/overlay"
)

// sample is a page that a rule finds fault with.
type sample struct {
	rule, file string
	whole      bool // the fault is that of the page, and not of its fields
}

var samples = []sample{
	{"field/spouse-signature", "ho-so/000.16.30.H20-231225-0002/000.16.30.H20-231225-0002-KQ1.pdf", false},
	{"field/official-signature", "ho-so/H20.30-240126-0003-KQ1.pdf", false},
	{"field/seal", "ho-so/H20.30-240527-0006-KQ1.pdf", false},
	{"field/identical-signatures", "ho-so/H20.30-240909-0004-KQ1.pdf", false},
	{"scan/rotated", "thang-9/a/H20.30-260908-0002-KQ1.pdf", true},
}

// The widths of pictures, in pixels: a documentation page shows them as they are.
const (
	partWidth  = 640
	wholeWidth = 360
)

func main() {
	if err := draw(context.Background(), "examples", filepath.Join("docs", "pictures")); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func draw(ctx context.Context, from, to string) error {
	engine := tesseract.New(tesseract.Options{})
	defer engine.Close()
	in, err := check.NewInspector(check.Options{OCR: engine})
	if err != nil {
		return err
	}
	for _, s := range samples {
		data, err := os.ReadFile(filepath.Join(from, filepath.FromSlash(s.file)))
		if err != nil {
			return err
		}
		for page, err := range in.Pages(ctx, s.file, bytes.NewReader(data), int64(len(data)), 1) {
			if err != nil {
				return err
			}
			if page.Picture == nil {
				return fmt.Errorf("%s: page 1 cannot be drawn", s.file)
			}
			if err := write(filepath.Join(to, pictures.Name(s.rule)), page, s.whole); err != nil {
				return err
			}
		}
	}
	return nil
}

func write(path string, page *check.InspectedPage, whole bool) error {
	o, reading := overlay.Options{MaxWidth: wholeWidth}, (*form.Reading)(nil)
	if !whole {
		reading = page.Reading
		o = overlay.Options{MaxWidth: partWidth, Crop: overlay.Around(reading)}
	}
	var out bytes.Buffer
	if err := overlay.EncodeSmall(&out, overlay.Draw(page.Picture, reading, o)); err != nil {
		return err
	}
	return os.WriteFile(path, out.Bytes(), 0o644)
}
