package flow

import (
	"context"
	"time"

	"github.com/tthclint/tthclint/pkg/evidence"
	"github.com/tthclint/tthclint/pkg/law"
	"github.com/tthclint/tthclint/pkg/lint"
	"github.com/tthclint/tthclint/pkg/msg"
	"github.com/tthclint/tthclint/pkg/rules/basis"
)

// SignedTooEarly finds results that were signed digitally before the day that
// they bear. It looks into files; see [OnFiles].
func SignedTooEarly() rule {
	return rule{
		ID:    "flow/signed-too-early",
		Title: msg.Message{ID: "flow/signed-too-early.title", VI: "Ký số trước ngày ghi trên kết quả", EN: "Signed before the day that the result bears"},
		Why: msg.Message{
			ID: "flow/signed-too-early.why",
			VI: "Giấy được ký tay, đóng dấu, ghi ngày rồi mới quét và ký số. Chữ ký số cuối cùng sớm hơn ngày đăng ký, ngày cấp trên giấy hoặc trong sổ nghĩa là tệp được ký khi giấy chưa hoàn chỉnh, hoặc ngày bị ghi sai. Chỉ so ngày in đọc rõ; nếu không có dấu thời gian thì bỏ qua chênh lệch 7 giờ do phần mềm ghi nhầm múi giờ. Ký trước ngày tiếp nhận do quy tắc sign/time-skew nêu.",
			EN: "A paper is signed by hand, sealed and dated, and only then scanned and signed digitally. A last signature before the day of registration or issue means that the file was signed while the paper was not complete, or that the day is wrong. Only print that was read clearly is compared; without a timestamp 7 hours of a wrong time zone are not held against anybody. That it was signed before the dossier was received is told by sign/time-skew.",
		},
		Remedy: msg.Message{
			ID: "flow/signed-too-early.remedy",
			VI: "Đối chiếu ngày trên giấy với sổ đăng ký; nếu tệp được ký khi giấy chưa xong thì quét lại bản đã hoàn chỉnh, ký số lại và thay tệp.",
			EN: "Compare the day on the paper with the register of records; where the file was signed too early, scan the finished paper, sign it again and replace the file.",
		},
		Date:     evidence.Digitized,
		After:    append(unsigned(), "sign/time-skew"),
		Applies:  evidence.HasResult,
		Editions: lint.EditionsOf(basis.OnPaperItself(), lint.Warning, evidence.EachResult(signedTooEarly)),
	}
}

func signedTooEarly(_ context.Context, d *evidence.Dossier, doc *evidence.Document, p *lint.Pass) error {
	if err := doc.OnlyPDF(); err != nil {
		return err
	}
	signed, err := doc.LastSignedAt(d.AsOf)
	if err != nil || signed.At.IsZero() {
		return lint.Inapplicable(noSigningText.With())
	}
	latest := signed.At // that it may have been
	if !signed.Proven {
		latest = latest.Add(evidence.Quirk)
	}
	days := issuedOn(d, doc)
	for _, i := range days {
		if before(latest, i.day) {
			p.Report(lint.Finding{
				Message: tooEarlyText.With("time", signed.At.In(law.Vietnam()), "how", howKnown(signed), "day", law.DayOf(i.day), "by", i.by),
				Place:   i.place, Identity: "too-early",
			})
			return nil
		}
	}
	if len(days) == 0 {
		return lint.Inapplicable(noIssueText.With())
	}
	return nil
}

// before reports whether a time lies before the day of another.
func before(t, day time.Time) bool { return law.Days(t, day) > 0 }

var (
	tooEarlyText = msg.Message{
		ID: "flow/signed-too-early",
		VI: "Tệp ký số {time} ({how}), trước ngày của kết quả là {day} ({by}).",
		EN: "The file was signed {time} ({how}), before the day of the result, {day} ({by}).",
	}
	noIssueText = msg.Message{
		ID: "flow/no-issue-day", VI: "Không có ngày cấp, ngày đăng ký nào trong sổ hoặc đọc rõ trên giấy để so", EN: "No day of issue or registration is in the register or was read clearly on the paper",
	}
)
