package ink

// The two thresholds on the probability of a signature. Between them is
// [Unsure]. Passing an empty box is worse than asking a person to look at a
// signed one, so the upper one is the stricter.
const (
	surePresent = 0.90
	sureAbsent  = 0.20
)

// Read measures a patch and judges the signature in its box. A patch that
// cannot be measured is [Unsure].
func Read(p *Patch) Reading {
	if !p.valid() {
		return Reading{State: Unsure}
	}
	return Judge(Measure(p), p.Sealed)
}

// Judge says whether measures show one person's signature. sealed says that
// they were taken where a seal belongs, too.
func Judge(f Features, sealed bool) Reading {
	m := &signedModel
	if sealed {
		m = &officialModel
	}
	x := f.vector()
	f.Signature = m.probability(x)
	f.Fingerprint = fingerModel.probability(x)
	r := Reading{State: Unsure, Confidence: max(f.Signature, 1-f.Signature), Features: f}
	switch {
	case f.Signature >= surePresent && f.enough():
		r.State = Present
		if f.Fingerprint > 0.5 && !sealed {
			r.State = Fingerprint
		}
	case f.Signature <= sureAbsent && f.little():
		r.State = Absent
	}
	return r
}

// enough guards the sure answer "present" against what a fitted model cannot
// know: whatever its measures, a single plain stroke is nobody's signature, nor
// are specks all over the box.
func (f *Features) enough() bool {
	return f.Core >= 9 && f.CoreTurning >= 0.9 || f.BlobArea >= 40
}

// little guards the sure answer "absent": so much ink that is no print is
// something, if only dirt that a person should see, and what a grey seal covers
// was not looked at.
func (f *Features) little() bool { return f.Length <= 24 && f.Largest <= 14 && f.Hidden <= 12 }
