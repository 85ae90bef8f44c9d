package flow

import (
	"context"

	"github.com/tthclint/tthclint/pkg/evidence"
	"github.com/tthclint/tthclint/pkg/lint"
	"github.com/tthclint/tthclint/pkg/msg"
	"github.com/tthclint/tthclint/pkg/rules/basis"
)

// NotRegistered finds folders and files that no line of the register speaks of,
// where one was read.
func NotRegistered() rule {
	return rule{
		ID:    "flow/not-registered",
		Title: msg.Message{ID: "flow/not-registered.title", VI: "Hồ sơ không có trong sổ theo dõi", EN: "The dossier is not in the register"},
		Why: msg.Message{
			ID: "flow/not-registered.why",
			VI: "Mỗi hồ sơ có một mã và một dòng trong sổ theo dõi. Thư mục, tệp có mã không có trong sổ hoặc không có mã thì không biết thuộc hồ sơ nào, hạn trả ngày nào. Chỉ xét khi có đọc sổ; sổ của một kỳ thì chỉ nên kiểm tra thư mục của kỳ đó.",
			EN: "Every dossier has one code and one line in the register. Of folders and files whose code is not in it, or that have none, nobody knows whose they are and when they were due. The rule speaks only where a register was read; check a register of one month with the folder of that month.",
		},
		Remedy: msg.Message{
			ID: "flow/not-registered.remedy",
			VI: "Kiểm tra mã trong tên thư mục, tên tệp; nếu đúng thì bổ sung hồ sơ vào sổ hoặc xuất lại sổ đủ kỳ.",
			EN: "Check the code in the name of folder or file; if it is right, enter the dossier or export the register of the whole period again.",
		},
		Date: evidence.Digitized,
		Applies: func(_ context.Context, d *evidence.Dossier) (bool, error) {
			return d.Registered && len(d.Documents) > 0, nil
		},
		Editions: lint.EditionsOf(basis.DossierCode(), lint.Warning, func(_ context.Context, d *evidence.Dossier, p *lint.Pass) error {
			if d.Entry != nil {
				return nil
			}
			message := notRegisteredText.With("dossier", d.ID)
			if d.Code.Text == "" {
				message = noCodeHereText.With()
			}
			p.Report(lint.Finding{Message: message, Place: d.Documents[0].Place(), Identity: "not-registered"})
			return nil
		}),
	}
}

var (
	notRegisteredText = msg.Message{
		ID: "flow/not-registered", VI: "Mã hồ sơ {dossier} không có trong sổ theo dõi.", EN: "The code {dossier} is not in the register.",
	}
	noCodeHereText = msg.Message{
		ID: "flow/not-registered.no-code",
		VI: "Tên thư mục và tên tệp không có mã hồ sơ nên không đối chiếu được với sổ theo dõi.",
		EN: "Neither folder nor file is named by a dossier code, so that nothing in the register can be matched.",
	}
)
