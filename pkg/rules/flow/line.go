package flow

import (
	"context"
	"slices"
	"time"

	"github.com/tthclint/tthclint/pkg/dossier"
	"github.com/tthclint/tthclint/pkg/evidence"
	"github.com/tthclint/tthclint/pkg/law"
	"github.com/tthclint/tthclint/pkg/lint"
	"github.com/tthclint/tthclint/pkg/msg"
)

// onLine is the Applies of rules on what the register says of a dossier.
func onLine(_ context.Context, d *evidence.Dossier) (bool, error) {
	return d.Entry != nil && d.Identified(), nil
}

// shifted reports whether cells of the line may stand in other columns than
// theirs: flow/register-row says so, and no day in it can be held against
// anybody.
func shifted(e *dossier.Entry) bool { return faulty(e, dossier.FaultCells, dossier.FaultQuote) }

func faulty(e *dossier.Entry, kinds ...dossier.FaultKind) bool {
	return slices.ContainsFunc(e.Faults, func(f dossier.Fault) bool { return slices.Contains(kinds, f.Kind) })
}

// unread reports whether a cell of a column could not be read.
func unread(e *dossier.Entry, f dossier.Field) bool {
	column := e.Column(f)
	return column > 0 && slices.ContainsFunc(e.Faults, func(fault dossier.Fault) bool { return fault.Column == column })
}

// cell returns the place of a cell of the line.
func cell(e *dossier.Entry, f dossier.Field) lint.Place {
	return lint.Place{File: e.File, Sheet: e.Sheet, Row: e.Row, Column: e.Column(f)}
}

// due returns the day by which a dossier had to be settled and its column: in
// its second stage that of the stage. It is the zero time where the register
// does not say it, or says one before the receipt.
func due(e *dossier.Entry) (time.Time, dossier.Field) {
	switch {
	case shifted(e) || faulty(e, dossier.FaultOrder):
		return time.Time{}, dossier.FieldDue
	case !e.SecondDue.IsZero():
		return e.SecondDue, dossier.FieldSecondDue
	}
	return e.Due, dossier.FieldDue
}

// after reports whether a time comes after another: by the day, and by the clock
// where both say more than a day.
func after(t, limit time.Time) bool {
	if law.Timed(t) && law.Timed(limit) {
		return t.After(limit)
	}
	return law.DayOf(t).After(law.DayOf(limit))
}

// columnName is what a column of days is called in words.
func columnName(f dossier.Field) msg.Text {
	names := map[dossier.Field]msg.Message{
		dossier.FieldReceived:       {ID: "flow/column.received", VI: "ngày tiếp nhận", EN: "day of receipt"},
		dossier.FieldDue:            {ID: "flow/column.due", VI: "ngày hẹn trả", EN: "due day"},
		dossier.FieldTransferred:    {ID: "flow/column.transferred", VI: "ngày chuyển đến cơ quan giải quyết", EN: "day of transfer to the office that settles it"},
		dossier.FieldResultReceived: {ID: "flow/column.result-received", VI: "ngày nhận kết quả từ cơ quan giải quyết", EN: "day on which the result came back"},
		dossier.FieldFinished:       {ID: "flow/column.finished", VI: "ngày kết thúc xử lý", EN: "day on which handling ended"},
		dossier.FieldReturned:       {ID: "flow/column.returned", VI: "ngày trả kết quả", EN: "day on which the result was handed out"},
		dossier.FieldSecondReceived: {ID: "flow/column.second-received", VI: "ngày tiếp nhận giai đoạn 2", EN: "day of receipt of the second stage"},
		dossier.FieldSecondDue:      {ID: "flow/column.second-due", VI: "ngày hẹn trả giai đoạn 2", EN: "due day of the second stage"},
	}
	return names[f].With()
}

var (
	shiftedText = msg.Message{
		ID: "flow/shifted", VI: "Các ô của dòng trong sổ có thể bị lệch cột nên không xét ngày", EN: "Cells of the register line may have shifted, so its days are not looked at",
	}
	noDueText = msg.Message{
		ID: "flow/no-due", VI: "Sổ theo dõi không có ngày hẹn trả dùng được của hồ sơ", EN: "The register has no usable due day of the dossier",
	}
)
