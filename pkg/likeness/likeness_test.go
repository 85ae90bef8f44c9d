package likeness_test

import (
	"bytes"
	"image"
	"image/jpeg"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/tthclint/tthclint/internal/scans"
	"github.com/tthclint/tthclint/pkg/likeness"
	"github.com/tthclint/tthclint/pkg/raster"
)

// drawn returns the picture of a scan of a decision.
func drawn(t *testing.T, seed uint64) *raster.Image {
	t.Helper()
	pdf, _, err := scans.Draw(scans.Spec{Seed: seed, Form: scans.Decision, DPI: 100})
	require.NoError(t, err)
	d, err := raster.Open(t.Context(), bytes.NewReader(pdf), int64(len(pdf)), raster.Limits{})
	require.NoError(t, err)
	defer d.Close()
	page, err := d.Render(t.Context(), 1)
	require.NoError(t, err)
	return page.Image
}

// recompressed returns a picture in grey at a lower quality.
func recompressed(t *testing.T, im *raster.Image, quality int) *raster.Image {
	t.Helper()
	var b bytes.Buffer
	grey := &image.Gray{Pix: im.Y, Stride: im.W, Rect: image.Rect(0, 0, im.W, im.H)}
	require.NoError(t, jpeg.Encode(&b, grey, &jpeg.Options{Quality: quality}))
	decoded, err := jpeg.Decode(&b)
	require.NoError(t, err)
	out := &raster.Image{W: im.W, H: im.H}
	for y := range im.H {
		row := decoded.(*image.Gray).Pix[y*decoded.(*image.Gray).Stride:]
		out.Y = append(out.Y, row[:im.W]...)
	}
	return out
}

func hash(t *testing.T, im *raster.Image) likeness.Hash {
	t.Helper()
	h, ok := likeness.Of(im)
	require.True(t, ok)
	return h
}

// halved returns a picture of half the size.
func halved(im *raster.Image) *raster.Image {
	out := &raster.Image{W: im.W / 2, H: im.H / 2, Y: make([]uint8, im.W/2*(im.H/2))}
	for y := range out.H {
		for x := range out.W {
			at := 2*y*im.W + 2*x
			out.Y[y*out.W+x] = uint8((int(im.Y[at]) + int(im.Y[at+1]) + int(im.Y[at+im.W]) + int(im.Y[at+im.W+1])) / 4)
		}
	}
	return out
}

func TestOnePictureStoredAnew(t *testing.T) {
	im := drawn(t, 1)
	h := hash(t, im)
	assert.Equal(t, h, hash(t, im))
	for quality, most := range map[int]int{75: 4, 40: likeness.Same} {
		assert.LessOrEqual(t, h.Distance(hash(t, recompressed(t, im, quality))), most, "quality %d", quality)
	}
	assert.True(t, h.Near(hash(t, recompressed(t, im, 75))))
	assert.Less(t, h.Distance(hash(t, halved(im))), 2*likeness.Same, "half the size may be missed, and is nearer than other papers")
}

// TestPapersOfOneForm draws one form for several people.
func TestPapersOfOneForm(t *testing.T) {
	var all []likeness.Hash
	for seed := range uint64(8) {
		h := hash(t, drawn(t, 10+seed))
		for _, other := range all {
			assert.Greater(t, h.Distance(other), 3*likeness.Same)
			assert.False(t, h.Near(other))
		}
		all = append(all, h)
	}
}

func TestTooLittle(t *testing.T) {
	empty := &raster.Image{W: 800, H: 1100, Y: bytes.Repeat([]byte{250}, 800*1100)}
	small := &raster.Image{W: 100, H: 100, Y: make([]byte, 100*100)}
	for _, im := range []*raster.Image{nil, empty, small, {W: 800, H: 1100}} {
		_, ok := likeness.Of(im)
		assert.False(t, ok)
	}
}

func BenchmarkOf(b *testing.B) {
	im := &raster.Image{W: 1654, H: 2339, Y: make([]uint8, 1654*2339)}
	for i := range im.Y {
		im.Y[i] = uint8(i * 7919 >> 5)
	}
	for b.Loop() {
		likeness.Of(im)
	}
}
