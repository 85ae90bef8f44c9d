package evidence

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/tthclint/tthclint/pkg/raster"
)

func TestElectronic(t *testing.T) {
	over := []raster.Rect{{X: 10, Y: 10, W: 50, H: 5}}
	assert.True(t, electronic(&raster.Page{Source: raster.Rendered, Reason: raster.TextPage}))
	assert.True(t, electronic(&raster.Page{Source: raster.Rendered, Reason: raster.VectorContent}))
	assert.False(t, electronic(&raster.Page{Source: raster.Rendered, Reason: raster.TextPage, Overlay: over}), "text over a scan")
	assert.False(t, electronic(&raster.Page{Source: raster.Rendered, Reason: raster.JBIG2}), "a scan in another coding")
	assert.False(t, electronic(&raster.Page{Source: raster.Direct}))
}
