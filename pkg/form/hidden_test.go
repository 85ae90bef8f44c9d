package form

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// sayFrom puts a line of print that begins at x on the page.
func (p *told) sayFrom(text string, x, y float64) *told { return p.say(text, x+usualWidth(text)/2, y) }

// field returns a field of the form.
func (p *told) field(key string) *Field {
	for i := range p.l.form.Fields {
		if p.l.form.Fields[i].Key == key {
			return &p.l.form.Fields[i]
		}
	}
	return nil
}

// span joins what was read as locating a form does.
func (p *told) span() *told {
	p.l.script.span(p.l.over, p.l.wanted)
	return p
}

// A seal hides the middle of the official's caption.
func TestSpanOfCaption(t *testing.T) {
	const caption = "NGƯỜI KÝ GIẤY CHỨNG NHẬN KẾT HÔN"
	for name, c := range map[string]struct {
		begin, end string
		stretch    float64 // of the gap between them, in mm
		want       bool
	}{
		"both ends":               {"NGƯỜI KÝ !", "¡ KẾT HÔN", 0, true},
		"the last letter is lost": {"NGƯỜI KÝ GIẤI", "ẬN KẾT HÔN", 0, true},
		"most of the end":         {"NGƯỜI Kì", "ẤY CHỨNG NHẬN KẾT HÔN", 0, true},
		"too far apart":           {"NGƯỜI KÝ !", "¡ KẾT HÔN", 45, false},
		"another end":             {"NGƯỜI KÝ !", "¡ NHÂN DÂN", 0, false},
	} {
		t.Run(name, func(t *testing.T) {
			width := usualWidth(caption)
			p := tell(t, "ket_hon").sayFrom(c.begin, 60, 200).
				sayFrom(c.end, 60+width-usualWidth(c.end)+c.stretch, 200).span()
			p.l.assign()
			b := p.l.block(p.field(OfficialSignature))
			require.NotNil(t, b, "NGƯỜI KÝ is a caption by itself")
			if c.want {
				assert.InDelta(t, 60, b.box.X, 2)
				assert.InDelta(t, width, b.box.W, 4)
			} else {
				assert.Less(t, b.box.W, 0.6*width)
			}
		})
	}
}

// A signature runs across the husband's caption; her one on the row was read.
func TestCaptionBegun(t *testing.T) {
	for name, c := range map[string]struct {
		left string
		y    float64
		want bool
	}{
		"its beginning":                   {"Chữ ký", 180, true},
		"its beginning and strokes":       {"Chữ Rý AAR92z/", 180, true},
		"a name":                          {"Châu Anh", 180, false},
		"on another row":                  {"Chữ ký", 190, false},
		"all that could be read is noise": {"c _ — LỆ", 180, false},
	} {
		t.Run(name, func(t *testing.T) {
			p := tell(t, "ket_hon").say("Chữ ký của vợ", 150, 180).sayFrom(c.left, 40, c.y)
			p.l.assign()
			b := p.l.block(p.field(HusbandSignature))
			require.Equal(t, c.want, b != nil)
			if b != nil {
				assert.InDelta(t, 40, b.box.X, 0.1)
				assert.InDelta(t, usualWidth("Chữ ký của chồng"), b.box.W, 1)
			}
		})
	}
}

// In the column of the other spouse's caption more of it must have been read.
func TestCaptionBegunUnder(t *testing.T) {
	for name, c := range map[string]struct {
		read string
		x, y float64
		want bool
	}{
		"most of it":        {"Chữ ký của RAA92z/", 20, 180, true},
		"over the other":    {"Chữ ký của RAA92z/", 20, 120, true},
		"a word of it":      {"Chữ RAA92z/", 20, 180, false},
		"begins elsewhere":  {"Chữ ký của RAA92z/", 24, 180, false},
		"right under":       {"Chữ ký của RAA92z/", 20, 159, false},
		"far under":         {"Chữ ký của RAA92z/", 20, 220, false},
		"on the other side": {"Chữ ký của RAA92z/", 120, 180, false},
	} {
		t.Run(name, func(t *testing.T) {
			p := tell(t, "ket_hon").sayFrom("Chữ ký của chồng", 20, 150).sayFrom(c.read, c.x, c.y)
			p.l.assign()
			b := p.l.block(p.field(WifeSignature))
			require.Equal(t, c.want, b != nil)
			if b != nil {
				assert.InDelta(t, c.y, b.box.Y+b.box.H/2, 0.5)
			}
		})
	}
}

// Captions without hints that begin where the labels of their columns do.
func TestPlacesUnderLabels(t *testing.T) {
	page := func(wife, husband float64) map[string]Box {
		return tell(t, "ket_hon").
			sayFrom("Họ, chữ đệm, tên vợ:", 20, 60).sayFrom("Dân tộc:", 20, 70).sayFrom("Nơi cư trú:", 20, 80).
			sayFrom("Họ, chữ đệm, tên chồng:", 110, 60).sayFrom("Dân tộc:", 110, 70).sayFrom("Nơi cư trú:", 110, 80).
			sayFrom("Người vợ", wife, 150).sayFrom("Người chồng", husband, 150).places()
	}
	flush := page(20, 110)
	assert.InDelta(t, 17, flush[WifeSignature].X, 1)
	assert.InDelta(t, 107, flush[HusbandSignature].X, 1)
	centred := page(50, 110) // hers does not begin there
	assert.InDelta(t, 50+usualWidth("Người vợ")/2, centred[WifeSignature].X+centred[WifeSignature].W/2, 3)
}

// What lies over and under captions that nobody signed with.
func TestSideOfCaptions(t *testing.T) {
	page := func() *told {
		return tell(t, "ket_hon").sayFrom("Nơi đăng ký kết hôn:", 20, 120).
			say("NGƯỜI KÝ GIẤY CHỨNG NHẬN KẾT HÔN", 105, 145).say("Vợ", 60, 205).say("Chồng", 150, 205)
	}
	signed := Box{95, 160, 20, 12} // by the official
	day := "Tân Lập, ngày 14 tháng 7 năm 2023"
	t.Run("place and day over the official", func(t *testing.T) {
		p := page().draw(signed).say(day, 105, 140).draw(Box{80, 138.5, 50, 3})
		assert.Greater(t, p.places()[OfficialSignature].Y, 146.0)
	})
	t.Run("a pattern everywhere", func(t *testing.T) {
		p := page().say(day, 105, 140)
		for y := 10.0; y < 280; y += 2 {
			for x := 10.0; x < 200; x += 2 {
				p.dot(x, y)
			}
		}
		assert.Greater(t, p.draw(signed).places()[OfficialSignature].Y, 146.0)
	})
	t.Run("captions under their places", func(t *testing.T) {
		p := tell(t, "ket_hon").sayFrom("Nơi đăng ký kết hôn:", 20, 120).
			say("Vợ", 60, 160).say("Chồng", 150, 160).say("NGƯỜI KÝ GIẤY CHỨNG NHẬN KẾT HÔN", 105, 210).
			draw(Box{50, 140, 20, 12}).draw(Box{140, 140, 20, 12}).draw(Box{95, 190, 20, 12})
		assert.Less(t, p.places()[WifeSignature].Y, 150.0)
	})
}

// One line that was read twice says two captions.
func TestRivalCaptions(t *testing.T) {
	p := tell(t, "ket_hon").say("NGƯỜI Vũ", 60, 170).say("Người vợ", 60, 170).say("NGƯỜI CHỒNG", 150, 170)
	p.l.assign()
	assert.Nil(t, p.l.block(p.field(OfficialSignature)))
	assert.NotNil(t, p.l.block(p.field(WifeSignature)))
}

func TestTitleOnTwoLines(t *testing.T) {
	for name, c := range map[string]struct {
		upper, lower string
		x, y         float64 // of the lower one
		id           string
	}{
		"marriage certificate":      {"GIẤY CHỨNG NHẬN", "KẾT HÔN", 105, 55, "ket_hon"},
		"poorly read":               {"GIẦY CHƯNG NHẬN", "KẾT HỒN", 105, 55, "ket_hon"},
		"a letter is lost":          {"GIẤY CHỨNG NHẬN", "3T HÔN", 105, 55, "ket_hon"},
		"application":               {"TỜ KHAI", "ĐĂNG KÝ KẾT HÔN", 105, 55, "to_khai_ket_hon"},
		"not in its middle":         {"GIẤY CHỨNG NHẬN", "KẾT HÔN", 140, 55, ""},
		"too far down":              {"GIẤY CHỨNG NHẬN", "KẾT HÔN", 105, 65, ""},
		"the end of something else": {"GIẤY CHỨNG NHẬN", "LY HÔN", 105, 55, ""},
	} {
		t.Run(name, func(t *testing.T) {
			upper := func(p *told) *told { return p.say(c.upper, 105, 50) }
			lower := func(p *told) *told { return p.say(c.lower, c.x, c.y) }
			for _, p := range []*told{lower(upper(tell(t, "ket_hon"))), upper(lower(tell(t, "ket_hon")))} { // whichever is read first
				got := ""
				if f, _ := p.l.script.decide(); f != nil {
					got = f.ID
				}
				assert.Equal(t, c.id, got)
			}
		})
	}
}

// A caption whose end is hidden is not the shorter one of the other spouse.
func TestPartOfAnothersCaption(t *testing.T) {
	wordings := tell(t, "ket_hon").l.script.wordings
	for said, whose := range map[string]string{"CHỮ KÝ CỦA CH'": HusbandSignature, "CHỮ KÝ CỦA VỌ": WifeSignature, "CHỮ KÝ CUA CHỒNC": HusbandSignature} {
		got := map[string]bool{}
		for _, c := range lineAt(said, 40, 180).claims(wordings) {
			for _, u := range c.uses {
				if u.role == captionRole && u.form.ID == "ket_hon" {
					got[u.field.Key] = true
				}
			}
		}
		assert.Equal(t, map[string]bool{whose: true}, got, said)
	}
	parts := lineAt("CHỮ KÝ CỦA CH", 40, 180).partOf(wordings, func(u use) bool { return u.role == captionRole })
	require.NotEmpty(t, parts)
	assert.Equal(t, HusbandSignature, fieldOf(parts).Key)
}

// A title whose end is hidden is not the shorter one of another form.
func TestPartOfAnothersTitle(t *testing.T) {
	wordings := tell(t, "ket_hon").l.script.wordings
	for said, whose := range map[string]string{"GIẤY CHỨNG NI": "", "GIẤY CHỨNG NH": "", "GIẤY CHỨNG TƯ": "trich_luc_khai_tu", "GIẤY CHỨNG NU": "trich_luc_khai_tu"} {
		got := ""
		for _, c := range lineAt(said, 105, 40).claims(wordings) {
			for _, u := range c.uses {
				if u.role == titleRole {
					got = u.form.ID
				}
			}
		}
		assert.Equal(t, whose, got, said)
	}
}

// Headings over the values, and the label of a name, say what captions do.
func TestCaptionsUnderHeadings(t *testing.T) {
	p := tell(t, "ket_hon")
	for _, c := range []struct {
		x    float64
		head string
		name string
	}{{20, "VỢ", "Họ, chữ đệm, tên vợ:"}, {110, "CHỒNG", "Họ, chữ đệm, tên chồng:"}} {
		p.sayFrom(c.head, c.x, 60).sayFrom(c.name, c.x, 66)
		for i, label := range []string{"Ngày, tháng, năm sinh:", "Dân tộc:", "Quốc tịch:", "Nơi cư trú:", "Giấy tờ tùy thân:"} {
			p.sayFrom(label, c.x, 72+7*float64(i))
		}
	}
	p.say("Chữ ký của vợ", 60, 130).say("Chữ ký của chồng", 150, 139).sayFrom("Nơi đăng ký kết hôn:", 20, 180)
	got := p.places()
	assert.Greater(t, got[WifeSignature].Y, 130.0)
	assert.Greater(t, got[HusbandSignature].Y, 139.0)
}

// A frame closes round the captions alone: it is no place to sign.
func TestBarRoundCaptions(t *testing.T) {
	got := tell(t, "ket_hon").sayFrom("Nơi đăng ký kết hôn:", 20, 150).
		rule(Box{20, 161, 80, 7}).rule(Box{110, 161, 80, 7}).
		say("Vợ", 60, 164.5).say("Chồng", 150, 164.5).say(official, 105, 215).places()
	assert.Greater(t, got[WifeSignature].H, 20.0)
	assert.Greater(t, got[WifeSignature].Y, 166.0)
}

// Where the rest of a broken hint must be is a guess, which moves no place.
func TestPlaceUnderBrokenHint(t *testing.T) {
	p := tell(t, "ket_hon").say("CHỦ TỊCH", 140, 215)
	hint := claim{wording: &wording{text: spouseHint, letters: letters(spouseHint), uses: []use{{role: hintRole, form: p.l.form, field: p.field(OfficialSignature)}}},
		box: Box{90, 209, 80, 3.8}, likely: 0.76}
	p.l.script.claims = append(p.l.script.claims, hint)
	got := p.places()[OfficialSignature]
	assert.InDelta(t, 140, got.X+got.W/2, 1)
}

// Of two captions of which a stroke leaves the same beginning and end, the one that is as long as the whole.
func TestSpanAsLongAsTheCaption(t *testing.T) {
	const begin, end = "NGƯỜI", "GIẤY CHỨNG NHẬN KẾT HÔN"
	for caption, key := range map[string]string{"NGƯỜI KÝ GIẤY CHỨNG NHẬN KẾT HÔN": OfficialSignature, "NGƯỜI CHỒNG KÝ GIẤY CHỨNG NHẬN KẾT HÔN": HusbandSignature} {
		p := tell(t, "ket_hon").sayFrom(begin, 60, 200).sayFrom(end, 60+usualWidth(caption)-usualWidth(end), 200).span()
		var best *claim
		for i := range p.l.script.claims {
			if c := &p.l.script.claims[i]; c.box.W > 0.9*usualWidth(caption) && (best == nil || c.likely > best.likely) {
				best = c
			}
		}
		require.NotNil(t, best, caption)
		assert.True(t, best.is(captionRole, p.field(key)), "%s: %s", caption, best.text)
	}
}
