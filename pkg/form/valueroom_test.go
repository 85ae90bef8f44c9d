package form

import (
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// spoken returns words on a line at y, two mm a letter, with blanks of one mm;
// "_" is a gap of twelve.
func spoken(x, y float64, text string) phrase {
	p := phrase{}
	for w := range strings.FieldsSeq(text) {
		if w == "_" {
			x += 12
			continue
		}
		width := 2 * float64(len([]rune(w)))
		p.words = append(p.words, word{w, 0.9, Box{x, y, width, 4}})
		x += width + 1
	}
	return p
}

func boardOf(f *Form, lines ...phrase) *board {
	b := &board{form: f, said: lines, right: 200, height: 4}
	all := labelsOf(f)
	for _, p := range lines {
		for _, n := range notices(p, all) {
			b.notices = append(b.notices, &n)
		}
	}
	return b
}

func roomOf(t *testing.T, b *board, key string) *valueRoom {
	t.Helper()
	for _, r := range b.rooms() {
		if r.value.Key == key {
			return r
		}
	}
	require.Fail(t, "no room", key)
	return nil
}

func TestValuesOfTwoColumns(t *testing.T) {
	set, err := Builtin()
	require.NoError(t, err)
	for name, c := range map[string]struct{ left, right, wife, husband float64 }{
		"wife left":    {left: 20, right: 110, wife: 20, husband: 110},
		"husband left": {left: 110, right: 20, wife: 110, husband: 20},
	} {
		t.Run(name, func(t *testing.T) {
			b := boardOf(set.Form("ket_hon"),
				spoken(c.left, 50, "Họ, chữ đệm, tên vợ: A"), spoken(c.right, 50, "Họ, chữ đệm, tên chồng: B"),
				spoken(c.left, 60, "Nơi cư trú:"), spoken(c.right, 60, "Nơi cư trú:"))
			wife, husband := roomOf(t, b, "wife_residence"), roomOf(t, b, "husband_residence")
			assert.InDelta(t, c.wife, wife.at.box.X, 0.1)
			assert.InDelta(t, c.husband, husband.at.box.X, 0.1)
			for _, r := range []*valueRoom{wife, husband} {
				if r.at.box.X < 100 {
					assert.Less(t, r.line.X+r.line.W, 110.0, "it ends where the other column begins")
				}
			}
		})
	}
}

func TestValuesOfOneUnderTheOther(t *testing.T) {
	set, err := Builtin()
	require.NoError(t, err)
	b := boardOf(set.Form("trich_luc_ket_hon"),
		spoken(20, 50, "Họ, chữ đệm, tên vợ: A"), spoken(20, 58, "Ngày, tháng, năm sinh:"),
		spoken(20, 66, "Họ, chữ đệm, tên chồng: B"), spoken(20, 74, "Ngày, tháng, năm sinh:"))
	assert.InDelta(t, 58, roomOf(t, b, "wife_born_on").at.box.Y, 0.1)
	assert.InDelta(t, 74, roomOf(t, b, "husband_born_on").at.box.Y, 0.1)
}

func TestLabelsInOneLine(t *testing.T) {
	set, err := Builtin()
	require.NoError(t, err)
	b := boardOf(set.Form("khai_sinh"), spoken(20, 50, "3. Giới tính: Nam _ 4. Dân tộc: Kinh"))
	r := roomOf(t, b, "gender")
	assert.Less(t, r.line.X+r.line.W, 85.0, "the next label ends the room")
	assert.Empty(t, notices(spoken(20, 50, "Nguyễn Văn Nam"), labelsOf(set.Form("khai_sinh"))))
	glued := notices(spoken(20, 50, "Số:12/2024"), labelsOf(set.Form("khai_sinh")))
	require.Len(t, glued, 1)
	assert.InDelta(t, 26, glued[0].right(), 2.5)
}

func TestNamesOnTheNextLine(t *testing.T) {
	set, err := Builtin()
	require.NoError(t, err)
	b := boardOf(set.Form("ket_hon"), spoken(20, 40, "Họ, chữ đệm, tên vợ:"), spoken(20, 53, "Ngày, tháng, năm sinh:"),
		spoken(20, 60, "Dân tộc:"), spoken(20, 67, "Nơi cư trú:"), spoken(20, 80, "Giấy tờ tùy thân:"))
	r := roomOf(t, b, "wife_name")
	assert.InDelta(t, 6.5, r.below.Y+r.below.H/2, 2, "half way to the next label")
	assert.Positive(t, r.below.W)
	b = boardOf(set.Form("ket_hon"), spoken(20, 40, "Họ, chữ đệm, tên vợ:"), spoken(20, 47, "Ngày, tháng, năm sinh:"), spoken(20, 54, "Dân tộc:"))
	assert.Zero(t, roomOf(t, b, "wife_name").below.W, "the next line is another's")
}

// A streak down the page cuts a label in two.
func TestLabelInTwoParts(t *testing.T) {
	set, err := Builtin()
	require.NoError(t, err)
	s := &script{said: []phrase{spoken(20, 50, "Họ, chữ đ"), spoken(40, 50, "ệm, tên:")}}
	s.rejoin(0)
	require.Len(t, s.said, 1)
	got := notices(s.said[0], labelsOf(set.Form("khai_sinh")))
	require.Len(t, got, 1)
	assert.Equal(t, "Họ, chữ đệm, tên:", got[0].text)
}

func TestDateGaps(t *testing.T) {
	line := Box{20, -4, 150, 8}
	gaps := func(text string) []Box { return dateGaps(tokens(spoken(20, 0, text).words), line) }
	assert.Len(t, gaps("ngày _ tháng _ năm _"), 3)
	assert.Len(t, gaps("ngày 05 tháng 3 năm 2024"), 3)
	assert.Len(t, gaps("_ giờ _ phút, ngày _ tháng _ năm _"), 5)
	assert.Len(t, gaps("ngày12. tháng02_ năm 2024"), 3, "without blanks")
	assert.Nil(t, gaps("05/03/2024"))
	assert.Nil(t, gaps("năm _ ngày _"), "another order")
	century := gaps("ngày _ tháng _ năm 20 _")
	require.Len(t, century, 3)
	assert.Greater(t, century[2].X, 20+2*4+1+12+10+1+12+6+1+4.0)
}

func TestNumberAndItsSign(t *testing.T) {
	v := &Value{Key: "number", Type: NumberValue}
	split := func(text string) *valueRoom {
		n := &notice{label: &label{}, box: Box{10, -2, 9, 4}}
		b := &board{said: []phrase{spoken(20, -2, text)}, right: 200, height: 4}
		r := b.room(v, n)
		b.part(r)
		return r
	}
	assert.Empty(t, split("12").gaps)
	assert.Empty(t, split("12/2024").gaps, "the number was read")
	for text, width := range map[string]float64{"/2024": 0, "l2/QĐ-UBND": 4, "l2/3/2024": 8} {
		r := split(text)
		require.Len(t, r.gaps, 1, text)
		assert.InDelta(t, width, r.gaps[0].X+r.gaps[0].W-20, 2, text)
	}
	r := split("QĐ-UBND")
	require.Len(t, r.gaps, 1)
	assert.Less(t, r.gaps[0].W, 1.5)
	assert.Less(t, split("_ _ Sa Đéc, ngày").line.W, 25.0, "place and day are no number")
}

func TestTextsOfValues(t *testing.T) {
	assert.InDelta(t, 1, SameText("NGUYỄN THỊ LAN", "Nguyễn Thị Lan"), 1e-9)
	assert.Greater(t, SameText("Nguyễn Thị Lan", "Nguyễn Thi Lam"), 0.9)
	assert.Less(t, SameText("Nguyễn Thị Lan", "Trần Văn Dũng"), 0.55)
	assert.Zero(t, SameText("", "a"))
	day, ok := Day("ngày 05 tháng 3 năm 2024")
	assert.True(t, ok)
	assert.Equal(t, time.Date(2024, 3, 5, 0, 0, 0, 0, time.UTC), day)
	for _, text := range []string{"", "31/02/2024", "05/03", "1/2/3", "05/03/2024 06/03/2024"} {
		_, ok := Day(text)
		assert.False(t, ok, text)
	}
	assert.Equal(t, "079", Digits("0 7-9"))
	assert.True(t, IsName("NGUYỄN VĂN A"))
	assert.False(t, IsName("Ngx1 T#ị"))
	assert.False(t, IsName("Nguyễn"))
}

// A value must not be taken for a label, nor what is said below a title for the
// head of a column.
func TestNoColumnWhereNoneIs(t *testing.T) {
	set, err := Builtin()
	require.NoError(t, err)
	b := boardOf(set.Form("trich_luc_ho_tich"), spoken(97, 40, "(BẢN SAO)"), spoken(20, 50, "Họ, chữ đệm, tên: A"),
		spoken(20, 58, "Nơi cư trú:"), spoken(97, 58, "Số 115, tổ 18"), spoken(97, 66, "Số 2, tổ 1"), spoken(97, 110, "(BẢN CHÍNH)"))
	assert.Greater(t, roomOf(t, b, "person_name").line.W, 100.0)
}

// Labels that follow others on some lines stand one under the other, and begin no
// column; nor does one that what is written on the line runs across.
func TestNoColumnOfLabelsWithinLines(t *testing.T) {
	set, err := Builtin()
	require.NoError(t, err)
	lines := func(name string) []phrase {
		return []phrase{
			spoken(20, 50, "Năm sinh:"), spoken(80, 50, "Dân tộc:"), spoken(20, 58, "Nơi cư trú:"),
			spoken(20, 66, "Họ, chữ đệm, tên người cha:"+name),
			spoken(20, 74, "Năm sinh:"), spoken(80, 74, "Dân tộc:"), spoken(20, 82, "Nơi đăng ký:"),
		}
	}
	assert.Greater(t, roomOf(t, boardOf(set.Form("khai_sinh"), lines("")...), "father_name").line.W, 80.0)
	close := append(lines(" NGUYỄN NGUYỄN"), spoken(80, 58, "Quốc tịch:"))
	assert.Greater(t, roomOf(t, boardOf(set.Form("khai_sinh"), close...), "father_name").line.W, 80.0)
}

func TestLabelsEndAtTheirColons(t *testing.T) {
	set, err := Builtin()
	require.NoError(t, err)
	all := labelsOf(set.Form("khai_sinh"))
	got := notices(spoken(20, 50, "Họ, chữ đệm, tên: NGÔ KIM HOA"), all)
	require.Len(t, got, 1)
	assert.Equal(t, "Họ, chữ đệm, tên:", got[0].text)
	got = notices(spoken(20, 50, "Ngày sinh : _ Giờ sinh :"), all)
	require.Len(t, got, 2, "with blanks before the colons, and one that the form does not name")
	assert.True(t, got[1].ended)
	assert.Len(t, notices(spoken(20, 50, "Ngày sinh: _ 13:02 05/07/2024"), all), 1, "a time is no label")
}

func TestNumberWithoutItsCaption(t *testing.T) {
	for text, is := range map[string]bool{"967 /TLKS-BS": true, "12/QĐ-UBND": true, "/TLKS-BS": false, "12/05/2024": false, "Tổ 12 /TLKS": false} {
		assert.Equal(t, is, isNumber(tokens(spoken(20, 0, text).words)), text)
	}
	set, err := Builtin()
	require.NoError(t, err)
	b := boardOf(set.Form("trich_luc_khai_sinh"), spoken(40, 25, "967 /TLKS-BS"), spoken(20, 50, "Họ, chữ đệm, tên: A"), spoken(20, 90, "12 /TLKS-BS"))
	r := b.headed(b.rooms())
	require.NotNil(t, r)
	assert.InDelta(t, 25, r.at.box.Y, 0.1)
	assert.InDelta(t, 40, r.line.X, 1)
}

func TestBandsOfALine(t *testing.T) {
	w := &window{w: 8, h: 40, mm: 0.25, ink: make([]bool, 8*40)}
	for _, y := range []int{3, 5, 6, 7, 8, 20, 21, 22, 33} {
		w.ink[y*8], w.ink[y*8+5] = true, y != 33
	}
	assert.Equal(t, [][2]float64{{0.75, 2.25}, {5, 5.75}}, w.bands(), "an accent goes with its letters, a speck is none")
}

func TestDaysInATextAreNotThePapers(t *testing.T) {
	f := &Form{Values: []Value{{Key: "issued_on", Type: DateValue, Captions: []string{"…, ngày … tháng … năm …"}}}}
	for text, is := range map[string]bool{
		"Tân Hòa, ngày 15 tháng 3 năm 2021":                        true,
		"Tân Hòa, ngày _ tháng _ năm _":                            true,
		"Tân Hòa, ngòy 15 tháng 3 năm 2021":                        true,
		"Tân Hòa, ng 1ể.. tháng 3 năm 2021":                        true,
		"Tân Hòa, ngày _ tháng":                                    true,
		"theo ngày _ tháng":                                        false,
		"Tân Hòa, tháng 3 năm 2021":                                false,
		"Nội dung theo tháng 3 năm 2021":                           false,
		"20/2021/NĐ-CP ngày 15 tháng 3 năm 2021 của Chính phủ quy": false,
	} {
		b := boardOf(f, spoken(20, 50, text))
		assert.Equal(t, is, b.dated(nil) != nil, text)
	}
}

// The line below a label belongs to another one that stands farther left.
func TestLineBelowIsAnothersFromTheLeft(t *testing.T) {
	set, err := Builtin()
	require.NoError(t, err)
	b := boardOf(set.Form("trich_luc_khai_sinh"), spoken(20, 50, "Số định danh cá nhân:"),
		spoken(20, 58, "Họ và tên mẹ: A"), spoken(118, 58, "Họ và tên cha:"), spoken(20, 66, "Nơi đăng ký khai sinh: B"))
	assert.Zero(t, roomOf(t, b, "father_name").below.W)
}

// A signer's captions stand beside the lines of values.
func TestSignersCaptionsBesideValues(t *testing.T) {
	set, err := Builtin()
	require.NoError(t, err)
	b := boardOf(set.Form("ket_hon"), spoken(20, 40, "Họ, chữ đệm, tên vợ:"), spoken(21, 47, "ĐẶNG THỊ LAN"), spoken(150, 47, "Vợ"),
		spoken(20, 54, "Ngày, tháng, năm sinh:"), spoken(20, 61, "Ngày, tháng, năm đăng ký:"), spoken(150, 61, "PHÓ CHỦ TỊCH"))
	assert.Positive(t, roomOf(t, b, "wife_name").below.W, "her name is on the next line, where a caption begins farther right")
	day := roomOf(t, b, "registered_on").line
	assert.Less(t, day.X+day.W, 150.0, "what one signs as is no day")
}

// The line of a name that hangs close under its label, which boxes of skewed words
// overlap.
func TestNameCloseUnderItsLabel(t *testing.T) {
	set, err := Builtin()
	require.NoError(t, err)
	b := boardOf(set.Form("ket_hon"), spoken(20, 40, "Họ, chữ đệm, tên vợ:"), spoken(20, 42.2, "ĐẶNG THỊ LAN"),
		spoken(20, 48, "Ngày, tháng, năm sinh:"), spoken(20, 55, "Dân tộc:"))
	assert.Positive(t, roomOf(t, b, "wife_name").below.W)
}
