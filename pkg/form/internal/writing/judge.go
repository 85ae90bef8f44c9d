package writing

import "math"

// Sizes in mm of what is written. A digit of eight points is 1.8 mm high, a dot
// of twelve 0.5. A letter is as high as two thirds of a capital, and dots grow with
// the print.
const (
	leastStroke  = 0.8
	leastOfPrint = 0.45 // of the height of a capital
	mostStroke   = 16
	leastDash    = 1.3
	mostDash     = 12
	dashThick    = 0.8
)

// cutEnd is how much of a letter, in heights of a capital, may reach into a room
// from beside it.
const cutEnd = 0.32

// palePattern is the contrast, in parts of the print's, up to which a stroke that
// leaves the line above or below is of the paper's pattern.
const palePattern = 0.62

// A line of the paper's pattern is longer than a letter, or lower, and on average
// not thicker than its strokes: in heights of a capital.
const (
	leastThread = 1.25
	leastCurve  = 0.6
	lowCurve    = 0.55
	threadThick = 0.22
)

// A shadow is larger than this both ways, in heights of a capital, and covers more
// than this part of the box around it.
const (
	shadowWide = 2.0
	shadowPart = 0.45
)

// inkPart is the part of the print's contrast from which a pixel is ink.
const inkPart = 0.36

// palest is the mean contrast, in parts of the print's, that a stroke has.
const palest = 0.4

// Judge says what stands in the room of a patch.
func Judge(p *Patch) Reading {
	room := p.Room.clip(p.W, p.H)
	if p.W < 8 || p.H < 8 || len(p.Light) != p.W*p.H || room.X1-room.X0 < 3 || room.Y1-room.Y0 < 3 {
		return Reading{Filled: 0.5, Hand: 0.5}
	}
	dark := p.contrast()
	print := p.printContrast(dark)
	f, ink := p.inked(dark, room, float64(print), max(int(inkPart*float64(print)), 26), palest, math.Inf(1))
	r := Reading{Features: f, Ink: ink}
	if r.Filled = f.filled(); r.Filled < 0.5 {
		r.Faint = p.faint(dark, room, print)
	}
	r.Hand = f.hand()
	return r
}

// inked measures what is darker than the paper by cut; pieces whose mean contrast
// is not between two parts of the print's are left out.
func (p *Patch) inked(dark []uint8, room Rect, print float64, cut int, palest, darkest float64) (Features, Rect) {
	mask := make([]bool, len(dark))
	for y := range p.H { // what lies left and right belongs to others
		for i := y*p.W + room.X0; i < y*p.W+room.X1; i++ {
			mask[i] = int(dark[i]) >= cut
		}
	}
	p.eraseLeaders(mask, Rect{room.X0, 0, room.X1, p.H})
	return p.measure(p.pieces(mask, dark), room, print, palest, darkest)
}

// measure takes the measures of the pieces that lie in a room, and returns the
// box around those that are strokes.
func (p *Patch) measure(all []piece, room Rect, print, palest, darkest float64) (f Features, ink Rect) {
	em := max(p.Height, 1)
	least, most := max(leastStroke*p.PxPerMM, leastOfPrint*em), mostStroke*p.PxPerMM
	ink = Rect{p.W, p.H, 0, 0}
	taken, rest := make([]bool, p.W), make([]bool, p.W)
	area, sum, blue := 0, 0, 0
	for i := range all {
		q := &all[i]
		w, h := float64(q.w()), float64(q.h())
		mid := (q.Y0 + q.Y1) / 2
		if mid < room.Y0 || mid >= room.Y1 || h > most || q.Y0 == 0 && q.Y1 == p.H {
			continue // of another line, or of a border
		}
		mean := float64(q.sum) / float64(q.area) / print
		small := w < least && h < least
		flat := h < dashThick*p.PxPerMM
		upright := w < 0.7*p.PxPerMM && h > 1.9*em
		if flat && w > leastDash*p.PxPerMM && w < mostDash*p.PxPerMM && !crossed(all, i) {
			f.Dash = max(f.Dash, w/em)
		}
		// The end of a neighbour's letter, which the room cuts off.
		cut := w < cutEnd*em && (q.X0 <= room.X0 || q.X1 >= room.X1)
		// A line of the paper's pattern runs on, and is paler than what is written.
		pattern := (q.Y0 == 0 || q.Y1 == p.H) && mean < palePattern
		// So is one that the scanner drew as dark as print: it runs along, thin, and
		// no pen comes back over it.
		thread := float64(q.area) < threadThick*em*w && (w > leastThread*em || w > leastCurve*em && h < lowCurve*em)
		// A shadow that ends in the room is a surface; strokes leave paper between them.
		shadow := w > shadowWide*em && h > shadowWide*em && float64(q.area) > shadowPart*w*h
		if small || flat || upright || cut || pattern || thread || shadow || mean < palest || mean > darkest {
			for x := q.X0; x < q.X1; x++ {
				rest[x] = true
			}
			continue
		}
		for x := q.X0; x < q.X1; x++ {
			taken[x] = true
		}
		f.Strokes++
		f.Tall = max(f.Tall, h/em)
		f.Edge = max(f.Edge, float64(q.peak)/print)
		area, sum, blue = area+q.area, sum+q.sum, blue+q.blue
		ink = Rect{min(ink.X0, q.X0), min(ink.Y0, q.Y0), max(ink.X1, q.X1), max(ink.Y1, q.Y1)}
	}
	for x := range taken {
		if taken[x] {
			f.Wide++
		} else if rest[x] {
			f.Rest++
		}
	}
	f.Wide, f.Rest = f.Wide/em, f.Rest/em
	if area > 0 {
		f.Contrast = float64(sum) / float64(area) / print
		f.Blue = float64(blue) / float64(area)
	} else {
		ink = Rect{}
	}
	return f, ink
}

// crossed reports whether a flat piece has a higher one above or below it: it is
// cut off a streak of the scanner, then, and no dash.
func crossed(all []piece, i int) bool {
	q := &all[i]
	for j := range all {
		o := &all[j]
		if j != i && o.h() > 2*q.h() && min(o.X1, q.X1)-max(o.X0, q.X0) > q.w()/2 {
			return true
		}
	}
	return false
}

// A streak of the scanner, where it is broken, is higher and narrower than any
// letter that stands alone.
const (
	streakWide = 0.45
	streakTall = 2.2
	streakThin = 0.15 // thinner than any stroke that stands alone
)

// A figure or a letter that stands alone is as high as a capital, or nearly; what is
// narrow and lower is a speck, or what hangs down from the line above. What is
// lower than any letter is a leader, however wide.
const (
	speckWide = 0.6
	speckTall = 0.8
	lowest    = 0.5
)

// filled estimates whether something is written.
func (f *Features) filled() float64 {
	z := -3.2 + 3.2*min(f.Wide, 3) + 2.6*min(f.Tall, 1.2) + 3*(min(f.Contrast, 1)-0.7)
	switch {
	case f.Strokes == 1 && (f.Wide < streakWide && f.Tall > streakTall || f.Wide < streakThin): // a streak
		z = -2
	case f.Strokes > 0 && (f.Wide < speckWide && f.Tall < speckTall || f.Tall < lowest):
		z = min(z, -2)
	case f.Strokes == 0:
		z = -5
		if f.Dash > 0.5 && f.Rest < 2*f.Dash+0.5 { // a dash, and no row of them
			z = 2.5
		}
	}
	return logistic(z)
}

// hand estimates whether it was written by hand: by its colour, since shapes of
// type and of a clear hand measure alike.
func (f *Features) hand() float64 { return logistic(-1 + 0.35*f.Blue) }

func logistic(z float64) float64 { return 1 / (1 + math.Exp(-z)) }
