package paper

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestBuiltInLettersAreComposed(t *testing.T) {
	f, err := BuiltIn()
	require.NoError(t, err)
	assert.False(t, f.Covers("ộ"), "the fonts themselves lack it")
	assert.True(t, f.Covers("o"))
	for _, c := range []struct {
		letter, base string
		above, below bool
	}{{"ế", "e", true, false}, {"ọ", "o", false, true}, {"ậ", "a", true, true}, {"Ủ", "U", true, false}, {"ợ", "o", true, true}} {
		for _, style := range []Style{Regular, Bold, Italic} {
			p, adv := f.Outline(c.letter, style)
			q, base := f.Outline(c.base, style)
			min, max := p.Bounds()
			baseMin, baseMax := q.Bounds()
			assert.InDelta(t, base, adv, 1e-9, c.letter)
			assert.Equal(t, c.above, min.Y < baseMin.Y-0.01, "%s: a mark above", c.letter)
			assert.Equal(t, c.below, max.Y > baseMax.Y+0.02, "%s: a mark below", c.letter)
		}
	}
	p, _ := f.Outline("đ", Regular)
	q, _ := f.Outline("d", Regular)
	assert.Greater(t, len(p), len(q), "the bar")
}
