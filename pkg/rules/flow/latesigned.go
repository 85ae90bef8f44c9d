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

// LateSigned finds results that were issued or signed after the due day although
// the register does not call the dossier late. It looks into files; see
// [OnFiles].
func LateSigned() rule {
	return rule{
		ID:    "flow/late-signed",
		Title: msg.Message{ID: "flow/late-signed.title", VI: "Kết quả ban hành hoặc ký số sau ngày hẹn trả", EN: "The result was issued or signed after the due day"},
		Why: msg.Message{
			ID: "flow/late-signed.why",
			VI: "Kết quả phải được ký chậm nhất vào ngày hẹn trả. Ngày ban hành lấy trong sổ hoặc chữ in đọc rõ trên giấy; thời điểm ký số lấy theo dấu thời gian, không có thì theo giờ máy của người ký và báo cáo nói rõ như vậy. Chữ ký đầu tiên của cơ quan được tính, ký lại về sau không bị coi là trễ. Phần mềm ghi giờ Việt Nam như giờ quốc tế nên lệch 7 giờ thì không nêu. Hồ sơ mà flow/late đã nêu, hoặc có văn bản xin lỗi, không nêu lại.",
			EN: "A result is signed by the due day. The day of issue is that of the register or what is printed on the paper and was read clearly; the time of signing is that of a timestamp, or else the signer's clock, and the report says which. The agency's first signature counts: what was signed once more later is not late. A program that writes Vietnamese time as UTC and is 7 hours ahead is not held against anybody. Where flow/late has spoken, or an apology is in the dossier, nothing is said again.",
		},
		Remedy: msg.Message{
			ID: "flow/late-signed.remedy",
			VI: "Gửi văn bản xin lỗi và hẹn lại ngày trả nếu hồ sơ trễ thật; nếu bản giấy đã trả đúng hạn, bản điện tử số hóa sau thì ghi rõ trong sổ và số hóa, ký số ngay khi trả kết quả.",
			EN: "Send an apology with a new day if the dossier was late; where the paper was handed out in time and digitized afterwards, say so in the register, and digitize and sign when a result is handed out.",
		},
		Date:     evidence.Received,
		After:    append(unsigned(), "flow/late"),
		Applies:  hasLineAndResult,
		Editions: lint.EditionsOf(basis.Apology(), lint.Warning, evidence.EachResult(lateSigned)),
	}
}

func hasLineAndResult(ctx context.Context, d *evidence.Dossier) (bool, error) {
	on, err := onLine(ctx, d)
	return on && len(d.Results()) > 0, err
}

func lateSigned(_ context.Context, d *evidence.Dossier, doc *evidence.Document, p *lint.Pass) error {
	e := d.Entry
	limit, _ := due(e)
	switch {
	case limit.IsZero():
		return noDue(e)
	case e.Progress() == dossier.ProgressEnded:
		return lint.Inapplicable(endedText.With())
	}
	if yes, _ := apologised(d); yes {
		return lint.Inapplicable(apologisedText.With())
	}
	if err := doc.OnlyPDF(); err != nil {
		return err
	}
	for _, i := range issuedOn(d, doc) {
		if after(law.DayOf(i.day), limit) {
			p.Report(lint.Finding{
				Message: lateIssuedText.With("day", law.DayOf(i.day), "by", i.by, "due", law.DayOf(limit), "days", law.Days(limit, i.day)), Place: i.place, Identity: "issued",
			})
			return nil
		}
	}
	signed, err := doc.SignedAt(d.AsOf)
	switch {
	case err != nil:
		return lint.Inapplicable(noSigningText.With()) // the rules on signatures say why
	case signed.At.IsZero():
		return lint.Inapplicable(noSigningText.With())
	case !after(law.DayOf(signed.At), limit), !signed.Proven && !after(law.DayOf(signed.At.Add(-evidence.Quirk)), limit):
		return nil
	}
	p.Report(lint.Finding{
		Message: lateSignedText.With("time", signed.At.In(law.Vietnam()), "how", howKnown(signed), "due", law.DayOf(limit), "days", law.Days(limit, signed.At)),
		Place:   doc.Place(), Identity: "signed",
	})
	return nil
}

var (
	lateSignedText = msg.Message{
		ID: "flow/late-signed",
		VI: "Kết quả ký số {time} ({how}), sau ngày hẹn trả {due} là {days} ngày.",
		EN: "The result was signed {time} ({how}), {days} day(s) after the due day {due}.",
	}
	lateIssuedText = msg.Message{
		ID: "flow/late-signed.issued",
		VI: "Kết quả đề ngày {day} ({by}), sau ngày hẹn trả {due} là {days} ngày.",
		EN: "The result is of {day} ({by}), {days} day(s) after the due day {due}.",
	}
	apologisedText = msg.Message{
		ID: "flow/apologised", VI: "Hồ sơ có văn bản xin lỗi và hẹn lại ngày", EN: "The dossier holds an apology with a new day",
	}
)
