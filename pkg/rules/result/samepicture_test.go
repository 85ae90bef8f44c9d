package result_test

import (
	"context"
	"iter"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/tthclint/tthclint/pkg/dossier"
	"github.com/tthclint/tthclint/pkg/evidence"
	"github.com/tthclint/tthclint/pkg/evidence/evidencetest"
	"github.com/tthclint/tthclint/pkg/form"
	"github.com/tthclint/tthclint/pkg/law"
	"github.com/tthclint/tthclint/pkg/likeness"
	"github.com/tthclint/tthclint/pkg/lint"
	"github.com/tthclint/tthclint/pkg/msg"
	"github.com/tthclint/tthclint/pkg/rules/result"
)

// several is a source of dossiers.
type several []*evidence.Dossier

func (s several) Dossiers(context.Context) iter.Seq2[*dossier.Dossier, error] {
	return func(yield func(*dossier.Dossier, error) bool) {
		for _, d := range s {
			if !yield(d.Dossier, nil) {
				return
			}
		}
	}
}

func TestSamePicture(t *testing.T) {
	one, near, other := likeness.Hash{1, 2, 3, 4}, likeness.Hash{1, 2, 3, 5}, likeness.Hash{1 << 40, ^uint64(0), 3, 4}
	pages := func(hashes ...likeness.Hash) (all []evidence.PageReading) {
		for i, h := range hashes {
			p := evidencetest.Unrecognised(form.NoMatch)
			p.Page, p.Likeness = i+1, h
			all = append(all, p)
		}
		return all
	}
	of := func(id string, docs ...*evidence.Document) *evidence.Dossier {
		return evidencetest.Dossier(func(d *evidence.Dossier) { d.ID = id }, docs...)
	}
	file := func(name string, hashes ...likeness.Hash) *evidence.Document {
		return evidencetest.Document(name, evidencetest.Pages(pages(hashes...)...))
	}
	all := several{
		of("A", file("A/1.pdf", one, other), file("A/2.pdf", near)),                    // within a dossier nothing is compared
		of("B", file("B/1.pdf", near)),                                                 // found
		of("C", file("C/1.pdf", likeness.Hash{^uint64(0), 9, 9, 9}, one)),              // the second page is a back
		of("D", file("D/1.pdf", likeness.Hash{})),                                      // nothing to be told by
		of("E", evidencetest.Document("E/1.jpg", evidencetest.Content(evidence.JPEG))), // no page
		of("F", evidencetest.Document("F/1.pdf", evidencetest.Content(evidence.PDF))),  // pages that cannot be had
		of("G"), // no result
		of("H", file("H/1.pdf", likeness.Hash{1, 2, ^uint64(0), 4}), file("H/2.pdf", one)), // found in the second
	}
	by := map[*dossier.Dossier]*evidence.Dossier{}
	for _, d := range all {
		by[d.Dossier] = d
	}
	rule := result.SamePicture()
	rule.After = nil
	l, err := lint.New(lint.Options[*evidence.Dossier]{
		Rules: []lint.Rule[*evidence.Dossier]{rule}, AsOf: law.Date(2026, 11, 23), Jobs: 4, NoDigests: true,
		Evidence: func(_ context.Context, d *dossier.Dossier) *evidence.Dossier { return by[d] },
	})
	require.NoError(t, err)
	states, texts := map[string]lint.State{}, map[string]string{}
	for r, err := range l.Results(t.Context(), all) {
		require.NoError(t, err)
		assert.Equal(t, lint.Accepted, r.Verdict, "a warning")
		for _, o := range r.Outcomes {
			states[o.Subject] = o.State
		}
		for _, f := range r.Findings {
			texts[f.Place.File] = f.Message.In(msg.Vietnamese)
		}
	}
	assert.Equal(t, map[string]lint.State{
		"A/1.pdf": lint.Passed, "A/2.pdf": lint.Passed, "B/1.pdf": lint.Found, "C/1.pdf": lint.Passed, "D/1.pdf": lint.NotApplicable,
		"E/1.jpg": lint.NotApplicable, "F/1.pdf": lint.NotApplicable, "G": lint.NotApplicable, "H/1.pdf": lint.Passed, "H/2.pdf": lint.Found,
	}, states)
	assert.Equal(t, map[string]string{
		"B/1.pdf": "Trang 1 là cùng một ảnh quét với trang 1 của tệp A/1.pdf, hồ sơ A.",
		"H/2.pdf": "Trang 1 là cùng một ảnh quét với trang 1 của tệp A/1.pdf, hồ sơ A.",
	}, texts)
}
