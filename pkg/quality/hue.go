package quality

import "github.com/tthclint/tthclint/pkg/raster"

// What makes a pixel coloured: more chroma than the coding of grey leaves, and
// more than the cast that lies over the whole page.
const (
	hueLeast = 12     // levels of Cb or Cr from the cast
	hueShare = 0.0004 // of the pixels: a signature, or part of a seal
	castMost = 6      // levels from neutral that a cast over a grey page may have
)

// seen tells what a page shows, whatever it is stored as: colour, shades of
// grey, or little but black and white.
func seen(p *raster.Page) (raster.Mode, float64) {
	im := p.Image
	share, cast := 0.0, 0
	if im.Cb != nil {
		share, cast = coloured(im)
	}
	switch {
	case share >= hueShare || cast > castMost:
		return raster.Colour, share
	case p.Mode == raster.Bilevel || twoLevels(im):
		return raster.Bilevel, share
	}
	return raster.Grey, share
}

// coloured returns the share of coloured pixels and how far the usual chroma is
// from neutral.
func coloured(im *raster.Image) (share float64, cast int) {
	var cb, cr [256]int
	const step = 4
	for y := 0; y < im.H; y += step {
		b, r := im.Cb[y*im.W:(y+1)*im.W], im.Cr[y*im.W:(y+1)*im.W]
		for x := 0; x < im.W; x += step {
			cb[b[x]]++
			cr[r[x]]++
		}
	}
	mb, mr := middle(&cb), middle(&cr)
	n, total := 0, 0
	for y := 0; y < im.H; y += step {
		b, r := im.Cb[y*im.W:(y+1)*im.W], im.Cr[y*im.W:(y+1)*im.W]
		for x := 0; x < im.W; x += step {
			total++
			if apart(b[x], mb) > hueLeast || apart(r[x], mr) > hueLeast {
				n++
			}
		}
	}
	return float64(n) / float64(max(1, total)), max(apart(mb, 128), apart(mr, 128))
}

// middle returns the median of a histogram.
func middle(hist *[256]int) uint8 {
	n := 0
	for _, c := range hist {
		n += c
	}
	n /= 2
	v := 0
	for ; v < 255 && n >= hist[v]; v++ {
		n -= hist[v]
	}
	return uint8(v)
}

// twoLevels reports whether almost all pixels are black or white.
func twoLevels(im *raster.Image) bool {
	n, total := 0, 0
	for i := 0; i < len(im.Y); i += 7 {
		total++
		if v := im.Y[i]; v < 16 || v > 239 {
			n++
		}
	}
	return total > 0 && float64(n) > 0.995*float64(total)
}
