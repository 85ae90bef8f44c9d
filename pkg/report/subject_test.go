package report_test

import (
	"bytes"
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/tthclint/tthclint/pkg/dossier"
	"github.com/tthclint/tthclint/pkg/lint"
	"github.com/tthclint/tthclint/pkg/msg"
	"github.com/tthclint/tthclint/pkg/report"
)

// TestLinesOfTheRegister: a line that is no dossier is called what it is, also
// where names are hidden; one that is a dossier is called by its code.
func TestLinesOfTheRegister(t *testing.T) {
	line := func(e dossier.Entry, prefix string) *lint.Result {
		return &lint.Result{Dossier: prefix + e.Place(), Verdict: lint.Rejected, Judged: &dossier.Dossier{Entry: &e}}
	}
	twice := []dossier.Fault{{Kind: dossier.FaultDate}, {Kind: dossier.FaultDuplicate, Value: "Võ Mẫu"}}
	none := []dossier.Fault{{Kind: dossier.FaultNoCode}}
	s := &sample{head: lint.Head{Register: &lint.RegisterInfo{File: "so.xlsx"}}, results: []*lint.Result{
		line(dossier.Entry{File: "so.xlsx", Sheet: "Tháng 9", Row: 57, Owner: "Võ Mẫu", Faults: twice}, ""),
		line(dossier.Entry{File: "ho-so.csv", Row: 3, Faults: none}, "quý 1/"),
		{Dossier: "H20.30-260911-0002", Judged: &dossier.Dossier{Entry: &dossier.Entry{File: "ho-so.csv", Row: 4, Faults: twice[:1]}}},
	}}
	for _, p := range []func(report.Printer) report.Printer{func(p report.Printer) report.Printer { return p }, report.Redacted} {
		var out bytes.Buffer
		s.print(t, p(report.NewText(&out, report.TextOptions{Verbose: true})))
		for _, told := range []string{
			"\nDòng 57, trang tính Tháng 9 của sổ theo dõi so.xlsx – KHÔNG ĐẠT\n", "\nDòng 3 của sổ theo dõi quý 1/ho-so.csv – KHÔNG ĐẠT\n", "\nHồ sơ H20.30-260911-0002 – ",
		} {
			assert.Contains(t, out.String(), told)
		}
		assert.NotContains(t, out.String(), "Võ Mẫu")
	}
	assert.Equal(t, "Row 57, sheet Tháng 9 of the register so.xlsx", report.SubjectText(s.results[0], msg.English))
	assert.Equal(t, "H20.30-260911-0002", report.SubjectText(s.results[2], msg.English))
}
