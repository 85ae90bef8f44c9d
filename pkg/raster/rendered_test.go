package raster_test

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/tthclint/tthclint/pkg/raster"
)

const helvetica = "/Font << /F << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >>"

// lines are 40 lines of text.
func lines(mode int) string {
	return fmt.Sprintf("BT %d Tr /F 12 Tf 14 TL 50 780 Td", mode) + strings.Repeat(" (Cong hoa xa hoi chu nghia Viet Nam) '", 40) + " ET"
}

func darkPixels(m *raster.Image) int {
	n := 0
	for _, v := range m.Y {
		if v < 128 {
			n++
		}
	}
	return n
}

func TestTextPage(t *testing.T) {
	r := newRenderer(t)
	p := newPDF()
	p.page("/MediaBox [0 0 595.44 841.68]", helvetica, lines(0))
	p.page("/MediaBox [0 0 595.44 841.68] /Rotate 90", helvetica, "1 0 0 rg "+lines(0))
	p.page("/MediaBox [0 0 595.44 841.68]", helvetica, lines(3)+" 0 0 m 500 700 l S")
	d := openWith(t, r, p.bytes(), raster.Limits{})

	page, err := d.Render(t.Context(), 1)
	require.NoError(t, err)
	assert.Equal(t, raster.Rendered, page.Source)
	assert.Equal(t, raster.TextPage, page.Reason)
	assert.Equal(t, raster.Grey, page.Mode)
	assert.InDelta(t, 200, page.DPI, .1)
	assert.Equal(t, []int{1654, 2338}, []int{page.Image.W, page.Image.H})
	assert.Nil(t, page.Image.Cb)
	assert.Nil(t, page.Overlay, "there is no scan to lie over")
	ink := darkPixels(page.Image)
	assert.Greater(t, ink, 40*35*50, "35 letters a line of at least 50 pixels")

	page, err = d.Render(t.Context(), 2)
	require.NoError(t, err)
	assert.Equal(t, raster.Colour, page.Mode)
	assert.Equal(t, []int{2338, 1654}, []int{page.Image.W, page.Image.H})

	page, err = d.Render(t.Context(), 3)
	require.NoError(t, err)
	assert.Equal(t, raster.VectorContent, page.Reason)
	assert.Less(t, darkPixels(page.Image), ink/5, "invisible text is not drawn")
}

// Over a scan that has to be rendered, text is drawn and listed; annotations are
// listed and not drawn.
func TestRenderedScan(t *testing.T) {
	p := newPDF()
	pixels := bytes.Repeat([]byte{255}, 600*800)
	im := p.image(600, 800, grey8+" /Mask [0 1] /Filter /FlateDecode", deflate(pixels))
	stamp := p.stream("/Type /XObject /Subtype /Form /BBox [0 0 100 40]", []byte("0 0 100 40 re f"))
	annotation := p.add("<< /Type /Annot /Subtype /Stamp /Rect [100 100 200 140] /F 4 /AP << /N %d 0 R >> >>", stamp)
	p.page(fmt.Sprintf("/MediaBox [0 0 600 800] /Annots [%d 0 R]", annotation), fmt.Sprintf("/XObject << /Im %d 0 R >> %s", im, helvetica),
		"q 600 0 0 800 0 0 cm /Im Do Q BT /F 12 Tf 300 400 Td (Trang 1/2) Tj ET")
	page, err := openWith(t, newRenderer(t), p.bytes(), raster.Limits{}).Render(t.Context(), 1)
	require.NoError(t, err)
	require.Len(t, page.Overlay, 1)
	require.Len(t, page.Pasted, 1)
	assert.Equal(t, "Stamp", page.Pasted[0].Subtype)
	scale := page.DPI / 25.4
	in := func(b raster.Rect) (ink int) {
		for y := int(b.Y * scale); y < int((b.Y+b.H)*scale); y++ {
			for x := int(b.X * scale); x < int((b.X+b.W)*scale); x++ {
				if page.Image.Y[y*page.Image.W+x] < 128 {
					ink++
				}
			}
		}
		return ink
	}
	assert.Equal(t, darkPixels(page.Image), in(page.Overlay[0]))
	assert.Positive(t, in(page.Overlay[0]))
	assert.Zero(t, in(page.Pasted[0].Rect))
}

// hostilePages fill what an interpreter of scans does not look into.
func hostilePages(t *testing.T) map[string]func(*pdf) {
	return map[string]func(*pdf){
		"pattern that paints itself": func(p *pdf) {
			n := len(p.objects) + 1
			p.stream(fmt.Sprintf("/Type /Pattern /PatternType 1 /PaintType 1 /TilingType 1 /BBox [0 0 9 9] /XStep 9 /YStep 9 /Resources << /Pattern << /P %d 0 R >> >>", n),
				[]byte("/Pattern cs /P scn 0 0 9 9 re f"))
			p.page(media, fmt.Sprintf("/Pattern << /P %d 0 R >>", n), "/Pattern cs /P scn 0 0 60 40 re f")
		},
		"mask that masks itself": func(p *pdf) {
			n := len(p.objects) + 1
			p.stream(fmt.Sprintf("/Type /XObject /Subtype /Form /BBox [0 0 60 40] /Group << /S /Transparency /CS /DeviceGray >> /Resources << /ExtGState << /G << /SMask << /S /Luminosity /G %d 0 R >> >> >> >>", n),
				[]byte("/G gs 0 0 60 40 re f"))
			p.page(media, fmt.Sprintf("/ExtGState << /G << /SMask << /S /Luminosity /G %d 0 R >> >> >>", n), "/G gs 0 0 60 40 re f")
		},
		"letter that shows itself": func(p *pdf) {
			n := len(p.objects) + 2
			glyph := p.stream("", []byte("9 0 0 0 9 9 d1 BT /F 9 Tf (a) Tj (a) Tj ET"))
			p.add("<< /Type /Font /Subtype /Type3 /FontBBox [0 0 9 9] /FontMatrix [.1 0 0 .1 0 0] /FirstChar 97 /LastChar 97 /Widths [9] /Encoding << /Differences [97 /a] >> /CharProcs << /a %d 0 R >> /Resources << /Font << /F %d 0 R >> >> >>", glyph, n)
			p.page(media, fmt.Sprintf("/Font << /F %d 0 R >>", n), "BT /F 20 Tf 9 9 Td (aaa) Tj ET")
		},
		"forms that multiply in a pattern": func(p *pdf) {
			last := p.stream("/Type /XObject /Subtype /Form /BBox [0 0 60 40]", []byte("0 0 1 1 re f"))
			for range 9 {
				last = p.stream(fmt.Sprintf("/Type /XObject /Subtype /Form /BBox [0 0 60 40] /Resources << /XObject << /F %d 0 R >> >>", last), []byte(strings.Repeat("/F Do ", 26)))
			}
			n := p.stream(fmt.Sprintf("/Type /Pattern /PatternType 1 /PaintType 1 /TilingType 1 /BBox [0 0 9 9] /XStep 9 /YStep 9 /Resources << /XObject << /F %d 0 R >> >>", last), []byte("/F Do"))
			p.page(media, fmt.Sprintf("/Pattern << /P %d 0 R >>", n), "/Pattern cs /P scn 0 0 60 40 re f")
		},
		"JPEG 2000 that says it is huge": func(p *pdf) {
			b := testdata(t, "grey.j2k")
			i := bytes.Index(b, []byte{0xFF, 0x51})
			copy(b[i+6:], []byte{0, 1, 0, 0, 0, 1, 0, 0}) // Xsiz, Ysiz: 65,536
			im := p.image(flagW, flagH, grey8+" /Filter /JPXDecode", b)
			p.page(media, fmt.Sprintf("/XObject << /Im %d 0 R >>", im), uprightContent)
		},
		"JBIG2 that says it is huge": func(p *pdf) {
			b := testdata(t, "generic.jb2")
			copy(b[11:], []byte{0, 1, 0x80, 0, 0, 1, 0x80, 0})
			im := p.image(9_000, 9_000, bilevelJBIG2, b)
			p.page(media, fmt.Sprintf("/XObject << /Im %d 0 R >>", im), uprightContent)
		},
		"text on a page of a kilometre": func(p *pdf) {
			p.page("/MediaBox [0 0 3000000 3000000]", helvetica, lines(0))
		},
		"image of 100 megapixels": func(p *pdf) {
			im := p.image(10_000, 10_000, "/ColorSpace /DeviceCMYK /BitsPerComponent 8 /Mask [0 0 0 0 0 0 0 0] /Filter /FlateDecode", bomb(400))
			p.page(media, fmt.Sprintf("/XObject << /Im %d 0 R >>", im), uprightContent)
		},
		"bilevel image of 100 megapixels": func(p *pdf) {
			im := p.image(10_000, 10_000, "/ColorSpace /DeviceGray /BitsPerComponent 1 /Mask [1 1] /Filter /FlateDecode", bomb(13))
			p.page(media, fmt.Sprintf("/XObject << /Im %d 0 R >>", im), uprightContent)
		},
	}
}

// Hostile pages give a picture or an error of this package, and the pages after
// them are drawn.
func TestHostilePages(t *testing.T) {
	r := newRenderer(t)
	for name, add := range hostilePages(t) {
		t.Run(name, func(t *testing.T) {
			p := newPDF()
			add(p)
			im := p.image(patternW, patternH, grey8+" /Mask [0 1]", patternBytes())
			p.page(media, fmt.Sprintf("/XObject << /Im %d 0 R >>", im), uprightContent)
			b := p.bytes()
			page, err := openWith(t, r, b, raster.Limits{PageTime: time.Second}).Render(t.Context(), 1)
			var unsupported *raster.UnsupportedError
			switch {
			case err == nil:
				assert.Len(t, page.Image.Y, page.Image.W*page.Image.H)
				t.Logf("drawn in %d × %d px", page.Image.W, page.Image.H)
			case errors.As(err, &unsupported), errors.Is(err, raster.ErrUnreadable), errors.Is(err, raster.ErrTimeout), errors.Is(err, raster.ErrTooLarge):
				t.Log(err.Error()[:min(120, len(err.Error()))])
			default:
				t.Errorf("untyped error: %v", err)
			}
			page, err = openWith(t, r, b, raster.Limits{}).Render(t.Context(), 2)
			require.NoError(t, err)
			assert.Equal(t, straight, rows(page.Image))
		})
	}
}

// The revision that a signature covers is the first bytes of the file, and is
// drawn as such: what was added since is not in it.
func TestRevision(t *testing.T) {
	r := newRenderer(t)
	for name, first := range map[string][]byte{
		"plain scan": patternPDF(media, uprightContent),
		"rendered":   keyed(media, uprightContent),
	} {
		t.Run(name, func(t *testing.T) {
			updated := replaced(t, first, 4, "<< /Length 16 >>\nstream\n0 0 60 40 re f  \nendstream")
			page, err := openWith(t, r, updated, raster.Limits{}).Render(t.Context(), 1)
			require.NoError(t, err)
			assert.Equal(t, page.Image.W*page.Image.H, darkPixels(page.Image))

			n := int64(len(first))
			signed, err := r.Open(t.Context(), io.NewSectionReader(bytes.NewReader(updated), 0, n), n, raster.Limits{})
			require.NoError(t, err)
			page, err = signed.Render(t.Context(), 1)
			require.NoError(t, err)
			assert.Equal(t, straight, rows(page.Image))
		})
	}
}

// replaced appends a revision in which an object is another.
func replaced(t *testing.T, first []byte, number int, object string) []byte {
	t.Helper()
	var before int
	at := bytes.LastIndex(first, []byte("startxref\n"))
	_, err := fmt.Sscanf(string(first[at:]), "startxref\n%d", &before)
	require.NoError(t, err)
	b := fmt.Appendf(bytes.Clone(first), "%d 0 obj\n%s\nendobj\n", number, object)
	return fmt.Appendf(b, "xref\n%d 1\n%010d 00000 n \ntrailer\n<< /Size 6 /Root 1 0 R /Prev %d >>\nstartxref\n%d\n%%%%EOF\n", number, len(first), before, len(b))
}
