package form

// What tells how wide a caption is printed where the word that ends it was read as
// one with what is written behind it.
const (
	leastWidths = 4    // captions that say how wide the print is
	widest      = 1.18 // of a caption, in parts of the width that the others give it
	trimmed     = 1.06
)

// leastCaption is the part of a caption's box, at least, that is left before what
// begins in it.
const leastCaption = 0.4

// trim cuts captions off where the next word begins, and captions without their
// colons that reach into what is written behind them, as all captions of a page are
// printed about as wide.
func (b *board) trim() {
	for _, n := range b.notices {
		if len(n.rest) > 0 {
			if w := n.rest[0].box.X - n.box.X; w > leastCaption*n.box.W {
				n.box.W = min(n.box.W, w)
			}
		}
	}
	var all []float64
	for _, n := range b.notices {
		if n.entry && n.ended && n.text != "" {
			all = append(all, n.box.W/usualWidth(n.text))
		}
	}
	if len(all) < leastWidths {
		return
	}
	unit := median(all)
	for _, n := range b.notices {
		if width := unit * usualWidth(n.text); n.entry && !n.ended && n.text != "" && n.box.W > widest*width {
			n.box.W = trimmed * width
		}
	}
}
