package result

import (
	"context"

	"github.com/tthclint/tthclint/pkg/dossier"
	"github.com/tthclint/tthclint/pkg/evidence"
	"github.com/tthclint/tthclint/pkg/lint"
	"github.com/tthclint/tthclint/pkg/msg"
	"github.com/tthclint/tthclint/pkg/rules/basis"
)

// Duplicate finds results whose bytes are also a file of another dossier.
func Duplicate() rule {
	return rule{
		ID: "result/duplicate",
		Title: msg.Message{
			ID: "result/duplicate.title", VI: "Một tệp được đính kèm cho nhiều hồ sơ", EN: "One file is attached to several dossiers",
		},
		Why: msg.Message{
			ID: "result/duplicate.why",
			VI: "Mỗi hồ sơ có mã riêng và kết quả riêng. Hai hồ sơ có tệp giống nhau từng byte thì ít nhất một hồ sơ đã bị đính kèm nhầm.",
			EN: "Each dossier has its own code and its own result. Where two dossiers hold the same bytes, at least one of them has the wrong file.",
		},
		Remedy: msg.Message{
			ID: "result/duplicate.remedy",
			VI: "Đối chiếu tệp với các hồ sơ đó, giữ ở hồ sơ đúng và đính kèm kết quả đúng cho hồ sơ còn lại.",
			EN: "Compare the file with those dossiers, keep it where it belongs and attach the right result to the others.",
		},
		Date:    evidence.Digitized,
		After:   []string{"result/empty"},
		Applies: evidence.HasResult,
		Exceptions: []lint.Exception{
			{Severity: lint.Warning, When: msg.Message{
				ID: "result/duplicate.warning", VI: "khi kết quả là quyết định (một quyết định có thể giải quyết nhiều hồ sơ) hoặc không biết kết quả phải là mẫu nào",
				EN: "when the result is a decision, which may settle several dossiers, or it is not known which form it has to be",
			}},
		},
		Editions: lint.EditionsOf(basis.OwnResult(), lint.Error, evidence.EachResult(func(_ context.Context, d *evidence.Dossier, doc *evidence.Document, p *lint.Pass) error {
			if other, count := elsewhere(doc, d.ID); count > 0 {
				p.Report(lint.Finding{
					Identity: "copy", // which other dossiers hold it may change
					Severity: severity(d),
					Message:  duplicateText.With("dossier", other.Dossier, "file", other.Path, "count", count),
					Place:    doc.Place(),
				})
			}
			return nil
		})),
	}
}

var duplicateText = msg.Message{
	ID: "result/duplicate",
	VI: "Tệp này giống hệt tệp {file} của hồ sơ {dossier} (trùng với {count} hồ sơ khác).",
	EN: "This file is identical to {file} of dossier {dossier} (shared with {count} other dossier(s)).",
}

// severity returns the weight of a copy: a certificate is one person's, so a copy
// is a mistake; one decision may settle several dossiers.
func severity(d *evidence.Dossier) lint.Severity {
	if d.Form != nil && d.Form.ID != "quyet_dinh" {
		return lint.Error
	}
	return lint.Warning
}

// elsewhere returns the first place of the same bytes in another dossier, and
// in how many other dossiers they lie.
func elsewhere(doc *evidence.Document, id string) (first dossier.Place, count int) {
	if doc.Twins == nil || doc.Twins.Dossiers < 2 {
		return first, 0
	}
	for _, place := range doc.Twins.Places {
		// A component may be the result of an earlier procedure (Thông tư
		// 01/2023/TT-VPCP Điều 4).
		if place.Dossier != id && place.Role != dossier.Component {
			return place, doc.Twins.Dossiers - 1
		}
	}
	return first, 0
}
