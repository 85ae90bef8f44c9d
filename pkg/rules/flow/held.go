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

// heldAfter is how many working days a result may be on its way to the one-stop
// desk before it is told. No clause sets a number; a week leaves room for a
// public holiday.
const heldAfter = 5

// Held finds dossiers that are finished, or whose result is signed, and whose
// result did not come to the one-stop desk by the register.
func Held() rule {
	return rule{
		ID:    "flow/held",
		Title: msg.Message{ID: "flow/held.title", VI: "Kết quả đã có nhưng chưa chuyển về Bộ phận Một cửa", EN: "There is a result, but it did not come to the one-stop desk"},
		Why: msg.Message{
			ID: "flow/held.why",
			VI: "Kết quả đã giải quyết phải được chuyển về Bộ phận Một cửa để trả cho công dân. Quy tắc nêu khi đã quá 5 ngày làm việc (thứ Bảy, Chủ nhật không tính) kể từ ngày kết thúc xử lý hoặc ngày ký số mà sổ có cột ngày nhận kết quả từ cơ quan giải quyết nhưng ô đó trống. Sổ không có cột này thì không xét. Nếu sổ chỉ có cột ngày trả thì là lưu ý, vì có thể công dân chưa đến nhận; trạng thái «chờ trả kết quả», «đã trả» thì không nêu.",
			EN: "A result goes to the one-stop desk, which hands it out. The rule speaks where more than 5 working days (Saturday and Sunday do not count) have passed since handling ended or the result was signed, and the register has a column for the day on which the result came back and the cell is empty. Without that column it does not apply. With a column for handing out alone it is a remark, since the citizen may not have come; a status by which the result waits at the desk or was handed out says enough.",
		},
		Remedy: msg.Message{
			ID: "flow/held.remedy",
			VI: "Chuyển ngay kết quả về Bộ phận Một cửa và ghi ngày nhận vào sổ; nếu đã chuyển thì cập nhật sổ.",
			EN: "Take the result to the one-stop desk now and enter the day; where it is there already, enter it.",
		},
		Date:    evidence.Received,
		Applies: onLine,
		Exceptions: []lint.Exception{
			{Severity: lint.Info, When: msg.Message{
				ID: "flow/held.info", VI: "khi sổ không có cột ngày nhận kết quả và chỉ chưa ghi ngày trả",
				EN: "when the register has no column of the return to the desk and only the handing out is not noted",
			}},
		},
		Editions: lint.EditionsOf(basis.BackAtDesk(), lint.Warning, held),
	}
}

func held(_ context.Context, d *evidence.Dossier, p *lint.Pass) error {
	e := d.Entry
	desk, out := e.Has(dossier.FieldResultReceived), e.Has(dossier.FieldReturned)
	switch {
	case shifted(e):
		return lint.Inapplicable(shiftedText.With())
	case !desk && !out:
		return lint.Inapplicable(noDeskText.With())
	case !e.ResultReceived.IsZero() || e.HandedOut() || e.AtDesk():
		return nil
	case unread(e, dossier.FieldResultReceived) || unread(e, dossier.FieldReturned):
		return lint.Inapplicable(unreadText.With())
	}
	column := dossier.FieldResultReceived
	if !desk {
		column = dossier.FieldReturned
	}
	found := lint.Finding{Place: cell(e, column), Identity: "held"}
	since, message := time.Time{}, heldText
	switch e.Progress() {
	case dossier.ProgressEnded:
		return lint.Inapplicable(endedText.With())
	case dossier.ProgressFinished:
		if since = e.Finished; since.IsZero() {
			return lint.Inapplicable(noEndText.With()) // flow/register-dates says so
		}
		if !desk {
			message, found.Severity = notHandedOutText, lint.Info
		}
	case dossier.ProgressOpen:
		var proven bool
		if since, proven = signedResult(d); since.IsZero() {
			return lint.Inapplicable(stillOpenText.With())
		}
		message = heldSignedText
		if !proven {
			message = heldClaimedText
		}
	default:
		return lint.Inapplicable(unknownText.With())
	}
	days := law.WorkingDays(since, d.AsOf)
	if days <= heldAfter {
		return nil
	}
	found.Message = message.With("day", law.DayOf(since), "days", days)
	p.Report(found)
	return nil
}

// signedResult returns when the last of the results was signed digitally. It is
// the zero time while one of them is not, or there is none.
func signedResult(d *evidence.Dossier) (last time.Time, proven bool) {
	for _, doc := range d.Results() {
		signed, err := doc.SignedAt(d.AsOf)
		if err != nil || signed.At.IsZero() {
			return time.Time{}, false // the rules on signatures say why
		}
		if signed.At.After(last) {
			last, proven = signed.At, signed.Proven
		}
	}
	return last, proven
}

var (
	heldText = msg.Message{
		ID: "flow/held",
		VI: "Hồ sơ kết thúc xử lý ngày {day}, đã {days} ngày làm việc, nhưng sổ chưa ghi ngày nhận kết quả về Bộ phận Một cửa.",
		EN: "Handling ended on {day}, {days} working days ago, and the register does not say that the result came back to the one-stop desk.",
	}
	notHandedOutText = msg.Message{
		ID: "flow/held.not-handed-out",
		VI: "Hồ sơ kết thúc xử lý ngày {day}, đã {days} ngày làm việc, sổ chưa ghi ngày trả kết quả; cần xem kết quả đang ở đâu hay công dân chưa đến nhận.",
		EN: "Handling ended on {day}, {days} working days ago, and the register does not say that the result was handed out; see where it lies or whether the citizen has not come.",
	}
	heldSignedText = msg.Message{
		ID: "flow/held.signed",
		VI: "Kết quả đã ký số ngày {day} (có dấu thời gian), đã {days} ngày làm việc, nhưng sổ vẫn ghi hồ sơ đang xử lý và chưa có ngày nhận kết quả.",
		EN: "The result was signed digitally on {day} (proven by a timestamp), {days} working days ago, while the register calls the dossier open and says nothing of the result.",
	}
	heldClaimedText = msg.Message{
		ID: "flow/held.claimed",
		VI: "Kết quả đã ký số ngày {day} (theo giờ máy của người ký), đã {days} ngày làm việc, nhưng sổ vẫn ghi hồ sơ đang xử lý và chưa có ngày nhận kết quả.",
		EN: "The result was signed digitally on {day} (by the signer's clock), {days} working days ago, while the register calls the dossier open and says nothing of the result.",
	}
	noDeskText = msg.Message{
		ID: "flow/held.no-column", VI: "Sổ theo dõi không có cột ngày nhận kết quả hoặc ngày trả kết quả", EN: "The register has no column for the day on which a result came back or was handed out",
	}
	unreadText = msg.Message{
		ID: "flow/unread", VI: "Ô ngày trong sổ theo dõi không đọc được", EN: "The cell of the day in the register cannot be read",
	}
	stillOpenText = msg.Message{
		ID: "flow/still-open", VI: "Hồ sơ đang xử lý, chưa có kết quả đã ký số", EN: "The dossier is open and has no signed result",
	}
)
