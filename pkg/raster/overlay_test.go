package raster_test

import (
	"fmt"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/tthclint/tthclint/pkg/raster"
)

// a4 is a page of 60 × 80 pixels with a scan, and content after it.
func a4(t *testing.T, before, after, resources string, further ...func(*pdf)) (*raster.Page, error) {
	t.Helper()
	p := newPDF()
	for _, f := range further {
		f(p)
	}
	im := p.image(60, 84, grey8+"/Filter /FlateDecode", deflate(make([]byte, 60*84)))
	p.page("/MediaBox [0 0 600 840]", fmt.Sprintf("/XObject << /Im %d 0 R /X %d 0 R >> %s", im, 3, resources),
		before+" q 600 0 0 840 0 0 cm /Im Do Q "+after)
	return render(t, p.bytes())
}

const letterText = " Tf 50 800 Td (Trang 1/2) Tj ET"

func TestText(t *testing.T) {
	long := "BT /F 12 Tf 14 TL 50 800 Td"
	for range 50 {
		long += " (Cộng hòa xã hội chủ nghĩa Việt Nam Độc lập Tự do Hạnh phúc) '"
	}
	none := []struct{ name, before, after, resources string }{
		{"OCR layer", "", "BT 3 Tr" + long[2:] + " ET", ""},
		{"OCR layer below, in plain sight", long + " ET", "", ""},
		{"OCR layer, clip mode", "q BT 7 Tr" + long[2:] + " ET Q", "", ""},
		{"blank text", "", "BT /F 12 Tf 50 800 Td (   ) Tj [( ) -200 ( )] TJ ET", ""},
		{"transparent text", "", "/G gs " + long + " ET", "/ExtGState << /G << /ca 0 >> >>"},
		{"text off the page", "", "BT /F 12 Tf 50 900 Td (Trang) Tj ET", ""},
	}
	for _, tt := range none {
		t.Run(tt.name, func(t *testing.T) {
			p, err := a4(t, tt.before, tt.after, tt.resources)
			require.NoError(t, err)
			assert.Empty(t, p.Overlay)
			assert.Equal(t, 60, p.Image.W)
		})
	}
	t.Run("page number", func(t *testing.T) {
		p, err := a4(t, "", "BT /F 10"+letterText, "")
		require.NoError(t, err)
		require.Len(t, p.Overlay, 1)
		o := p.Overlay[0]
		assert.InDelta(t, 50*25.4/72, o.X, 0.1)
		assert.InDelta(t, 32.5*25.4/72, o.Y, 0.2)
		assert.InDelta(t, 47*25.4/72, o.W, 1)
		assert.InDelta(t, 9.7*25.4/72, o.H, 0.2)
	})
	t.Run("a page of text", func(t *testing.T) {
		_, err := a4(t, "", long+" ET", "")
		requireReason(t, err, raster.TextPage)
	})
	t.Run("text and a logo", func(t *testing.T) {
		_, err := render(t, patternPDF("/MediaBox [0 0 600 840]", "BT /F 10"+letterText+" 60 0 0 40 0 0 cm /Im Do"))
		requireReason(t, err, raster.TextPage)
	})
}

func TestVector(t *testing.T) {
	image := func(dict string) func(*pdf) {
		return func(p *pdf) { p.image(8, 8, dict, []byte("data")) }
	}
	tests := []struct {
		name, before, after, resources string
		further                        func(*pdf)
		overlays                       int
		reason                         raster.Reason
	}{
		{name: "a frame", after: "20 20 560 800 re S", overlays: 4},
		{name: "a curve", after: "100 100 m 110 130 140 130 150 100 c S", overlays: 3},
		{name: "a large blob", after: "100 100 m 200 700 500 700 500 100 c f", reason: raster.VectorContent},
		{name: "a pattern", after: "/Pattern cs /P scn 0 0 600 840 re f", reason: raster.VectorContent},
		{name: "a shading", after: "/S sh", reason: raster.VectorContent},
		{name: "a highlight", after: "/G gs 1 1 0 rg 0 0 300 300 re f", resources: "/ExtGState << /G << /BM /Multiply >> >>", reason: raster.VectorContent},
		{name: "under the scan", before: "0 0 600 840 re S /S sh"},
		{name: "a rule", after: "0 0 600 1 re f", overlays: 1},
		{name: "a small logo in JPEG 2000", after: "q 50 0 0 50 0 0 cm /X Do Q", further: image(grey8 + "/Filter /JPXDecode"), overlays: 1},
		{name: "a large one", after: "q 400 0 0 400 0 0 cm /X Do Q", further: image(grey8 + "/Filter /JPXDecode"), reason: raster.JPX},
		{name: "a tilted image", after: "q 300 300 -300 300 300 0 cm /X Do Q", further: image(grey8), reason: raster.TransformedImage},
		{name: "a round image", after: "q 300 300 m 400 500 l 500 300 l h W n 300 0 0 300 300 300 cm /X Do Q", further: image(grey8), reason: raster.ClipPath},
		{name: "a pale image", after: "q /G gs 300 0 0 300 300 300 cm /X Do Q", resources: "/ExtGState << /G << /ca .5 >> >>", further: image(grey8), reason: raster.Transparency},
		{name: "an image through a soft mask", after: "q /G gs 300 0 0 300 300 300 cm /X Do Q", resources: "/ExtGState << /G << /SMask << /S /Alpha >> >> >>", further: image(grey8), reason: raster.SoftMask},
		{name: "an invisible image", after: "q /G gs 300 0 0 300 300 300 cm /X Do Q", resources: "/ExtGState << /G << /ca 0 >> >>", further: image(grey8)},
		{name: "missing objects", after: "/No gs /No Do /No cs 0 scn /OC /No BDC EMC EMC"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			var further []func(*pdf)
			if tt.further != nil {
				further = append(further, tt.further)
			}
			p, err := a4(t, tt.before, tt.after, tt.resources, further...)
			if tt.reason != "" {
				requireReason(t, err, tt.reason)
				return
			}
			require.NoError(t, err)
			assert.Len(t, p.Overlay, tt.overlays)
		})
	}
	t.Run("hidden at points, not as a whole", func(t *testing.T) {
		dots := "100 100 m 110 130 l 150 100 l h f 1 g "
		for i := range 25 {
			dots += fmt.Sprintf("%.2f %.2f .2 .2 re f ", 99.9+float64(i%5)*12.5, 99.9+float64(i/5)*7.5)
		}
		p, err := a4(t, "", dots, "")
		require.NoError(t, err)
		assert.Len(t, p.Overlay, 26)
		p, err = a4(t, "", "100 100 m 110 130 l 150 100 l h f 1 g 90 90 40 60 re 130 90 40 60 re f", "")
		require.NoError(t, err)
		assert.Len(t, p.Overlay, 2, "the rectangles alone")
	})
	t.Run("nothing", func(t *testing.T) {
		_, err := render(t, patternPDF(media, "1 g 0 0 60 40 re f"))
		requireReason(t, err, raster.NoImage)
	})
	t.Run("rectangles alone", func(t *testing.T) {
		_, err := render(t, patternPDF(media, "0 0 60 40 re f"))
		requireReason(t, err, raster.VectorContent)
	})
}

// Hidden layers are not drawn, shown ones are.
func TestOptionalContent(t *testing.T) {
	build := func(content, group string) []byte {
		p := newPDF()
		off, on := p.add("<< /Type /OCG /Name (off) >>"), p.add("<< /Type /OCG /Name (on) >>")
		p.catalog = fmt.Sprintf("/OCProperties << /OCGs [%d 0 R %d 0 R] /D << /OFF [%d 0 R] >> >>", off, on, off)
		im := p.image(patternW, patternH, grey8, patternBytes())
		over := p.image(1, 1, grey8+group, []byte{0})
		p.page(media, fmt.Sprintf("/XObject << /Im %d 0 R /Over %d 0 R >> /Properties << /Off %d 0 R /On %d 0 R >>", im, over, off, on), content)
		return p.bytes()
	}
	const under = "q 60 0 0 40 0 0 cm /Im Do Q "
	const over = "q 60 0 0 40 0 0 cm /Over Do Q "
	for name, b := range map[string][]byte{
		"sequence off":   build(under+"/OC /Off BDC /Span BMC "+over+"EMC EMC", ""),
		"image off":      build(under+over, "/OC 3 0 R"),
		"membership off": build(under+over, "/OC << /Type /OCMD /OCGs [3 0 R] >>"),
		"under on":       build("/OC /On BDC "+over+"EMC "+under, ""),
		"all on":         build(under+over, "/OC << /Type /OCMD /P /AllOn /OCGs [3 0 R 4 0 R] >>"),
	} {
		t.Run(name, func(t *testing.T) {
			assert.Equal(t, straight, rows(mustRender(t, b).Image))
		})
	}
	shown := mustRender(t, build(under+"/OC /On BDC "+over+"EMC", ""))
	assert.Zero(t, shown.Image.Y[0])
	_, err := render(t, build(under+over, "/OC << /Type /OCMD /VE [/Not 3 0 R] >>"))
	requireReason(t, err, raster.OptionalContent)
}
