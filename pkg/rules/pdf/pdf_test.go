package pdf_test

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/tthclint/tthclint/pkg/evidence"
	"github.com/tthclint/tthclint/pkg/evidence/evidencetest"
	"github.com/tthclint/tthclint/pkg/form"
	"github.com/tthclint/tthclint/pkg/lint"
	"github.com/tthclint/tthclint/pkg/lint/linttest"
	"github.com/tthclint/tthclint/pkg/msg"
	"github.com/tthclint/tthclint/pkg/rules/pdf"
)

type testCase = linttest.Case[*evidence.Dossier]

func with(o ...evidencetest.Option) *evidence.Dossier {
	return evidencetest.Dossier(nil, evidencetest.Document("a.pdf", o...))
}

func TestUnreadable(t *testing.T) {
	linttest.Rule(t, pdf.Unreadable(),
		testCase{Name: "sound", Evidence: with(evidencetest.Structure(evidence.Structure{Pages: 1})), States: map[string]lint.State{"a.pdf": lint.Passed}},
		testCase{Name: "damaged", Evidence: with(evidencetest.Damaged()), States: map[string]lint.State{"a.pdf": lint.Found}, Messages: []string{"pdf/unreadable"}},
		testCase{Name: "something behind the end", Evidence: with(evidencetest.Structure(evidence.Structure{Pages: 1, Trailing: true})),
			States: map[string]lint.State{"a.pdf": lint.Found}, Messages: []string{"pdf/unreadable.trailing"},
			Check: func(t *testing.T, r *lint.Result) { assert.Equal(t, lint.Warning, r.Worst()) }},
		testCase{Name: "cut off", Evidence: with(evidencetest.Structure(evidence.Structure{Pages: 1, CutOff: true})), States: map[string]lint.State{"a.pdf": lint.Found}, Messages: []string{"pdf/unreadable.cut-off"}},
		testCase{Name: "a picture", Evidence: with(evidencetest.Content(evidence.JPEG)), States: map[string]lint.State{"a.pdf": lint.NotApplicable}},
		testCase{Name: "cannot be opened", Evidence: with(), States: map[string]lint.State{"a.pdf": lint.NotChecked}},
		testCase{Name: "read error", Evidence: with(evidencetest.Content(evidence.PDF)), States: map[string]lint.State{"a.pdf": lint.NotChecked}},
	)
}

func TestEncrypted(t *testing.T) {
	linttest.Rule(t, pdf.Encrypted(),
		testCase{Name: "open", Evidence: with(evidencetest.Structure(evidence.Structure{Pages: 1})), States: map[string]lint.State{"a.pdf": lint.Passed}},
		testCase{Name: "locked", Evidence: with(evidencetest.Structure(evidence.Structure{Encrypted: true, Locked: true})),
			States: map[string]lint.State{"a.pdf": lint.Found}, Messages: []string{"pdf/encrypted"}},
		testCase{Name: "restricted", Evidence: with(evidencetest.Structure(evidence.Structure{Encrypted: true, Pages: 1})), States: map[string]lint.State{"a.pdf": lint.Passed}},
		testCase{Name: "a picture", Evidence: with(evidencetest.Content(evidence.JPEG)), States: map[string]lint.State{"a.pdf": lint.NotApplicable}},
		testCase{Name: "damaged", Evidence: with(evidencetest.Damaged()), States: map[string]lint.State{"a.pdf": lint.NotChecked}},
	)
}

func TestRestricted(t *testing.T) {
	linttest.Rule(t, pdf.Restricted(),
		testCase{Name: "open", Evidence: with(evidencetest.Structure(evidence.Structure{Pages: 1})), States: map[string]lint.State{"a.pdf": lint.Passed}},
		testCase{Name: "restricted", Evidence: with(evidencetest.Structure(evidence.Structure{Encrypted: true, Pages: 1})),
			States: map[string]lint.State{"a.pdf": lint.Found}, Messages: []string{"pdf/restricted"},
			Check: func(t *testing.T, r *lint.Result) { assert.Equal(t, lint.Accepted, r.Verdict, "it opens: a warning") }},
		testCase{Name: "a picture", Evidence: with(evidencetest.Content(evidence.JPEG)), States: map[string]lint.State{"a.pdf": lint.NotApplicable}},
		testCase{Name: "damaged", Evidence: with(evidencetest.Damaged()), States: map[string]lint.State{"a.pdf": lint.NotChecked}},
	)
}

func paper(blank bool) evidence.PageReading {
	page := evidencetest.Unrecognised(form.NoText)
	page.Blank = blank
	return page
}

func electronic() evidence.PageReading {
	page := evidencetest.Undrawn()
	page.Electronic = true
	return page
}

func TestVersion(t *testing.T) {
	version := func(v string, pages ...evidence.PageReading) *evidence.Dossier {
		return with(evidencetest.Structure(evidence.Structure{Pages: 1, Version: v}), evidencetest.Pages(pages...))
	}
	old := map[string]lint.State{"a.pdf": lint.Found}
	linttest.Rule(t, pdf.Version(),
		testCase{Name: "1.4", Evidence: version("1.4", paper(false)), States: map[string]lint.State{"a.pdf": lint.Passed}},
		testCase{Name: "2.0", Evidence: version("2.0", paper(false)), States: map[string]lint.State{"a.pdf": lint.Passed}},
		testCase{Name: "1.3", Evidence: version("1.3", electronic(), paper(false)), States: old, Messages: []string{"pdf/version"},
			Check: func(t *testing.T, r *lint.Result) {
				assert.Contains(t, r.Findings[0].Message.In(msg.Vietnamese), "phiên bản 1.3, thấp hơn phiên bản tối thiểu 1.4")
			}},
		testCase{Name: "1.3 and electronic", Evidence: version("1.3", electronic()), States: map[string]lint.State{"a.pdf": lint.NotApplicable}},
		testCase{Name: "1.3 and not seen", Evidence: version("1.3", evidencetest.Undrawn()), States: map[string]lint.State{"a.pdf": lint.NotChecked}},
		testCase{Name: "no version", Evidence: version("", paper(false)), States: map[string]lint.State{"a.pdf": lint.NotChecked}},
		testCase{Name: "a picture", Evidence: with(evidencetest.Content(evidence.JPEG)), States: map[string]lint.State{"a.pdf": lint.NotApplicable}},
		testCase{Name: "damaged", Evidence: with(evidencetest.Damaged()), States: map[string]lint.State{"a.pdf": lint.NotChecked}},
	)
}

func TestBlank(t *testing.T) {
	pages := func(all ...evidence.PageReading) *evidence.Dossier { return with(evidencetest.Pages(all...)) }
	linttest.Rule(t, pdf.Blank(),
		testCase{Name: "a blank back", Evidence: pages(paper(false), paper(true)), States: map[string]lint.State{"a.pdf": lint.Passed}},
		testCase{Name: "blank throughout", Evidence: pages(paper(true), paper(true)), States: map[string]lint.State{"a.pdf": lint.Found}, Messages: []string{"pdf/blank"}},
		testCase{Name: "electronic", Evidence: pages(electronic()), States: map[string]lint.State{"a.pdf": lint.Passed}},
		testCase{Name: "not seen", Evidence: pages(paper(true), evidencetest.Undrawn()), States: map[string]lint.State{"a.pdf": lint.NotChecked}},
		testCase{Name: "a picture", Evidence: with(evidencetest.Content(evidence.JPEG)), States: map[string]lint.State{"a.pdf": lint.NotApplicable}},
		testCase{Name: "damaged", Evidence: with(evidencetest.Damaged()), States: map[string]lint.State{"a.pdf": lint.NotChecked}},
	)
}
