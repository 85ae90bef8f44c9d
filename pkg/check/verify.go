package check

import (
	"context"
	"errors"
	"io"

	"github.com/tthclint/tthclint/pkg/dossier"
	"github.com/tthclint/tthclint/pkg/evidence"
	"github.com/tthclint/tthclint/pkg/lint"
	"github.com/tthclint/tthclint/pkg/pdf"
	"github.com/tthclint/tthclint/pkg/raster"
	"github.com/tthclint/tthclint/pkg/sign"
)

// VerifyRules are the rules that [NewVerifier] runs where its options name
// none: those on digital signatures and those on what keeps a file from having
// any.
func VerifyRules() []string {
	return []string{"result/empty", "result/not-pdf", "pdf/unreadable", "pdf/encrypted", "pdf/restricted", "sign"}
}

// Verifier looks at the signatures of files one by one, with the answers of
// [sign.Validate] and the findings of the rules side by side. A file is
// validated once. It is safe for use by several goroutines.
type Verifier struct{ run *Run }

// NewVerifier prepares the verification of any number of files. Of the options,
// Register and Jobs have no meaning for it; no Rules means [VerifyRules]. An
// error means that the options are wrong ([lint.UnknownRuleError]).
func NewVerifier(o Options) (*Verifier, error) {
	if o.Rules == nil {
		o.Rules = VerifyRules()
	}
	run, err := newRun(o)
	if err != nil {
		return nil, err
	}
	run.options.NoDigests = true // one hash over the file is enough
	run.options.Judged = nil     // nobody would ask for what it keeps
	run.options.Only = o.Rules
	return &Verifier{run}, nil
}

// Head returns what the verifications depend on besides the files.
func (v *Verifier) Head() lint.Head { return v.run.head }

// Verification is what is known of the digital signatures of one file.
type Verification struct {
	Name string

	// Report holds every signature with its answers; nil where Fault says why
	// there is none.
	Report *sign.Report
	// Result holds the findings of the rules and what they could not check. Its
	// documents have no digest and its findings no fingerprint. It is never nil.
	Result *lint.Result

	// Sizes are those of the displayed pages; nil where they are not known.
	Sizes []pdf.Size

	Fault Fault
	Err   error // what lies under Fault; nil without one
}

// Fault tells why a file has no [sign.Report].
type Fault string

// The faults of a file.
const (
	FaultNone       Fault = ""
	FaultEmpty      Fault = "empty"      // 0 bytes
	FaultNotPDF     Fault = "not-pdf"    // a file of another kind
	FaultEncrypted  Fault = "encrypted"  // it does not open without a password, and shows no signature
	FaultDamaged    Fault = "damaged"    // a PDF of which no reader makes sense
	FaultUnreadable Fault = "unreadable" // its bytes cannot be had, or we failed
)

// Verify is [Verifier.File] for a single file.
func Verify(ctx context.Context, name string, r io.ReaderAt, size int64, o Options) (*Verification, error) {
	v, err := NewVerifier(o)
	if err != nil {
		return nil, err
	}
	return v.File(ctx, name, r, size)
}

// File verifies the signatures of a PDF of size bytes. name is what findings
// call it; a dossier code in it gives the day that decides which law applies.
//
// Whatever the bytes are, there is a verification. An error is that of the
// context.
func (v *Verifier) File(ctx context.Context, name string, r io.ReaderAt, size int64) (*Verification, error) {
	for d, err := range dossier.Single(name, r, size, "").Dossiers(ctx) {
		if err != nil {
			return nil, err
		}
		return v.judge(ctx, name, d)
	}
	return nil, ctx.Err()
}

func (v *Verifier) judge(ctx context.Context, name string, d *dossier.Dossier) (*Verification, error) {
	facts := evidence.New(ctx, d, v.run.tools)
	options := v.run.options
	options.Evidence = func(context.Context, *dossier.Dossier) *evidence.Dossier { return facts }
	linter, err := lint.New(options)
	if err != nil {
		return nil, err // not after NewVerifier
	}
	out := &Verification{Name: name}
	out.Report, out.Err = facts.Documents[0].Signatures()
	if ctx.Err() != nil {
		return nil, ctx.Err()
	}
	out.Result = linter.Judge(ctx, d)
	if ctx.Err() != nil {
		return nil, ctx.Err()
	}
	if s, err := facts.Documents[0].Structure(); err == nil {
		out.Sizes = s.Sizes
	}
	if out.Report != nil && (len(out.Report.Signatures) > 0 || !locked(facts.Documents[0])) {
		out.Err = nil // the rules tell what is wrong besides
		return out, nil
	}
	if out.Report != nil { // that nobody signed cannot be said of what is locked
		out.Report, out.Err = nil, pdf.ErrEncrypted
	}
	out.Fault = faultOf(facts.Documents[0], out.Err)
	return out, nil
}

// locked reports whether a PDF does not open without a password.
func locked(doc *evidence.Document) bool {
	s, err := doc.Structure()
	return err == nil && s.Locked
}

// faultOf classes the error of a file without report.
func faultOf(doc *evidence.Document, err error) Fault {
	syntax := (*pdf.SyntaxError)(nil)
	switch content, unknown := doc.Content(); {
	case unknown != nil:
		return FaultUnreadable
	case content == evidence.Empty:
		return FaultEmpty
	case errors.Is(err, pdf.ErrEncrypted), errors.Is(err, raster.ErrEncrypted):
		return FaultEncrypted
	case errors.Is(err, pdf.ErrNotPDF), content != evidence.PDF:
		return FaultNotPDF
	case errors.Is(err, evidence.ErrDamaged), errors.Is(err, raster.ErrUnreadable), errors.As(err, &syntax):
		return FaultDamaged
	}
	return FaultUnreadable
}
