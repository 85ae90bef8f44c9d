package result_test

import (
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/tthclint/tthclint/pkg/dossier"
	"github.com/tthclint/tthclint/pkg/evidence"
	"github.com/tthclint/tthclint/pkg/evidence/evidencetest"
	"github.com/tthclint/tthclint/pkg/form"
	"github.com/tthclint/tthclint/pkg/law"
	"github.com/tthclint/tthclint/pkg/lint"
	"github.com/tthclint/tthclint/pkg/lint/linttest"
	"github.com/tthclint/tthclint/pkg/msg"
	"github.com/tthclint/tthclint/pkg/rules/result"
)

func TestDistrictUnit(t *testing.T) {
	forms, err := form.Builtin()
	require.NoError(t, err)
	marriage := forms.Form("ket_hon")
	reform := law.Date(2025, 7, 1)
	line := func(received time.Time, issuer string, issued time.Time, options ...evidencetest.Option) *evidence.Dossier {
		return evidencetest.Dossier(func(d *evidence.Dossier) {
			d.Entry = &dossier.Entry{
				File: "so.csv", Row: 3, Code: "A-1", Received: received, Finished: received.AddDate(0, 0, 3), Results: []dossier.Attachment{{Issuer: issuer, Issued: issued}},
				Fields: []dossier.Field{dossier.FieldResultIssuer}, Columns: []int{5},
			}
		}, evidencetest.Document("KQ1.pdf", append([]evidencetest.Option{evidencetest.Content(evidence.PDF)}, options...)...))
	}
	printed := func(sure float64, text string) evidencetest.Option {
		page := evidencetest.Shows(marriage)
		page.Reading.Values = []form.ValueReading{{Key: "issuer", State: form.Filled, How: form.ByPrint, Text: text, Sure: sure}}
		return evidencetest.Pages(page)
	}
	state := func(s lint.State) map[string]lint.State { return map[string]lint.State{"KQ1.pdf": s} }
	none := time.Time{}
	found := func(name, message string, place lint.Place, e *evidence.Dossier) testCase {
		return testCase{Name: name, Evidence: e, States: state(lint.Found), Messages: []string{message}, Check: func(t *testing.T, r *lint.Result) {
			assert.Equal(t, place, r.Findings[0].Place)
			assert.Equal(t, lint.Accepted, r.Verdict, "a warning")
		}}
	}
	cell := lint.Place{File: "so.csv", Row: 3, Column: 5}
	linttest.Rule(t, result.DistrictUnit(),
		found("a district in the register", "result/district-unit.named", cell, line(reform, "UBND huyện Lấp Vò", none)),
		found("a city below a province", "result/district-unit.named", cell, line(reform, "UBND thành phố Cao Lãnh, tỉnh Đồng Tháp", none)),
		found("a city that the list knows", "result/district-unit.named", cell, line(reform, "UBND TP Sa Đéc", none)),
		testCase{Name: "a city that may be a province's", Evidence: line(reform, "UBND thành phố Cần Thơ", none), States: state(lint.Passed)},
		testCase{Name: "a commune", Evidence: line(reform, "UBND phường Sa Đéc, tỉnh Đồng Tháp", none), States: state(lint.Passed)},
		testCase{Name: "a commune below a district of old", Evidence: line(reform, "UBND xã Tân Mỹ, huyện Lấp Vò", none), States: state(lint.Passed)},
		testCase{Name: "an office", Evidence: line(reform, "Phòng Tư pháp huyện Lấp Vò", none), States: state(lint.Passed)},
		testCase{Name: "issued before", Evidence: line(reform, "UBND huyện Lấp Vò", law.Date(2025, 6, 30)), States: state(lint.NotApplicable)},
		testCase{Name: "received before, of no day", Evidence: line(law.Date(2025, 6, 29), "UBND huyện Lấp Vò", none), States: state(lint.NotApplicable)},
		found("received before, issued after", "result/district-unit.named", cell, line(law.Date(2025, 6, 29), "UBND huyện Lấp Vò", reform)),
		testCase{Name: "settled before", Evidence: line(law.Date(2025, 6, 2), "UBND huyện Lấp Vò", none), States: map[string]lint.State{"": lint.NotInForce}},
		found("in the file", "result/district-unit", lint.Place{File: "KQ1.pdf"}, line(reform, "", none, evidencetest.Metadata("CoQuanBanHanh", "UBND huyện Lấp Vò"))),
		found("in print", "result/district-unit", lint.Place{File: "KQ1.pdf", Page: 1}, line(reform, "", none, printed(0.95, "Ủy ban nhân dân huyện Lấp Vò, tỉnh Đồng Tháp"))),
		testCase{Name: "in print, read badly", Evidence: line(reform, "", none, printed(0.7, "Ủy ban nhân dân huyện Lấp Vò")), States: state(lint.NotApplicable)},
		testCase{Name: "a letter of a commune misread", Evidence: line(reform, "", none, printed(0.95, "Ủy ban nhân dân xả Tân Mỹ, huyện Lấp Vò")), States: state(lint.Passed)},
		testCase{Name: "nobody says", Evidence: line(reform, "", none), States: state(lint.NotApplicable)},
		testCase{
			Name: "what an officer reads", Evidence: line(reform, "UBND huyện Lấp Vò", none), States: state(lint.Found), Messages: []string{"result/district-unit.named"},
			Check: func(t *testing.T, r *lint.Result) {
				assert.Equal(t, "Kết quả được ban hành nhân danh UBND huyện Lấp Vò (theo sổ theo dõi), trong khi cấp huyện đã kết thúc hoạt động từ 01/07/2025.",
					r.Findings[0].Message.In(msg.Vietnamese))
			},
		},
	)
}
