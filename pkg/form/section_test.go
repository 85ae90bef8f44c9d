package form

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// Each spouse signs beside the own values; strokes hide all of the wife's captions.
func TestPlaceBySection(t *testing.T) {
	for what, c := range map[string]struct {
		her     [2]float64 // where the label of her name begins
		strokes Box
		want    bool
	}{
		"strokes where her captions belong": {[2]float64{20, 110}, Box{145, 115, 40, 8}, true},
		"nothing there":                     {[2]float64{20, 110}, Box{145, 135, 40, 8}, false},
		"her name farther right":            {[2]float64{50, 110}, Box{145, 115, 60, 8}, false},
		"her name right over his":           {[2]float64{20, 51}, Box{145, 56, 40, 8}, false},
	} {
		t.Run(what, func(t *testing.T) {
			p := tell(t, "ket_hon").sayFrom("Họ, chữ đệm, tên chồng:", 20, 60).sayFrom("Họ, chữ đệm, tên vợ:", c.her[0], c.her[1]).
				say("Chữ ký của chồng", 165, 69).draw(c.strokes)
			p.l.assign()
			p.l.bySections()
			b := p.l.block(p.field(WifeSignature))
			require.Equal(t, c.want, b != nil)
			if c.want {
				assert.InDelta(t, 165, b.middle(), 1)
				assert.InDelta(t, 119, b.box.Y+b.box.H/2, 1)
			}
		})
	}
}

// Captions far from the row of the name say nothing of where the other one's are.
func TestNoSection(t *testing.T) {
	p := tell(t, "ket_hon").sayFrom("Họ, chữ đệm, tên chồng:", 20, 60).sayFrom("Họ, chữ đệm, tên vợ:", 20, 110).
		say("Chữ ký của chồng", 165, 160).draw(Box{145, 206, 40, 8})
	p.l.assign()
	p.l.bySections()
	assert.Nil(t, p.l.block(p.field(WifeSignature)))
}

// What is read of a signature under a caption is no second line of it.
func TestStrokesAreNoCaption(t *testing.T) {
	p := tell(t, "ket_hon").say("Chồng", 60, 165).say("Vợ", 150, 165).say(spouseHint, 150, 171).say("Vou", 60, 172)
	p.l.assign()
	assert.NotNil(t, p.l.block(p.field(HusbandSignature)))
}

// Of the captions in one column a signature left the end of one hint.
func TestEndOfHintUnderTheOther(t *testing.T) {
	for what, c := range map[string]struct {
		end   string
		right float64 // mm beyond where the other hint ends
		want  bool
	}{"ends as the other does": {"fọ tên)", 2, true}, "ends elsewhere": {"fọ tên)", 12, false}, "another end": {"số 12)", 2, false}} {
		t.Run(what, func(t *testing.T) {
			const hint = "(Ký, ghi rõ họ tên)"
			p := tell(t, "ket_hon").sayFrom("Vợ", 40, 150).sayFrom(hint, 46, 150)
			p.sayFrom(c.end, 46+usualWidth(hint)-usualWidth(c.end)+c.right, 180)
			p.l.assign()
			assert.Equal(t, c.want, p.l.block(p.field(HusbandSignature)) != nil)
		})
	}
}

// A signature hides the wife's caption and leaves the hint behind it, over the husband's or under it.
func TestHintInTheColumnOfTheOther(t *testing.T) {
	for what, c := range map[string]struct {
		x, y     float64 // where her hint begins
		official float64
		want     bool
	}{
		"over his, the official beside": {142, 176, 176, true},
		"under his, nobody beside":      {142, 236, 176, true},
		"under his, beside an official": {142, 236, 236, false},
		"another column":                {60, 176, 236, false},
		"right over his":                {142, 198, 176, false},
	} {
		t.Run(what, func(t *testing.T) {
			const hint = "(Ký, ghi rõ họ tên)"
			p := tell(t, "ket_hon").sayFrom("Chồng", 132, 207).sayFrom(hint, 146, 207).sayFrom(hint, c.x, c.y).say("KT. CHỦ TỊCH", 50, c.official)
			p.l.assign()
			assert.Equal(t, c.want, p.l.block(p.field(WifeSignature)) != nil)
		})
	}
}
