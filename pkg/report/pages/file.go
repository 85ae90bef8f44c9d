package pages

import (
	"time"

	"github.com/tthclint/tthclint/pkg/form"
	"github.com/tthclint/tthclint/pkg/ink"
	"github.com/tthclint/tthclint/pkg/lint"
	"github.com/tthclint/tthclint/pkg/msg"
	"github.com/tthclint/tthclint/pkg/quality"
	"github.com/tthclint/tthclint/pkg/raster"
)

// Printer writes the answers about files. Begin is called once and first, End
// once and last, also where the files ended early. It is not for use by several
// goroutines.
type Printer interface {
	Begin(lint.Head) error
	File(*File) error
	End() error
}

// File is what is known of the pages of one file.
type File struct {
	Name   string // as the caller calls it
	Folder bool   // it is a folder, which could not be read
	Size   int64  // in bytes; -1 where the file could not be opened
	Pages  []Page // those that were looked at, in order
	Fault  *Fault // why there are no pages; nil without a fault
}

// Page is what one page shows.
type Page struct {
	Number int          // from 1
	Sheet  raster.Sheet // the displayed page; zero where it is not known
	// Picture is the page as it was drawn, of which the pixels are not looked at;
	// nil where it could not be drawn.
	Picture *raster.Page
	Quality *quality.Quality // measures of the picture; nil for one that is no scan
	Reading *form.Reading    // nil where the page could not be drawn
	Because msg.Text         // why there is no reading, or why it has no form
	Drawing time.Duration
	Took    time.Duration // that reading took, after drawing
}

// Fault says why no page of a file could be looked at: a stable code for
// programs, and words.
type Fault struct {
	Code         string
	What, Remedy msg.Text
}

// Unchecked reports whether something about the file is open: no pages, a page
// whose form is not known, or a field that a person has to look at.
func (f *File) Unchecked() bool {
	if f.Fault != nil {
		return true
	}
	for i := range f.Pages {
		r := f.Pages[i].Reading
		if r == nil || r.Form == nil {
			return true
		}
		for _, field := range r.Fields {
			if field.State == ink.Unsure {
				return true
			}
		}
	}
	return false
}
