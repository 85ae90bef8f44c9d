package main

import (
	"bytes"
	"context"
	_ "embed"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/tthclint/tthclint/pkg/msg"
	"github.com/tthclint/tthclint/pkg/ocr"
	"github.com/tthclint/tthclint/pkg/raster"
)

// doctorPDF is a page that says [doctorSays].
//
//go:embed doctor.pdf
var doctorPDF []byte

const doctorSays = "45/2020"

// diagnosePages draws a page and reads it, which also fills the cache.
func (c *Command) diagnosePages(ctx context.Context, f *readingFlags) (draws, reads, cache diagnosis) {
	renderer, err := c.renderer(&f.renderFlags, 1)
	if err != nil { // the folder of the cache that was asked for
		later := textNotTried.With("part", partCache.With())
		return diagnosis{partRenderer, broken, later, msg.Text{}}, diagnosis{partOCR, broken, later, msg.Text{}}, ill(partCache, err)
	}
	defer renderer.Close()
	page, err := drawTestPage(ctx, renderer)
	if err != nil {
		e := explainError(err)
		draws = diagnosis{partRenderer, broken, textDrawFails.With("reason", e.what), textDrawRemedy.With()}
		reads = diagnosis{partOCR, broken, textNotTried.With("part", partRenderer.With()), msg.Text{}}
	} else {
		draws = diagnosis{partRenderer, healthy, textDraws.With("w", page.Image.W, "h", page.Image.H), msg.Text{}}
		reads = c.diagnoseOCR(ctx, f, page)
	}
	return draws, reads, diagnoseCache(f.cache)
}

func drawTestPage(ctx context.Context, renderer *raster.Renderer) (*raster.Page, error) {
	doc, err := renderer.Open(ctx, bytes.NewReader(doctorPDF), int64(len(doctorPDF)), raster.Limits{})
	if err != nil {
		return nil, err
	}
	defer doc.Close()
	return doc.Render(ctx, 1)
}

// diagnoseOCR reads the page that was drawn.
func (c *Command) diagnoseOCR(ctx context.Context, f *readingFlags, page *raster.Page) diagnosis {
	engine, closer, err := c.reader(ctx, &f.ocrFlags, f.cache, 1)
	if err != nil {
		return ill(partOCR, err)
	}
	defer closer.Close()
	if engine == nil {
		return diagnosis{partOCR, attention, textOCROff.With(), textOCROffRemedy.With()}
	}
	lines, err := engine.Read(ctx, &ocr.Picture{W: page.Image.W, H: page.Image.H, Pix: page.Image.Y, DPI: page.DPI}, ocr.Sparse)
	if err != nil {
		return diagnosis{partOCR, broken, textReadFails.With("engine", engine.Version(), "reason", explainError(err).what), textReadRemedy.With()}
	}
	for _, line := range lines {
		if strings.Contains(line.Text(), doctorSays) {
			return diagnosis{partOCR, healthy, textReads.With("engine", engine.Version()), msg.Text{}}
		}
	}
	return diagnosis{partOCR, attention, textMisreads.With("engine", engine.Version(), "want", doctorSays), textReadRemedy.With()}
}

// diagnoseCache says what lies in the folder for compiled code; dir is empty where
// none could be had.
func diagnoseCache(dir string) diagnosis {
	if dir == "" {
		return diagnosis{partCache, attention, textCacheNone.With(), textCacheRemedy.With()}
	}
	var files, size int64
	err := filepath.WalkDir(dir, func(path string, e fs.DirEntry, err error) error {
		if err != nil || !e.Type().IsRegular() {
			return err
		}
		info, err := e.Info()
		if errors.Is(err, os.ErrNotExist) { // another run has just replaced it
			return nil
		}
		if err == nil {
			files, size = files+1, size+info.Size()
		}
		return err
	})
	switch {
	case err != nil:
		return ill(partCache, cannotOpen(dir, err))
	case files == 0:
		return diagnosis{partCache, attention, textCacheEmpty.With("path", filepath.ToSlash(dir)), textCacheRemedy.With()}
	}
	return diagnosis{partCache, healthy, textCacheFilled.With("path", filepath.ToSlash(dir), "n", files, "mib", (size+1<<19)>>20), msg.Text{}}
}
