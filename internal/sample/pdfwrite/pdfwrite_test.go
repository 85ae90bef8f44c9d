package pdfwrite

import (
	"bytes"
	"context"
	"image"
	"image/jpeg"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/tthclint/tthclint/pkg/raster"
)

func page(t *testing.T, deflate bool) Page {
	t.Helper()
	img := image.NewRGBA(image.Rect(0, 0, 420, 594))
	for i := range img.Pix {
		img.Pix[i] = uint8(255 - i/5000)
	}
	var b bytes.Buffer
	require.NoError(t, jpeg.Encode(&b, img, nil))
	return Page{W: 210, H: 297, PxW: 420, PxH: 594, JPEG: b.Bytes(), Deflate: deflate}
}

func TestScanOpens(t *testing.T) {
	for _, deflate := range []bool{false, true} {
		src := Scan(page(t, deflate), Info{"Giấy chứng nhận", "test", time.Unix(0, 0).UTC()})
		doc, err := raster.Open(t.Context(), bytes.NewReader(src), int64(len(src)), raster.Limits{})
		require.NoError(t, err)
		p, err := doc.Render(t.Context(), 1)
		require.NoError(t, err)
		assert.InDelta(t, 210, p.WidthMM, 0.01)
		assert.InDelta(t, 297, p.HeightMM, 0.01)
		assert.InDelta(t, 50.8, p.DPI, 0.1)
		assert.Equal(t, [2]int{420, 594}, [2]int{p.Image.W, p.Image.H})
		require.NoError(t, doc.Close())
	}
}

func TestEncryptedNeedsThePassword(t *testing.T) {
	src := Encrypted(page(t, false), Info{}, "mat-khau")
	_, err := raster.Open(context.Background(), bytes.NewReader(src), int64(len(src)), raster.Limits{})
	assert.ErrorIs(t, err, raster.ErrEncrypted)
}

func TestHeadOfAScanIsNoPDF(t *testing.T) {
	src := Scan(page(t, false), Info{Created: time.Unix(0, 0).UTC()})
	src = src[:len(src)*3/5]
	_, err := raster.Open(context.Background(), bytes.NewReader(src), int64(len(src)), raster.Limits{})
	assert.ErrorIs(t, err, raster.ErrUnreadable)
}
