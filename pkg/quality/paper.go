package quality

import "math"

// Format is a size of paper.
type Format struct {
	Name  string  // as "A4"
	W, H  float64 // mm, standing
	Lying bool    // the longer side runs across the page
}

// formats are the papers that results are printed on: ISO 216, the sheet of 190
// by 265 mm of land use certificates, and what scanners set on their own.
var formats = [...]Format{
	{Name: "A4", W: 210, H: 297}, {Name: "A5", W: 148, H: 210}, {Name: "A3", W: 297, H: 420}, {Name: "190 × 265 mm", W: 190, H: 265}, {Name: "B5", W: 176, H: 250},
	{Name: "Letter", W: 215.9, H: 279.4}, {Name: "Legal", W: 215.9, H: 355.6}, {Name: "A6", W: 105, H: 148}, {Name: "F4", W: 215, H: 330}, {Name: "B4", W: 250, H: 353}, {Name: "A2", W: 420, H: 594},
}

// formatOff is how far a side may be off its format, in mm, beside two per cent.
const formatOff = 3

// formatOf names the paper that a page is as large as, standing or lying.
func formatOf(w, h float64) Format {
	best, out := math.Inf(1), Format{}
	for _, f := range formats {
		for _, lying := range [2]bool{false, true} {
			fw, fh := f.W, f.H
			if lying {
				fw, fh = fh, fw
			}
			if off := max(math.Abs(w-fw)-0.02*fw, math.Abs(h-fh)-0.02*fh); off < formatOff && off < best {
				best, out = off, f
				out.Lying = lying
			}
		}
	}
	return out
}
