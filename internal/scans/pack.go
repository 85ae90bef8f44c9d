package scans

import (
	"bytes"
	"image"
	"image/jpeg"
	"math"
	"time"

	"github.com/tthclint/tthclint/internal/sample/pdfwrite"
)

// pack writes the PDF of a picture.
func (s *Spec) pack(out *shot, t Truth) ([]byte, error) {
	r := newSource(s.Seed, 4)
	w, h := out.im.Rect.Dx(), out.im.Rect.Dy()
	parts := 1
	if s.flawed("strips") {
		parts = 2 + r.IntN(7)
	}
	var grey *image.Gray
	if s.Colour != InColour {
		grey = greyed(out.im)
	}
	if s.Colour == Bilevel {
		s.threshold(grey, r)
	}
	var pictures []pdfwrite.Picture
	for i := range parts {
		y0, y1 := i*h/parts, (i+1)*h/parts
		p, err := s.strip(out.im, grey, image.Rect(0, y0, w, y1))
		if err != nil {
			return nil, err
		}
		pictures = append(pictures, p)
	}
	mm := 25.4 / float64(s.DPI)
	info := pdfwrite.Info{Title: "Scan", Creator: "tthclint", Created: time.Unix(1700000000+int64(s.Seed%1e6)*60, 0).UTC()}
	return pdfwrite.Strips(float64(w)*mm, float64(h)*mm, t.RotateMeta, pictures, info), nil
}

// strip packs a part of a picture.
func (s *Spec) strip(im *image.RGBA, grey *image.Gray, r image.Rectangle) (pdfwrite.Picture, error) {
	p := pdfwrite.Picture{W: r.Dx(), H: r.Dy(), Space: "DeviceGray", Bits: 8}
	var samples []byte
	var part image.Image
	if grey != nil {
		part, samples = grey.SubImage(r), grey.Pix[r.Min.Y*grey.Stride:r.Max.Y*grey.Stride]
	} else {
		p.Space, part = "DeviceRGB", im.SubImage(r)
	}
	switch s.codec() {
	case "g4":
		p.Bits, p.Filter, p.Data = 1, "CCITTFaxDecode", pdfwrite.Fax(samples, p.W)
	case "flate":
		if grey == nil {
			for i := r.Min.Y * im.Stride; i < r.Max.Y*im.Stride; i += 4 {
				samples = append(samples, im.Pix[i:i+3]...)
			}
		}
		p.Filter, p.Data = "FlateDecode", pdfwrite.Deflate(samples)
	default:
		var b bytes.Buffer
		if err := jpeg.Encode(&b, part, &jpeg.Options{Quality: s.Quality}); err != nil {
			return p, err
		}
		p.Filter, p.Data = "DCTDecode", b.Bytes()
	}
	return p, nil
}

func greyed(im *image.RGBA) *image.Gray {
	out := image.NewGray(im.Rect)
	for i := range out.Pix {
		p := im.Pix[4*i:]
		out.Pix[i] = uint8((299*int(p[0]) + 587*int(p[1]) + 114*int(p[2])) / 1000)
	}
	return out
}

// threshold makes a picture black and white: by one level, by the light about
// each pixel (adaptive) or by a pattern (dithered).
func (s *Spec) threshold(g *image.Gray, r source) {
	switch {
	case s.flawed("adaptive"):
		adaptive(g, int(r.in(8, 20)*float64(s.DPI)/200), r.in(0.82, 0.93))
	case s.flawed("dithered"):
		bayer := [16]int{0, 8, 2, 10, 12, 4, 14, 6, 3, 11, 1, 9, 15, 7, 13, 5}
		for i, v := range g.Pix {
			x, y := i%g.Stride, i/g.Stride
			g.Pix[i] = level(int(v) > 16*bayer[y%4*4+x%4]+8)
		}
	default:
		// A scanner sets its level between the paper and the print.
		at := paperLevel(g) * r.in(0.52, 0.76)
		for i, v := range g.Pix {
			g.Pix[i] = level(float64(v) > at)
		}
	}
}

func level(white bool) uint8 {
	if white {
		return 255
	}
	return 0
}

// paperLevel returns the most frequent light of a picture's bright half.
func paperLevel(g *image.Gray) float64 {
	var count [256]int
	for _, v := range g.Pix {
		count[v]++
	}
	best := 128
	for v := 128; v < 256; v++ {
		if count[v] > count[best] {
			best = v
		}
	}
	return float64(best)
}

// adaptive compares each pixel with the mean of those within a distance.
func adaptive(g *image.Gray, reach int, share float64) {
	w, h := g.Rect.Dx(), g.Rect.Dy()
	sum := make([]int, (w+1)*(h+1))
	for y := range h {
		row := 0
		for x := range w {
			row += int(g.Pix[y*g.Stride+x])
			sum[(y+1)*(w+1)+x+1] = sum[y*(w+1)+x+1] + row
		}
	}
	for y := range h {
		y0, y1 := max(0, y-reach), min(h, y+reach+1)
		for x := range w {
			x0, x1 := max(0, x-reach), min(w, x+reach+1)
			mean := float64(sum[y1*(w+1)+x1]-sum[y0*(w+1)+x1]-sum[y1*(w+1)+x0]+sum[y0*(w+1)+x0]) / float64((y1-y0)*(x1-x0))
			g.Pix[y*g.Stride+x] = level(float64(g.Pix[y*g.Stride+x]) > math.Max(20, mean*share))
		}
	}
}
