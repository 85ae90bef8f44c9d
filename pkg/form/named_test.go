package form

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// couple is a paper that names both spouses among its values.
func couple(t *testing.T) *told {
	return tell(t, "ket_hon").sayFrom("Họ, chữ đệm, tên vợ: TÔ THỊ LOAN", 20, 60).
		sayFrom("Họ, chữ đệm, tên chồng: HỒ XUÂN KHOA MẠNH", 20, 80)
}

// A signature hides the caption over it; the name under it says whose it is.
func TestPlaceByName(t *testing.T) {
	for what, c := range map[string]struct {
		name string
		x, y float64
		want bool
	}{
		"his name":              {"Hồ Xuân Khoa Mạnh", 150, 180, true},
		"read with a fault":     {"Hồ Xuân Khoa Mạmh", 150, 180, true},
		"somebody else's name":  {"Đinh Văn Phúc", 150, 180, false},
		"her name":              {"Tô Thị Loan", 150, 180, false},
		"under her own caption": {"Hồ Xuân Khoa Mạnh", 60, 190, false},
		"far from the captions": {"Hồ Xuân Khoa Mạnh", 150, 240, false},
	} {
		t.Run(what, func(t *testing.T) {
			p := couple(t).say("Chữ ký của vợ", 60, 150).say(c.name, c.x, c.y)
			p.l.assign()
			p.l.byNames()
			b := p.l.block(p.field(HusbandSignature))
			require.Equal(t, c.want, b != nil)
			if c.want {
				assert.InDelta(t, c.x, b.middle(), 1)
				assert.InDelta(t, 150, b.box.Y+b.box.H/2, 1)
			}
		})
	}
}

// As far as two names are apart, so far are the captions, on one row or in one column.
func TestPlaceByBothNames(t *testing.T) {
	for what, at := range map[string][2]float64{"beside": {150, 175}, "under": {60, 220}} {
		t.Run(what, func(t *testing.T) {
			p := couple(t).say("Chữ ký của vợ", 60, 150).say("Tô Thị Loan", 60, 175).say("Hồ Xuân Khoa Mạnh", at[0], at[1])
			p.l.assign()
			p.l.byNames()
			b := p.l.block(p.field(HusbandSignature))
			require.NotNil(t, b)
			assert.InDelta(t, at[0], b.middle(), 1)
			assert.InDelta(t, at[1]-25, b.box.Y+b.box.H/2, 1)
		})
	}
}

// Two people of one name, and one name alone, tell nothing.
func TestNamesThatTellNothing(t *testing.T) {
	p := tell(t, "ket_hon").sayFrom("Họ, chữ đệm, tên vợ: NGUYỄN THANH BÌNH", 20, 60).
		sayFrom("Họ, chữ đệm, tên chồng: NGUYỄN THANH BÌNH", 20, 80).say("Nguyễn Thanh Bình", 150, 180)
	_, ok := p.l.printedName(p.field(HusbandSignature))
	assert.False(t, ok, "two of one name")
	_, ok = couple(t).l.printedName(p.field(HusbandSignature))
	assert.False(t, ok, "not printed where one signs")
}

// A name under its label, as columns of values have it, is no name of who signed.
func TestNameUnderItsLabel(t *testing.T) {
	p := tell(t, "ket_hon").sayFrom("Họ, chữ đệm, tên chồng:", 112, 60).sayFrom("DƯƠNG ĐỨC ĐẠT", 112, 65)
	_, ok := p.l.printedName(p.field(HusbandSignature))
	assert.False(t, ok)
	at, ok := p.say("Dương Đức Đạt", 150, 190).l.printedName(p.field(HusbandSignature))
	assert.True(t, ok)
	assert.InDelta(t, 190, at.Y+at.H/2, 1)
}

// A page that lies on its head has its places left of the sheet's corner and over it.
func TestNameOnATurnedPage(t *testing.T) {
	p := tell(t, "ket_hon").sayFrom("Họ, chữ đệm, tên chồng: HỒ XUÂN KHOA MẠNH", -190, -237).say("Hồ Xuân Khoa Mạnh", -60, -107)
	at, ok := p.l.printedName(p.field(HusbandSignature))
	assert.True(t, ok)
	assert.InDelta(t, -107, at.Y+at.H/2, 1)
}

// A caption that may be the label of a name does with the name of its signer under it.
func TestCaptionOverItsName(t *testing.T) {
	label := func(name string) *told {
		p := couple(t).say("Họ và tên chồng", 150, 150)
		return p.say(name, 150, 180)
	}
	for name, want := range map[string]bool{"Hồ Xuân Khoa Mạnh": true, "Đinh Văn Phúc": false} {
		p := label(name)
		b := newBlock(p.field(HusbandSignature), p.l.script.claims[len(p.l.script.claims)-1])
		b.box = Box{130, 148, 40, 4}
		assert.Equal(t, want, p.l.named(b), name)
	}
}

// Names stand at the end of a place: over captions that stand under it.
func TestSideOfNames(t *testing.T) {
	for what, c := range map[string]struct{ name, caption float64 }{
		"over the captions":  {170, 177},
		"under the captions": {190, 150},
	} {
		t.Run(what, func(t *testing.T) {
			p := couple(t).say("Chữ ký của vợ", 60, c.caption).say("Chữ ký của chồng", 150, c.caption).
				say("Tô Thị Loan", 60, c.name).say("Hồ Xuân Khoa Mạnh", 150, c.name)
			y := p.places()[WifeSignature].Y
			assert.Equal(t, c.name < c.caption, y < c.caption, "%v", y)
		})
	}
}

// A label of a value far at the left heads no column that a caption stands over.
func TestCaptionRightOfAllValues(t *testing.T) {
	p := tellOn(t, "ket_hon", 420, 297)
	for i, text := range []string{"Dân tộc:", "Nơi cư trú:", "Giấy tờ tùy thân:", "Nơi đăng ký kết hôn:"} {
		p.sayFrom(text, 20, 60+10*float64(i))
	}
	p.say("Vợ", 345, 48).say("NGƯỜI THỰC HIỆN", 255, 110).say("(Ký, ghi rõ họ tên)", 255, 116).
		say("NGƯỜI KÝ GIẤY CHỨNG NHẬN KẾT HÔN", 345, 110).say("(Ký, ghi rõ họ tên, chức vụ và đóng dấu)", 345, 116)
	p.l.assign()
	assert.NotNil(t, p.l.block(p.field(WifeSignature)))
}

// A short hint that only an official has names his place when it was read without a fault.
func TestShortHintOfAnOfficial(t *testing.T) {
	for hint, want := range map[string]bool{"(Ký tên, đóng dấu)": true, "(Ký tên, đóng đạn)": false, "(Ký, ghi rõ họ tên)": false} {
		p := spouses(t).say(hint, 105, 230)
		p.l.assign()
		assert.Equal(t, want, p.l.block(p.field(OfficialSignature)) != nil, hint)
	}
}

// "Vợ: NGUYỄN THỊ HOA" among the values names her, too.
func TestNameBehindAShortLabel(t *testing.T) {
	p := tell(t, "ket_hon").sayFrom("Vợ:", 20, 150).say("Phan Ngọc Mười", 60, 120)
	p.l.script.said = append(p.l.script.said, lineAt("Vợ: PHAN NGỌC MƯỜI", 20, 150)) // phrases are parted behind colons
	at, ok := p.l.printedName(p.field(WifeSignature))
	assert.True(t, ok)
	assert.InDelta(t, 120, at.Y+at.H/2, 1)
}

// A name among the values ends where its line goes on with something else.
func TestNameEndsOnItsLine(t *testing.T) {
	for _, line := range []string{
		"Họ, chữ đệm, tên vợ: TÔ THỊ LOAN, sinh ngày 28/03/1981, dân tộc Nùng",
		"Họ, chữ đệm, tên vợ: Tô Thị Loan sinh ngày 28/03/1981",
		"Họ, chữ đệm, tên vợ: TÔ THỊ LOAN; Kinh",
	} {
		p := tell(t, "ket_hon").sayFrom(line, 20, 60).say("Chữ ký của vợ", 60, 150).say("Tô Thị Loan", 60, 180)
		at, ok := p.l.printedName(p.field(WifeSignature))
		require.True(t, ok, line)
		assert.InDelta(t, 180, at.Y+at.H/2, 1, line)
	}
}
