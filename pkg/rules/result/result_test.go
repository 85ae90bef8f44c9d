package result_test

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/tthclint/tthclint/pkg/dossier"
	"github.com/tthclint/tthclint/pkg/evidence"
	"github.com/tthclint/tthclint/pkg/evidence/evidencetest"
	"github.com/tthclint/tthclint/pkg/law"
	"github.com/tthclint/tthclint/pkg/lint"
	"github.com/tthclint/tthclint/pkg/lint/linttest"
	"github.com/tthclint/tthclint/pkg/rules/result"
)

type testCase = linttest.Case[*evidence.Dossier]

func TestMissing(t *testing.T) {
	row := func(e dossier.Entry, docs ...*evidence.Document) *evidence.Dossier {
		e.File, e.Row, e.Code = "ho-so.csv", 5, "A-1"
		return evidencetest.Dossier(func(d *evidence.Dossier) { d.Entry, d.Registered, d.ID = &e, true, "A-1" }, docs...)
	}
	done := dossier.Entry{Status: "Đã trả kết quả"}
	receipt := evidencetest.Document("A-1/hen tra.pdf")
	receipt.Role = dossier.Receipt
	linttest.Rule(t, result.Missing(),
		testCase{Name: "finished with a result", Evidence: row(done, evidencetest.Document("A-1/KQ1.pdf")),
			States: map[string]lint.State{"": lint.Passed}},
		testCase{Name: "finished with nothing", Evidence: row(done),
			States: map[string]lint.State{"": lint.Found}, Messages: []string{"result/missing"},
			Check: func(t *testing.T, r *lint.Result) {
				assert.Equal(t, lint.Place{File: "ho-so.csv", Row: 5}, r.Findings[0].Place)
				assert.Equal(t, lint.Rejected, r.Verdict)
			}},
		testCase{Name: "finished with a receipt only", Evidence: row(done, receipt),
			States: map[string]lint.State{"": lint.Found}, Messages: []string{"result/missing.others"}},
		testCase{Name: "folder without register line and result", Evidence: evidencetest.Dossier(nil, receipt),
			States: map[string]lint.State{"": lint.NotChecked}},
		testCase{Name: "still being handled", Evidence: row(dossier.Entry{Status: "Đang xử lý"}),
			States: map[string]lint.State{"": lint.NotApplicable}},
		testCase{Name: "register does not say", Evidence: row(dossier.Entry{}),
			States: map[string]lint.State{"": lint.NotChecked}},
		testCase{Name: "shifted cells", Evidence: row(dossier.Entry{Status: "UBND Phường 3", Faults: []dossier.Fault{{Kind: dossier.FaultCells}}}),
			States: map[string]lint.State{"": lint.NotChecked}},
		testCase{Name: "line without a code", Evidence: evidencetest.Dossier(func(d *evidence.Dossier) {
			d.ID, d.Entry = "ho-so.csv:9", &dossier.Entry{File: "ho-so.csv", Row: 9, Status: "Đã trả"}
		}), States: map[string]lint.State{"": lint.NotApplicable}},
		testCase{Name: "checked before electronic results", AsOf: law.Date(2020, 5, 21), Evidence: row(done),
			States: map[string]lint.State{"": lint.NotInForce}},
		testCase{Name: "older than electronic results, digitized since", Evidence: row(dossier.Entry{Finished: law.Date(2019, 1, 1)}),
			States: map[string]lint.State{"": lint.Found}, Messages: []string{"result/missing"}},
		testCase{Name: "before the circular on digitization", AsOf: law.Date(2023, 5, 24), Evidence: row(done),
			States: map[string]lint.State{"": lint.Found}, Messages: []string{"result/missing"},
			Check: func(t *testing.T, r *lint.Result) { assert.Len(t, r.Findings[0].Basis, 1) }},
		testCase{Name: "from the circular on digitization", AsOf: law.Date(2023, 5, 25), Evidence: row(done),
			States: map[string]lint.State{"": lint.Found}, Messages: []string{"result/missing"},
			Check: func(t *testing.T, r *lint.Result) { assert.Len(t, r.Findings[0].Basis, 2) }},
	)
}

func TestEmpty(t *testing.T) {
	linttest.Rule(t, result.Empty(),
		testCase{Name: "with content", Evidence: evidencetest.Dossier(nil, evidencetest.Document("a.pdf", evidencetest.Content(evidence.PDF))),
			States: map[string]lint.State{"a.pdf": lint.Passed}},
		testCase{Name: "empty beside another", Evidence: evidencetest.Dossier(nil,
			evidencetest.Document("a.pdf", evidencetest.Content(evidence.Empty)), evidencetest.Document("b.pdf", evidencetest.Content(evidence.PDF))),
			States: map[string]lint.State{"a.pdf": lint.Found, "b.pdf": lint.Passed}, Messages: []string{"result/empty"}},
		testCase{Name: "nothing attached", Evidence: evidencetest.Dossier(nil), States: map[string]lint.State{"": lint.NotApplicable}},
		testCase{Name: "cannot be opened", Evidence: evidencetest.Dossier(nil, evidencetest.Document("a.pdf")),
			States: map[string]lint.State{"a.pdf": lint.NotChecked}},
	)
}

func TestNotPDF(t *testing.T) {
	of := func(path string, c evidence.Content) *evidence.Dossier {
		return evidencetest.Dossier(nil, evidencetest.Document(path, evidencetest.Content(c)))
	}
	linttest.Rule(t, result.NotPDF(),
		testCase{Name: "a PDF under any name", Evidence: of("a.dat", evidence.PDF), States: map[string]lint.State{"a.dat": lint.Passed}},
		testCase{Name: "a photograph", Evidence: of("a.jpg", evidence.JPEG), States: map[string]lint.State{"a.jpg": lint.Found}, Messages: []string{"result/not-pdf"}},
		testCase{Name: "a text called pdf", Evidence: of("a.PDF", evidence.Text), States: map[string]lint.State{"a.PDF": lint.Found}, Messages: []string{"result/not-pdf.name"}},
		testCase{Name: "an empty file", Evidence: of("a.pdf", evidence.Empty), States: map[string]lint.State{"a.pdf": lint.NotApplicable}},
		testCase{Name: "cannot be opened", Evidence: evidencetest.Dossier(nil, evidencetest.Document("a.pdf")), States: map[string]lint.State{"a.pdf": lint.NotChecked}},
	)
}

func TestDuplicate(t *testing.T) {
	with := func(places ...dossier.Place) *evidence.Dossier {
		doc := evidencetest.Document("dossier/KQ1.pdf")
		if places != nil {
			ids := map[string]bool{}
			for _, p := range places {
				ids[p.Dossier] = true
			}
			doc.Twins = &dossier.Twins{Places: places, Dossiers: len(ids)}
		}
		return evidencetest.Dossier(nil, doc)
	}
	here, again := dossier.Place{Dossier: "dossier", Path: "dossier/KQ1.pdf"}, dossier.Place{Dossier: "dossier", Path: "dossier/KQ2.pdf"}
	subject := here.Path
	linttest.Rule(t, result.Duplicate(),
		testCase{Name: "unique", Evidence: with(), States: map[string]lint.State{subject: lint.Passed}},
		testCase{Name: "twice in one dossier", Evidence: with(here, again), States: map[string]lint.State{subject: lint.Passed}},
		testCase{Name: "in two dossiers", Evidence: with(dossier.Place{Dossier: "B", Path: "B/KQ1.pdf"}, here, again),
			States: map[string]lint.State{subject: lint.Found}, Messages: []string{"result/duplicate"},
			Check: func(t *testing.T, r *lint.Result) {
				assert.Equal(t, "B", r.Findings[0].Message.Args["dossier"])
				assert.Equal(t, 1, r.Findings[0].Message.Args["count"])
				assert.Len(t, r.Findings[0].Basis, 3, "since 5/8/2026 the decree on one code per dossier is cited too")
			}},
		testCase{Name: "nothing attached", Evidence: evidencetest.Dossier(nil), States: map[string]lint.State{"": lint.NotApplicable}},
	)
}

func TestOtherCode(t *testing.T) {
	stray := evidencetest.Document("A-1/B-2-KQ1.pdf")
	stray.Role, stray.OtherCode = dossier.Unknown, "B-2"
	linttest.Rule(t, result.OtherCode(),
		testCase{Name: "own file", Evidence: evidencetest.Dossier(nil, evidencetest.Document("A-1/KQ1.pdf")), States: map[string]lint.State{"": lint.Passed}},
		testCase{Name: "stray file", Evidence: evidencetest.Dossier(nil, stray), States: map[string]lint.State{"": lint.Found}, Messages: []string{"result/other-code"}},
		testCase{Name: "no file", Evidence: evidencetest.Dossier(nil), States: map[string]lint.State{"": lint.NotApplicable}},
	)
}

func TestUnclearRole(t *testing.T) {
	unknown, presumed, stray := evidencetest.Document("b.pdf"), evidencetest.Document("c.pdf"), evidencetest.Document("d.pdf")
	unknown.Role, stray.Role, presumed.Presumed, stray.OtherCode = dossier.Unknown, dossier.Unknown, true, "B-2"
	known := evidencetest.Document("a-KQ1.pdf")
	linttest.Rule(t, result.UnclearRole(),
		testCase{Name: "all named", Evidence: evidencetest.Dossier(nil, known, known), States: map[string]lint.State{"": lint.Passed}},
		testCase{Name: "an unknown file beside the result", Evidence: evidencetest.Dossier(nil, known, unknown, stray),
			States: map[string]lint.State{"": lint.Found}, Messages: []string{"result/unclear-role.unjudged"}},
		testCase{Name: "several candidates", Evidence: evidencetest.Dossier(nil, presumed, presumed),
			States: map[string]lint.State{"": lint.Found}, Messages: []string{"result/unclear-role.presumed", "result/unclear-role.presumed"}},
		testCase{Name: "one file", Evidence: evidencetest.Dossier(nil, known), States: map[string]lint.State{"": lint.NotApplicable}},
	)
}
