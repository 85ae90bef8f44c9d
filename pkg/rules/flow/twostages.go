package flow

import (
	"context"
	"time"

	"github.com/tthclint/tthclint/pkg/dossier"
	"github.com/tthclint/tthclint/pkg/evidence"
	"github.com/tthclint/tthclint/pkg/lint"
	"github.com/tthclint/tthclint/pkg/msg"
	"github.com/tthclint/tthclint/pkg/rules/basis"
)

// TwoStages finds dossiers of two stages of which the register does not say when
// the second was received and due.
func TwoStages() rule {
	return rule{
		ID:    "flow/two-stages",
		Title: msg.Message{ID: "flow/two-stages.title", VI: "Hồ sơ 02 giai đoạn thiếu ngày nhận hoặc ngày hẹn trả", EN: "A dossier of two stages lacks the days of the second"},
		Why: msg.Message{
			ID: "flow/two-stages.why",
			VI: "Hồ sơ giải quyết 02 giai đoạn (như đất đai có nghĩa vụ tài chính) phải ghi ngày nhận và ngày hẹn trả của từng giai đoạn; thiếu thì không biết trễ ở giai đoạn nào. Quy tắc chỉ xét khi sổ có cột của giai đoạn 2: ô này có mà ô kia trống, hoặc hồ sơ thuộc thủ tục 02 giai đoạn đã xong mà cả hai ô trống. Danh mục thủ tục 02 giai đoạn là dữ liệu, đơn vị bổ sung được.",
			EN: "Dossiers that are handled in two stages, as those about land with dues to be paid, have a day of receipt and a due day for each; without them nobody can tell which stage was late. The rule speaks only where the register has columns for the second stage: one cell is filled and the other is not, or a dossier of such a procedure is finished and both are empty. Which procedures have two stages is data that an office can add to.",
		},
		Remedy: msg.Message{
			ID: "flow/two-stages.remedy",
			VI: "Bổ sung ngày nhận và ngày hẹn trả của giai đoạn 2 vào sổ theo giấy hẹn đã giao cho công dân.",
			EN: "Enter receipt and due day of the second stage as on the receipt that the citizen was given.",
		},
		Date: evidence.Received,
		Applies: func(ctx context.Context, d *evidence.Dossier) (bool, error) {
			on, err := onLine(ctx, d)
			return on && (twoStages(d) || !d.Entry.SecondReceived.IsZero() || !d.Entry.SecondDue.IsZero()), err
		},
		Editions: lint.EditionsOf(basis.Register(), lint.Warning, twoStageDays),
	}
}

// twoStages reports whether the dossier's procedure is handled in two stages.
func twoStages(d *evidence.Dossier) bool {
	p, ok := d.Table().On(d.Procedure, d.ProcedureName, evidence.Received(context.Background(), d))
	return ok && p.Stages == 2
}

func twoStageDays(_ context.Context, d *evidence.Dossier, p *lint.Pass) error {
	e := d.Entry
	switch {
	case shifted(e):
		return lint.Inapplicable(shiftedText.With())
	case !e.Has(dossier.FieldSecondReceived) && !e.Has(dossier.FieldSecondDue):
		return lint.Inapplicable(noStageText.With())
	}
	days := []struct {
		field dossier.Field
		day   time.Time
	}{{dossier.FieldSecondReceived, e.SecondReceived}, {dossier.FieldSecondDue, e.SecondDue}}
	none := days[0].day.IsZero() && days[1].day.IsZero()
	if none && e.Progress() != dossier.ProgressFinished {
		return lint.Inapplicable(firstStageText.With())
	}
	for _, c := range days {
		if c.day.IsZero() && e.Has(c.field) && !unread(e, c.field) {
			p.Report(lint.Finding{Message: twoStagesText.With("column", columnName(c.field)), Place: cell(e, c.field), Identity: string(c.field)})
		}
	}
	return nil
}

var (
	twoStagesText = msg.Message{
		ID: "flow/two-stages",
		VI: "Hồ sơ 02 giai đoạn nhưng sổ không ghi {column}.",
		EN: "The dossier has two stages but the register does not say its {column}.",
	}
	noStageText = msg.Message{
		ID: "flow/two-stages.no-column", VI: "Sổ theo dõi không có cột ngày của giai đoạn 2", EN: "The register has no column for the days of the second stage",
	}
	firstStageText = msg.Message{
		ID: "flow/two-stages.first", VI: "Hồ sơ chưa sang giai đoạn 2", EN: "The dossier has not come to its second stage",
	}
)
