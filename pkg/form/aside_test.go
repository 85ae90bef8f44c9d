package form

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// The place beside captions in a cell is found though letters of theirs tell a slope that the rules of the
// table do not have.
func TestPlaceBesideShortCaptions(t *testing.T) {
	for _, tilt := range []float64{0, -0.023, 0.023} {
		p := tell(t, "ket_hon").say(official, 140, 210)
		for y, text := range map[float64]string{155: "Chữ ký của vợ", 173: "Chữ ký của chồng"} {
			ph := lineAt(text, 50-usualWidth(text)/2, y+3)
			ph.tilt = tilt
			p.l.script.keep(ph)
			p.draw(ph.box()).rule(Box{22, y - 5, 56, 18}).rule(Box{78, y - 5, 110, 18})
		}
		got := p.places()
		require.Len(t, got, 4)
		for _, key := range []string{WifeSignature, HusbandSignature} {
			assert.Greater(t, got[key].X, 75.0, "%s along %v: %v", key, tilt, got[key])
		}
	}
}
