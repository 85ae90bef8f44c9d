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
		labelX   float64 // of the wife, or 0 where none was read
		ink      bool
		official float64 // where the official's captions stand in her column, or 0
		line     float64 // the middle of what is left of a line on the row, or 0
		want     bool
	}{
		"ink under her label":               {25, true, 0, 0, true},
		"nothing stands there":              {25, false, 0, 0, false},
		"her label is over the other one":   {115, true, 0, 0, false},
		"the official signs under her":      {25, true, 195, 0, true},
		"the official signs in her column":  {25, true, 160, 0, false},
		"no label, but a line on the row":   {0, true, 0, 57, true},
		"no label, and nothing but strokes": {0, true, 0, 0, false},
		"no label, and a line elsewhere":    {0, true, 0, 25, false},
	} {
		t.Run(name, func(t *testing.T) {
			m := &inkMap{w: 840, h: 1188, mmX: 0.25, mmY: 0.25, ink: make([]bool, 840*1188)}
			if c.ink { // 10 by 2 mm at (55, 151), fewer than thick strokes leave
				for y := 604; y < 612; y++ {
					for x := 220; x < 260; x++ {
						m.ink[y*m.w+x] = true
					}
				}
			}
			l := &located{form: f, script: &script{view: &view{}, ink: m, page: &raster.Page{WidthMM: 210, HeightMM: 297}}}
			caption := says(husband, 1, Box{140, 150, 20, 4})
			l.script.claims = []claim{caption}
			if c.labelX > 0 {
				l.script.claims = append(l.script.claims, says(wife, 1, Box{c.labelX, 60, 50, 4}))
			}
			if c.line > 0 {
				l.script.lines = []*candidate{{line: line{x0: c.line - 8, y0: 150, x1: c.line + 8, y1: 154}}}
			}
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

// Of three on a row, the official's captions begin lower, or only one was found.
func TestThirdOfThree(t *testing.T) {
	at := func(x, y float64) *block { return &block{box: Box{x - 10, y, 20, 4}} }
	for name, c := range map[string]struct {
		near   *block
		others []*block
		want   float64 // 0 for none
	}{
		"the official at the right, level":       {at(148, 120), []*block{at(240, 120)}, 56},
		"the official at the right, 12 mm lower": {at(148, 120), []*block{at(240, 132)}, 56},
		"the official in the middle":             {at(56, 120), []*block{at(148, 124)}, 240},
		"the one of the middle is free":          {at(56, 120), []*block{at(240, 120)}, 148},
		"the official far below":                 {at(74, 120), []*block{at(222, 165)}, 222},
		"one alone, at the side":                 {at(74, 120), nil, 222},
		"one alone, in the middle":               {at(148, 120), nil, 0},
	} {
		t.Run(name, func(t *testing.T) {
			l := &located{blocks: append(c.others, c.near)}
			middle, ok := l.free(c.near, 148)
			require.Equal(t, c.want != 0, ok)
			if ok {
				assert.InDelta(t, c.want, middle, 0.1)
			}
		})
	}
}

// Headings of a table say whose column it is, where the middle of the page does not.
func TestColumnByHeadings(t *testing.T) {
	for what, c := range map[string]struct {
		his, her float64 // middles of the headings, or 0
		strokes  float64 // where they begin
		want     bool
	}{
		"both headings":          {90, 160, 145, true},
		"his heading alone":      {90, 0, 145, false},
		"his over another place": {60, 150, 170, false},
	} {
		t.Run(what, func(t *testing.T) {
			p := tell(t, "ket_hon").say("Chồng", c.his, 60).say("Chữ ký của chồng", 90, 135).draw(Box{c.strokes, 132, 30, 6})
			if c.her > 0 {
				p.say("Vợ", c.her, 60)
			}
			for i, label := range []string{"Ngày sinh:", "Dân tộc:", "Quốc tịch:"} {
				p.sayFrom(label, 15, 70+10*float64(i))
			}
			p.l.assign()
			p.l.opposite()
			b := p.l.block(p.field(WifeSignature))
			require.Equal(t, c.want, b != nil)
			if c.want {
				assert.InDelta(t, 160, b.middle(), 1)
			}
		})
	}
}
