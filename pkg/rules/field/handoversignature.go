package field

import (
	"slices"
	"strings"

	"github.com/tthclint/tthclint/pkg/evidence"
	"github.com/tthclint/tthclint/pkg/form"
	"github.com/tthclint/tthclint/pkg/ink"
	"github.com/tthclint/tthclint/pkg/lint"
	"github.com/tthclint/tthclint/pkg/msg"
	"github.com/tthclint/tthclint/pkg/rules/basis"
)

// HandoverSignature finds rows of a control slip that giver or receiver did not
// sign.
func HandoverSignature() rule {
	run := eachSlip(signedOver, named)
	return rule{
		ID: "field/handover-signature",
		Title: msg.Message{
			ID: "field/handover-signature.title", VI: "Phiếu kiểm soát có dòng thiếu chữ ký người giao hoặc người nhận", EN: "Giver or receiver did not sign a handover on the control slip",
		},
		Why: msg.Message{
			ID: "field/handover-signature.why",
			VI: "Mỗi lần giao, nhận hồ sơ phải có chữ ký của cả người giao và người nhận; thiếu một chữ ký thì không xác định được ai đang giữ hồ sơ. Các dòng còn trống hẳn ở cuối bảng là phần chưa đến lượt và không bị coi là thiếu.",
			EN: "Giver and receiver both sign each handover, or nobody can tell who holds the dossier. Rows at the end of the table that are wholly empty wait for what is to come and are no fault.",
		},
		Remedy: msg.Message{
			ID: "field/handover-signature.remedy",
			VI: "Yêu cầu người còn thiếu ký vào dòng này trên phiếu kiểm soát, rồi quét lại phiếu.",
			EN: "Have whoever is missing sign this row of the slip, then scan it again.",
		},
		Date:     evidence.Received,
		After:    readable(),
		Applies:  hasSlip,
		Editions: slices.Concat(lint.EditionsOf(basis.Handover(), lint.Error, run), lint.EditionsOf(basis.HandoverByForm(), lint.Warning, run)),
	}
}

// signedOver reports the places of a row in use that nobody signed. It returns
// false and why where that cannot be told.
func signedOver(doc *evidence.Document, page *evidence.PageReading, h *handover, p *lint.Pass) (msg.Text, bool) {
	known := true
	for i := range h.signed {
		f := &h.signed[i]
		switch {
		case f.State.Signed():
		case f.State == ink.Absent && h.used():
			p.Report(lint.Finding{
				Message:  handoverSignatureText.With("field", placeName(page.Form(), f), "row", h.N, "page", page.Page),
				Place:    onPage(doc, page, f.Box),
				Identity: identity(page, f.Key),
			})
		default:
			known = false
		}
	}
	if len(h.signed) < 2 || !known {
		return handoverSignatureUnsureText.With("row", h.N, "page", page.Page), false
	}
	return msg.Text{}, true
}

// named reports a row of a table that does not say who gave or who received. In
// the last row the receiver may be still to come.
func named(e *entry, p *lint.Pass) {
	waits := e.last && e.Received.IsZero()
	for _, side := range []struct {
		place, person     string
		placed, personed  int // columns
		noPlace, noPerson msg.Message
		waits             bool
	}{
		{e.From, e.Giver, e.columns.From, e.columns.Giver, noFromText, noGiverText, false},
		{e.To, e.Receiver, e.columns.To, e.columns.Receiver, noToText, noReceiverText, waits},
	} {
		found := lint.Finding{Identity: e.identity()}
		switch {
		case side.waits:
			continue
		case side.personed > 0 && side.person == "":
			found.Message, found.Place = side.noPerson.With("row", e.N), e.place(side.personed)
		case side.placed > 0 && side.place == "" && side.person == "":
			found.Message, found.Place = side.noPlace.With("row", e.N), e.place(side.placed)
		default:
			continue
		}
		p.Report(found)
	}
}

var (
	noFromText = msg.Message{
		ID: "field/handover-signature.from", VI: "Dòng giao, nhận thứ {row} của phiếu kiểm soát không ghi bên giao.", EN: "Handover {row} on the control slip does not say which office gave.",
	}
	noToText = msg.Message{
		ID: "field/handover-signature.to", VI: "Dòng giao, nhận thứ {row} của phiếu kiểm soát không ghi bên nhận.", EN: "Handover {row} on the control slip does not say which office received.",
	}
	noGiverText = msg.Message{
		ID: "field/handover-signature.giver", VI: "Dòng giao, nhận thứ {row} của phiếu kiểm soát không ghi người giao.", EN: "Handover {row} on the control slip does not say who gave.",
	}
	noReceiverText = msg.Message{
		ID: "field/handover-signature.receiver", VI: "Dòng giao, nhận thứ {row} của phiếu kiểm soát không ghi người nhận.", EN: "Handover {row} on the control slip does not say who received.",
	}
)

// placeName returns the name of a place that stands in each row of a table.
func placeName(of *form.Form, f *form.FieldReading) msg.Text {
	key := strings.TrimRight(f.Key, "0123456789")
	label := f.Label
	if field := of.Field(key); field != nil {
		label = field.Label
	}
	return msg.Message{ID: "field/" + key, VI: label.VI, EN: label.EN}.With()
}

var (
	handoverSignatureText = msg.Message{
		ID: "field/handover-signature",
		VI: "Dòng giao, nhận thứ {row} của phiếu kiểm soát (trang {page}): ô «{field}» còn trống.",
		EN: "Handover {row} on the control slip (page {page}): the place “{field}” is empty.",
	}
	handoverSignatureUnsureText = msg.Message{
		ID: "field/handover-signature.unsure",
		VI: "Không chắc người giao và người nhận đã ký đủ ở dòng giao, nhận thứ {row} của phiếu kiểm soát (trang {page}); cần người xem lại",
		EN: "Whether giver and receiver signed handover {row} on the control slip (page {page}) cannot be told for sure; a person must look",
	}
)
