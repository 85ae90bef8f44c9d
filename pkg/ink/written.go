package ink

// Who seldom writes may sign with a name, letter by letter. To the models that is a name,
// which on many papers somebody else wrote, and no signature; so it is left open. But over
// the same name in print nobody else writes it again: there it is how this person signs.
// (Of 170 scanned boxes that nobody signed none lies above these odds.)
const (
	likelyName  = 0.75 // log odds
	sureName    = 1.25
	lettersLeft = 30 // mm of strokes beside a line of print
)

// written reports whether somebody seems to have written a name in a person's box.
func (f *Features) written() bool { return f.LookName >= likelyName }

// overPrint reports whether surely a name was written, and there is more than one name's
// letters: two lines of them, or one and many strokes that are no line.
func (f *Features) overPrint() bool {
	return f.LookName >= sureName && (f.TextLines > 1 || f.TextLines > 0 && f.Length > lettersLeft)
}

// signedOrNamed is the probability that there is a signature, or else a written name.
func (f *Features) signedOrNamed() float64 {
	return f.Signature + (1-f.Signature)*logistic(f.LookName)
}
