package main

import (
	"errors"
	"fmt"

	"github.com/tthclint/tthclint/pkg/check"
	"github.com/tthclint/tthclint/pkg/raster"
	"github.com/tthclint/tthclint/pkg/report/pages"
	"github.com/tthclint/tthclint/pkg/report/signatures"
)

// codeNoPage is the code of a file without the page that was asked for.
const codeNoPage = "no-page"

// inspectFault says why no page of a file that was opened could be looked at,
// with the codes of verify.
func inspectFault(e *check.FileError) *pages.Fault {
	f := &pages.Fault{Code: string(e.Fault), What: reason(e.Err)}
	if errors.Is(e.Err, raster.ErrNoPage) {
		f.What.Message = textInspectNoPage // of the same arguments, as a sentence
		return &pages.Fault{Code: codeNoPage, What: f.What, Remedy: textInspectNoPageRemedy.With()}
	}
	switch e.Fault {
	case check.FaultEmpty, check.FaultNotPDF, check.FaultDamaged:
		words := signatures.FaultOf(string(e.Fault), e.Err)
		f.What, f.Remedy = words.What, words.Remedy
		if e.Fault == check.FaultNotPDF {
			f.Remedy = textInspectNotPDFRemedy.With()
		}
	case check.FaultEncrypted:
		f.What, f.Remedy = textInspectLocked.With(), signatures.FaultOf(string(e.Fault), e.Err).Remedy
	default:
		f.Remedy = textInspectRemedy.With()
	}
	return f
}

// internalFault is the fault of a file at which the program failed.
func internalFault(v any) *pages.Fault {
	f := signatures.Internal(fmt.Sprint(v))
	return &pages.Fault{Code: f.Code, What: f.What, Remedy: f.Remedy}
}
