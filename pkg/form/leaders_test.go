package form

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

// leader is a row of dots, a little aslant.
func (p *told) leader(x0, x1, y float64) *told {
	for x := x0; x < x1; x += 1 {
		p.dot(x, y+0.8*(x-x0)/(x1-x0))
		p.dot(x+0.3, y+0.8*(x-x0)/(x1-x0))
	}
	return p
}

// Rows of dots are taken out, and neither ink among them nor what is high.
func TestClearLeaders(t *testing.T) {
	ink := func(draw func(*told)) float64 {
		p := tell(t, "ket_hon")
		draw(p)
		b := Box{100, 50, 80, 30}
		w := p.l.script.ink.window(0, local{140, 65, 0}, b)
		w.clearLeaders()
		return w.amount(b)
	}
	assert.Zero(t, ink(func(p *told) { p.leader(20, 190, 60) }))
	assert.Zero(t, ink(func(p *told) { p.leader(20, 172, 60) }), "it ends before the window does")
	assert.Positive(t, ink(func(p *told) { p.leader(20, 140, 60) }), "half of the window")
	signed := func(p *told) { p.draw(Box{110, 54, 60, 14}) }
	assert.Positive(t, ink(signed))
	assert.Greater(t, ink(func(p *told) { signed(p); p.leader(20, 190, 72) }), 0.8*ink(signed))
}

// Rows of dots, and values written by hand behind their labels, are nothing that was signed
// over captions.
func TestSideOfValuesByHand(t *testing.T) {
	page := func(label string, dots bool) Box {
		p := tell(t, "ket_hon")
		if label != "" {
			p.sayFrom(label, 20, 131).draw(Box{60, 128, 120, 5})
		}
		for y := 120.0; dots && y < 140; y += 4 {
			p.leader(20, 190, y)
		}
		return p.say("TM. ỦY BAN NHÂN DÂN", 120, 150).say("CHỦ TỊCH", 120, 155).places()[OfficialSignature]
	}
	assert.Greater(t, page("Nơi đăng ký kết hôn:", false).Y, 155.0)
	assert.Greater(t, page("", true).Y, 155.0)
	assert.Less(t, page("Tân Lập, Tân Thành", false).Y, 150.0, "no label")
}

// The name of an official who did not sign says on which side the place is; the spouses then
// are told by what they wrote.
func TestSideOfAnOfficialsName(t *testing.T) {
	page := func(name string, y float64, columns ...float64) map[string]Box {
		p := tell(t, "ket_hon").say("Vợ", 60, 150).say("Chồng", 150, 150).say(spouseHint, 60, 156).say(spouseHint, 150, 156).
			draw(Box{140, 138, 20, 6}) // dirt
		for _, x := range columns {
			p.draw(Box{x - 20, 160, 40, 12})
		}
		return p.say(official, 105, 195).say(name, 105, y).places()
	}
	signed := page("Ngô Nhật Hùng", 235, 60, 150)
	assert.Greater(t, signed[WifeSignature].Y, 150.0)
	assert.Greater(t, signed[OfficialSignature].Y, 195.0)
	for what, got := range map[string]map[string]Box{
		"no name":         page("ngày 2 tháng 9", 235, 60, 150),
		"under a caption": page("Ngô Nhật Hùng", 202, 60, 150),
		"over it":         page("Ngô Nhật Hùng", 190, 60, 150),
		"of another":      page("Ngô Nhật Hùng", 190, 105),
	} {
		assert.Less(t, got[WifeSignature].Y, 150.0, what)
	}
}

// A caption that says one signs there may stand beside the title of a sheet that lies.
func TestCaptionBesideTitle(t *testing.T) {
	for caption, want := range map[string]bool{"CHỮ KÝ CỦA VỢ": true, "VỢ": false} {
		p := tellOn(t, "ket_hon", 297, 210).say("GIẤY CHỨNG NHẬN KẾT HÔN", 130, 42)
		_, p.l.title = p.l.script.decide()
		p.say(caption, 240, 24).say("CHỮ KÝ CỦA CHỒNG", 240, 70).say(official, 240, 120)
		p.l.assign()
		assert.Equal(t, want, p.l.block(p.field(WifeSignature)) != nil, caption)
	}
}

// The next label is no name, where that could not be read.
func TestLabelIsNoName(t *testing.T) {
	p := tell(t, "ket_hon").sayFrom("Họ, chữ đệm, tên vợ:", 20, 60).sayFrom("Ngày, tháng, năm sinh:", 20, 66)
	assert.Nil(t, p.l.nameOf(p.field(WifeSignature)))
	p = tell(t, "ket_hon").sayFrom("Họ, chữ đệm, tên vợ:", 20, 60).sayFrom("TÔ THỊ LOAN", 20, 66)
	assert.NotNil(t, p.l.nameOf(p.field(WifeSignature)))
}

// Captions right of a place behind other ones have their place beside it, not over or under.
func TestPlaceBesideOneBehind(t *testing.T) {
	place := Box{45, 100, 90, 34}
	behind := &room{block: &block{}, isAside: true, left: 11, right: 138, box: place}
	r := &room{block: &block{}, caps: Box{140, 85, 43, 7}, left: 97, right: 203, above: 60, below: 212}
	r.endAt([]*room{behind, r})
	assert.Equal(t, []float64{135, 212}, []float64{r.left, r.below})
	r.caps.X, r.left = 90, 50
	r.endAt([]*room{behind, r})
	assert.Equal(t, []float64{50, 100}, []float64{r.left, r.below}, "over it")
}

// The name of an official between the columns is none of the spouse's who stands nearest to it.
func TestOfficialsNameUnderASpouse(t *testing.T) {
	got := tell(t, "ket_hon").say("Chồng", 45, 158).say("Vợ", 120, 158).say(spouseHint, 45, 164).say(spouseHint, 120, 164).
		draw(Box{25, 135, 40, 14}).draw(Box{95, 175, 40, 18}).say("Sơn Dũng", 118, 200).say(official, 115, 206).places()
	for _, key := range []string{WifeSignature, HusbandSignature} {
		assert.Less(t, got[key].Y, 150.0, key)
	}
}
