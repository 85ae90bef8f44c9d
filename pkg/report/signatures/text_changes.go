package signatures

import (
	"slices"

	"github.com/tthclint/tthclint/pkg/msg"
	"github.com/tthclint/tthclint/pkg/sign"
	"github.com/tthclint/tthclint/pkg/sign/words"
)

// changes says what came after signing, object by object.
func (p *textPrinter) changes(s *sign.Signature) {
	if unjudged(s) {
		p.b.Field(4, labelChanges, wordUnjudged.With())
		return
	}
	class := words.Changes(s.Changes)
	switch {
	case s.Changes == sign.ChangesNone:
	case s.Permitted == nil:
		class = wordMaybe.With("changes", class)
	case *s.Permitted:
		class = wordPermitted.With("changes", class)
	default:
		class = wordNotPermitted.With("changes", class)
	}
	if n := len(s.ChangeList); n > briefly && s.Permitted != nil && *s.Permitted && !p.verbose {
		p.b.Field(4, labelChanges, wordAllChanges.With("changes", class, "n", n)) // which ones matters to nobody
		return
	}
	p.b.Field(4, labelChanges, class)
	for i := range s.ChangeList {
		if i == briefly && !p.verbose {
			p.b.Item(16, wordMoreChanges.With("n", len(s.ChangeList)-i))
			return
		}
		c := &s.ChangeList[i]
		t := changeText(c)
		if p.verbose && c.Detail != "" {
			t = wordReason.With("what", t, "code", words.Clip(c.Detail))
		}
		p.b.Item(16, t)
	}
}

// unjudged tells whether nothing that came after signing was looked at: it is
// not known what was signed.
func unjudged(s *sign.Signature) bool {
	return s.Changes == sign.ChangesOther && s.Permitted == nil && len(s.ChangeList) == 0 &&
		(s.Coverage == sign.Incoherent || s.Coverage == sign.Partial)
}

// overlaps warns, also where a signature passes, of what a reader may be misled
// by: annotations laid over what was there when it was signed, a signature most of
// all, and fields that show something else than they hold.
func (p *textPrinter) overlaps(s *sign.Signature, rep *sign.Report) {
	for _, r := range s.Reasons {
		if r.Code == sign.CodeValueNotShown {
			p.b.Field(4, labelWarning, words.Reason(r))
		}
		if r.Code != sign.CodeAnnotationOverlap || len(r.Args) < 2 {
			continue
		}
		page, field := r.Args[0], words.Clip(r.Args[1])
		signed := func(o sign.Signature) bool {
			return field != "" && (o.Field == r.Args[1] || slices.Contains(o.Fields, r.Args[1]))
		}
		if slices.ContainsFunc(rep.Signatures, signed) {
			p.b.Field(4, labelWarning, wordOverlaps.With("page", page, "field", field))
			continue
		}
		where := any("")
		if field != "" {
			where = wordInField.With("field", field)
		}
		p.b.Field(4, labelNote, wordOverlapsNote.With("page", page, "where", where))
	}
}

// changeText says what an update did to which object, and where that shows.
func changeText(c *sign.Change) msg.Text {
	action := wordChangeAction.With()
	if m, ok := actionWords[c.Action]; ok {
		action = m.With()
	}
	object := wordTrailer.With()
	if c.Object > 0 {
		object = wordObject.With("n", c.Object)
	}
	var where any = ""
	if c.Page > 0 {
		where = wordOnPage.With("n", c.Page)
	}
	if c.Field != "" {
		where = wordBothPlaces.With("a", where, "b", wordInField.With("field", words.Clip(c.Field)))
	}
	what := words.Reason(sign.Reason{Code: c.Code})
	switch c.Code {
	case sign.CodeUpdateDoubtful: // the place is known by the object
		what = wordDoubtful.With()
	case sign.CodeUnreachable:
		what = wordOrphan.With()
	}
	t := wordChange.With("action", action, "object", object, "where", where, "what", what)
	if c.Object == 0 && (c.Code == sign.CodeStructureUpdated || c.Code == sign.CodeCatalogUpdated) {
		t = wordRewritten.With()
	}
	if c.Revision > 0 {
		t = wordInRevision.With("n", c.Revision, "change", t)
	}
	return t
}
