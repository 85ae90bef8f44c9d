package quality

import (
	"math"

	"github.com/tthclint/tthclint/pkg/raster"
)

// Hints are what is known of a page from reading it. The zero value is allowed.
type Hints struct {
	// Turned tells that Rotation is known: how far the sheet is turned on the
	// displayed page, in degrees clockwise, a multiple of 90.
	Turned   bool
	Rotation int
	// Scale is the size of print on the page over its size on the sheet, where a
	// layout with known measures was recognised; 0 if not.
	Scale float64
}

// Quality holds what was measured on the picture of a page.
type Quality struct {
	// DPIX and DPIY are the effective resolution across and down the page: pixels
	// of the stored images per inch of the place they are shown at.
	DPIX, DPIY float64
	// DetailDPI is the resolution at which a sharp scan would have edges as wide as
	// those that are seen: less than DPIX where the picture was enlarged or is
	// blurred, about the same on a sharp one. 0 where it cannot be told, as on a
	// bilevel picture.
	DetailDPI float64
	// Enlarged is the factor by which rows and columns were repeated; 1 if they
	// were not.
	Enlarged float64

	Stored raster.Mode // what the file says
	Seen   raster.Mode // what is there: a colour picture may show nothing but grey
	Hue    float64     // share of the pixels that have a colour, 0 to 1

	WidthMM, HeightMM float64 // of the displayed page
	Format            Format  // that the page has; zero for none that is known
	Scale             float64 // from [Hints]

	// Skew is how far lines of print are from the nearest edge of the page, in
	// degrees clockwise, between -12 and 12, if SkewKnown.
	Skew      float64
	SkewKnown bool
	// Rotation is how far the sheet is turned on the displayed page, in degrees
	// clockwise: 0, 90, 180 or 270, if RotationKnown. It comes from [Hints], or
	// from how letters stand on their lines.
	Rotation      int
	RotationKnown bool

	// Cropped counts for each [Side] the places where print runs into the edge.
	Cropped [4]int

	Light Light
	// EdgePX and EdgeMM are the width of the edges of print, from paper to ink at
	// the steepest slope: the median, in pixels of the picture and in mm; 0 where
	// there are too few edges, and on a bilevel picture.
	EdgePX, EdgeMM float64

	// JPEGQuality is what the coarsest quantisation table on the page stands for on
	// the scale of the Independent JPEG Group's library, 1 to 100; 0: no JPEG.
	JPEGQuality int
	// Blocks is how much more neighbours differ across the borders of JPEG blocks
	// than inside of them, in levels.
	Blocks float64

	Ground Ground
	Camera bool // the file names an exposure time, as cameras write it
	Sheets int  // papers or cards that lie apart on the picture; 1 on most
}

// Measure measures the picture of a page. It returns nil for one that cannot be
// measured: no pixels, or too few. It keeps nothing of the picture and may be
// called concurrently.
func Measure(p *raster.Page, h Hints) *Quality {
	if !usable(p) {
		return nil
	}
	q := &Quality{Stored: p.Mode, WidthMM: p.WidthMM, HeightMM: p.HeightMM, Scale: h.Scale}
	q.stored(p)
	q.Seen, q.Hue = seen(p)
	q.Format = formatOf(p.WidthMM, p.HeightMM)
	s := newSmall(p)
	o := newOutline(p, s)
	if q.Ground, q.Sheets = o.ground(), o.sheets(); q.Sheets > 1 {
		q.Ground.Keystone = 0 // edges of different papers
	}
	q.Light = lightOf(p.Image, s, o)
	q.direction(s, h)
	q.Cropped = s.cropped(o)
	q.Enlarged = enlarged(p.Image)
	if q.Seen == raster.Bilevel {
		return q
	}
	q.Blocks = blockiness(p.Image)
	if w := edgeWidths(p.Image, max(leastHeight, q.Light.Contrast()*45/100)).median(); w > 0 {
		q.EdgePX, q.EdgeMM = w, w*25.4/p.DPI
		q.DetailDPI = min(25.4*sharpPX/q.EdgeMM, math.Sqrt(q.DPIX*q.DPIY))
	}
	return q
}

func usable(p *raster.Page) bool {
	if p == nil || p.Image == nil {
		return false
	}
	im := p.Image
	n := im.W * im.H
	return im.W >= 64 && im.H >= 64 && im.W <= 1<<16 && im.H <= 1<<16 && len(im.Y) == n &&
		(im.Cb == nil && im.Cr == nil || len(im.Cb) == n && len(im.Cr) == n) &&
		p.WidthMM > 0 && p.HeightMM > 0 && p.DPI >= 10 && p.DPI < 20_000
}

// direction sets skew and rotation.
func (q *Quality) direction(s *small, h Hints) {
	if h.Turned {
		q.Rotation, q.RotationKnown = h.Rotation, true
		q.Skew, q.SkewKnown = s.skew(h.Rotation%180 == 0)
		return
	}
	across, down := s.lines(true), s.lines(false)
	t := across
	if down.bodies > across.bodies || down.bodies == across.bodies && down.peak > across.peak {
		t = down
	}
	q.Skew, q.SkewKnown = t.skew, t.known
	if t.known {
		q.Rotation, q.RotationKnown = t.rotation()
	}
}
