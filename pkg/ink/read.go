package ink

// The thresholds on the probability of a signature; between two of them is
// [Unsure]. Passing an empty box is worse than asking a person to look at a
// signed one, so the upper one is the stricter; no signature is the answer where it is
// the likelier one. (Of 2,186 scanned boxes of persons whom the models do not know 14 lay
// between 0.45 and 0.75, 5 of them signed; of some 2,000 boxes on pages that others drew five lay
// between 0.45 and 0.50, none signed.) Where a seal lies over the strokes less can be known, and
// no one is passed by it. (Of the 79 places of officials that nobody signed, on pages
// in other fonts, six were called signed at 0.57 to 0.71, four of them below 0.63;
// since then the upper one is 0.65 where it was 0.55.)
const (
	surePresent = 0.75
	sureAbsent  = 0.5

	sealedPresent = 0.65
	sealedAbsent  = 0.40
)

// darkest is the least brightness of paper on which ink is told: a page that is
// darker was scanned black.
const darkest = 0.15

// Read measures a patch and judges the signature in its box. A patch that
// cannot be measured is [Unsure].
func Read(p *Patch) Reading {
	if !p.valid() {
		return Reading{State: Unsure, Contents: []Content{Nothing}}
	}
	return Judge(Measure(p), p.Sealed)
}

// Judge says whether measures show one person's signature. sealed says that
// they were taken where a seal belongs, too.
func Judge(f Features, sealed bool) Reading {
	m, high, low := &fitted().Signed, surePresent, sureAbsent
	if sealed {
		m, high, low = &fitted().Official, sealedPresent, sealedAbsent
	}
	x := f.vector()
	f.Signature = f.Together(m.odds(x))
	f.Fingerprint = fitted().Finger.probability(x)
	r := Reading{State: Unsure, Confidence: max(f.Signature, 1-f.Signature), Features: f}
	written := !sealed && f.Signature < high && f.written()
	switch {
	case f.Paper < darkest:
	case !sealed && f.Signature > low && f.liesBehind():
		r.State, r.Confidence = Absent, sureSoft
	case written:
		r.Confidence = f.signedOrNamed()
		if f.overPrint() && !f.shinesThrough() {
			r.State = Present
		}
	case f.Signature >= high && (sealed || f.enough()):
		switch {
		case !sealed && f.Fingerprint > 0.5:
			if f.ridged() {
				r.State = Fingerprint
			}
		case sealed || !f.shinesThrough():
			r.State = Present
		}
	case f.Signature <= low && (sealed || f.little()):
		r.State = Absent
	}
	r.Contents = f.contents(r.State, written)
	return r
}

// Together is the probability of a signature by the odds that the trees give and
// those of the network: their mean, since each errs in its own way on what
// neither was fitted on. It is for the program that fits the models, too.
func (f *Features) Together(odds float64) float64 {
	return logistic((odds + f.LookSigned) / 2)
}

// ridged guards the sure answer "fingerprint" as enough does "present": one has a patch of ink or ridges
// that bend. A stain of coffee that has neither looks like one. (Of 185 boxes that were called
// so two have no patch, at 0.988 and 0.992; the stain had 0.95.)
func (f *Features) ridged() bool {
	return f.BlobArea > 0 || f.CoreTurning >= 0.6 || f.Fingerprint >= 0.98
}

// enough guards the sure answer "present" where the models are not all but
// certain: a single plain stroke is nobody's signature.
func (f *Features) enough() bool {
	return f.Core >= 6 && f.CoreTurning >= 0.6 || f.BlobArea >= 25 || f.TextLines > 0 || f.Signature >= 0.95
}

// little guards the sure answer "absent" in the same way: of what a grey seal
// covers nothing was measured, and only the network saw it. Of the boxes so covered
// that it takes for empty with such odds 21 of 23 are.
func (f *Features) little() bool { return f.Hidden <= 60 || f.Signature <= 0.25 }
