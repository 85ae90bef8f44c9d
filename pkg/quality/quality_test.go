package quality_test

import (
	"bytes"
	"image"
	"image/jpeg"
	"math"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/tthclint/tthclint/internal/scans"
	"github.com/tthclint/tthclint/pkg/quality"
	"github.com/tthclint/tthclint/pkg/raster"
)

// plain returns a page of one grey.
func plain(w, h int, v uint8) *raster.Page {
	return &raster.Page{WidthMM: 210, HeightMM: 297, DPI: float64(w) / 210 * 25.4, Mode: raster.Grey,
		Image: &raster.Image{W: w, H: h, Y: bytes.Repeat([]uint8{v}, w*h)}}
}

func TestNothingToMeasure(t *testing.T) {
	assert.Nil(t, quality.Measure(nil, quality.Hints{}))
	assert.Nil(t, quality.Measure(&raster.Page{}, quality.Hints{}))
	assert.Nil(t, quality.Measure(plain(20, 30, 255), quality.Hints{}))
	short := plain(200, 280, 255)
	short.Image.Y = short.Image.Y[:100]
	assert.Nil(t, quality.Measure(short, quality.Hints{}))
	chroma := plain(200, 280, 255)
	chroma.Image.Cb = make([]uint8, 10)
	assert.Nil(t, quality.Measure(chroma, quality.Hints{}))
}

// TestBareSheet: of a sheet without print much is not known, and nothing is
// wrong with it.
func TestBareSheet(t *testing.T) {
	for _, v := range []uint8{236, 200} {
		q := quality.Measure(plain(827, 1169, v), quality.Hints{})
		require.NotNil(t, q)
		assert.False(t, q.SkewKnown)
		assert.False(t, q.RotationKnown)
		assert.Zero(t, q.EdgeMM)
		assert.Equal(t, "A4", q.Format.Name)
		assert.Equal(t, []string{"light"}, flags(q), "no ink to be seen; rules leave blank pages out")
	}
}

func TestHintsAreTaken(t *testing.T) {
	page, skew := draw(t, scans.Spec{Seed: 4, Layout: "a5l-row", Rotation: 270, Flaws: []string{"skew"}, DPI: 150})
	q := quality.Measure(page, quality.Hints{Turned: true, Rotation: 270, Scale: 0.98})
	assert.Equal(t, 270, q.Rotation)
	assert.InDelta(t, skew, q.Skew, 0.2)
	assert.Equal(t, 0.98, q.Scale)
	assert.Equal(t, "A5", q.Format.Name)
	assert.False(t, q.Format.Lying, "the lying sheet stands on the page")
}

// TestResolution gives pages of one image, strips, layers and a small picture.
func TestResolution(t *testing.T) {
	stored := func(x, y, w, h float64, px, py int) raster.Stored {
		return raster.Stored{Rect: raster.Rect{X: x, Y: y, W: w, H: h}, W: px, H: py}
	}
	for name, c := range map[string]struct {
		images []raster.Stored
		x, y   float64
	}{
		"one":                        {[]raster.Stored{stored(0, 0, 210, 297, 1654, 2339)}, 200.1, 200},
		"a fax":                      {[]raster.Stored{stored(0, 0, 210, 297, 1687, 1146)}, 204, 98},
		"none is known":              {nil, 100, 100},
		"strips":                     {[]raster.Stored{stored(0, 0, 210, 148.5, 1654, 1169), stored(0, 148.5, 210, 148.5, 1654, 1169)}, 200.1, 200},
		"a strip that is coarser":    {[]raster.Stored{stored(0, 0, 210, 200, 1654, 1575), stored(0, 200, 210, 97, 827, 382)}, 100, 100},
		"a fine layer over a coarse": {[]raster.Stored{stored(0, 0, 210, 297, 827, 1169), stored(0, 0, 210, 297, 2480, 3508)}, 300, 300},
		"an emblem beside":           {[]raster.Stored{stored(0, 0, 210, 297, 1654, 2339), stored(10, 10, 20, 20, 40, 40)}, 200.1, 200},
		"a sheet of A5 on A4":        {[]raster.Stored{stored(31, 40, 148, 210, 1748, 2480)}, 300, 300},
	} {
		page := plain(827, 1169, 255)
		page.DPI, page.Stored = 100, c.images
		q := quality.Measure(page, quality.Hints{})
		require.NotNil(t, q, name)
		assert.InDelta(t, c.x, q.DPIX, 0.2, name)
		assert.InDelta(t, c.y, q.DPIY, 0.2, name)
		assert.InDelta(t, min(c.x, c.y), q.DPI(), 0.2, name)
	}
}

func TestFormat(t *testing.T) {
	for _, c := range []struct {
		w, h  float64
		name  string
		lying bool
	}{
		{210, 297, "A4", false}, {297, 210, "A4", true}, {208, 295, "A4", false}, {148, 210, "A5", false}, {420, 297, "A3", true},
		{190, 265, "190 × 265 mm", false}, {215.9, 279.4, "Letter", false}, {583, 825, "", false}, {100, 100, "", false},
	} {
		page := plain(827, 1169, 255)
		page.WidthMM, page.HeightMM = c.w, c.h
		q := quality.Measure(page, quality.Hints{})
		assert.Equal(t, c.name, q.Format.Name, "%v × %v", c.w, c.h)
		assert.Equal(t, c.lying, q.Format.Lying, "%v × %v", c.w, c.h)
	}
}

// TestJPEGQuality codes pictures by the scale of the Independent JPEG Group,
// which image/jpeg follows.
func TestJPEGQuality(t *testing.T) {
	for _, want := range []int{20, 35, 50, 75, 90} { // below, tables end at 255
		var b bytes.Buffer
		require.NoError(t, jpeg.Encode(&b, image.NewGray(image.Rect(0, 0, 16, 16)), &jpeg.Options{Quality: want}))
		at := bytes.Index(b.Bytes(), []byte{0xFF, 0xDB}) + 5
		var table [64]uint16
		for i := range table {
			table[i] = uint16(b.Bytes()[at+i])
		}
		page := plain(827, 1169, 255)
		page.Stored = []raster.Stored{{Rect: raster.Rect{W: 210, H: 297}, W: 827, H: 1169, Quantisation: &table}}
		assert.InDelta(t, want, quality.Measure(page, quality.Hints{}).JPEGQuality, 1)
	}
}

// FuzzMeasure wants an answer about any picture.
func FuzzMeasure(f *testing.F) {
	f.Add([]byte("\x00\xff\x10"), uint8(70), uint8(90), uint16(60), true)
	f.Add([]byte("\xff"), uint8(255), uint8(64), uint16(19000), false)
	f.Fuzz(func(t *testing.T, pattern []byte, w, h uint8, dpi uint16, colour bool) {
		if len(pattern) == 0 {
			t.Skip("no pixels")
		}
		fill := func(shift int) []uint8 {
			plane := make([]uint8, int(w)*int(h))
			for i := range plane {
				plane[i] = pattern[(i+shift+i/max(1, int(w)))%len(pattern)]
			}
			return plane
		}
		p := &raster.Page{WidthMM: float64(w), HeightMM: float64(h), DPI: float64(dpi), Mode: raster.Grey, Image: &raster.Image{W: int(w), H: int(h), Y: fill(0)}}
		if colour {
			p.Mode, p.Image.Cb, p.Image.Cr = raster.Colour, fill(1), fill(2)
		}
		q := quality.Measure(p, quality.Hints{})
		if q == nil {
			return
		}
		for _, v := range []float64{q.DPIX, q.DPIY, q.DetailDPI, q.Enlarged, q.Hue, q.Skew, q.EdgeMM, q.Blocks, q.Light.Uneven, q.Ground.Share, q.Ground.Keystone} {
			if math.IsNaN(v) || math.IsInf(v, 0) {
				t.Fatalf("no number: %+v", *q)
			}
		}
		flags(q)
	})
}
