package form

import (
	"context"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/tthclint/tthclint/pkg/ocr"
)

// wideReader reads a row whole, and of a piece of it next to nothing.
type wideReader string

func (r wideReader) Version() string { return "wide reader" }

func (r wideReader) Read(_ context.Context, p *ocr.Picture, _ ocr.Layout) ([]ocr.Line, error) {
	text := string(r)
	if p.W < 10*p.H {
		text = "HẬN"
	}
	return []ocr.Line{{Words: []ocr.Word{{Text: text, Confidence: 0.6, Box: ocr.Rect{X0: 8, Y0: 8, X1: p.W - 8, Y1: p.H - 8}}}}}, nil
}

// Of a caption that a black seal crosses a few letters are found as a line; its whole
// row is read.
func TestCrossedCaption(t *testing.T) {
	for said, want := range map[string]bool{
		"NGƯỜI KỶ 61ẤCHÚNG NHẬN":        true,
		"TM.WYBANÑ NHÂNHẦN":             true,
		"Trần Thị Thu Trang":            false,
		"Phường An Hòa, tỉnh Đồng Tháp": false,
		"CHÚ": false,
	} {
		t.Run(said, func(t *testing.T) {
			p := spouses(t).ring(120, 215, 17, false)
			p.l.script.lines = []*candidate{{line: line{x0: 120, x1: 133, y0: 202.8, y1: 207.2}, read: true}}
			p.l.script.engine = wideReader(said)
			p.l.assign()
			require.Nil(t, p.l.block(p.field(OfficialSignature)))
			require.NoError(t, p.l.readCrossed(t.Context()))
			b := p.l.block(p.field(OfficialSignature))
			require.Equal(t, want, b != nil)
			if want {
				assert.InDelta(t, 205, b.box.Y+b.box.H/2, 2)
			}
		})
	}
}

// What was read well is not read again: a name, a label, a caption.
func TestUnderstoodLines(t *testing.T) {
	p := tell(t, "ket_hon").say("Chồng của tôi", 60, 60).say("Lò Ngọc Hoa Ngân", 60, 100).say("Vợ", 60, 160).sayFrom("Nơi đăng ký kết hôn:", 20, 120)
	at := func(x0, x1, y float64) *candidate {
		return &candidate{line: line{x0: x0, x1: x1, y0: y - 2, y1: y + 2}}
	}
	sc := p.l.script
	assert.True(t, sc.understood(at(60-usualWidth("Lò Ngọc Hoa Ngân")/2, 60+usualWidth("Lò Ngọc Hoa Ngân")/2, 100)), "a name")
	assert.True(t, sc.understood(at(20, 20+usualWidth("Nơi đăng ký kết hôn:"), 120)), "a label")
	assert.False(t, sc.understood(at(55, 65, 200)), "nothing was read")
}
