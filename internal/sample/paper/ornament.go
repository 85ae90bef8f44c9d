package paper

import (
	"image/color"
	"math"
)

// Colours of the pre-printed sheets.
var (
	rosePaper = color.RGBA{252, 240, 240, 255}
	whitePage = color.RGBA{253, 252, 250, 255}
	roseLine  = color.RGBA{238, 196, 202, 255}
	roseWheel = color.RGBA{240, 200, 206, 255}
	borderRed = color.RGBA{176, 44, 62, 255}
	titleRed  = color.RGBA{196, 22, 44, 255}
)

// guilloche prints the pattern of waves and the wheel of a pre-printed sheet.
func (s *Sheet) guilloche(x, y, w, h float64) {
	for row := 0; float64(row)*4.6 < h; row++ {
		base := y + 1.5 + float64(row)*4.6
		var pts []Pt
		for t := 0.0; t <= w; t += 1.4 {
			pts = append(pts, Pt{x + t, base + 0.8*math.Sin(t/4.2+0.9*math.Sin(float64(row)*0.7)) + 0.3*math.Sin(t/1.9)})
		}
		s.Fill(Line(0.2, pts...), Ink{Color: roseLine, Density: 0.45})
	}
	c := Pt{s.W / 2, s.H / 2}
	r := 0.27 * math.Min(s.W, s.H)
	k := Ink{Color: roseWheel, Density: 0.9}
	for _, f := range []float64{1, 0.94, 0.78, 0.5, 0.44, 0.12} {
		s.Fill(Ring(c, r*f, 0.5), k)
	}
	for i := range 24 {
		sin, cos := math.Sincos(float64(i) * math.Pi / 12)
		s.Fill(Line(0.45, Pt{c.X + 0.12*r*cos, c.Y + 0.12*r*sin}, Pt{c.X + 0.44*r*cos, c.Y + 0.44*r*sin}), k)
	}
	for i := range 18 { // petals between the outer rings
		a := float64(i) * math.Pi / 9
		var pts []Pt
		for t := 0.0; t <= 1.001; t += 0.1 {
			sin, cos := math.Sincos(a + 0.17*math.Sin(math.Pi*t))
			d := r * (0.5 + 0.28*t)
			pts = append(pts, Pt{c.X + d*cos, c.Y + d*sin})
		}
		s.Fill(Line(0.3, pts...), k)
	}
}

// border prints the frame of a pre-printed sheet: two rules with flowers
// between them.
func (s *Sheet) border(in float64) {
	k := Ink{Color: borderRed, Density: 0.92}
	s.Fill(Frame(in, in, s.W-2*in, s.H-2*in, 1), k)
	s.Fill(Frame(in+7, in+7, s.W-2*in-14, s.H-2*in-14, 0.5), k)
	s.Fill(Frame(in+8, in+8, s.W-2*in-16, s.H-2*in-16, 0.25), k)
	flower := func(c Pt) {
		for i := range 4 {
			sin, cos := math.Sincos(float64(i)*math.Pi/2 + math.Pi/4)
			s.Fill(Circle(Pt{c.X + 1.2*cos, c.Y + 1.2*sin}, 0.85), Ink{Color: borderRed, Density: 0.55})
		}
	}
	run := func(from, to float64, at func(v float64) Pt) {
		n := math.Round((to - from) / 8)
		for i := 0.0; i <= n; i++ {
			flower(at(from + (to-from)*i/n))
		}
	}
	mid := in + 4
	run(mid, s.W-mid, func(v float64) Pt { return Pt{v, mid} })
	run(mid, s.W-mid, func(v float64) Pt { return Pt{v, s.H - mid} })
	run(mid+8, s.H-mid-8, func(v float64) Pt { return Pt{mid, v} })
	run(mid+8, s.H-mid-8, func(v float64) Pt { return Pt{s.W - mid, v} })
}

// emblem prints a star in two rings. It is not the national emblem.
func (s *Sheet) emblem(c Pt, r float64) {
	k := Ink{Color: titleRed, Density: 0.9}
	s.Fill(Ring(c, r, 0.6), k)
	s.Fill(Ring(c, r*0.86, 0.25), k)
	s.Fill(Star(c, r*0.5), k)
}

// seal stamps a round seal that says it is a sample.
func (s *Sheet) seal(f *Faces, c Pt, agency, place string, turn float64, seed uint64) {
	const r = 17.5
	k := Ink{stamp, 0.88, worn(seed, 26, 0.45)}
	s.Fill(Ring(c, r, 0.9), k)
	s.Fill(Ring(c, r-1.3, 0.3), k)
	s.Fill(Ring(c, r-6.4, 0.35), k)
	spin := Rotate(turn, c)
	_, adv := f.Outline(agency, Bold)
	size := math.Min(3.4, 0.62*2*math.Pi*(r-5)/adv)
	s.Fill(f.Around(agency, Bold, size, c, r-5.1, 0, false).Apply(spin), k)
	s.Fill(f.Around(place, Bold, 3, c, r-2.6, 0, true).Apply(spin), k)
	s.Fill(Star(Pt{c.X, c.Y - 1.5}, 6).Apply(spin), k)
	word, _ := f.At("MẪU THỬ", Bold, 3, Pt{c.X, c.Y + 6.6}, Centre)
	s.Fill(word.Apply(spin), k)
}
