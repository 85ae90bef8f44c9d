package field

import (
	"fmt"
	"slices"

	"github.com/tthclint/tthclint/pkg/evidence"
	"github.com/tthclint/tthclint/pkg/form"
	"github.com/tthclint/tthclint/pkg/lint"
	"github.com/tthclint/tthclint/pkg/msg"
	"github.com/tthclint/tthclint/pkg/rules/basis"
)

// HandoverDate finds rows of a control slip that do not say when the dossier
// was handed over.
func HandoverDate() rule {
	run := eachSlip(handedOver, dated)
	return rule{
		ID: "field/handover-date",
		Title: msg.Message{
			ID: "field/handover-date.title", VI: "Phiếu kiểm soát có dòng giao, nhận không ghi thời gian", EN: "A handover on the control slip is not dated",
		},
		Why: msg.Message{
			ID: "field/handover-date.why",
			VI: "Mỗi lần giao, nhận hồ sơ phải ghi giờ, phút, ngày, tháng, năm; thiếu thì không biết hồ sơ chậm ở khâu nào. Các dòng còn trống hẳn ở cuối bảng là phần chưa đến lượt và không bị coi là thiếu.",
			EN: "Each handover of a dossier is dated, or nobody can tell where it was delayed. Rows at the end of the table that are wholly empty wait for what is to come and are no fault.",
		},
		Remedy: msg.Message{
			ID: "field/handover-date.remedy",
			VI: "Yêu cầu người giao, người nhận ghi đủ thời gian giao, nhận của dòng này trên phiếu kiểm soát, rồi quét lại phiếu.",
			EN: "Have giver and receiver enter the time of this handover on the slip, then scan it again.",
		},
		Date:     evidence.Received,
		After:    readable(),
		Applies:  hasSlip,
		Editions: slices.Concat(lint.EditionsOf(basis.Handover(), lint.Error, run), lint.EditionsOf(basis.HandoverByForm(), lint.Warning, run)),
	}
}

// handedOver reports a row that is in use and bears no time. It returns false
// and why where that cannot be told.
func handedOver(doc *evidence.Document, page *evidence.PageReading, h *handover, p *lint.Pass) (msg.Text, bool) {
	switch h.When.State {
	case form.Filled:
		return msg.Text{}, true
	case form.Blank:
		if h.used() {
			box := h.When.Box
			if box.W <= 0 {
				box = h.Box
			}
			p.Report(lint.Finding{
				Message:  handoverDateText.With("row", h.N, "page", page.Page),
				Place:    onPage(doc, page, box),
				Identity: identity(page, fmt.Sprintf("row%d", h.N)),
			})
			return msg.Text{}, true
		}
	}
	return handoverDateUnsureText.With("row", h.N, "page", page.Page), false
}

// dated reports a row of a table that does not say when. One whose receiver is
// still to come has no time of receipt.
func dated(e *entry, p *lint.Pass) {
	given, received := e.columns.Given > 0 && e.Given.IsZero(), e.columns.Received > 0 && e.Received.IsZero()
	found := lint.Finding{Place: e.place(max(e.columns.Given, e.columns.Received)), Identity: e.identity()}
	switch {
	case e.Unread:
		found.Message = handoverDateUnreadText.With("row", e.N)
	case e.At().IsZero():
		found.Message = handoverDateRowText.With("row", e.N)
	case given:
		found.Message, found.Place = handoverDateGivenText.With("row", e.N), e.place(e.columns.Given)
	case received && !e.last:
		found.Message, found.Place = handoverDateReceivedText.With("row", e.N), e.place(e.columns.Received)
	default:
		return
	}
	p.Report(found)
}

var (
	handoverDateRowText = msg.Message{
		ID: "field/handover-date.row", VI: "Dòng giao, nhận thứ {row} của phiếu kiểm soát không ghi thời gian.", EN: "Handover {row} on the control slip is not dated.",
	}
	handoverDateGivenText = msg.Message{
		ID: "field/handover-date.given", VI: "Dòng giao, nhận thứ {row} của phiếu kiểm soát không ghi thời gian giao.", EN: "Handover {row} on the control slip does not say when it was given.",
	}
	handoverDateReceivedText = msg.Message{
		ID: "field/handover-date.received", VI: "Dòng giao, nhận thứ {row} của phiếu kiểm soát không ghi thời gian nhận.", EN: "Handover {row} on the control slip does not say when it was received.",
	}
	handoverDateUnreadText = msg.Message{
		ID: "field/handover-date.unread", VI: "Dòng giao, nhận thứ {row} của phiếu kiểm soát ghi thời gian không có thật hoặc không đọc được.", EN: "The time of handover {row} on the control slip is no real one or cannot be read.",
	}
	handoverDateText = msg.Message{
		ID: "field/handover-date",
		VI: "Dòng giao, nhận thứ {row} của phiếu kiểm soát (trang {page}) không ghi thời gian.",
		EN: "Handover {row} on the control slip (page {page}) is not dated.",
	}
	handoverDateUnsureText = msg.Message{
		ID: "field/handover-date.unsure",
		VI: "Không chắc dòng giao, nhận thứ {row} của phiếu kiểm soát (trang {page}) đã ghi thời gian hay chưa; cần người xem lại",
		EN: "Whether handover {row} on the control slip (page {page}) is dated cannot be told for sure; a person must look",
	}
)
