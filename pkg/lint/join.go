package lint

import "github.com/tthclint/tthclint/pkg/dossier"

// Join counts how the lines of a register and the dossiers of the folder met.
// It is zero without a register.
type Join struct {
	Matched   int // dossiers with a line and with files
	LinesOnly int // with a line and without any file
	FilesOnly int // with files and without a line
	Unusable  int // lines without a code, or with the code of an earlier line

	Unfound   int // names of files that lines give and no file of their dossier has
	UnfoundIn int // dossiers with such names
}

// IsZero reports whether nothing was to be joined.
func (j Join) IsZero() bool { return j == Join{} }

func (j *Join) add(d *dossier.Dossier) {
	if d == nil || !d.Registered {
		return
	}
	switch {
	case !d.Identified():
		j.Unusable++
	case d.Entry == nil:
		j.FilesOnly++
	case len(d.Documents) == 0:
		j.LinesOnly++
	default:
		j.Matched++
	}
	if n := len(d.Unfound()); n > 0 {
		j.Unfound += n
		j.UnfoundIn++
	}
}

// Plus returns the sum of two counts.
func (j Join) Plus(k Join) Join {
	return Join{
		j.Matched + k.Matched, j.LinesOnly + k.LinesOnly, j.FilesOnly + k.FilesOnly, j.Unusable + k.Unusable,
		j.Unfound + k.Unfound, j.UnfoundIn + k.UnfoundIn,
	}
}
