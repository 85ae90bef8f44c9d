package report_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/tthclint/tthclint/pkg/dossier"
	"github.com/tthclint/tthclint/pkg/law"
	"github.com/tthclint/tthclint/pkg/lint"
	"github.com/tthclint/tthclint/pkg/msg"
	"github.com/tthclint/tthclint/pkg/report"
)

// sample is a report whose every part is told by hand.
type sample struct {
	head    lint.Head
	results []*lint.Result
	summary lint.Summary
}

func (s *sample) print(t testing.TB, p report.Printer) {
	t.Helper()
	require.NoError(t, p.Begin(s.head))
	for _, r := range s.results {
		require.NoError(t, p.Result(r))
	}
	require.NoError(t, p.End(s.summary))
}

// text prints the sample as text.
func (s *sample) text(t testing.TB, o report.TextOptions) string {
	var b strings.Builder
	s.print(t, report.NewText(&b, o))
	return b.String()
}

var (
	missing = msg.Message{ID: "result/missing", VI: "Hồ sơ đã trả kết quả ngày {date} nhưng chưa đính kèm tệp kết quả.", EN: "The dossier ended on {date} but no result is attached."}
	unsign  = msg.Message{ID: "field/spouse-signature", VI: "Giấy chứng nhận kết hôn thiếu chữ ký của {who}.", EN: "The marriage certificate lacks the signature of the {who}."}
	husband = msg.Message{ID: "field/husband", VI: "chồng", EN: "husband"}
	wife    = msg.Message{ID: "field/wife", VI: "vợ", EN: "wife"}
	rescan  = msg.Message{ID: "field/spouse-signature.remedy", VI: "Chuyển trả bộ phận tư pháp – hộ tịch: bổ sung chữ ký của người vợ trước mặt công chức, quét lại bản đầy đủ và ký số lại trước khi đính kèm.", EN: "Send it back to the civil status officer: have the wife sign, scan the complete paper again and sign the scan digitally before attaching it."}
	attach  = msg.Message{ID: "result/missing.remedy", VI: "Đính kèm kết quả đã ký số vào hồ sơ.", EN: "Attach the digitally signed result to the dossier."}
	stamp   = msg.Message{ID: "sign/time", VI: "Chữ ký số không có dấu thời gian.", EN: "The signature has no timestamp."}
	none    = msg.Message{ID: "sign/no-anchor", VI: "Không có chứng thư gốc tin cậy", EN: "No trust anchor was given"}
	unsure  = msg.Message{ID: "field/unsure", VI: "Ảnh quét quá mờ ({dpi} dpi)", EN: "The scan is too coarse ({dpi} dpi)"}
	decree  = []law.Citation{{Instrument: "Nghị định 45/2020/NĐ-CP", Clause: "Điều 14 khoản 3 điểm b"}, {Instrument: "Luật Hộ tịch 60/2014/QH13", Clause: "Điều 17"}, {Instrument: "Luật Hộ tịch 60/2014/QH13", Clause: "Điều 18 khoản 1"}}
)

// officeSample is what an officer meets on a usual day.
func officeSample() *sample {
	s := &sample{head: lint.Head{
		ToolName: "tthclint", ToolVersion: "1.0.0", AsOf: law.Date(2026, 11, 23),
		Rules:   []string{"result/missing", "sign/untrusted", "field/spouse-signature"},
		Engines: []lint.Engine{{Name: "pdf", Version: "1"}},
		Anchors: []lint.Anchor{
			{Name: "Mẫu Root CA", Subject: "CN=Mẫu Root CA", SHA256: strings.Repeat("0a", 32), NotAfter: law.Date(2099, 1, 1), Source: "trust/root.pem", Origin: lint.Own},
			{Name: "Gốc A", Subject: "CN=Gốc A,C=VN", SHA256: strings.Repeat("0b", 32), NotAfter: law.Date(2048, 8, 14), Source: "http://ca.example/a.crt", Origin: lint.BuiltIn},
			{Name: "Gốc B", Subject: "CN=Gốc B,C=VN", SHA256: strings.Repeat("0c", 32), NotAfter: law.Date(2039, 4, 15), Source: "http://ca.example/b.crt", Origin: lint.BuiltIn},
			{Name: "Gốc C", Subject: "CN=Gốc C,C=VN", SHA256: strings.Repeat("0d", 32), NotAfter: law.Date(2030, 3, 5), Source: "http://ca.example/c.crt", Origin: lint.Pinned},
		},
		Evidence:  "thu-hoi",
		Unchecked: []msg.Text{{Message: msg.Message{ID: "head/revocation", VI: "trạng thái thu hồi", EN: "revocation"}}},
		Register:  sampleRegister(),
		Config: &lint.ConfigInfo{
			File: "tthclint.yaml", SHA256: strings.Repeat("1e", 32),
			Severities: map[string]lint.Severity{"sign/one-layer": lint.Error, "scan/skew": lint.Info}, Skipped: []string{"scan/colour"},
		},
		Ignored: []string{"ghi-chu.txt"},
	}}
	s.results = []*lint.Result{
		{
			Dossier: "H20.30-260911-0001", Procedure: "1.000894", ProcedureName: "Đăng ký kết hôn", Unit: "UBND phường Mẫu", Verdict: lint.Accepted,
			Documents: []lint.DocumentInfo{{Path: "H20.30-260911-0001/KQ1.pdf", Role: dossier.Result, Size: 812345, SHA256: strings.Repeat("1b", 32)}},
			Outcomes:  []lint.Outcome{{Rule: "result/missing", Subject: "H20.30-260911-0001", State: lint.Passed}},
		},
		{
			Dossier: "H20.30-260911-0002", Procedure: "1.000894", ProcedureName: "Đăng ký kết hôn", Unit: "UBND phường Mẫu", Verdict: lint.Rejected,
			Documents: []lint.DocumentInfo{{Path: "H20.30-260911-0002/KQ1.pdf", Role: dossier.Result, Size: 99, SHA256: strings.Repeat("2c", 32)}},
			Findings: []lint.Finding{
				{
					Rule: "field/spouse-signature", Severity: lint.Error, Message: unsign.With("who", msg.Text{Message: wife}), Remedy: msg.Text{Message: rescan},
					Place: lint.Place{File: "H20.30-260911-0002/KQ1.pdf", Page: 1, Box: lint.Box{X: 30.004, Y: 210.5, W: 60, H: 25}}, Basis: decree, Fingerprint: "3d",
				},
				{
					Rule: "field/spouse-signature", Severity: lint.Error, Message: unsign.With("who", msg.Text{Message: husband}), Remedy: msg.Text{Message: rescan},
					Place: lint.Place{File: "H20.30-260911-0002/KQ1.pdf", Page: 1, Box: lint.Box{X: 115, Y: 210.5, W: 60, H: 25}}, Basis: decree, Fingerprint: "3f",
				},
				{
					Rule: "sign/timestamp", Severity: lint.Info, Message: msg.Text{Message: stamp},
					Place: lint.Place{File: "H20.30-260911-0002/KQ1.pdf"}, Basis: decree[:1], Fingerprint: "3e",
				},
			},
			Outcomes: []lint.Outcome{{Rule: "field/spouse-signature", Subject: "H20.30-260911-0002/KQ1.pdf", State: lint.Found}},
		},
		{
			Dossier: "H20.30-260911-0003", Procedure: "1.000894", Verdict: lint.Rejected,
			Findings: []lint.Finding{{
				Rule: "result/missing", Severity: lint.Error, Message: missing.With("date", law.Date(2026, 9, 30)), Remedy: msg.Text{Message: attach},
				Place: lint.Place{File: "ho-so.csv", Row: 4}, Basis: decree[:1], Fingerprint: "4f",
			}},
			Outcomes: []lint.Outcome{
				{Rule: "field/spouse-signature", Subject: "H20.30-260911-0003", State: lint.NotChecked, After: "result/missing", Because: msg.Text{Message: missing}},
				{Rule: "result/missing", Subject: "H20.30-260911-0003", State: lint.Found},
			},
		},
		{
			Dossier: "H20.30-260911-0004", Verdict: lint.Undetermined,
			Documents: []lint.DocumentInfo{{Path: "H20.30-260911-0004/KQ1.pdf", Role: dossier.Result, Size: 5}},
			Outcomes: []lint.Outcome{
				{Rule: "field/spouse-signature", Subject: "H20.30-260911-0004/KQ1.pdf", State: lint.NotChecked, Because: unsure.With("dpi", 72)},
				{Rule: "sign/anchor", Subject: "H20.30-260911-0004/KQ1.pdf", State: lint.NotChecked, Because: msg.Text{Message: none}},
				{Rule: "sign/untrusted", Subject: "H20.30-260911-0004/KQ1.pdf", State: lint.NotChecked, Because: msg.Text{Message: none}},
			},
		},
	}
	for _, r := range s.results {
		s.summary.Add(r)
	}
	s.summary.Join = lint.Join{Matched: 3, LinesOnly: 1, FilesOnly: 1, Unusable: 2, Unfound: 3, UnfoundIn: 2}
	s.summary.Rates = sampleRates()
	return s
}

// awkward names: quotes and a line end, a right-to-left mark, an ANSI escape,
// markup, decomposed Vietnamese, bytes that are no UTF-8, a sign beyond the
// basic plane, a C1 control sequence, a line separator.
var awkward = []string{
	"a\"b'\\\n\r\tc.pdf", "hop\u202efdp.exe\u200f.pdf", "\x1b[31mred\x1b]0;t\x07.pdf", "<script>alert(1)</script>.pdf",
	"ho\u0302\u0300 so\u031b.pdf", "bad\xff\xfe\xc3.pdf", "😀𝐀.pdf", "c1\u009b31m.pdf", "ls\u2028ps\u2029.pdf", "\ufeffbom\u00ad\u200b.pdf",
}

// awkwardSample has every awkward name in every place that a name can stand in.
func awkwardSample() *sample {
	s := officeSample()
	all := strings.Join(awkward, "")
	s.head.Register = &lint.RegisterInfo{
		File: all, Lists: []lint.RegisterList{{File: all, Sheet: all, Columns: []lint.RegisterColumn{{Number: 1, Header: all}}}},
		Notes:      []lint.RegisterNote{{File: all, Sheet: all, Text: msg.Message{ID: "x", VI: "{header}", EN: "{header}"}.With("header", all)}},
		Procedures: []lint.RegisterProcedure{{Code: all, Name: all, Lines: 1}},
	}
	s.head.Ignored = awkward
	s.head.Anchors[0].Subject = strings.Join(awkward, "")
	s.head.Anchors[0].Source = strings.Join(awkward, "")
	s.head.Anchors[1].Name = strings.Join(awkward, "")
	s.head.Evidence = strings.Join(awkward, "")
	s.results = nil
	s.summary = lint.Summary{Rates: s.summary.Rates, Interrupted: true}
	s.summary.Rates[0].Failing = awkward
	s.summary.Rates[0].Groups = []lint.Group{{By: lint.ByUnit, Key: all, Counts: lint.Counts{Denominator: 2, Failing: awkward}}, {By: lint.ByProcedure, Key: all, Name: all, Counts: lint.Counts{Denominator: 2}}}
	named := msg.Message{ID: "pdf/unreadable", VI: "Tệp {file} hỏng: {why}", EN: "The file {file} is broken: {why}"}
	for _, name := range awkward {
		text := named.With("file", name, "why", unsign.With("who", name), "n", 7, "share", 0.5, "day", law.Date(2026, 1, 2), "other", []string{name})
		r := &lint.Result{
			Dossier: name, Procedure: name, ProcedureName: name, Unit: name, Verdict: lint.Rejected,
			Documents: []lint.DocumentInfo{{Path: name, Role: dossier.Unknown}},
			Findings: []lint.Finding{{
				Rule: "pdf/unreadable", Severity: lint.Error, Message: text, Remedy: text, Fingerprint: "5a",
				Place: lint.Place{File: name, Sheet: name, Row: 2, Column: 3}, Basis: []law.Citation{{Instrument: name, Clause: name}},
			}},
			Outcomes: []lint.Outcome{{Rule: "sign/missing", Subject: name + "x", State: lint.Failed, Because: text}},
		}
		s.results = append(s.results, r)
		s.summary.Add(r)
	}
	return s
}
