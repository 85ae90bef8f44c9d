package flow

import (
	"slices"

	"github.com/tthclint/tthclint/pkg/dossier"
	"github.com/tthclint/tthclint/pkg/evidence"
	"github.com/tthclint/tthclint/pkg/lint"
	"github.com/tthclint/tthclint/pkg/msg"
	"github.com/tthclint/tthclint/pkg/register/slip"
	"github.com/tthclint/tthclint/pkg/rules/basis"
)

// HandoverOrder finds handovers whose times go back.
func HandoverOrder() rule {
	return rule{
		ID:    "flow/handover-order",
		Title: msg.Message{ID: "flow/handover-order.title", VI: "Thời gian giao, nhận trên phiếu kiểm soát bị lùi", EN: "The times on the control slip go back"},
		Why: msg.Message{
			ID: "flow/handover-order.why",
			VI: "Hồ sơ đi từ nơi này sang nơi khác nên thời gian giao, nhận không thể lùi: người nhận không nhận trước khi giao, lần giao sau không sớm hơn lần trước. Thời gian lùi là dấu hiệu ghi sau hoặc ghi nhầm. Chỉ xét phiếu kiểm soát ở dạng bảng (Excel, CSV, JSON); so theo giờ khi cả hai ghi giờ, nếu không thì so theo ngày.",
			EN: "A dossier goes from one place to the next, so that times cannot go back: nobody receives before it is given, and no handover comes before the one above it. Times that do were entered afterwards or by mistake. Only slips that are kept as tables (Excel, CSV, JSON) are looked at; by the clock where both say it, else by the day.",
		},
		Remedy: msg.Message{
			ID: "flow/handover-order.remedy",
			VI: "Đối chiếu với nhật ký xử lý trên hệ thống và sửa thời gian sai trên phiếu kiểm soát.",
			EN: "Compare with what the system recorded and correct the wrong time on the slip.",
		},
		Date:     evidence.Received,
		Applies:  hasSlip,
		Editions: slices.Concat(lint.EditionsOf(basis.Handover(), lint.Warning, eachSlip(inOrder)), lint.EditionsOf(basis.HandoverByForm(), lint.Warning, eachSlip(inOrder))),
	}
}

func inOrder(_ *evidence.Dossier, doc *evidence.Document, s *slip.Slip, p *lint.Pass) error {
	var before *dossier.Handover // the last one that says when
	for i := range s.Handovers {
		h := &s.Handovers[i]
		begun, column := h.Given, s.Columns.Given
		if begun.IsZero() {
			begun, column = h.Received, s.Columns.Received
		}
		if begun.IsZero() {
			continue // field/handover-date says so
		}
		found := lint.Finding{}
		switch {
		case !h.Received.IsZero() && after(begun, h.Received):
			found.Message = withinRowText.With("row", h.N, "given", begun, "received", h.Received)
			found.Place, found.Identity = row(doc, h, s.Columns.Received)
			p.Report(found)
		case before != nil && after(before.At(), begun):
			found.Message = orderOfRowsText.With("row", h.N, "time", begun, "above", before.N, "earlier", before.At())
			found.Place, found.Identity = row(doc, h, column)
			p.Report(found)
		}
		before = h
	}
	return nil
}

var (
	withinRowText = msg.Message{
		ID: "flow/handover-order.row",
		VI: "Dòng giao, nhận thứ {row} của phiếu kiểm soát: nhận lúc {received}, trước khi giao ({given}).",
		EN: "Handover {row} on the control slip was received {received}, before it was given ({given}).",
	}
	orderOfRowsText = msg.Message{
		ID: "flow/handover-order",
		VI: "Dòng giao, nhận thứ {row} của phiếu kiểm soát ghi {time}, sớm hơn dòng {above} ({earlier}).",
		EN: "Handover {row} on the control slip is of {time}, before handover {above} ({earlier}).",
	}
)
