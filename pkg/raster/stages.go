package raster

// stage is a step in which the pictures of a scan are painted: none of them
// lies over another. Strips and tiles are one stage, each layer of a compound
// scan (ISO/IEC 16485) is one of its own.
type stage struct {
	last int  // number of its last image; see item.number
	box  rect // around its images
}

// maxStages bounds the pictures that are looked at; what comes after is one.
const maxStages = 4

// stageOverlap is the share of an image from which it lies over another and not
// beside it.
const stageOverlap = 0.1

// stages sorts the images of a scan. Those that are told to be pasted by their
// size and place alone are none of them.
func stages(items []item, page rect) []stage {
	shown := images(visible(items, page))
	if len(split(shown)) < 2 {
		return nil // the most usual scans
	}
	var scan []item
	for i, from := range origins(shown) {
		if from == ofScan {
			scan = append(scan, shown[i])
		}
	}
	if out := split(scan); len(out) > 1 {
		return out
	}
	return nil
}

func split(images []item) []stage {
	var out []stage
	budget := pastedBudget
	from := 0
	for i, it := range images {
		if i > from && len(out) < maxStages-1 {
			var common float64
			if budget -= i - from; budget < 0 {
				continue
			}
			for k := from; k < i; k++ {
				common += images[k].box.intersect(it.box).area()
			}
			if common > stageOverlap*it.box.area() {
				out, from = append(out, stageOf(images[from:i])), i
			}
		}
	}
	if from < len(images) {
		out = append(out, stageOf(images[from:]))
	}
	return out
}

func stageOf(images []item) stage {
	s := stage{images[len(images)-1].number, images[0].box}
	for _, it := range images {
		s.box = s.box.union(it.box)
	}
	return s
}
