package main

import (
	"fmt"
	"image"
	"math"
	"math/rand/v2"
)

// hand is a person invented for one signature, with the pen on the paper. All
// lengths are in mm of a signature some 30 mm wide.
type hand struct {
	rng   *rand.Rand
	c     *canvas
	faces *faces

	x, y  float64 // where the line goes on
	pen   float64 // its width
	tall  float64 // height of a small letter
	lean  float64 // slant
	climb float64 // of the line
	loop  float64 // how far the pen runs back at the top: arches, cusps, loops
	ahead float64 // how far it runs on in each letter, by the height
}

// invent writes a signature by an invented hand and returns its ink. Most are
// lines of letters that the pen's two swings make, up and down and to and fro,
// by Hollerbach's model of handwriting (Biological Cybernetics 39, 1981): by
// their phase and sizes they come out as arches, loops, cusps or a flat line.
func invent(rng *rand.Rand, f *faces) *image.Alpha {
	h := &hand{rng: rng, faces: f, c: newCanvas(90, 60, [3]float64{})}
	h.x, h.y = 25, 30
	h.pen = 0.2 + 0.7*rng.Float64()*rng.Float64()
	h.tall = 1.5 + 4*rng.Float64()
	h.lean = 0.3 + 0.3*rng.NormFloat64()
	h.climb = -0.08 + 0.15*rng.NormFloat64()
	h.loop = 0.5 * rng.NormFloat64()
	h.ahead = 0.3 + 0.9*rng.Float64()
	switch rng.IntN(12) {
	case 0, 1: // a word, or two
		h.capital(2 + 2*rng.Float64())
		h.word(3+rng.IntN(6), 0.5*rng.Float64())
		if rng.IntN(2) == 0 {
			h.x += 2 * rng.Float64()
			h.capital(1.5 + 2*rng.Float64())
			h.word(2+rng.IntN(5), 0.7*rng.Float64())
		}
	case 2, 3: // a capital, and a line that runs out
		h.capital(2 + 3*rng.Float64())
		h.word(2+rng.IntN(6), 1)
		h.tail()
	case 4: // up and down
		h.loop, h.tall = 0.15*rng.NormFloat64(), h.tall*2
		h.word(3+rng.IntN(8), rng.Float64())
	case 5: // initials
		for range 2 + rng.IntN(2) {
			h.capital(2.5 + 2*rng.Float64())
			h.x += h.tall * (rng.Float64() - 0.6)
		}
	case 6: // ovals, closed, and what goes through them
		for range 1 + rng.IntN(3) {
			h.oval()
		}
		h.word(rng.IntN(5), 0.8)
		h.tail()
	case 7: // hardly more than a wave
		h.tall *= 0.6
		h.word(5+rng.IntN(8), 0.3)
		h.tail()
	case 8, 9:
		h.single()
	default:
		h.letters()
	}
	if rng.IntN(4) == 0 {
		h.underline()
	}
	if rng.IntN(8) == 0 {
		h.through()
	}
	for range rng.IntN(3) {
		x, y := 25+30*rng.Float64(), 30-h.tall*(1.2+rng.Float64())
		h.draw([]point{{x, y, h.pen}, {x + rng.Float64(), y + 0.5*rng.NormFloat64(), h.pen}})
	}
	h.c.weigh(rng)
	return h.ink()
}

// put adds a place, up from the line, to a path.
func (h *hand) put(pts []point, dx, up float64) []point {
	return append(pts, point{h.x + dx + h.lean*up, h.y - up + h.climb*(h.x-25), 1})
}

// word writes n letters; fading is how much of their height the last ones lose.
func (h *hand) word(n int, fading float64) {
	rng := h.rng
	var pts []point
	for i := range n {
		left := 1 - fading*float64(i+1)/float64(n)
		tall := h.tall * left * math.Exp(0.25*rng.NormFloat64())
		deep := 0.1 * h.tall * rng.NormFloat64()
		switch rng.IntN(7) {
		case 0:
			tall *= 1.5 + 1.5*rng.Float64()
		case 1:
			deep = h.tall * (0.5 + 1.2*rng.Float64())
		}
		step := h.ahead * h.tall * (0.6 + 0.8*rng.Float64()) * (1 + 0.6*fading*float64(i)/float64(n))
		loop := h.loop + 0.2*rng.NormFloat64()
		for k := range 16 {
			a := 2 * math.Pi * float64(k) / 16
			up := tall * (1 - math.Cos(a)) / 2
			if k > 8 {
				up = (tall+deep)*(1-math.Cos(a))/2 - deep
			}
			if i > 0 && k == 0 {
				continue
			}
			pts = h.put(pts, step*float64(k)/16-loop*tall*math.Sin(a-0.6), up)
		}
		h.x += step
		if rng.IntN(8) == 0 { // the pen is lifted
			h.draw(pts)
			pts = nil
			h.x += 0.3 * h.tall * rng.Float64()
		}
	}
	h.draw(pts)
}

// capital writes a large first letter of strokes that turn as they like.
func (h *hand) capital(size float64) {
	rng := h.rng
	tall, wide := h.tall*size, h.tall*size*(0.4+0.6*rng.Float64())
	var pts []point
	side := float64(rng.IntN(2))
	for i := range 4 + rng.IntN(5) {
		up := tall * rng.Float64() * 0.35
		if i%2 == rng.IntN(2)%2 {
			up = tall * (0.7 + 0.3*rng.Float64())
		}
		pts = h.put(pts, wide*(0.5*side+0.5*rng.Float64()), up)
		side = 1 - side
	}
	pts = h.put(pts, wide, 0.1*tall)
	h.draw(smooth(pts))
	h.x += wide * (0.5 + 0.5*rng.Float64())
}

func (h *hand) oval() {
	rng := h.rng
	w, t := h.tall*(0.8+1.5*rng.Float64()), h.tall*(0.8+1.2*rng.Float64())
	from, turns := 6*rng.Float64(), 1+1.2*rng.Float64()
	var pts []point
	for k := range 40 {
		a := from + turns*2*math.Pi*float64(k)/39
		pts = h.put(pts, w/2*(1+math.Cos(a))+0.1*w*float64(k)/39, t/2*(1+math.Sin(a)))
	}
	h.draw(pts)
	h.x += w * (0.3 + 0.6*rng.Float64())
}

// single signs by one stroke: bows that turn by more than a slip of the pen does,
// and a line that runs off from them and perhaps comes back.
func (h *hand) single() {
	rng := h.rng
	size, heading, x, y := h.tall*(1+1.5*rng.Float64()), 2*math.Pi*rng.Float64(), h.x+8, h.y-h.tall
	var pts []point
	run := func(long, turn float64) {
		for range 24 {
			pts = append(pts, point{x, y, 1})
			x, y, heading = x+long/24*math.Cos(heading), y+long/24*math.Sin(heading), heading+turn/24
		}
	}
	side := float64(2*rng.IntN(2) - 1)
	for range 1 + rng.IntN(3) {
		run(size*(1+2*rng.Float64()), side*math.Pi*(0.6+1.2*rng.Float64()))
		if rng.IntN(3) == 0 {
			side = -side
		}
	}
	run(size*(1.5+4*rng.Float64()), 0.5*rng.NormFloat64())
	if rng.IntN(2) == 0 {
		run(size*(0.3+0.5*rng.Float64()), side*(2.2+0.8*rng.Float64()))
		run(size*(1+2*rng.Float64()), 0.4*rng.NormFloat64())
	}
	h.draw(pts)
	h.x = x
}

// tail is a last long stroke, on or back.
func (h *hand) tail() {
	rng := h.rng
	long := h.tall * (1 + 5*rng.Float64())
	if rng.IntN(4) == 0 {
		long = -long
	}
	pts := h.put(nil, 0, 0)
	pts = h.put(pts, long*0.4, h.tall*0.4*rng.NormFloat64())
	pts = h.put(pts, long, h.tall*0.7*rng.NormFloat64())
	h.draw(smooth(pts))
}

// underline is a flourish under the name, once or to and fro.
func (h *hand) underline() {
	rng := h.rng
	from, to := 22+5*rng.Float64(), h.x+6*rng.NormFloat64()
	y := 30 + h.tall*(0.4+0.8*rng.Float64())
	var pts []point
	for i := range 2 + rng.IntN(3)*rng.IntN(2) {
		x := from
		if i%2 == 0 {
			x = to
		}
		pts = append(pts, point{x, y + h.climb*(x-25), 1}, point{(from + to) / 2, y + 0.3*h.tall*rng.NormFloat64() + h.climb*(to-from)/2, 1})
		y += h.tall * 0.4 * rng.Float64()
	}
	h.draw(smooth(pts))
}

// through is a stroke through the name, as over a t.
func (h *hand) through() {
	rng := h.rng
	x, w := 25+(h.x-25)*rng.Float64(), h.tall*(1+3*rng.Float64())
	y := 30 - h.tall*(0.3+1.2*rng.Float64())
	h.draw(smooth([]point{{x - w/2, y + 0.2*w*rng.NormFloat64(), 1}, {x, y, 1}, {x + w/2, y + 0.2*w*rng.NormFloat64(), 1}}))
}

// letters sets a name in a flowing typeface and lets it run out into a line.
func (h *hand) letters() {
	rng := h.rng
	font := h.faces.flowing[rng.IntN(len(h.faces.flowing))]
	s := signName(rng)
	im, w, t := set(font, s, 6+6*rng.Float64())
	fade := rng.Float64() * rng.Float64()
	a, b, p, q := 0.12*t*rng.NormFloat64(), 0.05*t*rng.NormFloat64(), 6*rng.Float64(), 6*rng.Float64()
	wide := math.Exp(0.3*rng.NormFloat64()) * min(1, 45/w)
	h.c.stamp(im, w, t, func(u, v float64) (float64, float64) {
		g := u/w + 0.5
		v = (v - 0.2*t) * (1 - fade*g)
		v += a*math.Sin(5*g+p) + b*math.Sin(17*g+q)
		u = u*wide + b*math.Sin(13*g+p) - (h.lean-0.3)*v
		return 45 + u, 30 + v + h.climb*u
	}, 1)
	h.x = 45 + w*wide/2
}

// draw lays a path of the pen: the faster, the thinner, and fainter at times.
func (h *hand) draw(pts []point) {
	rng := h.rng
	if len(pts) < 2 {
		return
	}
	press, turn := 0.25*rng.Float64(), 6*rng.Float64()
	var far float64
	for i := range pts {
		speed := 0.0
		if i > 0 {
			speed = math.Hypot(pts[i].x-pts[i-1].x, pts[i].y-pts[i-1].y)
		}
		far += speed
		pts[i].w = h.pen * (1.1 - min(0.5, 0.35*speed)) * (1 + press*math.Sin(far*0.7+turn))
	}
	if rng.IntN(2) == 0 { // lifted as it goes
		for i := range min(8, len(pts)) {
			pts[len(pts)-1-i].w *= 0.4 + 0.6*float64(i)/8
		}
	}
	dry := rng.Float64() * rng.Float64()
	for i := 1; i < len(pts); i++ {
		strength := 1.0
		if math.Sin(far*0.13*float64(i)/float64(len(pts))*6+turn) < 2*dry-1.2 {
			strength = 0.15 + 0.5*rng.Float64()
		}
		h.c.stroke(pts[i-1:i+1], strength)
	}
}

// ink cuts what was written out of the canvas.
func (h *hand) ink() *image.Alpha {
	c := h.c
	box := image.Rectangle{}
	for i, a := range c.layer {
		if a > 0.1 {
			box = box.Union(image.Rect(i%c.w, i/c.w, i%c.w+1, i/c.w+1))
		}
	}
	box = box.Inset(-2).Intersect(image.Rect(0, 0, c.w, c.h))
	im := image.NewAlpha(image.Rect(0, 0, max(1, box.Dx()), max(1, box.Dy())))
	for y := range box.Dy() {
		for x := range box.Dx() {
			im.Pix[y*im.Stride+x] = uint8(255 * min(1, c.layer[(box.Min.Y+y)*c.w+box.Min.X+x]))
		}
	}
	return im
}

// invented returns the signatures of n people who are not.
// With another stream they are others.
func invented(n int, stream uint64, f *faces) []crop {
	out := make([]crop, n)
	for i := range out {
		out[i] = crop{invent(rand.New(rand.NewPCG(uint64(i), stream)), f), fmt.Sprint("invented ", stream, "-", i)}
	}
	return out
}
