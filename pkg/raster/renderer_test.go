package raster_test

import (
	"bytes"
	"fmt"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/tthclint/tthclint/internal/wasmtest"
	"github.com/tthclint/tthclint/pkg/raster"
)

// newRenderer draws in this process.
func newRenderer(t testing.TB) *raster.Renderer {
	t.Helper()
	r := raster.NewRenderer(raster.Options{Cache: wasmtest.Cache(t)})
	t.Cleanup(func() { require.NoError(t, r.Close()) })
	return r
}

func openWith(t testing.TB, r *raster.Renderer, b []byte, l raster.Limits) *raster.Document {
	t.Helper()
	d, err := r.Open(t.Context(), bytes.NewReader(b), int64(len(b)), l)
	require.NoError(t, err)
	t.Cleanup(func() { d.Close() })
	return d
}

// keyed is the pattern as an image that cannot be drawn directly: no pixel has
// the colour that its mask leaves out.
func keyed(attributes, content string) []byte {
	p := newPDF()
	im := p.image(patternW, patternH, grey8+" /Mask [0 1]", patternBytes())
	p.page(attributes, fmt.Sprintf("/XObject << /Im %d 0 R >>", im), content)
	return p.bytes()
}

// Whatever the page does to the picture, a rendered page is the one that is
// drawn directly.
func TestRenderedAsDirect(t *testing.T) {
	r := newRenderer(t)
	for _, tt := range []struct{ attributes, content string }{
		{media, uprightContent},
		{media + "/Rotate 90", uprightContent},
		{media + "/Rotate 180", uprightContent},
		{media + "/Rotate -90", uprightContent},
		{media + "/UserUnit 2", uprightContent},
		{media + "/UserUnit 2 /Rotate 270", uprightContent},
		{"/MediaBox [-10 -20 90 80] /CropBox [0 0 60 40]", uprightContent},
		{"/MediaBox [60 40 0 0]", uprightContent},
		{"/MediaBox [0 0 60 40] /CropBox [-100 -100 500 30]", uprightContent},
		{"/MediaBox [0 0 60 40] /CropBox [10 10 50 30] /Rotate 90", uprightContent},
		{media + "/CropBox [0 0 0 0]", uprightContent},
		{media, "q -60 0 0 40 60 0 cm /Im Do Q"},
		{"/MediaBox [0 0 40 60]", "q 0 60 -40 0 40 0 cm /Im Do Q"},
		{media + "/Rotate 450", uprightContent},
	} {
		t.Run(tt.attributes+tt.content, func(t *testing.T) {
			want := mustRender(t, patternPDF(tt.attributes, tt.content))
			got, err := openWith(t, r, keyed(tt.attributes, tt.content), raster.Limits{}).Render(t.Context(), 1)
			require.NoError(t, err)
			assert.Equal(t, raster.Rendered, got.Source)
			assert.Equal(t, raster.ColourKeyMask, got.Reason)
			assert.Equal(t, want.WidthMM, got.WidthMM)
			assert.Equal(t, want.HeightMM, got.HeightMM)
			assert.InDelta(t, want.DPI, got.DPI, want.DPI/100)
			assert.Equal(t, want.Mode, got.Mode)
			assert.Equal(t, rows(want.Image), rows(got.Image))
		})
	}
}
