package scans

import (
	"bytes"
	"math"
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/tthclint/tthclint/pkg/raster"
)

// read draws a spec and reads its picture back, turned as it is stored.
func read(t testing.TB, s Spec) (*raster.Page, Truth) {
	t.Helper()
	pdf, truth, err := Draw(s)
	require.NoError(t, err)
	d, err := raster.Open(t.Context(), bytes.NewReader(pdf), int64(len(pdf)), raster.Limits{})
	require.NoError(t, err)
	defer d.Close()
	p, err := d.Render(t.Context(), 1)
	require.NoError(t, err)
	return p, truth
}

func TestSameSpecSameBytes(t *testing.T) {
	s := Spec{Seed: 4, Wife: "fingerprint", Husband: "showthrough", DPI: 100, Flaws: []string{"phone", "shadow"}}
	a, ta, err := Draw(s)
	require.NoError(t, err)
	b, tb, err := Draw(s)
	require.NoError(t, err)
	assert.True(t, bytes.Equal(a, b))
	assert.Equal(t, ta, tb)
	s.Seed++
	c, _, err := Draw(s)
	require.NoError(t, err)
	assert.False(t, bytes.Equal(a, c))
}

// TestBoxesAreWhereTheInkIs draws a page with and without a signature: what
// differs lies in the box that the truth names, however the page was scanned.
func TestBoxesAreWhereTheInkIs(t *testing.T) {
	for name, s := range map[string]Spec{
		"flat":         {Layout: "a4p"},
		"skewed":       {Layout: "a4l-swapped-row", Flaws: []string{"skew"}},
		"photographed": {Layout: "a4p-stacked", Flaws: []string{"phone"}},
		"turned":       {Layout: "a5l-row-below", Rotation: 90, Flaws: []string{"skew"}},
		"upside down":  {Layout: "b5p", Rotation: 180, Colour: InGrey, Flate: true},
		"turned left":  {Layout: "letter-swapped", Rotation: 270, Flaws: []string{"phone"}},
		"strips":       {Layout: "a4p-cells", Colour: Bilevel, Flaws: []string{"strips"}},
	} {
		t.Run(name, func(t *testing.T) {
			s.Seed, s.DPI, s.Wife = 9, 100, "normal"
			with, truth := read(t, s)
			s.Wife = "blank"
			without, _ := read(t, s)
			require.Equal(t, with.Image.W, without.Image.W)
			in, all := 0, 0
			for i, v := range with.Image.Y {
				if math.Abs(float64(v)-float64(without.Image.Y[i])) < 60 {
					continue
				}
				all++
				if within(truth.Boxes["wife"], float64(i%with.Image.W), float64(i/with.Image.W)) {
					in++
				}
			}
			assert.Greater(t, all, 60, "pixels of a signature")
			assert.Greater(t, float64(in)/float64(all), 0.9)
		})
	}
}

// within reports whether a point lies in a quadrilateral whose corners go round
// clockwise.
func within(q Quad, x, y float64) bool {
	for i, a := range q {
		b := q[(i+1)%4]
		if (b.X-a.X)*(y-a.Y)-(b.Y-a.Y)*(x-a.X) < 0 {
			return false
		}
	}
	return true
}

func TestLayoutsAreAsTheySay(t *testing.T) {
	for _, l := range layouts {
		t.Run(l.id, func(t *testing.T) {
			_, truth, err := Draw(Spec{Seed: 2, Layout: l.id, DPI: 50})
			require.NoError(t, err)
			w, h := l.w/25.4*50, l.h/25.4*50
			wife, husband := truth.Boxes["wife"], truth.Boxes["husband"]
			for key, q := range truth.Boxes {
				for _, p := range q {
					assert.True(t, p.X > 0 && p.Y > 0 && p.X < w && p.Y < h, "%s: a corner at %.0f %.0f of %.0f by %.0f", key, p.X, p.Y, w, h)
				}
				assert.Greater(t, q[3].Y-q[0].Y, 12.0/25.4*50, "%s: height", key)
			}
			first, second := wife, husband
			if l.husbandFirst {
				first, second = husband, wife
			}
			if l.stacked {
				assert.Less(t, first[3].Y, second[0].Y)
			} else {
				assert.Less(t, first[1].X, second[0].X)
			}
			official := truth.Boxes["official"]
			assert.Equal(t, l.row, official[0].Y < wife[3].Y && !l.stacked && !l.over, "the official beside the spouses")
			assert.Equal(t, l.over, official[3].Y < wife[0].Y, "the official over the spouses")
		})
	}
}

func TestEveryCase(t *testing.T) {
	for i, kind := range slices.Concat(signed, unsigned) {
		_, truth, err := Draw(Spec{Seed: uint64(i), Wife: kind, Husband: "blank", DPI: 50})
		require.NoError(t, err, kind)
		assert.Equal(t, kind, truth.Case["wife"])
		assert.Equal(t, "no", truth.BothSigned(), kind)
		want := "present"
		switch {
		case kind == "fingerprint":
			want = kind
		case slices.Contains(unsigned, kind):
			want = "absent"
		}
		assert.Equal(t, want, truth.State["wife"], kind)
		if kind == "bleed" {
			assert.Equal(t, "bleeds", truth.Case["seal"])
		}
	}
	_, _, err := Draw(Spec{Wife: "gone"})
	assert.ErrorContains(t, err, `no case "gone"`)
	_, _, err = Draw(Spec{Layout: "a9"})
	assert.ErrorContains(t, err, `no layout "a9"`)
	_, _, err = Draw(Spec{Flaws: []string{"burnt"}})
	assert.ErrorContains(t, err, `no flaw "burnt"`)
}

func TestOtherForms(t *testing.T) {
	for form, want := range map[string][]string{
		Extract: {"official", "seal"}, Birth: {"official", "seal"}, Decision: {"official", "seal"}, MaritalNote: {"official", "seal"}, Other: nil,
	} {
		_, truth, err := Draw(Spec{Seed: 1, Form: form, DPI: 50})
		require.NoError(t, err)
		assert.Equal(t, form, truth.Form)
		assert.Equal(t, "na", truth.BothSigned())
		assert.ElementsMatch(t, want, sorted(truth.Boxes), form)
	}
	_, slip, err := Draw(Spec{Seed: 1, Form: ControlSlip, DPI: 50})
	require.NoError(t, err)
	assert.Subset(t, sorted(slip.Boxes), []string{"giao1", "giao2", "giao3", "nhan1", "nhan2", "nhan3"})
}

func TestColourModes(t *testing.T) {
	for colour, mode := range map[Colour]raster.Mode{InColour: raster.Colour, InGrey: raster.Grey, Bilevel: raster.Bilevel} {
		p, truth := read(t, Spec{Seed: 3, Colour: colour, DPI: 100, Layout: "a4p"})
		assert.Equal(t, mode, p.Mode)
		assert.Equal(t, colour, truth.Colour)
		assert.InDelta(t, 210, p.WidthMM, 0.5)
		assert.InDelta(t, 297, p.HeightMM, 0.5)
	}
}

func TestRotateMetaUndoesTheTurn(t *testing.T) {
	p, truth := read(t, Spec{Seed: 3, DPI: 72, Layout: "a4p", Rotation: 90, Upright: true})
	assert.Equal(t, 270, truth.RotateMeta)
	assert.Less(t, p.WidthMM, p.HeightMM)
	p, truth = read(t, Spec{Seed: 3, DPI: 72, Layout: "a4p", Rotation: 90})
	assert.Zero(t, truth.RotateMeta)
	assert.Greater(t, p.WidthMM, p.HeightMM)
}

func BenchmarkDraw(b *testing.B) {
	for b.Loop() {
		if _, _, err := Draw(Spec{Seed: 1, Layout: "a4p", Wife: "fingerprint"}); err != nil {
			b.Fatal(err)
		}
	}
}
