package ink

import (
	"math"
	"slices"
)

// Thresholds of contrast in parts of a hundred of the form's own print. The
// pattern of the paper and what shows through it reach 12; a hard pencil and a
// drying pen exceed 25.
const (
	inkFrom   = 17
	inkStrong = 25
)

// Black and white scans turn the paper's pattern into hair lines and dirt into
// dots. Where there are more than busy of them in a box, ink must be as thick
// as a pen stroke: dark on the average of half a millimetre.
const (
	busy      = 40
	busyInk   = 42
	busyReach = 0.25 // mm
)

// Sizes in mm.
const (
	speck     = 0.7 // a dot, dust, the dots of a dotted line
	mark      = 1.2 // the least piece that counts as a stroke of its own
	smooth    = 11  // the least arc of a rosette that is told from a stroke
	dirtSize  = 4.5 // the greatest mark that may be dirt
	together  = 3.5 // the widest gap inside a signature
	alone     = 4   // how far from all other ink it lies
	printRoom = 0.5 // drift of the form's print
)

// valid reports whether a patch can be measured.
func (p *Patch) valid() bool {
	return p != nil && p.W > 8 && p.H > 8 && p.W <= 1<<13 && p.H <= 1<<13 && len(p.Y) == p.W*p.H &&
		p.PxPerMM >= 2 && p.PxPerMM <= 40 && p.Box.X1 > p.Box.X0 && p.Box.Y1 > p.Box.Y0 &&
		(p.Cb == nil && p.Cr == nil || len(p.Cb) == len(p.Y) && len(p.Cr) == len(p.Y))
}

// Measure takes the measures of the ink in a box. A patch that cannot be
// measured gives the zero Features.
func Measure(p *Patch) Features {
	f, view := Survey(p)
	if p.valid() {
		f.look(&view, p.Sealed)
	}
	return f
}

// Survey measures a patch without the network and returns the view that the
// network would be shown. It is for the program that fits the models.
func Survey(p *Patch) (Features, View) {
	if !p.valid() {
		return Features{}, View{}
	}
	s := newSheet(p)
	scanned := s.ink
	f := Features{Paper: s.paper}
	mm := s.mm
	mask, strong := s.mask(p, &f)
	print := slices.Clone(p.Print)
	var ps, rest, foreign []*piece
	specks := 0
	for _, q := range s.pieces(mask, s.ink, strong) {
		big := float64(max(q.w(), q.h())) / mm
		if !p.reaches(q) {
			continue
		}
		if s.slight(q, p.Print) {
			specks++
			continue
		}
		if p.belongsElsewhere(q, s.w) {
			f.Foreign += float64(q.area) / (mm * mm)
			foreign = append(foreign, q)
			continue
		}
		if p.Bilevel && s.pattern(q) {
			f.Rules += big
			continue
		}
		if p.across(q) { // neither the caption's letters nor a line of text
			rest = append(rest, q)
			continue
		}
		ps = append(ps, q)
	}
	ps = s.withoutPrint(ps, print)
	lines := s.textLines(ps)
	typed := map[*piece]bool{}
	inBox := lines[:0:0]
	for _, l := range lines {
		if mid := (l.Y0 + l.Y1) / 2; mid < p.Box.Y0-int(mm) || mid > p.Box.Y1+int(mm) {
			for _, q := range l.pieces { // print that nobody named
				typed[q] = true
			}
			continue
		}
		inBox = append(inBox, l)
		f.TextLines++
		f.TextHeight = max(f.TextHeight, l.height)
		f.TextEven = max(f.TextEven, l.uneven)
		var chroma, area int
		for _, q := range l.pieces {
			typed[q] = true
			chroma += q.chroma
			area += q.area
		}
		f.TextChroma = max(f.TextChroma, float64(chroma)/float64(max(area, 1)))
	}
	for _, q := range ps {
		switch {
		case typed[q]:
		case s.dirt(q, ps):
			specks++
		default:
			rest = append(rest, q)
		}
	}
	f.Specks = float64(specks) / (float64(p.Box.X1-p.Box.X0) * float64(p.Box.Y1-p.Box.Y0) / (100 * mm * mm))
	groups := s.clusters(rest)
	f.strokes(s, p, rest, groups)
	f.soften(s, p, groups)
	f.red(s, p.Box)
	view := newView(s, p, s.about(p, rest))
	view.show(s, scanned, foreign, rest)
	return f, view
}

// mask tells ink from paper, and what the form and the office put on the paper
// from ink; strong is the contrast that a piece of ink must reach.
func (s *sheet) mask(p *Patch, f *Features) (mask []bool, strong uint8) {
	mask = make([]bool, len(s.ink))
	from, strong := s.threshold(p)
	for i, v := range s.ink {
		mask[i] = v >= from
	}
	if p.Bilevel && s.peppered(mask, p.Box) {
		s.thicken()
		for i, v := range s.ink {
			mask[i] = v >= busyInk
		}
	}
	if p.Sealed {
		seal := s.seal(p, 1)
		f.Ring, f.Radial = seal.part, seal.radial
		f.faintSeal(s, p, seal)
		if seal.part >= sealSeen {
			f.Hidden += s.eraseSeal(mask, seal.Circle)
			f.RingX, f.RingY = float64(seal.X-p.Box.X0)/s.mm, float64(seal.Y-p.Box.Y0)/s.mm
			f.RingRadius = float64(seal.R) / s.mm
		}
	}
	fingerX, fingerY := f.blob(s, p)
	s.eraseRed(mask, f, fingerX, fingerY)
	for _, c := range p.Seals {
		f.Hidden += s.eraseSeal(mask, c)
	}
	s.erasePrint(mask, p.Print)
	f.Rules = s.eraseRules(mask)
	return mask, strong
}

// blobFrom is the area in mm² of a dense patch of ink that may be a fingerprint.
const blobFrom = 20

// strokes measures what is left when print is gone, and the groups of it that stand together.
func (f *Features) strokes(s *sheet, p *Patch, rest []*piece, groups [][]*piece) {
	mm := s.mm
	var area, dark, chroma, inside, sumY int
	for _, q := range rest {
		f.Largest = max(f.Largest, math.Hypot(float64(q.w()), float64(q.h()))/mm)
		f.Tallest = max(f.Tallest, float64(q.h())/mm)
		area += q.area
		dark += q.ink
		chroma += q.chroma
		for _, i := range q.pixels {
			x, y := int(i)%s.w, int(i)/s.w
			sumY += y
			if x >= p.Box.X0 && x < p.Box.X1 && y >= p.Box.Y0 && y < p.Box.Y1 {
				inside++
			}
		}
	}
	if area == 0 {
		return
	}
	if seen := s.marks(rest); len(seen) > 0 {
		all := bounds(seen)
		f.Strokes = len(seen)
		f.Width, f.Height = float64(all.X1-all.X0)/mm, float64(all.Y1-all.Y0)/mm
	}
	n := float64(area)
	f.Contrast = float64(dark) / n / 100
	f.Chroma = float64(chroma) / n
	f.Inside = float64(inside) / n
	f.Drop = (float64(sumY)/n - float64(p.Box.Y0)) / float64(p.Box.Y1-p.Box.Y0)
	var k skeleton
	var parts []skeleton
	for _, c := range groups {
		part := s.thin(c)
		parts = append(parts, part)
		k.add(part)
		if l := part.length / mm; l > f.Core {
			f.Core, f.CoreTurning = l, part.turning/(2*math.Pi)
		}
	}
	var marks []trace
	for _, part := range parts {
		if part.length >= shapeFrom*f.Core*mm {
			marks = append(marks, part.marks...)
		}
	}
	f.Shape = newShape(marks)
	f.Length = k.length / mm
	if k.length > 0 {
		f.Thickness = n / k.length / mm
	}
	f.Ends, f.Forks = k.ends, k.forks
	f.Turning = k.turning / (2 * math.Pi)
	total := 0.0
	for _, v := range k.bins {
		total += v
	}
	for _, v := range k.bins {
		if v > 0 {
			f.Spread -= v / total * math.Log2(v/total) / 3
		}
	}
}
