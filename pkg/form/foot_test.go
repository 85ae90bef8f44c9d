package form

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// A hint goes on in the next line, which may be one short word: it is print of the
// form, and nobody's signature.
func TestHintOnTwoLines(t *testing.T) {
	for name, c := range map[string]struct {
		hint string
		word Box
		rest int
	}{
		"goes on":       {"(Ký, ghi rõ họ, chữ đệm,", Box{57, 207.5, 7, 3.5}, 1},
		"ends":          {"(Ký, ghi rõ họ tên)", Box{57, 207.5, 7, 3.5}, 0},
		"farther under": {"(Ký, ghi rõ họ, chữ đệm,", Box{57, 214, 7, 3.5}, 0},
		"to one side":   {"(Ký, ghi rõ họ, chữ đệm,", Box{76, 207.5, 7, 3.5}, 0},
	} {
		t.Run(name, func(t *testing.T) {
			p := tell(t, "ket_hon").say("Vợ", 60, 200).say(c.hint, 60, 205).say("Chồng", 150, 200).say(spouseHint, 150, 205).line(c.word, 3)
			places := p.places()
			require.Contains(t, places, WifeSignature)
			b := p.l.block(p.field(WifeSignature))
			caps, rest := p.l.footed(b)
			assert.Len(t, rest, c.rest)
			if c.rest > 0 {
				assert.GreaterOrEqual(t, caps.Y+caps.H, c.word.Y+c.word.H-0.6)
				assert.Greater(t, places[WifeSignature].Y, c.word.Y+c.word.H)
			} else {
				assert.Equal(t, b.box, caps)
			}
		})
	}
}
