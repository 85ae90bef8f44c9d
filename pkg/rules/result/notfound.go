package result

import (
	"context"

	"github.com/tthclint/tthclint/pkg/dossier"
	"github.com/tthclint/tthclint/pkg/evidence"
	"github.com/tthclint/tthclint/pkg/lint"
	"github.com/tthclint/tthclint/pkg/msg"
	"github.com/tthclint/tthclint/pkg/rules/basis"
)

// NotFound finds dossiers whose line in the register names files that are not in
// the folder. Names of files may name citizens and are not said.
func NotFound() rule {
	return rule{
		ID:    "result/not-found",
		Title: msg.Message{ID: "result/not-found.title", VI: "Tệp có tên trong sổ nhưng không có trong thư mục", EN: "A file that the register names is not in the folder"},
		Why: msg.Message{
			ID: "result/not-found.why",
			VI: "Sổ hoặc dữ liệu đồng bộ ghi tên tệp kết quả, thành phần hồ sơ; tệp không có trong thư mục thì liên kết trên hệ thống mở ra không có gì. Tên được so không phân biệt chữ hoa, chữ thường. Báo cáo không ghi tên tệp vì có thể là họ tên công dân. Khi hồ sơ không có kết quả nào thì quy tắc result/missing đã nêu.",
			EN: "The register or the data of a synchronisation names files of results and papers; where one is not in the folder, the link in the system leads to nothing. Letter case makes no difference. The report does not say names of files, which may be names of citizens. Where a dossier has no result at all, result/missing says so.",
		},
		Remedy: msg.Message{
			ID: "result/not-found.remedy",
			VI: "Tải lại tệp từ hệ thống vào thư mục của hồ sơ, hoặc sửa tên tệp trong sổ cho khớp.",
			EN: "Load the file from the system into the folder of the dossier, or correct its name in the register.",
		},
		Date:  evidence.Digitized,
		After: []string{"result/missing"},
		Applies: func(_ context.Context, d *evidence.Dossier) (bool, error) {
			return d.Identified() && namesFiles(d.Entry), nil
		},
		Editions: lint.EditionsOf(basis.ElectronicResult("d"), lint.Warning, func(_ context.Context, d *evidence.Dossier, p *lint.Pass) error {
			if count := len(d.Unfound()); count > 0 {
				place := registerPlace(d)
				place.Column = d.Entry.Column(dossier.FieldFile)
				p.Report(lint.Finding{Message: notFoundText.With("count", count), Place: place, Identity: "not-found"})
			}
			return nil
		}),
	}
}

// namesFiles reports whether a line of the register names any file.
func namesFiles(e *dossier.Entry) bool {
	if e == nil {
		return false
	}
	for _, list := range [][]dossier.Attachment{e.Results, e.Components} {
		for _, a := range list {
			if a.File != "" {
				return true
			}
		}
	}
	return false
}

var notFoundText = msg.Message{
	ID: "result/not-found",
	VI: "Sổ ghi tên {count} tệp của hồ sơ mà trong thư mục không có.",
	EN: "The register names {count} file(s) of the dossier that are not in the folder.",
}
