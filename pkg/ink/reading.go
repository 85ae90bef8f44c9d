package ink

// Reading is what was found in one box.
type Reading struct {
	State State
	// Confidence is the estimated probability, 0 to 1, that State is right; for
	// [Unsure] the probability of the likelier answer.
	Confidence float64
	// Contents are the things seen in the box, the weightiest first: what is
	// there in place of a signature, or beside it. It is never empty.
	Contents []Content
	Features Features
}

// Content is a kind of thing seen in a box.
type Content string

// The contents of a box.
const (
	Handwriting Content = "handwriting" // strokes that make, or may make, a signature
	Finger      Content = "fingerprint" // a fingerprint
	SealPrint   Content = "seal"        // a round seal
	Name        Content = "name"        // a line of print or of neat handwriting, as a name is
	WrittenName Content = "writtenName" // a name that a hand wrote, without another signature
	Mark        Content = "mark"        // a stray stroke, a cross, a fold, dirt
	Nothing     Content = "nothing"
)

// contents lists what the measures show besides the answer.
func (f *Features) contents(state State, written bool) []Content {
	var out []Content
	switch {
	case written:
		out = append(out, WrittenName)
	case state == Present:
		out = append(out, Handwriting)
	case state == Fingerprint:
		out = append(out, Finger)
	case state == Unsure:
		if f.Length >= markFrom || f.BlobArea > 0 {
			out = append(out, Handwriting)
		}
	}
	if f.RingRadius > 0 {
		out = append(out, SealPrint)
	}
	if f.TextLines > 0 {
		out = append(out, Name)
	}
	if state == Absent && f.Length >= markFrom {
		out = append(out, Mark)
	}
	if len(out) == 0 {
		out = append(out, Nothing)
	}
	return out
}

// markFrom is the length in mm of strokes that are worth a word.
const markFrom = 1.5
