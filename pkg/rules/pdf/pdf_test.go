package pdf_test

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/tthclint/tthclint/pkg/evidence"
	"github.com/tthclint/tthclint/pkg/evidence/evidencetest"
	"github.com/tthclint/tthclint/pkg/lint"
	"github.com/tthclint/tthclint/pkg/lint/linttest"
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
