package result

import (
	"context"

	"github.com/tthclint/tthclint/pkg/dossier"
	"github.com/tthclint/tthclint/pkg/evidence"
	"github.com/tthclint/tthclint/pkg/lint"
	"github.com/tthclint/tthclint/pkg/msg"
	"github.com/tthclint/tthclint/pkg/rules/basis"
)

// UnclearRole warns of files of which nothing says whether they are the result:
// several candidates that are all judged, or files beside a result that are not.
func UnclearRole() rule {
	return rule{
		ID: "result/unclear-role",
		Title: msg.Message{
			ID: "result/unclear-role.title", VI: "Không rõ tệp nào là kết quả", EN: "Which file is the result is not clear",
		},
		Why: msg.Message{
			ID: "result/unclear-role.why",
			VI: "Vai trò của tệp được nhận theo tên. Khi không tệp nào ghi là kết quả thì mọi tệp chưa rõ đều bị xét như kết quả; khi đã có tệp kết quả thì các tệp chưa rõ khác không được xét.",
			EN: "What a file is, is told from its name. Where none is called a result, all unclear files are judged as results; where one is, the other unclear files are not judged.",
		},
		Remedy: msg.Message{
			ID: "result/unclear-role.remedy",
			VI: "Đặt tên kết quả theo mẫu [mã hồ sơ]-KQ1.pdf và thành phần hồ sơ theo mẫu TP1.pdf, TP2.pdf rồi kiểm tra lại.",
			EN: "Name results [dossier code]-KQ1.pdf and components TP1.pdf, TP2.pdf, then check again.",
		},
		Date: evidence.Digitized,
		Applies: func(_ context.Context, d *evidence.Dossier) (bool, error) {
			return len(d.Documents) > 1, nil
		},
		Editions: lint.EditionsOf(basis.ElectronicResult("d"), lint.Warning, func(_ context.Context, d *evidence.Dossier, p *lint.Pass) error {
			for _, doc := range d.Documents {
				switch {
				case doc.Presumed:
					p.Report(lint.Finding{Message: presumedText.With(), Place: doc.Place()})
				case doc.Role == dossier.Unknown && doc.OtherCode == "":
					p.Report(lint.Finding{Message: unjudgedText.With(), Place: doc.Place()})
				}
			}
			return nil
		}),
	}
}

var (
	presumedText = msg.Message{
		ID: "result/unclear-role.presumed",
		VI: "Không rõ tệp này có phải kết quả hay không; tệp được xét như kết quả.",
		EN: "Whether this file is the result is not clear; it is judged as one.",
	}
	unjudgedText = msg.Message{
		ID: "result/unclear-role.unjudged",
		VI: "Không rõ tệp này là gì trong hồ sơ; tệp không được xét.",
		EN: "What this file is in the dossier is not clear; it is not judged.",
	}
)
