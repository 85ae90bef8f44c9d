package qr

// minSide is the least side in pixels of a picture that is looked at.
const minSide = 24

// minContrast is how much lighter the paper around a code is than its print, in
// levels of 255.
const minContrast = 40

// thresholds says what is black on a picture, square by square: half way
// between the darkest and the lightest pixel around. Shadows and coloured paper
// change from one part of a page to another.
type thresholds struct {
	side, cols int
	level      []uint8
}

func newThresholds(p Picture, side int) *thresholds {
	cols, rows := (p.W+side-1)/side, (p.H+side-1)/side
	low, high := make([]uint8, cols*rows), make([]uint8, cols*rows)
	for i := range low {
		low[i] = 255
	}
	step := max(1, side/10)
	for y := 0; y < p.H; y += step {
		line, base := p.Y[y*p.W:(y+1)*p.W], y/side*cols
		for c := range cols {
			lo, hi := low[base+c], high[base+c]
			for x := c * side; x < min((c+1)*side, p.W); x += step {
				lo, hi = min(lo, line[x]), max(hi, line[x])
			}
			low[base+c], high[base+c] = lo, hi
		}
	}
	t := &thresholds{side: side, cols: cols, level: make([]uint8, cols*rows)}
	for r := range rows {
		for c := range cols {
			lo, hi := uint8(255), uint8(0)
			for y := max(0, r-1); y <= min(rows-1, r+1); y++ {
				for x := max(0, c-1); x <= min(cols-1, c+1); x++ {
					lo, hi = min(lo, low[y*cols+x]), max(hi, high[y*cols+x])
				}
			}
			if int(hi)-int(lo) >= minContrast {
				t.level[r*cols+c] = uint8((int(lo) + int(hi)) / 2)
			}
		}
	}
	return t
}

// dark is a picture with the thresholds of its black.
type dark struct {
	Picture
	t *thresholds
}

// at reports whether a pixel of the picture is black.
func (d dark) at(x, y int) bool {
	return d.Y[y*d.W+x] < d.t.level[y/d.t.side*d.t.cols+x/d.t.side]
}
