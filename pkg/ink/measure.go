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
	f, windows := Survey(p)
	f.look(windows)
	return f
}

// Survey measures a patch without the network and returns the windows that the
// network would be shown. It is for the program that fits the models.
func Survey(p *Patch) (Features, []Window) {
	if !p.valid() {
		return Features{}, nil
	}
	s := newSheet(p)
	f := Features{Paper: s.paper}
	mm := s.mm
	mask := make([]bool, len(s.ink))
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
	var under *Circle // a seal that hides strokes
	if p.Sealed {
		seal := s.seal(p)
		f.Ring, f.Radial = seal.part, seal.radial
		if seal.part >= sealSeen {
			if s.red == nil {
				under = &seal.Circle
			}
			f.Hidden += s.eraseSeal(mask, seal.Circle)
			f.RingX, f.RingY = float64(seal.X-p.Box.X0)/mm, float64(seal.Y-p.Box.Y0)/mm
			f.RingRadius = float64(seal.R) / mm
		}
	}
	if p.Sealed && s.red != nil { // however little of its ring is seen
		for i, r := range s.red {
			if r >= sealRed {
				mask[i] = false
			}
		}
	}
	for _, c := range p.Seals {
		f.Hidden += s.eraseSeal(mask, c)
	}
	room := int(printRoom * mm)
	for _, r := range p.Print {
		s.erase(mask, r.grow(2*room, room))
	}
	print := slices.Clone(p.Print)
	f.Rules = s.eraseRules(mask)
	var ps []*piece
	specks := 0
	for _, q := range s.pieces(mask, s.ink, strong) {
		big := float64(max(q.w(), q.h())) / mm
		if !p.reaches(q) {
			continue
		}
		if big < speck || float64(q.area) < 0.15*mm*mm || s.leftover(q, p.Print) {
			specks++
			continue
		}
		if p.belongsElsewhere(q, s.w) {
			f.Foreign += float64(q.area) / (mm * mm)
			continue
		}
		if p.Bilevel && s.pattern(q) {
			f.Rules += big
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
	var rest []*piece
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
	groups := f.strokes(s, p, rest)
	for _, l := range inBox {
		g := s.newGroup(p, l.pieces, s.thin(l.pieces).length)
		g.Text = true
		g.weight *= 0.4
		groups = append(groups, g)
	}
	x, y := f.blob(s, p)
	f.red(s)
	windows := s.windows(groups, under)
	if f.BlobArea >= blobFrom { // fingers are inked red, too: as seen by luma
		windows = append(windows, s.window(s.grey, s.grey, x, y))
	}
	return f, windows
}

// blobFrom is the area in mm² of a dense patch of ink that may be a fingerprint.
const blobFrom = 20

// reaches reports whether a piece may be of the box: its middle is in it or
// near. Above the captions of the box stands other people's text, and letters
// right outside are captions that nobody named; but tall strokes, which cross
// captions, count from farther away.
func (p *Patch) reaches(q *piece) bool {
	mm := p.PxPerMM
	up, down := 1.5, 1.5
	if float64(q.h()) > 4.5*mm {
		up, down = 11, 3
	}
	x, y := (q.X0+q.X1)/2, (q.Y0+q.Y1)/2
	zone := Rect{p.Box.X0 - int(7*mm), p.Box.Y0 - int(up*mm), p.Box.X1 + int(7*mm), p.Box.Y1 + int(down*mm)}
	return zone.has(x, y)
}

// peppered reports whether a box of a black and white scan is full of dots and
// shreds of lines.
func (s *sheet) peppered(mask []bool, box Rect) bool {
	n := 0
	for _, q := range s.pieces(mask, s.ink, inkStrong) {
		if float64(max(q.w(), q.h())) < 1.2*s.mm && box.has(q.X0, q.Y0) {
			n++
		}
	}
	return n > busy
}

// threshold returns the contrast from which a pixel is ink, and that which a
// piece of ink must reach. A pattern covers the paper all over, as no ink does:
// where too much of a patch is covered, what covers it is not ink.
func (s *sheet) threshold(p *Patch) (from, strong uint8) {
	if p.Bilevel {
		return inkFrom, inkStrong
	}
	side := max(4, int(3*s.mm))
	from = inkFrom
	for ; from < mostPattern; from += 4 {
		tiles, covered := 0, 0
		for y := 0; y+side <= s.h; y += side {
			for x := 0; x+side <= s.w; x += side {
				t := Rect{x, y, x + side, y + side}
				if slices.ContainsFunc(p.Print, func(r Rect) bool { return r.X0 < t.X1 && t.X0 < r.X1 && r.Y0 < t.Y1 && t.Y0 < r.Y1 }) {
					continue
				}
				n := 0
				for v := t.Y0; v < t.Y1; v++ {
					for _, c := range s.ink[v*s.w+t.X0 : v*s.w+t.X1] {
						if c >= from {
							n++
						}
					}
				}
				tiles++
				if n*40 >= side*side {
					covered++
				}
			}
		}
		if 5*covered <= 2*tiles {
			break
		}
	}
	return from, max(inkStrong, from+from/3)
}

// mostPattern is the greatest contrast of a paper's pattern.
const mostPattern = 45

// belongsElsewhere reports whether more of a piece lies in another's box than
// in this one.
func (p *Patch) belongsElsewhere(q *piece, w int) bool {
	for _, o := range p.Others {
		if o.X0 >= q.X1 || q.X0 >= o.X1 || o.Y0 >= q.Y1 || q.Y0 >= o.Y1 {
			continue
		}
		here, there := 0, 0
		for _, i := range q.pixels {
			x, y := int(i)%w, int(i)/w
			if p.Box.has(x, y) {
				here++
			} else if o.has(x, y) {
				there++
			}
		}
		if there > here {
			return true
		}
	}
	return false
}

func (r Rect) has(x, y int) bool { return x >= r.X0 && x < r.X1 && y >= r.Y0 && y < r.Y1 }

// withoutPrint drops the letters that continue a caption, whose font may run
// wider than the form says.
func (s *sheet) withoutPrint(ps []*piece, print []Rect) []*piece {
	for changed := true; changed; {
		changed = false
		kept := ps[:0]
		for _, q := range ps {
			if s.continues(q, print) {
				changed = true
				continue
			}
			kept = append(kept, q)
		}
		ps = kept
	}
	return ps
}

// continues reports whether a piece is a letter next to a caption, and then
// widens the caption by it.
func (s *sheet) continues(q *piece, print []Rect) bool {
	for k, r := range print {
		h := r.Y1 - r.Y0
		over := min(q.Y1, r.Y1) - max(q.Y0, r.Y0)
		if h <= 0 || q.h() > h*13/10 || q.w() > 3*h || 2*over < q.h() {
			continue
		}
		gap := max(q.X0-r.X1, r.X0-q.X1)
		if gap > h {
			continue
		}
		print[k].X0, print[k].X1 = min(r.X0, q.X0), max(r.X1, q.X1)
		return true
	}
	return false
}

// thicken replaces the contrast by its mean over about half a millimetre.
func (s *sheet) thicken() {
	v := make([]float64, len(s.ink))
	for i, c := range s.ink {
		v[i] = float64(min(c, 100))
	}
	for i, c := range boxMean(v, s.w, s.h, max(1, int(busyReach*s.mm))) {
		s.ink[i] = uint8(c)
	}
}

// erase clears a rectangle of the mask.
func (s *sheet) erase(mask []bool, r Rect) {
	r = r.clip(s.w, s.h)
	for y := r.Y0; y < r.Y1; y++ {
		clear(mask[y*s.w+r.X0 : y*s.w+r.X1])
	}
}

// leftover reports whether a piece is what sticks out of an erased caption:
// low, and against its edge.
func (s *sheet) leftover(q *piece, print []Rect) bool {
	if float64(q.h()) > 1.1*s.mm {
		return false
	}
	for _, r := range print {
		g := r.grow(int(1.6*s.mm), int(1.3*s.mm))
		if q.X0 >= g.X0 && q.X1 <= g.X1 && q.Y0 >= g.Y0 && q.Y1 <= g.Y1 {
			return true
		}
	}
	return false
}

// pattern reports whether a piece is part of the paper's rosettes, which black
// and white scans turn as dark as ink: a long line that bends evenly or not at
// all and meets no other.
func (s *sheet) pattern(q *piece) bool {
	if math.Hypot(float64(q.w()), float64(q.h())) < smooth*s.mm {
		return false
	}
	k := s.thin([]*piece{q})
	return k.forks <= 2 && k.turning/(2*math.Pi) < 0.05*k.length/s.mm
}

// clusters groups pieces that lie within a few millimetres of each other, as
// the strokes of one hand do and specks of dirt do not.
func (s *sheet) clusters(ps []*piece) [][]*piece {
	var out [][]*piece
	done := make([]bool, len(ps))
	gap := int(together * s.mm)
	for i, p := range ps {
		if done[i] {
			continue
		}
		done[i] = true
		group := []*piece{p}
		for k := 0; k < len(group); k++ {
			zone := group[k].grow(gap, gap)
			for j, o := range ps {
				if !done[j] && o.X0 < zone.X1 && zone.X0 < o.X1 && o.Y0 < zone.Y1 && zone.Y0 < o.Y1 {
					done[j] = true
					group = append(group, o)
				}
			}
		}
		out = append(out, group)
	}
	return out
}

// dirt reports whether a piece is a small plain mark far from all others. The
// parts of a signature, however small, stand together.
func (s *sheet) dirt(q *piece, all []*piece) bool {
	if float64(max(q.w(), q.h())) > dirtSize*s.mm {
		return false
	}
	zone := q.grow(int(alone*s.mm), int(alone*s.mm))
	for _, o := range all {
		if o != q && o.X0 < zone.X1 && zone.X0 < o.X1 && o.Y0 < zone.Y1 && zone.Y0 < o.Y1 {
			return false
		}
	}
	k := s.thin([]*piece{q})
	return k.forks <= 1 && k.turning < 1.3*2*math.Pi
}

// strokes measures what is left when print is gone.
// It returns them in groups.
func (f *Features) strokes(s *sheet, p *Patch, rest []*piece) (groups []group) {
	mm := s.mm
	all := Rect{s.w, s.h, 0, 0}
	var area, dark, chroma, inside, sumY int
	for _, q := range rest {
		big := float64(max(q.w(), q.h())) / mm
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
		if big >= mark {
			f.Strokes++
			all.X0, all.Y0 = min(all.X0, q.X0), min(all.Y0, q.Y0)
			all.X1, all.Y1 = max(all.X1, q.X1), max(all.Y1, q.Y1)
		}
	}
	if area == 0 {
		return nil
	}
	if f.Strokes > 0 {
		f.Width, f.Height = float64(all.X1-all.X0)/mm, float64(all.Y1-all.Y0)/mm
	}
	n := float64(area)
	f.Contrast = float64(dark) / n / 100
	f.Chroma = float64(chroma) / n
	f.Inside = float64(inside) / n
	f.Drop = (float64(sumY)/n - float64(p.Box.Y0)) / float64(p.Box.Y1-p.Box.Y0)
	var k skeleton
	var parts []skeleton
	for _, c := range s.clusters(rest) {
		part := s.thin(c)
		parts = append(parts, part)
		k.add(part)
		groups = append(groups, s.newGroup(p, c, part.length))
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
	return groups
}
