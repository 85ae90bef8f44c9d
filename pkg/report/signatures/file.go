package signatures

import (
	"github.com/tthclint/tthclint/pkg/lint"
	"github.com/tthclint/tthclint/pkg/pdf"
	"github.com/tthclint/tthclint/pkg/sign"
)

// File is the answer about one file. Its parts are those of a
// check.Verification.
type File struct {
	Name   string // as the caller calls it
	Folder bool   // it is a folder, which could not be read
	Size   int64  // in bytes; -1 where the file could not be opened

	Report *sign.Report // nil where Fault says why there is none
	Result *lint.Result // what the rules say, in any order; nil where the file could not be opened
	Sizes  []pdf.Size   // of the displayed pages; nil where they are not known
	Fault  *Fault       // nil where there is a report
}

// Unreadable reports whether the bytes of a file could not be had, so that
// nothing at all was looked at.
func (f *File) Unreadable() bool {
	return f.Result == nil || f.Fault != nil && f.Fault.Code == CodeUnreadable
}

// Verdict is the answer about a file as a whole. It is stricter than that of
// the rules: a file passes only if every signature in it does.
func (f *File) Verdict() lint.Verdict {
	if f.Unreadable() {
		return lint.Undetermined
	}
	rejected, open := f.Result.Worst() >= lint.Error, f.Result.Unchecked() || f.Report == nil
	if f.Report != nil {
		for i := range f.Report.Signatures {
			switch f.Report.Signatures[i].Indication {
			case sign.TotalPassed:
			case sign.TotalFailed:
				rejected = true
			default:
				open = true
			}
		}
	}
	switch {
	case rejected:
		return lint.Rejected
	case open:
		return lint.Undetermined
	}
	return lint.Accepted
}
