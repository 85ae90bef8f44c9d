package main

import (
	"errors"
	"io/fs"

	"github.com/tthclint/tthclint/pkg/check"
	"github.com/tthclint/tthclint/pkg/report/signatures"
)

// Codes of files that could not be opened, besides those of package signatures.
const (
	codeNotFound     = "not-found"
	codeNoPermission = "no-permission"
	codeTooLarge     = "too-large"
)

// openFault is the fault of a file that could not be opened.
func openFault(err error) *signatures.Fault {
	e := explainError(err)
	f := &signatures.Fault{Code: signatures.CodeUnreadable, What: e.what, Remedy: e.remedy}
	switch {
	case errors.Is(err, fs.ErrNotExist):
		f.Code = codeNotFound
	case errors.Is(err, fs.ErrPermission):
		f.Code = codeNoPermission
	case errors.Is(err, errTooLarge):
		f.Code = codeTooLarge
	}
	return f
}

// faultOf is the fault of a file that was opened; nil without one. The command
// has words of its own for what the system says while it is read.
func faultOf(v *check.Verification) *signatures.Fault {
	f := signatures.FaultOf(string(v.Fault), v.Err)
	if v.Fault == check.FaultUnreadable {
		f.What = reason(v.Err)
	}
	return f
}
