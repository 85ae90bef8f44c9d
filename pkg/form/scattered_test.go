package form

import (
	"bytes"
	"context"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/tthclint/tthclint/pkg/ocr"
)

// finder finds words anywhere on a page, of which it reads no line by itself.
type finder []ocr.Word

func (f finder) Version() string { return "finder" }

func (f finder) Read(_ context.Context, _ *ocr.Picture, l ocr.Layout) ([]ocr.Line, error) {
	if l != ocr.Sparse {
		return nil, nil
	}
	return []ocr.Line{{Words: f}}, nil
}

// Where a signature joins the letters of a caption to all that is about it no line was
// found, and the engine finds the words that are left.
func TestScatteredCaption(t *testing.T) {
	for text, want := range map[string]bool{"ký của chồng": true, "Trần Thị Hồng": false, "Nơi cư trú": false} {
		t.Run(text, func(t *testing.T) {
			p := tell(t, "ket_hon").say("Chữ ký của vợ", 60, 150)
			p.l.assign()
			require.Nil(t, p.l.block(p.field(HusbandSignature)))
			sc := p.l.script
			sc.page.Image.Y = bytes.Repeat([]uint8{240}, sc.page.Image.W*sc.page.Image.H)
			cut := cutArea(sc.page, 0, p.l.beneath(), 0, sc.letterHeight())
			require.NotNil(t, cut)
			var words finder
			for _, w := range lineAt(text, 140, 150).words {
				x, y := (w.box.X-cut.x)*cut.px+marginPx, (w.box.Y-cut.y)*cut.px+marginPx
				words = append(words, ocr.Word{Text: w.text, Confidence: 0.9,
					Box: ocr.Rect{X0: int(x), Y0: int(y), X1: int(x + w.box.W*cut.px), Y1: int(y + w.box.H*cut.px)}})
			}
			sc.engine = words
			require.NoError(t, p.l.readScattered(t.Context()))
			b := p.l.block(p.field(HusbandSignature))
			require.Equal(t, want, b != nil)
			if want {
				assert.InDelta(t, 150, b.box.Y+b.box.H/2, 1)
			}
		})
	}
}
