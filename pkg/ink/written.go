package ink

import "math"

// Who seldom writes may sign with a name, letter by letter. To the models that is a name,
// which on many papers somebody else wrote, and no signature; so it is left open. But over
// the same name in print nobody else writes it again: there it is how this person signs.
// (Of 170 scanned boxes that nobody signed none lies above the lower odds.)
const (
	likelyName  = 0.75 // log odds
	sureName    = 1.5
	lettersLeft = 30 // mm of strokes beside a line of print
)

// written reports whether somebody seems to have written a name in a person's box.
func (f *Features) written() bool { return f.LookName >= likelyName }

// twice reports whether surely a name was written, beside one in print: there are two
// lines of letters, or one and many strokes that are no line.
func (f *Features) twice() bool {
	return f.LookName >= sureName && (f.TextLines > 1 || f.TextLines > 0 && f.Length > lettersLeft)
}

// nameOdds is the probability that it is a name that was written.
func (f *Features) nameOdds() float64 { return 1 / (1 + math.Exp(-f.LookName)) }
