package form

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// A hint goes on in the next line, which may be one short word: it is print of the
// form, and nobody's signature.
func TestHintOnTwoLines(t *testing.T) {
	for name, c := range map[string]struct {
		hint string
		word Box
		rest int
	}{
		"goes on":       {"(Ký, ghi rõ họ, chữ đệm,", Box{57, 207.5, 7, 3.5}, 1},
		"goes on, low":  {"(Ký, ghi rõ họ, chữ đệm,", Box{57, 207.5, 7, 2.3}, 1},
		"ends":          {"(Ký, ghi rõ họ tên)", Box{57, 207.5, 7, 3.5}, 0},
		"farther under": {"(Ký, ghi rõ họ, chữ đệm,", Box{57, 214, 7, 3.5}, 0},
		"to one side":   {"(Ký, ghi rõ họ, chữ đệm,", Box{76, 207.5, 7, 3.5}, 0},
	} {
		t.Run(name, func(t *testing.T) {
			p := tell(t, "ket_hon").say("Vợ", 60, 200).say(c.hint, 60, 205).say("Chồng", 150, 200).say(spouseHint, 150, 205).line(c.word, 3)
			places := p.places()
			require.Contains(t, places, WifeSignature)
			b := p.l.block(p.field(WifeSignature))
			caps, rest := p.l.footed(b)
			assert.Len(t, rest, c.rest)
			if c.rest > 0 {
				assert.GreaterOrEqual(t, caps.Y+caps.H, c.word.Y+c.word.H-0.6)
				assert.Greater(t, places[WifeSignature].Y, c.word.Y+c.word.H)
			} else {
				assert.Equal(t, b.box, caps)
			}
		})
	}
}

// Set from the left, the next line of a hint begins where the hint does, wherever it
// ends; a name that is written there does so far under it.
func TestHintSetFromTheLeft(t *testing.T) {
	for name, c := range map[string]struct {
		hint string
		next Box
		rest int
	}{
		"goes on":                  {"(Ký, ghi rõ họ, chữ đệm,", Box{25.2, 207.5, 20, 3.5}, 1},
		"its bracket was not read": {"Ký, ghi rõ họ, chữ đệm, tên;", Box{25.2, 207.5, 46, 3.5}, 1},
		"ends":                     {"(Ký, ghi rõ họ tên)", Box{25.2, 207.5, 8, 3.5}, 0},
		"farther under":            {"(Ký, ghi rõ họ, chữ đệm,", Box{25.2, 216, 20, 3.5}, 0},
	} {
		t.Run(name, func(t *testing.T) {
			p := tell(t, "ket_hon").sayFrom("Vợ", 25, 200).sayFrom(c.hint, 25, 205).say("Chồng", 150, 200).say(spouseHint, 150, 205).line(c.next, 8)
			p.places()
			b := p.l.block(p.field(WifeSignature))
			require.NotNil(t, b)
			_, rest := p.l.footed(b)
			assert.Len(t, rest, c.rest)
		})
	}
}

// Captions of two lines: what is signed stands in the second one, which is no text of the form, and the place
// begins under it.
func TestCaptionsThatSayWhatIsSigned(t *testing.T) {
	p := tell(t, "ket_hon")
	for i, who := range []string{"NGƯỜI CHỒNG", "NGƯỜI VỢ"} {
		x := 40 + 62*float64(i)
		p.say(who+" KÝ GIẤY", x, 200).line(Box{x - 20, 203.1, 40, 3.8}, 16)
	}
	places := p.places()
	for key, x := range map[string]float64{HusbandSignature: 40, WifeSignature: 102} {
		require.Contains(t, places, key)
		assert.InDelta(t, x, places[key].X+places[key].W/2, 3, key)
		assert.Greater(t, places[key].Y, 206.5, key)
	}
}

// Two parts of a caption were read apart; the hint stands under both and is not
// the other spouse's.
func TestCaptionReadInParts(t *testing.T) {
	p := tell(t, "ket_hon").say("BÊN NAM", 135, 200).say("(CHỒNG)", 154, 200).say("(Ký tên)", 138, 205).say("NGƯỜI KÝ GIẤY CHỨNG NHẬN KẾT HÔN", 150, 240)
	p.places()
	b := p.l.block(p.field(HusbandSignature))
	require.NotNil(t, b)
	assert.True(t, b.hinted())
	assert.Nil(t, p.l.block(p.field(WifeSignature)))
}

// The end of a long caption stands between its beginning and the hint.
func TestHintUnderALongCaption(t *testing.T) {
	for end, want := range map[bool]bool{true: true, false: false} {
		p := tell(t, "ket_hon").say("NGƯỜI KÝ GIẤY CHỨNG NHẬN", 150, 200).say("(Ký, ghi rõ họ tên, đóng dấu)", 150, 211)
		if end {
			p.line(Box{141, 203.6, 18, 3.8}, 7)
		}
		p.places()
		b := p.l.block(p.field(OfficialSignature))
		require.NotNil(t, b)
		assert.Equal(t, want, len(b.claims) == 2, "%v", b.box)
	}
}

// The first line of an official's hint says what the hint of a spouse says, and one
// word of the caption stands alone between both.
func TestHintThatIsAnothersToo(t *testing.T) {
	const caption = "NGƯỜI KÝ GIẤY CHỨNG NHẬN KẾT"
	page := func() *told {
		return tell(t, "ket_hon").say("Vợ", 60, 150).say(spouseHint, 60, 155).say("Chồng", 150, 150).say(spouseHint, 150, 155).say(caption, 150, 200)
	}
	hinted := page().line(Box{145, 203.4, 10, 4}, 3).say("(Ký, ghi rõ họ, chữ đệm, tên)", 150, 210)
	got := hinted.places()[OfficialSignature]
	assert.Greater(t, got.Y, 211.0)
	assert.Greater(t, got.H, 20.0, "the hint does not end it")
	aside := page().say("(Ký, ghi rõ họ, chữ đệm, tên)", 128, 210)
	aside.places()
	_, ok := aside.l.hintUnder(aside.l.block(aside.field(OfficialSignature)))
	assert.False(t, ok, "it is not in the middle")
	own, ok := hinted.l.hintUnder(hinted.l.block(hinted.field(WifeSignature)))
	assert.False(t, ok, "has one: %v", own)
}
