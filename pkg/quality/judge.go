package quality

import (
	"math"

	"github.com/tthclint/tthclint/pkg/raster"
)

// What the eye calls by these names. They are no limits of the law and were set
// on drawn pages degraded by known amounts; see docs/accuracy.md.
const (
	skewMost     = 3.0  // degrees: lines then climb by 9 mm across A4
	darkPaper    = 125  // levels: paper that is less than half as light as white
	darkShare    = 0.30 // of a bilevel page that is black
	lightInk     = 90   // levels of contrast that print has at least
	blurredMM    = 0.50 // width of edges: letters of 2 mm run together
	blurredPX    = 3.2  // less is the limit of the resolution and no blur
	damagedTable = 30   // quality: coarser tables leave blocks that are seen
	damagedLevel = 1.2  // levels between blocks, with such a table
	blockedLevel = 3.0  // whatever the table: the picture was coded more than once
	photoGround  = 0.08 // of the page
	photoSides   = 3
	photoBent    = 0.6  // degrees of keystone
	photoUneven  = 0.12 // of the light of the paper
)

// Slanted reports whether the page lies askew so that it is seen at once.
func (q *Quality) Slanted() bool { return q.SkewKnown && math.Abs(q.Skew) >= skewMost }

// TooDark reports whether paper and print are hard to tell apart in the dark.
func (q *Quality) TooDark() bool {
	if q.Seen == raster.Bilevel {
		return q.Light.Black > darkShare
	}
	return q.Light.Paper < darkPaper
}

// TooLight reports whether print is so pale that it is lost. It cannot be told
// of a bilevel page.
func (q *Quality) TooLight() bool {
	return q.Seen != raster.Bilevel && !q.TooDark() && q.Light.Contrast() < lightInk
}

// Blurred reports whether print has no sharp edges.
func (q *Quality) Blurred() bool { return q.EdgeMM >= blurredMM && q.EdgePX >= blurredPX }

// Damaged reports whether the blocks of JPEG coding are seen.
func (q *Quality) Damaged() bool {
	return q.Blocks >= blockedLevel || q.JPEGQuality > 0 && q.JPEGQuality <= damagedTable && q.Blocks >= damagedLevel
}

// Photo reports whether the page was photographed and not scanned: two of a
// ground about the paper, edges that are not parallel and uneven light, or the
// camera's own word.
func (q *Quality) Photo() bool {
	signs := 0
	for _, sign := range [...]bool{
		q.Ground.Sides >= photoSides && q.Ground.Share >= photoGround,
		q.Ground.Keystone >= photoBent,
		q.Light.Uneven >= photoUneven,
	} {
		if sign {
			signs++
		}
	}
	return q.Camera || signs >= 2
}

// Cut lists the sides on which print runs into the edge.
func (q *Quality) Cut() []Side {
	var out []Side
	for side, n := range q.Cropped {
		if n >= cropLeast {
			out = append(out, Side(side))
		}
	}
	return out
}
