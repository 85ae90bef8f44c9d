package writing

// contrast returns how much darker than the paper around it each pixel is, 0 to
// 255 in parts of the paper's brightness. The paper is taken in columns of 5 mm,
// so that a shadow across the line does not matter.
func (p *Patch) contrast() []uint8 {
	side := max(6, int(5*p.PxPerMM))
	n := (p.W + side - 1) / side
	raw, paper := make([]int, n), make([]int, n)
	for i := range n {
		var hist [256]int
		count := 0
		for y := range p.H {
			for _, v := range p.Light[y*p.W+i*side : y*p.W+min((i+1)*side, p.W)] {
				hist[v]++
				count++
			}
		}
		raw[i] = above(&hist, count*3/10)
	}
	for i := range n { // a column full of ink takes its neighbours' word
		paper[i] = raw[i]
		for _, j := range []int{i - 1, i + 1} {
			if j >= 0 && j < n && raw[j] > raw[i]+raw[i]/6 {
				paper[i] = raw[j]
			}
		}
	}
	out := make([]uint8, p.W*p.H)
	bg := make([]int, p.W)
	for x := range bg {
		at := (2*x+1)*8/side - 8 // in sixteenths of a column from the first middle
		i := min(max(at>>4, 0), n-1)
		f := min(max(at-16*i, 0), 16)
		bg[x] = max((paper[i]*(16-f)+paper[min(i+1, n-1)]*f)/16, 40)
	}
	for y := range p.H {
		row, to := p.Light[y*p.W:(y+1)*p.W], out[y*p.W:(y+1)*p.W]
		for x, v := range row {
			if d := bg[x] - int(v); d > 0 {
				to[x] = uint8(min(255, d*255/bg[x]))
			}
		}
	}
	return out
}

// above returns the brightest value that n pixels of a histogram reach or pass.
func above(hist *[256]int, n int) int {
	v := 255
	for ; v > 0 && n >= hist[v]; v-- {
		n -= hist[v]
	}
	return v
}

// Bounds of the contrast that print is taken to have, 0 to 255: below, a scan
// shows nothing that could be told from its paper.
const (
	palestPrint = 60
	blackPrint  = 235
	usualPrint  = 150
)

// printContrast returns the contrast of the form's print: that of the darkest
// tenth of its caption, in which strokes take about a fifth.
func (p *Patch) printContrast(dark []uint8) int {
	r := p.Caption.clip(p.W, p.H)
	var hist [256]int
	n := 0
	for y := r.Y0; y < r.Y1; y++ {
		for _, v := range dark[y*p.W+r.X0 : y*p.W+r.X1] {
			hist[v]++
			n++
		}
	}
	if n < 60 {
		return usualPrint
	}
	return min(max(above(&hist, n/10), palestPrint), blackPrint)
}
