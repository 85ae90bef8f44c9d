// Package evidencetest makes evidence by hand, for tests of rules.
package evidencetest

import (
	"context"
	"errors"

	"github.com/tthclint/tthclint/pkg/dossier"
	"github.com/tthclint/tthclint/pkg/evidence"
	"github.com/tthclint/tthclint/pkg/form"
	"github.com/tthclint/tthclint/pkg/ink"
	"github.com/tthclint/tthclint/pkg/lint"
	"github.com/tthclint/tthclint/pkg/msg"
	"github.com/tthclint/tthclint/pkg/quality"
	"github.com/tthclint/tthclint/pkg/raster"
	"github.com/tthclint/tthclint/pkg/register/slip"
	"github.com/tthclint/tthclint/pkg/sign"
)

// ErrNoFact is under the error of a fact that a test did not state.
var ErrNoFact = errors.New("evidencetest: fact not stated")

// Option states something about a document.
type Option func(*evidence.Document)

// Document returns a result whose facts all fail, but for what the options
// state.
func Document(path string, options ...Option) *evidence.Document {
	doc := &evidence.Document{Document: &dossier.Document{Path: path, Size: 1, Role: dossier.Result}}
	doc.Content = fails[evidence.Content]
	doc.Structure = fails[*evidence.Structure]
	doc.Signatures = fails[*sign.Report]
	doc.Revision = fails[evidence.Revision]
	doc.Pages = fails[[]evidence.PageReading]
	doc.Metadata = fails[evidence.Metadata]
	doc.Legibility = fails[evidence.Legibility]
	doc.Slip = fails[*slip.Slip]
	for _, o := range options {
		o(doc)
	}
	return doc
}

// Dossier returns the evidence of a dossier with these documents. change may be
// nil.
func Dossier(change func(*evidence.Dossier), docs ...*evidence.Document) *evidence.Dossier {
	d := &evidence.Dossier{Dossier: &dossier.Dossier{ID: "dossier"}, Documents: docs}
	for _, doc := range docs {
		d.Dossier.Documents = append(d.Dossier.Documents, doc.Document)
	}
	if change != nil {
		change(d)
	}
	return d
}

// Content states the kind of the file.
func Content(c evidence.Content) Option {
	return func(d *evidence.Document) { d.Content = fact(c) }
}

// Structure states the structure of a PDF.
func Structure(s evidence.Structure) Option {
	return func(d *evidence.Document) {
		d.Content = fact(evidence.PDF)
		d.Structure = fact(&s)
	}
}

// Damaged states that the file is a PDF that cannot be read.
func Damaged() Option {
	err := lint.Unable(msg.Message{ID: "damaged", VI: "hỏng", EN: "damaged"}.With(), evidence.ErrDamaged)
	return func(d *evidence.Document) {
		d.Content = fact(evidence.PDF)
		d.Structure = func() (*evidence.Structure, error) { return nil, err }
		d.Signatures = func() (*sign.Report, error) { return nil, err }
		d.Pages = func() ([]evidence.PageReading, error) { return nil, err }
	}
}

// Signed states the signatures of a PDF.
func Signed(signatures ...sign.Signature) Option {
	return Report(sign.Report{Signatures: signatures})
}

// Report states the whole signature report of a PDF.
func Report(r sign.Report) Option {
	return func(d *evidence.Document) {
		d.Content = fact(evidence.PDF)
		d.Signatures = fact(&r)
	}
}

// Pages states what the pages of a PDF show.
func Pages(pages ...evidence.PageReading) Option {
	return func(d *evidence.Document) {
		d.Content = fact(evidence.PDF)
		d.Pages = fact(pages)
	}
}

// Metadata states what a PDF says of itself, as name and value in turn.
func Metadata(pairs ...string) Option {
	var m evidence.Metadata
	for i := 0; i+1 < len(pairs); i += 2 {
		m = append(m, evidence.MetadataEntry{Name: pairs[i], Value: pairs[i+1]})
	}
	return func(d *evidence.Document) {
		d.Content = fact(evidence.PDF)
		d.Metadata = fact(m)
	}
}

// Legible states whether anything can be seen on the pages.
func Legible(l evidence.Legibility) Option {
	return func(d *evidence.Document) { d.Legibility = fact(l) }
}

// Certificate returns a page that shows a marriage certificate, signed and
// sealed by the agency, with its two spouses' boxes in these states.
func Certificate(f *form.Form, wife, husband ink.State) evidence.PageReading {
	return Shows(f, Field(form.WifeSignature, wife), Field(form.HusbandSignature, husband),
		Field(form.OfficialSignature, ink.Present), Field(form.SealField, ink.Present))
}

// Shows returns the first page, which surely shows a form with these fields on
// a sheet of A4.
func Shows(f *form.Form, fields ...form.FieldReading) evidence.PageReading {
	reading := &form.Reading{Form: f, Fields: fields, Found: form.ByCaptions, Confidence: 0.97}
	return evidence.PageReading{Page: 1, Sheet: raster.Sheet{WidthMM: 210, HeightMM: 297}, Reading: reading, Quality: Sharp()}
}

// Sharp returns the measures of a clean scan: A4, in colour, 200 dpi, straight.
func Sharp() *quality.Quality {
	return &quality.Quality{
		DPIX: 200, DPIY: 200, DetailDPI: 200, Enlarged: 1, Stored: raster.Colour, Seen: raster.Colour, Hue: 0.03,
		WidthMM: 210, HeightMM: 297, Format: quality.Format{Name: "A4", W: 210, H: 297}, SkewKnown: true, RotationKnown: true,
		Light: quality.Light{Paper: 245, Ink: 20}, EdgePX: 1.8, EdgeMM: 0.23, JPEGQuality: 80, Blocks: 0.5, Sheets: 1,
	}
}

// Measured returns the first page, which shows a form on a picture whose
// measures are those of [Sharp] but for a change.
func Measured(f *form.Form, change func(*quality.Quality)) evidence.PageReading {
	page := Shows(f)
	change(page.Quality)
	return page
}

// Field returns the reading of a required field, where a marriage certificate
// has it.
func Field(key string, state ink.State) form.FieldReading {
	read := form.FieldReading{Key: key, State: state, Required: true, Kind: form.Signature, Confidence: 0.97}
	switch key {
	case form.WifeSignature:
		read.Box = form.Box{X: 26, Y: 173, W: 72, H: 33}
	case form.HusbandSignature:
		read.Box = form.Box{X: 112, Y: 173, W: 72, H: 33}
	case form.SealField:
		read.Kind, read.Box = form.Seal, form.Box{X: 90, Y: 221, W: 92, H: 47}
	default:
		read.Box = form.Box{X: 90, Y: 221, W: 92, H: 47}
	}
	return read
}

// Unrecognised returns the first page, which was drawn and shows no form.
func Unrecognised(why form.Reason) evidence.PageReading {
	because := msg.Message{ID: "test/unrecognised", VI: "không nhận ra", EN: "not recognised"}.With()
	return evidence.PageReading{Page: 1, Sheet: raster.Sheet{WidthMM: 210, HeightMM: 297}, Reading: &form.Reading{Reason: why}, Because: because, Quality: Sharp()}
}

// Undrawn returns the first page, which could not be drawn.
func Undrawn() evidence.PageReading {
	return evidence.PageReading{Page: 1, Because: msg.Message{ID: "test/undrawn", VI: "không vẽ được", EN: "cannot be drawn"}.With()}
}

// Expecting states that the dossier's procedure ends with one of some forms.
func Expecting(code string, forms ...*form.Form) func(*evidence.Dossier) {
	return func(d *evidence.Dossier) {
		d.Procedure, d.Forms = code, forms
		if len(forms) == 1 {
			d.Form = forms[0]
		}
	}
}

// Slip states the rows of a control slip that is kept as a table.
func Slip(s slip.Slip) Option {
	return func(d *evidence.Document) {
		d.Role = dossier.ControlSlip
		d.Content = fact(evidence.Text)
		d.Slip = fact(&s)
	}
}

func fact[T any](v T) evidence.Lazy[T] { return func() (T, error) { return v, nil } }

func fails[T any]() (T, error) {
	var zero T
	return zero, lint.Unable(msg.Message{ID: "test", VI: "không có", EN: "not stated"}.With(), ErrNoFact)
}

// Always returns an Evidence function for a linter that gives the same evidence
// for every dossier.
func Always(e *evidence.Dossier) func(context.Context, *dossier.Dossier) *evidence.Dossier {
	return func(context.Context, *dossier.Dossier) *evidence.Dossier { return e }
}
