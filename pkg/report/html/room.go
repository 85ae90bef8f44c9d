package html

import "github.com/tthclint/tthclint/pkg/lint"

// room is what is left for pictures, in bytes of the page. Dossiers are printed
// when they come, and the worst may come last: half of the room is for those
// that were rejected alone, so that a folder of scans that nobody could read
// does not take the pictures from them.
type room struct {
	all   int64
	other int64 // of all: for dossiers that were not rejected
}

func newRoom(bytes int64) room { return room{bytes, bytes / 2} }

// open reports whether there is any for a dossier of this verdict.
func (m *room) open(v lint.Verdict) bool {
	return m.all > 0 && (v == lint.Rejected || m.other > 0)
}

// take reports whether a picture still fits. One that does not closes the room,
// so that it is said once, and not for each that is small by chance.
func (m *room) take(v lint.Verdict, bytes int64) bool {
	left := &m.all
	if v != lint.Rejected && m.other < m.all {
		left = &m.other
	}
	if bytes > *left {
		*left = 0
		return false
	}
	m.all -= bytes
	if v != lint.Rejected {
		m.other -= bytes
	}
	return true
}
