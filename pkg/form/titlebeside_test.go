package form

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// A title is another one's beginning or end where more print stands on its line, but
// not beside its number, the captions of a signer, or the motto over large letters.
func TestPrintBesideTitle(t *testing.T) {
	const title = "GIẤY CHỨNG NHẬN KẾT HÔN"
	for name, c := range map[string]struct {
		text string
		x, y float64
		id   string
	}{
		"nothing":            {"Họ, chữ đệm, tên vợ:", 60, 70, "ket_hon"},
		"its number":         {"Số: 12/2025", 150, 50, "ket_hon"},
		"a hint":             {"(Ký, ghi rõ họ, chữ đệm, tên)", 165, 50, "ket_hon"},
		"a caption":          {"Chồng", 160, 50, "ket_hon"},
		"the other column":   {"Nơi đăng ký kết hôn: UBND phường Sa Đéc", 155, 50, "ket_hon"},
		"what it belongs to": {"ĐƠN XIN CẤP LẠI", 25, 50, ""},
		"the rest of it":     {"THEO LỄ TÔN GIÁO", 150, 50, ""},
	} {
		t.Run(name, func(t *testing.T) {
			p := tell(t, "ket_hon").say(title, 85, 50).say(c.text, c.x, c.y)
			f, _ := p.l.script.decide()
			if c.id == "" {
				assert.Nil(t, f)
			} else if assert.NotNil(t, f) {
				assert.Equal(t, c.id, f.ID)
			}
		})
	}
}

// A bar of a bar code may be read as a letter, without confidence.
func TestBarBesideTitle(t *testing.T) {
	for confidence, want := range map[float64]bool{0.4: true, 0.9: false} {
		p := tell(t, "ket_hon").say("GIẤY CHỨNG NHẬN KẾT HÔN", 85, 50)
		bar := lineAt("Í", 40, 50)
		bar.words[0].confidence = confidence
		p.l.script.keep(bar)
		f, _ := p.l.script.decide()
		assert.Equal(t, want, f != nil, "%v", confidence)
	}
}

func TestLevel(t *testing.T) {
	title := Box{44, 25, 121, 11.5}
	assert.False(t, title.level(Box{62, 21.7, 17, 4.5}), "the motto reaches into its head")
	assert.True(t, title.level(Box{170, 28, 20, 4.5}), "beside it")
	assert.False(t, title.level(Box{170, 33, 20, 8}), "lower")
	assert.True(t, Box{40, 50, 30, 4}.level(Box{80, 51, 30, 4}), "slanting")
}

// What stands beside print on its line is parted from it at the widest gap.
func TestBeforeAndBehind(t *testing.T) {
	p := tell(t, "ket_hon")
	for x := 20.0; x < 45; x += 1.5 { // a bar code
		p.draw(Box{x, 40, 0.8, 6})
	}
	for x := 60.0; x < 150; x += 3 {
		p.draw(Box{x, 41, 2, 4})
	}
	got := p.l.script.beforeAndBehind(Box{19, 40, 132, 6}, 0)
	require.Len(t, got, 2)
	assert.InDelta(t, 45, got[0].x1, 1.5)
	assert.InDelta(t, 60, got[1].x0, 1.5)
	assert.Empty(t, p.l.script.beforeAndBehind(Box{59, 40, 92, 6}, 0), "words")
	assert.Empty(t, p.l.script.beforeAndBehind(Box{59, 140, 92, 6}, 0), "nothing")
}
