package raster_test

import (
	"bytes"
	"fmt"
	"image"
	"image/color"
	"image/jpeg"
	"io"
	"os"
	"path/filepath"
	"testing"

	"github.com/pdfcpu/pdfcpu/pkg/filter"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/tthclint/tthclint/pkg/raster"
)

// encode applies a filter of pdfcpu.
func encode(t *testing.T, name string, data []byte) []byte {
	f, err := filter.NewFilter(name, nil)
	require.NoError(t, err)
	r, err := f.Encode(bytes.NewReader(data))
	require.NoError(t, err)
	out, err := io.ReadAll(r)
	require.NoError(t, err)
	return out
}

// imagePDF has one image of w × h pixels over its only page. further objects
// come first: their numbers start at 3.
func imagePDF(w, h int, dict string, data []byte, further ...func(*pdf)) []byte {
	p := newPDF()
	for _, f := range further {
		f(p)
	}
	im := p.image(w, h, dict, data)
	p.page(fmt.Sprintf("/MediaBox [0 0 %d %d]", 10*w, 10*h), fmt.Sprintf("/XObject << /Im %d 0 R >>", im),
		fmt.Sprintf("q %d 0 0 %d 0 0 cm /Im Do Q", 10*w, 10*h))
	return p.bytes()
}

// Every lossless way to store the pattern gives it back.
func TestFilters(t *testing.T) {
	plain := patternBytes()
	var sub, mixed, tiff []byte
	for y := range patternH {
		row := plain[y*patternW : (y+1)*patternW]
		sub = append(sub, 1)
		mixed = append(mixed, byte(y+1)) // Sub, Up, Average, Paeth
		for x, v := range row {
			var left, up, corner byte
			if x > 0 {
				left = row[x-1]
			}
			if y > 0 {
				up = plain[(y-1)*patternW+x]
			}
			if x > 0 && y > 0 {
				corner = plain[(y-1)*patternW+x-1]
			}
			sub = append(sub, v-left)
			tiff = append(tiff, v-left)
			switch y {
			case 0:
				mixed = append(mixed, v-left)
			case 1:
				mixed = append(mixed, v-up)
			case 2:
				mixed = append(mixed, v-byte((int(left)+int(up))/2))
			case 3:
				mixed = append(mixed, v-paeth(left, up, corner))
			}
		}
	}
	tests := []struct {
		name, dict string
		data       []byte
	}{
		{"none", "", plain},
		{"flate", "/Filter /FlateDecode", deflate(plain)},
		{"flate in an array", "/Filter [/FlateDecode] /DecodeParms [null]", deflate(plain)},
		{"flate without its checksum", "/Filter /FlateDecode", deflate(plain)[:len(deflate(plain))-4]},
		{"flate, more than needed", "/Filter /FlateDecode", deflate(append(plain, make([]byte, 5000)...))},
		{"PNG sub", "/Filter /FlateDecode /DecodeParms << /Predictor 11 /Columns 6 >>", deflate(sub)},
		{"PNG mixed", "/Filter /FlateDecode /DecodeParms << /Predictor 15 /Colors 1 /BitsPerComponent 8 /Columns 6 >>", deflate(mixed)},
		{"TIFF predictor", "/Filter /FlateDecode /DecodeParms << /Predictor 2 /Columns 6 >>", deflate(tiff)},
		{"LZW", "/Filter /LZWDecode", encode(t, filter.LZW, plain)},
		{"LZW with predictor", "/Filter /LZWDecode /DecodeParms << /Predictor 12 /Columns 6 >>", encode(t, filter.LZW, mixed)},
		{"run length", "/Filter /RunLengthDecode", encode(t, filter.RunLength, plain)},
		{"run length, more than needed", "/Filter /RunLengthDecode", encode(t, filter.RunLength, append(bytes.Clone(plain), 1, 2, 3))},
		{"ASCII 85", "/Filter /ASCII85Decode", encode(t, filter.ASCII85, plain)},
		{"ASCII hex", "/Filter /ASCIIHexDecode", fmt.Appendf(nil, "%X>", plain)},
		{"chain", "/Filter [/ASCII85Decode /FlateDecode] /DecodeParms [null << /Predictor 15 /Columns 6 >>]", encode(t, filter.ASCII85, deflate(mixed))},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			p := mustRender(t, imagePDF(patternW, patternH, grey8+tt.dict, tt.data))
			assert.Equal(t, straight, rows(p.Image))
		})
	}
}

func paeth(a, b, c byte) byte {
	p := int(a) + int(b) - int(c)
	dist := func(v byte) int { return max(p-int(v), int(v)-p) }
	switch {
	case dist(a) <= dist(b) && dist(a) <= dist(c):
		return a
	case dist(b) <= dist(c):
		return b
	}
	return c
}

// A row may be missing at the end, as some writers count; not more.
func TestMissingRow(t *testing.T) {
	p := mustRender(t, imagePDF(patternW, patternH, grey8, patternBytes()[:20]))
	want := picture(patternW, patternH, func(x, y int) uint8 {
		if y == patternH-1 {
			return 255
		}
		return pattern(x, y)
	})
	assert.Equal(t, want, rows(p.Image))
	_, err := render(t, imagePDF(patternW, patternH, grey8, patternBytes()[:13]))
	require.ErrorIs(t, err, raster.ErrUnreadable)
}

// pixel is a colour in YCbCr.
func pixel(r, g, b uint8) [3]uint8 {
	y, cb, cr := color.RGBToYCbCr(r, g, b)
	return [3]uint8{y, cb, cr}
}

func pixelsOf(m *raster.Image) [][3]uint8 {
	var out [][3]uint8
	for i, y := range m.Y {
		px := [3]uint8{y, 128, 128}
		if m.Cb != nil {
			px[1], px[2] = m.Cb[i], m.Cr[i]
		}
		out = append(out, px)
	}
	return out
}

func grey(v uint8) [3]uint8 { return [3]uint8{v, 128, 128} }

// Colour spaces, depths and /Decode arrays, two pixels each.
func TestSamples(t *testing.T) {
	icc := func(n int) func(*pdf) {
		return func(p *pdf) { p.stream(fmt.Sprintf("/N %d", n), []byte("no profile")) }
	}
	red, cyan := pixel(255, 0, 0), pixel(0, 255, 255)
	tests := []struct {
		name, dict string
		data       []byte
		further    func(*pdf)
		mode       raster.Mode
		want       [][3]uint8
	}{
		{"1 bit", "/ColorSpace /DeviceGray /BitsPerComponent 1", []byte{0x40}, nil, raster.Bilevel, [][3]uint8{grey(0), grey(255)}},
		{"1 bit inverted", "/ColorSpace /DeviceGray /BitsPerComponent 1 /Decode [1 0]", []byte{0x40}, nil, raster.Bilevel, [][3]uint8{grey(255), grey(0)}},
		{"2 bits", "/ColorSpace /DeviceGray /BitsPerComponent 2", []byte{0x60}, nil, raster.Grey, [][3]uint8{grey(85), grey(170)}},
		{"4 bits", "/ColorSpace /CalGray /BitsPerComponent 4", []byte{0x1E}, nil, raster.Grey, [][3]uint8{grey(17), grey(238)}},
		{"4 bits inverted", "/ColorSpace /DeviceGray /BitsPerComponent 4 /Decode [1 0]", []byte{0x1E}, nil, raster.Grey, [][3]uint8{grey(238), grey(17)}},
		{"8 bits", grey8, []byte{3, 200}, nil, raster.Grey, [][3]uint8{grey(3), grey(200)}},
		{"8 bits half range", grey8 + "/Decode [0 .5]", []byte{0, 255}, nil, raster.Grey, [][3]uint8{grey(0), grey(128)}},
		{"16 bits", "/ColorSpace /DeviceGray /BitsPerComponent 16", []byte{3, 99, 200, 1}, nil, raster.Grey, [][3]uint8{grey(3), grey(200)}},
		{"CalGray", "/ColorSpace [/CalGray << /WhitePoint [1 1 1] >>] /BitsPerComponent 8", []byte{3, 200}, nil, raster.Grey, [][3]uint8{grey(3), grey(200)}},
		{"ICC grey", "/ColorSpace [/ICCBased 3 0 R] /BitsPerComponent 8", []byte{3, 200}, icc(1), raster.Grey, [][3]uint8{grey(3), grey(200)}},
		{"black plate", "/ColorSpace [/Separation /Black /DeviceGray 9 0 R] /BitsPerComponent 8", []byte{255, 55}, nil, raster.Grey, [][3]uint8{grey(0), grey(200)}},
		{"RGB", "/ColorSpace /DeviceRGB /BitsPerComponent 8", []byte{255, 0, 0, 0, 255, 255}, nil, raster.Colour, [][3]uint8{red, cyan}},
		{"RGB without colour", "/ColorSpace /DeviceRGB /BitsPerComponent 8", []byte{9, 9, 9, 99, 99, 99}, nil, raster.Colour, [][3]uint8{grey(9), grey(99)}},
		{"RGB inverted", "/ColorSpace /DeviceRGB /BitsPerComponent 8 /Decode [1 0 1 0 1 0]", []byte{255, 0, 0, 0, 255, 255}, nil, raster.Colour, [][3]uint8{cyan, red}},
		{"RGB 4 bits", "/ColorSpace /DeviceRGB /BitsPerComponent 4", []byte{0xF0, 0x00, 0xFF}, nil, raster.Colour, [][3]uint8{red, cyan}},
		{"RGB 16 bits", "/ColorSpace /DeviceRGB /BitsPerComponent 16", []byte{255, 1, 0, 1, 0, 1, 0, 1, 255, 1, 255, 1}, nil, raster.Colour, [][3]uint8{red, cyan}},
		{"CalRGB", "/ColorSpace [/CalRGB << >>] /BitsPerComponent 8", []byte{255, 0, 0, 0, 255, 255}, nil, raster.Colour, [][3]uint8{red, cyan}},
		{"ICC RGB", "/ColorSpace [/ICCBased 3 0 R] /BitsPerComponent 8", []byte{255, 0, 0, 0, 255, 255}, icc(3), raster.Colour, [][3]uint8{red, cyan}},
		{"CMYK", "/ColorSpace /DeviceCMYK /BitsPerComponent 8", []byte{0, 255, 255, 0, 0, 0, 0, 255}, nil, raster.Colour, [][3]uint8{red, grey(0)}},
		{"CMYK inverted", "/ColorSpace /DeviceCMYK /BitsPerComponent 8 /Decode [1 0 1 0 1 0 1 0]", []byte{255, 0, 0, 255, 255, 255, 255, 255}, nil, raster.Colour, [][3]uint8{red, grey(255)}},
		{"palette 8", "/ColorSpace [/Indexed /DeviceRGB 1 <FF000000FFFF>] /BitsPerComponent 8", []byte{1, 0}, nil, raster.Colour, [][3]uint8{cyan, red}},
		{"palette 4", "/ColorSpace [/Indexed /DeviceRGB 1 (\\377\\000\\000\\000\\377\\377)] /BitsPerComponent 4", []byte{0x10}, nil, raster.Colour, [][3]uint8{cyan, red}},
		{"palette 1", "/ColorSpace [/Indexed /DeviceRGB 1 3 0 R] /BitsPerComponent 1", []byte{0x80},
			func(p *pdf) { p.stream("", []byte{255, 0, 0, 0, 255, 255}) }, raster.Colour, [][3]uint8{cyan, red}},
		{"palette of greys", "/ColorSpace [/Indexed /DeviceGray 1 <1122>] /BitsPerComponent 8", []byte{1, 0}, nil, raster.Grey, [][3]uint8{grey(0x22), grey(0x11)}},
		{"palette index too high", "/ColorSpace [/Indexed /DeviceGray 1 <1122>] /BitsPerComponent 8", []byte{77, 0}, nil, raster.Grey, [][3]uint8{grey(0x22), grey(0x11)}},
		{"palette inverted", "/ColorSpace [/Indexed /DeviceGray 255 3 0 R] /BitsPerComponent 8 /Decode [255 0]", []byte{0, 255},
			func(p *pdf) {
				p.stream("/Filter /FlateDecode", deflate(append([]byte{7}, bytes.Repeat([]byte{9}, 255)...)))
			}, raster.Grey, [][3]uint8{grey(9), grey(7)}},
		{"stencil", "/ImageMask true", []byte{0x40}, nil, raster.Bilevel, [][3]uint8{grey(0), grey(255)}},
		{"TIFF predictor of 16 bits", "/ColorSpace /DeviceGray /BitsPerComponent 16 /Filter /FlateDecode /DecodeParms << /Predictor 2 /BitsPerComponent 16 /Columns 2 >>",
			deflate([]byte{3, 200, 0, 100}), nil, raster.Grey, [][3]uint8{grey(3), grey(4)}},
		{"TIFF predictor of 4 bits", "/ColorSpace /DeviceGray /BitsPerComponent 4 /Filter /FlateDecode /DecodeParms << /Predictor 2 /BitsPerComponent 4 /Columns 2 >>",
			deflate([]byte{0xF2}), nil, raster.Grey, [][3]uint8{grey(255), grey(17)}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			var further []func(*pdf)
			if tt.further != nil {
				further = append(further, tt.further)
			}
			p := mustRender(t, imagePDF(2, 1, tt.dict, tt.data, further...))
			assert.Equal(t, tt.want, pixelsOf(p.Image))
			assert.Equal(t, tt.mode, p.Mode)
			assert.Equal(t, tt.mode == raster.Colour, p.Image.Cb != nil)
		})
	}
}

// flag is the picture of testdata.
func flag(x, y int) [3]uint8 {
	switch {
	case y >= 16:
		return grey(0)
	case x < 16:
		return pixel(200, 30, 30)
	case x < 32:
		return pixel(30, 30, 200)
	}
	return grey(255)
}

const flagW, flagH = 37, 21

func testdata(t testing.TB, name string) []byte {
	b, err := os.ReadFile(filepath.Join("testdata", name))
	require.NoError(t, err)
	return b
}

// assertFlag compares with the flag; lossy coding may be off by some.
func assertFlag(t *testing.T, m *raster.Image, off float64, want func(x, y int) [3]uint8) {
	t.Helper()
	require.Equal(t, [2]int{flagW, flagH}, [2]int{m.W, m.H})
	got := pixelsOf(m)
	for y := range flagH {
		for x := range flagW {
			w, g := want(x, y), got[y*flagW+x]
			for c := range w {
				if !assert.InDelta(t, w[c], g[c], off, "pixel %d, %d: %v, want %v", x, y, g, w) {
					return
				}
			}
		}
	}
}

func TestJPEG(t *testing.T) {
	const rgb8 = "/ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter /DCTDecode"
	for _, name := range []string{"ycc-444", "ycc-422", "ycc-420", "ycc-440", "ycc-411", "progressive"} {
		t.Run(name, func(t *testing.T) {
			p := mustRender(t, imagePDF(flagW, flagH, rgb8, testdata(t, name+".jpg")))
			assert.Equal(t, raster.Colour, p.Mode)
			assertFlag(t, p.Image, 6, flag)
		})
	}
	t.Run("in flate", func(t *testing.T) {
		p := mustRender(t, imagePDF(flagW, flagH, "/ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter [/FlateDecode /DCTDecode]", deflate(testdata(t, "ycc-420.jpg"))))
		assertFlag(t, p.Image, 6, flag)
	})
	t.Run("inverted", func(t *testing.T) {
		p := mustRender(t, imagePDF(flagW, flagH, rgb8+"/Decode [1 0 1 0 1 0]", testdata(t, "ycc-444.jpg")))
		assertFlag(t, p.Image, 6, func(x, y int) [3]uint8 {
			v := flag(x, y)
			r, g, b := color.YCbCrToRGB(v[0], v[1], v[2])
			return pixel(255-r, 255-g, 255-b)
		})
	})
	t.Run("without end marker", func(t *testing.T) {
		b := testdata(t, "ycc-420.jpg")
		p := mustRender(t, imagePDF(flagW, flagH, rgb8, b[:len(b)-2]))
		assertFlag(t, p.Image, 6, flag)
	})
	luma := func(x, y int) [3]uint8 { return grey(flag(x, y)[0]) }
	t.Run("grey", func(t *testing.T) {
		p := mustRender(t, imagePDF(flagW, flagH, grey8+"/Filter /DCTDecode", testdata(t, "grey.jpg")))
		assert.Equal(t, raster.Grey, p.Mode)
		assertFlag(t, p.Image, 6, luma)
	})
	t.Run("grey that is called RGB", func(t *testing.T) {
		p := mustRender(t, imagePDF(flagW, flagH, rgb8, testdata(t, "grey.jpg")))
		assert.Equal(t, raster.Grey, p.Mode)
		assertFlag(t, p.Image, 6, luma)
	})
	t.Run("grey inverted", func(t *testing.T) {
		p := mustRender(t, imagePDF(flagW, flagH, grey8+"/Filter /DCTDecode /Decode [1 0]", testdata(t, "grey.jpg")))
		assertFlag(t, p.Image, 6, func(x, y int) [3]uint8 { return grey(255 - luma(x, y)[0]) })
	})
	t.Run("YCCK from Adobe", func(t *testing.T) {
		p := mustRender(t, imagePDF(flagW, flagH, "/ColorSpace /DeviceCMYK /BitsPerComponent 8 /Filter /DCTDecode /Decode [1 0 1 0 1 0 1 0]", testdata(t, "ycck.jpg")))
		assert.Equal(t, raster.Colour, p.Mode)
		assertFlag(t, p.Image, 8, flag)
	})
	t.Run("YCCK by parameter", func(t *testing.T) {
		b := testdata(t, "ycck.jpg")
		b = append(b[:2:2], b[18:]...) // without the Adobe marker
		p := mustRender(t, imagePDF(flagW, flagH, "/ColorSpace /DeviceCMYK /BitsPerComponent 8 /Filter /DCTDecode /Decode [1 0 1 0 1 0 1 0] /DecodeParms << /ColorTransform 1 >>", b))
		assertFlag(t, p.Image, 8, flag)
	})
	t.Run("RGB planes", func(t *testing.T) {
		m := image.NewYCbCr(image.Rect(0, 0, 16, 16), image.YCbCrSubsampleRatio420)
		for i := range m.Y {
			m.Y[i] = 200
		}
		for i := range m.Cb {
			m.Cb[i], m.Cr[i] = 60, 20
		}
		var b bytes.Buffer
		require.NoError(t, jpeg.Encode(&b, m, &jpeg.Options{Quality: 100}))
		p := mustRender(t, imagePDF(16, 16, rgb8+"/DecodeParms << /ColorTransform 0 >>", b.Bytes()))
		for c, v := range pixelsOf(p.Image)[0] {
			assert.InDelta(t, pixel(200, 60, 20)[c], v, 3)
		}
	})
	t.Run("arithmetic coding", func(t *testing.T) {
		b := testdata(t, "ycc-444.jpg")
		b[bytes.Index(b, []byte{0xFF, 0xC0})+1] = 0xC9
		_, err := render(t, imagePDF(flagW, flagH, rgb8, b))
		requireReason(t, err, raster.JPEGVariant)
	})
	t.Run("cut off", func(t *testing.T) {
		b := testdata(t, "ycc-444.jpg")
		_, err := render(t, imagePDF(flagW, flagH, rgb8, b[:len(b)-30]))
		require.ErrorIs(t, err, raster.ErrUnreadable)
	})
}

func TestCCITT(t *testing.T) {
	const head = "/ColorSpace /DeviceGray /BitsPerComponent 1 /Filter /CCITTFaxDecode /DecodeParms "
	bw := func(zero, one uint8) func(x, y int) [3]uint8 {
		return func(x, y int) [3]uint8 {
			if x >= 32 && y < 16 {
				return grey(one)
			}
			return grey(zero)
		}
	}
	tests := []struct {
		name, dict, file string
		want             func(x, y int) [3]uint8
	}{
		{"group 4", head + "<< /K -1 /Columns 37 /Rows 21 >>", "group4.ccitt", bw(0, 255)},
		{"group 4 without rows", head + "<< /K -1 /Columns 37 >>", "group4.ccitt", bw(0, 255)},
		{"group 4 black is 1", head + "<< /K -1 /Columns 37 /BlackIs1 true >>", "group4.ccitt", bw(255, 0)},
		{"group 4 black is 1, decoded back", head + "<< /K -1 /Columns 37 /BlackIs1 true >> /Decode [1 0]", "group4.ccitt", bw(0, 255)},
		{"group 3 with fill bits", head + "<< /K 0 /Columns 37 /EndOfLine true >>", "group3.ccitt", bw(0, 255)},
		{"group 4 stencil", "/ImageMask true /Filter [/CCITTFaxDecode] /DecodeParms [<< /K -1 /Columns 37 >>]", "group4.ccitt", bw(0, 255)},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			p := mustRender(t, imagePDF(flagW, flagH, tt.dict, testdata(t, tt.file)))
			assert.Equal(t, raster.Bilevel, p.Mode)
			assertFlag(t, p.Image, 0, tt.want)
		})
	}
	t.Run("rows at whole bytes", func(t *testing.T) {
		// A white row, a black one after it, the same again.
		data := []byte{0x80, 0x26, 0xA2, 0x80, 0xC0}
		p := mustRender(t, imagePDF(8, 3, head+"<< /K -1 /Columns 8 /EncodedByteAlign true >>", data))
		assert.Equal(t, picture(8, 3, func(_, y int) uint8 {
			if y == 0 {
				return 255
			}
			return 0
		}), rows(p.Image))
	})
	t.Run("group 3", func(t *testing.T) {
		data := []byte{0x00, 0x19, 0x80, 0x09, 0xA8, 0xA0}
		p := mustRender(t, imagePDF(8, 2, head+"<< /K 0 /Columns 8 /EndOfLine true >>", data))
		assert.Equal(t, picture(8, 2, func(_, y int) uint8 { return uint8(255 * (1 - y)) }), rows(p.Image))
	})
	t.Run("other width", func(t *testing.T) {
		_, err := render(t, imagePDF(flagW, flagH, head+"<< /K -1 /Columns 1728 >>", testdata(t, "group4.ccitt")))
		require.ErrorIs(t, err, raster.ErrUnreadable)
	})
	t.Run("cut off", func(t *testing.T) {
		_, err := render(t, imagePDF(flagW, flagH, head+"<< /K -1 /Columns 37 >>", testdata(t, "group4.ccitt")[:5]))
		require.ErrorIs(t, err, raster.ErrUnreadable)
	})
}
