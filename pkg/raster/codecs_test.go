package raster_test

import (
	"bytes"
	"fmt"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/tthclint/tthclint/pkg/raster"
)

// coded is a page that one image of flag size covers.
func coded(dict string, data []byte, further ...func(*pdf)) []byte {
	p := newPDF()
	for _, f := range further {
		f(p)
	}
	im := p.image(flagW, flagH, dict, data)
	p.page(fmt.Sprintf("/MediaBox [0 0 %d %d]", flagW, flagH), fmt.Sprintf("/XObject << /Im %d 0 R >>", im), fmt.Sprintf("%d 0 0 %d 0 0 cm /Im Do", flagW, flagH))
	return p.bytes()
}

// flagRGB is the picture of testdata/README.md.
func flagRGB(x, y int) [3]uint8 {
	switch {
	case y >= 16:
		return [3]uint8{}
	case x < 16:
		return [3]uint8{200, 30, 30}
	case x < 32:
		return [3]uint8{30, 30, 200}
	}
	return [3]uint8{255, 255, 255}
}

// assertSame compares pixel by pixel and counts, since printing them tells
// nothing.
func assertSame(t *testing.T, want, got *raster.Image) {
	t.Helper()
	require.Equal(t, []int{want.W, want.H}, []int{got.W, got.H})
	for name, planes := range map[string][2][]uint8{"Y": {want.Y, got.Y}, "Cb": {want.Cb, got.Cb}, "Cr": {want.Cr, got.Cr}} {
		require.Len(t, planes[1], len(planes[0]), name)
		other := 0
		for i := range planes[0] {
			if planes[0][i] != planes[1][i] {
				other++
			}
		}
		assert.Zero(t, other, "pixels that differ in %s", name)
	}
}

const bilevelJBIG2 = "/ColorSpace /DeviceGray /BitsPerComponent 1 /Filter /JBIG2Decode"

// JBIG2 and JPEG 2000 come out as the same picture in a codec that is drawn
// directly.
func TestCodecs(t *testing.T) {
	fax := mustRender(t, coded("/ColorSpace /DeviceGray /BitsPerComponent 1 /Filter /CCITTFaxDecode /DecodeParms << /K -1 /Columns 37 /Rows 21 >>", testdata(t, "group4.ccitt")))
	var rgb, grey []byte
	for y := range flagH {
		for x := range flagW {
			c := flagRGB(x, y)
			rgb = append(rgb, c[:]...)
			grey = append(grey, uint8((19595*int(c[0])+38470*int(c[1])+7471*int(c[2])+1<<15)>>16))
		}
	}
	r := newRenderer(t)
	for _, tt := range []struct {
		name   string
		dict   string
		file   string
		want   *raster.Page
		reason raster.Reason
	}{
		{"JBIG2, arithmetic", bilevelJBIG2, "generic.jb2", fax, raster.JBIG2},
		{"JBIG2, MMR", bilevelJBIG2, "mmr.jb2", fax, raster.JBIG2},
		{"JPEG 2000, colour", "/ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter /JPXDecode", "rgb.jp2", mustRender(t, coded("/ColorSpace /DeviceRGB /BitsPerComponent 8", rgb)), raster.JPX},
		{"JPEG 2000, colour space within", "/Filter /JPXDecode", "rgb.jp2", mustRender(t, coded("/ColorSpace /DeviceRGB /BitsPerComponent 8", rgb)), raster.JPX},
		{"JPEG 2000, grey codestream", grey8 + " /Filter /JPXDecode", "grey.j2k", mustRender(t, coded(grey8, grey)), raster.JPX},
	} {
		t.Run(tt.name, func(t *testing.T) {
			b := coded(tt.dict, testdata(t, tt.file))
			_, err := render(t, b)
			requireReason(t, err, tt.reason)
			got, err := openWith(t, r, b, raster.Limits{}).Render(t.Context(), 1)
			require.NoError(t, err)
			assert.Equal(t, tt.reason, got.Reason)
			assert.Equal(t, tt.want.Mode, got.Mode)
			assert.Equal(t, tt.want.DPI, got.DPI)
			assertSame(t, tt.want.Image, got.Image)
		})
	}
}

func TestSymbols(t *testing.T) {
	var globals int
	b := coded(bilevelJBIG2+" /DecodeParms << /JBIG2Globals 3 0 R >>", testdata(t, "symbols.jb2"), func(p *pdf) {
		globals = p.stream("", testdata(t, "symbols-global.jb2"))
	})
	require.Equal(t, 3, globals)
	page, err := openWith(t, newRenderer(t), b, raster.Limits{}).Render(t.Context(), 1)
	require.NoError(t, err)
	assert.Equal(t, raster.Bilevel, page.Mode)
	ink := 0
	for _, v := range page.Image.Y {
		if v == 0 {
			ink++
		}
	}
	assert.Equal(t, 125, ink, "as jbig2dec counts")
}

// PDFium leaves a picture out that it cannot decode. That page must not pass
// for an empty sheet, and a sheet that is really empty must not pass for broken.
func TestDamagedPicture(t *testing.T) {
	r := newRenderer(t)
	for name, b := range map[string][]byte{
		"JPEG 2000":               coded("/ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter /JPXDecode", bytes.Repeat([]byte{7}, 600)),
		"JBIG2":                   coded(bilevelJBIG2, bytes.Repeat([]byte{7}, 80)),
		"nothing":                 coded(bilevelJBIG2, nil),
		"cut off":                 coded("/ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter /JPXDecode", testdata(t, "rgb.jp2")[:100]),
		"JBIG2 cut off":           coded(bilevelJBIG2, testdata(t, "generic.jb2")[:40]),
		"JBIG2 cut in the middle": coded(bilevelJBIG2, testdata(t, "generic.jb2")[:75]),
		"JPX cut in the middle":   coded("/ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter /JPXDecode", testdata(t, "rgb.jp2")[:400]),
	} {
		t.Run(name, func(t *testing.T) {
			_, err := openWith(t, r, b, raster.Limits{}).Render(t.Context(), 1)
			require.ErrorIs(t, err, raster.ErrUnreadable)
		})
	}
	t.Run("empty sheet", func(t *testing.T) {
		p := newPDF()
		im := p.image(60, 40, grey8+" /Mask [0 1]", bytes.Repeat([]byte{255}, 60*40))
		p.page(media, fmt.Sprintf("/XObject << /Im %d 0 R >>", im), uprightContent)
		page, err := openWith(t, r, p.bytes(), raster.Limits{}).Render(t.Context(), 1)
		require.NoError(t, err)
		assert.Equal(t, bytes.Repeat([]byte{255}, 60*40), page.Image.Y)
	})
}
