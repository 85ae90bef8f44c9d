package html_test

import (
	"bytes"
	"fmt"
	"image"
	"image/color"
	"image/jpeg"
	"iter"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/tthclint/tthclint/pkg/dossier"
	"github.com/tthclint/tthclint/pkg/law"
	"github.com/tthclint/tthclint/pkg/lint"
	"github.com/tthclint/tthclint/pkg/msg"
	"github.com/tthclint/tthclint/pkg/report"
	"github.com/tthclint/tthclint/pkg/report/html"
)

// sample is a report whose every part is told by hand.
type sample struct {
	head    lint.Head
	results []*lint.Result
	summary lint.Summary
}

func (s *sample) page(t testing.TB, o html.Options) []byte {
	t.Helper()
	var b bytes.Buffer
	s.print(t, html.New(&b, o))
	return b.Bytes()
}

func (s *sample) print(t testing.TB, p report.Printer) {
	t.Helper()
	require.NoError(t, p.Begin(s.head))
	for _, r := range s.results {
		require.NoError(t, p.Result(r))
	}
	require.NoError(t, p.End(s.summary))
}

var (
	missing = msg.Message{ID: "result/missing", VI: "Hồ sơ đã trả kết quả ngày {date} nhưng chưa đính kèm tệp kết quả.", EN: "The dossier ended on {date} but no result is attached."}
	unsign  = msg.Message{ID: "field/spouse-signature", VI: "Giấy chứng nhận kết hôn thiếu chữ ký của {who}.", EN: "The marriage certificate lacks the signature of the {who}."}
	wife    = msg.Message{ID: "field/wife", VI: "vợ", EN: "wife"}
	husband = msg.Message{ID: "field/husband", VI: "chồng", EN: "husband"}
	rescan  = msg.Message{ID: "field/spouse-signature.remedy", VI: "Chuyển trả bộ phận tư pháp – hộ tịch để bổ sung chữ ký, quét lại và ký số lại.", EN: "Send it back: have it signed, scan it again and sign the scan digitally."}
	stamp   = msg.Message{ID: "sign/time", VI: "Chữ ký số không có dấu thời gian.", EN: "The signature has no timestamp."}
	coarse  = msg.Message{ID: "field/unsure", VI: "Ảnh quét quá mờ ({dpi} dpi)", EN: "The scan is too coarse ({dpi} dpi)"}
	decree  = []law.Citation{{Instrument: "Nghị định 45/2020/NĐ-CP", Clause: "Điều 14 khoản 3 điểm b"}, {Instrument: "Luật Hộ tịch 60/2014/QH13", Clause: "Điều 17"}}
)

// week has a dossier of each verdict.
func week() *sample {
	s := &sample{head: lint.Head{
		ToolName: "tthclint", ToolVersion: "1.0.0", AsOf: law.Date(2026, 11, 23),
		Register: &lint.RegisterInfo{File: "ho-so.csv", Rows: 4}, Ignored: []string{"ghi-chu.txt"},
		About: []lint.About{{ID: "field/spouse-signature", Title: msg.Message{ID: "title", VI: "Giấy chứng nhận kết hôn thiếu chữ ký của vợ hoặc chồng", EN: "A spouse's signature is missing"}}},
	}}
	file := "H20.30-260911-0002/KQ1.pdf"
	s.results = []*lint.Result{
		{
			Dossier: "H20.30-260911-0001", Procedure: "1.000894", ProcedureName: "Đăng ký kết hôn", Unit: "UBND phường Mẫu", Verdict: lint.Accepted,
			Documents: []lint.DocumentInfo{{Path: "H20.30-260911-0001/KQ1.pdf", Role: dossier.Result, Size: 812345}},
		},
		{
			Dossier: "H20.30-260911-0002", Procedure: "1.000894", ProcedureName: "Đăng ký kết hôn", Unit: "UBND phường Mẫu", Verdict: lint.Rejected,
			Documents: []lint.DocumentInfo{{Path: file, Role: dossier.Result, Size: 99}, {Path: "H20.30-260911-0002/don.pdf", Role: dossier.Component, Size: 5 << 20}},
			Findings: []lint.Finding{
				{
					Rule: "sign/timestamp", Severity: lint.Info, Message: stamp.With(), Place: lint.Place{File: file}, Basis: decree[:1],
				},
				{
					Rule: "field/spouse-signature", Severity: lint.Error, Message: unsign.With("who", wife.With()), Remedy: rescan.With(),
					Place: lint.Place{File: file, Page: 1, Box: lint.Box{X: 30, Y: 150, W: 60, H: 25}}, Basis: decree,
				},
				{
					Rule: "field/spouse-signature", Severity: lint.Error, Message: unsign.With("who", husband.With()), Remedy: rescan.With(),
					Place: lint.Place{File: file, Page: 1, Box: lint.Box{X: 115, Y: 150, W: 60, H: 25}}, Basis: decree,
					Waived: &lint.Waiver{Reason: "người chồng đã mất", By: "Trần Văn Thử", Until: law.Date(2027, 1, 1)},
				},
			},
		},
		{
			Dossier: "H20.30-260911-0003", Unit: "UBND xã Thử", Verdict: lint.Rejected,
			Findings: []lint.Finding{{
				Rule: "result/missing", Severity: lint.Error, Message: missing.With("date", law.Date(2026, 9, 30)),
				Place: lint.Place{File: "ho-so.csv", Row: 4}, Basis: decree[:1],
			}},
		},
		{
			Dossier: "H20.30-260911-0004", Unit: "UBND xã Thử", Verdict: lint.Undetermined,
			Documents: []lint.DocumentInfo{{Path: "H20.30-260911-0004/KQ1.pdf", Role: dossier.Result, Size: 5}},
			Outcomes:  []lint.Outcome{{Rule: "field/spouse-signature", Subject: "H20.30-260911-0004/KQ1.pdf", State: lint.NotChecked, Because: coarse.With("dpi", 72)}},
		},
	}
	s.sum()
	s.summary.Rates = []lint.Rate{
		{Key: "attached", Title: msg.Message{ID: "rate/attached", VI: "Kết quả đã đính kèm", EN: "Results attached"}, Target: 0.9,
			Counts: lint.Counts{Numerator: 3, Denominator: 4, Failing: []string{"H20.30-260911-0003"}},
			Groups: []lint.Group{
				{By: lint.ByUnit, Key: "UBND phường Mẫu", Counts: lint.Counts{Numerator: 2, Denominator: 2}},
				{By: lint.ByUnit, Key: "UBND xã Thử", Counts: lint.Counts{Numerator: 1, Denominator: 2, Failing: []string{"H20.30-260911-0003"}}},
				{By: lint.ByProcedure, Key: "1.000894", Name: "Đăng ký kết hôn", Counts: lint.Counts{Numerator: 3, Denominator: 4}},
				{By: lint.ByWeek, Key: "2026-W37", From: law.Date(2026, 9, 7), Counts: lint.Counts{Numerator: 2, Denominator: 3, Unchecked: 1}},
				{By: lint.ByWeek, Key: "2026-W38", From: law.Date(2026, 9, 14), Counts: lint.Counts{Numerator: 1, Denominator: 1}},
			}},
		{Key: "signed", Title: msg.Message{ID: "rate/signed", VI: "Kết quả có chữ ký số hợp lệ", EN: "Results with a valid signature"}, Counts: lint.Counts{Numerator: 2, Denominator: 2}, Target: 1},
		{Key: "empty", Title: msg.Message{ID: "rate/empty", VI: "Không có gì để tính", EN: "Nothing to count"}},
	}
	return s
}

func (s *sample) sum() {
	s.summary = lint.Summary{}
	for _, r := range s.results {
		s.summary.Add(r)
	}
}

// scans gives each document a page with the places of three signatures.
func scans(t testing.TB) func(*lint.Result) iter.Seq[html.Picture] {
	data := scan(t)
	field := func(x float64, state html.State, who string) html.Mark {
		label := msg.Message{ID: "field", VI: "Chữ ký của " + who, EN: "Signature of " + who}
		return html.Mark{Box: lint.Box{X: x, Y: 150, W: 60, H: 25}, State: state, Label: label.With()}
	}
	return func(r *lint.Result) iter.Seq[html.Picture] {
		return func(yield func(html.Picture) bool) {
			for _, d := range r.Documents {
				picture := html.Picture{
					File: d.Path, Page: 1, Type: "image/jpeg", Data: data, Width: 630, Height: 450, Part: lint.Box{Y: 140, W: 210, H: 150},
					Marks: []html.Mark{field(30, html.Missing, "vợ"), field(115, html.Found, "chồng"), field(90, html.Unsure, "công chức"),
						{State: html.Wrong, Label: msg.Message{ID: "x", VI: "Chữ ký số của Chủ tịch, ký lúc 11/09/2026 10:00:00 (không hiện trên trang)", EN: "x"}.With()}},
				}
				if !yield(picture) {
					return
				}
			}
		}
	}
}

// scan is a picture as large as that of a part of a page.
func scan(t testing.TB) []byte {
	im := image.NewGray(image.Rect(0, 0, 630, 450))
	for i := range im.Pix {
		im.Pix[i] = 235
	}
	for x := 340; x < 560; x++ { // a stroke
		for y := 80; y < 84; y++ {
			im.SetGray(x, y+x%23, color.Gray{20})
		}
	}
	var b bytes.Buffer
	require.NoError(t, jpeg.Encode(&b, im, nil))
	return b.Bytes()
}

// many is a report of n dossiers, of which two in five have faults.
func many(n int) *sample {
	s := week()
	accepted, rejected, open := s.results[0], s.results[1], s.results[3]
	s.results = nil
	for i := range n {
		r := *[]*lint.Result{accepted, rejected, accepted, open, accepted}[i%5]
		r.Dossier = fmt.Sprintf("H20.%d-260911-%05d", 10+i%40, i)
		r.Unit = fmt.Sprintf("UBND phường số %d", i%40)
		s.results = append(s.results, &r)
	}
	rates := s.summary.Rates
	s.sum()
	s.summary.Rates = rates
	return s
}
