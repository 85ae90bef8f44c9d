package form

import (
	"time"

	"github.com/tthclint/tthclint/pkg/ink"
)

// Reason says why no form was recognised. The values are stable.
type Reason string

// Reasons for a reading without a form.
const (
	Recognised Reason = ""               // a form was recognised
	NoPicture  Reason = "no-picture"     // the page has no usable pixels
	NoText     Reason = "no-text"        // too few lines of text: blank, too coarse, or a photograph
	NoMatch    Reason = "no-match"       // lines were found but fit no known form
	TooBusy    Reason = "too-busy"       // so many marks like lines of text that matching was given up
	Ambiguous  Reason = "ambiguous-form" // two forms fit about equally well
	OtherForm  Reason = "other-title"    // a known layout fits except for its title or field captions
)

// Reading is what one page shows: the form, how it lies on the page, and the
// state of each field. It holds measurements only, never pixels.
type Reading struct {
	Form    *Form    // nil when no form was recognised
	Edition *Edition // the layout, if it is one of the form's; nil with Found ByCaptions
	Found   Found    // how the places of the fields were found
	Reason  Reason   // why Form is nil
	// Confidence is the estimated probability, 0 to 1, that the form and its
	// place are right.
	Confidence float64
	// Rotation is how far the sheet is turned on the displayed page, in degrees
	// clockwise: 0, 90, 180 or 270.
	Rotation int
	// Transform maps mm of the upright sheet to mm of the displayed page. Found
	// ByCaptions, the sheet is the page itself, turned upright.
	Transform Transform
	// Residual is the root mean square distance between the form's captions and
	// the lines they fell on, in mm.
	Residual float64
	// Confirmed holds the ids of the captions that were found.
	Confirmed []string
	// Captions holds what print was read as a caption of the form.
	Captions []CaptionReading
	Fields   []FieldReading
	// Rows are those of a table whose signatures repeat, if values were asked for.
	Rows    []RowReading
	Values  []ValueReading
	Timings []Timing // what the stages of reading took, in their order
}

// Found says how the places of the fields were found.
type Found string

// The ways.
const (
	ByLayout   Found = "layout"   // an edition's layout fits the page
	ByCaptions Found = "captions" // captions were read and name the places
	BySeal     Found = "seal"     // of a field: its captions were not read, but the seal that belongs in it was seen
	Beside     Found = "beside"   // of a field: its signature stands beside its place, over which Box has been moved
)

// CaptionReading is a line of print that was read as a caption.
type CaptionReading struct {
	Text       string  // the wording of the form
	Read       string  // what was read
	Confidence float64 // 0 to 1
	Box        Box     // mm from the top left of the displayed page
}

// Timing is what a stage of reading took.
type Timing struct {
	Stage string
	Took  time.Duration // wall time
}

// FieldReading is the state of one field.
type FieldReading struct {
	Key        string
	Label      Text
	Kind       Kind
	Required   bool
	Row        int // of a field that repeats, from 1; 0 for others
	State      ink.State
	Confidence float64 // see ink.Reading
	// Found says how the place was found: as that of [Reading.Found], [BySeal] or [Beside];
	// empty if it was not.
	Found Found
	// Because says why State is unsure whatever was measured: [CaptionNotFound],
	// [Covered], or empty.
	Because string
	// Box is the axis-aligned bounding box of the field in mm from the top left
	// of the displayed page; zero if the place was not found.
	Box Box
	// Contents are the things seen in the box; see ink.Reading.
	Contents []ink.Content
	Features ink.Features
}

// Values of [FieldReading.Because].
const (
	// CaptionNotFound: the captions of the field were not seen, so that its box
	// may belong to somebody else.
	CaptionNotFound = "caption-not-found"
	// Covered: text, line art or a picture of the file lies over the scan in the
	// box or on its captions.
	Covered = "covered"
)

// Field returns the reading of a field by key.
func (r *Reading) Field(key string) (FieldReading, bool) {
	for _, f := range r.Fields {
		if f.Key == key {
			return f, true
		}
	}
	return FieldReading{}, false
}
