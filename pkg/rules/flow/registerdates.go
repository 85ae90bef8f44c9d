package flow

import (
	"context"
	"time"

	"github.com/tthclint/tthclint/pkg/dossier"
	"github.com/tthclint/tthclint/pkg/evidence"
	"github.com/tthclint/tthclint/pkg/law"
	"github.com/tthclint/tthclint/pkg/lint"
	"github.com/tthclint/tthclint/pkg/msg"
	"github.com/tthclint/tthclint/pkg/rules/basis"
)

// RegisterDates finds days that the form of the register asks for and that a
// line does not say, cell by cell.
func RegisterDates() rule {
	return rule{
		ID:    "flow/register-dates",
		Title: msg.Message{ID: "flow/register-dates.title", VI: "Sổ theo dõi thiếu ngày", EN: "A day is missing in the register"},
		Why: msg.Message{
			ID: "flow/register-dates.why",
			VI: "Mẫu sổ theo dõi hồ sơ có ô cho ngày nhận, ngày hẹn trả, ngày chuyển đến cơ quan giải quyết, ngày nhận kết quả và ngày trả; thiếu ngày thì không tính được đúng hạn. Chỉ xét cột có trong sổ và ô đến lúc phải có: hồ sơ giải quyết ngay trong ngày không cần ngày hẹn, ngày chuyển, ngày nhận kết quả; hồ sơ đã rút hoặc bị từ chối chỉ cần ngày nhận; ngày nhận kết quả được hỏi khi kết quả đã trả.",
			EN: "The form of the register has cells for receipt, due day, transfer, the day on which the result came back and the day on which it was handed out; without them nobody can tell who was in time. Only columns that the register has are looked at, and cells whose time has come: what was settled on the day of receipt needs neither due day nor transfer nor the way back; what was withdrawn or refused needs its receipt alone; the way back is asked for once the result was handed out.",
		},
		Remedy: msg.Message{
			ID: "flow/register-dates.remedy",
			VI: "Bổ sung ngày còn thiếu vào sổ theo giấy tiếp nhận, phiếu kiểm soát của hồ sơ.",
			EN: "Enter the day as on the receipt and the control slip of the dossier.",
		},
		Date:    evidence.Received,
		Applies: onLine,
		Editions: lint.EditionsOf(basis.Register(), lint.Warning, func(_ context.Context, d *evidence.Dossier, p *lint.Pass) error {
			e := d.Entry
			if shifted(e) {
				return lint.Inapplicable(shiftedText.With())
			}
			columns := 0
			for _, c := range demanded(e) {
				if !e.Has(c.field) {
					continue
				}
				columns++
				if c.now && c.day.IsZero() && !unread(e, c.field) {
					p.Report(lint.Finding{Message: registerDatesText.With("column", columnName(c.field)), Place: cell(e, c.field), Identity: string(c.field)})
				}
			}
			if columns == 0 {
				return lint.Inapplicable(noDaysText.With())
			}
			return nil
		}),
	}
}

// demand is a day of a line and whether it must be there by now.
type demand struct {
	field dossier.Field
	day   time.Time
	now   bool
}

func demanded(e *dossier.Entry) []demand {
	progress := e.Progress()
	handled := progress == dossier.ProgressFinished || progress == dossier.ProgressOpen
	finished := progress == dossier.ProgressFinished
	// Settled while the citizen waited: no receipt with a due day was given.
	atOnce := !e.Received.IsZero() && !e.Ended().IsZero() && law.Days(e.Received, e.Ended()) == 0
	return []demand{
		{dossier.FieldReceived, e.Received, true},
		{dossier.FieldDue, e.Due, handled && !atOnce},
		{dossier.FieldTransferred, e.Transferred, finished && !atOnce},
		{dossier.FieldResultReceived, e.ResultReceived, e.HandedOut() && !atOnce},
		// Which of the two columns a register has, differs.
		{dossier.FieldFinished, e.Ended(), finished},
		{dossier.FieldReturned, e.Returned, finished && e.HandedOut() && (!e.Has(dossier.FieldFinished) || !e.Finished.IsZero())},
	}
}

var (
	registerDatesText = msg.Message{
		ID: "flow/register-dates", VI: "Sổ theo dõi không ghi {column} của hồ sơ.", EN: "The register does not say the {column} of the dossier.",
	}
	noDaysText = msg.Message{
		ID: "flow/register-dates.no-column", VI: "Sổ theo dõi không có cột ngày nào của mẫu sổ", EN: "The register has none of the columns of days of the form",
	}
)
