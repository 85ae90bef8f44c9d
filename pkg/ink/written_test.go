package ink_test

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/tthclint/tthclint/pkg/ink"
)

// A name written by hand alone is left open, over one in print it is a signature; print,
// of which the network says that it is none, and officials' boxes are judged as before.
func TestWrittenName(t *testing.T) {
	empty := ink.Features{Paper: 1, LookSigned: -4, TextLines: 1, TextHeight: 3}
	for name, c := range map[string]struct {
		look   float64 // odds of a written name
		lines  int
		length float64
		soft   bool
		sealed bool
		state  ink.State
		first  ink.Content
	}{
		"print":                       {-2, 2, 60, false, false, ink.Absent, ink.Name},
		"not likely":                  {0.5, 2, 60, false, false, ink.Absent, ink.Name},
		"likely over print":           {1, 2, 60, false, false, ink.Unsure, ink.WrittenName},
		"written alone":               {2, 1, 0, false, false, ink.Unsure, ink.WrittenName},
		"written, no line of letters": {2, 0, 90, false, false, ink.Unsure, ink.WrittenName},
		"written over print":          {2, 2, 0, false, false, ink.Present, ink.WrittenName},
		"written over print, as ink":  {2, 1, 60, false, false, ink.Present, ink.WrittenName},
		"from the other side":         {2, 2, 60, true, false, ink.Unsure, ink.WrittenName},
		"where a seal belongs":        {2, 2, 0, false, true, ink.Absent, ink.Name},
	} {
		t.Run(name, func(t *testing.T) {
			f := empty
			f.LookName, f.TextLines, f.Length = c.look, c.lines, c.length
			if c.soft {
				f.Contrast, f.Softness = 0.2, 2
			}
			got := ink.Judge(f, c.sealed)
			assert.Equal(t, c.state, got.State)
			assert.Equal(t, c.first, got.Contents[0])
			if c.state == ink.Present {
				assert.InDelta(t, 0.89, got.Confidence, 0.02)
			}
		})
	}
}
