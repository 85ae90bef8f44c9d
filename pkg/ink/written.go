package ink

import "math"

// Who seldom writes may sign with a name, letter by letter. To the models that is a name,
// which on many papers somebody else wrote, and no signature; so it is left open. But over
// the same name in print nobody else writes it again: there it is how this person signs.
// (Of 1,300 drawn boxes and 118 scanned ones that hold no such name eleven and none lie
// above these odds, the most of them with the other side behind print; of 700 that hold one
// four of five.)
const (
	sureName    = 1.5 // log odds
	lettersLeft = 30  // mm of strokes beside a line of print
)

// written reports whether somebody wrote a name in a person's box.
func (f *Features) written() bool { return f.LookName >= sureName }

// twice reports whether a written name stands beside one in print: there are two lines of
// letters, or one and many strokes that are no line.
func (f *Features) twice() bool {
	return f.TextLines > 1 || f.TextLines > 0 && f.Length > lettersLeft
}

// nameOdds is the probability that it is a name that was written.
func (f *Features) nameOdds() float64 { return 1 / (1 + math.Exp(-f.LookName)) }
