package ink

// State is what a box holds.
type State string

// The states of a box.
const (
	Present     State = "present"     // a signature by hand; for a seal field, a seal
	Absent      State = "absent"      // no signature: empty, or a name, a stray mark, a cross alone
	Fingerprint State = "fingerprint" // a fingerprint in place of a signature
	Unsure      State = "unsure"      // the measures do not decide
)

// Signed reports whether the state is a legal signature: written or a
// fingerprint.
func (s State) Signed() bool { return s == Present || s == Fingerprint }

// Rect is a rectangle in pixels of a patch: Max is outside it.
type Rect struct{ X0, Y0, X1, Y1 int }

// Circle is the outer ring of a round seal, in pixels of a patch; its middle
// may lie outside the patch.
type Circle struct{ X, Y, R int }

// Patch is a piece of a page around one box: upright, and at PxPerMM pixels per
// millimetre whatever the scan was. The planes have W*H pixels without padding,
// as in raster.Image; Cb and Cr are nil for pictures without colour.
type Patch struct {
	W, H    int
	PxPerMM float64
	Y       []uint8 // 0 is black
	Cb, Cr  []uint8 // 128 is neutral

	// Box is where ink is expected; it may reach beyond the patch.
	Box Rect
	// Print holds where the form itself prints: captions beside the box. What
	// lies there alone is not ink.
	Print []Rect
	// Captions is where the box's own captions are, if that is known: across those
	// under it hands sign, too.
	Captions Rect
	// Others holds the boxes of other people's signatures near this one: ink of
	// which more lies in one of them than in Box belongs there.
	Others []Rect
	// Sealed says that a round seal belongs in the box, too.
	Sealed bool
	// Seals holds round seals found beside the box, which may reach into it.
	Seals []Circle
	// Bilevel says that the scan was black and white only.
	Bilevel bool
}
