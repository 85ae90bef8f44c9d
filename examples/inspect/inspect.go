package main

import (
	"context"
	"fmt"
	"io"
	"os"

	"github.com/tthclint/tthclint/pkg/check"
	"github.com/tthclint/tthclint/pkg/msg"
	"github.com/tthclint/tthclint/pkg/ocr/tesseract"
	"github.com/tthclint/tthclint/pkg/raster"
)

// inspect writes what is seen on the pages of the file at path.
func inspect(ctx context.Context, w io.Writer, path string) error {
	file, err := os.Open(path)
	if err != nil {
		return err
	}
	defer file.Close()
	info, err := file.Stat()
	if err != nil {
		return err
	}
	engine := tesseract.New(tesseract.Options{}) // reads captions; without it only known layouts are recognised
	defer engine.Close()
	renderer := raster.NewRenderer(raster.Options{}) // draws pages that are no plain scan; without it they are not read
	defer renderer.Close()
	in, err := check.NewInspector(check.Options{OCR: engine, Renderer: renderer})
	if err != nil {
		return err
	}
	for page, err := range in.Pages(ctx, info.Name(), file, info.Size(), 0) {
		if err != nil {
			return err // about the file as a whole: a *check.FileError
		}
		if page.Reading == nil || page.Reading.Form == nil {
			fmt.Fprintln(w, page.Page, page.Because.In(msg.English))
			continue
		}
		for _, field := range page.Reading.Fields {
			fmt.Fprintf(w, "%d %s %s %.2f\n", page.Page, field.Key, field.State, field.Confidence)
		}
	}
	return nil
}
