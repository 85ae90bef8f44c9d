package evidence

import (
	"bytes"
	"fmt"
	"image"
	"image/color"
	"image/jpeg"
	"testing"

	"github.com/makiuchi-d/gozxing"
	"github.com/makiuchi-d/gozxing/qrcode"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/tthclint/tthclint/pkg/dossier"
	"github.com/tthclint/tthclint/pkg/form"
	"github.com/tthclint/tthclint/pkg/raster"
)

// TestCodesOfAFile reads a code of 20 mm off a scan of 150 dpi, and has its
// place in mm.
func TestCodesOfAFile(t *testing.T) {
	const text, w, h, side, x, y = "H20.30-230911-0001", 1240, 1754, 118, 118, 59
	m, err := qrcode.NewQRCodeWriter().Encode(text, gozxing.BarcodeFormat_QR_CODE, side, side, map[gozxing.EncodeHintType]any{gozxing.EncodeHintType_MARGIN: 0})
	require.NoError(t, err)
	im := image.NewGray(image.Rect(0, 0, w, h))
	for i := range im.Pix {
		im.Pix[i] = 240
	}
	for j := range side {
		for i := range side {
			if m.Get(i, j) {
				im.SetGray(x+i, y+j, color.Gray{Y: 30})
			}
		}
	}
	var picture bytes.Buffer
	require.NoError(t, jpeg.Encode(&picture, im, nil))
	file := pdfOf(
		"<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Count 1/Kids[3 0 R]>>",
		"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595.2 841.92]/Contents 4 0 R/Resources<</XObject<</I 5 0 R>>>>>>",
		"<</Length 34>>\nstream\nq 595.2 0 0 841.92 0 0 cm /I Do Q \nendstream",
		fmt.Sprintf("<</Type/XObject/Subtype/Image/Width %d/Height %d/ColorSpace/DeviceGray/BitsPerComponent 8/Filter/DCTDecode/Length %d>>\nstream\n%s\nendstream", w, h, picture.Len(), picture.String()),
	)
	forms, err := form.Builtin()
	require.NoError(t, err)
	d := newDocument(t.Context(), &dossier.Document{Path: "a.pdf", Size: int64(len(file)), Blob: memoryBlob(file)}, &Tools{Forms: forms})
	pages, err := d.Pages()
	require.NoError(t, err)
	require.Len(t, pages, 1)
	require.Len(t, pages[0].Codes, 1)
	code := pages[0].Codes[0]
	assert.Equal(t, text, code.Text)
	for what, pair := range map[string][2]float64{"x": {20, code.Box.X}, "y": {10, code.Box.Y}, "w": {20, code.Box.W}, "h": {20, code.Box.H}} {
		assert.InDelta(t, pair[0], pair[1], 2.5, what)
	}
}

func TestNoPictureHasNoCodes(t *testing.T) {
	codes, err := readCodes(t.Context(), &raster.Page{WidthMM: 210, HeightMM: 297})
	assert.NoError(t, err)
	assert.Empty(t, codes)
}
