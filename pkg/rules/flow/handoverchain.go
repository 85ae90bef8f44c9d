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

// HandoverChain finds handovers whose giver is not who received before, and
// finished dossiers that did not come back to the one-stop desk. No name is said.
func HandoverChain() rule {
	return rule{
		ID:    "flow/handover-chain",
		Title: msg.Message{ID: "flow/handover-chain.title", VI: "Phiếu kiểm soát bị đứt đoạn", EN: "The chain of handovers is broken"},
		Why: msg.Message{
			ID: "flow/handover-chain.why",
			VI: "Nơi giao của mỗi dòng phải là nơi đã nhận ở dòng trước, và dòng cuối là chuyển kết quả về Bộ phận Một cửa; nếu không thì không biết hồ sơ ở đâu giữa hai lần. Chỉ xét phiếu ở dạng bảng. Tên nơi giao, nơi nhận được so không phân biệt dấu, chữ hoa và có tính chữ viết tắt thường dùng; nơi giống nhau mà người khác nhau thì không nêu. Báo cáo không ghi tên người.",
			EN: "Who gives is who received before, and the last row brings the result to the one-stop desk; else nobody knows where the dossier was between. Only slips that are kept as tables are looked at. Names of offices are compared without marks and case, minding common abbreviations; two persons of one office are no break. The report names nobody.",
		},
		Remedy: msg.Message{
			ID: "flow/handover-chain.remedy",
			VI: "Bổ sung dòng giao, nhận còn thiếu giữa hai dòng, hoặc sửa tên nơi giao, nơi nhận ghi nhầm; dòng cuối ghi việc chuyển kết quả về Bộ phận Một cửa.",
			EN: "Add the handover that is missing between the two rows, or correct the name; let the last row bring the result to the one-stop desk.",
		},
		Date:     evidence.Received,
		Applies:  hasSlip,
		Editions: slices.Concat(lint.EditionsOf(basis.Handover(), lint.Warning, eachSlip(chained)), lint.EditionsOf(basis.HandoverByForm(), lint.Warning, eachSlip(chained))),
	}
}

func chained(d *evidence.Dossier, doc *evidence.Document, s *slip.Slip, p *lint.Pass) error {
	if len(s.Handovers) == 0 {
		return lint.Inapplicable(emptySlipText.With())
	}
	for i := 1; i < len(s.Handovers); i++ {
		above, h := &s.Handovers[i-1], &s.Handovers[i]
		if !broken(above, h) {
			continue
		}
		found := lint.Finding{Message: chainText.With("row", h.N, "above", above.N)}
		column := s.Columns.From
		if h.From == "" {
			column = s.Columns.Giver // persons were compared
		}
		found.Place, found.Identity = row(doc, h, column)
		p.Report(found)
	}
	last := &s.Handovers[len(s.Handovers)-1]
	if last.To != "" && !isDesk(last.To) && isFinished(d) {
		found := lint.Finding{Message: notBackText.With("row", last.N)}
		found.Place, found.Identity = row(doc, last, s.Columns.To)
		p.Report(found)
	}
	return nil
}

// broken reports whether who gives is surely not who received before: places
// decide, and persons where no place is named.
func broken(above, h *dossier.Handover) bool {
	if above.To != "" && h.From != "" {
		return !samePlace(above.To, h.From)
	}
	return above.To == "" && h.From == "" && above.Receiver != "" && h.Giver != "" && !samePlace(above.Receiver, h.Giver)
}

// isFinished reports whether the dossier is finished by the register, or, where
// there is no line, by its result.
func isFinished(d *evidence.Dossier) bool {
	if d.Entry == nil {
		return !d.Registered && len(d.Results()) > 0
	}
	return d.Entry.Progress() == dossier.ProgressFinished
}

var (
	chainText = msg.Message{
		ID: "flow/handover-chain",
		VI: "Phiếu kiểm soát: bên giao ở dòng {row} không phải bên đã nhận ở dòng {above}.",
		EN: "Control slip: who gives in row {row} is not who received in row {above}.",
	}
	notBackText = msg.Message{
		ID: "flow/handover-chain.not-back",
		VI: "Hồ sơ đã xong nhưng dòng cuối của phiếu kiểm soát (dòng {row}) không phải là chuyển về Bộ phận Một cửa.",
		EN: "The dossier is finished but the last row of the control slip (row {row}) does not bring it to the one-stop desk.",
	}
	emptySlipText = msg.Message{
		ID: "flow/empty-slip", VI: "Phiếu kiểm soát chưa ghi lần giao, nhận nào", EN: "The control slip holds no handover yet",
	}
)
