package form

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

// A place ends where the page's printed border begins, straight or aslant; the frame of a
// place is none, nor is what stands among the print.
func TestBorders(t *testing.T) {
	page := func() *told {
		p := tell(t, "ket_hon")
		for i := range 6 {
			p.line(Box{40, 60 + 10*float64(i), 120, 3}, 60)
		}
		return p.say("Vợ", 60, 180).say(spouseHint, 60, 186).say("Chồng", 150, 180).say(spouseHint, 150, 186).say(official, 140, 230)
	}
	reach := func(p *told) (left, right, above float64) {
		p.places()
		for _, r := range p.l.rooms() {
			if r.field.Key == HusbandSignature {
				return p.l.within(r.at, r.caps, Box{6, 6, 198, 285})
			}
		}
		t.Fatal("no place")
		return 0, 0, 0
	}
	left, right, above := reach(page())
	assert.Equal(t, []float64{6, 204, 6}, []float64{left, right, above}, "none")

	p := page()
	for y := 10.0; y < 290; y++ { // a band of which half is drawn, aslant
		p.rule(Box{14 + y/100, y, 3, 0.8}).rule(Box{190 + y/100, y, 3, 0.8})
	}
	p.rule(Box{15, 12, 180, 2})
	left, right, above = reach(p)
	assert.InDelta(t, 19.5, left, 1)
	assert.InDelta(t, 191, right, 1.5)
	assert.InDelta(t, 14, above, 1)

	p = page()
	p.rule(Box{175, 170, 1, 40}).rule(Box{20, 170, 1, 40}) // frames to sign in
	p.rule(Box{100, 60, 1, 230})                           // between the columns
	left, right, above = reach(p)
	assert.Equal(t, []float64{6, 204, 6}, []float64{left, right, above})
}

// A sheet may be smaller than what was scanned: what runs across all of it under the last
// captions is its edge, and two lines to sign on are not.
func TestSheetEnds(t *testing.T) {
	below := func(lines ...Box) float64 {
		p := tell(t, "ket_hon").say("Vợ", 60, 150).say(spouseHint, 60, 156).say("Chồng", 150, 150).say(spouseHint, 150, 156).say(official, 140, 200)
		for _, b := range lines {
			p.rule(b)
		}
		p.places()
		rooms := p.l.rooms()
		lowest := rooms[0].below
		for _, r := range rooms {
			lowest = max(lowest, r.below)
		}
		return lowest
	}
	whole := below()
	assert.Greater(t, whole, 280.0)
	assert.InDelta(t, 232, below(Box{0, 233, 210, 1}), 1)
	assert.Equal(t, whole, below(Box{30, 233, 60, 0.5}, Box{120, 233, 60, 0.5}), "lines to sign on")
	assert.Equal(t, whole, below(Box{0, 208, 210, 1}), "too near the captions for a place")
}

// What looks like "Vợ" in an ornament of the border, on the row of the husband's caption, is none.
func TestCaptionInTheBorder(t *testing.T) {
	for what, c := range map[string]struct {
		x      float64
		border bool
		want   bool
	}{"in the border": {16, true, false}, "inside it": {60, true, true}, "no border": {16, false, true}} {
		t.Run(what, func(t *testing.T) {
			p := tell(t, "ket_hon").say("Chữ ký của chồng", 140, 180).say("Vự", c.x, 180)
			for i := range 6 {
				p.line(Box{40, 60 + 10*float64(i), 120, 3}, 60)
			}
			if c.border {
				p.rule(Box{12, 20, 8, 260})
			}
			p.l.assign()
			assert.Equal(t, c.want, p.l.block(p.field(WifeSignature)) != nil)
		})
	}
}
