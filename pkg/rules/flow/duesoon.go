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

// DueSoon remarks on open dossiers whose due day is near.
func DueSoon() rule {
	return rule{
		ID:    "flow/due-soon",
		Title: msg.Message{ID: "flow/due-soon.title", VI: "Hồ sơ sắp đến hạn trả", EN: "The dossier is due soon"},
		Why: msg.Message{
			ID: "flow/due-soon.why",
			VI: "Nhắc trước để hồ sơ không bị trễ: hồ sơ đang xử lý có ngày hẹn trả trong số ngày đã định kể từ ngày kiểm tra (mặc định 3 ngày). Đây là lưu ý, không phải lỗi.",
			EN: "A reminder, so that nothing becomes late: open dossiers whose due day lies within a number of days from that of the check (3 unless set otherwise). It is a remark and no fault.",
		},
		Remedy: msg.Message{
			ID: "flow/due-soon.remedy",
			VI: "Ưu tiên giải quyết; nếu chắc chắn không kịp thì gửi văn bản xin lỗi và hẹn lại ngày trước khi quá hạn.",
			EN: "Settle it first; if it surely cannot be done in time, send an apology with a new day before the due day has passed.",
		},
		Date: evidence.Received,
		Applies: func(ctx context.Context, d *evidence.Dossier) (bool, error) {
			on, err := onLine(ctx, d)
			return on && d.DueSoon >= 0 && d.Entry.Progress() == dossier.ProgressOpen, err
		},
		Editions: lint.EditionsOf(basis.Due(), lint.Info, func(_ context.Context, d *evidence.Dossier, p *lint.Pass) error {
			limit, column := due(d.Entry)
			if limit.IsZero() {
				return noDue(d.Entry)
			}
			message := dueSoonText.With("due", limit, "days", law.Days(d.AsOf, limit))
			switch days := law.Days(d.AsOf, limit); {
			case days < 0 || days > d.DueSoon:
				return nil
			case days == 0:
				message = dueTodayText.With("due", limit)
			}
			p.Report(lint.Finding{Message: message, Place: cell(d.Entry, column), Identity: "due-soon"})
			return nil
		}),
	}
}

var (
	dueSoonText = msg.Message{
		ID: "flow/due-soon",
		VI: "Hồ sơ đang xử lý, còn {days} ngày đến ngày hẹn trả ({due}).",
		EN: "The dossier is open and due in {days} day(s) ({due}).",
	}
	dueTodayText = msg.Message{
		ID: "flow/due-soon.today",
		VI: "Hồ sơ đang xử lý, đến hạn trả trong ngày kiểm tra ({due}).",
		EN: "The dossier is open and due on the day of the check ({due}).",
	}
)
