package form

// claim is print that says a wording, more or less.
type claim struct {
	wording wording
	read    string
	box     Box     // in the view
	tilt    float64 // slope of its line
	likely  float64 // how much of it agrees, 0 to 1
}

// short reports whether the text is too short to count unless it was read
// without a fault.
func (w wording) short() bool { return len(w.letters) < 4 }

// Agreement that a claim needs.
const (
	leastAlike = 0.74
	leastShort = 0.5
)

// claims returns the wordings that a phrase may say, each at most once.
func (p phrase) claims(all []wording) []claim {
	if len(p.words) == 0 || len(p.words) > 40 {
		return nil
	}
	parts := make([]string, len(p.words))
	total := 0.0 // letters, as far as they were read with confidence
	for i, w := range p.words {
		parts[i] = letters(w.text)
		total += float64(len(parts[i])) * w.confidence
	}
	var out []claim
	for _, w := range all {
		best := claim{wording: w, tilt: p.tilt}
		for i := range parts {
			if w.role == labelRole && i > 0 {
				break // a label begins its line; a value follows
			}
			said, sure := "", 0.0
			for j := i; j < len(parts); j++ {
				said += parts[j]
				sure += float64(len(parts[j])) * p.words[j].confidence
				if len(said)*2 < len(w.letters) {
					continue
				}
				if len(said) > 2*len(w.letters)+1 {
					break
				}
				likely := alike(said, w.letters)
				if w.role != labelRole {
					// What else stands on the line speaks against it.
					likely -= 0.7 * (total - sure) / max(total, float64(len(w.letters)))
				}
				if likely > best.likely {
					in := phrase{words: p.words[i : j+1]}
					best.likely, best.read, best.box = likely, in.text(), in.box()
				}
			}
		}
		least := leastAlike
		if w.short() {
			least = leastShort
		}
		if best.likely >= least {
			out = append(out, best)
		}
	}
	return out
}
