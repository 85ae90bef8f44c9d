package form

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/tthclint/tthclint/pkg/raster"
)

// Wife's caption cannot be read; husband's stands right of the middle.
func TestOpposite(t *testing.T) {
	set, err := Builtin()
	require.NoError(t, err)
	f := set.Form("ket_hon")
	require.NotNil(t, f)
	field := func(key string) *Field {
		for i := range f.Fields {
			if f.Fields[i].Key == key {
				return &f.Fields[i]
			}
		}
		require.Fail(t, key)
		return nil
	}
	wife, husband, official := field(WifeSignature), field(HusbandSignature), field("official_signature")
	says := func(f *Field, likely float64, b Box) claim {
		return claim{wording: &wording{letters: "captionlong", runes: 11, uses: []use{{role: captionRole, form: set.Form("ket_hon"), field: f}}}, box: b, likely: likely}
	}
	for name, c := range map[string]struct {
		labelX   float64 // of the wife
		ink      bool
		official float64 // where the official's captions stand in her column, or 0
		want     bool
	}{
		"ink under her label":              {25, true, 0, true},
		"nothing stands there":             {25, false, 0, false},
		"her label is over the other one":  {115, true, 0, false},
		"the official signs under her":     {25, true, 195, true},
		"the official signs in her column": {25, true, 160, false},
	} {
		t.Run(name, func(t *testing.T) {
			m := &inkMap{w: 840, h: 1188, mmX: 0.25, mmY: 0.25, ink: make([]bool, 840*1188)}
			if c.ink { // 10 by 2 mm at (55, 151)
				for y := 604; y < 612; y++ {
					for x := 220; x < 260; x++ {
						m.ink[y*m.w+x] = true
					}
				}
			}
			l := &located{form: f, script: &script{view: &view{}, ink: m, page: &raster.Page{WidthMM: 210, HeightMM: 297}}}
			caption := says(husband, 1, Box{140, 150, 20, 4})
			l.script.claims = []claim{says(wife, 1, Box{c.labelX, 60, 50, 4}), caption}
			l.blocks = []*block{newBlock(husband, caption)}
			if c.official > 0 {
				l.blocks = append(l.blocks, newBlock(official, says(official, 1, Box{50, c.official, 30, 4})))
			}
			l.opposite()
			b := l.block(wife)
			require.Equal(t, c.want, b != nil)
			if b != nil {
				assert.InDelta(t, 60, b.middle(), 0.1)
				assert.False(t, b.sure())
			}
		})
	}
}
