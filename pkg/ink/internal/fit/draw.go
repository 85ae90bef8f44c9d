package main

import (
	"image"
	_ "image/png" // the crops
	"math"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/tthclint/tthclint/pkg/form"
	"github.com/tthclint/tthclint/pkg/raster"
)

// crop is a signature cut from paper, by whom.
type crop struct {
	im     image.Image
	writer string
}

func loadCrops(dir string) ([]crop, error) {
	names, err := filepath.Glob(filepath.Join(dir, "*.png"))
	if err != nil {
		return nil, err
	}
	slices.Sort(names)
	var out []crop
	for _, name := range names {
		f, err := os.Open(name)
		if err != nil {
			return nil, err
		}
		im, _, err := image.Decode(f)
		f.Close()
		if err != nil {
			return nil, err
		}
		base := strings.TrimSuffix(filepath.Base(name), ".png")
		out = append(out, crop{im, base[:strings.LastIndexByte(base, '-')]})
	}
	return out, nil
}

// canvas draws on a page in mm of the upright sheet.
type canvas struct {
	page   *raster.Page
	to     form.Transform
	alpha  map[int]float64 // coverage of pixels drawn on so far
	soft   float64         // mm over which an edge fades
	tone   float64         // how much of the paper's light the ink takes, 0 to 1
	cb, cr float64         // colour of the ink
}

// dot covers a round spot.
func (c *canvas) dot(x, y, r, strength float64) {
	im := c.page.Image
	sx, sy := float64(im.W)/c.page.WidthMM, float64(im.H)/c.page.HeightMM
	u, v := c.to.Apply(x, y)
	u, v = u*sx, v*sy
	rp, sp := r*sx, math.Max(0.5, c.soft*sx)
	for py := int(v - rp - sp); py <= int(v+rp+sp)+1; py++ {
		for px := int(u - rp - sp); px <= int(u+rp+sp)+1; px++ {
			if px < 0 || py < 0 || px >= im.W || py >= im.H {
				continue
			}
			d := math.Hypot(float64(px)+0.5-u, float64(py)+0.5-v)
			a := strength * min(1, max(0, 0.5+(rp-d)/(2*sp)))
			if i := py*im.W + px; a > c.alpha[i] {
				c.alpha[i] = a
			}
		}
	}
}

// stroke covers a path of points with a pen of a given width.
func (c *canvas) stroke(pts [][2]float64, width, strength float64) {
	for i := 1; i < len(pts); i++ {
		a, b := pts[i-1], pts[i]
		n := int(math.Hypot(b[0]-a[0], b[1]-a[1])/0.05) + 1
		for k := 0; k <= n; k++ {
			t := float64(k) / float64(n)
			c.dot(a[0]+t*(b[0]-a[0]), a[1]+t*(b[1]-a[1]), width/2, strength)
		}
	}
}

// finish lays the ink on the paper.
func (c *canvas) finish() {
	im := c.page.Image
	for i, a := range c.alpha {
		a *= c.tone
		y := float64(im.Y[i]) * (1 - a*0.85)
		if c.page.Mode == raster.Bilevel {
			if a > 0.33 {
				im.Y[i] = 0
			}
			continue
		}
		im.Y[i] = uint8(y)
		if im.Cb != nil {
			im.Cb[i] = uint8(float64(im.Cb[i])*(1-a) + c.cb*a)
			im.Cr[i] = uint8(float64(im.Cr[i])*(1-a) + c.cr*a)
		}
	}
}

// kinds lists what is drawn, each as often as it stands here: most of all what
// lies near the border between a signature and none.
var kinds = strings.Split("crop/crop/crop/tiny crop/tiny crop/tiny crop/initials/initials/initials/scrawl/scrawl/tiny scrawl/tiny scrawl/tiny scrawl/"+
	"faint scrawl/faint scrawl/long scrawl/long scrawl/fingerprint/fingerprint/stray/stray/stray/stray/cross/cross/cross/cross/dirt/dirt/show-through/typed/typed", "/")

// drawInto puts one thing into an empty box and returns what it is, legally
// (present, absent, fingerprint), as drawn, and by whom. named says that a name
// is typed there already.
func drawInto(rng *rand.Rand, p *raster.Page, r *form.Reading, f form.FieldReading, crops []crop, named bool) (truth, kind, who string) {
	fd, _ := r.Edition.Place(f.Key)
	c := &canvas{page: p, to: r.Transform, alpha: map[int]float64{}, soft: 0.05 + 0.15*rng.Float64(), tone: 0.55 + 0.45*rng.Float64(), cb: 128, cr: 128}
	switch rng.IntN(5) {
	case 0, 1, 2: // blue to violet
		c.cb, c.cr = 150+25*rng.Float64(), 105+25*rng.Float64()
	}
	if p.Mode == raster.Bilevel {
		c.tone = 1 // black or nothing
	}
	b := fd.Box
	x := b.X + b.W*(0.25+0.5*rng.Float64())
	y := b.Y + b.H*(0.2+0.45*rng.Float64())
	pen := 0.3 + 0.4*rng.Float64()
	kind = kinds[rng.IntN(len(kinds))]
	switch {
	case named && kind == "typed":
		kind = "stray"
	case p.Mode == raster.Bilevel && kind == "faint scrawl":
		kind = "scrawl"
	}
	truth = "present"
	switch kind {
	case "crop":
		who = drawCrop(rng, c, crops, x, y, 12+22*rng.Float64(), 1)
	case "tiny crop":
		who = drawCrop(rng, c, crops, x, y, 6+6*rng.Float64(), 1)
	case "initials":
		who = drawCrop(rng, c, crops, x, y, 4+6*rng.Float64(), 0.36)
	case "scrawl":
		scrawl(rng, c, x, y, 14+22*rng.Float64(), 4+6*rng.Float64(), pen)
	case "long scrawl": // few turns for its length
		scrawl(rng, c, x, y, 22+18*rng.Float64(), 5+8*rng.Float64(), pen)
	case "tiny scrawl":
		scrawl(rng, c, x, y, 7+6*rng.Float64(), 2+2.5*rng.Float64(), pen*0.8)
	case "faint scrawl":
		c.tone = 0.28 + 0.15*rng.Float64()
		scrawl(rng, c, x, y, 14+22*rng.Float64(), 4+6*rng.Float64(), pen)
	case "fingerprint":
		truth = kind
		if rng.IntN(2) == 0 {
			c.cb, c.cr = 115, 190 // red pad
		}
		fingertip(rng, c, x, y)
	case "stray":
		truth = "absent"
		for range 1 + rng.IntN(2) {
			stray(rng, c, x+8*rng.NormFloat64(), y+3*rng.NormFloat64(), 2+12*rng.Float64(), pen)
		}
	case "cross":
		truth = "absent"
		c.tone *= 0.8
		cross(rng, c, x, y, 2+2.5*rng.Float64(), pen)
	case "dirt":
		truth = "absent"
		for range 3 + rng.IntN(8) {
			dx, dy := b.W*0.4*rng.NormFloat64(), b.H*0.3*rng.NormFloat64()
			stray(rng, c, x+dx, y+dy, 0.4+1.6*rng.Float64(), 0.3+0.5*rng.Float64())
		}
	case "show-through":
		truth = "absent"
		c.tone, c.soft, c.cb, c.cr = 0.04+0.07*rng.Float64(), 0.3, 128, 128
		scrawl(rng, c, x, y, 14+22*rng.Float64(), 4+6*rng.Float64(), pen)
	case "typed":
		truth = "absent"
		typed(rng, c, x, b.Y+b.H*(0.55+0.35*rng.Float64()))
	}
	c.finish()
	return truth, kind, who
}
