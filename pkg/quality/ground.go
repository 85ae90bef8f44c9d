package quality

import "slices"

// Ground is what is seen about the paper: a table, the lid of a scanner, a shadow
// at its edge.
type Ground struct {
	Share float64 // of the page, 0 to 1
	Sides int     // of the page on which it is seen
	// Keystone is by how many degrees opposite edges of the paper miss being
	// parallel; 0 where no two opposite edges are seen.
	Keystone float64
}

func (o *outline) ground() Ground {
	g := Ground{Share: o.share, Keystone: o.keystone()}
	for _, e := range o.sides {
		if e.there {
			g.Sides++
		}
	}
	return g
}

// Measures of papers that lie apart.
const (
	sheetLeast = 45.0 // mm, of its shorter side: cards have 54
	sheetFull  = 0.85 // of the box around it
	sheetAlike = 4.0  // times that the larger of two may be as large

	sheetGround = 0.10 // share of the page that is ground, for sheets to lie on
	rimTinted   = 0.25 // of the rim of the page
)

// sheets counts the papers or cards on the picture: areas apart from one another
// that fill a rectangle, on darker ground, or darker than the paper about them.
func (o *outline) sheets() int {
	if o.nx < 20 || o.ny < 20 {
		return 1
	}
	n := 1
	if o.share > sheetGround {
		n = o.apart(func(i int) bool { return !o.wide(i) })
	}
	if o.whiteRim() {
		n = max(n, o.apart(func(i int) bool { return o.tinted[i] && !o.out[i] }))
	}
	return n
}

// wide reports whether a cell is ground on all sides: folds and printed frames
// that reach the edge are narrow.
func (o *outline) wide(i int) bool {
	x, y := i%o.nx, i/o.nx
	for v := max(0, y-1); v <= min(o.ny-1, y+1); v++ {
		for u := max(0, x-1); u <= min(o.nx-1, x+1); u++ {
			if !o.out[v*o.nx+u] {
				return false
			}
		}
	}
	return true
}

// whiteRim reports whether all about the picture the ground is white, so that
// what is darker may be a sheet.
func (o *outline) whiteRim() bool {
	n, tinted := 0, 0
	for y := range o.ny {
		for x := range o.nx {
			if min(x, y, o.nx-1-x, o.ny-1-y) > 2 {
				continue
			}
			if n++; o.tinted[y*o.nx+x] {
				tinted++
			}
		}
	}
	return float64(tinted) < rimTinted*float64(n)
}

// part is an area of cells by the box around it, ends included; what it encloses
// counts to its area.
type part struct{ x0, x1, y0, y1, area int }

// within reports whether the most of a part lies in the box of another.
func (p part) within(o part) bool {
	w, h := min(p.x1, o.x1)-max(p.x0, o.x0)+1, min(p.y1, o.y1)-max(p.y0, o.y0)+1
	return w > 0 && h > 0 && 2*w*h > (p.x1-p.x0+1)*(p.y1-p.y0+1)
}

// apart counts the areas of such cells that may be sheets.
func (o *outline) apart(such func(int) bool) int {
	seen := make([]bool, o.nx*o.ny)
	var parts []part
	var todo []int
	for i := range seen {
		if seen[i] || !such(i) {
			continue
		}
		x0, x1, y0, y1 := o.nx, -1, o.ny, -1
		spans := map[int][2]int{} // of each row
		seen[i] = true
		todo = append(todo[:0], i)
		for len(todo) > 0 {
			k := todo[len(todo)-1]
			todo = todo[:len(todo)-1]
			x, y := k%o.nx, k/o.nx
			x0, x1, y0, y1 = min(x0, x), max(x1, x), min(y0, y), max(y1, y)
			span, ok := spans[y]
			if !ok {
				span = [2]int{x, x}
			}
			spans[y] = [2]int{min(span[0], x), max(span[1], x)}
			for _, d := range [4][2]int{{-1, 0}, {1, 0}, {0, -1}, {0, 1}} {
				u, v := x+d[0], y+d[1]
				if u < 0 || v < 0 || u >= o.nx || v >= o.ny || seen[v*o.nx+u] || !such(v*o.nx+u) {
					continue
				}
				seen[v*o.nx+u] = true
				todo = append(todo, v*o.nx+u)
			}
		}
		w, h := float64(x1-x0+1), float64(y1-y0+1)
		if min(w, h)*o.mm < sheetLeast {
			continue
		}
		area := 0
		for _, span := range spans {
			area += span[1] - span[0] + 1
		}
		if float64(area) >= sheetFull*w*h {
			parts = append(parts, part{x0, x1, y0, y1, area})
		}
	}
	// From the largest: what lies in it is printed on it.
	slices.SortFunc(parts, func(a, b part) int { return b.area - a.area })
	var sheets []part
	for _, p := range parts {
		if float64(p.area)*sheetAlike >= float64(parts[0].area) && !slices.ContainsFunc(sheets, p.within) {
			sheets = append(sheets, p)
		}
	}
	return max(len(sheets), 1)
}
