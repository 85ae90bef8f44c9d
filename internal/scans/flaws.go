package scans

import (
	"image"
	"image/color"
	"math"

	"github.com/tthclint/tthclint/internal/sample/paper"
)

// flaws are what can go wrong between a paper and its scan, as column
// degradation of labels.csv names it.
var flaws = []string{"skew", "phone", "blur", "dark_edge", "jpeg_low", "low_dpi", "back_side", "faint_seal", "photocopy", "shadow", "fold", "streak", "strips", "yellowed", "adaptive", "dithered"}

// scan takes the picture of a drawn page.
func (s *Spec) scan(c *canvas) *shot {
	r := newSource(s.Seed, 3)
	if s.flawed("fold") {
		c.crease(r)
	}
	out := &shot{flat: c.Pixels(), turn: s.Rotation}
	im := c.Image()
	if s.flawed("photocopy") {
		copied(im, r)
	}
	if s.flawed("yellowed") {
		tint(im, r)
	}
	if s.flawed("phone") {
		im, out.lens = photographed(im, r)
	}
	if s.flawed("shadow") || s.flawed("phone") {
		shade(im, r, s.flawed("shadow"))
	}
	sigma := r.in(0.25, 0.5)
	if s.flawed("blur") {
		sigma = r.in(0.7, 1.3) * math.Max(0.75, float64(s.DPI)/200)
	}
	blur(im, sigma)
	if s.flawed("dark_edge") {
		darkEdge(im, r)
	}
	if s.flawed("streak") {
		streaks(im, r)
	}
	noise := r.in(0.5, 2.5)
	if s.flawed("phone") {
		noise = r.in(2, 5.5)
	}
	grain(im, r, noise)
	out.w, out.h = float64(im.Rect.Dx()), float64(im.Rect.Dy())
	out.im = turned(im, s.Rotation)
	return out
}

// crease folds the paper once or twice.
func (c *canvas) crease(r source) {
	for range 1 + r.IntN(2) {
		if r.odds(0.6) {
			y := c.H * r.in(0.3, 0.75)
			c.fold(paper.Pt{Y: y}, paper.Pt{X: c.W, Y: y + r.near(0, 1)})
		} else {
			x := c.W * r.in(0.35, 0.65)
			c.fold(paper.Pt{X: x}, paper.Pt{X: x + r.near(0, 1), Y: c.H})
		}
	}
}

// backSide shows the print of the other side, mirrored, through the paper.
func (c *canvas) backSide() {
	k := paper.Ink{Color: color.RGBA{120, 110, 120, 255}, Density: c.in(0.06, 0.16)}
	mirror := paper.Affine{A: -1, C: c.W, E: 1}
	y := c.in(20, 60)
	for y < c.H*c.in(0.5, 0.95) {
		text := pick(c.source, "Nơi cư trú: "+c.home(), "PHẦN GHI CHÚ NHỮNG THÔNG TIN THAY ĐỔI SAU NÀY", "Ngày, tháng, năm đăng ký: "+c.date(2012, 2026), "Ủy ban nhân dân "+c.office().name(), c.person(true).name)
		p, _ := c.faces.Form.At(text, paper.Regular, c.em, paper.Pt{X: c.in(20, 60), Y: y}, paper.Left)
		for _, d := range []float64{-0.15, 0.15} { // soft, seen through the paper
			c.Fill(p.Apply(mirror).Apply(paper.Shift(d, d)), k)
		}
		y += c.em * c.in(1.6, 5)
	}
}

// copied is what a photocopier leaves: hard contrast, a grey ground and specks.
func copied(im *image.RGBA, r source) {
	ground := clouds(r.Uint64())
	gain, dark := r.in(1.1, 1.6), r.in(0, 18)
	w, h := im.Rect.Dx(), im.Rect.Dy()
	colour := r.odds(0.4)
	for y := range h {
		for x := range w {
			pix := im.Pix[y*im.Stride+4*x:][:3]
			g := dark * (0.6*ground.at(float64(x)/170, float64(y)/170) + 0.4*ground.at(float64(x)/61, float64(y)/53+9))
			l := luma(pix)
			for c := range 3 {
				v := l
				if colour {
					v = float64(pix[c])
				}
				pix[c] = clip(250 - (250-v)*gain - g)
			}
		}
	}
	for range w * h / 30000 * r.IntN(4) {
		x, y, n := r.IntN(w), r.IntN(h), 1+r.IntN(3)
		for i := range n * n {
			if u, v := x+i%n, y+i/n; u < w && v < h {
				pix := im.Pix[v*im.Stride+4*u:][:3]
				pix[0], pix[1], pix[2] = pix[0]/2, pix[1]/2, pix[2]/2
			}
		}
	}
}

func luma(p []uint8) float64 {
	return 0.299*float64(p[0]) + 0.587*float64(p[1]) + 0.114*float64(p[2])
}

// tint is paper that age has coloured.
func tint(im *image.RGBA, r source) {
	age := clouds(r.Uint64())
	k := [3]float64{r.in(0, 0.06), r.in(0.05, 0.14), r.in(0.14, 0.32)}
	for y := range im.Rect.Dy() {
		for x := range im.Rect.Dx() {
			pix := im.Pix[y*im.Stride+4*x:][:3]
			a := 0.6 + 0.5*age.at(float64(x)/260, float64(y)/260)
			for c := range 3 {
				pix[c] = clip(float64(pix[c]) * (1 - k[c]*a))
			}
		}
	}
}

// shade lays uneven light on a picture, and the edge of a shadow if hard.
func shade(im *image.RGBA, r source, hard bool) {
	w, h := float64(im.Rect.Dx()), float64(im.Rect.Dy())
	a := r.in(0, 2*math.Pi)
	sin, cos := math.Sincos(a)
	low, soft := r.in(0.62, 0.92), 0.9
	at := r.in(-0.3, 0.3)
	if hard {
		low, soft = r.in(0.45, 0.75), r.in(0.02, 0.35)
	}
	cast := [3]float64{r.in(0.94, 1), r.in(0.93, 1), r.in(0.82, 1)}
	for y := range im.Rect.Dy() {
		for x := range im.Rect.Dx() {
			d := (float64(x)/w-0.5)*cos + (float64(y)/h-0.5)*sin
			l := low + (1-low)*rise(at-soft, at+soft, d)
			pix := im.Pix[y*im.Stride+4*x:][:3]
			for c := range 3 {
				pix[c] = clip(float64(pix[c]) * l * cast[c])
			}
		}
	}
}

// darkEdge is the gap between a page and the lid.
func darkEdge(im *image.RGBA, r source) {
	w, h := im.Rect.Dx(), im.Rect.Dy()
	side := r.IntN(4)
	deep := float64(min(w, h)) * r.in(0.006, 0.025)
	slant := r.near(0, 0.004)
	level := r.in(5, 60)
	for y := range h {
		for x := range w {
			d := 0.0
			switch side {
			case 0:
				d = float64(x) + slant*float64(y)
			case 1:
				d = float64(w-1-x) + slant*float64(y)
			case 2:
				d = float64(y) + slant*float64(x)
			default:
				d = float64(h-1-y) + slant*float64(x)
			}
			if d > deep*1.5 {
				continue
			}
			k := rise(deep*0.8, deep*1.5, d)
			pix := im.Pix[y*im.Stride+4*x:][:3]
			for c := range 3 {
				pix[c] = clip(level*(1-k) + float64(pix[c])*k)
			}
		}
	}
}

// streaks are what dirt on the glass of a feeder draws.
func streaks(im *image.RGBA, r source) {
	w, h := im.Rect.Dx(), im.Rect.Dy()
	for range 1 + r.IntN(3) {
		x, wide, k := r.IntN(w), 1+r.IntN(2), r.in(0.35, 0.85)
		for y := range h {
			for u := x; u < min(w, x+wide); u++ {
				pix := im.Pix[y*im.Stride+4*u:][:3]
				for c := range 3 {
					pix[c] = uint8(float64(pix[c]) * k)
				}
			}
		}
	}
}
