package quality

import "math"

// Limits of the skew that is looked for, in degrees.
const (
	mostSkew   = 12.0
	coarseStep = 0.5
	fineStep   = 0.06
	leastPoint = 150    // fewer show no lines
	mostPoint  = 60_000 // more tell nothing new
)

// edgeShare is the part of a page at each side where shadows and not print are.
const edgeShare = 0.03

// point is a pixel at the lower edge of print, in pixels.
type point struct{ x, y float32 }

// lowerEdges returns the pixels of print with paper under them, or, of lines that run down the page, with
// paper to the right: along a line of print they lie on its base line.
func (s *small) lowerEdges(down bool) []point {
	ex, ey := max(2, int(edgeShare*float64(s.w))), max(2, int(edgeShare*float64(s.h)))
	next := s.w
	if down {
		next = 1
	}
	count := 0
	cut := uint8(s.print)
	for pass := 0; ; pass++ {
		every := 1 + count/mostPoint
		points := make([]point, 0, count/every+1)
		n := 0
		for y := ey; y < s.h-ey; y++ {
			row := s.dark[y*s.w:]
			for x := ex; x < s.w-ex; x++ {
				if row[x] < cut || row[x+next] >= cut {
					continue
				}
				if n++; pass == 0 || n%every != 0 {
					continue
				}
				if down {
					points = append(points, point{float32(y), float32(x)})
				} else {
					points = append(points, point{float32(x), float32(y)})
				}
			}
		}
		if pass > 0 {
			return points
		}
		count = n
	}
}

// slope finds the slope (y over x) of the lines that points lie on, by how
// unevenly they fall into rows, and how much more unevenly than by chance.
func slope(points []point) (tan, peak float64) {
	if len(points) < leastPoint {
		return 0, 0
	}
	some := points
	if n := 1 + len(points)/8000; n > 1 {
		some = make([]point, 0, len(points)/n+1)
		for i := 0; i < len(points); i += n {
			some = append(some, points[i])
		}
	}
	rows := newRows(points)
	best, top := 0.0, -1.0
	for a := -mostSkew; a <= mostSkew; a += coarseStep {
		if v := rows.uneven(some, a); v > top {
			best, top = a, v
		}
	}
	var around []float64
	from := best - coarseStep
	const steps = 18 // over two coarse steps
	at := 0
	for i := range steps {
		around = append(around, rows.uneven(points, from+float64(i)*fineStep))
		if around[i] > around[at] {
			at = i
		}
	}
	angle := from + float64(at)*fineStep
	if at > 0 && at < steps-1 { // the top of the parabola through three
		if l, m, r := around[at-1], around[at], around[at+1]; l+r < 2*m {
			angle += fineStep * (l - r) / (2 * (l + r - 2*m))
		}
	}
	even := float64(len(points)) * float64(len(points)) / rows.height
	return math.Tan(angle * math.Pi / 180), around[at] / even
}

// rows counts points by the row that they fall into.
type rows struct {
	count  []int32
	offset float64
	height float64 // that the points cover
}

func newRows(points []point) *rows {
	var w, h float32
	for _, p := range points {
		w, h = max(w, p.x), max(h, p.y)
	}
	reach := float64(w) * math.Tan((mostSkew+2*coarseStep)*math.Pi/180)
	return &rows{count: make([]int32, int(float64(h)+2*reach)+4), offset: reach + 1, height: float64(h)}
}

// uneven is the sum of squares of the counts at an angle in degrees. A point
// counts in the two rows that it lies between.
func (r *rows) uneven(points []point, degrees float64) float64 {
	clear(r.count)
	tan, off := float32(math.Tan(degrees*math.Pi/180)), float32(r.offset)
	for _, p := range points {
		v := p.y - p.x*tan + off
		i := int(v)
		part := int32((v - float32(i)) * 16)
		r.count[i] += 16 - part
		r.count[i+1] += part
	}
	sum := 0.0
	for _, n := range r.count {
		sum += float64(n) * float64(n)
	}
	return sum / 256
}
