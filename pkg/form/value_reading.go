package form

import "github.com/tthclint/tthclint/pkg/form/internal/writing"

// ValueReading is what was seen of one value. Its text is personal data.
type ValueReading struct {
	Key      string
	Label    Text
	Type     ValueType
	Required bool
	State    ValueState
	// Because says why State is unsure or Blank: [CaptionNotFound], [Covered],
	// [Incomplete], or empty.
	Because    string
	How        How     // of a value that is filled
	Confidence float64 // in State, 0 to 1
	// Box is the axis-aligned bounding box of the room of the value, in mm from
	// the top left of the displayed page; zero if it was not found.
	Box Box
	// Text is what was read, empty if nothing was or nobody asked; Sure is the
	// engine's confidence in its letters, 0 to 1. It is never marshalled: who
	// shows it does so on request.
	Text string  `json:"-"`
	Sure float64 `json:"-"`
	// Features are the measures of what was written; zero where nothing was judged.
	Features ValueFeatures
}

// ValueFeatures are the measures that the state of a value rests on. Lengths are
// in heights of a capital of the form's print, contrasts in parts of its own.
type ValueFeatures = writing.Features

// ValueState says whether a value is there.
type ValueState string

// The states of a value.
const (
	Filled      ValueState = "filled"
	Blank       ValueState = "blank"
	UnsureValue ValueState = "unsure"
)

// How says how a value was written.
type How string

// The ways of writing.
const (
	ByPrint How = "print"
	ByHand  How = "hand"
)

// Incomplete, of [ValueReading.Because]: a part of the value is written and
// another is not, as the day of a date.
const Incomplete = "incomplete"

// Value returns the reading of a value by key; one that stands in each row of a
// table has the number of its row behind.
func (r *Reading) Value(key string) (ValueReading, bool) {
	for _, row := range r.Rows {
		if row.When.Key == key {
			return row.When, true
		}
	}
	for _, v := range r.Values {
		if v.Key == key {
			return v, true
		}
	}
	return ValueReading{}, false
}
