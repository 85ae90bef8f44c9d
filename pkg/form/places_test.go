package form

import (
	"bytes"
	"context"
	"math"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/tthclint/tthclint/pkg/ocr"
)

// ring draws a red or grey seal on the picture of the page, after which it has
// one.
func (p *told) ring(x, y, r float64, red bool) *told {
	im := p.l.script.page.Image
	if len(im.Y) == 0 {
		im.Y = bytes.Repeat([]uint8{240}, im.W*im.H)
		if red {
			im.Cb, im.Cr = bytes.Repeat([]uint8{128}, im.W*im.H), bytes.Repeat([]uint8{128}, im.W*im.H)
		}
	}
	for v := range im.H {
		for u := range im.W {
			if d := math.Hypot((float64(u)+0.5)*p.ink.mmX-x, (float64(v)+0.5)*p.ink.mmY-y); math.Abs(d-r) < 0.6 {
				im.Y[v*im.W+u] = 90
				if red {
					im.Cr[v*im.W+u] = 230
				}
			}
		}
	}
	return p
}

// spouses are captions over places that end far over the official's.
func spouses(t *testing.T) *told {
	return tell(t, "ket_hon").say("Vợ", 60, 150).say("Chồng", 150, 150).say(spouseHint, 60, 156).say(spouseHint, 150, 156)
}

// A heading over both places is print of the form: what stands over the captions
// is no room to sign, however much ink the heading has.
func TestHeadingOverBothPlaces(t *testing.T) {
	heading := Box{88, 141, 38, 4}
	for name, c := range map[string]struct {
		heading Box
		under   bool
	}{
		"over both":     {heading, true},
		"over one":      {Box{45, 141, 30, 4}, false},  // a name over its caption
		"two names":     {Box{48, 141, 115, 4}, false}, // over their captions, read as one line
		"over no place": {Box{}, false},
	} {
		t.Run(name, func(t *testing.T) {
			p := spouses(t).draw(Box{40, 125, 130, 8})
			if c.heading.W > 0 {
				p.line(c.heading, 12).draw(c.heading)
			}
			y := p.places()[WifeSignature].Y
			assert.Equal(t, c.under, y > 150, "%v", y)
		})
	}
}

// A long heading over two places that stand close together.
func TestLongHeadingOverBothPlaces(t *testing.T) {
	heading := Box{76, 138, 58, 4}
	p := tell(t, "ket_hon").say("Vợ", 70, 150).say("Chồng", 140, 150).say(spouseHint, 70, 156).say(spouseHint, 140, 156).draw(heading)
	assert.Less(t, p.places()[WifeSignature].Y, 150.0, "ink")
	p.line(heading, 24)
	assert.Greater(t, p.places()[WifeSignature].Y, 150.0, "print")
}

// The official's captions lie under his seal, where nobody can read them.
func TestPlaceBySeal(t *testing.T) {
	name := Box{115, 240, 40, 4}
	for what, red := range map[string]bool{"red": true, "grey": false} {
		t.Run(what, func(t *testing.T) {
			p := spouses(t).line(name, 14).ring(120, 222, 17, red)
			got := p.places()
			require.Contains(t, got, OfficialSignature)
			assert.Equal(t, got[OfficialSignature], got[SealField])
			b := got[OfficialSignature]
			assert.True(t, b.covers(name, 0.95), "the name is in it: %v", b)
			assert.InDelta(t, name.X+name.W/2, b.X+b.W/2, 1)
			for _, s := range p.l.spots() {
				assert.Equal(t, s.Key == OfficialSignature || s.Key == SealField, s.bySeal, s.Key)
				assert.True(t, s.bySeal || s.box.overlap(b) == 0, s.Key)
			}
		})
	}
	t.Run("in a spouse's place", func(t *testing.T) {
		assert.NotContains(t, spouses(t).ring(150, 170, 17, true).places(), OfficialSignature)
	})
	t.Run("over values", func(t *testing.T) {
		assert.NotContains(t, spouses(t).sayFrom("Nơi đăng ký kết hôn:", 100, 230).ring(120, 222, 17, true).places(), OfficialSignature)
	})
	t.Run("of a spouse nothing was read", func(t *testing.T) {
		got := tell(t, "ket_hon").say("Chồng", 150, 150).say(spouseHint, 150, 156).ring(120, 222, 17, true).places()
		assert.NotContains(t, got, OfficialSignature)
		assert.NotContains(t, got, WifeSignature)
	})
	t.Run("captions that were read", func(t *testing.T) {
		p := spouses(t).say(official, 120, 205).ring(120, 222, 17, true)
		for _, s := range p.l.spotsOf(t) {
			assert.False(t, s.bySeal, s.Key)
		}
	})
}

// spotsOf assigns the captions first.
func (l *located) spotsOf(t *testing.T) []*spot {
	l.assign()
	out := l.spots()
	require.NotEmpty(t, out)
	return out
}

// A bar holds the captions, of which one line was read; the place is under it.
func TestPlaceUnderBar(t *testing.T) {
	bar, place := Box{60, 210, 90, 17}, Box{60, 227, 90, 42}
	got := spouses(t).say("TM. ỦY BAN NHÂN DÂN", 105, 214).rule(bar).rule(place).places()[OfficialSignature]
	assert.InDelta(t, place.Y, got.Y, 1.5)
	assert.InDelta(t, place.Y+place.H, got.Y+got.H, 1.5)
	// What is named under the place is somebody else's.
	named := spouses(t).say("TM. ỦY BAN NHÂN DÂN", 105, 214).rule(bar).rule(place).sayFrom("Ghi chú:", 70, 240).places()[OfficialSignature]
	assert.Less(t, named.Y+named.H, place.Y+1)
}

// Captions in the middle of a cell have their place in the next one.
func TestPlaceInNextCell(t *testing.T) {
	page := func() *told {
		p := tell(t, "ket_hon")
		for i, caption := range []string{"Chữ ký của vợ", "Chữ ký của chồng"} {
			y := 150 + 28*float64(i)
			p.say(caption, 42, y+14).draw(Box{30, y + 12, 24, 4}).rule(Box{20, y, 45, 28}).rule(Box{65, y, 110, 28})
		}
		return p
	}
	got := page().draw(Box{100, 158, 30, 10}).places()
	for i, key := range []string{WifeSignature, HusbandSignature} {
		assert.InDelta(t, 65, got[key].X, 1.5, key)
		assert.InDelta(t, 150+28*float64(i), got[key].Y, 1.5, key)
		assert.InDelta(t, 110, got[key].W, 3, key)
	}
	// A stroke as tall as the cell but for its ends is no side of it.
	assert.InDelta(t, 110, page().rule(Box{95, 154, 0.3, 20}).places()[WifeSignature].W, 3)
	// So have captions at the top of theirs, one under the other with their middles there.
	p := tell(t, "ket_hon")
	for i, caption := range []string{"Vợ ký", "Chữ ký của chồng"} {
		y := 150 + 24*float64(i)
		p.say(caption, 42, y+6).draw(Box{34, y + 4, 16, 4}).draw(Box{34, y + 10, 16, 3}).rule(Box{20, y, 45, 24}).rule(Box{65, y, 110, 24})
	}
	for key, b := range p.places() {
		if key == WifeSignature || key == HusbandSignature {
			assert.InDelta(t, 65, b.X, 1.5, key)
		}
	}
	// What is signed there is not over the captions of the official under them.
	under := page().draw(Box{100, 182, 30, 18}).say("NGƯỜI KÝ", 105, 212).draw(Box{98, 222, 14, 6}).places()[OfficialSignature]
	assert.Greater(t, under.Y, 212.0)
	// Another one's captions there.
	named := page().say("NGƯỜI KÝ", 120, 165).places()[WifeSignature]
	assert.Less(t, named.X+named.W, 70.0)
}

// Captions that end in a colon, as labels do.
func TestPlaceBehindColon(t *testing.T) {
	page := func() *told {
		return tell(t, "ket_hon").sayFrom("Chữ ký của vợ:", 20, 180).sayFrom("Chữ ký của chồng:", 110, 180)
	}
	end := 20 + usualWidth("Chữ ký của vợ:")
	behind := page().draw(Box{60, 172, 25, 14}).places()[WifeSignature]
	assert.Greater(t, behind.X, end)
	assert.Less(t, behind.X+behind.W, 110.0)
	assert.InDelta(t, 180, behind.Y+behind.H/2, 2)
	under := page().draw(Box{30, 202, 25, 8}).places()[WifeSignature]
	assert.Greater(t, under.Y, 180.0)
	assert.Less(t, under.X, end)
	one := tell(t, "ket_hon").say("Chữ ký của vợ", 60, 180).say("Chữ ký của chồng:", 150, 180).draw(Box{165, 172, 25, 14}).places()
	assert.InDelta(t, 150, one[HusbandSignature].X+one[HusbandSignature].W/2, 1)
}

// A line to sign on behind a hint that ends in a colon, one row for each.
func TestPlaceBehindHint(t *testing.T) {
	const hint = "(ký, ghi rõ họ tên):"
	p := tell(t, "ket_hon")
	for i, caption := range []string{"NGƯỜI VỢ", "NGƯỜI CHỒNG"} {
		y := 170 + 26*float64(i)
		p.sayFrom(caption, 25, y).sayFrom(hint, 26+usualWidth(caption), y).draw(Box{115, y - 14, 25, 12})
	}
	p.say("CHỦ TỊCH", 140, 225).draw(Box{125, 235, 30, 14})
	got := p.places()
	wife, husband := got[WifeSignature], got[HusbandSignature]
	assert.Greater(t, wife.X, 26+usualWidth("NGƯỜI VỢ"+hint))
	assert.LessOrEqual(t, wife.Y+wife.H, husband.Y+0.1, "each has a row")
	assert.InDelta(t, 170+26, husband.Y+husband.H/2, 9)
	assert.Greater(t, got[OfficialSignature].Y, 225.0, "what stands over it is the spouses'")
}

// The headings of a table of values say whose they are, not where somebody signs.
func TestHeadingsOfTable(t *testing.T) {
	table := func(high float64) *told {
		p := tell(t, "ket_hon").say("Chồng", 90, 84).say("Vợ", 160, 84)
		for i, label := range []string{"Dân tộc:", "Quốc tịch:", "Nơi cư trú:"} {
			p.sayFrom(label, 20, 90+high*(float64(i)+0.5))
		}
		for i := range 5 {
			y := 80 + high*float64(i)
			if i > 0 {
				y = 88 + high*float64(i-1)
			}
			p.rule(Box{15, y, 180, 0.4})
		}
		return p
	}
	assert.NotContains(t, table(8).places(), WifeSignature)
	assert.NotContains(t, table(8).places(), HusbandSignature)
	both := table(8).say("Chồng", 60, 200).say("Vợ", 150, 200).places()
	assert.Greater(t, both[WifeSignature].Y, 195.0)
	assert.Greater(t, both[HusbandSignature].Y, 195.0)
}

// Over the ruled rows of the husband's values the wife signs: her captions say so.
func TestSignsOverRows(t *testing.T) {
	for what, c := range map[string]struct {
		caption string
		want    bool
	}{"one signs": {"Chữ ký của vợ:", true}, "a heading": {"Bên vợ", false}} {
		t.Run(what, func(t *testing.T) {
			p := tell(t, "ket_hon").sayFrom(c.caption, 20, 82)
			for i, label := range []string{"Họ và tên chồng:", "Dân tộc:", "Quốc tịch:", "Nơi cư trú:"} {
				p.sayFrom(label, 20, 90+8*float64(i)).rule(Box{15, 86 + 8*float64(i), 180, 0.4})
			}
			p.sayFrom("Chữ ký của chồng:", 20, 126)
			p.l.assign()
			assert.Equal(t, c.want, p.l.block(p.field(WifeSignature)) != nil)
		})
	}
}

// The label of a name on the left page of a sheet, as high as captions on the right.
func TestLabelsOnTheRowOfCaptions(t *testing.T) {
	p := tell(t, "ket_hon")
	p.sayFrom("Họ, chữ đệm, tên vợ:", 15, 100).sayFrom("Dân tộc:", 15, 110).sayFrom("Quốc tịch:", 15, 120).sayFrom("Nơi cư trú:", 15, 130).
		say("Chồng", 170, 100).say(spouseHint, 170, 106)
	assert.NotContains(t, p.places(), WifeSignature)
}

func TestBehindColons(t *testing.T) {
	var got []string
	for _, w := range behindColons([]word{{text: "vợ:HOÀNG", box: Box{10, 10, 20, 4}}, {text: "13:05", box: Box{40, 10, 8, 4}}}) {
		got = append(got, w.text)
	}
	assert.Equal(t, []string{"vợ:", "HOÀNG", "13:05"}, got)
}

// reader reads the same in every line.
type reader string

func (r reader) Version() string { return "reader" }

func (r reader) Read(_ context.Context, p *ocr.Picture, _ ocr.Layout) ([]ocr.Line, error) {
	return []ocr.Line{{Words: []ocr.Word{{Text: string(r), Confidence: 0.9, Box: ocr.Rect{X0: 8, Y0: 8, X1: p.W - 8, Y1: p.H - 8}}}}}, nil
}

// A red seal joins the letters of the official's caption; without it they are a line.
func TestCaptionUnderRedSeal(t *testing.T) {
	p := spouses(t).ring(105, 215, 17, true)
	im := p.l.script.page.Image
	for i := range 18 { // letters across the ring
		x0, y0 := int((82+2.6*float64(i))/p.ink.mmX), int(203/p.ink.mmY)
		for y := y0; y < y0+12; y++ {
			for x := x0; x < x0+6; x++ {
				if x == x0 || x == x0+5 || y == y0 || y == y0+11 {
					im.Y[y*im.W+x], im.Cr[y*im.W+x] = 20, 128
				}
			}
		}
	}
	p.l.script.engine = reader("NGƯỜI KÝ GIẤY CHỨNG NHẬN")
	p.l.assign()
	require.NoError(t, p.l.readUnderSeal(t.Context()))
	b := p.l.block(p.field(OfficialSignature))
	require.NotNil(t, b)
	assert.InDelta(t, 204.5, b.box.Y+b.box.H/2, 2)
}

// A long name under a signature, over captions that nobody can sign under.
func TestLongNameOverCaptions(t *testing.T) {
	got := tell(t, "ket_hon").sayFrom("Nơi đăng ký kết hôn:", 20, 120).
		say("Vợ", 45, 200).say("Chồng", 105, 200).say("TM. ỦY BAN NHÂN DÂN", 165, 195).
		line(Box{138, 187, 54, 4}, 19).draw(Box{150, 165, 25, 14}).draw(Box{30, 175, 25, 14}).places()
	assert.Less(t, got[OfficialSignature].Y, 175.0)
	assert.Less(t, got[WifeSignature].Y, 180.0)
}

// Who signs by authority has his own title under the one for whom he signs; where
// it stands in a column of its own it is another's place.
func TestPlaceOfADeputy(t *testing.T) {
	const title = "CÔNG CHỨC TƯ PHÁP - HỘ TỊCH"
	for name, c := range map[string]struct {
		x, y  float64
		alone bool
	}{
		"under TUQ. CHỦ TỊCH":      {150, 225, false},
		"in a column of its own":   {55, 220, true},
		"over the official's":      {150, 215, true},
		"far under the official's": {150, 265, true},
	} {
		t.Run(name, func(t *testing.T) {
			got := spouses(t).say("TUQ. CHỦ TỊCH", 150, 220).say(title, c.x, c.y).places()
			require.Contains(t, got, OfficialSignature)
			if c.alone {
				assert.Contains(t, got, "registrar_signature")
				return
			}
			assert.NotContains(t, got, "registrar_signature")
			assert.Greater(t, got[OfficialSignature].Y, c.y+1.9)
		})
	}
}

// Captions one under the other at the left, as in letters: places behind them are
// told by frames, or by what stands there and not under the captions.
func TestPlacesBehindRows(t *testing.T) {
	for name, c := range map[string]struct {
		draw     []Box
		frames   []Box
		official float64 // where the official's captions stand: x at 230, or 175 beside the second one
		behind   bool
	}{
		"frames":                   {nil, []Box{{80, 150, 70, 26}, {80, 180, 70, 26}}, 230, true},
		"signatures behind":        {[]Box{{100, 156, 30, 10}, {100, 186, 30, 10}}, nil, 230, true},
		"signatures under":         {[]Box{{30, 168, 30, 10}, {30, 198, 30, 10}}, nil, 230, false},
		"one behind":               {[]Box{{100, 156, 30, 10}}, nil, 230, true},
		"nothing":                  {nil, nil, 230, false},
		"the official beside them": {[]Box{{120, 186, 30, 10}}, nil, 175, false},
	} {
		t.Run(name, func(t *testing.T) {
			p := tell(t, "ket_hon").say("Chữ ký của chồng", 45, 158).say("Chữ ký của vợ", 42, 188).say("NGƯỜI KÝ GIẤY CHỨNG NHẬN KẾT HÔN", 140, c.official)
			for _, b := range c.frames {
				p.rule(b)
			}
			for _, b := range c.draw {
				p.draw(b)
			}
			got := p.places()
			for _, key := range []string{HusbandSignature, WifeSignature} {
				require.Contains(t, got, key)
				assert.Equal(t, c.behind, got[key].X > 60, "%s %v", key, got[key])
			}
			if len(c.frames) > 0 {
				for i, key := range []string{HusbandSignature, WifeSignature} {
					assert.True(t, c.frames[i].covers(got[key], 0.99) || got[key].covers(c.frames[i], 0.85), "%s %v", key, got[key])
				}
			}
			if c.behind {
				assert.Zero(t, got[HusbandSignature].overlap(got[WifeSignature]))
				assert.Greater(t, got[OfficialSignature].Y, c.official)
			}
		})
	}
}

// The official's captions stand in the column of the others', whose places are behind
// theirs.
func TestOfficialBehindRows(t *testing.T) {
	for name, c := range map[string]struct {
		x      float64 // where the official's captions begin
		sign   Box
		behind bool
	}{
		"behind":            {24, Box{120, 234, 40, 18}, true},
		"under":             {24, Box{30, 240, 40, 18}, false},
		"nobody has signed": {24, Box{}, false},
		"another column":    {70, Box{75, 242, 40, 18}, false},
	} {
		t.Run(name, func(t *testing.T) {
			p := tell(t, "ket_hon").sayFrom("Chữ ký của chồng", 25, 158).sayFrom("Chữ ký của vợ", 25, 188).sayFrom("NGƯỜI KÝ GIẤY CHỨNG NHẬN", c.x, 232)
			got := p.draw(Box{100, 156, 30, 10}).draw(Box{100, 186, 30, 10}).draw(c.sign).places()
			require.Contains(t, got, OfficialSignature)
			assert.Equal(t, c.behind, got[OfficialSignature].X > c.x+40, "%v", got[OfficialSignature])
			if c.behind {
				assert.True(t, got[OfficialSignature].covers(c.sign, 0.9), "%v", got[OfficialSignature])
				assert.Zero(t, got[OfficialSignature].overlap(got[WifeSignature]))
			}
		})
	}
}

// BÊN VỢ heads a column of values far over the places to sign.
func TestHeadingIsNoPlace(t *testing.T) {
	got := tell(t, "ket_hon").say("BÊN VỢ", 95, 60).say("Chồng", 105, 150).say("CHỦ TỊCH", 165, 150).places()
	assert.Contains(t, got, HusbandSignature)
	assert.NotContains(t, got, WifeSignature)
	got = tell(t, "ket_hon").say("BÊN VỢ", 95, 110).say("Chồng", 95, 150).say("CHỦ TỊCH", 165, 150).places()
	assert.Contains(t, got, WifeSignature, "one over the other")
}

// Without rules, labels at the left of the rows tell what heads columns of values.
func TestHeadingsWithoutRules(t *testing.T) {
	p := tell(t, "ket_hon").say("Chồng / Husband", 115, 84).say("Vợ / Wife", 170, 84)
	for i, label := range []string{"Ngày sinh:", "Dân tộc:", "Quốc tịch:", "Giấy tờ tùy thân:"} {
		p.sayFrom(label, 20, 94+10*float64(i))
	}
	p.say("Chữ ký của người chồng", 60, 150)
	got := p.places()
	assert.Greater(t, got[HusbandSignature].Y, 150.0)
	assert.NotContains(t, got, WifeSignature, "her caption was not read")
}

// The office that registered is named among the values as the official is over his
// place, whose captions a seal hides.
func TestOfficeAmongValues(t *testing.T) {
	for name, c := range map[string]struct {
		labels bool
		found  bool
	}{"a value": {true, false}, "over the places": {false, true}} {
		t.Run(name, func(t *testing.T) {
			p := spouses(t).say("TM. ỦY BAN NHÂN DÂN", 150, 90)
			if c.labels {
				p.sayFrom("Ngày, tháng, năm đăng ký:", 20, 100).sayFrom("Dân tộc:", 20, 108)
			}
			_, ok := p.places()[OfficialSignature]
			assert.Equal(t, c.found, ok)
		})
	}
}

// Who signs by authority has his own title under the rest of a long caption.
func TestDeputyUnderALongCaption(t *testing.T) {
	p := spouses(t).say("NGƯỜI KÝ GIẤY", 105, 200).line(Box{85, 203.8, 40, 4}, 16).say("CÔNG CHỨC TƯ PHÁP - HỘ TỊCH", 105, 211).say("(Ký, ghi rõ họ, chữ đệm, tên, chức vụ, đóng dấu)", 105, 216)
	got := p.places()
	require.Contains(t, got, OfficialSignature)
	assert.Greater(t, got[OfficialSignature].Y, 216.0)
	assert.Greater(t, got[OfficialSignature].H, 20.0)
	for _, s := range p.l.spots() {
		assert.NotEqual(t, "registrar_signature", s.Key)
	}
}

// Of "Họ, chữ đệm, tên và chữ ký / của người vợ" the second line says whose place it
// is, however far over that of the clerk, who has the same hint.
func TestSecondLineOfACaption(t *testing.T) {
	p := tell(t, "ket_hon").say("của người chồng", 60, 126).say("của người vợ", 150, 126).sayFrom("Nơi đăng ký kết hôn:", 25, 170).
		say("TM. ỦY BAN NHÂN DÂN", 105, 190).say("TUQ. CHỦ TỊCH", 105, 195).say("CÔNG CHỨC TƯ PHÁP - HỘ TỊCH", 105, 200)
	got := p.places()
	for key, x := range map[string]float64{HusbandSignature: 60, WifeSignature: 150} {
		require.Contains(t, got, key)
		assert.InDelta(t, x, got[key].X+got[key].W/2, 5)
		assert.Greater(t, got[key].Y, 126.0)
	}
}

// The seal tells that the clerk signed for the official, whose captions it hides.
func TestSealOfWhoSignsByAuthority(t *testing.T) {
	page := func() *told { return spouses(t).say("CÔNG CHỨC TƯ PHÁP - HỘ TỊCH", 105, 200) }
	const clerk = "registrar_signature"
	without := page().places()
	assert.Contains(t, without, clerk)
	assert.NotContains(t, without, OfficialSignature)
	for name, c := range map[string]struct {
		x    float64
		same bool
	}{"over the left of it": {96, true}, "at its right end": {136, false}} {
		t.Run(name, func(t *testing.T) {
			got := page().ring(c.x, 216, 17, true).places()
			if c.same {
				assert.Equal(t, without[clerk], got[OfficialSignature])
				assert.NotContains(t, got, clerk)
			} else {
				assert.Equal(t, without[clerk], got[clerk])
			}
		})
	}
}

// Lines of captions in two languages, which the seal hides, leave no room between the
// official's caption and the title of who signs for him.
func TestLinesOverWhoSignsByAuthority(t *testing.T) {
	const clerk = "registrar_signature"
	places := func(down float64, lines ...float64) map[string]Box {
		p := spouses(t).say(official, 105, 200).say("CÔNG CHỨC TƯ PHÁP - HỘ TỊCH", 105, 200+down)
		for _, y := range lines {
			p.line(Box{90, y, 30, 3}, 15)
		}
		return p.places()
	}
	got := places(18, 205, 211)
	assert.NotContains(t, got, clerk)
	assert.Greater(t, got[OfficialSignature].Y, 218.0)
	assert.Contains(t, places(18), clerk, "room to sign between")
	assert.Contains(t, places(18, 205), clerk)
	assert.Contains(t, places(30, 205, 211, 217, 223), clerk, "far")
}

// Over one of three captions on a row stands the name of who signed there, which
// looks like text of the page; the other two have room over them.
func TestNameOverOneOfThree(t *testing.T) {
	for name, c := range map[string]struct {
		over []float64 // where a line stands right over a caption
		up   bool
	}{"one": {[]float64{170}, true}, "two": {[]float64{105, 170}, false}} {
		t.Run(name, func(t *testing.T) {
			p := tell(t, "ket_hon").say("Vợ", 40, 200).say("Chồng", 105, 200).say("CHỦ TỊCH", 170, 200)
			for _, x := range c.over {
				for i := range 4 { // others that begin where it does
					p.line(Box{x - 20, 60 + 8*float64(i), 40, 4}, 14)
				}
				p.line(Box{x - 20, 193, 40, 4}, 14)
			}
			p.draw(Box{30, 180, 30, 10}).draw(Box{95, 180, 30, 10})
			assert.Equal(t, c.up, p.places()[WifeSignature].Y < 195, "%v", p.places()[WifeSignature])
		})
	}
}

// The heading of a row names both spouses; the places are under the captions in its cells.
func TestHeadingOfBothSpouses(t *testing.T) {
	for _, heading := range []string{"Chữ ký của vợ,", "Chữ ký của vợ"} { // the comma may be lost
		p := tell(t, "ket_hon").sayFrom(heading, 20, 180).sayFrom("chồng", 20, 185).say("Vợ", 95, 180).say("Chồng", 165, 180)
		got := p.places()
		assert.InDelta(t, 95, got[WifeSignature].X+got[WifeSignature].W/2, 4)
		assert.InDelta(t, 165, got[HusbandSignature].X+got[HusbandSignature].W/2, 4)
		hidden := tell(t, "ket_hon").sayFrom(heading, 20, 180).sayFrom("chồng", 20, 185).say("Chồng", 165, 180).places()
		assert.NotContains(t, hidden, WifeSignature, "the caption in her cell was not read")
	}
	alone := tell(t, "ket_hon").say("Chữ ký của vợ", 60, 180).say("chồng", 150, 180).places()
	assert.InDelta(t, 60, alone[WifeSignature].X+alone[WifeSignature].W/2, 4, "without a comma it is a caption")
}

// How far a broken text reaches is a guess: beyond its column it ends no place.
func TestGuessedHintBesideAPlace(t *testing.T) {
	p := spouses(t).say("KT. CHỦ TỊCH", 150, 205)
	whole := p.places()[HusbandSignature]
	b := p.l.block(p.field(OfficialSignature))
	require.NotNil(t, b)
	guess := claim{wording: b.claims[0].wording, box: Box{40, 168, 160, 3}, likely: 0.76}
	for name, likely := range map[string]float64{"a guess": 0.76, "read": 0.9} {
		guess.likely = likely
		q := spouses(t).say("KT. CHỦ TỊCH", 150, 205)
		q.l.script.claims = append(q.l.script.claims, guess)
		q.l.assign()
		of := q.l.block(q.field(OfficialSignature))
		of.claims = append(of.claims, guess)
		for _, r := range q.l.rooms() {
			if r.field.Key == WifeSignature {
				assert.Equal(t, likely < fullyRead, r.below > 180, "%s: %v", name, r.below)
			}
		}
	}
	assert.Greater(t, whole.H, 20.0)
}

// On a sheet that lies a column of places may begin as high as the title stands, right of it. Without
// a hint what stands there is no caption.
func TestColumnRightOfTheTitle(t *testing.T) {
	for name, hint := range map[string]string{"hint": spouseHint, "none": ""} {
		t.Run(name, func(t *testing.T) {
			p := tellOn(t, "ket_hon", 297, 210)
			p.l.title = &claim{box: Box{50, 30, 100, 6}}
			p.say("Chồng", 240, 20).say("Vợ", 240, 85).say(spouseHint, 240, 90)
			if hint != "" {
				p.say(hint, 240, 25)
			}
			got := p.places()
			require.Contains(t, got, WifeSignature)
			b, ok := got[HusbandSignature]
			assert.Equal(t, hint != "", ok)
			if ok {
				assert.Greater(t, b.Y, 25.0)
				assert.Less(t, b.Y+b.H, 86.0)
				assert.Greater(t, got[WifeSignature].Y, 90.0)
			}
		})
	}
}

// The tallest lines come first, wherever they stand.
func TestTallest(t *testing.T) {
	p := tell(t, "ket_hon").line(Box{30, 40, 60, 4}, 20).line(Box{30, 150, 75, 9}, 15).line(Box{30, 170, 36, 8}, 7).line(Box{30, 200, 4, 9}, 1)
	var got []float64
	for _, c := range p.l.script.tallest() {
		got = append(got, c.y0)
	}
	require.GreaterOrEqual(t, len(got), 2)
	assert.InDelta(t, 150, got[0], 1)
	assert.InDelta(t, 170, got[1], 1)
}
