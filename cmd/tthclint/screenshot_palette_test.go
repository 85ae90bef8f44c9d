package main

import (
	"bytes"
	"cmp"
	"image"
	"image/color"
	"image/draw"
	"image/png"
	"maps"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"
)

// paletted returns a picture with its 256 most frequent colours alone, which is a
// third as large: the picture of a scan on the page has many near ones.
func paletted(t *testing.T, src []byte) []byte {
	t.Helper()
	full, err := png.Decode(bytes.NewReader(src))
	require.NoError(t, err)
	b := full.Bounds()
	count := map[color.RGBA]int{}
	flat := image.NewRGBA(b)
	for y := b.Min.Y; y < b.Max.Y; y++ {
		for x := b.Min.X; x < b.Max.X; x++ {
			r, g, bl, _ := full.At(x, y).RGBA()
			c := color.RGBA{near(r), near(g), near(bl), 255}
			flat.SetRGBA(x, y, c)
			count[c]++
		}
	}
	often := slices.SortedFunc(maps.Keys(count), func(a, b color.RGBA) int {
		return cmp.Or(cmp.Compare(count[b], count[a]), cmp.Compare(a.R, b.R), cmp.Compare(a.G, b.G), cmp.Compare(a.B, b.B))
	})
	var palette color.Palette
	for _, c := range often[:min(256, len(often))] {
		palette = append(palette, c)
	}
	few := image.NewPaletted(b, palette)
	draw.Draw(few, b, flat, b.Min, draw.Src)
	var out bytes.Buffer
	require.NoError(t, (&png.Encoder{CompressionLevel: png.BestCompression}).Encode(&out, few))
	return out.Bytes()
}

// near returns one of 32 shades.
func near(shade uint32) uint8 { return uint8(((shade>>8)*31 + 127) / 255 * 255 / 31) }
