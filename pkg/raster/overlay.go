package raster

import "slices"

// drawnOver lists the text and line art over a scan, and what else is no paper
// there. Where images are less than a scan it is what lies over one of them.
func drawnOver(items []item, page rect) []Rect {
	shown := images(items)
	var area float64
	for _, it := range shown {
		area += it.box.area()
	}
	var boxes []rect
	cover := newCover(items)
	budget := coverBudget
	for i, it := range items {
		if it.kind != itemMark || it.image != nil || cover.buries(i) {
			continue
		}
		over := func(im item) bool { return !im.box.intersect(it.box).empty() }
		if budget -= len(shown); budget < 0 || area >= scanShare*page.area() || slices.ContainsFunc(shown, over) {
			boxes = append(boxes, it.box)
		}
	}
	return joined(append(boxes, repainted(items, page)...))
}

// repainted lists the rectangles of one colour that were filled over an image,
// or under one that lets them through: a viewer shows no paper there. A ground
// under the whole page is none of them.
func repainted(items []item, page rect) []rect {
	var out []rect
	cover := newCover(items)
	budget := coverBudget
	for i, it := range items {
		if it.kind != itemFill || it.box.covers(page, 1) || cover.buries(i) {
			continue
		}
		for k, other := range items {
			if budget--; budget < 0 {
				out = append(out, it.box)
				break
			}
			over := k < i || !other.opaque() && it.colour != white
			if other.image != nil && over && !other.box.intersect(it.box).empty() {
				out = append(out, it.box)
				break
			}
		}
	}
	return out
}

// maxOverlays bounds Page.Overlay and the like; more boxes are joined to one.
const maxOverlays = 200

// joined converts boxes to mm.
func joined(boxes []rect) []Rect {
	if len(boxes) > maxOverlays {
		all := boxes[0]
		for _, b := range boxes[1:] {
			all = all.union(b)
		}
		boxes = []rect{all}
	}
	var out []Rect
	for _, b := range boxes {
		out = append(out, b.mm())
	}
	return out
}
