package evidence

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/tthclint/tthclint/pkg/form"
	"github.com/tthclint/tthclint/pkg/raster"
)

// A page over which an annotation shows a picture is no blank back.
func TestHiddenByAnnotation(t *testing.T) {
	page := func(all ...raster.Pasted) *raster.Page {
		return &raster.Page{WidthMM: 210, HeightMM: 297, Pasted: all}
	}
	scan := raster.Pasted{Rect: raster.Rect{X: 5, Y: 5, W: 200, H: 287}, Kind: raster.Annotation, Subtype: "Stamp", Image: true}
	assert.True(t, hiddenByAnnotation(page(scan)))
	note, signature, logo, painted := scan, scan, scan, scan
	note.Image, note.Text = false, true
	signature.Signature, signature.Signed = true, true
	logo.W, logo.H = 60, 40
	painted.Kind = raster.Content
	assert.False(t, hiddenByAnnotation(page(note, signature, logo, painted)))

	back := PageReading{Reading: &form.Reading{Reason: form.NoMatch}}
	assert.True(t, back.MayBeBack())
	back.Annotated = true
	assert.False(t, back.MayBeBack())
}

func TestElectronic(t *testing.T) {
	page := func(r raster.Reason, pictures ...raster.Rect) *raster.Page {
		return &raster.Page{Source: raster.Rendered, Reason: r, WidthMM: 210, HeightMM: 297, Pictures: pictures}
	}
	seal := raster.Rect{X: 120, Y: 220, W: 40, H: 40}
	read := &form.Reading{
		Captions: []form.CaptionReading{{Text: "Vợ", Box: form.Box{X: 50, Y: 180, W: 10, H: 4}}},
		Fields:   []form.FieldReading{{Key: form.SealField, Box: form.Box{X: 100, Y: 210, W: 80, H: 50}}, {Key: form.WifeSignature}},
	}
	assert.True(t, electronic(page(raster.TextPage), nil))
	assert.True(t, electronic(page(raster.VectorContent), read))
	assert.True(t, electronic(page(raster.TextPage, seal), read), "a picture of a seal")
	assert.False(t, electronic(page(raster.TextPage, raster.Rect{W: 210, H: 297}), nil), "text over a scan")
	assert.False(t, electronic(page(raster.TextPage, raster.Rect{X: 10, Y: 170, W: 60, H: 60}), read), "a small scan: the caption is in a picture")
	assert.False(t, electronic(page(raster.TextPage, raster.Rect{X: 95, Y: 205, W: 90, H: 60}), read), "a small scan: a field is in a picture")
	assert.False(t, electronic(page(raster.JBIG2), nil), "a scan in another coding")
	assert.False(t, electronic(&raster.Page{Source: raster.Direct}, nil))
}
