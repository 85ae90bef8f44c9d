package form

import (
	"math"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestDeduce(t *testing.T) {
	set, err := Builtin()
	require.NoError(t, err)
	around := []phrase{
		spoken(20, 50, "Họ, chữ đệm, tên vợ: A"), spoken(20, 60, "Ngày, tháng, năm sinh: 01/02/1990"),
		spoken(20, 90, "Giấy tờ tùy thân: 012345678901"),
	}
	for name, c := range map[string]struct {
		line  phrase
		found bool
	}{
		"read badly in the column":          {spoken(20, 100, "băng kế hôntạ Ủy ban"), true},
		"another label is as near":          {spoken(20, 100, "Nghhđn"), false},
		"read badly outside of the column":  {spoken(110, 100, "băng kế hôntạ Ủy ban"), false},
		"a name in capitals":                {spoken(20, 70, "ĐẶNG ĐỨC TÙNG"), false},
		"a text that is no caption of this": {spoken(20, 100, "Phường Bình Định, tỉnh An Giang"), false},
	} {
		t.Run(name, func(t *testing.T) {
			b := boardOf(set.Form("trich_luc_ket_hon"), append([]phrase{c.line}, around...)...)
			before := len(b.notices)
			require.Equal(t, c.found, b.deduce(b.rooms()))
			if !c.found {
				assert.Len(t, b.notices, before)
				return
			}
			r := roomOf(t, b, "registered_at")
			assert.InDelta(t, 102, r.at.middleAt(20), 0.5, "on its own line")
			assert.Equal(t, "Ủy", b.words(r, r.line)[0].text, "the value begins behind it")
		})
	}
}

func TestNoticesReadBadly(t *testing.T) {
	set, err := Builtin()
	require.NoError(t, err)
	for text, c := range map[string]struct{ form, value string }{
		"Mã sö höở sơ: 1":      {"phieu_kiem_soat", "dossier_code"},
		"S0: 12/2024":          {"ket_hon", "number"},
		"7.Giấy tờ tùy thân A": {"trich_luc_ho_tich", "id_number"},
	} {
		f := set.Form(c.form)
		found := notices(spoken(20, 50, text), labelsOf(f))
		require.NotEmpty(t, found, text)
		assert.Contains(t, found[0].values, f.Value(c.value), text)
	}
}

func TestSlots(t *testing.T) {
	set, err := Builtin()
	require.NoError(t, err)
	lines := []phrase{
		spoken(20, 50, "Số định danh cá nhân: 1"), spoken(20, 66, "Họ, chữ đệm, tên người cha: B"),
		spoken(20, 74, "Đã đăng ký khai sinh tại: C"), spoken(20, 42, "Nơi sinh: D"), spoken(20, 34, "Giới tính: Nam"),
	}
	f := set.Form("trich_luc_khai_sinh")
	b := boardOf(f, lines...)
	slots := b.slots(b.rooms())
	require.NotEmpty(t, slots, "between the number and the father the mother's line is missing")
	assert.InDelta(t, 60, slots[0].cy(), 1)

	b = boardOf(f, append(lines, spoken(20, 58, "vết bẩn không đọc được"))...)
	for _, c := range b.slots(b.rooms()) {
		assert.Greater(t, math.Abs(c.cy()-60), 1.0, "a line that was read is not read again")
	}
}

func TestNumberedLinesEndValues(t *testing.T) {
	set, err := Builtin()
	require.NoError(t, err)
	f := set.Form("to_khai")
	head := spoken(15, 50, "1. Họ, chữ đệm, tên người yêu cầu:")
	b := boardOf(f, head, spoken(15, 56.4, "2. Nơi thường trềThôn 1"))
	assert.Zero(t, roomOf(t, b, "person_name").below, "the next line is another entry")
	b = boardOf(f, head, spoken(20, 56.4, "Nguyễn Văn An"))
	assert.NotZero(t, roomOf(t, b, "person_name").below)
}

func TestSignersCaptionIsNoValues(t *testing.T) {
	set, err := Builtin()
	require.NoError(t, err)
	b := boardOf(set.Form("ket_hon"), // captions of signers are read first
		spoken(20, 150, "Họ, chữ đệm, tên chồng"), spoken(110, 150, "Họ, chữ đệm, tên vợ"),
		spoken(20, 50, "Họ và tên chồng: A"), spoken(110, 50, "Họ và tên vợ: B"),
		spoken(20, 60, "Ngày, tháng, năm sinh:"), spoken(110, 60, "Ngày, tháng, năm sinh:"),
		spoken(20, 70, "Giấy tờ tùy thân:"), spoken(110, 70, "Giấy tờ tùy thân:"),
		spoken(20, 80, "Nơi đăng ký kết hôn:"), spoken(20, 90, "Ngày, tháng, năm đăng ký:"))
	assert.InDelta(t, 50, roomOf(t, b, "wife_name").at.box.Y, 1)
	assert.InDelta(t, 50, roomOf(t, b, "husband_name").at.box.Y, 1)
	assert.InDelta(t, 60, roomOf(t, b, "wife_born_on").at.box.Y, 1, "it stands under the name")
}
