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

// Late finds dossiers that were finished after their due day, or are still open
// on the day of the check although it has passed, without an apology.
func Late() rule {
	return rule{
		ID:    "flow/late",
		Title: msg.Message{ID: "flow/late.title", VI: "Hồ sơ trễ hạn, không có văn bản xin lỗi", EN: "The dossier is late and there is no apology"},
		Why: msg.Message{
			ID: "flow/late.why",
			VI: "Hồ sơ phải được giải quyết chậm nhất vào ngày hẹn trả; trễ thì phải xin lỗi và hẹn lại ngày. Ngày được so theo lịch Việt Nam, chỉ so giờ khi cả hai ô trong sổ đều ghi giờ; hồ sơ 02 giai đoạn lấy ngày hẹn của giai đoạn 2. Hồ sơ còn mở được so với ngày kiểm tra. Hồ sơ có văn bản xin lỗi (nhận theo tên tệp hoặc theo mẫu trên trang; ngày hẹn lại đọc rõ mà vẫn trễ thì nêu), hồ sơ đã rút, bị từ chối hoặc đang chờ công dân bổ sung thì không nêu. Công dân đến nhận muộn không phải là cơ quan trả muộn.",
			EN: "A dossier is settled by its due day; who is late apologises and sets a new one. Days are compared by the calendar of Vietnam, and by the clock only where both cells say it; of two stages the due day of the second counts. Open dossiers are compared with the day of the check. Nothing is said where an apology is in the dossier (by its name or the form on its pages; unless the new day was read clearly and has passed as well), where it was withdrawn or refused, or while the citizen has to complete it. That a citizen came late for the result is no fault of the office.",
		},
		Remedy: msg.Message{
			ID: "flow/late.remedy",
			VI: "Giải quyết ngay nếu còn mở; gửi văn bản xin lỗi và hẹn lại ngày trả cho công dân, đính kèm văn bản vào hồ sơ. Nếu đã xong đúng hạn mà hệ thống cập nhật muộn thì ghi rõ lý do.",
			EN: "Settle it at once if it is open; send the citizen an apology with a new day and attach it. Where it was done in time and entered late, say so in the register.",
		},
		Date:     evidence.Received,
		Applies:  onLine,
		Editions: lint.EditionsOf(basis.Apology(), lint.Warning, late),
	}
}

func late(_ context.Context, d *evidence.Dossier, p *lint.Pass) error {
	e := d.Entry
	limit, column := due(e)
	if limit.IsZero() {
		return noDue(e)
	}
	message, err := lateness(d, limit, column)
	if err != nil || message.IsZero() {
		return err
	}
	if yes, until := apologised(d); yes {
		if !after(until, limit) || !lateAgain(d, until) {
			return nil
		}
		message = againText.With("due", limit, "new", until)
	}
	p.Report(lint.Finding{Message: message, Place: cell(e, column), Identity: "late"})
	return nil
}

// noDue says why there is no due day to judge by.
func noDue(e *dossier.Entry) error {
	if shifted(e) {
		return lint.Inapplicable(shiftedText.With())
	}
	return lint.Inapplicable(noDueText.With())
}

// lateness says how a dossier is late; it is zero for one that is not.
func lateness(d *evidence.Dossier, limit time.Time, column dossier.Field) (msg.Text, error) {
	e := d.Entry
	second := column == dossier.FieldSecondDue
	switch e.Progress() {
	case dossier.ProgressEnded:
		return msg.Text{}, lint.Inapplicable(endedText.With())
	case dossier.ProgressUnknown:
		return msg.Text{}, lint.Inapplicable(unknownText.With())
	case dossier.ProgressOpen:
		days := law.Days(limit, d.AsOf)
		switch {
		case days <= 0:
			return msg.Text{}, nil
		case e.Waiting():
			return msg.Text{}, lint.Inapplicable(waitingText.With())
		case second:
			return openSecondText.With("due", limit, "days", days), nil
		}
		return openText.With("due", limit, "days", days), nil
	}
	ended, by := settled(e)
	switch {
	case ended.IsZero():
		return msg.Text{}, lint.Inapplicable(noEndText.With())
	case !after(ended, limit):
		return msg.Text{}, nil
	case law.Days(limit, ended) == 0:
		return lateHoursText.With("due", limit, "end", ended, "column", columnName(by)), nil
	case by == dossier.FieldReturned:
		return lateReturnedText.With("due", limit, "end", ended, "days", law.Days(limit, ended)), nil
	case second:
		return lateSecondText.With("due", limit, "end", ended, "days", law.Days(limit, ended), "column", columnName(by)), nil
	}
	return lateText.With("due", limit, "end", ended, "days", law.Days(limit, ended), "column", columnName(by)), nil
}

// lateAgain reports whether the dossier was not settled by the new day either.
func lateAgain(d *evidence.Dossier, until time.Time) bool {
	ended, _ := settled(d.Entry)
	if ended.IsZero() {
		ended = d.AsOf
	}
	return law.Days(until, ended) > 0
}

// settled returns when the office was done with a dossier, by the column that
// says it best: the citizen may fetch a result late.
func settled(e *dossier.Entry) (time.Time, dossier.Field) {
	switch {
	case !e.Finished.IsZero():
		return e.Finished, dossier.FieldFinished
	case !e.ResultReceived.IsZero():
		return e.ResultReceived, dossier.FieldResultReceived
	}
	return e.Returned, dossier.FieldReturned
}

var (
	lateText = msg.Message{
		ID: "flow/late",
		VI: "Hồ sơ trễ hạn {days} ngày: hẹn trả {due}, {column} {end}; không có văn bản xin lỗi trong hồ sơ.",
		EN: "The dossier is {days} day(s) late: due {due}, {column} {end}; no apology is in it.",
	}
	lateHoursText = msg.Message{
		ID: "flow/late.hours",
		VI: "Hồ sơ trễ hạn trong ngày: hẹn trả {due}, {column} {end}; không có văn bản xin lỗi trong hồ sơ.",
		EN: "The dossier is late by hours: due {due}, {column} {end}; no apology is in it.",
	}
	lateReturnedText = msg.Message{
		ID: "flow/late.returned",
		VI: "Kết quả trả ngày {end}, sau ngày hẹn trả {due} là {days} ngày; không có văn bản xin lỗi trong hồ sơ. Sổ không ghi ngày xử lý xong nên không rõ cơ quan trễ hay người dân đến nhận muộn.",
		EN: "The result was handed out on {end}, {days} day(s) after the due day {due}; no apology is in the dossier. The register does not say when handling ended, so whether the office was late or the citizen came late is not known.",
	}
	lateSecondText = msg.Message{
		ID: "flow/late.second",
		VI: "Hồ sơ trễ hạn giai đoạn 2 là {days} ngày: hẹn trả {due}, {column} {end}; không có văn bản xin lỗi trong hồ sơ.",
		EN: "The dossier is {days} day(s) late in its second stage: due {due}, {column} {end}; no apology is in it.",
	}
	againText = msg.Message{
		ID: "flow/late.again",
		VI: "Hồ sơ trễ hạn (hẹn trả {due}) và trễ cả ngày hẹn lại {new} ghi trong văn bản xin lỗi.",
		EN: "The dossier is late (due {due}), and late for the new day {new} of the apology as well.",
	}
	openText = msg.Message{
		ID: "flow/late.open",
		VI: "Hồ sơ đang xử lý đã quá hạn {days} ngày (hẹn trả {due}); không có văn bản xin lỗi trong hồ sơ.",
		EN: "The dossier is open and {days} day(s) overdue (due {due}); no apology is in it.",
	}
	openSecondText = msg.Message{
		ID: "flow/late.open-second",
		VI: "Hồ sơ đang xử lý đã quá hạn giai đoạn 2 là {days} ngày (hẹn trả {due}); không có văn bản xin lỗi trong hồ sơ.",
		EN: "The dossier is open and {days} day(s) overdue in its second stage (due {due}); no apology is in it.",
	}
	endedText = msg.Message{
		ID: "flow/ended", VI: "Hồ sơ đã rút, bị từ chối hoặc dừng giải quyết", EN: "The dossier was withdrawn, refused or stopped",
	}
	unknownText = msg.Message{
		ID: "flow/unknown", VI: "Sổ theo dõi không cho biết hồ sơ đã giải quyết xong hay chưa", EN: "The register does not say whether the dossier is finished",
	}
	waitingText = msg.Message{
		ID: "flow/waiting", VI: "Hồ sơ đang chờ công dân bổ sung, nộp tiền hoặc đang tạm dừng, thời hạn chưa tính tiếp", EN: "The dossier waits for the citizen or is suspended, so its time stands still",
	}
	noEndText = msg.Message{
		ID: "flow/no-end", VI: "Sổ theo dõi không ghi ngày hồ sơ được giải quyết xong", EN: "The register does not say on which day the dossier was finished",
	}
)
