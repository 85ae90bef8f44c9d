package ink

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

// One side of a frame round the page is no ornament of the paper, as an arc of a guilloche is.
func TestBand(t *testing.T) {
	s := &sheet{mm: 6}
	for what, c := range map[string]struct {
		w, h float64 // mm
		want bool
	}{
		"foot of a frame": {85, 3, true},
		"its side":        {2, 70, true},
		"an arc":          {85, 12, false},
		"a signature":     {50, 4, false},
	} {
		q := &piece{Rect: Rect{X0: 30, Y0: 40, X1: 30 + int(c.w*s.mm), Y1: 40 + int(c.h*s.mm)}}
		assert.Equal(t, c.want, s.band(q), what)
	}
}
