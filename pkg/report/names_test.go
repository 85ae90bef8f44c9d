package report_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/tthclint/tthclint/pkg/dossier"
	"github.com/tthclint/tthclint/pkg/law"
	"github.com/tthclint/tthclint/pkg/lint"
	"github.com/tthclint/tthclint/pkg/msg"
	"github.com/tthclint/tthclint/pkg/report"
)

func TestWrapKeepsBlanks(t *testing.T) {
	for _, c := range []struct {
		text  string
		width int
		want  []string
	}{
		{"", 5, []string{""}},
		{"a  b", 5, []string{"a  b"}},
		{"  a b", 5, []string{"  a b"}},
		{"aa  bb   cc", 6, []string{"aa  bb", "cc"}},
		{"aa    ", 4, []string{"aa"}},
		{"aaaaaaaa bb", 4, []string{"aaaaaaaa", "bb"}},
		{"tiê\u0301ng việt", 5, []string{"tiê\u0301ng", "việt"}},
	} {
		assert.Equal(t, c.want, report.Wrap(c.text, c.width), c.text)
	}
}

// TestTextPrintsNamesWhole prints a name with blanks of every kind in every
// place of a report: each time it stands there as it is, on one line.
func TestTextPrintsNamesWhole(t *testing.T) {
	name := "H20.30-260911-0002  Võ Thị Mẫu Đơn/" + strings.Repeat("giấy  chứng nhận kết hôn ", 5) + "\u00a0.pdf"
	named := msg.Message{ID: "pdf/unreadable", VI: "Tệp {file} của hồ sơ {dossier} hỏng: {why}", EN: "{file} {dossier} {why}"}
	why := msg.Message{ID: "why", VI: "{file} bị cắt cụt", EN: "{file} is cut off"}
	s := officeSample()
	s.head.Register.File, s.head.Anchors[0].Source, s.head.Ignored = name, name, []string{name}
	s.results = []*lint.Result{{
		Dossier: name, Verdict: lint.Rejected,
		Documents: []lint.DocumentInfo{{Path: name, Role: dossier.Result}},
		Findings: []lint.Finding{{
			Rule: "pdf/unreadable", Severity: lint.Error, Place: lint.Place{File: name, Sheet: name},
			Message: named.With("file", name, "dossier", name, "why", why.With("file", name)), Basis: []law.Citation{{Instrument: "Luật"}},
		}},
		Outcomes: []lint.Outcome{{Rule: "sign/missing", Subject: name + "x", State: lint.NotChecked, Because: why.With("file", name)}},
	}}
	out := s.text(t, report.TextOptions{Verbose: true, Width: 60})
	assert.Equal(t, 12, strings.Count(out, name), out)
	assert.NotContains(t, out, "\x00")
}

func TestUndeterminedAlwaysHasAReason(t *testing.T) {
	folded := lint.Outcome{Rule: "sign/missing", Subject: "a.pdf", State: lint.NotChecked, After: "pdf/odd", Because: msg.Text{Message: stamp}}
	for want, outcomes := range map[string][]lint.Outcome{
		"- Chữ ký số không có dấu thời gian. (a.pdf) [sign/missing]": {folded, {Rule: "pdf/odd", Subject: "a.pdf", State: lint.Found}},
		"- Không có chứng thư gốc tin cậy [sign/untrusted]":          {{Rule: "sign/untrusted", Subject: "d", State: lint.NotInForce, Because: msg.Text{Message: none}}},
		"- Không rõ lý do [sign/untrusted]":                          {{Rule: "sign/untrusted", Subject: "d", State: lint.NotChecked}},
		"- Không rõ lý do":                                           nil,
	} {
		s := &sample{results: []*lint.Result{{Dossier: "d", Verdict: lint.Undetermined, Outcomes: outcomes}}}
		out := s.text(t, report.TextOptions{})
		assert.Contains(t, out, "CHƯA XÁC ĐỊNH\n  Chưa kiểm tra được:\n  "+want+"\n")
	}
	// What a finding explains is not said twice.
	s := &sample{results: []*lint.Result{{
		Dossier: "d", Verdict: lint.Rejected,
		Outcomes: []lint.Outcome{folded, {Rule: "sign/untrusted", Subject: "d", State: lint.NotChecked, Because: msg.Text{Message: none}}},
	}}}
	assert.NotContains(t, s.text(t, report.TextOptions{}), "dấu thời gian")
}

func TestJSONCanBeSaidAgain(t *testing.T) {
	var out bytes.Buffer
	officeSample().print(t, report.NewJSON(&out, report.JSONOptions{}))
	var got struct {
		Results []struct {
			Findings []struct{ RemedyID string }
			Outcomes []struct {
				BecauseID   string
				BecauseArgs map[string]any
			}
		}
	}
	require.NoError(t, json.Unmarshal(out.Bytes(), &got))
	assert.Equal(t, "field/spouse-signature.remedy", got.Results[1].Findings[0].RemedyID)
	assert.Equal(t, "field/unsure", got.Results[3].Outcomes[0].BecauseID)
	assert.Equal(t, map[string]any{"dpi": 72.0}, got.Results[3].Outcomes[0].BecauseArgs)
	assert.Equal(t, map[string]any{}, got.Results[0].Outcomes[0].BecauseArgs)
}

func TestJSONBoundsTheListOfIgnoredFiles(t *testing.T) {
	s := &sample{}
	for i := range 5000 {
		s.head.Ignored = append(s.head.Ignored, fmt.Sprintf("%04d.txt", i))
	}
	var out bytes.Buffer
	s.print(t, report.NewJSON(&out, report.JSONOptions{}))
	validate(t, compileSchema(t, ""), out.Bytes())
	var got struct {
		Ignored      []string
		IgnoredCount int
	}
	require.NoError(t, json.Unmarshal(out.Bytes(), &got))
	assert.Len(t, got.Ignored, 1000)
	assert.Equal(t, 5000, got.IgnoredCount)
	assert.Contains(t, s.text(t, report.TextOptions{}), "5000 tệp không thuộc hồ sơ nào (0000.txt, 0001.txt, 0002.txt, … và 4997 tệp khác)")
}

func TestPeriodsAreReadByTheirLastDay(t *testing.T) {
	end := law.Date(2027, 3, 1)
	assert.Equal(t, "Đến hết 28/02/2027", report.Period(law.Period{To: end}).In(msg.Vietnamese))
	assert.Equal(t, "From 2026-01-01 up to and including 2027-02-28", report.Period(law.Period{From: law.Date(2026, 1, 1), To: end}).In(msg.English))
	assert.Equal(t, "Since 2027-03-01", report.Period(law.Period{From: end.UTC()}).In(msg.English))
	assert.Equal(t, "Mọi thời điểm", report.Period(law.Period{}).In(msg.Vietnamese))
}
