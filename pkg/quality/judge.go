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
	ruinedTable  = 20   // quality: coarser tables fray print on any paper
	damagedTable = 30   // quality: such tables leave blocks where paper has a pattern
	damagedLevel = 1.2  // levels between those blocks
	blockedLevel = 3.0  // whatever the table: the picture was coded more than once
	photoSides   = 3    // on which ground is seen
	photoGround  = 0.03 // of the page that is ground
	photoNoPaper = 0.8  // of the page that is ground: no paper is seen
	photoBent    = 0.5  // degrees of keystone
	photoSurely  = 1.2  // degrees: no scanner does that
	photoUneven  = 0.10 // of the light of the paper
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

// Damaged reports whether JPEG coding has cost what can be seen.
func (q *Quality) Damaged() bool {
	coarse := q.JPEGQuality > 0 && (q.JPEGQuality <= ruinedTable || q.JPEGQuality <= damagedTable && q.Blocks >= damagedLevel)
	return coarse || q.Blocks >= blockedLevel
}

// Photo reports whether the page was photographed and not scanned: two of a
// ground about the paper, edges that are not parallel and uneven light, edges
// that are far from parallel, or the camera's own word.
func (q *Quality) Photo() bool {
	signs := 0
	for _, sign := range [...]bool{
		q.Ground.Sides >= photoSides && q.Ground.Share >= photoGround && q.Ground.Share < photoNoPaper,
		q.Ground.Keystone >= photoBent,
		q.Light.Uneven >= photoUneven && q.Seen != raster.Bilevel,
	} {
		if sign {
			signs++
		}
	}
	return q.Camera || signs >= 2 || q.Ground.Keystone >= photoSurely
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
