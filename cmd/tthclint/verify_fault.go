package main

import (
	"errors"
	"io/fs"

	"github.com/tthclint/tthclint/pkg/check"
	"github.com/tthclint/tthclint/pkg/msg"
)

// verifyFault says why a file has no report of its signatures: a stable code for
// programs, and words.
type verifyFault struct {
	code         string
	what, remedy msg.Text
}

// Codes besides those of [check.Fault].
const (
	codeNotFound     = "not-found"
	codeNoPermission = "no-permission"
	codeTooLarge     = "too-large"
	codeInternal     = "internal"
)

// openFault is the fault of a file that could not be opened.
func openFault(err error) *verifyFault {
	e := explainError(err)
	f := &verifyFault{code: string(check.FaultUnreadable), what: e.what, remedy: e.remedy}
	switch {
	case errors.Is(err, fs.ErrNotExist):
		f.code = codeNotFound
	case errors.Is(err, fs.ErrPermission):
		f.code = codeNoPermission
	case errors.Is(err, errTooLarge):
		f.code = codeTooLarge
	}
	return f
}

func internalFault(detail string) *verifyFault {
	return &verifyFault{codeInternal, textPanic.With("error", detail), textPanicRemedy.With()}
}

// faultOf puts the fault of a file that was opened into words.
func faultOf(v *check.Verification) *verifyFault {
	f := &verifyFault{code: string(v.Fault)}
	switch v.Fault {
	case check.FaultEmpty:
		f.what, f.remedy = textFaultEmpty.With(), textFaultEmptyRemedy.With()
	case check.FaultNotPDF:
		f.what, f.remedy = textFaultNotPDF.With(), textFaultNotPDFRemedy.With()
	case check.FaultEncrypted:
		f.what, f.remedy = textFaultEncrypted.With(), textFaultEncryptedRemedy.With()
	case check.FaultDamaged:
		f.what, f.remedy = textFaultDamaged.With(), textFaultDamagedRemedy.With()
	default:
		f.what, f.remedy = reason(v.Err), textCannotReadRemedy.With()
	}
	return f
}
