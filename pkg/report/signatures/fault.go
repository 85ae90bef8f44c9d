package signatures

import (
	"errors"

	"github.com/tthclint/tthclint/pkg/lint"
	"github.com/tthclint/tthclint/pkg/msg"
	"github.com/tthclint/tthclint/pkg/sign/words"
)

// Fault says why a file has no report of its signatures: a stable code for
// programs, and words. A caller may have codes of its own, such as for a file
// that is not there.
type Fault struct {
	Code         string
	What, Remedy msg.Text
}

// The codes that have words here. Those of a file that was opened are the values
// of check.Fault.
const (
	CodeEmpty      = "empty"      // 0 bytes
	CodeNotPDF     = "not-pdf"    // a file of another kind
	CodeEncrypted  = "encrypted"  // it does not open without a password
	CodeDamaged    = "damaged"    // a PDF of which no reader makes sense
	CodeUnreadable = "unreadable" // its bytes cannot be had
	CodeInternal   = "internal"   // the program failed
)

// FaultOf puts a fault of a file that was opened into words: those of its code, or
// of err where that alone says what is wrong, as with [CodeUnreadable]. Without a
// code it returns nil, which is no fault.
func FaultOf(code string, err error) *Fault {
	switch code {
	case "":
		return nil
	case CodeEmpty:
		return &Fault{code, faultEmpty.With(), faultEmptyRemedy.With()}
	case CodeNotPDF:
		return &Fault{code, faultNotPDF.With(), faultNotPDFRemedy.With()}
	case CodeEncrypted:
		return &Fault{code, faultEncrypted.With(), faultEncryptedRemedy.With()}
	case CodeDamaged:
		return &Fault{code, faultDamaged.With(), faultDamagedRemedy.With()}
	}
	if err == nil {
		err = errors.New(code)
	}
	return &Fault{code, failure(err), faultUnreadableRemedy.With()}
}

// failure says an error that another package made, where it has words for it.
func failure(err error) msg.Text {
	if e := interface{ Text() msg.Text }(nil); errors.As(err, &e) {
		return e.Text()
	}
	if e := (*lint.UnableError)(nil); errors.As(err, &e) {
		return e.Because
	}
	return words.Detail(err.Error())
}

// Internal is the fault of a file at which the program failed.
func Internal(detail string) *Fault {
	return &Fault{CodeInternal, faultInternal.With("error", detail), faultInternalRemedy.With()}
}
