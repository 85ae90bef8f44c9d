package quality_test

import (
	"bytes"
	"math"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/tthclint/tthclint/internal/scans"
	"github.com/tthclint/tthclint/pkg/quality"
	"github.com/tthclint/tthclint/pkg/raster"
)

// draw returns the picture of a drawn page, and by how many degrees its print
// lies askew.
func draw(t testing.TB, s scans.Spec) (page *raster.Page, skew float64) {
	t.Helper()
	data, truth, err := scans.Draw(s)
	require.NoError(t, err)
	d, err := raster.Open(t.Context(), bytes.NewReader(data), int64(len(data)), raster.Limits{})
	require.NoError(t, err)
	defer d.Close()
	page, err = d.Render(t.Context(), 1)
	require.NoError(t, err)
	n := 0.0
	for _, b := range truth.Boxes {
		for _, edge := range [2][2]scans.Point{{b[0], b[1]}, {b[3], b[2]}} {
			skew += math.Remainder(math.Atan2(edge[1].Y-edge[0].Y, edge[1].X-edge[0].X)*180/math.Pi, 90)
			n++
		}
	}
	return page, skew / max(n, 1)
}

// planes calls f with each plane of a picture and what is blank in it.
func planes(im *raster.Image, f func(plane []uint8, blank uint8) []uint8) {
	im.Y = f(im.Y, 235)
	if im.Cb != nil {
		im.Cb, im.Cr = f(im.Cb, 128), f(im.Cr, 128)
	}
}

// like returns a page like p with a picture of its own.
func like(p *raster.Page) *raster.Page {
	q, im := *p, *p.Image
	q.Image = &im
	return &q
}

// light returns the page with another light for each level.
func light(p *raster.Page, f func(v float64) float64) *raster.Page {
	var table [256]uint8
	for v := range table {
		table[v] = uint8(min(255, max(0, math.Round(f(float64(v))))))
	}
	q := like(p)
	q.Image.Y = make([]uint8, len(p.Image.Y))
	for i, v := range p.Image.Y {
		q.Image.Y[i] = table[v]
	}
	return q
}

// blurred spreads luma by a standard deviation in mm.
func blurred(p *raster.Page, mm float64) *raster.Page {
	q := like(p)
	sigma := mm * p.DPI / 25.4
	reach := int(3*sigma) + 1
	weights := make([]float32, 2*reach+1)
	sum := float32(0)
	for i := range weights {
		weights[i] = float32(math.Exp(-float64((i-reach)*(i-reach)) / (2 * sigma * sigma)))
		sum += weights[i]
	}
	w, h := p.Image.W, p.Image.H
	pass := func(src []uint8, n, lines, step, next int) []uint8 {
		out := make([]uint8, len(src))
		for l := range lines {
			for i := range n {
				v := float32(0)
				for k, weight := range weights {
					v += weight * float32(src[l*next+min(n-1, max(0, i+k-reach))*step])
				}
				out[l*next+i*step] = uint8(v/sum + 0.5)
			}
		}
		return out
	}
	q.Image.Y = pass(pass(p.Image.Y, w, h, 1, w), h, w, w, 1)
	return q
}

// turnedBy turns the picture about its middle by degrees clockwise.
func turnedBy(p *raster.Page, degrees float64) *raster.Page {
	q := like(p)
	w, h := p.Image.W, p.Image.H
	sin, cos := math.Sincos(degrees * math.Pi / 180)
	planes(q.Image, func(src []uint8, blank uint8) []uint8 {
		out := make([]uint8, len(src))
		for y := range h {
			for x := range w {
				dx, dy := float64(x)-float64(w)/2, float64(y)-float64(h)/2
				u, v := dx*cos+dy*sin+float64(w)/2, -dx*sin+dy*cos+float64(h)/2
				iu, iv := int(math.Floor(u)), int(math.Floor(v))
				if iu < 0 || iv < 0 || iu+1 >= w || iv+1 >= h {
					out[y*w+x] = blank
					continue
				}
				fu, fv := u-float64(iu), v-float64(iv)
				a, b := src[iv*w+iu:], src[(iv+1)*w+iu:]
				out[y*w+x] = uint8((float64(a[0])*(1-fu)+float64(a[1])*fu)*(1-fv) + (float64(b[0])*(1-fu)+float64(b[1])*fu)*fv + 0.5)
			}
		}
		return out
	})
	return q
}

// cut takes away what lies beyond a line of print on a side, between an eighth
// and a quarter of the page from it.
func cut(p *raster.Page, side quality.Side) *raster.Page {
	q := like(p)
	w, h := p.Image.W, p.Image.H
	n := w
	if side == quality.Top || side == quality.Bottom {
		n = h
	}
	dark := make([]int, n)
	for y := range h {
		for x := range w {
			if p.Image.Y[y*w+x] < 110 {
				if n == h {
					dark[y]++
				} else {
					dark[x]++
				}
			}
		}
	}
	at := n / 8
	for i := n / 8; i < n/4; i++ {
		k := i
		if side == quality.Right || side == quality.Bottom {
			k = n - 1 - i
		}
		if best := at; dark[k] > dark[place(best, n, side)] {
			at = i
		}
	}
	x0, y0, x1, y1 := 0, 0, w, h
	switch side {
	case quality.Top:
		y0 = at
	case quality.Bottom:
		y1 = h - at
	case quality.Left:
		x0 = at
	default:
		x1 = w - at
	}
	planes(q.Image, func(src []uint8, _ uint8) []uint8 {
		var out []uint8
		for y := y0; y < y1; y++ {
			out = append(out, src[y*w+x0:y*w+x1]...)
		}
		return out
	})
	q.Image.W, q.Image.H = x1-x0, y1-y0
	q.WidthMM, q.HeightMM = p.WidthMM*float64(x1-x0)/float64(w), p.HeightMM*float64(y1-y0)/float64(h)
	q.Stored = nil
	return q
}

func place(i, n int, side quality.Side) int {
	if side == quality.Right || side == quality.Bottom {
		return n - 1 - i
	}
	return i
}

// enlarged returns the page scanned at half of the resolution and enlarged by
// repeating pixels.
func enlarged(p *raster.Page) *raster.Page {
	q := like(p)
	w, h := p.Image.W, p.Image.H
	planes(q.Image, func(src []uint8, _ uint8) []uint8 {
		out := make([]uint8, len(src))
		for y := range h {
			for x := range w {
				u, v := min(x/2*2, w-2), min(y/2*2, h-2)
				sum := int(src[v*w+u]) + int(src[v*w+u+1]) + int(src[(v+1)*w+u]) + int(src[(v+1)*w+u+1])
				out[y*w+x] = uint8(sum / 4)
			}
		}
		return out
	})
	return q
}

// grey returns a page that is stored as colour and shows none.
func grey(p *raster.Page) *raster.Page {
	q := like(p)
	n := len(p.Image.Y)
	q.Mode, q.Image.Cb, q.Image.Cr = raster.Colour, bytes.Repeat([]uint8{128}, n), bytes.Repeat([]uint8{128}, n)
	return q
}

// cards lays two pieces of the page, as large as identity cards, on one picture.
// Their paper is as light as theirs, the ground as another.
func cards(p *raster.Page, paper, ground float64) *raster.Page {
	q := like(p)
	w, h := p.Image.W, p.Image.H
	px := p.DPI / 25.4
	cw, ch := int(85.6*px), int(54*px)
	q.Mode, q.Image.Cb, q.Image.Cr = raster.Grey, nil, nil
	q.Image.Y = bytes.Repeat([]uint8{uint8(ground)}, w*h)
	at := [2][2]int{{(w - cw) / 2, h/2 - ch - 8}, {(w - cw) / 2, h/2 + int(9*px)}}
	if w > h {
		at = [2][2]int{{w/2 - cw - int(6*px), h / 4}, {w/2 + int(6*px), h/4 + 5}}
	}
	for i, corner := range at {
		for y := range ch {
			for x := range cw {
				v := float64(p.Image.Y[min(h-1, h/8+i*ch/2+y)*w+min(w-1, w/8+x)])
				q.Image.Y[(corner[1]+y)*w+corner[0]+x] = uint8(v * paper / 255)
			}
		}
	}
	return q
}
