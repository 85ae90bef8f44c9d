package main

import (
	"context"

	"github.com/tthclint/tthclint/pkg/evidence"
	"github.com/tthclint/tthclint/pkg/law"
	"github.com/tthclint/tthclint/pkg/lint"
	"github.com/tthclint/tthclint/pkg/msg"
	"github.com/tthclint/tthclint/pkg/sign"
)

// Timestamp demands what this office has decided for itself and no law asks of it:
// a timestamp on every digital signature of a result, since 1 July 2026.
func Timestamp() lint.Rule[*evidence.Dossier] {
	return lint.Rule[*evidence.Dossier]{
		ID:    "office/timestamp",
		Title: msg.Message{ID: "office/timestamp.title", VI: "Chữ ký số thiếu dấu thời gian", EN: "A signature without a timestamp"},
		Why: msg.Message{
			ID: "office/timestamp.why",
			VI: "Dấu thời gian chứng minh lúc ký. Cơ quan lưu kết quả trên mười năm, khi chứng thư đã hết hạn.",
			EN: "A timestamp proves when something was signed. The office keeps results for more than ten years, when certificates have long expired.",
		},
		Remedy: msg.Message{
			ID: "office/timestamp.remedy",
			VI: "Bật dấu thời gian (TSA) trong phần mềm ký số, ký lại.",
			EN: "Switch on the timestamp (TSA) in the signing program and sign again.",
		},
		Applies: evidence.HasResult,
		Date:    evidence.Signed, // what was signed before the decision is judged by what held then
		Editions: []lint.Edition[*evidence.Dossier]{{
			In:       law.Since(2026, 7, 1),
			Basis:    []law.Citation{{Instrument: "Quyết định 12/QĐ-UBND của UBND phường (ví dụ)", Clause: "Điều 3"}},
			Severity: lint.Warning,
			Run:      evidence.EachResult(timestamps),
		}},
	}
}

var withoutText = msg.Message{
	ID: "office/timestamp",
	VI: "{n} chữ ký số không có dấu thời gian.",
	EN: "Signatures without a timestamp: {n}.",
}

// timestamps judges one result. An error says that it could not be judged, which
// the report calls not checked; it is never the same as nothing found.
func timestamps(_ context.Context, _ *evidence.Dossier, doc *evidence.Document, p *lint.Pass) error {
	if err := doc.OnlyPDF(); err != nil {
		return err // makes the rule not applicable to any other file
	}
	report, err := doc.Signatures()
	if err != nil {
		return err
	}
	without := 0
	for _, s := range report.Signatures {
		if s.Kind != sign.KindTimestamp && s.Proven.IsZero() {
			without++
		}
	}
	if without > 0 {
		p.Report(lint.Finding{Message: withoutText.With("n", without), Place: doc.Place()})
	}
	return nil
}
