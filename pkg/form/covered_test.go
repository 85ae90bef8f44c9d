package form

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/tthclint/tthclint/pkg/raster"
)

// A caption that was put over the scan says nothing about the paper.
func TestCoveredCaption(t *testing.T) {
	f := &Field{Captions: []string{"Vợ"}, Hints: []string{"(ký, ghi rõ họ tên)", "Họ …"}}
	r := &Reading{Captions: []CaptionReading{
		{Text: "Chồng", Box: Box{X: 120, Y: 100, W: 20, H: 5}},
		{Text: "Vợ", Box: Box{X: 40, Y: 100, W: 10, H: 5}},
		{Text: "Họ", Box: Box{X: 40, Y: 106, W: 30, H: 5}},
	}}
	captions := r.captionsOf(f)
	assert.Equal(t, []Box{r.Captions[1].Box, r.Captions[2].Box}, captions)
	box := Box{X: 20, Y: 112, W: 60, H: 30}
	over := func(o raster.Rect) *raster.Page {
		return &raster.Page{Pasted: []raster.Pasted{{Rect: o, Kind: raster.Content, Image: true}}}
	}
	assert.False(t, covered(&raster.Page{}, box, captions))
	assert.True(t, covered(over(raster.Rect{X: 42, Y: 101, W: 8, H: 4}), box, captions))
	assert.False(t, covered(over(raster.Rect{X: 122, Y: 101, W: 8, H: 4}), box, captions), "another's caption")
	doubtful := over(raster.Rect{X: 30, Y: 120, W: 20, H: 10})
	doubtful.Pasted[0].Doubtful = true
	assert.True(t, covered(doubtful, box, captions), "a layer that may be of the scan")
	assert.False(t, covered(over(raster.Rect{X: 79, Y: 112, W: 30, H: 5}), box, captions), "a neighbour")
}
