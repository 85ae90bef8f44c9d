package html

import (
	"fmt"
	"iter"

	"github.com/tthclint/tthclint/pkg/lint"
	"github.com/tthclint/tthclint/pkg/msg"
)

// Options configure [New]. The zero value works and has no pictures.
type Options struct {
	Lang msg.Lang // empty is Vietnamese

	// Pictures returns what pages of a result's documents look like, in their order.
	// It is called once for a result that pictures are wanted of, while that is
	// printed. Nil: there are none.
	Pictures func(*lint.Result) iter.Seq[Picture]

	// Show says of which dossiers pictures are wanted.
	Show Show

	// MaxPictures bounds all pictures together, in bytes of the page; 0 means
	// [DefaultMaxPictures], less none. Half of it is for dossiers that were rejected
	// alone. Dossiers that come when it is reached have no pictures, and the page
	// says so.
	MaxPictures int64
}

// Show says of which dossiers pictures are wanted.
type Show int

// The choices.
const (
	ShowFailing Show = iota // of those that were not accepted
	ShowNone
	ShowAll
)

var showNames = [...]string{"failing", "none", "all"}

// String returns the name of a choice: failing, none or all.
func (s Show) String() string {
	if s < 0 || int(s) >= len(showNames) {
		return fmt.Sprintf("Show(%d)", int(s))
	}
	return showNames[s]
}

// UnmarshalText takes the name of a choice.
func (s *Show) UnmarshalText(text []byte) error {
	for i, name := range showNames {
		if string(text) == name {
			*s = Show(i)
			return nil
		}
	}
	return fmt.Errorf("html: pictures %q: want none, failing or all", text)
}

// wants reports whether pictures of a result are to be shown.
func (o *Options) wants(r *lint.Result) bool {
	return o.Pictures != nil && (o.Show == ShowAll || o.Show == ShowFailing && r.Verdict != lint.Accepted)
}

// DefaultMaxPictures is the usual bound of the pictures of a page, in bytes: what
// still goes through the mail of an office.
const DefaultMaxPictures = 20 << 20
