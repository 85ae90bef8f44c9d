package raster_test

import (
	"bytes"
	"fmt"
	"os"
	"testing"

	"github.com/stretchr/testify/require"

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
