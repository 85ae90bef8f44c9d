package form_test

import (
	"image"
	"math"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
	"golang.org/x/image/font"
	"golang.org/x/image/font/gofont/gobold"
	"golang.org/x/image/font/opentype"
	"golang.org/x/image/math/fixed"

	"github.com/tthclint/tthclint/pkg/form"
	"github.com/tthclint/tthclint/pkg/raster"
)

// sheet is a page drawn by a test, upright, at testDPI.
type sheet struct {
	t      testing.TB
	w, h   float64 // mm
	page   *raster.Page
	family *opentype.Font
}

const testDPI = 200

func newSheet(t testing.TB, w, h float64, mode raster.Mode) *sheet {
	ft, err := opentype.Parse(gobold.TTF)
	require.NoError(t, err)
	im := &raster.Image{W: int(w / 25.4 * testDPI), H: int(h / 25.4 * testDPI)}
	n := im.W * im.H
	im.Y = make([]uint8, n)
	rng := rand.New(rand.NewPCG(3, 4))
	for i := range im.Y {
		im.Y[i] = uint8(232 + rng.IntN(8))
	}
	if mode == raster.Colour {
		im.Cb, im.Cr = make([]uint8, n), make([]uint8, n)
		for i := range n {
			im.Cb[i], im.Cr[i] = 126, 131
		}
	}
	return &sheet{t: t, w: w, h: h, family: ft,
		page: &raster.Page{Number: 1, WidthMM: w, HeightMM: h, DPI: testDPI, Mode: mode, Image: im}}
}

// dark takes light from the pixel at a place in mm.
func (s *sheet) dark(x, y float64, to uint8) {
	u, v := int(x/25.4*testDPI), int(y/25.4*testDPI)
	if im := s.page.Image; u >= 0 && v >= 0 && u < im.W && v < im.H {
		im.Y[v*im.W+u] = min(im.Y[v*im.W+u], to)
	}
}

// text prints words stretched to fill a box.
func (s *sheet) text(words string, b form.Box) {
	const px = 20.0 // a mm
	face, err := opentype.NewFace(s.family, &opentype.FaceOptions{Size: b.H * px, DPI: 72})
	require.NoError(s.t, err)
	w := font.MeasureString(face, words).Ceil()
	im := image.NewAlpha(image.Rect(0, 0, w, int(b.H*px*1.4)))
	(&font.Drawer{Dst: im, Src: image.Opaque, Face: face, Dot: fixed.P(0, int(b.H*px))}).DrawString(words)
	top, bottom := im.Rect.Dy(), 0
	for y := range im.Rect.Dy() {
		for x := range w {
			if im.AlphaAt(x, y).A > 128 {
				top, bottom = min(top, y), max(bottom, y+1)
			}
		}
	}
	for y := 0.0; y < b.H; y += 0.04 {
		for x := 0.0; x < b.W; x += 0.04 {
			if im.AlphaAt(int(x/b.W*float64(w)), top+int(y/b.H*float64(bottom-top))).A > 128 {
				s.dark(b.X+x, b.Y+y, 30)
			}
		}
	}
}

// plain letters stand in for Vietnamese ones, which the test's typeface lacks.
var plainLetters = strings.NewReplacer("Ộ", "O", "Ò", "O", "Ã", "A", "Ủ", "U", "Ĩ", "I", "Ệ", "E", "Ấ", "A", "Ứ", "U",
	"Ậ", "A", "Ế", "E", "Ô", "O", "Ư", "U", "Ờ", "O", "Ý", "Y", "Ạ", "A", "Ì", "I", "Đ", "D", "Ể", "E", "Á", "A",
	"ộ", "o", "ậ", "a", "ự", "u", "ạ", "a", "ú", "u", "ọ", "o", "ữ", "u", "đ", "d", "ệ", "e", "ê", "e", "ợ", "o",
	"ồ", "o", "ý", "y", "õ", "o", "ứ", "u", "ụ", "u", "à", "a", "ó", "o", "ấ", "a")

// print draws the captions of an edition.
func (s *sheet) print(e *form.Edition, skip ...string) {
	for _, c := range e.Captions {
		if !strings.Contains(strings.Join(skip, " ")+" ", c.ID+" ") {
			s.text(plainLetters.Replace(c.Text), c.Box)
		}
	}
}

// pen draws a line of the width of a pen stroke.
func (s *sheet) pen(pts [][2]float64) {
	for i := 1; i < len(pts); i++ {
		a, b := pts[i-1], pts[i]
		n := int(math.Hypot(b[0]-a[0], b[1]-a[1])/0.05) + 1
		for k := range n {
			t := float64(k) / float64(n)
			for dy := -0.25; dy <= 0.25; dy += 0.08 {
				for dx := -0.25; dx <= 0.25; dx += 0.08 {
					s.dark(a[0]+t*(b[0]-a[0])+dx, a[1]+t*(b[1]-a[1])+dy, 60)
				}
			}
		}
	}
}

// sign scribbles a signature into the middle of a box.
func (s *sheet) sign(b form.Box) {
	var pts [][2]float64
	for i := range 300 {
		t := float64(i) / 300
		a := 2 * math.Pi * 7 * t
		pts = append(pts, [2]float64{b.X + b.W*(0.3+0.4*t) + 1.5*math.Cos(a), b.Y + b.H/2 + 5*(1.2-t)*math.Sin(a+2*t)*math.Cos(5*t)})
	}
	s.pen(pts)
}

// pattern covers the paper round the captions with the broken waves of a
// guilloche that a scan has turned dark: marks of the size of letters, in rows of
// all lengths.
func (s *sheet) pattern(e *form.Edition) {
	rng := rand.New(rand.NewPCG(5, 6))
	print := func(x, y float64) bool {
		return slices.ContainsFunc(e.Captions, func(c form.Caption) bool {
			return x > c.Box.X-9 && x < c.Box.X+c.Box.W+9 && y > c.Box.Y-5 && y < c.Box.Y+c.Box.H+4
		})
	}
	for y := 12.0; y < s.h-10; y += 3.4 {
		left := 0
		for x := 8.0; x < s.w-8; x += 1.9 {
			if left--; left < 0 {
				x += 1.9 * float64(2+rng.IntN(4))
				left = 3 + rng.IntN(40)
			}
			if !print(x, y) {
				s.pen([][2]float64{{x, y + 0.5*math.Sin(x/9)}, {x + 0.6, y + 1.5 + 0.5*math.Sin(x/9)}})
			}
		}
	}
}

// noise covers the paper with square specks of a side in pixels.
func (s *sheet) noise(side int) {
	rng := rand.New(rand.NewPCG(7, 8))
	im := s.page.Image
	for y := 0; y < im.H; y += side {
		for x := 0; x < im.W; x += side {
			if rng.IntN(4) != 0 {
				continue
			}
			for v := y; v < min(im.H, y+side); v++ {
				for u := x; u < min(im.W, x+side); u++ {
					im.Y[v*im.W+u] = 0
				}
			}
		}
	}
}

// turned returns the page turned clockwise by a multiple of 90 degrees.
func (s *sheet) turned(degrees int) *raster.Page {
	p := *s.page
	im := *p.Image
	for ; degrees > 0; degrees -= 90 {
		next := raster.Image{W: im.H, H: im.W}
		turn := func(v []uint8) []uint8 {
			if v == nil {
				return nil
			}
			out := make([]uint8, len(v))
			for y := range im.H {
				for x := range im.W {
					out[x*im.H+im.H-1-y] = v[y*im.W+x]
				}
			}
			return out
		}
		next.Y, next.Cb, next.Cr = turn(im.Y), turn(im.Cb), turn(im.Cr)
		im = next
		p.WidthMM, p.HeightMM = p.HeightMM, p.WidthMM
	}
	p.Image = &im
	return &p
}
