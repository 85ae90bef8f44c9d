package report_test

import (
	"bytes"
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/tthclint/tthclint/pkg/dossier"
	"github.com/tthclint/tthclint/pkg/law"
	"github.com/tthclint/tthclint/pkg/lint"
	"github.com/tthclint/tthclint/pkg/msg"
	"github.com/tthclint/tthclint/pkg/report"
)

func TestRedacted(t *testing.T) {
	text := msg.Message{ID: "x", VI: "Tệp {file}: {signer} ký ngày {day}, {value}, ô của {who}, theo {rule}, {n} lần", EN: "{file} {signer} {day} {value} {who} {rule} {n}"}
	coded := "H20.30-260911-0002 Võ Thị Mẫu Đơn/KQ1 của Đơn.pdf"
	s := &sample{head: lint.Head{
		Ignored:  []string{"ghi chú của Đơn.txt"},
		Register: &lint.RegisterInfo{File: "sổ.csv", Notes: []lint.RegisterNote{{Text: text.With("value", "Mẫu Đơn")}}},
	}, results: []*lint.Result{
		{
			Dossier: "H20.30-260911-0002", Unit: "UBND phường Mẫu", ProcedureName: "Đăng ký kết hôn", Verdict: lint.Rejected,
			Documents: []lint.DocumentInfo{{Path: coded, Role: dossier.Result}, {Path: "H20.30-260911-0002 Võ Thị Mẫu Đơn/đơn.Mẫu Đơn", Role: dossier.Component}},
			Findings: []lint.Finding{{
				Rule: "x/y", Severity: lint.Error, Place: lint.Place{File: coded, Page: 2}, Basis: []law.Citation{{Instrument: "Luật"}},
				Message: text.With("file", coded, "signer", "Võ Thị Mẫu Đơn", "day", law.Date(2026, 9, 30), "value", "0123456789", "who", husband.With(), "rule", "x/z", "n", 3),
				Remedy:  text.With("signer", msg.Message{ID: "s", VI: "bà {name}", EN: "Ms {name}"}.With("name", "Mẫu Đơn")),
			}},
			Outcomes: []lint.Outcome{{Rule: "x/z", Subject: "H20.30-260911-0002 Võ Thị Mẫu Đơn/đơn.Mẫu Đơn", State: lint.NotChecked, Because: text.With("file", "quét/Đơn.pdf")}},
		},
		{Dossier: "Mẫu Đơn.pdf", Verdict: lint.Undetermined, Documents: []lint.DocumentInfo{{Path: "Mẫu Đơn.pdf"}}},
	}}
	var out bytes.Buffer
	p := report.Redacted(report.NewText(&out, report.TextOptions{Verbose: true, Width: 300}))
	s.print(t, p)
	for _, secret := range []string{"Mẫu Đơn", "của Đơn", "0123456789", "đơn", "quét"} {
		assert.NotContains(t, out.String(), secret)
	}
	for _, told := range []string{
		"Hồ sơ H20.30-260911-0002 – KHÔNG ĐẠT", "Hồ sơ ••• 2 – CHƯA XÁC ĐỊNH", "UBND phường Mẫu", "Đăng ký kết hôn", "(•••.txt)", "sổ.csv",
		"Tệp H20.30-260911-0002/••• 1.pdf: ••• ký ngày 30/09/2026, •••, ô của chồng, theo x/z, 3 lần", "bà •••", "H20.30-260911-0002/••• 2\n",
	} {
		assert.Contains(t, out.String(), told)
	}
	assert.Contains(t, s.results[0].Findings[0].Message.In(msg.Vietnamese), "Võ Thị Mẫu Đơn", "what was given stays")
}

func TestRedactedFailingDossiers(t *testing.T) {
	failing := []string{"H20.30-260911-0002 Võ Thị Mẫu Đơn", "Mẫu Đơn.pdf"}
	s := &sample{summary: lint.Summary{Rates: []lint.Rate{{
		Counts: lint.Counts{Failing: failing}, Groups: []lint.Group{{By: lint.ByUnit, Counts: lint.Counts{Failing: failing}}},
	}}}}
	var out bytes.Buffer
	s.print(t, report.Redacted(report.NewJSON(&out, report.JSONOptions{UTF8: true})))
	assert.NotContains(t, out.String(), "Mẫu Đơn")
	assert.Equal(t, 2, bytes.Count(out.Bytes(), []byte(`"failing":["H20.30-260911-0002","•••"]`)))
	assert.Equal(t, "Mẫu Đơn.pdf", s.summary.Rates[0].Groups[0].Failing[1], "what was given stays")
}

// TestRedactedKeepsCodesOfTheRegister: a code may have a form that nobody knows;
// what else an office writes into the column of codes is no code.
func TestRedactedKeepsCodesOfTheRegister(t *testing.T) {
	about := msg.Message{ID: "x", VI: "như hồ sơ {dossier}, tệp {file}", EN: "{dossier} {file}"}
	judged := func(code string) *dossier.Dossier { return &dossier.Dossier{Entry: &dossier.Entry{Code: code}} }
	s := &sample{
		results: []*lint.Result{
			{Dossier: "SĐ/017-26", Judged: judged("SĐ/017-26"), Documents: []lint.DocumentInfo{{Path: "Võ Thị Mẫu/x.pdf"}}},
			{Dossier: "MC-0018", Judged: judged("mc-0018"), Documents: []lint.DocumentInfo{{Path: "MC-0018 Đơn/MC-0018_Đơn.pdf"}, {Path: "MC-00181.pdf"}}, Findings: []lint.Finding{{
				Rule: "x/y", Severity: lint.Error, Message: about.With("dossier", "SĐ/017-26", "file", "Đơn/SĐ 017.pdf"),
			}}},
			{Dossier: "Võ Mẫu 1", Judged: judged("Võ Mẫu 1")},
			{Dossier: "087190000001", Judged: judged("087190000001")},
			{Dossier: "VO-MAU"},
		},
		summary: lint.Summary{Rates: []lint.Rate{{Counts: lint.Counts{Failing: []string{"SĐ/017-26", "quý 1/MC-0018", "087190000001", "VO-MAU"}}}}},
	}
	var out bytes.Buffer
	s.print(t, report.Redacted(report.NewText(&out, report.TextOptions{Verbose: true, Width: 300})))
	for _, told := range []string{"Hồ sơ SĐ/017-26 –", "Hồ sơ mc-0018 –", "mc-0018/mc-0018-••• 1.pdf\n", " ••• 2.pdf\n", "như hồ sơ SĐ/017-26, tệp •••/•••.pdf", "Hồ sơ ••• 3 –", "Hồ sơ ••• 4 –", "Hồ sơ ••• 5 –"} {
		assert.Contains(t, out.String(), told)
	}
	for _, secret := range []string{"Mẫu", "Đơn", "087190000001", "VO-MAU"} {
		assert.NotContains(t, out.String(), secret)
	}
	out.Reset()
	s.print(t, report.Redacted(report.NewJSON(&out, report.JSONOptions{UTF8: true})))
	assert.Contains(t, out.String(), `"failing":["SĐ/017-26","mc-0018","•••","•••"]`)
}
