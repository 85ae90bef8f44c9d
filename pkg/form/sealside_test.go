package form

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

// The official signs over the spouses, whose places his seal leaves under their captions: it lies
// between his and theirs, whatever is written over his.
func TestSealTellsTheSide(t *testing.T) {
	page := func() *told {
		return tell(t, "ket_hon").say(official, 110, 150).say("Chồng", 60, 210).say("Vợ", 150, 210).draw(Box{80, 120, 40, 8})
	}
	plain := page().places()
	assert.Less(t, plain[WifeSignature].Y, 205.0, "what is over his captions may be signed")
	for _, red := range []bool{true, false} {
		got := page().rule(Box{40, 206, 40, 0.3}).rule(Box{130, 206, 40, 0.3}).ring(100, 175, 17, red).places()
		assert.Greater(t, got[OfficialSignature].Y, 150.0)
		assert.Greater(t, got[WifeSignature].Y, 210.0)
		assert.Greater(t, got[HusbandSignature].Y, 210.0)
	}
	over := page().ring(100, 125, 17, true).places()
	assert.Less(t, over[OfficialSignature].Y, 145.0)
	far := page().ring(30, 175, 17, true).places()
	assert.Less(t, far[OfficialSignature].Y, 145.0, "a seal beside his place says nothing of it")
}

// An official who signs under all others says nothing of their side.
func TestSealOfTheLastSaysNothingOfOthers(t *testing.T) {
	got := tell(t, "ket_hon").say("Chồng", 60, 150).say("Vợ", 150, 150).say(official, 105, 200).
		draw(Box{45, 128, 30, 10}).draw(Box{135, 128, 30, 10}).ring(90, 230, 17, true).places()
	assert.Greater(t, got[OfficialSignature].Y, 200.0)
	assert.Less(t, got[WifeSignature].Y, 145.0)
}

// Nor do spouses whose places are over their captions sign under them where the official does so
// over his.
func TestSealBetweenCaptions(t *testing.T) {
	got := tell(t, "ket_hon").say("Chồng", 60, 170).say("Vợ", 150, 170).say(official, 140, 210).
		draw(Box{45, 145, 30, 6}).draw(Box{130, 182, 45, 16}).ring(125, 188, 17, true).places()
	assert.Less(t, got[OfficialSignature].Y, 200.0)
	assert.Less(t, got[HusbandSignature].Y, 165.0)
	assert.Less(t, got[WifeSignature].Y, 165.0)
}

// The name far under the captions of an official who signs on the row of the others tells their side, too.
func TestSideOfARowByAName(t *testing.T) {
	side := func(y float64, name string) float64 {
		p := tellOn(t, "ket_hon", 297, 210).say("Vợ", 50, 110).say("Chồng", 130, 110).say("CHỦ TỊCH", 230, y).say(name, 230, y+38)
		return p.draw(Box{35, 94, 30, 8}).places()[WifeSignature].Y // dirt, or the end of a value
	}
	assert.Greater(t, side(110, "Ngô Nhật Hùng"), 110.0)
	assert.Less(t, side(110, "ngày 2 tháng 9"), 110.0, "no name")
	assert.Less(t, side(150, "Ngô Nhật Hùng"), 110.0, "not on their row")
}
