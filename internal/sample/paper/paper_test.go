package paper

import (
	"image"
	"math"
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/image/font/gofont/gobold"
	"golang.org/x/image/font/gofont/goitalic"
	"golang.org/x/image/font/gofont/goregular"

	"github.com/tthclint/tthclint/pkg/form"
)

// goFaces are fonts that every machine has, since they are Go code. They lack
// most letters of Vietnamese and draw a box for each.
func goFaces(t testing.TB) *Faces {
	t.Helper()
	f, err := ParseFaces(goregular.TTF, gobold.TTF, goitalic.TTF)
	require.NoError(t, err)
	return f
}

func marriageEditions(t testing.TB) []*form.Edition {
	t.Helper()
	s, err := form.Builtin()
	require.NoError(t, err)
	return slices.DeleteFunc(slices.Clone(s.Form("ket_hon").Editions), func(e *form.Edition) bool { return !e.Measured() })
}

// dark returns the box in mm of the pixels in a region that are clearly darker
// than paper.
func dark(s *Sheet, region form.Box) (box form.Box, pixels int) {
	px := s.DPI / 25.4
	r := image.Rect(int(region.X*px), int(region.Y*px), int((region.X+region.W)*px)+1, int((region.Y+region.H)*px)+1).Intersect(s.img.Rect)
	x0, y0, x1, y1 := math.MaxInt, math.MaxInt, 0, 0
	for y := r.Min.Y; y < r.Max.Y; y++ {
		for x := r.Min.X; x < r.Max.X; x++ {
			c := s.img.RGBAAt(x, y)
			if int(c.R)+int(c.G)+int(c.B) < 3*170 {
				pixels++
				x0, y0, x1, y1 = min(x0, x), min(y0, y), max(x1, x+1), max(y1, y+1)
			}
		}
	}
	return form.Box{X: float64(x0) / px, Y: float64(y0) / px, W: float64(x1-x0) / px, H: float64(y1-y0) / px}, pixels
}

func TestCaptionsFillTheirBoxes(t *testing.T) {
	f := goFaces(t)
	for _, e := range marriageEditions(t) {
		s := NewSheet(e.Paper.W, e.Paper.H, 200, Pose{}, whitePage)
		captions(s, f, e)
		for _, c := range e.Captions {
			got, n := dark(s, form.Box{X: c.Box.X - 1, Y: c.Box.Y - 0.6, W: c.Box.W + 2, H: c.Box.H + 1.2})
			require.NotZero(t, n, "%s %s", e.ID, c.ID)
			for _, d := range []float64{got.X - c.Box.X, got.Y - c.Box.Y, got.W - c.Box.W, got.H - c.Box.H} {
				assert.InDelta(t, 0, d, 0.35, "%s %s: %v, not %v", e.ID, c.ID, got, c.Box)
			}
		}
	}
}

func TestMarksFillTheirFieldsAlone(t *testing.T) {
	f := goFaces(t)
	for _, e := range marriageEditions(t) {
		for _, kind := range []MarkKind{Signed, Fingerprinted} {
			m := Marriage{OfficialMark: Mark{Signed, 1, false}, Seal: [2]string{"A", "B"}, Husband: Spouse{Mark: Mark{kind, 5, false}}}
			s, err := m.Draw(f, e, 100)
			require.NoError(t, err)
			wife, _ := e.Place(form.WifeSignature)
			husband, _ := e.Place(form.HusbandSignature)
			official, _ := e.Place(form.OfficialSignature)
			_, empty := dark(s, wife.Box)
			got, n := dark(s, form.Box{X: husband.Box.X, Y: husband.Box.Y, W: husband.Box.W, H: husband.Box.H - 3})
			_, seal := dark(s, official.Box)
			assert.Zero(t, empty, "%s: the wife's box", e.ID)
			assert.Greater(t, n, 150, "%s: the husband's box", e.ID)
			assert.Greater(t, got.H, 10.0, "%s: height of the mark in mm", e.ID)
			assert.Greater(t, seal, 1000, "%s: seal and official's signature", e.ID)
		}
	}
}

func TestScanIsRepeatable(t *testing.T) {
	e := marriageEditions(t)[0]
	draw := func() []byte {
		s, err := Marriage{Wife: Spouse{Mark: Mark{Signed, 3, true}}, Pose: Pose{0.5, 0.3, -0.2}}.Draw(goFaces(t), e, 60)
		require.NoError(t, err)
		b, err := s.Scan(4, 60)
		require.NoError(t, err)
		return b
	}
	assert.Equal(t, draw(), draw())
}

func TestAffineInverse(t *testing.T) {
	m := Rotate(7, Pt{10, 20}).Then(Shift(3, -1)).Then(Scale(8, 8))
	p := m.Inverse().Apply(m.Apply(Pt{12, 34}))
	assert.InDelta(t, 12, p.X, 1e-9)
	assert.InDelta(t, 34, p.Y, 1e-9)
}
