package evidence

import (
	"slices"

	"github.com/tthclint/tthclint/pkg/form"
	"github.com/tthclint/tthclint/pkg/lint"
	"github.com/tthclint/tthclint/pkg/msg"
)

// Certain is how sure a page must be of a form to be held to be no other: forms
// of few captions share their head with every official paper, and a certificate
// in an unknown layout must not pass as one of them.
const Certain = 0.9

// Form returns the form that the page shows, or nil.
func (p *PageReading) Form() *form.Form {
	if p.Reading == nil {
		return nil
	}
	return p.Reading.Form
}

// Certain reports whether the page surely shows the form that was recognised.
func (p *PageReading) Certain() bool { return p.Form() != nil && p.Reading.Confidence >= Certain }

// MayBeBack reports whether a page without a recognised form may be the back of
// a sheet, which is blank or bears a note: it was drawn, and what is on it was
// read and looks like no form at all, or is next to nothing. A page full of
// something that could not be read may be anything.
func (p *PageReading) MayBeBack() bool {
	switch {
	case p.Reading == nil:
		return p.Blank
	case p.Reading.Reason == form.NoText:
		return p.Blank || p.Sparse
	}
	return p.Reading.Reason == form.NoMatch && !p.Annotated
}

// Why says why the page is not known to show a form.
func (p *PageReading) Why() msg.Text {
	if f := p.Form(); f != nil {
		return looksLikeText.With("form", FormName(f))
	}
	return p.Because
}

// Unseen returns the error of a rule that would need to know what the page
// shows. All rules say it in the same words, so that a report says it once.
func (p *PageReading) Unseen() error {
	return lint.Unable(unseenText.With("page", p.Page, "because", p.Why()), nil)
}

// Expects reports whether a form is one that the procedure's result may have.
func (d *Dossier) Expects(f *form.Form) bool { return f != nil && slices.Contains(d.Forms, f) }

// StandsIn reports whether a form may be the result although the procedure
// usually ends with another, as an extract in place of a certificate.
func (d *Dossier) StandsIn(f *form.Form) bool {
	return d.Expects(f) && slices.ContainsFunc(d.Forms, func(usual *form.Form) bool { return slices.Contains(f.InsteadOf, usual.ID) })
}

// FormName returns the name of a form in words.
func FormName(f *form.Form) msg.Text {
	return msg.Message{ID: "form/" + f.ID, VI: f.Name.VI, EN: f.Name.EN}.With()
}

var (
	unseenText = msg.Message{
		ID: "page/unseen", VI: "Trang {page} chưa xem được: {because}", EN: "Page {page} could not be looked at: {because}",
	}
	looksLikeText = msg.Message{
		ID: "page/looks-like", VI: "trang giống mẫu {form} nhưng chưa đủ chắc chắn", EN: "the page looks like {form}, but not for certain",
	}
)
