package result

import (
	"context"

	"github.com/tthclint/tthclint/pkg/evidence"
	"github.com/tthclint/tthclint/pkg/lint"
	"github.com/tthclint/tthclint/pkg/msg"
	"github.com/tthclint/tthclint/pkg/rules/basis"
)

// OtherCode finds files whose name bears the code of another dossier than the
// folder they lie in.
func OtherCode() rule {
	return rule{
		ID: "result/other-code",
		Title: msg.Message{
			ID: "result/other-code.title", VI: "Tệp mang mã của hồ sơ khác", EN: "The file bears the code of another dossier",
		},
		Why: msg.Message{
			ID: "result/other-code.why",
			VI: "Kết quả được lưu theo mã hồ sơ. Tệp có mã khác nằm trong thư mục của hồ sơ này là đính kèm nhầm hoặc đặt tên nhầm; tệp không được coi là kết quả của hồ sơ nào.",
			EN: "Results are kept under the dossier's code. A file with another code in a dossier's folder was attached or named by mistake; it is taken for the result of neither.",
		},
		Remedy: msg.Message{
			ID: "result/other-code.remedy",
			VI: "Mở tệp để xem là của hồ sơ nào, rồi chuyển về đúng thư mục hoặc sửa tên tệp.",
			EN: "Open the file to see whose it is, then move it to its folder or correct its name.",
		},
		Date: evidence.Digitized,
		Applies: func(_ context.Context, d *evidence.Dossier) (bool, error) {
			return len(d.Documents) > 0, nil
		},
		Editions: lint.EditionsOf(basis.ElectronicResult("d"), lint.Error, func(_ context.Context, d *evidence.Dossier, p *lint.Pass) error {
			for _, doc := range d.Documents {
				if doc.OtherCode != "" {
					p.Report(lint.Finding{Message: otherCodeText.With("code", doc.OtherCode, "dossier", d.ID), Place: doc.Place()})
				}
			}
			return nil
		}),
	}
}

var otherCodeText = msg.Message{
	ID: "result/other-code",
	VI: "Tên tệp mang mã hồ sơ {code} nhưng tệp nằm trong thư mục của hồ sơ {dossier}.",
	EN: "The file's name bears the code {code} but it lies in the folder of dossier {dossier}.",
}
