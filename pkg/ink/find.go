package ink

// FindSeal returns the round seal that a patch shows, if its ring is plain to see:
// where its middle lies in the box of the patch, or near it, and its radius, in mm
// from the top left of the box. dark asks for one that is twice as dark, or as red,
// as a seal must be in its own place: the circles of the paper's ornaments are not.
// It does not judge anything else and may be called concurrently.
func FindSeal(p *Patch, dark bool) (x, y, radius float64, ok bool) {
	if !p.valid() {
		return 0, 0, 0, false
	}
	s := newSheet(p)
	least := uint8(1)
	if dark {
		least = 2
	}
	c := s.seal(p, least)
	if c.part < sealPlain {
		return 0, 0, 0, false
	}
	return float64(c.X-p.Box.X0) / s.mm, float64(c.Y-p.Box.Y0) / s.mm, float64(c.R) / s.mm, true
}
