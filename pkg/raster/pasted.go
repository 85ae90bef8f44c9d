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

	// Doubtful says that it may as well be part of the scan: of a compound scan
	// (ISO/IEC 16485), one layer of which may hold the ink of one colour.
	Doubtful bool

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
	// Content: an image painted over the scan, or what one adds that is painted
	// over all of it. It is in Page.Image.
	Content PastedKind = "content"
)

// Measures of an image that may have been pasted over a scan.
const (
	pastedLayer   = 0.9   // share of both sides of the scan: a larger image is a layer of it
	pastedLeast   = 4.0   // pt: a smaller one is a speck
	pastedSpecks  = 8     // specks that a page may have; more make a picture
	pastedUnder   = 0.03  // share of it that lies on the scan; strips overlap a little
	gridTolerance = 0.12  // px by which the images of one scan may be off their common grid
	stepTolerance = 0.005 // by which their resolutions may miss a simple multiple
)

// pastedContent finds images that were painted over a scan and are not of it,
// or under one that lets them through.
//
// Scanners write a page as strips and tiles, which lie beside each other, or as
// layers (ISO/IEC 16485): a coarse background and over it finer images, of the
// whole page or of segments of it. All of them were cut from one picture, so
// they share its grid: resolutions are simple multiples of one another, and the
// corner of a segment is at a whole pixel. What a hand puts there has a size
// and a place of its own. An image that happens to fit is not listed: better to
// miss one than to accuse a scanner.
func pastedContent(items []item, page rect) []Pasted {
	shown := images(visible(items, page))
	var boxes, specks []rect
	for i, from := range origins(shown) {
		switch from {
		case ofHand:
			boxes = append(boxes, shown[i].box)
		case speck:
			specks = append(specks, shown[i].box)
		}
	}
	if len(specks) > pastedSpecks {
		boxes = append(boxes, specks...)
	}
	var out []Pasted
	for _, box := range joined(boxes) {
		out = append(out, Pasted{Rect: box, Kind: Content, Image: true})
	}
	return out
}

// origin is where an image comes from, by its size and place.
type origin uint8

const (
	ofScan origin = iota // nothing speaks against it
	ofHand               // put over the scan
	speck                // that would be, if there were many
)

// origins tells where each of the images comes from.
func origins(images []item) []origin {
	out := make([]origin, len(images))
	budget := pastedBudget
	for i, it := range images {
		if budget -= len(images); budget < 0 {
			out[i] = ofHand // no scan is made of so many
			continue
		}
		scan, ok := scanAround(images, i)
		switch {
		case !ok || it.layerOf(scan) || sameGrid(it, scan):
		case it.box.w() < pastedLeast || it.box.h() < pastedLeast:
			out[i] = speck
		default:
			out[i] = ofHand
		}
	}
	return out
}

// pastedBudget bounds the comparisons for a page.
const pastedBudget = 20_000_000

// images are the items that show one, if it is seen.
func images(items []item) []item {
	var out []item
	cover := newCover(items)
	for i, it := range items {
		if it.image != nil && !it.full.empty() && !cover.buries(i) {
			out = append(out, it)
		}
	}
	return out
}

// pictures lists where images are painted.
func pictures(items []item) []Rect {
	var boxes []rect
	for _, it := range images(items) {
		boxes = append(boxes, it.box)
	}
	return joined(boxes)
}

// scanAround returns the largest of the images that share ground with image i,
// if it is larger and together they have enough of it.
func scanAround(images []item, i int) (scan item, ok bool) {
	it := images[i]
	var common, area float64
	largest := -1
	for k := range images {
		box := images[k].box
		if shared := box.intersect(it.box); k != i && !shared.empty() {
			common += shared.area()
			if a := box.area(); a > area {
				largest, area = k, a
			}
		}
	}
	if largest >= 0 {
		scan = images[largest]
	}
	return scan, common > pastedUnder*it.box.area() && scan.box.area() > it.box.area()
}

// layerOf reports whether an image spans the scan.
func (it item) layerOf(scan item) bool {
	common := it.box.intersect(scan.box)
	return common.w() >= pastedLayer*scan.box.w() && common.h() >= pastedLayer*scan.box.h()
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
