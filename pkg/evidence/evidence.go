// Package evidence holds all that can be known about a dossier, computed on
// demand.
//
// It is where the kernel and the technologies meet: a rule asks a [Document]
// for a fact, and the fact is computed once, however many rules ask, and is
// dropped with its dossier. A panic under a fact becomes an error of that fact.
// Facts are measured values, never pixels and never open files.
package evidence

import (
	"context"
	"runtime/debug"
	"slices"
	"sync"
	"sync/atomic"
	"time"

	"github.com/tthclint/tthclint/pkg/agency"
	"github.com/tthclint/tthclint/pkg/dossier"
	"github.com/tthclint/tthclint/pkg/form"
	"github.com/tthclint/tthclint/pkg/law"
	"github.com/tthclint/tthclint/pkg/lint"
	"github.com/tthclint/tthclint/pkg/ocr"
	"github.com/tthclint/tthclint/pkg/procedure"
	"github.com/tthclint/tthclint/pkg/raster"
	"github.com/tthclint/tthclint/pkg/register/slip"
	"github.com/tthclint/tthclint/pkg/sign"
)

// Lazy is a fact that is computed when it is first asked for, once. It is safe
// for use by several goroutines.
type Lazy[T any] func() (T, error)

// Of returns the fact that compute yields. A panic becomes a [lint.PanicError].
func Of[T any](compute func() (T, error)) Lazy[T] {
	return sync.OnceValues(func() (value T, err error) {
		defer func() {
			if v := recover(); v != nil {
				err = &lint.PanicError{Value: v, Stack: debug.Stack()}
			}
		}()
		return compute()
	})
}

// Dossier is a dossier with the facts about its documents.
type Dossier struct {
	*dossier.Dossier
	Documents []*Document
	// Form is the form that the procedure's result usually has; nil if the
	// procedure is unknown, its result has no form that is known, or one of
	// several.
	Form *form.Form
	// Forms are all forms that its result may have, the usual ones first.
	Forms []*form.Form

	AsOf time.Time // the day of the check; zero in tests

	// Procedures are what is known of procedures; nil means [procedure.Builtin].
	// See [Dossier.Table].
	Procedures *procedure.Table
	// Agency is what the agency says of itself; nil where it says nothing.
	Agency *agency.Profile
	// DueSoon is how many days before its due day an open dossier is told;
	// negative means never.
	DueSoon int

	// Online and Permit repeat what signatures were judged by, for what is said of
	// them: whether revocation data was asked for over the network, and what the
	// caller lets come after signing (see [sign.Options]).
	Online bool
	Permit sign.Changes
}

// Document is a document with its facts. A fact's error is a
// [lint.UnableError] that says in words why it could not be had.
type Document struct {
	*dossier.Document
	Content    Lazy[Content]       // what kind of file it is
	Structure  Lazy[*Structure]    // what the PDF says of itself
	Signatures Lazy[*sign.Report]  // digital signatures
	Revision   Lazy[Revision]      // which state of the file its pages are read in
	Pages      Lazy[[]PageReading] // what the pages show
	Metadata   Lazy[Metadata]      // what the PDF says of itself in words
	Legibility Lazy[Legibility]    // whether anything can be seen on its pages
	Slip       Lazy[*slip.Slip]    // the rows of a control slip that is kept as a table

	read atomic.Pointer[[]PageReading] // what Pages gave
}

// Tools are what the facts are computed with. They are shared by all dossiers
// and not changed.
type Tools struct {
	Sign     sign.Options
	Raster   raster.Limits
	Renderer *raster.Renderer // nil: only plain scans are read
	Forms    *form.Set
	OCR      ocr.Engine // reads captions; may be nil
	Values   bool       // what is written on forms is looked for, too
	Texts    bool       // all of it is read, not only what is compared
	MaxPages int        // pages of a document that are read; less than 1 means 20
	AsOf     time.Time  // the day of the check

	Procedures *procedure.Table // nil means [procedure.Builtin]
	Agency     *agency.Profile  // see [Dossier]
	DueSoon    int              // see [Dossier]
}

// New returns the evidence of a dossier. Nothing is read yet. ctx bounds every
// fact that is asked for later.
func New(ctx context.Context, d *dossier.Dossier, t *Tools) *Dossier {
	e := &Dossier{Dossier: d, AsOf: t.AsOf, Procedures: t.Procedures, Agency: t.Agency, DueSoon: t.DueSoon, Online: t.Sign.Fetch != nil, Permit: t.Sign.Permit}
	if t.Forms != nil {
		e.expect(t.Forms)
	}
	for _, doc := range d.Documents {
		tools := t
		// A form of an office's own may be bound to no procedure.
		if doc.Role == dossier.Result && !e.MayHaveForm() && (t.Forms == nil || t.Forms.Digest() == "") {
			tools = t.withoutForms()
		}
		e.Documents = append(e.Documents, newDocument(ctx, doc, tools))
	}
	return e
}

// expect finds the forms that the result may have: those that name the procedure,
// and those that a table of an office's own names. The built-in table says the
// same as the forms.
func (d *Dossier) expect(set *form.Set) {
	d.Form = set.ForProcedure(d.Procedure, d.ProcedureName)
	d.Forms = set.Results(d.Procedure, d.ProcedureName)
	if d.Table() == procedure.Builtin() {
		return
	}
	line, _ := d.Table().On(d.Procedure, d.ProcedureName, Received(context.Background(), d))
	for _, id := range line.Forms {
		if f := set.Form(id); f != nil && !slices.Contains(d.Forms, f) {
			if d.Forms = append(d.Forms, f); len(d.Forms) == 1 {
				d.Form = f
			} else {
				d.Form = nil
			}
		}
	}
}

// MayHaveForm reports whether the result may be a paper whose form is known: the
// procedure ends with one, or it is not known what it ends with. Rules on fields
// ask nothing of any other result, as the certified copy of some paper, and
// looking for forms would be nine tenths of the work.
func (d *Dossier) MayHaveForm() bool {
	return len(d.Forms) > 0 || d.SpousesSign() != procedure.No
}

// Table returns what is known of procedures.
func (d *Dossier) Table() *procedure.Table {
	if d.Procedures == nil {
		return procedure.Builtin()
	}
	return d.Procedures
}

// SpousesSign reports whether the result of the dossier's procedure is signed by
// wife and husband.
func (d *Dossier) SpousesSign() procedure.Answer {
	return d.Table().SpousesSign(d.Procedure, d.ProcedureName)
}

// withoutForms returns tools that know no form and read no letters. To look for
// layouts without reading titles would take one form for another.
func (t *Tools) withoutForms() *Tools {
	plain := *t
	plain.Forms, plain.OCR, plain.Values = &form.Set{}, nil, false
	return &plain
}

func newDocument(ctx context.Context, doc *dossier.Document, t *Tools) *Document {
	d := &Document{
		Document:   doc,
		Content:    Of(func() (Content, error) { return readContent(doc) }),
		Structure:  Of(func() (*Structure, error) { return readStructure(doc) }),
		Signatures: Of(func() (*sign.Report, error) { return readSignatures(ctx, doc, t.Sign) }),
	}
	d.Metadata = Of(func() (Metadata, error) { return readMetadata(doc) })
	d.Legibility = Of(func() (Legibility, error) { return readLegibility(ctx, d, t) })
	d.Revision = Of(func() (Revision, error) { return revisionOf(d) })
	d.Slip = Of(func() (*slip.Slip, error) { return readSlip(ctx, d) })
	d.Pages = Of(func() ([]PageReading, error) {
		pages, err := readPages(ctx, d, t)
		if err == nil {
			d.read.Store(&pages)
		}
		return pages, err
	})
	return d
}

// Results returns the documents with the role of a result.
func (d *Dossier) Results() []*Document {
	var results []*Document
	for _, doc := range d.Documents {
		if doc.Role == dossier.Result {
			results = append(results, doc)
		}
	}
	return results
}

// Received returns the day on which the dossier was received, or the zero time.
// It decides between an old and a new law where dossiers received earlier
// follow the old one.
func Received(_ context.Context, d *Dossier) time.Time {
	if e := d.Entry; e != nil && !e.Received.IsZero() {
		return e.Received
	}
	return d.Code.Received
}

// Digitized returns the day that decides which law a digitized result must
// meet: that of the dossier, or the zero time, which means today, where the
// dossier is older than any law on electronic results (Nghị định 45/2020/NĐ-CP,
// in force since 22/5/2020): its paper was digitized since.
func Digitized(_ context.Context, d *Dossier) time.Time {
	if date := d.Date(); !date.Before(law.Date(2020, time.May, 22)) {
		return date
	}
	return time.Time{}
}

// Signed returns the time of the last signature on the results, which decides
// what a certificate had to meet, or else [Digitized].
func Signed(ctx context.Context, d *Dossier) (last time.Time) {
	for _, doc := range d.Results() {
		report, err := doc.Signatures()
		if err != nil {
			continue // told by the rules on the signatures
		}
		for i := range report.Signatures {
			s := &report.Signatures[i]
			for _, at := range []time.Time{s.Claimed, s.Proven} {
				if at.After(last) && (d.AsOf.IsZero() || !at.After(d.AsOf)) {
					last = at
				}
			}
		}
	}
	if last.Before(law.Date(2020, time.May, 22)) {
		return Digitized(ctx, d)
	}
	return last
}

// Place returns the place of the document as a whole.
func (d *Document) Place() lint.Place { return lint.Place{File: d.Path} }

// PlaceOn returns a place on one of its pages, in mm from the top left.
func (d *Document) PlaceOn(page int, box lint.Box) lint.Place {
	return lint.Place{File: d.Path, Page: page, Box: box}
}

// HasResult is the Applies of rules about results.
func HasResult(_ context.Context, d *Dossier) (bool, error) { return len(d.Results()) > 0, nil }

// EachResult returns a Run that judges every result of a dossier by itself.
func EachResult(judge func(context.Context, *Dossier, *Document, *lint.Pass) error) func(context.Context, *Dossier, *lint.Pass) error {
	return func(ctx context.Context, d *Dossier, p *lint.Pass) error {
		for _, doc := range d.Results() {
			p.Subject(doc.Path, func() error { return judge(ctx, d, doc, p) })
		}
		return nil
	}
}
