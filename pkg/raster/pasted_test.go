package raster_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/tthclint/tthclint/pkg/raster"
)

// scan is a page of A4 at 200 dpi in pt, 1654 × 2339 px; the images are small,
// only their places count.
const scanBox = "/MediaBox [0 0 595.44 842.04]"

// pastedOn draws a page: a scan of w × h pixels, and content over it with the
// images X (grey), S (with a soft mask) and M (a stencil) of 300 × 100 pixels.
func pastedOn(t *testing.T, w, h int, over, attributes string, further ...func(*pdf)) *raster.Page {
	t.Helper()
	p := newPDF()
	for _, f := range further {
		f(p)
	}
	flate := " /Filter /FlateDecode"
	scan := p.image(w, h, grey8+flate, deflate(make([]byte, w*h)))
	data := deflate(make([]byte, 300*100))
	x := p.image(300, 100, grey8+flate, data)
	m := p.image(300, 100, "/ImageMask true"+flate, deflate(make([]byte, 38*100)))
	s := p.image(300, 100, grey8+flate+fmt.Sprintf(" /SMask %d 0 R", x), data)
	if !strings.Contains(attributes, "/MediaBox") {
		attributes += scanBox
	}
	p.page(attributes, fmt.Sprintf("/XObject << /Im %d 0 R /X %d 0 R /S %d 0 R /M %d 0 R >>", scan, x, s, m),
		"q 595.44 0 0 842.04 0 0 cm /Im Do Q "+over)
	return mustRender(t, p.bytes())
}

// at draws an image with its lower left corner x, y px from that of the page,
// w × h px large, at 200 dpi.
func at(name string, x, y, w, h float64) string {
	return fmt.Sprintf("q %.4f 0 0 %.4f %.4f %.4f cm /%s Do Q ", w*.36, h*.36, x*.36, y*.36, name)
}

func TestPastedImage(t *testing.T) {
	for _, name := range []string{"X", "S", "M"} {
		t.Run(name, func(t *testing.T) {
			page := pastedOn(t, 1654, 2339, at(name, 900.3, 500.6, 431, 143.7), "")
			require.Len(t, page.Pasted, 1)
			p := page.Pasted[0]
			assert.Equal(t, raster.Content, p.Kind)
			assert.True(t, p.Image)
			assert.InDelta(t, 900.3*.127, p.X, .01)
			assert.InDelta(t, (2339-500.6-143.7)*.127, p.Y, .01)
			assert.InDelta(t, 431*.127, p.W, .01)
			assert.InDelta(t, 143.7*.127, p.H, .01)
		})
	}
	t.Run("of the scan's resolution, anywhere", func(t *testing.T) {
		assert.Len(t, pastedOn(t, 1654, 2339, at("X", 900.3, 500.6, 300, 100), "").Pasted, 1)
	})
	t.Run("turned page", func(t *testing.T) {
		page := pastedOn(t, 1654, 2339, at("X", 900.3, 500.6, 431, 143.7), "/Rotate 90")
		require.Len(t, page.Pasted, 1)
		assert.InDelta(t, 143.7*.127, page.Pasted[0].W, .01)
		assert.InDelta(t, 431*.127, page.Pasted[0].H, .01)
	})
}

// However it is put there, what does not belong to the scan is told.
func TestPastedInOddWays(t *testing.T) {
	signature := at("S", 900.3, 500.6, 431, 143.7)
	inBox := func(t *testing.T, page *raster.Page) {
		t.Helper()
		x, y := 1100*.127, (2339-570)*.127
		for _, p := range page.Pasted {
			if p.Kind == raster.Content && p.X < x && x < p.X+p.W && p.Y < y && y < p.Y+p.H {
				return
			}
		}
		t.Errorf("not listed: %v", page.Pasted)
	}
	many := func(n int, size float64) (s string) {
		for i := range n {
			s += at("X", 100.3+float64(i%40)*3.7, 2000.4+float64(i/40)*3.3, size, size)
		}
		return s
	}
	tiles := ""
	for i := range 40 {
		tiles += at("S", 1050.3+float64(i%10)*10.7, 540.6+float64(i/10)*10.3, 10.7, 10.3)
	}
	for _, tt := range []struct{ name, over string }{
		{"a strip across most of the page", at("S", 200.3, 500.6, 1300, 143.7)},
		{"after many others", many(250, 20.3) + signature},
		{"after very many others", many(5000, 1) + signature},
		{"in tiles the size of specks", tiles},
	} {
		t.Run(tt.name, func(t *testing.T) { inBox(t, pastedOn(t, 1654, 2339, tt.over, "")) })
	}
	t.Run("mostly beside the scan", func(t *testing.T) {
		page := pastedOn(t, 1654, 2339, at("S", -500.3, 500.6, 1831, 143.7), "/CropBox [-400 0 595.44 842.04] /MediaBox [-400 0 595.44 842.04]")
		require.Len(t, page.Pasted, 1)
	})
	t.Run("on a page far larger than the scan", func(t *testing.T) {
		require.Len(t, pastedOn(t, 1654, 2339, signature, "/MediaBox [0 0 2000 2000]").Pasted, 1)
	})
	t.Run("under a scan that lets it through", func(t *testing.T) {
		p := newPDF()
		flate := " /Filter /FlateDecode"
		scan := p.image(1654, 2339, "/ImageMask true"+flate, deflate(make([]byte, 207*2339)))
		s := p.image(300, 100, grey8+flate, deflate(make([]byte, 300*100)))
		p.page(scanBox, fmt.Sprintf("/XObject << /Im %d 0 R /S %d 0 R >>", scan, s), signature+at("Im", 0, 0, 1654, 2339))
		inBox(t, mustRender(t, p.bytes()))
	})
}

// What scanners and compressors write is not taken for pasted.
func TestNothingPasted(t *testing.T) {
	segments := ""
	for i := range 6 {
		segments += "0.1 0.1 0.6 rg " + at("M", float64(100+200*i)*2/3, float64(300+250*i)*2/3, 200, 200.0/3)
	}
	for _, tt := range []struct {
		name, over string
		w, h       int
	}{
		{"text in a layer over the page", at("M", 0, 0, 1654, 2339), 827, 1170},
		{"foreground with a mask over the page", at("S", 0, 0, 1654, 2339), 827, 1170},
		{"coloured segments at 300 dpi over 200", segments, 1654, 2339},
		{"segment at 200 dpi over 100", at("X", 402, 1339, 300, 100), 827, 1170},
		{"segment at the scan's resolution", at("X", 401, 1339, 300, 100), 1654, 2339},
		{"a speck", at("X", 400.3, 1338.8, 9.1, 9.3), 1654, 2339},
	} {
		t.Run(tt.name, func(t *testing.T) {
			assert.Empty(t, pastedOn(t, tt.w, tt.h, tt.over, "").Pasted)
		})
	}
	t.Run("strips that overlap", func(t *testing.T) {
		p := newPDF()
		im := p.image(1654, 300, grey8+" /Filter /FlateDecode", deflate(make([]byte, 1654*300)))
		content := ""
		for i := range 8 {
			content += at("Im", 0, float64(2339-300-291*i), 1654, 300)
		}
		p.page(scanBox, fmt.Sprintf("/XObject << /Im %d 0 R >>", im), content)
		assert.Empty(t, mustRender(t, p.bytes()).Pasted)
	})
	t.Run("tiles", func(t *testing.T) {
		p := newPDF()
		im := p.image(128, 128, grey8+" /Filter /FlateDecode", deflate(make([]byte, 128*128)))
		content := ""
		for y := range 19 {
			for x := range 13 {
				content += at("Im", float64(128*x), float64(128*y), 128, 128)
			}
		}
		p.page(scanBox, fmt.Sprintf("/XObject << /Im %d 0 R >>", im), content)
		assert.Empty(t, mustRender(t, p.bytes()).Pasted)
	})
	t.Run("picture on a page that is no scan", func(t *testing.T) {
		p := newPDF()
		im := p.image(300, 100, grey8+" /Filter /FlateDecode", deflate(make([]byte, 300*100)))
		p.page(scanBox, fmt.Sprintf("/XObject << /Im %d 0 R >>", im), at("Im", 100.3, 100.3, 331, 110))
		assert.Empty(t, mustRender(t, p.bytes()).Pasted)
	})
}

// A page whose scan is an annotation is not empty.
func TestAnnotationPage(t *testing.T) {
	for dict, want := range map[string]raster.Reason{
		"/Subtype /Stamp": raster.AnnotationPage,
		"/Subtype /Widget /FT /Sig /V << /Type /Sig >>": raster.NoImage,
		"/Subtype /Stamp /F 2":                          raster.NoImage,
	} {
		p := newPDF()
		im := p.image(patternW, patternH, grey8, patternBytes())
		form := p.stream(fmt.Sprintf("/Type /XObject /Subtype /Form /BBox [0 0 60 40] /Resources << /XObject << /P %d 0 R >> >>", im), []byte("60 0 0 40 0 0 cm /P Do"))
		annotation := p.add("<< /Type /Annot %s /Rect [0 0 60 40] /AP << /N %d 0 R >> >>", dict, form)
		p.page(fmt.Sprintf("%s /Annots [%d 0 R]", media, annotation), "", "1 g 0 0 60 40 re f")
		_, err := render(t, p.bytes())
		requireReason(t, err, want)
	}
}

func TestAnnotations(t *testing.T) {
	const (
		picture = "q 100 0 0 40 0 0 cm /P Do Q"
		strokes = "2 w 0 0 m 10 30 40 30 100 5 c S"
		words   = "BT /F 12 Tf 3 3 Td (Nguyen Van A) Tj ET"
	)
	type seen struct {
		subtype                               string
		image, lines, text, signature, signed bool
	}
	tests := []struct {
		name, dict, appearance string
		want                   []seen
	}{
		{"stamp", "/Subtype /Stamp", picture, []seen{{subtype: "Stamp", image: true}}},
		{"ink", "/Subtype /Ink", strokes, []seen{{subtype: "Ink", lines: true}}},
		{"typed", "/Subtype /FreeText", words, []seen{{subtype: "FreeText", text: true}}},
		{"signed field", "/Subtype /Widget /FT /Sig /V << /Type /Sig >>", picture + " " + words, []seen{{"Widget", true, false, true, true, true}}},
		{"signed field, by its parent", "/Subtype /Widget /Parent << /FT /Sig /V << /Type /Sig >> >>", picture, []seen{{"Widget", true, false, false, true, true}}},
		{"unsigned field", "/Subtype /Widget /FT /Sig", picture, []seen{{"Widget", true, false, false, true, false}}},
		{"button with an icon", "/Subtype /Widget /FT /Btn /V << >>", picture, []seen{{subtype: "Widget", image: true}}},
		{"hidden", "/Subtype /Stamp /F 2", picture, nil},
		{"not on screen", "/Subtype /Stamp /F 32", picture, nil},
		{"nothing drawn", "/Subtype /Widget /FT /Sig /V << /Type /Sig >>", "", nil},
		{"white", "/Subtype /Square", "1 g 0 0 100 40 re f", nil},
		{"unreadable", "/Subtype /Stamp", strings.Repeat("q ", 1000), []seen{{subtype: "Stamp", image: true, lines: true}}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			var annotation int
			page := pastedOn(t, 1654, 2339, "", "/Rotate 180 /Annots [5 0 R]", func(p *pdf) {
				im := p.image(patternW, patternH, grey8, patternBytes())
				form := p.stream(fmt.Sprintf("/Type /XObject /Subtype /Form /BBox [0 0 100 40] /Resources << /XObject << /P %d 0 R >> >>", im), []byte(tt.appearance))
				annotation = p.add("<< /Type /Annot %s /Rect [72 144 172 184] /AP << /N %d 0 R >> >>", tt.dict, form)
			})
			require.Equal(t, 5, annotation)
			var got []seen
			for _, p := range page.Pasted {
				assert.Equal(t, raster.Annotation, p.Kind)
				assert.InDelta(t, (595.44-172)*25.4/72, p.X, .01)
				assert.InDelta(t, 144*25.4/72, p.Y, .01)
				assert.InDelta(t, 100*25.4/72, p.W, .01)
				assert.InDelta(t, 40*25.4/72, p.H, .01)
				got = append(got, seen{p.Subtype, p.Image, p.Lines, p.Text, p.Signature, p.Signed})
			}
			assert.Equal(t, tt.want, got)
			assert.Zero(t, page.Image.Y[0], "the scan is black, and nothing over it is drawn")
			for _, v := range page.Image.Y {
				if v != 0 {
					t.Fatal("an annotation was drawn")
				}
			}
		})
	}
}
