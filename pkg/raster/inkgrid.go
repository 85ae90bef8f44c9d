package raster

import "slices"

// inkGrid is how dark a page is at its darkest, cell by cell, row by row. It
// tells what a layer of the page adds without keeping its pixels.
type inkGrid struct {
	w, h int
	cell float64 // side of a cell in mm
	v    []uint8 // 255 is white
}

// Measures of an [inkGrid].
const (
	inkCell  = 1.0 // mm, a third of a small letter
	inkCells = 600 // along a side at most: a larger page has larger cells
	inkLeast = 60  // levels below the paper, from which a cell holds ink
)

// newInkGrid measures the picture of a page of this size in mm. Colour counts
// as darkness: ink has either.
func newInkGrid(m *Image, width, height float64) inkGrid {
	g := inkGrid{cell: max(inkCell, width/inkCells, height/inkCells)}
	g.w, g.h = int(width/g.cell)+1, int(height/g.cell)+1
	g.v = filled(g.w*g.h, 255)
	column := make([]int, m.W)
	for x := range column {
		column[x] = min(g.w-1, int((float64(x)+.5)/float64(m.W)*width/g.cell))
	}
	for y := range m.H {
		row := g.v[min(g.h-1, int((float64(y)+.5)/float64(m.H)*height/g.cell))*g.w:]
		from := y * m.W
		luma := m.Y[from : from+m.W]
		if m.Cb == nil {
			for x, v := range luma {
				if c := column[x]; v < row[c] {
					row[c] = v
				}
			}
			continue
		}
		cb, cr := m.Cb[from:from+m.W], m.Cr[from:from+m.W]
		for x, v := range luma {
			v -= min(v, max(hue(cb[x]), hue(cr[x])))
			if c := column[x]; v < row[c] {
				row[c] = v
			}
		}
	}
	return g
}

// hue is how far a chroma sample is from neutral.
func hue(v uint8) uint8 {
	if v < 128 {
		return 128 - v
	}
	return v - 128
}

// paper is how bright cells without ink are: most cells of a page have none.
func (g inkGrid) paper() uint8 {
	sorted := slices.Sorted(slices.Values(g.v))
	return sorted[len(sorted)*3/4]
}

// inked reports whether cell i holds ink on paper as bright as that.
func (g inkGrid) inked(i int, paper uint8) bool { return g.v[i] < paper && paper-g.v[i] >= inkLeast }

// appears reports whether most of the ink in cell i of g was not in before.
// What a layer only makes sharper or bolder was there.
func (g inkGrid) appears(i int, before inkGrid, paper uint8) bool {
	was, is := int(min(before.v[i], paper)), int(g.v[i])
	return was-is > inkLeast/2 && 2*(was-is) > int(paper)-is
}

// blockCells is the side of a block in cells: some letters of a line.
const blockCells = 8

// share is the share of the blocks with ink in box, in mm, in whose inked cells
// has is true for at least half.
func (g inkGrid) share(box rect, paper uint8, has func(i int) bool) float64 {
	var blocks, hits int
	at := func(mm float64, n int) int { return min(n, max(0, int(mm/g.cell))) }
	x0, x1, y0, y1 := at(box.x0, g.w), at(box.x1, g.w), at(box.y0, g.h), at(box.y1, g.h)
	for by := y0; by < y1; by += blockCells {
		for bx := x0; bx < x1; bx += blockCells {
			var inked, got int
			for y := by; y < min(by+blockCells, y1); y++ {
				for i := y*g.w + bx; i < y*g.w+min(bx+blockCells, x1); i++ {
					if g.inked(i, paper) {
						inked++
						if has(i) {
							got++
						}
					}
				}
			}
			if inked > 0 {
				blocks++
				if 2*got >= inked {
					hits++
				}
			}
		}
	}
	if blocks == 0 {
		return 0
	}
	return float64(hits) / float64(blocks)
}

// Measures of what belongs together.
const (
	clusterGap   = 3 // cells between the strokes of one hand
	clusterLeast = 6 // cells: less is a speck
)

// clusters returns the boxes around cells that lie near each other, in mm.
func (g inkGrid) clusters(marked []bool) []Rect {
	var out []Rect
	seen := make([]bool, len(marked))
	for start := range marked {
		if !marked[start] || seen[start] {
			continue
		}
		seen[start] = true
		x0, y0, x1, y1 := g.w, g.h, 0, 0
		queue := []int{start}
		for k := 0; k < len(queue); k++ {
			x, y := queue[k]%g.w, queue[k]/g.w
			x0, y0, x1, y1 = min(x0, x), min(y0, y), max(x1, x+1), max(y1, y+1)
			for ny := max(0, y-clusterGap); ny <= min(g.h-1, y+clusterGap); ny++ {
				for nx := max(0, x-clusterGap); nx <= min(g.w-1, x+clusterGap); nx++ {
					if n := ny*g.w + nx; marked[n] && !seen[n] {
						seen[n] = true
						queue = append(queue, n)
					}
				}
			}
		}
		if len(queue) >= clusterLeast {
			out = append(out, Rect{float64(x0) * g.cell, float64(y0) * g.cell, float64(x1-x0) * g.cell, float64(y1-y0) * g.cell})
		}
	}
	return out
}
