package ink

// The two thresholds on the probability of a signature. Between them is
// [Unsure]. Passing an empty box is worse than asking a person to look at a
// signed one, so the upper one is the stricter.
const (
	surePresent = 0.90
	sureAbsent  = 0.20
)

// Read judges the box of one person's signature. A patch that cannot be
// measured is [Unsure].
func Read(p *Patch) Reading { return judge(p, &signedModel) }

// ReadUnderSeal judges the signature in a box that a seal shares, as the
// official's.
func ReadUnderSeal(p *Patch) Reading { return judge(p, &officialModel) }

func judge(p *Patch, m *logistic) Reading {
	if !p.valid() {
		return Reading{State: Unsure}
	}
	f := Measure(p)
	x := f.vector()
	f.Signature = m.probability(x)
	f.Fingerprint = fingerModel.probability(x)
	r := Reading{Features: f}
	switch {
	case f.Signature >= surePresent && f.enough():
		r.State, r.Confidence = Present, f.Signature
		if f.Fingerprint > 0.5 {
			r.State = Fingerprint
		}
	case f.Signature <= sureAbsent:
		r.State, r.Confidence = Absent, 1-f.Signature
	default:
		r.State, r.Confidence = Unsure, max(f.Signature, 1-f.Signature)
	}
	return r
}

// enough guards the sure answer "present" against what a fitted model cannot
// know: whatever its measures, a single plain stroke is nobody's signature.
func (f *Features) enough() bool {
	return f.Length >= 9 && f.Turning >= 0.9 || f.BlobArea >= 40
}
