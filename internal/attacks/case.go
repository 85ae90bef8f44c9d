package attacks

import (
	"slices"
	"strings"
)

// Case is one file and what a validator has to say of it.
type Case struct {
	Name  string // name of the file, without extension: "eaa-p2-freetext"
	Class string
	Note  string // what was done, and why the verdict is what it is
	Make  func() ([]byte, error)
	// Want has the verdict of each signature of any revision; the field tells which
	// is which, and whether it was removed.
	Want []Want
}

// Want is the verdict on one signature, in the words of package sign. Where the
// standard leaves more than one answer they are separated by "|"; an empty one is
// not asked for.
type Want struct {
	Field     string
	Integrity string
	Coverage  string
	Changes   string
	Permitted string // "yes", "no", or "none" when nothing was changed
	Trust     string // of the signer's chain under the anchors of [Cast]
	Term      string
	Timestamp string   // integrity of the embedded timestamp
	Proven    string   // "yes" or "no": a timestamp proves the time
	Passes    string   // "yes" or "no": TOTAL_PASSED
	Removed   bool     // the last revision no longer holds it
	Codes     []string // reasons that must be given
}

// Holds tells whether an answer is among those wanted.
func Holds(want, got string) bool {
	return want == "" || slices.Contains(strings.Split(want, "|"), got)
}

// Answers, as package sign writes them.
const (
	intact       = "intact"
	broken       = "broken"
	unverifiable = "unverifiable"
	notIntact    = "broken|unverifiable"

	wholeFile  = "whole-file"
	revision   = "whole-revision"
	partial    = "partial"
	incoherent = "incoherent"
	notWhole   = "partial|incoherent"

	none       = "none"
	form       = "form"
	annotation = "annotation"
	other      = "other"

	trusted = "trusted"
	yes     = "yes"
	no      = "no"
)

// sound is the verdict on a good signature at the end of a file.
func sound(field string) Want {
	return Want{Field: field, Integrity: intact, Coverage: wholeFile, Changes: none, Permitted: none, Trust: trusted, Passes: yes}
}

// changed is the verdict on a good signature that something followed.
func changed(field, class, permitted string, codes ...string) Want {
	w := Want{Field: field, Integrity: intact, Coverage: revision, Changes: class, Permitted: permitted, Trust: trusted, Codes: codes}
	if permitted == no {
		w.Passes = no
	}
	return w
}

// Catalogue returns all cases. Making them is left to [Case.Make].
func Catalogue() ([]Case, error) {
	c, err := NewCast()
	if err != nil {
		return nil, err
	}
	return slices.Concat(
		c.annotations(), c.sneaky(), c.hide(), c.replace(), c.hideAndReplace(),
		c.forgery(), c.saving(), c.wrapping(), c.borrowed(), c.chains(), c.collisions(),
		c.swaps(), c.messages(), c.attributes(), c.algorithms(), c.encodings(), c.times(),
		c.many(), c.layers(), c.vietnamese(), c.revoked(), c.roles(),
		c.widgets(),
	), nil
}
