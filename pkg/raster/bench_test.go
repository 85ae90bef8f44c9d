package raster_test

import (
	"bytes"
	"fmt"
	"os"
	"sync/atomic"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/tthclint/tthclint/internal/wasmtest"
	"github.com/tthclint/tthclint/pkg/raster"
)

// benchmarkPage benchmarks the first corpus page that fits.
func benchmarkPage(b *testing.B, dpi float64, colour raster.Mode) {
	for _, p := range corpus(b) {
		if p.dpi != dpi || p.colour != colour {
			continue
		}
		data, err := os.ReadFile(p.path)
		require.NoError(b, err)
		b.Run("open", func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				d, err := raster.Open(b.Context(), bytes.NewReader(data), int64(len(data)), raster.Limits{})
				require.NoError(b, err)
				require.NoError(b, d.Close())
			}
		})
		b.Run("render", func(b *testing.B) {
			b.ReportAllocs()
			d := open(b, data, raster.Limits{})
			for b.Loop() {
				_, err := d.Render(b.Context(), 1)
				require.NoError(b, err)
			}
		})
		return
	}
	b.Skip("no such page")
}

func BenchmarkColour200(b *testing.B)  { benchmarkPage(b, 200, raster.Colour) }
func BenchmarkGrey200(b *testing.B)    { benchmarkPage(b, 200, raster.Grey) }
func BenchmarkBilevel300(b *testing.B) { benchmarkPage(b, 300, raster.Bilevel) }

// A turned colour page of strips: decode, turn, copy.
func BenchmarkStrips(b *testing.B) {
	p := newPDF()
	strip := make([]byte, 3*1654*292)
	for i := range strip {
		strip[i] = byte(i * 7 >> 3)
	}
	p.image(1654, 292, "/ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter /FlateDecode", deflate(strip))
	content := ""
	for i := range 8 {
		content += fmt.Sprintf("q 595.44 0 0 105.12 0 %g cm /Im Do Q ", 105.12*float64(i))
	}
	p.page("/MediaBox [0 0 595.44 840.96] /Rotate 90", "/XObject << /Im 3 0 R >>", content)
	d := open(b, p.bytes(), raster.Limits{})
	b.ReportAllocs()
	for b.Loop() {
		_, err := d.Render(b.Context(), 1)
		require.NoError(b, err)
	}
}

// The pages that a renderer draws, in this process and in another. A drawing
// starts warm; what a start costs is BenchmarkStart.
func BenchmarkRendered(b *testing.B) {
	const a4 = "/MediaBox [0 0 595.44 842.04]"
	grey := make([]byte, 1654*2339)
	for i := range grey {
		grey[i] = byte(200 + i*i>>5%50)
	}
	scan, text := newPDF(), newPDF()
	im := scan.image(1654, 2339, grey8+" /Mask [0 1] /Filter /FlateDecode", deflate(grey))
	scan.page(a4, fmt.Sprintf("/XObject << /Im %d 0 R >>", im), "595.44 0 0 842.04 0 0 cm /Im Do")
	text.page(a4, helvetica, lines(0))
	var starts atomic.Int32
	for where, o := range map[string]raster.Options{"here": {Cache: wasmtest.Cache(b)}, "worker": workers(b, &starts)} {
		r := raster.NewRenderer(o)
		for what, p := range map[string]*pdf{"scan": scan, "text": text} {
			d := openWith(b, r, p.bytes(), raster.Limits{})
			_, err := d.Render(b.Context(), 1)
			require.NoError(b, err)
			b.Run(what+"/"+where, func(b *testing.B) {
				b.ReportAllocs()
				for b.Loop() {
					_, err := d.Render(b.Context(), 1)
					require.NoError(b, err)
				}
			})
		}
		require.NoError(b, r.Close())
	}
}

// From nothing to a page, with compiled code in the cache or without.
func BenchmarkStart(b *testing.B) {
	page := keyed(media, uprightContent)
	for name, cache := range map[string]string{"warm": wasmtest.Cache(b), "cold": ""} {
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				r := raster.NewRenderer(raster.Options{Cache: cache})
				_, err := openWith(b, r, page, raster.Limits{}).Render(b.Context(), 1)
				require.NoError(b, err)
				require.NoError(b, r.Close())
			}
		})
	}
}
