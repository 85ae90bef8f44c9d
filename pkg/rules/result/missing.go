package result

import (
	"context"

	"github.com/tthclint/tthclint/pkg/dossier"
	"github.com/tthclint/tthclint/pkg/evidence"
	"github.com/tthclint/tthclint/pkg/lint"
	"github.com/tthclint/tthclint/pkg/msg"
	"github.com/tthclint/tthclint/pkg/rules/basis"
)

// Missing finds finished dossiers without any result attached.
func Missing() rule {
	return rule{
		ID: "result/missing",
		Title: msg.Message{
			ID: "result/missing.title", VI: "Chưa đính kèm kết quả giải quyết", EN: "No result is attached",
		},
		Why: msg.Message{
			ID: "result/missing.why",
			VI: "Hồ sơ đã giải quyết xong phải có kết quả điện tử hoặc bản số hóa kết quả đính kèm. Chỉ sổ theo dõi hồ sơ cho biết hồ sơ nào đã xong mà trong thư mục không có gì.",
			EN: "A finished dossier must have its electronic or digitized result attached. Only a register tells which dossiers are finished although the folder holds nothing of them.",
		},
		Remedy: msg.Message{
			ID: "result/missing.remedy",
			VI: "Chuyển lại bộ phận chuyên môn: số hóa, ký số kết quả rồi đính kèm vào hồ sơ với tên [mã hồ sơ]-KQ1.pdf.",
			EN: "Return it to the specialised office: digitize the result, sign it digitally and attach it to the dossier as [dossier code]-KQ1.pdf.",
		},
		Date:    evidence.Digitized,
		Applies: finished,
		Editions: lint.EditionsOf(basis.Digitized("d", "Điều 4, Điều 7"), lint.Error, func(_ context.Context, d *evidence.Dossier, p *lint.Pass) error {
			if len(d.Results()) > 0 {
				return nil
			}
			message := onlyOthersText.With("count", len(d.Documents))
			if len(d.Documents) == 0 {
				message = nothingText.With()
			}
			p.Report(lint.Finding{Message: message, Place: registerPlace(d)})
			return nil
		}),
	}
}

var (
	nothingText = msg.Message{
		ID: "result/missing",
		VI: "Hồ sơ đã giải quyết xong nhưng không có tệp kết quả nào được đính kèm.",
		EN: "The dossier is finished but no result file is attached.",
	}
	onlyOthersText = msg.Message{
		ID: "result/missing.others",
		VI: "Hồ sơ có {count} tệp nhưng không tệp nào là kết quả giải quyết.",
		EN: "The dossier holds {count} file(s), none of which is the result.",
	}
	noLineText = msg.Message{
		ID: "result/missing.no-line",
		VI: "Không có tệp nào là kết quả và không có dòng của hồ sơ trong sổ theo dõi, nên không biết hồ sơ đã giải quyết xong hay chưa.",
		EN: "No file is the result, and without a register line of the dossier it is not known whether it is finished.",
	}
	unknownStateText = msg.Message{
		ID: "result/missing.unknown",
		VI: "Sổ theo dõi không cho biết hồ sơ đã giải quyết xong hay chưa (thiếu hoặc sai ngày kết thúc, trạng thái).",
		EN: "The register does not say whether the dossier is finished (end date or status missing or unreadable).",
	}
)

// finished reports whether a result must be there: the register says that the
// dossier has ended, or there is no line for it but files lie in its folder.
func finished(_ context.Context, d *evidence.Dossier) (bool, error) {
	switch e := d.Entry; {
	case !d.Identified():
		return false, nil
	case len(d.Results()) > 0:
		return true, nil
	case e == nil && len(d.Documents) > 0:
		return false, lint.Unable(noLineText.With(), nil)
	case e == nil:
		return false, nil
	}
	switch d.Entry.Progress() {
	case dossier.ProgressFinished:
		return true, nil
	case dossier.ProgressUnknown:
		return false, lint.Unable(unknownStateText.With(), nil)
	default: // still open, or ended without a result
		return false, nil
	}
}

func registerPlace(d *evidence.Dossier) lint.Place {
	if d.Entry == nil {
		return lint.Place{}
	}
	return lint.Place{File: d.Entry.File, Sheet: d.Entry.Sheet, Row: d.Entry.Row}
}
