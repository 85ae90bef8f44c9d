package tesseract_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/tthclint/tthclint/internal/wasmtest"
	"github.com/tthclint/tthclint/pkg/ocr"
	"github.com/tthclint/tthclint/pkg/ocr/tesseract"
)

func BenchmarkRead(b *testing.B) {
	for _, c := range []struct {
		name, file string
		layout     ocr.Layout
	}{
		{"title", "title.png", ocr.Single},
		{"strip", "captions.png", ocr.Sparse},
		{"block", "block.png", ocr.Block},
	} {
		p := picture(b, c.file)
		b.Run(c.name, func(b *testing.B) { read(b, p, c.layout) })
	}
	page := sheet(picture(b, "block.png"), 1240, 1754)
	b.Run("page", func(b *testing.B) { read(b, page, ocr.Block) })
}

func read(b *testing.B, p *ocr.Picture, l ocr.Layout) {
	e := engine(b, tesseract.Options{})
	_, err := e.Read(b.Context(), p, l)
	require.NoError(b, err)
	for b.Loop() {
		_, err := e.Read(b.Context(), p, l)
		require.NoError(b, err)
	}
}

// sheet fills a page with copies of a picture, one below the other: 28 lines on
// A4 at 150 dpi.
func sheet(p *ocr.Picture, w, h int) *ocr.Picture {
	page := &ocr.Picture{W: w, H: h, Pix: make([]uint8, w*h), DPI: p.DPI}
	for i := range page.Pix {
		page.Pix[i] = 255
	}
	left := (w - p.W) / 2
	for y := range h / p.H * p.H {
		copy(page.Pix[y*w+left:], p.Pix[y%p.H*p.W:(y%p.H+1)*p.W])
	}
	return page
}

// BenchmarkStart is the time from nothing to the first line read: warm with
// compiled code from the cache, cold without.
func BenchmarkStart(b *testing.B) {
	title := picture(b, "title.png")
	first := func(b *testing.B, o tesseract.Options) {
		for b.Loop() {
			e := tesseract.New(o)
			_, err := e.Read(b.Context(), title, ocr.Single)
			require.NoError(b, err)
			require.NoError(b, e.Close())
		}
	}
	cache := wasmtest.Cache(b)
	b.Run("cold", func(b *testing.B) { first(b, tesseract.Options{}) })
	b.Run("warm", func(b *testing.B) { first(b, tesseract.Options{Cache: cache}) })
}
