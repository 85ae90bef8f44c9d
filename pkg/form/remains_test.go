package form

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// What a signature leaves of the end of a caption says whose it is beside the other one that
// ends alike.
func TestEndOfACaption(t *testing.T) {
	for what, c := range map[string]struct {
		left string
		y    float64
		want bool
	}{
		"its end":             {"tên", 150, true},
		"the end of another":  {"dấu", 150, false},
		"under the row":       {"tên", 158, false},
		"no more than a hint": {"ên", 150, false},
	} {
		t.Run(what, func(t *testing.T) {
			p := tell(t, "ket_hon").say("Vợ ký tên", 60, 150).say(c.left, 150, c.y)
			p.l.assign()
			b := p.l.block(p.field(HusbandSignature))
			require.Equal(t, c.want, b != nil)
			if c.want {
				assert.InDelta(t, 150+usualWidth(c.left)/2, b.box.X+b.box.W, 0.5, "it ends where its end does")
			}
		})
	}
}

// What a signature leaves of a name says where it stands beside another one that is whole.
func TestRemainsOfAName(t *testing.T) {
	for what, c := range map[string]struct {
		left string
		y    float64
		want bool
	}{
		"its end":       {"Khoa Mạnh", 180, true},
		"its beginning": {"Hồ Xuân", 180, true},
		"its middle":    {"Xuân Khoa", 180, false},
		"too little":    {"Mạnh", 180, false},
		"another row":   {"Khoa Mạnh", 190, false},
	} {
		t.Run(what, func(t *testing.T) {
			p := couple(t).say("Tô Thị Loan", 60, 180).say(c.left, 150, c.y)
			at, ok := p.l.printedName(p.field(HusbandSignature))
			require.Equal(t, c.want, ok)
			if c.want {
				assert.InDelta(t, usualWidth("Hồ Xuân Khoa Mạnh"), at.W, 6, "as wide as all of it")
			}
		})
	}
	p := couple(t).say("Khoa Mạnh", 150, 180)
	_, ok := p.l.printedName(p.field(HusbandSignature))
	assert.False(t, ok, "beside no other name")
}

// A hint under the caption of somebody without a field is no spouse's.
func TestHintOfAnother(t *testing.T) {
	for over, want := range map[string]bool{"": true, "Cán bộ hộ tịch": false, "Người làm chứng": false, "Chồnq": true, "r của chồng": true} {
		p := tell(t, "ket_hon").say("Vợ", 60, 150).say(spouseHint, 60, 156).say(spouseHint, 160, 156)
		if over != "" {
			p.say(over, 160, 151)
		}
		p.l.assign()
		assert.Equal(t, want, p.l.block(p.field(HusbandSignature)) != nil, over)
	}
}
