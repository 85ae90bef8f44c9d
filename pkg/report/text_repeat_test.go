package report_test

import (
	"bytes"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/tthclint/tthclint/pkg/law"
	"github.com/tthclint/tthclint/pkg/lint"
	"github.com/tthclint/tthclint/pkg/msg"
	"github.com/tthclint/tthclint/pkg/report"
)

// TestTextTellsRepeatedWarningsOnce looks at what stands in the same words in
// many dossiers, and at what differs.
func TestTextTellsRepeatedWarningsOnce(t *testing.T) {
	remedy := msg.Message{ID: "r", VI: "Tải CRL.", EN: "Get the CRL."}.With()
	basis := []law.Citation{{Instrument: "Luật"}}
	unknown := msg.Message{ID: "sign/unknown-status", VI: "Chưa biết của {signer}.", EN: "Not known of {signer}."}
	of := func(signer string) lint.Finding {
		return lint.Finding{Rule: "sign/unknown-status", Severity: lint.Warning, Message: unknown.With("signer", signer), Remedy: remedy, Basis: basis, Place: lint.Place{File: "a.pdf"}}
	}
	note := lint.Finding{Rule: "sign/no-timestamp", Severity: lint.Info, Message: msg.Message{ID: "n", VI: "Không có dấu.", EN: "No stamp."}.With(), Remedy: remedy, Basis: basis}
	failure := lint.Finding{Rule: "sign/broken", Severity: lint.Error, Message: msg.Message{ID: "b", VI: "Bị sửa.", EN: "Changed."}.With(), Remedy: remedy, Basis: basis}
	results := []*lint.Result{
		{Dossier: "first", Verdict: lint.Accepted, Findings: []lint.Finding{of("A"), note}},
		{Dossier: "same", Verdict: lint.Accepted, Findings: []lint.Finding{of("A"), note}},
		{Dossier: "other", Verdict: lint.Accepted, Findings: []lint.Finding{of("B")}},
		{Dossier: "worse", Verdict: lint.Rejected, Findings: []lint.Finding{of("A"), failure}},
		{Dossier: "remark", Verdict: lint.Accepted, Findings: []lint.Finding{note}},
		{Dossier: "open", Verdict: lint.Undetermined, Findings: []lint.Finding{of("A")}, Outcomes: []lint.Outcome{{Rule: "x/y", State: lint.NotChecked}}},
	}
	print := func(o report.TextOptions) string {
		var out bytes.Buffer
		p := report.NewText(&out, o)
		require.NoError(t, p.Begin(lint.Head{ToolName: "tthclint"}))
		var s lint.Summary
		for _, r := range results {
			require.NoError(t, p.Result(r))
			s.Add(r)
		}
		require.NoError(t, p.End(s))
		return out.String()
	}

	text := print(report.TextOptions{})
	for _, id := range []string{"first", "other", "worse", "open"} {
		assert.Contains(t, text, "Hồ sơ "+id+" ")
	}
	for _, id := range []string{"same", "remark"} {
		assert.NotContains(t, text, "Hồ sơ "+id+" ", "there is nothing new to say of it")
	}
	assert.Equal(t, 3, strings.Count(text, "như đã nêu ở trên"), "in the dossiers that are listed for another reason or another signer")
	assert.Less(t, strings.Index(text, "Bị sửa."), strings.LastIndex(text, "Chưa biết của A."), "errors come first")
	assert.Contains(t, text, "3 lưu ý không liệt kê")
	assert.Contains(t, text, "1 hồ sơ đạt chỉ có cảnh báo")
	assert.Contains(t, text, "(sign/unknown-status)")

	all := print(report.TextOptions{Verbose: true})
	for _, r := range results {
		assert.Contains(t, all, "Hồ sơ "+r.Dossier+" ")
	}
	assert.NotContains(t, all, "không liệt kê")
	assert.Equal(t, 3, strings.Count(all, "Không có dấu."))
	remarks := print(report.TextOptions{Infos: true})
	assert.Equal(t, 1, strings.Count(remarks, "Không có dấu."), "the others stand in dossiers of which nothing is new")
	assert.Contains(t, remarks, "2 hồ sơ đạt chỉ có cảnh báo")
}

// TestTextTellsOfSeveralFilesAtOnce: what is the same of two files of a dossier is
// one point with both; what has a place of its own, or is waived, is not.
func TestTextTellsOfSeveralFilesAtOnce(t *testing.T) {
	text := msg.Message{ID: "x", VI: "Chưa biết của {signer}.", EN: "Not known of {signer}."}
	at := func(signer string, place lint.Place) lint.Finding {
		return lint.Finding{Rule: "a/b", Severity: lint.Warning, Message: text.With("signer", signer), Remedy: text.With("signer", "ai"), Place: place}
	}
	waived := at("A", lint.Place{File: "5.pdf"})
	waived.Waived = &lint.Waiver{Reason: "chờ", By: "Chủ tịch"}
	s := &sample{results: []*lint.Result{{Dossier: "d", Findings: []lint.Finding{
		at("A", lint.Place{File: "1.pdf"}), at("A", lint.Place{File: "2.pdf", Page: 3}), at("B", lint.Place{File: "3.pdf"}), at("A", lint.Place{File: "4.pdf"}), waived,
	}}}}
	var out bytes.Buffer
	s.print(t, report.NewText(&out, report.TextOptions{}))
	assert.Equal(t, 3, strings.Count(out.String(), "Chưa biết của A."))
	assert.Contains(t, out.String(), "CẢNH BÁO: Chưa biết của A.\n    Tệp:        1.pdf\n                4.pdf\n")
}

// TestQuietLeavesOutWhatIsKnown: who asks for little and has a baseline wants to
// see what is new.
func TestQuietLeavesOutWhatIsKnown(t *testing.T) {
	finding := func(rule string, known bool) lint.Finding {
		return lint.Finding{Rule: rule, Severity: lint.Error, Message: msg.Message{ID: rule, VI: "Lỗi " + rule, EN: rule}.With(), Known: known}
	}
	s := &sample{results: []*lint.Result{
		{Dossier: "old", Verdict: lint.Rejected, Findings: []lint.Finding{finding("a/old", true)}},
		{Dossier: "both", Verdict: lint.Rejected, Findings: []lint.Finding{finding("a/old", true), finding("a/new", false)}},
	}}
	print := func(o report.TextOptions) string {
		var out bytes.Buffer
		s.print(t, report.NewText(&out, o))
		return out.String()
	}
	quiet := print(report.TextOptions{Quiet: true})
	assert.Contains(t, quiet, "Hồ sơ both – KHÔNG ĐẠT\n  LỖI: Lỗi a/new")
	assert.NotContains(t, quiet, "old")
	for _, o := range []report.TextOptions{{}, {Quiet: true, Verbose: true}} {
		assert.Equal(t, 2, strings.Count(print(o), "Lỗi a/old"))
	}
}
