package raster_test

import (
	"bytes"
	"fmt"
	"image"
	"image/jpeg"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/tthclint/tthclint/pkg/raster"
)

// TestStored gives a page of two strips, a JPEG and plain samples, on a page that
// is turned for display.
func TestStored(t *testing.T) {
	for name, exif := range map[string]string{
		"scanner": "Exif\x00\x00II*\x00\x08\x00\x00\x00\x00\x00",
		"camera":  "Exif\x00\x00II*\x00\x08\x00\x00\x00\x01\x00\x9a\x82\x05\x00\x01\x00\x00\x00\x1a\x00\x00\x00",
		"phone":   "Exif\x00\x00MM\x00*\x00\x00\x00\x08\x00\x01\x82\x9a\x00\x05\x00\x00\x00\x01\x00\x00\x00\x1a",
	} {
		t.Run(name, func(t *testing.T) {
			var coded bytes.Buffer
			require.NoError(t, jpeg.Encode(&coded, image.NewGray(image.Rect(0, 0, 120, 80)), &jpeg.Options{Quality: 50}))
			b := coded.Bytes()
			segment := fmt.Appendf([]byte{0xFF, 0xE1, 0, byte(len(exif) + 2)}, "%s", exif)
			b = append(append(bytes.Clone(b[:2]), segment...), b[2:]...)
			p := newPDF()
			top := p.image(120, 80, "/ColorSpace /DeviceGray /BitsPerComponent 8 /Filter /DCTDecode", b)
			low := p.image(60, 40, "/ColorSpace /DeviceGray /BitsPerComponent 8", make([]byte, 60*40))
			p.page("/MediaBox [0 0 72 96] /Rotate 90", fmt.Sprintf("/XObject << /A %d 0 R /B %d 0 R >>", top, low),
				"q 72 0 0 48 0 48 cm /A Do Q q 72 0 0 48 0 0 cm /B Do Q")
			data := p.bytes()
			d, err := raster.Open(t.Context(), bytes.NewReader(data), int64(len(data)), raster.Limits{})
			require.NoError(t, err)
			page, err := d.Render(t.Context(), 1)
			require.NoError(t, err)
			require.Len(t, page.Stored, 2)
			a, z := page.Stored[0], page.Stored[1]
			assert.Equal(t, [4]int{80, 120, 40, 60}, [4]int{a.W, a.H, z.W, z.H}, "across and down the displayed page")
			assert.InDelta(t, 25.4, a.Rect.H, 0.01)
			assert.InDelta(t, 48*25.4/72, a.Rect.W, 0.01)
			assert.InDelta(t, 0, z.Rect.X, 0.01)
			assert.InDelta(t, 48*25.4/72, a.Rect.X, 0.01)
			require.NotNil(t, a.Quantisation)
			assert.EqualValues(t, 16, a.Quantisation[0], "the first of ITU-T T.81 table K.1")
			assert.Nil(t, z.Quantisation)
			assert.Equal(t, name != "scanner", a.Camera)
			boxes, err := d.Pictures(t.Context(), 1)
			require.NoError(t, err)
			assert.Equal(t, page.Pictures, boxes)
			_, err = d.Pictures(t.Context(), 2)
			assert.ErrorIs(t, err, raster.ErrNoPage)
		})
	}
}
