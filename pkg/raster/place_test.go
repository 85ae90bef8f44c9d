package raster_test

import (
	"fmt"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/tthclint/tthclint/pkg/raster"
)

// rows prints luma row by row.
func rows(m *raster.Image) [][]uint8 {
	var out [][]uint8
	for y := range m.H {
		out = append(out, m.Y[y*m.W:(y+1)*m.W])
	}
	return out
}

// picture builds rows of w × h from a function.
func picture(w, h int, f func(x, y int) uint8) [][]uint8 {
	out := make([][]uint8, h)
	for y := range out {
		out[y] = make([]uint8, w)
		for x := range out[y] {
			out[y][x] = f(x, y)
		}
	}
	return out
}

const media = "/MediaBox [0 0 60 40]"

var straight = picture(patternW, patternH, pattern)

// turned is the pattern turned clockwise by 90° n times.
func turned(n int) [][]uint8 {
	p := straight
	for range n {
		q := p
		p = picture(len(q), len(q[0]), func(x, y int) uint8 { return q[len(q)-1-x][y] })
	}
	return p
}

func flipped(p [][]uint8, x, y bool) [][]uint8 {
	w, h := len(p[0]), len(p)
	return picture(w, h, func(i, j int) uint8 {
		if x {
			i = w - 1 - i
		}
		if y {
			j = h - 1 - j
		}
		return p[j][i]
	})
}

func TestPlacement(t *testing.T) {
	const upright = "q 60 0 0 40 0 0 cm /Im Do Q"
	tests := []struct {
		name, page, content string
		want                [][]uint8
		wmm, hmm            float64
	}{
		{"upright", media, upright, straight, 21.167, 14.111},
		{"rotate 90", media + "/Rotate 90", upright, turned(1), 14.111, 21.167},
		{"rotate 180", media + "/Rotate 180", upright, turned(2), 21.167, 14.111},
		{"rotate 270", media + "/Rotate 270", upright, turned(3), 14.111, 21.167},
		{"rotate -90", media + "/Rotate -90", upright, turned(3), 14.111, 21.167},
		{"rotate 450", media + "/Rotate 450", upright, turned(1), 14.111, 21.167},
		{"flip x", media, "-60 0 0 40 60 0 cm /Im Do", flipped(straight, true, false), 21.167, 14.111},
		{"flip y", media, "60 0 0 -40 0 40 cm /Im Do", flipped(straight, false, true), 21.167, 14.111},
		{"half turn", media, "-60 0 0 -40 60 40 cm /Im Do", turned(2), 21.167, 14.111},
		{"quarter turn left", "/MediaBox [0 0 40 60]", "0 60 -40 0 40 0 cm /Im Do", turned(3), 14.111, 21.167},
		{"quarter turn right", "/MediaBox [0 0 40 60]", "0 -60 40 0 0 60 cm /Im Do", turned(1), 14.111, 21.167},
		{"transposed", "/MediaBox [0 0 40 60]", "0 60 40 0 0 0 cm /Im Do", flipped(turned(1), false, true), 14.111, 21.167},
		{"left turn undone by rotate", "/MediaBox [0 0 40 60] /Rotate 90", "0 60 -40 0 40 0 cm /Im Do", straight, 21.167, 14.111},
		{"box away from the origin", "/MediaBox [-20 100 40 140]", "60 0 0 40 -20 100 cm /Im Do", straight, 21.167, 14.111},
		{"box with its corners swapped", "/MediaBox [60 40 0 0]", upright, straight, 21.167, 14.111},
		{"crop box", media + "/CropBox [10 10 40 40]", upright,
			picture(3, 3, func(x, y int) uint8 { return pattern(x+1, y) }), 10.583, 10.583},
		{"crop box and rotate", media + "/CropBox [10 10 40 40] /Rotate 90", upright,
			picture(3, 3, func(x, y int) uint8 { return pattern(1+y, 2-x) }), 10.583, 10.583},
		{"crop box over the media box", media + "/CropBox [-100 -100 400 400]", upright, straight, 21.167, 14.111},
		{"user unit", "/MediaBox [0 0 6 4] /UserUnit 10", "6 0 0 4 0 0 cm /Im Do", straight, 21.167, 14.111},
		{"margins", "/MediaBox [0 0 80 60]", "60 0 0 40 10 10 cm /Im Do", picture(8, 6, func(x, y int) uint8 {
			if x < 1 || x > 6 || y < 1 || y > 4 {
				return 255
			}
			return pattern(x-1, y-1)
		}), 28.222, 21.167},
		{"clip", media, "10 10 20 20 re W n " + upright, picture(6, 4, func(x, y int) uint8 {
			if x < 1 || x > 2 || y < 1 || y > 2 {
				return 255
			}
			return pattern(x, y)
		}), 21.167, 14.111},
		{"clip of lines round all", media, "0 0 m 60 0 l 60 40 l 0 40 l h W* n " + upright, straight, 21.167, 14.111},
		{"scanner preamble", media, "/GS gs 1 w 0 J 1 j 10 M [] 0 d /Perceptual ri 1 i\n" +
			"/Artifact BMC q 60 0 0 40 0 0 cm 1 0 0 1 0 0 cm /Im Do Q EMC BT ET", straight, 21.167, 14.111},
		{"white ground below", media, "1 g 0 0 60 40 re f " + upright, straight, 21.167, 14.111},
		{"redaction above", media, upright + " 0 g 20 0 10 10 re f",
			picture(6, 4, func(x, y int) uint8 {
				if x == 2 && y == 3 {
					return 0
				}
				return pattern(x, y)
			}), 21.167, 14.111},
		{"comments and junk numbers", media, "% hi (\nq 60. 0 -.0 4e1 0 0 cm Q q 60 0 0 +40 --0 0 cm /I#6d Do Q", straight, 21.167, 14.111},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			p := mustRender(t, patternPDF(tt.page, tt.content))
			assert.Equal(t, tt.want, rows(p.Image))
			assert.Equal(t, raster.Grey, p.Mode)
			assert.Nil(t, p.Image.Cb)
			assert.InDelta(t, 7.2, p.DPI, 0.01)
			assert.InDelta(t, tt.wmm, p.WidthMM, 0.001)
			assert.InDelta(t, tt.hmm, p.HeightMM, 0.001)
			assert.Equal(t, 1, p.Number)
			s, err := open(t, patternPDF(tt.page, tt.content), raster.Limits{}).Sheet(t.Context(), 1)
			require.NoError(t, err)
			assert.Equal(t, [2]float64{p.WidthMM, p.HeightMM}, [2]float64{s.WidthMM, s.HeightMM})
			assert.Equal(t, tt.name == "redaction above", len(p.Overlay) == 1, "what is painted over the paper is told")
		})
	}
}

func TestInheritedAttributes(t *testing.T) {
	p := newPDF()
	im := p.image(patternW, patternH, grey8, patternBytes())
	c := p.stream("", []byte("60 0 0 40 0 0 cm /Im Do"))
	node := p.add("<< /Type /Pages /Parent 2 0 R /Kids [%d 0 R] /Count 1 /Rotate -270 >>", len(p.objects)+2)
	p.add("<< /Type /Page /Parent %d 0 R /Contents [%d 0 R] >>", node, c)
	p.kids = []int{node}
	p.tree = fmt.Sprintf("%s /Rotate 180 /Resources << /XObject << /Im %d 0 R >> >>", media, im)
	assert.Equal(t, turned(1), rows(mustRender(t, p.bytes()).Image))
	s, err := open(t, p.bytes(), raster.Limits{}).Sheet(t.Context(), 1)
	require.NoError(t, err)
	assert.Equal(t, raster.Sheet{WidthMM: 14.111, HeightMM: 21.167, Rotate: 90}, s)
}

// A page of strips and one of tiles is one picture, each piece turned its way.
func TestPieces(t *testing.T) {
	for _, rotate := range []int{0, 90, 180, 270} {
		t.Run(fmt.Sprint(rotate), func(t *testing.T) {
			p := newPDF()
			top := p.image(patternW, 2, grey8, patternBytes()[:12])
			var left, right []byte
			for y := 2; y < 4; y++ {
				left = append(left, patternBytes()[6*y:6*y+3]...)
				right = append(right, patternBytes()[6*y+5], patternBytes()[6*y+4], patternBytes()[6*y+3])
			}
			bl, br := p.image(3, 2, grey8, left), p.image(3, 2, grey8, right)
			p.page(fmt.Sprintf("%s /Rotate %d", media, rotate),
				fmt.Sprintf("/XObject << /A %d 0 R /B %d 0 R /C %d 0 R >>", top, bl, br),
				"q 60 0 0 20 0 20 cm /A Do Q q 30 0 0 20 0 0 cm /B Do Q q -30 0 0 20 60 0 cm /C Do Q")
			assert.Equal(t, turned(rotate/90), rows(mustRender(t, p.bytes()).Image))
		})
	}
}

// A grey strip beside a coloured one, a stencil on top: the page is coloured.
func TestMixedPieces(t *testing.T) {
	p := newPDF()
	grey := p.image(2, 1, grey8, []byte{50, 60})
	red := p.image(2, 1, "/ColorSpace /DeviceRGB /BitsPerComponent 8", []byte{255, 0, 0, 255, 255, 255})
	mask := p.image(2, 2, "/ImageMask true", []byte{0x7F, 0xBF})
	p.page("/MediaBox [0 0 20 20]", fmt.Sprintf("/XObject << /A %d 0 R /B %d 0 R /M %d 0 R >>", grey, red, mask),
		"q 20 0 0 10 0 10 cm /A Do Q q 20 0 0 10 0 0 cm /B Do Q 0 0 1 rg 20 0 0 20 0 0 cm /M Do")
	page := mustRender(t, p.bytes())
	assert.Equal(t, raster.Colour, page.Mode)
	assert.Equal(t, [][]uint8{{29, 60}, {76, 29}}, rows(page.Image))
	assert.Equal(t, []uint8{255, 128, 85, 255}, page.Image.Cb)
	assert.Equal(t, []uint8{107, 128, 255, 107}, page.Image.Cr)
}

// The finest image with a say sets the resolution: a fine stencil over a coarse
// background, as compact scans have.
func TestLayersOfDifferentResolution(t *testing.T) {
	p := newPDF()
	back := p.image(1, 1, grey8, []byte{200})
	ink := p.image(4, 4, "/ImageMask true /Decode [1 0]", []byte{0x80, 0x40, 0x20, 0x10})
	p.page("/MediaBox [0 0 40 40]", fmt.Sprintf("/XObject << /A %d 0 R /M %d 0 R >>", back, ink),
		"40 0 0 40 0 0 cm /A Do 0 g /M Do")
	want := picture(4, 4, func(x, y int) uint8 {
		if x == y {
			return 0
		}
		return 200
	})
	assert.Equal(t, want, rows(mustRender(t, p.bytes()).Image))
}

// A soft mask is alpha, an explicit mask leaves the page white.
func TestMasks(t *testing.T) {
	p := newPDF()
	soft := p.image(2, 1, grey8, []byte{255, 51})
	hard := p.image(2, 1, "/ImageMask true", []byte{0x80})
	a := p.image(2, 1, grey8+fmt.Sprintf("/SMask %d 0 R", soft), []byte{100, 100})
	b := p.image(2, 1, grey8+fmt.Sprintf("/Mask %d 0 R", hard), []byte{100, 100})
	p.page("/MediaBox [0 0 20 20]", fmt.Sprintf("/XObject << /A %d 0 R /B %d 0 R >>", a, b),
		"q 20 0 0 10 0 10 cm /A Do Q q 20 0 0 10 0 0 cm /B Do Q")
	assert.Equal(t, [][]uint8{{100, 224}, {255, 100}}, rows(mustRender(t, p.bytes()).Image))
}

// Pixels that are not square are made so: a fax of 204 × 98 dpi.
func TestFaxResolution(t *testing.T) {
	p := newPDF()
	im := p.image(4, 2, grey8, []byte{1, 2, 3, 4, 5, 6, 7, 8})
	p.page("/MediaBox [0 0 40 40]", fmt.Sprintf("/XObject << /A %d 0 R >>", im), "40 0 0 40 0 0 cm /A Do")
	page := mustRender(t, p.bytes())
	assert.Equal(t, [][]uint8{{1, 2, 3, 4}, {1, 2, 3, 4}, {5, 6, 7, 8}, {5, 6, 7, 8}}, rows(page.Image))
	assert.InDelta(t, 7.2, page.DPI, 0.01)
}

func TestInlineImage(t *testing.T) {
	data := string(patternBytes())
	p := mustRender(t, patternPDF(media, "q 60 0 0 40 0 0 cm BI /W 6 /H 4 /BPC 8 /CS /G ID "+data+"\nEI Q"))
	assert.Equal(t, straight, rows(p.Image))
	p = mustRender(t, patternPDF(media, "q 60 0 0 40 0 0 cm BI /W 6 /H 4 /BPC 8 /CS /G /F [/AHx] ID "+
		fmt.Sprintf("%x>", patternBytes())+" EI Q"))
	assert.Equal(t, straight, rows(p.Image))
}

func TestForms(t *testing.T) {
	p := newPDF()
	im := p.image(patternW, patternH, grey8, patternBytes())
	inner := p.stream(fmt.Sprintf("/Type /XObject /Subtype /Form /BBox [0 0 1 1] /Matrix [60 0 0 40 0 0] /Resources << /XObject << /Im %d 0 R >> >>", im), []byte("q /Im Do"))
	outer := p.stream(fmt.Sprintf("/Type /XObject /Subtype /Form /BBox [0 0 100 100] /Resources << /XObject << /F %d 0 R >> >>", inner), []byte("/F Do"))
	p.page(media, fmt.Sprintf("/XObject << /F %d 0 R >>", outer), "q /F Do Q")
	assert.Equal(t, straight, rows(mustRender(t, p.bytes()).Image))
}

func TestSeveralPages(t *testing.T) {
	p := newPDF()
	for i := range 3 {
		im := p.image(1, 1, grey8, []byte{byte(i)})
		p.page(media, fmt.Sprintf("/XObject << /A %d 0 R >>", im), "60 0 0 40 0 0 cm /A Do")
	}
	d := open(t, p.bytes(), raster.Limits{})
	require.Equal(t, raster.Facts{Version: "1.7", Pages: 3}, d.Facts())
	for n := 3; n >= 1; n-- {
		page, err := d.Render(t.Context(), n)
		require.NoError(t, err)
		assert.Equal(t, n, page.Number)
		assert.Equal(t, uint8(n-1), page.Image.Y[0])
	}
	for _, n := range []int{-1, 0, 4} {
		_, err := d.Render(t.Context(), n)
		require.ErrorIs(t, err, raster.ErrNoPage)
	}
	require.NoError(t, d.Close())
	_, err := d.Render(t.Context(), 1)
	require.ErrorIs(t, err, raster.ErrClosed)
}

// A mask finer than its image keeps its edges.
func TestFineMask(t *testing.T) {
	p := newPDF()
	mask := p.image(4, 4, "/ImageMask true /Decode [1 0]", []byte{0x80, 0x40, 0x20, 0x10})
	im := p.image(1, 1, grey8+fmt.Sprintf("/Mask %d 0 R", mask), []byte{77})
	p.page("/MediaBox [0 0 40 40]", fmt.Sprintf("/XObject << /A %d 0 R >>", im), "40 0 0 40 0 0 cm /A Do")
	want := picture(4, 4, func(x, y int) uint8 {
		if x == y {
			return 77
		}
		return 255
	})
	assert.Equal(t, want, rows(mustRender(t, p.bytes()).Image))
}
