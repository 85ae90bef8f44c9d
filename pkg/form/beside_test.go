package form

import (
	"bytes"
	"math"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/tthclint/tthclint/pkg/ink"
	"github.com/tthclint/tthclint/pkg/raster"
)

// Ink beside a place is told to be its signer's only where all other places are
// known. Where ruled lines part them it is so on the own captions alone.
func TestOpenTo(t *testing.T) {
	wife := &spot{Field: &Field{Key: WifeSignature, Kind: Signature}, box: Box{10, 100, 70, 30}, known: true}
	official := func(known bool, box Box) *spot {
		return &spot{Field: &Field{Key: OfficialSignature, Kind: Signature}, box: box, known: known, sealed: true}
	}
	found := official(true, Box{100, 100, 70, 30})
	assert.True(t, wife.openTo([]*spot{wife, found}))
	assert.True(t, found.openTo([]*spot{wife, found}))
	assert.False(t, wife.openTo([]*spot{wife, official(false, Box{100, 100, 70, 30})}))
	assert.False(t, wife.openTo([]*spot{wife, official(true, Box{})}))

	row := *wife
	row.row = 1
	assert.False(t, row.openTo([]*spot{&row, found}))
}

func TestOnOwnCaptions(t *testing.T) {
	f := &spot{box: Box{10, 100, 70, 30}, caps: Box{30, 92, 30, 5}}
	assert.True(t, f.onOwnCaptions(Box{25, 86, 40, 12}))
	assert.False(t, f.onOwnCaptions(Box{25, 76, 40, 12}), "over them")
	assert.False(t, f.onOwnCaptions(Box{75, 86, 40, 12}), "in the next column")
	assert.False(t, (&spot{box: f.box}).onOwnCaptions(Box{25, 86, 40, 12}), "no captions")
	assert.False(t, f.cell())
	f.rules.level = []float64{98}
	assert.True(t, f.cell())
}

// Captions in a cell of their own beside that of their place leave room there, too.
func TestBesideOwnCaptions(t *testing.T) {
	f := &spot{box: Box{78, 150, 110, 17}, caps: Box{38, 155, 22, 8}}
	assert.True(t, f.besideOwnCaptions(Box{62, 153, 14, 10}))
	assert.False(t, f.besideOwnCaptions(Box{62, 143, 14, 10}), "over the row")
	assert.False(t, f.besideOwnCaptions(Box{10, 153, 14, 10}), "left of them")
	assert.False(t, f.besideOwnCaptions(Box{80, 153, 14, 10}), "in the place")
	f.caps.X = 120
	assert.False(t, f.besideOwnCaptions(Box{62, 153, 14, 10}), "the captions stand elsewhere")
	f.caps.H = 0
	assert.False(t, f.besideOwnCaptions(Box{62, 153, 14, 10}), "or nobody knows where")
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
	assert.True(t, f.amongValues(Box{52, 98, 40, 8}, nil), "behind a label")
	assert.True(t, f.amongValues(Box{20, 105, 25, 6}, nil), "the second line of a value")
	assert.False(t, f.amongValues(Box{20, 122, 30, 12}, nil), "under all labels")
	assert.False(t, f.amongValues(Box{5, 98, 12, 8}, nil), "left of them")
	assert.False(t, f.amongValues(Box{150, 98, 30, 8}, nil), "too far behind")
}

// Clerks make notes in the margin, left of all print.
func TestInMargin(t *testing.T) {
	f := &spot{print: []Box{{20, 100, 30, 4}, {20, 112, 30, 4}, {120, 112, 30, 4}, {60, 160, 30, 4}}}
	assert.True(t, f.inMargin(Box{8, 140, 6, 20}))
	assert.False(t, f.inMargin(Box{8, 160, 30, 12}), "it reaches into the text")
	assert.False(t, f.inMargin(Box{180, 160, 20, 12}), "at the right")
	assert.False(t, (&spot{print: f.print[:2]}).inMargin(Box{8, 140, 6, 20}), "little is known of the text")
}

// The hand of who signs under somebody else lies across the signer's own captions, over
// which the place of the other one ends.
func TestSignatureAcrossOwnCaptions(t *testing.T) {
	sheet := Box{0, 0, 210, 297}
	same := Transform{1, 0, 0, 0, 1, 0, 0, 0, 1}
	upper := &spot{Field: &Field{Key: HusbandSignature, Kind: Signature}, box: Box{35, 100, 70, 36}, to: same, sheet: sheet, known: true}
	lower := &spot{Field: &Field{Key: WifeSignature, Kind: Signature}, box: Box{35, 147, 70, 33}, to: same, sheet: sheet, known: true, caps: Box{50, 137, 40, 8.5}}
	all := []*spot{upper, lower}
	_, at, ok := lower.beside(loops(140), all, nil)
	assert.True(t, ok, "across them")
	assert.Less(t, at.Y, lower.box.Y)
	_, _, ok = lower.beside(loops(132), all, nil)
	assert.False(t, ok, "in the place of the other")
	lower.caps = Box{}
	_, _, ok = lower.beside(loops(140), all, nil)
	assert.False(t, ok, "it is not known where the captions are")
}

// Where captions stand under the places, the hand lies across them and the name under them;
// the captions beside them on the row are no label whose value it is.
func TestSignatureUnderItsPlace(t *testing.T) {
	sheet, same := Box{0, 0, 210, 297}, Transform{1, 0, 0, 0, 1, 0, 0, 0, 1}
	own, other := Box{50, 135, 40, 4.5}, Box{5, 139, 30, 4.5}
	f := &spot{Field: &Field{Key: HusbandSignature, Kind: Signature}, box: Box{35, 100, 70, 33}, to: same, sheet: sheet, known: true, caps: own, print: []Box{own, other}}
	o := &spot{Field: &Field{Key: WifeSignature, Kind: Signature}, box: Box{5, 100, 28, 33}, to: same, sheet: sheet, known: true, caps: other, print: []Box{own, other}}
	_, at, ok := f.beside(loops(144), []*spot{f, o}, nil)
	assert.True(t, ok)
	assert.Greater(t, at.Y, f.box.Y)
	o.caps = Box{}
	_, _, ok = f.beside(loops(144), []*spot{f, o}, nil)
	assert.False(t, ok, "behind a label")
	f.print, f.caps = []Box{own}, Box{}
	_, _, ok = f.beside(loops(144), []*spot{f, o}, nil)
	assert.False(t, ok, "the captions under the place are another one's")
}

// An official signs on the typed name under the place, too, or beside it: what is there is the official's
// where all other places are known.
func TestOfficialSignsUnderThePlace(t *testing.T) {
	sheet, same := Box{0, 0, 210, 297}, Transform{1, 0, 0, 0, 1, 0, 0, 0, 1}
	for name, c := range map[string]struct{ known, want bool }{"all known": {true, true}, "another's is not": {false, false}} {
		f := &spot{Field: &Field{Key: OfficialSignature, Kind: Signature}, box: Box{35, 100, 70, 33}, to: same, sheet: sheet, known: true, sealed: true, caps: Box{50, 90, 40, 8}}
		o := &spot{Field: &Field{Key: WifeSignature, Kind: Signature}, box: Box{120, 60, 60, 30}, to: same, sheet: sheet, known: c.known}
		got, err := measure(t.Context(), loops(144), []*spot{f, o}, nil)
		require.NoError(t, err)
		assert.Equal(t, c.want, ink.Judge(got[0], true).State.Signed(), name)
		assert.Equal(t, c.want, f.ink.Y > f.box.Y, name)
	}
}

// A small hand in the large place of an official is seen as a person's is.
func TestSmallHandOfAnOfficial(t *testing.T) {
	sheet, same := Box{0, 0, 210, 297}, Transform{1, 0, 0, 0, 1, 0, 0, 0, 1}
	f := &spot{Field: &Field{Key: OfficialSignature, Kind: Signature}, box: Box{35, 100, 90, 36}, to: same, sheet: sheet, known: true, sealed: true, caps: Box{50, 90, 40, 8}}
	for size, want := range map[float64]bool{0.2: true, 0.17: true, 0.02: false} {
		page := hand(90, 118, size)
		require.False(t, ink.Judge(ink.Measure(f.cut(page, []*spot{f}, nil)), true).State.Signed(), "in all of the place")
		got, err := measure(t.Context(), page, []*spot{f}, nil)
		require.NoError(t, err)
		assert.Equal(t, want, ink.Judge(got[0], true).State.Signed(), "%v", size)
	}
}

// Who ran out of a cell began in it: ink across an upright side of it is its signer's, in its row.
func TestAcrossWall(t *testing.T) {
	f := &spot{box: Box{100, 150, 80, 20}}
	assert.True(t, f.acrossWall(Box{170, 155, 30, 12}))
	assert.True(t, f.acrossWall(Box{85, 155, 30, 12}))
	assert.False(t, f.acrossWall(Box{178, 155, 30, 12}), "it touches the cell")
	assert.False(t, f.acrossWall(Box{190, 155, 30, 12}), "outside")
	assert.False(t, f.acrossWall(Box{120, 155, 30, 12}), "inside")
	assert.False(t, f.acrossWall(Box{170, 166, 30, 12}), "in the next row")

	sheet, same := Box{0, 0, 210, 297}, Transform{1, 0, 0, 0, 1, 0, 0, 0, 1}
	cell := func(x float64) bool {
		caps := Box{x - 40, 138, 30, 4.5}
		f := &spot{Field: &Field{Key: WifeSignature, Kind: Signature}, box: Box{x, 128, 60, 24}, to: same, sheet: sheet, known: true, caps: caps,
			print: []Box{caps}, rules: rules{[]float64{x, x + 60}, []float64{128, 152}}}
		_, _, ok := f.beside(loops(140), []*spot{f}, nil)
		return ok
	}
	assert.True(t, cell(5), "across its right side")
	assert.False(t, cell(-10), "beside it")
}

// loops draws a page with loops of a pen that sink, about a height in mm.
func loops(y float64) *raster.Page { return hand(55, y, 1) }

// hand draws such loops from (x, y), which take 30 mm at a size of 1.
func hand(x, y, size float64) *raster.Page {
	const dpi = 200
	w, h := 210*dpi*10/254, 297*dpi*10/254
	im := &raster.Image{W: w, H: h, Y: bytes.Repeat([]uint8{240}, w*h)}
	pen := int(math.Round(1 + size))
	for i := range 4000 { // loops that sink
		s := float64(i) / 4000
		a := 12 * math.Pi * s
		u := x + size*(30*s+2.5*math.Cos(a))
		v := y + size*5*(1.3-s)*math.Sin(a+3*s)*math.Cos(4*s)
		for dy := -pen; dy <= pen; dy++ {
			for dx := -pen; dx <= pen; dx++ {
				im.Y[(int(v*dpi/25.4)+dy)*w+int(u*dpi/25.4)+dx] = 60
			}
		}
	}
	return &raster.Page{WidthMM: 210, HeightMM: 297, DPI: dpi, Mode: raster.Grey, Image: im}
}

// Who has no field signs beside the place of somebody else, under print that says so.
func TestNearerPrint(t *testing.T) {
	own := Box{60, 100, 30, 4}
	f := &spot{caps: own, print: []Box{own, {15, 100, 34, 4}, {20, 60, 34, 4}}}
	assert.True(t, f.nearerPrint(Box{18, 108, 24, 12}), "a witness")
	assert.False(t, f.nearerPrint(Box{45, 108, 24, 12}), "nearer to the own captions")
	assert.False(t, f.nearerPrint(Box{100, 108, 24, 12}), "on the other side")
	f.print = f.print[2:]
	assert.False(t, f.nearerPrint(Box{18, 108, 24, 12}), "print on another row")
	f.print, f.caps = []Box{{15, 100, 34, 4}}, Box{}
	assert.False(t, f.nearerPrint(Box{18, 108, 24, 12}), "captions that were not found")
}
