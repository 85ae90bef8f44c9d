package ink

// seal measures red ink; ring evidence in grey comes later.
func (f *Features) seal(s *sheet, p *Patch) {
	if s.red == nil {
		return
	}
	n := 0
	for i, r := range s.red {
		if r >= 25 && s.grey[i] >= 15 {
			n++
		}
	}
	f.Red = float64(n) / (s.mm * s.mm)
}

// ReadSeal judges the box of a seal.
func ReadSeal(p *Patch) Reading { return Reading{State: Unsure} }
