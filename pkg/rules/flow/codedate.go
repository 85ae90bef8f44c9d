package flow

import (
	"context"

	"github.com/tthclint/tthclint/pkg/dossier"
	"github.com/tthclint/tthclint/pkg/evidence"
	"github.com/tthclint/tthclint/pkg/law"
	"github.com/tthclint/tthclint/pkg/lint"
	"github.com/tthclint/tthclint/pkg/msg"
	"github.com/tthclint/tthclint/pkg/rules/basis"
)

// onlineDays is how long before its receipt a dossier that was handed in online
// may have got its code: over a weekend.
const onlineDays = 3

// CodeDate finds dossiers whose code holds another day than that of receipt.
func CodeDate() rule {
	return rule{
		ID:    "flow/code-date",
		Title: msg.Message{ID: "flow/code-date.title", VI: "Ngày trong mã hồ sơ khác ngày tiếp nhận", EN: "The day in the dossier code is not that of receipt"},
		Why: msg.Message{
			ID: "flow/code-date.why",
			VI: "Mã hồ sơ chứa ngày tiếp nhận (năm, tháng, ngày). Ngày khác với sổ là dấu hiệu ghi nhầm mã, nhầm ngày hoặc lùi ngày tiếp nhận. Mã mang ngày nộp trực tuyến cũng được chấp nhận; sổ không có cột ngày nộp thì mã sớm hơn tối đa 3 ngày chỉ là lưu ý, vì hồ sơ nộp trực tuyến có mã trước khi được tiếp nhận.",
			EN: "A dossier code holds the day of receipt. Another day in the register points at a wrong code or a receipt that was dated later or earlier. The day on which it was handed in online will do; without a column for that, a code of up to 3 days before is a remark, since online dossiers get their code before they are received.",
		},
		Remedy: msg.Message{
			ID: "flow/code-date.remedy",
			VI: "Đối chiếu mã và ngày tiếp nhận với giấy tiếp nhận đã giao cho công dân; sửa chỗ sai trong sổ.",
			EN: "Compare code and receipt with the paper that the citizen was given and correct what is wrong in the register.",
		},
		Date: evidence.Received,
		Applies: func(ctx context.Context, d *evidence.Dossier) (bool, error) {
			on, err := onLine(ctx, d)
			return on && !d.Code.Received.IsZero() && !d.Entry.Received.IsZero(), err
		},
		Exceptions: []lint.Exception{
			{Severity: lint.Info, When: msg.Message{
				ID: "flow/code-date.info", VI: "khi mã sớm hơn tối đa 3 ngày và sổ không có cột ngày nộp",
				EN: "when the code is at most 3 days earlier and the register has no column of submission",
			}},
		},
		Editions: lint.EditionsOf(basis.CodeDate(), lint.Warning, func(_ context.Context, d *evidence.Dossier, p *lint.Pass) error {
			e, coded := d.Entry, d.Code.Received
			if shifted(e) {
				return lint.Inapplicable(shiftedText.With())
			}
			before := law.Days(coded, e.Received)
			if before == 0 || !e.Submitted.IsZero() && law.Days(coded, e.Submitted) == 0 {
				return nil
			}
			found := lint.Finding{
				Message: codeDateText.With("coded", coded, "received", law.DayOf(e.Received)), Place: cell(e, dossier.FieldReceived), Identity: "code-date",
			}
			if before > 0 && before <= onlineDays && !e.Has(dossier.FieldSubmitted) {
				found.Message.Message, found.Severity = codeOnlineText, lint.Info
			}
			p.Report(found)
			return nil
		}),
	}
}

var (
	codeDateText = msg.Message{
		ID: "flow/code-date",
		VI: "Mã hồ sơ mang ngày {coded}, sổ ghi ngày tiếp nhận {received}.",
		EN: "The dossier code holds {coded}, while the register has {received} as the day of receipt.",
	}
	codeOnlineText = msg.Message{
		ID: "flow/code-date.online",
		VI: "Mã hồ sơ mang ngày {coded}, sổ ghi ngày tiếp nhận {received}; có thể do nộp trực tuyến.",
		EN: "The dossier code holds {coded}, while the register has {received} as the day of receipt; it may have been handed in online.",
	}
)
