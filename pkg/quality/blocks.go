package quality

import (
	"slices"

	"github.com/tthclint/tthclint/pkg/raster"
)

// flat is how far neighbours may differ where no print is.
const flat = 24

// blockiness is how much more, in levels, neighbours differ across the borders
// of JPEG blocks of 8 by 8 than inside of them, on average over the flat parts
// of the page. Where the borders lie is found out: a picture may have been
// cropped, turned or mirrored since. Scaling undoes them.
func blockiness(im *raster.Image) float64 {
	var across, down [8]float64
	var nx, ny [8]float64
	ex, ey := int(edgeShare*float64(im.W)), int(edgeShare*float64(im.H))
	for y := ey; y < im.H-ey; y += 5 {
		row := im.Y[y*im.W : (y+1)*im.W]
		for x := max(1, ex); x < im.W-ex; x++ {
			if d := apart(row[x], row[x-1]); d < flat {
				across[x&7] += float64(d)
				nx[x&7]++
			}
		}
	}
	for y := max(1, ey); y < im.H-ey; y++ {
		row, above := im.Y[y*im.W:(y+1)*im.W], im.Y[(y-1)*im.W:y*im.W]
		sum, n := 0, 0
		for x := ex; x < im.W-ex; x += 5 {
			if d := apart(row[x], above[x]); d < flat {
				sum += d
				n++
			}
		}
		down[y&7] += float64(sum)
		ny[y&7] += float64(n)
	}
	return (excess(across, nx) + excess(down, ny)) / 2
}

// excess is the mean at the phase of the borders less that of the others.
func excess(sum, n [8]float64) float64 {
	var mean [8]float64
	for i := range mean {
		if n[i] > 0 {
			mean[i] = sum[i] / n[i]
		}
	}
	slices.Sort(mean[:])
	return mean[7] - mean[6]
}

func apart(a, b uint8) int {
	if a > b {
		return int(a - b)
	}
	return int(b - a)
}

// standardLuma is the sum of the table for luma of ITU-T T.81 annex K.1, which
// stands for quality 50 of the Independent JPEG Group's scale.
const standardLuma = 3688

// jpegQuality estimates the quality, 1 to 100, that a quantisation table stands
// for on the scale of the Independent JPEG Group's library, by its sum.
func jpegQuality(table *[64]uint16) int {
	sum := 0
	for _, v := range table {
		sum += int(v)
	}
	scale := 100 * float64(sum) / standardLuma
	q := 5000 / max(scale, 1)
	if scale <= 100 {
		q = 100 - scale/2
	}
	return int(min(100, max(1, q+0.5)))
}
