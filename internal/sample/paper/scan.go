package paper

import (
	"bytes"
	"image"
	"image/jpeg"
	"math"
	"math/rand/v2"
)

// Scan returns the JPEG that a flatbed scanner makes of a sheet: slightly soft,
// slightly uneven light, a little noise.
func (s *Sheet) Scan(seed uint64, quality int) ([]byte, error) {
	img := soften(s.img, 0.22)
	r := rand.New(rand.NewPCG(seed, 0x5CA7))
	b := img.Rect
	for y := range b.Dy() {
		for x := range b.Dx() {
			light := 1 - 0.018*smooth(float64(x)/float64(b.Dx())) - 0.01*smooth(1-float64(y)/float64(b.Dy()))
			n := 1.1 * r.NormFloat64()
			pix := img.Pix[y*img.Stride+4*x:]
			for c := range 3 {
				pix[c] = clip(float64(pix[c])*light + n)
			}
		}
	}
	return encode(img, quality)
}

// Photograph returns the JPEG that a telephone makes of a sheet held in one
// hand: slanted, moved, in the shadow of the telephone, and out of focus the
// more, the larger blur is.
func (s *Sheet) Photograph(seed uint64, w, h, blur, quality int) ([]byte, error) {
	src := shrink(s.img)
	for range blur {
		src = soften(src, 1.0/3)
	}
	r := rand.New(rand.NewPCG(seed, 0xF070))
	out := image.NewRGBA(image.Rect(0, 0, w, h))
	sw, sh := float64(src.Rect.Dx()), float64(src.Rect.Dy())
	for y := range h {
		for x := range w {
			u, v := float64(x)/float64(w), float64(y)/float64(h)
			// The far edge is narrower and everything leans.
			k := 1.18 - 0.30*v
			px := ((u-0.5)*k*1.08+0.05*(v-0.5)+0.5)*sw + 0.0085*sw*math.Sin(v*3)
			py := (v*1.16 - 0.09 + 0.06*u + 0.05*(v*v-v)) * sh
			light := 0.80 - 0.42*smooth(math.Min(1, math.Hypot(u-0.75, v-0.2)/1.1)) + 0.1*u
			n := 5.5 * r.NormFloat64()
			pix := out.Pix[y*out.Stride+4*x:]
			var c [3]float64
			if px >= 0 && py >= 0 && px < sw-1 && py < sh-1 {
				for d := -3.0; d <= 3; d++ { // the hand moved
					qx, qy := min(max(int(px+d), 0), int(sw)-1), min(max(int(py+0.7*d), 0), int(sh)-1)
					p := src.Pix[qy*src.Stride+4*qx:]
					for i := range c {
						c[i] += float64(p[i]) / 7
					}
				}
			} else { // the table
				t := 70 + 30*cloud(seed, float64(x)/40, float64(y)/5)
				c = [3]float64{t + 38, t + 14, t - 12}
			}
			pix[0], pix[1], pix[2], pix[3] = clip(c[0]*light*1.02+n), clip(c[1]*light+n), clip(c[2]*light*0.9+n), 255
		}
	}
	return encode(out, quality)
}

// shrink returns a third of the resolution.
func shrink(src *image.RGBA) *image.RGBA {
	out := image.NewRGBA(image.Rect(0, 0, src.Rect.Dx()/3, src.Rect.Dy()/3))
	for y := range out.Rect.Dy() {
		for x := range out.Rect.Dx() {
			for c := range 4 {
				sum := 0
				for i := range 9 {
					sum += int(src.Pix[(3*y+i/3)*src.Stride+4*(3*x+i%3)+c])
				}
				out.Pix[y*out.Stride+4*x+c] = uint8(sum / 9)
			}
		}
	}
	return out
}

// soften mixes each pixel with its neighbours; share is what one neighbour
// along an axis gives.
func soften(src *image.RGBA, share float64) *image.RGBA {
	pass := func(in *image.RGBA, step int, edge func(x, y int) bool) *image.RGBA {
		out := image.NewRGBA(in.Rect)
		copy(out.Pix, in.Pix)
		for y := range in.Rect.Dy() {
			for x := range in.Rect.Dx() {
				if edge(x, y) {
					continue
				}
				o := y*in.Stride + 4*x
				for c := range 3 {
					out.Pix[o+c] = uint8(float64(in.Pix[o+c])*(1-2*share) + share*(float64(in.Pix[o+c-step])+float64(in.Pix[o+c+step])) + 0.5)
				}
			}
		}
		return out
	}
	w, h := src.Rect.Dx(), src.Rect.Dy()
	mid := pass(src, 4, func(x, _ int) bool { return x == 0 || x == w-1 })
	return pass(mid, src.Stride, func(_, y int) bool { return y == 0 || y == h-1 })
}

func clip(v float64) uint8 { return uint8(math.Min(255, math.Max(0, v+0.5))) }

func encode(img image.Image, quality int) ([]byte, error) {
	var b bytes.Buffer
	err := jpeg.Encode(&b, img, &jpeg.Options{Quality: quality})
	return b.Bytes(), err
}
