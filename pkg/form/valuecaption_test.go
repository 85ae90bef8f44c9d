package form

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// What is written close behind a caption may be read as one word with its end.
func TestCaptionsEndBeforeWhatIsWritten(t *testing.T) {
	set, err := Builtin()
	require.NoError(t, err)
	b := boardOf(set.Form("ket_hon"), spoken(20, 40, "Họ, chữ đệm, tên vợ:"), spoken(20, 48, "Ngày, tháng, năm sinh:"), spoken(20, 56, "Dân tộc:"),
		spoken(20, 64, "Nơi cư trú:"), spoken(120, 40, "Họ, chữ đệm, tên chồng:"))
	joined := nearest(tokens(spoken(120, 48, "Ngày, tháng, năm sinh-f/01/%4").words), labelsOf(b.form), 0)
	require.NotNil(t, joined)
	b.notices = append(b.notices, joined)
	before := joined.box.W
	b.trim()
	assert.InDelta(t, b.notices[1].box.W, joined.box.W, 5)
	assert.Less(t, joined.box.W, before-5)
}

func TestNumberCloseBehindItsCaption(t *testing.T) {
	set, err := Builtin()
	require.NoError(t, err)
	for _, text := range []string{"Số305 /TLHT-BS", "Số 305 /TLHT-BS", "Số: 305/TLHT-BS"} {
		b := boardOf(set.Form("trich_luc_ho_tich"), spoken(20, 20, text))
		assert.Greater(t, roomOf(t, b, "number").line.W, 20.0, text)
	}
}

// Where a value stands close behind its caption, the colon is often lost.
func TestCaptionsWithoutTheirColons(t *testing.T) {
	set, err := Builtin()
	require.NoError(t, err)
	b := boardOf(set.Form("ket_hon"), spoken(20, 40, "Họ, chữ đệm, tên vợTÔ NGỌC YẾN"), spoken(20, 48, "Ngày, tháng, năm sinh18/10/1984"),
		spoken(120, 40, "Họ, chữ đệm, tên chồngHoÀNG QUANG LONG"), spoken(120, 48, "Ngày, tháng, năm sinho2/09/1983"))
	for _, key := range []string{"wife_name", "wife_born_on", "husband_name", "husband_born_on"} {
		assert.Greater(t, roomOf(t, b, key).line.W, 20.0, key)
	}
}

// The box of a word may reach over those behind it.
func TestCaptionsEndBeforeTheNextWord(t *testing.T) {
	set, err := Builtin()
	require.NoError(t, err)
	p := spoken(20, 50, "3. Ngành, nghề kinh doanh: Dịch vụ ăn uống")
	end := p.words[4].right()
	p.words[4].box.W = 60
	b := boardOf(set.Form("ho_kinh_doanh"), p)
	b.trim()
	assert.InDelta(t, end, b.notices[0].right(), 1.5)
}
