package form

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// Three sign in one frame without lines between them: each place ends half way to the
// captions of the nearest, not of the farther one.
func TestThreeInOneFrame(t *testing.T) {
	for name, x := range map[string][3]float64{
		"official at right": {45, 100, 165},
		"official at left":  {165, 110, 45},
	} {
		t.Run(name, func(t *testing.T) {
			p := tell(t, "ket_hon").say("Vợ", x[0], 150).say("Chồng", x[1], 150).say("CHỦ TỊCH", x[2], 150).rule(Box{15, 140, 180, 60})
			got := p.places()
			require.Len(t, got, 4)
			assert.Zero(t, got[OfficialSignature].overlap(got[HusbandSignature]), "%v", got)
			assert.Zero(t, got[WifeSignature].overlap(got[HusbandSignature]), "%v", got)
		})
	}
}

// A cell with uprights of its own reaches down to its floor, also where that is far; a frame round
// several places, or about the page, that ends there says nothing of them.
func TestTallCells(t *testing.T) {
	const foot = 234
	for name, c := range map[string]struct {
		frames []Box
		tall   bool
	}{
		"cells":           {[]Box{{20, 145, 60, foot - 145}, {80, 145, 60, foot - 145}, {140, 145, 60, foot - 145}}, true},
		"one frame":       {[]Box{{20, 145, 180, foot - 145}}, false},
		"about the sheet": {[]Box{{10, 10, 192, foot - 10}}, false},
	} {
		t.Run(name, func(t *testing.T) {
			p := tell(t, "ket_hon").say("Vợ", 50, 150).say("Chồng", 110, 150).say("CHỦ TỊCH", 170, 150)
			for _, b := range c.frames {
				p.rule(b)
			}
			for key, b := range p.places() {
				assert.Equal(t, c.tall, b.Y+b.H > foot-5, "%s %v", key, b)
			}
		})
	}
}

// The captions of the official stand right under those of a spouse, who signs over them, as the
// other one does: the captions between do not end the place of the other one.
func TestCaptionsRightUnderOthers(t *testing.T) {
	p := tell(t, "ket_hon").say("Chữ ký của chồng", 50, 150).say("Chữ ký của vợ", 150, 150).say("NGƯỜI KÝ GIẤY CHỨNG NHẬN KẾT HÔN", 145, 160)
	got := p.draw(Box{40, 128, 25, 12}).draw(Box{140, 128, 25, 12}).places()
	for _, key := range []string{WifeSignature, HusbandSignature} {
		assert.Less(t, got[key].Y, 130.0, "%s %v", key, got[key])
	}
}

// Ornaments over a rule behind the first of two captions, one under the other, are nothing that was
// signed there: of a page that is askew, the border of its column.
func TestBorderBehindRows(t *testing.T) {
	p := tell(t, "ket_hon").say("Chồng", 120, 45).say("Vợ", 120, 90).say("NGƯỜI KÝ GIẤY CHỨNG NHẬN KẾT HÔN", 120, 135)
	p.rule(Box{8, 32, 194, 250}).line(Box{30, 20, 60, 4}, 12)
	for x := 12.0; x < 198; x += 4 {
		p.draw(Box{x, 26, 3, 4})
	}
	p.draw(Box{108, 57, 24, 1}).draw(Box{108, 102, 24, 1})
	got := p.places()
	for _, key := range []string{WifeSignature, HusbandSignature} {
		require.Contains(t, got, key)
		assert.Less(t, got[key].X, 120.0, "%s %v", key, got[key])
	}
}

// A place reaches down over hands and names that go on under its usual height, but not over print.
func TestPlaceReachesFurther(t *testing.T) {
	foot := func(p *told) float64 {
		b := p.places()[WifeSignature]
		return b.Y + b.H
	}
	page := func() *told { return spouses(t).say(official, 150, 250) }
	usual := foot(page())
	unknown := spouses(t).draw(Box{45, usual + 2, 30, 8})
	assert.Equal(t, usual, foot(unknown), "it may be the official's, whose captions were not found")
	assert.Greater(t, foot(page().draw(Box{45, usual + 2, 30, 8})), usual+10, "a hand")
	assert.Greater(t, foot(page().draw(Box{135, usual + 2, 30, 8})), usual+10, "that of the other spouse beside it")
	assert.Equal(t, usual, foot(page().draw(Box{45, usual + 30, 30, 8})), "far under it")
	assert.Equal(t, usual, foot(page().draw(Box{58, usual + 2, 3, 3})), "dirt")
	assert.Less(t, foot(page().draw(Box{45, usual + 2, 30, 8}).say(official, 60, usual+6)), usual+5, "captions")
}
