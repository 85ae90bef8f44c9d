package scans

import (
	"bytes"
	"image"
	"math"
)

// grain adds the noise of a sensor.
func grain(im *image.RGBA, r source, sigma float64) {
	var table [1024]int8
	for i := range table {
		table[i] = int8(math.Max(-100, math.Min(100, math.Round(r.NormFloat64()*sigma))))
	}
	state := r.Uint64() | 1
	for i := 0; i < len(im.Pix); i += 4 {
		state ^= state << 13
		state ^= state >> 7
		state ^= state << 17
		n := int(table[state&1023])
		m := int(table[state>>20&1023]) / 3
		for c := range 3 {
			v := int(im.Pix[i+c]) + n
			if c != 1 {
				v += m
			}
			im.Pix[i+c] = uint8(max(0, min(255, v)))
		}
	}
}

// blur softens a picture with a Gaussian in place.
func blur(im *image.RGBA, sigma float64) {
	n := int(math.Ceil(2.5 * sigma))
	k := make([]int, 2*n+1)
	sum := 0
	for i := range k {
		d := float64(i - n)
		k[i] = int(1000 * math.Exp(-d*d/(2*sigma*sigma)))
		sum += k[i]
	}
	w, h := im.Rect.Dx(), im.Rect.Dy()
	row := make([]uint8, 4*w)
	for y := range h {
		to := im.Pix[y*im.Stride:][:4*w]
		copy(row, to)
		for x := range w {
			var acc [3]int
			for j, f := range k {
				p := row[4*min(max(x+j-n, 0), w-1):][:3]
				acc[0] += f * int(p[0])
				acc[1] += f * int(p[1])
				acc[2] += f * int(p[2])
			}
			for c := range 3 {
				to[4*x+c] = uint8((acc[c] + sum/2) / sum)
			}
		}
	}
	src := bytes.Clone(im.Pix)
	acc := make([]int, 4*w)
	for y := range h {
		clear(acc)
		for j, f := range k {
			for i, v := range src[min(max(y+j-n, 0), h-1)*im.Stride:][:4*w] {
				acc[i] += f * int(v)
			}
		}
		to := im.Pix[y*im.Stride:][:4*w]
		for i := range to {
			to[i] = uint8((acc[i] + sum/2) / sum)
		}
	}
}
