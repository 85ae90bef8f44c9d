package form

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/tthclint/tthclint/pkg/raster"
)

// line puts a line on the page that looks like print and was not read.
func (p *told) line(b Box, glyphs int) *told {
	p.l.script.lines = append(p.l.script.lines, &candidate{line: line{x0: b.X, y0: b.Y, x1: b.X + b.W, y1: b.Y + b.H, glyphs: glyphs}})
	return p
}

// A seal broke the hint and the title of the official to pieces.
func TestLocateUnderBrokenCaptions(t *testing.T) {
	whole := tell(t, "ket_hon").say(official, 140, 215).places()[OfficialSignature]
	broken := tell(t, "ket_hon").say(official, 140, 215).
		line(Box{105, 218, 40, 4}, 15).line(Box{150, 218, 30, 4}, 11).line(Box{125, 223, 30, 4}, 10).
		line(Box{100, 228, 14, 3}, 8).  // in the seal
		line(Box{120, 250, 40, 4}, 14). // the name
		places()[OfficialSignature]
	assert.InDelta(t, 218.4, whole.Y, 1)
	assert.InDelta(t, 228.5, broken.Y, 1)
	assert.Greater(t, broken.Y+broken.H, 254.0, "the name is in it")
}

// A hint behind its caption on the line; a signature hides that of the other.
func TestLocateHintOnTheLine(t *testing.T) {
	p := tell(t, "ket_hon").
		say("Chồng", 30, 165).say(spouseHint, 62, 165).say("Vợ", 122, 165)
	got := p.places()
	husband, wife := got[HusbandSignature], got[WifeSignature]
	assert.Greater(t, husband.X+husband.W/2, 50.0)
	assert.InDelta(t, 92, wife.X+wife.W/2-husband.X-husband.W/2, 6)
}

// Two forms have titles that differ by a word.
func TestTitleOfOneForm(t *testing.T) {
	for title, id := range map[string]string{"TRÍCH LỤC GHI CHÚ LY HÔN": "trich_luc_ho_tich", "TRÍCH LỤC GHI CHÚ KẾT HÔN": "trich_luc_ket_hon"} {
		p := tell(t, id).say(title, 105, 60)
		f, _ := p.l.script.decide()
		require.NotNil(t, f)
		assert.Equal(t, id, f.ID, title)
	}
}

// The number of a paper may stand beside its title; other words make it another one.
func TestTitleBesideItsNumber(t *testing.T) {
	for beside, read := range map[string]bool{
		"Số: 212/2024": true, "Số:": true, "/2021": true, "Số/N°: 16/2018": true, "SỐ / NO: 16/2018": true,
		"THEO YÊU CẦU": false, "SỐ NGƯỜI 16": false, "N 16": false,
	} {
		f, _ := tell(t, "khai_sinh").say("GIẤY KHAI SINH", 100, 60).say(beside, 140, 60).l.script.decide()
		assert.Equal(t, read, f != nil, beside)
	}
}

// A seal broke the caption over a hint: the place begins where the other one's does.
func TestLocateHintWithoutCaption(t *testing.T) {
	got := tell(t, "ket_hon").
		say("Chồng", 60, 165).say(spouseHint, 60, 171).say(spouseHint, 150, 171).
		say("Họ, chữ đệm, tên chồng:", 60, 80).say("Họ, chữ đệm, tên vợ:", 150, 80).
		draw(Box{147, 162, 6, 6}).places()
	husband, wife := got[HusbandSignature], got[WifeSignature]
	assert.InDelta(t, husband.Y, wife.Y, 1)
	assert.InDelta(t, husband.Y+husband.H, wife.Y+wife.H, 1)
}

// Two of three on a row were read, and the labels say who stands left.
func TestOppositeOfThree(t *testing.T) {
	for name, c := range map[string]struct {
		husband, official, free float64
		want                    bool
	}{
		"official right":          {105, 170, 40, true},
		"official left":           {105, 40, 170, false}, // the labels have her left
		"official in the middle":  {170, 105, 40, true},
		"husband and official":    {170, 40, 105, true},
		"no row of three in this": {150, 125, 100, false},
	} {
		t.Run(name, func(t *testing.T) {
			p := tell(t, "ket_hon").
				say("Họ, chữ đệm, tên vợ:", 40, 80).say("Họ, chữ đệm, tên chồng:", 140, 80).
				say("Người chồng", c.husband, 165).say("NGƯỜI KÝ", c.official, 165).
				draw(Box{c.free - 10, 162, 20, 6})
			p.l.assign()
			p.l.opposite()
			b := p.l.block(p.l.form.Field(WifeSignature))
			require.Equal(t, c.want, b != nil)
			if b != nil {
				assert.InDelta(t, c.free, b.middle(), 1)
			}
		})
	}
}

// A folded sheet: the title stands on its left page, captions as high on the right.
func TestLocateSpread(t *testing.T) {
	for name, title := range map[string]Box{"title on its page": {30, 25, 90, 9}, "title of both pages": {100, 25, 90, 9}} {
		t.Run(name, func(t *testing.T) {
			p := tell(t, "ket_hon")
			p.l.script.page.WidthMM, p.l.script.page.HeightMM = 297, 210
			p.l.title = &claim{box: title}
			got := p.say("Người vợ", 185, 28).say("Người chồng", 255, 28).say(official, 220, 120).places()
			assert.Equal(t, title.X < 50, got[WifeSignature].W > 0)
			assert.Equal(t, title.X < 50, got[HusbandSignature].W > 0)
			assert.Contains(t, got, OfficialSignature)
		})
	}
}

// Captions and hints that begin under each other stand at the left of their places.
func TestLocateFlush(t *testing.T) {
	at := func(text string, x float64) float64 { return x + usualWidth(text)/2 }
	p := tell(t, "ket_hon")
	for caption, x := range map[string]float64{"Vợ": 25, "Chồng": 115} {
		p.say(caption, at(caption, x), 165).say(spouseHint, at(spouseHint, x), 171)
	}
	got := p.places()
	for key, x := range map[string]float64{WifeSignature: 25, HusbandSignature: 115} {
		assert.InDelta(t, x-3, got[key].X, 1, key)
		assert.InDelta(t, 72, got[key].W, 8, key)
	}
}

// Names begin where captions under them do, and nobody can sign under the last
// captions of a page: the places lie over them.
func TestLocateFootOfPage(t *testing.T) {
	p := tell(t, "ket_hon").
		say("Người vợ", 40, 275).say(spouseHint, 40, 281).say("Người chồng", 170, 275).say(spouseHint, 170, 281).
		say("NGƯỜI KÝ", 105, 275).say("(Ký tên, đóng dấu)", 105, 281).say("PHÓ CHỦ TỊCH", 105, 287)
	for _, x := range []float64{94, 95, 93} { // as the captions under it begin
		p.line(Box{x, 270, 24, 4}, 10)
	}
	got := p.places()
	for _, key := range []string{WifeSignature, HusbandSignature, OfficialSignature} {
		assert.Less(t, got[key].Y+got[key].H, 274.0, key)
		assert.Greater(t, got[key].H, 20.0, key)
	}
}

// The hint of an official who seals is nobody else's.
func TestLocateByHint(t *testing.T) {
	got := tell(t, "ket_hon").say("Vợ", 60, 165).say("Chồng", 150, 165).say(officialHint, 140, 221).places()
	require.Contains(t, got, OfficialSignature)
	assert.InDelta(t, 140, got[OfficialSignature].X+got[OfficialSignature].W/2, 1)
}

// A label of the same name in other words is where the spouse signs.
func TestLocateLabelAgain(t *testing.T) {
	got := tell(t, "ket_hon").say("Họ và tên vợ:", 45, 60).say("Họ và tên chồng:", 135, 60).
		say("Họ, chữ đệm, tên vợ", 55, 165).say("Họ, chữ đệm, tên chồng", 150, 165).places()
	assert.InDelta(t, 168.4, got[WifeSignature].Y, 1.5)
	assert.InDelta(t, 168.4, got[HusbandSignature].Y, 1.5)
}

// A decision names whoever signs as the papers do that have longer captions.
func TestLocateOfDecision(t *testing.T) {
	for _, text := range []string{"KT. CHỦ TỊCH", "TM. ỦY BAN NHÂN DÂN", "TUQ. GIÁM ĐỐC"} {
		assert.Contains(t, tell(t, "quyet_dinh").say(text, 150, 200).places(), OfficialSignature, text)
	}
	for _, text := range []string{"TM", "Q. c", "TL. 12"} { // strokes of a pen
		assert.Empty(t, tell(t, "quyet_dinh").say(text, 150, 200).places(), text)
	}
}

// Whoever issues a paper stands at its head in the words in which they sign another.
func TestLetterheadIsNoCaption(t *testing.T) {
	for y, want := range map[float64]string{20: "", 230: "quyen_su_dung_dat"} {
		p := tell(t, "ket_hon").line(Box{30, 18, 60, 4}, 20).line(Box{30, 270, 60, 4}, 20).
			say("VĂN PHÒNG ĐĂNG KÝ ĐẤT ĐAI", 60, y)
		id := ""
		if f := byCaptions(p.l.script.claims, p.l.script.headed()); f != nil {
			id = f.ID
		}
		assert.Equal(t, want, id)
	}
}

func TestUnstreaked(t *testing.T) {
	for name, c := range map[string]struct {
		from, to int // rows of the line
		turned   bool
		streak   bool
	}{
		"streak":                {0, 600, false, true},
		"of a turned page":      {0, 600, true, true},
		"border of a page":      {20, 580, false, false},
		"ruled line of a table": {200, 400, false, false},
	} {
		t.Run(name, func(t *testing.T) {
			const n = 600
			im := &raster.Image{W: n, H: n, Y: make([]uint8, n*n)}
			at := func(across, along int) *uint8 {
				if c.turned {
					across, along = along, across
				}
				return &im.Y[along*n+across]
			}
			for i := range im.Y {
				im.Y[i] = 240
			}
			for across := 100; across < 500; across++ { // print across it
				for along := 300; along < 304; along++ {
					*at(across, along) = 20
				}
			}
			for along := c.from; along < c.to; along++ {
				*at(250, along) = 150
				*at(251, along) = 150
			}
			p := &raster.Page{Image: im, WidthMM: 152, HeightMM: 152, DPI: 100}
			got := unstreaked(p)
			assert.Equal(t, c.streak, got != p)
			assert.Equal(t, uint8(150), *at(250, 230), "the page itself is left as it is")
			im = got.Image
			if c.streak {
				assert.Equal(t, uint8(240), *at(250, 230))
			}
			assert.Less(t, *at(250, 302), uint8(160), "print stays")
		})
	}
}

// Three who sign in a row need more room than a sheet has, however wide: what is
// looked through ends at its edges.
func TestAroundEndsAtTheSheet(t *testing.T) {
	p := tell(t, "ket_hon").rule(Box{20, 135, 78, 41})
	r := &room{at: local{59, 140, 0}, caps: Box{50, 138, 18, 4}}
	win := p.l.around(r, 400, 300)
	require.NotZero(t, win.w)
	for step, want := range map[int]float64{-1: 20, 1: 98} {
		at, ok := win.wall(59, step, 140, 170)
		assert.True(t, ok)
		assert.InDelta(t, want, at, 0.6)
	}
}
