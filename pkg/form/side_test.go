package form

import (
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// A line to sign on right over the captions of both, the official's captions with their
// place under them.
func TestLineOverCaptions(t *testing.T) {
	page := func(lines ...Box) *told {
		p := tell(t, "ket_hon").say("Bên nữ", 60, 190).say("Bên nam", 150, 190).say(official, 140, 212).draw(Box{130, 225, 30, 15})
		for _, b := range lines {
			p.rule(b)
		}
		return p
	}
	line := func(x, w float64) Box { return Box{x, 186, w, 0.3} }
	for what, c := range map[string]struct {
		lines []Box
		want  bool
	}{
		"a line over each":          {[]Box{line(40, 40), line(130, 40)}, true},
		"none":                      {nil, false},
		"one across the whole page": {[]Box{line(10, 190)}, false},
		"too short":                 {[]Box{line(55, 10), line(145, 10)}, false},
	} {
		t.Run(what, func(t *testing.T) {
			got := page(c.lines...).places()
			assert.Equal(t, c.want, got[WifeSignature].Y < 180, "%v", got[WifeSignature])
			assert.Equal(t, c.want, got[HusbandSignature].Y < 180, "%v", got[HusbandSignature])
			assert.Greater(t, got[OfficialSignature].Y, 212.0, "the official signs under his captions")
		})
	}
}

// Who signs under place and day does so under the captions, whatever side the others sign on.
func TestCaptionsUnderTheDay(t *testing.T) {
	page := func(day string) map[string]Box {
		p := tell(t, "ket_hon").say("Người chồng", 50, 120).say("Người vợ", 150, 120)
		for _, x := range []float64{50, 150} {
			p.rule(Box{x - 20, 116, 40, 0.3}).draw(Box{x - 15, 95, 30, 12})
		}
		return p.say(day, 60, 178).say("TM. ỦY BAN NHÂN DÂN", 60, 184).say("CHỦ TỊCH", 60, 189).draw(Box{40, 145, 40, 25}).places()
	}
	for _, day := range []string{"Thạnh Trị, ngày 18 tháng 02 năm 2023", "Thạnh Trị, ngàu 18 tháng 02 năm 2023"} {
		got := page(day)
		assert.Less(t, got[WifeSignature].Y, 115.0, day)
		assert.Greater(t, got[OfficialSignature].Y, 189.0, day)
	}
	assert.Less(t, page("")[OfficialSignature].Y, 180.0, "no day")
}

// A line over captions heads their places where nothing stands on it, both signed under it, and
// the name of the official says that all do.
func TestLineThatHeadsPlaces(t *testing.T) {
	page := func(name string, signed ...float64) Box {
		p := tell(t, "ket_hon").say("Bên nữ", 60, 150).say("Bên nam", 150, 150).say(official, 105, 200).say(name, 105, 240)
		for _, x := range []float64{60, 150} {
			p.rule(Box{x - 20, 146, 40, 0.3})
		}
		for _, x := range signed {
			p.draw(Box{x - 15, 160, 30, 12})
		}
		return p.places()[WifeSignature]
	}
	assert.Greater(t, page("Võ Hữu Toàn", 60, 150).Y, 150.0)
	assert.Less(t, page("Võ Hữu Toàn").Y, 146.0, "nobody signed")
	assert.Less(t, page("ngày 2", 60, 150).Y, 146.0, "the official may have")
}

// The feet of bold letters over captions are no line to sign on.
func TestLettersOverCaptions(t *testing.T) {
	lined := func(letters bool) bool {
		p := tell(t, "ket_hon").say("Bên nữ", 60, 190).rule(Box{40, 186, 40, 0.3})
		for i := 0; i < 60 && letters; i++ {
			p.rule(Box{40 + 0.66*float64(i), 183.5, 0.3, 2.5})
		}
		p.l.assign()
		return p.l.lined(p.l.rooms()[0])
	}
	assert.True(t, lined(false))
	assert.False(t, lined(true))
}

// Nor are the tops of bold letters of the captions themselves: a line goes on beside them.
func TestTopsOfCaptions(t *testing.T) {
	lined := func(caption string, x0, x1 float64, letters bool) bool {
		p := tell(t, "ket_hon").say(caption, 60, 190).rule(Box{x0, 188.6, x1 - x0, 0.3})
		for x := x0; letters && x < x1; x += 1.2 {
			p.rule(Box{x, 189, 0.5, 2.5})
		}
		p.l.assign()
		return p.l.lined(p.l.rooms()[0])
	}
	assert.True(t, lined("Người chồng", 40, 80, false))
	assert.False(t, lined("Người chồng", 49, 71, false))
	// Captions as wide as what is looked at.
	assert.True(t, lined("Chữ ký của người chồng", 40, 80, false))
	assert.False(t, lined("Chữ ký của người chồng", 40, 80, true))
}

// The names of both far under their captions end places there, and say that the official does as
// they do; one alone may be anybody's.
func TestNamesFarUnderBoth(t *testing.T) {
	page := func(names ...string) map[string]Box {
		p := tell(t, "ket_hon").say("Chồng", 60, 150).say("Vợ", 150, 150).draw(Box{45, 128, 30, 10}).draw(Box{135, 128, 30, 10}).
			say(official, 105, 220).draw(Box{90, 200, 30, 10})
		for i, name := range names {
			p.say(name, 60+90*float64(i), 190)
		}
		return p.places()
	}
	got := page("Triệu Hữu Tài", "Bùi Thị Yến")
	assert.Greater(t, got[WifeSignature].Y, 150.0)
	assert.Greater(t, got[OfficialSignature].Y, 220.0)
	assert.Less(t, page("Triệu Hữu Tài")[WifeSignature].Y, 145.0)
	assert.Less(t, page("Triệu Hữu Tài", "ngày 17")[WifeSignature].Y, 145.0)
}

// The official's captions right under those of a spouse leave no room there: who signed
// did so over them.
func TestNoRoomUnderCaptions(t *testing.T) {
	for what, c := range map[string]struct {
		official float64 // y of his captions
		signed   Box
		want     bool
	}{
		"close, and signed over":  {199, Box{45, 172, 30, 10}, true},
		"close, and signed under": {199, Box{45, 200, 30, 10}, false},
		"far":                     {225, Box{45, 200, 30, 10}, false},
	} {
		t.Run(what, func(t *testing.T) {
			p := tell(t, "ket_hon").say("Chữ ký của vợ", 60, 190).say("Chữ ký của chồng", 150, 190).say(official, 150, c.official).
				draw(c.signed).draw(Box{130, c.official + 12, 40, 25})
			got := p.places()
			assert.Equal(t, c.want, got[WifeSignature].Y < 185, "%v", got[WifeSignature])
			assert.Greater(t, got[OfficialSignature].Y, c.official, "%v", got[OfficialSignature])
		})
	}
}

// So do captions that stand under a part of theirs, and the values of a person.
func TestNoRoomUnderPartOfCaptions(t *testing.T) {
	signed := func(y float64) *told {
		return tell(t, "ket_hon").say("Chữ ký của vợ", 60, 150).say("Chữ ký của chồng", 150, 150).draw(Box{50, y, 20, 7}).draw(Box{140, y, 20, 7})
	}
	over := func(p *told) bool { return p.places()[WifeSignature].Y < 148 }
	assert.True(t, over(signed(135).say(official, 100, 159).draw(Box{80, 170, 40, 25})), "the official's between them")
	assert.False(t, over(signed(158).say(official, 100, 190)), "farther down")

	values := func(sign, y float64) *told {
		p := signed(sign)
		for i, text := range []string{"Trần Thị Lan Hương ở đây", "sinh ngày 12/03/1990 tại", "ấp 3, xã Tân Phú, huyện Cai Lậy", "căn cước công dân số 08212345"} {
			for _, x := range []float64{40, 130} {
				b := Box{x, y + 8*float64(i) - 1.5, usualWidth(text), 3}
				p.line(b, len(text)*3/4).draw(b)
			}
		}
		return p.say(official, 100, 230)
	}
	assert.True(t, over(values(135, 158)), "values")
	assert.False(t, over(values(158, 185)), "values under the place")
}

// Captions with hints among the labels of values: who signs does so behind them, and no
// colon is needed, which a scan loses.
func TestHintsAmongLabels(t *testing.T) {
	places := func(x float64) map[string]Box {
		p := tell(t, "ket_hon")
		person := func(y float64) {
			for i, label := range []string{"Ngày, tháng, năm sinh:", "Nơi thường trú/tạm trú:", "Số Giấy CMND/Hộ chiếu:"} {
				p.sayFrom(label, 25, y+8*float64(i))
			}
		}
		sign := func(caption string, y float64) {
			p.sayFrom(caption, x, y).sayFrom("(Ký tên)", x+usualWidth(caption)+2, y)
		}
		person(60)
		sign("Vợ", 88)
		person(98)
		sign("Chồng", 126)
		return p.say(official, 140, 200).places()
	}
	got := places(25)
	require.Contains(t, got, WifeSignature)
	for _, key := range []string{WifeSignature, HusbandSignature} {
		assert.Greater(t, got[key].X, 45.0, "behind: %v", got[key])
	}
	assert.Less(t, places(60)[WifeSignature].X, 60.0, "not in the column of labels: under it")
}

// A spouse signs in a cell beside the own values; over a column of values the same words
// are its heading.
func TestCellBesideValues(t *testing.T) {
	page := func(across bool) map[string]Box {
		p := tell(t, "ket_hon")
		for i, caption := range []string{"BÊN NAM", "BÊN NỮ"} {
			y := 50 + 50*float64(i)
			for k, label := range []string{"Ngày, tháng, năm sinh:", "Nơi thường trú/tạm trú:", "Số Giấy CMND/Hộ chiếu:", "Dân tộc:"} {
				p.sayFrom(label, 22, y+9+8*float64(k))
			}
			p.rule(Box{15, y, 120, 42}).rule(Box{135, y, 60, 42}).say(caption, 165, y+4)
			if across {
				p.rule(Box{135, y, 60, 8}).rule(Box{135, y + 8, 60, 8})
			}
		}
		return p.say(spouseHint, 165, 110).say(official, 105, 170).places()
	}
	got := page(false)
	require.Contains(t, got, HusbandSignature)
	assert.InDelta(t, 165, got[HusbandSignature].X+got[HusbandSignature].W/2, 3)
	assert.InDelta(t, 92, got[HusbandSignature].Y+got[HusbandSignature].H, 3)
	assert.NotContains(t, page(true), HusbandSignature, "a heading over rows")
}

// Captions one under the other in the first column of a table are labels of the cells beside
// them, also at the top of their own, but not where there is room to sign under them.
func TestCellsBesideLabels(t *testing.T) {
	page := func(high, wide float64) map[string]Box {
		p := tell(t, "ket_hon")
		for i, caption := range []string{"Họ tên và chữ ký chồng", "Họ tên và chữ ký vợ"} {
			y := 110 + high*float64(i)
			p.rule(Box{15, y, 62, high}).rule(Box{77, y, wide, high}).sayFrom(caption, 20, y+8).sayFrom(spouseHint, 20, y+13).
				draw(Box{20, y + 6.5, 45, 3}).draw(Box{20, y + 11.5, 45, 3})
		}
		return p.say(official, 140, 240).places()
	}
	unread := tell(t, "ket_hon") // the hint of one of them, and the number of its line
	for i, caption := range []string{"10. Chữ ký của chồng", "Chữ ký của vợ"} {
		y, x := 110+30*float64(i), 20+6*float64(i)
		unread.rule(Box{15, y, 62, 30}).rule(Box{77, y, 115, 30}).sayFrom(caption, x, y+8).draw(Box{x, y + 6.5, 35, 3}).draw(Box{20, y + 11.5, 45, 3})
	}
	got := unread.say(official, 140, 240).places()
	for _, key := range []string{WifeSignature, HusbandSignature} {
		assert.InDelta(t, 134, got[key].X+got[key].W/2, 3, "%s: %v", key, got[key])
	}
	for _, key := range []string{WifeSignature, HusbandSignature} {
		got := page(30, 115)
		require.Contains(t, got, key)
		assert.InDelta(t, 134, got[key].X+got[key].W/2, 3, key)
		assert.InDelta(t, 30, got[key].H, 4, key)
		assert.Less(t, page(48, 115)[key].X, 60.0, "room to sign: %s", key)
		assert.Less(t, page(30, 25)[key].X, 60.0, "too narrow: %s", key)
	}
}

// Captions with colons that follow each other on a row have their places under them.
func TestCrowdedCaptions(t *testing.T) {
	page := func(step float64) map[string]Box {
		return tell(t, "ket_hon").say("Chữ ký người vợ:", 60, 180).say("Chữ ký người chồng:", 60+step, 180).
			say("Người chứng thứ hai", 60+2*step, 180).say(official, 140, 240).places()
	}
	got := page(42)
	require.Contains(t, got, HusbandSignature)
	assert.Greater(t, got[HusbandSignature].Y, 181.0, "under them")
	assert.InDelta(t, 102, got[HusbandSignature].X+got[HusbandSignature].W/2, 4)
	assert.Less(t, page(70)[WifeSignature].Y, 178.0, "behind them")
}

// A caption that says one signs there stands far over the other one, each under its own
// values; the heading of values over their labels is none.
func TestCaptionsUnderOwnValues(t *testing.T) {
	p := tell(t, "ket_hon").sayFrom("Chữ ký của chồng:", 20, 110).sayFrom("Dân tộc:", 20, 140).sayFrom("Nơi cư trú:", 20, 150).
		sayFrom("Chữ ký của vợ:", 20, 180).say(official, 140, 230)
	got := p.places()
	require.Contains(t, got, HusbandSignature)
	assert.Less(t, got[HusbandSignature].Y, 125.0)

	p = tell(t, "ket_hon").sayFrom("BÊN NỮ", 20, 100)
	for i, label := range []string{"Ngày, tháng, năm sinh:", "Dân tộc:", "Quốc tịch:", "Nơi cư trú:"} {
		p.sayFrom(label, 20, 108+8*float64(i))
	}
	got = p.say("Chữ ký bên nam", 150, 150).say(spouseHint, 150, 156).places()
	assert.NotContains(t, got, WifeSignature)
	assert.Contains(t, got, HusbandSignature)
}

// The row of a table that says it is for signatures, under headings that say whose.
func TestSignRow(t *testing.T) {
	table := func(label string) *told {
		p := tell(t, "ket_hon").say("VỢ", 95, 84).say("CHỒNG", 160, 84)
		for i, text := range []string{"Họ, chữ đệm, tên", "Dân tộc:", "Quốc tịch:", "Nơi cư trú:"} {
			p.sayFrom(text, 20, 94+10*float64(i))
		}
		for _, y := range []float64{80, 89, 99, 109, 119, 129, 165} {
			p.rule(Box{15, y, 180, 0.4})
		}
		for _, x := range []float64{15, 62, 128, 195} {
			p.rule(Box{x, 80, 0.3, 85})
		}
		return p.sayFrom(label, 20, 140)
	}
	for _, label := range []string{"Chữ ký", "Ký tên", "Chữ ký / Signature"} {
		got := table(label).places()
		for key, x := range map[string]float64{WifeSignature: 95, HusbandSignature: 161} {
			require.Contains(t, got, key, label)
			b := got[key]
			assert.InDelta(t, x, b.X+b.W/2, 2, label)
			assert.InDelta(t, 129, b.Y, 2, label)
			assert.InDelta(t, 165, b.Y+b.H, 2, label)
		}
	}
	assert.NotContains(t, table("Ghi chú").places(), WifeSignature)
	assert.NotContains(t, table("(Ký tên)").places(), WifeSignature, "a hint")
}

// Witnesses sign under the spouses: what they write is none of theirs.
func TestWitnessesUnderPlaces(t *testing.T) {
	places := func(under string) map[string]Box {
		return spouses(t).say(under, 60, 185).say(official, 140, 230).places()
	}
	b := places("Người làm chứng thứ nhất")[WifeSignature]
	assert.Less(t, b.Y+b.H, 185.0)
	b = places("Nguyễn Thị Lan Hương")[WifeSignature]
	assert.Greater(t, b.Y+b.H, 185.0, "her name")
}

// A title may end in a bracket; a copy of a certificate that both sign is another paper.
func TestTitleOfACopy(t *testing.T) {
	for text, want := range map[string]string{
		"TRÍCH LỤC KẾT HÔN (BẢN SAO)":       "trich_luc_ket_hon",
		"GIẤY KHAI SINH (BẢN SAO)":          "khai_sinh",
		"GIẤY CHỨNG NHẬN KẾT HÔN (BẢN SAO)": "",
	} {
		p := tell(t, "ket_hon")
		c := &candidate{line: line{x0: 40, y0: 38, x1: 170, y1: 42}}
		parts := phrases(lineAt(text, 60, 40).words, c)
		for _, ph := range parts {
			p.l.script.keep(ph)
		}
		p.l.script.keepTitles(parts)
		f, _ := p.l.script.decide()
		got := ""
		if f != nil {
			got = f.ID
		}
		assert.Equal(t, want, got, text)
	}
}

// A stamp of the office beside a title is no part of it.
func TestStampBesideTitle(t *testing.T) {
	for stamp, want := range map[string]bool{"ĐÃ VÀO SỔ": true, "BẢM LƯU": true, "VÀ KHAI SINH": false, "BẢN SAO": false} {
		p := tell(t, "trich_luc_khai_tu").say("TRÍCH LỤC KHAI TỬ", 90, 40).say(stamp, 150, 40)
		f, _ := p.l.script.decide()
		assert.Equal(t, want, f != nil, stamp)
	}
}

// Dirt behind a caption that was read badly, or under which nothing goes on, is no comma.
func TestCommaOfDirt(t *testing.T) {
	caption := func(confidence float64) *told {
		p := tell(t, "ket_hon").say("Chữ ký của vợ", 60, 180)
		ph := lineAt("Người chồng,", 140, 180)
		for i := range ph.words {
			ph.words[i].confidence = confidence
		}
		p.l.script.keep(ph)
		return p
	}
	assert.Contains(t, caption(0.65).places(), HusbandSignature)
	assert.Contains(t, caption(0.95).places(), HusbandSignature)
	assert.NotContains(t, caption(0.95).line(Box{140, 184, 20, 3.8}, 8).places(), HusbandSignature)
}

// Names under the places of both say that one signs under captions: what stands over the
// official's captions is theirs, not his.
func TestOfficialUnderPlacesWithNames(t *testing.T) {
	p := couple(t).say("Bên nữ ký tên", 60, 120).say("Bên nam ký tên", 150, 120).say("Tô Thị Loan", 60, 150).say("Hồ Xuân Khoa Mạnh", 150, 150).
		draw(Box{130, 130, 40, 14}).say(official, 140, 160).say("Cao Đức Thắng", 140, 200)
	assert.Greater(t, p.places()[OfficialSignature].Y, 160.0)
}

// Right of stacked captions stands a column of values: nobody signs among them.
func TestValuesBehindStackedCaptions(t *testing.T) {
	p := tell(t, "ket_hon").say("Chữ ký của chồng", 45, 158).say("Chữ ký của vợ", 42, 188).say(official, 140, 230).
		sayFrom("Quốc tịch:", 100, 160).sayFrom("Dân tộc:", 100, 190).draw(Box{120, 156, 40, 10}).draw(Box{120, 186, 40, 10})
	assert.Less(t, p.places()[WifeSignature].X, 60.0)
}

// Of three cells on a row the rules of one were found: the places of all reach down to its
// foot.
func TestPlacesAsDeepAsACell(t *testing.T) {
	p := tell(t, "ket_hon").say("Bên nữ", 40, 150).say("Bên nam", 95, 150).say("NGƯỜI KÝ GIẤY", 165, 150).rule(Box{130, 145, 65, 60})
	got := p.places()
	for _, key := range []string{WifeSignature, HusbandSignature, OfficialSignature} {
		assert.InDelta(t, 205, got[key].Y+got[key].H, 3, key)
	}
}

// The label of the row, read once more over the hint under it, is not the husband's caption.
func TestLabelOfTheRowIsNoCaption(t *testing.T) {
	page := func(label string) *told {
		p := tell(t, "ket_hon").say("Chữ ký của chồng", 95, 150).say(label, 30, 160).sayFrom("(Signature)", 22, 166)
		c := p.l.script.wordings[slices.IndexFunc(p.l.script.wordings, func(w *wording) bool { return w.letters == "chong" })]
		p.l.script.claims = append(p.l.script.claims, claim{wording: c, read: "Chững", box: Box{25, 158, 10, 4}, likely: 0.8})
		return p
	}
	b := func(p *told) *block { p.l.assign(); return p.l.block(p.field(HusbandSignature)) }
	assert.InDelta(t, 95, b(page("Chữ ký")).middle(), 2)
	assert.Less(t, b(page("Ghi")).middle(), 60.0, "else the caption with a hint is the likelier")
}

// On a coarse scan a thin line is left in pieces, which are longer than letters.
func TestLineInPieces(t *testing.T) {
	page := func(piece, gap float64) *told {
		p := tell(t, "ket_hon").say("Bên nữ", 60, 190).say("Bên nam", 150, 190).say(official, 140, 212).draw(Box{130, 225, 30, 15})
		for _, from := range []float64{40, 130} {
			for x := from; x < from+40; x += piece + gap {
				p.rule(Box{x, 186, piece, 0.3})
			}
		}
		return p
	}
	assert.Less(t, page(4, 1.6).places()[WifeSignature].Y, 180.0)
	assert.Greater(t, page(1, 1).places()[WifeSignature].Y, 190.0, "letters")
	assert.Greater(t, page(3, 7).places()[WifeSignature].Y, 190.0, "what is left of something else")
}

// The name under a line that begins behind the caption says that one signs there.
func TestPlaceOverANameBeside(t *testing.T) {
	for what, his := range map[string]string{"both names": "Hồ Xuân Khoa Mạnh", "his is hidden": "@"} {
		p := couple(t).sayFrom("Người vợ:", 20, 110).sayFrom("(ký, họ và tên)", 20, 115).say("Tô Thị Loan", 140, 125).draw(Box{120, 108, 40, 10}).
			sayFrom("Người chồng:", 20, 150).sayFrom("(ký, họ và tên)", 20, 155).say(his, 140, 165).draw(Box{120, 150, 40, 10}).say(official, 140, 230)
		for _, key := range []string{WifeSignature, HusbandSignature} {
			assert.Greater(t, p.places()[key].X, 30.0, "%s: %s", what, key)
		}
	}
}

// Opposite a spouse's place stand labels of values: nobody signs on them.
func TestNothingOppositeAmongLabels(t *testing.T) {
	page := func(labels ...string) *told {
		p := tell(t, "ket_hon").say("BÊN NAM", 155, 160).say(spouseHint, 155, 166).draw(Box{20, 158, 60, 5})
		for i, text := range labels {
			p.sayFrom(text, 20, 160+8*float64(i))
		}
		p.l.assign()
		p.l.opposite()
		return p
	}
	p := page("Ghi chú")
	assert.NotNil(t, p.l.block(p.field(WifeSignature)))
	p = page("Ngày, tháng, năm sinh:", "Dân tộc:", "Nơi cư trú:")
	assert.Nil(t, p.l.block(p.field(WifeSignature)))
}

// Stacked captions in a column at the right: behind them is the border of the page.
func TestBorderBehindStackedCaptions(t *testing.T) {
	p := tellOn(t, "ket_hon", 297, 210).say("CHỒNG", 235, 40).say(spouseHint, 235, 46).say("VỢ", 235, 85).say(spouseHint, 235, 91).
		say(official, 235, 135).rule(Box{262, 10, 0.4, 190}).draw(Box{265, 20, 25, 150})
	for _, key := range []string{WifeSignature, HusbandSignature} {
		b := p.places()[key]
		assert.Less(t, b.X+b.W/2, 250.0, key)
	}
}

// A line over the official's captions says nothing of the spouses' places, which are told
// by the whole sheet: nothing stands under his captions, and his seal over them.
func TestLineOverOneSigner(t *testing.T) {
	page := func() *told {
		return tell(t, "ket_hon").say("Chồng", 60, 150).say("Vợ", 150, 150).draw(Box{45, 138, 15, 5}).
			draw(Box{110, 160, 60, 30}).say(official, 140, 200)
	}
	for _, p := range []*told{page(), page().rule(Box{110, 195.5, 60, 0.3})} {
		got := p.places()
		assert.Less(t, got[WifeSignature].Y, 145.0)
		assert.Less(t, got[OfficialSignature].Y, 195.0)
	}
}
