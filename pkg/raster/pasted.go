package raster

import "math"

// Pasted is something that was put over the paper after it was scanned, or a
// place where it may have been. A picture of a signature among them is no ink
// on the paper. It does not say who did it, or that it is wrong: an office may
// stamp its number there.
type Pasted struct {
	Rect    // where, in mm on the displayed page
	Kind    PastedKind
	Subtype string // of an annotation (ISO 32000-2 table 171): Stamp, Ink, FreeText, Widget …

	// What it draws. What cannot be read counts as both image and lines.
	Image, Lines, Text bool

	// Signature says that it is the place of a signature field, and Signed that
	// the field is signed: then it is the visible appearance of a digital
	// signature, which is as it should be.
	Signature, Signed bool
}

// PastedKind is how something was put over a scan.
type PastedKind string

// Kinds of [Pasted].
const (
	// Annotation: an annotation with an appearance. It is not in Page.Image.
	Annotation PastedKind = "annotation"
	// Content: an image painted over the scan. It is in Page.Image.
	Content PastedKind = "content"
)

// Measures of an image that may have been pasted over a scan.
const (
	pastedSide    = 0.6   // share of a side of the page: a larger image is a layer of it
	pastedLeast   = 6.0   // pt: a smaller one is a speck
	pastedUnder   = 0.9   // share of it that lies on the scan
	gridTolerance = 0.12  // px by which the images of one scan may be off their common grid
	stepTolerance = 0.005 // by which their resolutions may miss a simple multiple
)

// pastedContent finds images that were painted over a scan and are not of it.
//
// Scanners write a page as strips and tiles, which lie beside each other, or as
// layers (ISO/IEC 16485): a coarse background and over it finer images, of the
// whole page or of segments of it. All of them were cut from one picture, so
// they share its grid: resolutions are simple multiples of one another, and the
// corner of a segment is at a whole pixel. What a hand puts there has a size
// and a place of its own. An image that happens to fit is not listed: better to
// miss one than to accuse a scanner.
func pastedContent(items []item, page rect) []Pasted {
	items = visible(items, page)
	var out []Pasted
	var below []item // images so far
	for _, it := range items {
		if it.image == nil || it.full.empty() {
			continue
		}
		if scan, ok := scanUnder(below, it.box, page); ok && foreign(it, page) && !sameGrid(it, scan) {
			out = append(out, Pasted{Rect: it.box.mm(), Kind: Content, Image: true})
		}
		below = append(below, it)
		if len(below) > maxBelow || len(out) >= maxPasted {
			break // no scan is made of so many
		}
	}
	return out
}

const (
	maxBelow  = 2000
	maxPasted = 200
)

// foreign reports whether an image has the size of something put on a page.
func foreign(it item, page rect) bool {
	return it.box.w() <= pastedSide*page.w() && it.box.h() <= pastedSide*page.h() &&
		it.box.w() >= pastedLeast && it.box.h() >= pastedLeast
}

// scanUnder returns the largest of the images below that a box lies on, if they
// are a scan: they cover most of the page and of the box.
func scanUnder(below []item, box, page rect) (scan item, ok bool) {
	var covered float64
	largest := -1
	for i, it := range below {
		covered += it.box.intersect(page).area()
		if common := it.box.intersect(box); !common.empty() && (largest < 0 || it.box.area() > below[largest].box.area()) {
			largest = i
		}
	}
	if largest < 0 || covered < scanShare*page.area() {
		return scan, false
	}
	const n = 8
	on := 0
	for i := range n {
		for j := range n {
			x, y := box.x0+box.w()*(float64(i)+0.5)/n, box.y0+box.h()*(float64(j)+0.5)/n
			for _, it := range below {
				if it.box.holds(x, y) {
					on++
					break
				}
			}
		}
	}
	return below[largest], float64(on) >= pastedUnder*n*n
}

// sameGrid reports whether an image was cut from the picture that the scan was
// made from: its resolution is a simple multiple of the scan's, and its corners
// are at whole pixels of that.
func sameGrid(it, scan item) bool {
	ax, ay := it.density()
	bx, by := scan.density()
	return onGrid(it.full.x0-scan.full.x0, scan.full.x1-it.full.x1, ax, bx) &&
		onGrid(it.full.y0-scan.full.y0, scan.full.y1-it.full.y1, ay, by)
}

// onGrid looks along one side. before and after are the distances in pt to the
// scan's edges, one of which the grid begins at; the other may cut a pixel. a
// and b are the resolutions of image and scan in px/pt, which both may be a
// little off, since sides are rounded to whole pixels: so a whole number of dpi
// near by is tried as well.
func onGrid(before, after, a, b float64) bool {
	for _, f := range [...]float64{1, 2, 3, 4, 5, 6, 8, 1. / 2, 1. / 3, 1. / 4, 1. / 6, 1. / 8, 3. / 2, 2. / 3, 4. / 3, 3. / 4} {
		if math.Abs(a/b/f-1) > stepTolerance {
			continue
		}
		fine := b * max(1, f)
		for _, density := range [...]float64{fine, wholeDPI(fine)} {
			if wholePixels(before*density) || wholePixels(after*density) {
				return true
			}
		}
	}
	return false
}

// wholeDPI rounds a resolution in px/pt to a whole number of dpi.
func wholeDPI(density float64) float64 { return math.Round(72*density) / 72 }

func wholePixels(px float64) bool { return math.Abs(px-math.Round(px)) <= gridTolerance }

// mm converts a box on the displayed page.
func (r rect) mm() Rect {
	return Rect{millimetres(r.x0), millimetres(r.y0), millimetres(r.w()), millimetres(r.h())}
}
