package result_test

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/tthclint/tthclint/pkg/dossier"
	"github.com/tthclint/tthclint/pkg/evidence"
	"github.com/tthclint/tthclint/pkg/evidence/evidencetest"
	"github.com/tthclint/tthclint/pkg/form"
	"github.com/tthclint/tthclint/pkg/lint"
	"github.com/tthclint/tthclint/pkg/lint/linttest"
	"github.com/tthclint/tthclint/pkg/msg"
	"github.com/tthclint/tthclint/pkg/raster"
	"github.com/tthclint/tthclint/pkg/rules/result"
)

const ownCode = "H20.30-230911-0001"

// coded returns the first page, with QR codes of these texts.
func coded(texts ...string) evidence.PageReading {
	page := evidencetest.Unrecognised(form.NoMatch)
	for _, text := range texts {
		page.Codes = append(page.Codes, evidence.PageCode{Text: text, Box: raster.Rect{X: 10, Y: 12, W: 15, H: 15}})
	}
	return page
}

func TestQRMismatch(t *testing.T) {
	of := func(id string, pages ...evidence.PageReading) *evidence.Dossier {
		for i := range pages {
			pages[i].Page = i + 1
		}
		return evidencetest.Dossier(func(d *evidence.Dossier) {
			d.ID, d.Procedure = id, "1.000894"
			d.Code, _, _ = dossier.FindCode(id, dossier.CodeFormats())
			d.Entry = &dossier.Entry{File: "ho-so.csv", Row: 2, Code: id, OwnerID: "087199000001"}
		}, evidencetest.Document("a.pdf", evidencetest.Pages(pages...)))
	}
	own := func(pages ...evidence.PageReading) *evidence.Dossier { return of(ownCode, pages...) }
	state := func(s lint.State) map[string]lint.State { return map[string]lint.State{"a.pdf": s} }
	severity := func(want lint.Severity) func(*testing.T, *lint.Result) {
		return func(t *testing.T, r *lint.Result) { assert.Equal(t, want, r.Findings[0].Severity) }
	}
	noEntry := evidencetest.Dossier(nil, evidencetest.Document("a.pdf", evidencetest.Pages(coded(ownCode))))
	linttest.Rule(t, result.QRMismatch(),
		testCase{Name: "own code", Evidence: own(coded(ownCode)), States: state(lint.Passed)},
		testCase{Name: "own code in the older spelling", Evidence: own(coded("000.00.30.H20-230911-0001")), States: state(lint.Passed)},
		testCase{Name: "own code of no known shape", Evidence: of("SDC/2023/000017", coded("HS:sdc/2023/000017|x")), States: state(lint.Passed)},
		testCase{Name: "another dossier's code", Evidence: own(coded("H20.30-230912-0007")), States: state(lint.Found), Messages: []string{"result/qr-mismatch"},
			Check: func(t *testing.T, r *lint.Result) {
				assert.Equal(t, lint.Rejected, r.Verdict)
				assert.Equal(t, lint.Place{File: "a.pdf", Page: 1, Box: lint.Box{X: 10, Y: 12, W: 15, H: 15}}, r.Findings[0].Place)
				assert.Equal(t, "Mã QR ở trang 1 mang mã hồ sơ H20.30-230912-0007, không phải H20.30-230911-0001.", r.Findings[0].Message.In(msg.Vietnamese))
			}},
		testCase{Name: "the same number of another unit", Evidence: own(coded("H20.31-230911-0001")), States: state(lint.Found), Messages: []string{"result/qr-mismatch.unit"}, Check: severity(lint.Warning)},
		testCase{Name: "another code beside its own", Evidence: own(coded(ownCode), coded("H20.30-230912-0007")), States: state(lint.Found),
			Messages: []string{"result/qr-mismatch.beside"}, Check: severity(lint.Warning)},
		testCase{Name: "another procedure", Evidence: own(coded(ownCode + "|1.001193")), States: state(lint.Found), Messages: []string{"result/qr-mismatch.procedure"}, Check: severity(lint.Warning)},
		testCase{Name: "another owner", Evidence: own(coded(ownCode + "|1.000894|087199000002")), States: state(lint.Found), Messages: []string{"result/qr-mismatch.owner"},
			Check: func(t *testing.T, r *lint.Result) {
				assert.Equal(t, lint.Warning, r.Findings[0].Severity)
				for _, lang := range []msg.Lang{msg.Vietnamese, msg.English} {
					assert.NotContains(t, r.Findings[0].Message.In(lang), "0871")
				}
				assert.NotContains(t, r.Findings[0].Message.Args, "owner")
			}},
		testCase{Name: "one of two owners", Evidence: own(coded("087199000002 087199000001")), States: state(lint.Passed)},
		testCase{Name: "a citizen's card", Evidence: own(coded("087199000002||Trần B|01011999|Nam|Sa Đéc|12082021")), States: state(lint.NotApplicable)},
		testCase{Name: "a code that says nothing", Evidence: own(coded("https://example.vn")), States: state(lint.NotApplicable)},
		testCase{Name: "no code", Evidence: own(coded()), States: state(lint.NotApplicable)},
		testCase{Name: "a dossier without a code", Evidence: noEntry, States: state(lint.NotApplicable)},
		testCase{Name: "the first page cannot be drawn", Evidence: own(evidencetest.Undrawn()), States: state(lint.NotChecked)},
		testCase{Name: "a later page cannot be drawn", Evidence: own(coded(), evidencetest.Undrawn()), States: state(lint.NotApplicable)},
		testCase{Name: "hostile text", Evidence: own(coded("\x1b[31m\u202eH20.30-230912-0007\u202c\x07")), States: state(lint.Found), Messages: []string{"result/qr-mismatch"},
			Check: func(t *testing.T, r *lint.Result) {
				assert.Equal(t, "H20.30-230912-0007", r.Findings[0].Message.Args["code"], "of the text nothing else is said")
			}},
		testCase{Name: "a picture", Evidence: evidencetest.Dossier(nil, evidencetest.Document("a.pdf", evidencetest.Content(evidence.JPEG))), States: state(lint.NotApplicable)},
		testCase{Name: "nothing could be had", Evidence: evidencetest.Dossier(nil, evidencetest.Document("a.pdf")), States: state(lint.NotChecked)},
	)
}
