package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"log"
	"maps"
	"path/filepath"
	"slices"
	"strings"
	"sync"

	"github.com/tthclint/tthclint/pkg/form"
	"github.com/tthclint/tthclint/pkg/ink"
	"github.com/tthclint/tthclint/pkg/ocr/tesseract"
	"github.com/tthclint/tthclint/pkg/raster"
)

// found measures the boxes of a labelled folder as package form finds them:
// larger, smaller and further off than the true ones, with print of which the
// form knows nothing. Boxes that are elsewhere than their fields are left out. They
// are kept in the cache, as is the compiled engine that reads captions.
func found(ctx context.Context, dir, cache string) ([]sample, error) {
	return kept(cache, "found-"+fileName(dir), func() ([]sample, error) { return readBoxes(ctx, dir, cache) })
}

func readBoxes(ctx context.Context, dir, cache string) ([]sample, error) {
	t, err := openTable(dir)
	if err != nil {
		return nil, err
	}
	forms, err := form.Builtin()
	if err != nil {
		return nil, err
	}
	engine := tesseract.New(tesseract.Options{Cache: cache, Instances: workers})
	defer engine.Close()
	pages := make([][]sample, len(t.rows))
	errs := make([]error, workers)
	var wg sync.WaitGroup
	for k := range workers {
		wg.Go(func() {
			for i := k; i < len(t.rows) && errs[k] == nil; i += workers {
				pages[i], errs[k] = t.found(ctx, forms, engine, t.rows[i])
			}
		})
	}
	wg.Wait()
	out := slices.Concat(pages...)
	log.Printf("%s: %d boxes", dir, len(out))
	return out, errors.Join(errs...)
}

// found measures those of one page.
func (t *table) found(ctx context.Context, forms *form.Set, engine *tesseract.Engine, row map[string]string) ([]sample, error) {
	page, err := render(ctx, filepath.Join(t.dir, row["file"]))
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, fmt.Errorf("%s: %w", row["file"], err)
	}
	var out []sample
	_, err = forms.Read(ctx, page, form.Options{OCR: engine, Judged: func(key string, at form.Box, p *ink.Patch) {
		if e, ok := t.example(row, page, key, at); ok {
			if e.Patch = p; !p.Sealed {
				e.Seal = ""
			}
			s := sample{Example: e, Weight: 1}
			s.measure()
			out = append(out, s)
		}
	}})
	return out, err
}

// example is the truth about a field, if its box was found where it is.
func (t *table) example(row map[string]string, page *raster.Page, key string, at form.Box) (Example, bool) {
	who := strings.TrimSuffix(key, "_signature")
	truth := labels(row)[key]
	c, ok := t.corners[row["file"]+"/"+who]
	if truth == "" || truth == "na" || !ok {
		return Example{}, false
	}
	mm := page.WidthMM / float64(page.Image.W)
	is := bounds(displayed(c, row["rotate_meta"], page.Image), mm)
	if common(is, at) < 0.5*min(is.W*is.H, at.W*at.H) {
		return Example{}, false
	}
	e := Example{Truth: truth, Case: row[who+"_case"], Writer: writer(row["ink"], who), Page: row["file"], Who: who, Level: row["difficulty"]}
	if e.Case == "" {
		e.Case = "row"
	}
	if who == "official" && row["seal"] != "na" {
		e.Seal = row["seal"]
	}
	return e, true
}

// labels are the truths of a page by the keys of its fields.
func labels(row map[string]string) map[string]string {
	out := maps.Clone(row)
	for _, kv := range strings.Split(row["other"], ";") {
		if k, v, ok := strings.Cut(kv, "="); ok {
			out[k] = v
		}
	}
	return out
}

// bounds is the box round corners, in mm.
func bounds(c [8]float64, mm float64) form.Box {
	x0, x1 := min(c[0], c[2], c[4], c[6]), max(c[0], c[2], c[4], c[6])
	y0, y1 := min(c[1], c[3], c[5], c[7]), max(c[1], c[3], c[5], c[7])
	return form.Box{X: x0 * mm, Y: y0 * mm, W: (x1 - x0) * mm, H: (y1 - y0) * mm}
}

// common is the area of what two boxes share.
func common(a, b form.Box) float64 {
	w := min(a.X+a.W, b.X+b.W) - max(a.X, b.X)
	h := min(a.Y+a.H, b.Y+b.H) - max(a.Y, b.Y)
	return max(w, 0) * max(h, 0)
}
