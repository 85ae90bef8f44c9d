// Package likeness tells whether two pictures of pages are one picture that was
// stored anew: compressed once more, in another size or in grey.
//
// Pages of one form look alike, so that what most perceptual hashes measure,
// the coarse light and dark of a picture, is the same for all of them. This
// one measures detail: how each place of about a millimetre differs from the
// centimetre around it, in which a name that was filled in or a sheet that lies
// half a millimetre aside shows. A [Hash] holds the signs of 256 random sums of
// that; two pictures whose details correlate by r differ in about 256·arccos(r)/π
// bits (Goemans and Williamson 1995, Charikar 2002).
package likeness

import (
	"math/bits"
	"math/rand/v2"

	"github.com/tthclint/tthclint/pkg/raster"
)

// Hash stands for a picture of a page. The zero value stands for none.
type Hash [4]uint64

// Same is the greatest distance of two hashes that are taken for one picture. A
// scan that is compressed once more differs from itself in 0 to 4 bits at JPEG
// quality 75, in up to 9 at 40, in up to 11 at 20; two papers of one form in 35 or more, drawn in
// the very same place of the sheet, and in 60 or more as scanners put them. The
// same paper laid on the glass once more, a tenth of a degree aside, is another
// picture (9 to 26 bits). Strict, since it is to be certain: copies that were made
// black and white, or coarse, may be missed.
const Same = 10

// Distance returns in how many of their 256 bits two hashes differ.
func (h Hash) Distance(other Hash) int {
	n := 0
	for i := range h {
		n += bits.OnesCount64(h[i] ^ other[i])
	}
	return n
}

// Near reports whether two hashes are taken for one picture.
func (h Hash) Near(other Hash) bool {
	// Most differ by far in the first word already.
	return bits.OnesCount64(h[0]^other[0]) <= Same && h.Distance(other) <= Same
}

// The grid of places that are compared. On A4 a place is 1.6 x 1.2 mm.
const (
	columns = 128
	rows    = 256
	around  = 4    // places to each side that are the surroundings of one
	edge    = 0.04 // of width and height on each side, where scanners leave shadows
	most    = 48.0 // levels of 255 by which a place may count: a black edge must not outweigh the print
	least   = 2.5  // levels that the places of a page with something on it differ by
)

// Of returns the hash of a picture; false for one that is too small or has too
// little on it to be told from another.
func Of(im *raster.Image) (Hash, bool) {
	if im == nil || im.W < 2*columns || im.H < 2*columns || len(im.Y) < im.W*im.H {
		return Hash{}, false
	}
	detail, spread := details(shrunk(im))
	if spread < least {
		return Hash{}, false
	}
	mix(detail)
	var h Hash
	for i, at := range picked {
		if detail[at] > 0 {
			h[i/64] |= 1 << (i % 64)
		}
	}
	return h, true
}

// shrunk returns the mean light of each place, without the edges of the page.
// Pixels that two places share count for both by their parts: else the same
// picture in another size would lie half a pixel aside.
func shrunk(im *raster.Image) []float32 {
	across := cuts(im.W, columns)
	down := cuts(im.H, rows)
	grid := make([]float32, columns*rows)
	line := make([]float32, columns)
	for r := range rows {
		down[r].each(func(y int, share float32) {
			row := im.Y[y*im.W : (y+1)*im.W]
			for c := range columns {
				line[c] = across[c].mean(row)
			}
			for c := range columns {
				grid[r*columns+c] += line[c] * share / down[r].size()
			}
		})
	}
	return grid
}

// span is a stretch of pixels, with parts of the first and the last.
type span struct{ from, to float32 }

// cuts cuts a length without its edges into n spans.
func cuts(length, n int) []span {
	first, step := edge*float64(length), (1-2*edge)*float64(length)/float64(n)
	all := make([]span, n)
	for i := range all {
		all[i] = span{float32(first + step*float64(i)), float32(first + step*float64(i+1))}
	}
	return all
}

func (s span) size() float32 { return s.to - s.from }

// each calls do with the pixels of a span and the part of each that is in it.
func (s span) each(do func(at int, share float32)) {
	for i := int(s.from); float32(i) < s.to; i++ {
		do(i, min(s.to, float32(i+1))-max(s.from, float32(i)))
	}
}

// mean returns the mean light of a span of a row.
func (s span) mean(row []uint8) float32 {
	first, last := int(s.from), int(s.to)
	if float32(last) == s.to {
		last--
	}
	if first >= last {
		return float32(row[first])
	}
	whole := 0
	for _, v := range row[first+1 : last] {
		whole += int(v)
	}
	return (float32(row[first])*(float32(first+1)-s.from) + float32(whole) + float32(row[last])*(s.to-float32(last))) / s.size()
}

// details returns how each place differs from its surroundings, and the mean of
// how much.
func details(grid []float32) (detail []float32, spread float64) {
	// sums[r][c] is the sum of what lies above and left.
	sums := make([]float64, (rows+1)*(columns+1))
	for r := range rows {
		row := 0.0
		for c := range columns {
			row += float64(grid[r*columns+c])
			sums[(r+1)*(columns+1)+c+1] = sums[r*(columns+1)+c+1] + row
		}
	}
	detail = make([]float32, columns*rows)
	for r := range rows {
		top, bottom := max(r-around, 0), min(r+around+1, rows)
		for c := range columns {
			left, right := max(c-around, 0), min(c+around+1, columns)
			sum := sums[bottom*(columns+1)+right] - sums[top*(columns+1)+right] - sums[bottom*(columns+1)+left] + sums[top*(columns+1)+left]
			d := float64(grid[r*columns+c]) - sum/float64((bottom-top)*(right-left))
			d = max(-most, min(most, d))
			detail[r*columns+c] = float32(d)
			spread += max(d, -d)
		}
	}
	return detail, spread / (columns * rows)
}

// The signs and the sums of the hash, the same in every run of every version.
var signs, picked = func() (signs [columns * rows]bool, picked [256]int) {
	r := rand.New(rand.NewPCG(0x7474, 0x6863))
	for i := range signs {
		signs[i] = r.Uint64()&1 == 1
	}
	for i, at := range r.Perm(columns * rows)[:256] {
		picked[i] = at
	}
	return signs, picked
}()

// mix turns the places into sums of all of them with random signs: signs by
// chance, then the Walsh-Hadamard transform.
func mix(v []float32) {
	for i := range v {
		if signs[i] {
			v[i] = -v[i]
		}
	}
	for half := 1; half < len(v); half *= 2 {
		for from := 0; from < len(v); from += 2 * half {
			for i := from; i < from+half; i++ {
				v[i], v[i+half] = v[i]+v[i+half], v[i]-v[i+half]
			}
		}
	}
}
