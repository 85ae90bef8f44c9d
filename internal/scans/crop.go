package scans

import (
	"fmt"
	"image"
	_ "image/png" // the crops
	"io/fs"
	"slices"
	"strings"
)

// Crop is a signature cut from paper.
type Crop struct {
	Name   string // of its file
	W, H   int
	Ink    []uint8 // how dark each pixel is, 0 for paper
	Writer string
}

// LoadCrops reads the PNG files of a folder, in the order of their names. The
// writer is the name up to the last dash.
func LoadCrops(dir fs.FS) ([]Crop, error) {
	names, err := fs.Glob(dir, "*.png")
	if err != nil {
		return nil, err
	}
	slices.Sort(names)
	var out []Crop
	for _, name := range names {
		c, err := loadCrop(dir, name)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
		out = append(out, c)
	}
	return out, nil
}

func loadCrop(dir fs.FS, name string) (Crop, error) {
	f, err := dir.Open(name)
	if err != nil {
		return Crop{}, err
	}
	defer f.Close()
	im, _, err := image.Decode(f)
	if err != nil {
		return Crop{}, err
	}
	b := im.Bounds()
	c := Crop{Name: name, W: b.Dx(), H: b.Dy(), Ink: make([]uint8, b.Dx()*b.Dy())}
	c.Writer = strings.TrimSuffix(name, ".png")
	if i := strings.LastIndexByte(c.Writer, '-'); i > 0 {
		c.Writer = c.Writer[:i]
	}
	for y := range c.H {
		for x := range c.W {
			r, _, _, _ := im.At(b.Min.X+x, b.Min.Y+y).RGBA()
			c.Ink[y*c.W+x] = 255 - uint8(r>>8)
		}
	}
	return c, nil
}

// part returns the left share of a crop, without the paper round it: a first
// letter or two.
func (c Crop) part(share float64) Crop {
	w := max(4, int(share*float64(c.W)))
	x0, x1, y0, y1 := w, 0, c.H, 0
	for y := range c.H {
		for x := range w {
			if c.Ink[y*c.W+x] > 60 {
				x0, x1, y0, y1 = min(x0, x), max(x1, x+1), min(y0, y), max(y1, y+1)
			}
		}
	}
	if x1-x0 < 4 || y1-y0 < 4 {
		return c
	}
	out := Crop{Name: c.Name, W: x1 - x0, H: y1 - y0, Writer: c.Writer}
	for y := y0; y < y1; y++ {
		out.Ink = append(out.Ink, c.Ink[y*c.W+x0:y*c.W+x1]...)
	}
	return out
}

// sized returns the crop with another number of pixels; each new pixel holds the
// mean of those it covers.
func (c Crop) sized(w, h int) Crop {
	w, h = max(1, w), max(1, h)
	out := Crop{Name: c.Name, W: w, H: h, Ink: make([]uint8, w*h), Writer: c.Writer}
	for y := range h {
		y0, y1 := y*c.H/h, max(y*c.H/h+1, (y+1)*c.H/h)
		for x := range w {
			x0, x1 := x*c.W/w, max(x*c.W/w+1, (x+1)*c.W/w)
			sum := 0
			for v := y0; v < y1; v++ {
				for u := x0; u < x1; u++ {
					sum += int(c.Ink[v*c.W+u])
				}
			}
			out.Ink[y*w+x] = uint8(sum / ((y1 - y0) * (x1 - x0)))
		}
	}
	return out
}

// at returns how much ink lies at a place, 0 to 1, between the pixels.
func (c Crop) at(x, y float64) float64 {
	x, y = x-0.5, y-0.5
	ix, iy := int(x+1)-1, int(y+1)-1
	u, v := x-float64(ix), y-float64(iy)
	get := func(x, y int) float64 {
		if x < 0 || y < 0 || x >= c.W || y >= c.H {
			return 0
		}
		return float64(c.Ink[y*c.W+x])
	}
	return (get(ix, iy)*(1-u)*(1-v) + get(ix+1, iy)*u*(1-v) + get(ix, iy+1)*(1-u)*v + get(ix+1, iy+1)*u*v) / 255
}
