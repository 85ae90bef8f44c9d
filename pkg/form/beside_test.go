package form

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

// Ink beside a place is told to be its signer's only where all other places are
// known, and no rules part them.
func TestOpenTo(t *testing.T) {
	wife := &spot{Field: &Field{Key: WifeSignature, Kind: Signature}, box: Box{10, 100, 70, 30}, known: true}
	official := func(known bool, box Box) *spot {
		return &spot{Field: &Field{Key: OfficialSignature, Kind: Signature}, box: box, known: known, sealed: true}
	}
	found := official(true, Box{100, 100, 70, 30})
	assert.True(t, wife.openTo([]*spot{wife, found}))
	assert.False(t, found.openTo([]*spot{wife, found}), "a seal belongs there")
	assert.False(t, wife.openTo([]*spot{wife, official(false, Box{100, 100, 70, 30})}))
	assert.False(t, wife.openTo([]*spot{wife, official(true, Box{})}))

	cell, row := *wife, *wife
	cell.rules = rules{upright: []float64{10, 80}}
	row.row = 1
	assert.False(t, cell.openTo([]*spot{&cell, found}))
	assert.False(t, row.openTo([]*spot{&row, found}))
}

func TestHeld(t *testing.T) {
	assert.Zero(t, held(20, 40, 10, 80))
	assert.EqualValues(t, -6, held(5, 40, 10, 80), "a millimetre is left at the edge")
	assert.EqualValues(t, 4, held(60, 83, 10, 80))
	assert.EqualValues(t, 5, held(0, 100, 10, 80), "what is wider stands in the middle")
}

// Values written by hand stand behind their labels, or in a row between those of
// others; a signature stands under them.
func TestAmongValues(t *testing.T) {
	f := &spot{print: []Box{{20, 100, 30, 4}, {20, 112, 30, 4}}}
	assert.True(t, f.amongValues(Box{52, 98, 40, 8}), "behind a label")
	assert.True(t, f.amongValues(Box{20, 105, 25, 6}), "the second line of a value")
	assert.False(t, f.amongValues(Box{20, 122, 30, 12}), "under all labels")
	assert.False(t, f.amongValues(Box{5, 98, 12, 8}), "left of them")
	assert.False(t, f.amongValues(Box{150, 98, 30, 8}), "too far behind")
}

// Clerks make notes in the margin, left of all print.
func TestInMargin(t *testing.T) {
	f := &spot{print: []Box{{20, 100, 30, 4}, {20, 112, 30, 4}, {120, 112, 30, 4}, {60, 160, 30, 4}}}
	assert.True(t, f.inMargin(Box{8, 140, 6, 20}))
	assert.False(t, f.inMargin(Box{8, 160, 30, 12}), "it reaches into the text")
	assert.False(t, f.inMargin(Box{180, 160, 20, 12}), "at the right")
	assert.False(t, (&spot{print: f.print[:2]}).inMargin(Box{8, 140, 6, 20}), "little is known of the text")
}
