package result_test

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/tthclint/tthclint/pkg/dossier"
	"github.com/tthclint/tthclint/pkg/evidence"
	"github.com/tthclint/tthclint/pkg/evidence/evidencetest"
	"github.com/tthclint/tthclint/pkg/lint"
	"github.com/tthclint/tthclint/pkg/lint/linttest"
	"github.com/tthclint/tthclint/pkg/msg"
	"github.com/tthclint/tthclint/pkg/rules/result"
)

func TestNotFound(t *testing.T) {
	line := func(results, components []dossier.Attachment) *evidence.Dossier {
		return evidencetest.Dossier(func(d *evidence.Dossier) {
			d.Entry = &dossier.Entry{
				File: "so.csv", Row: 3, Code: "A-1", Results: results, Components: components, Fields: []dossier.Field{dossier.FieldFile}, Columns: []int{9},
			}
		}, evidencetest.Document("A-1/KQ1.pdf"))
	}
	named := func(names ...string) (all []dossier.Attachment) {
		for _, n := range names {
			all = append(all, dossier.Attachment{File: n})
		}
		return all
	}
	linttest.Rule(t, result.NotFound(),
		testCase{Name: "all here", Evidence: line(named("kq1.PDF"), nil), States: map[string]lint.State{"": lint.Passed}},
		testCase{
			Name: "two are not", Evidence: line(named("KQ1.pdf", "Nguyễn Văn A.pdf"), named("TP1.pdf")), States: map[string]lint.State{"": lint.Found},
			Messages: []string{"result/not-found"}, Check: func(t *testing.T, r *lint.Result) {
				assert.Equal(t, lint.Place{File: "so.csv", Row: 3, Column: 9}, r.Findings[0].Place)
				text := r.Findings[0].Message.In(msg.Vietnamese)
				assert.Contains(t, text, " 2 tệp")
				assert.NotContains(t, text, "Nguyễn", "names of files may name citizens")
			},
		},
		testCase{Name: "a register without names", Evidence: line([]dossier.Attachment{{Code: "K1"}}, nil), States: map[string]lint.State{"": lint.NotApplicable}},
		testCase{Name: "no line", Evidence: evidencetest.Dossier(nil), States: map[string]lint.State{"": lint.NotApplicable}},
	)
}
