package sign

import (
	"context"

	"github.com/tthclint/tthclint/pkg/evidence"
	"github.com/tthclint/tthclint/pkg/lint"
	"github.com/tthclint/tthclint/pkg/msg"
	"github.com/tthclint/tthclint/pkg/rules/basis"
	"github.com/tthclint/tthclint/pkg/sign"
)

// OneLayer warns of results that a person alone or an agency alone has signed.
// A profile that demands two layers raises it to an error.
func OneLayer() rule {
	return rule{
		ID:    "sign/one-layer",
		Title: msg.Message{ID: "sign/one-layer.title", VI: "Chưa ký số đủ 02 lớp", EN: "Not signed in two layers"},
		Why: msg.Message{
			ID: "sign/one-layer.why",
			VI: "Văn bản điện tử có giá trị như bản gốc giấy khi có chữ ký số của người có thẩm quyền và của cơ quan. Lớp nào do ai ký được đoán từ chứng thư; khi không chắc thì ghi là chưa kiểm tra.",
			EN: "An electronic document has the force of the paper original when both the competent person and the agency have signed. Who stands behind a certificate is told from its subject; when unsure, it is not checked.",
		},
		Remedy: msg.Message{
			ID: "sign/one-layer.remedy",
			VI: "Chuyển văn thư (hoặc người có thẩm quyền) ký số lớp còn thiếu lên chính tệp này.",
			EN: "Have the missing layer signed on this same file by the clerk or the competent person.",
		},
		Date:    evidence.Digitized,
		After:   believed(),
		Applies: evidence.HasResult,
		Exceptions: []lint.Exception{
			{Severity: lint.Error, When: msg.Message{
				ID: "sign/one-layer.error", VI: "khi chạy với --two-layer",
				EN: "when run with --two-layer",
			}},
		},
		Editions: lint.EditionsOf(basis.TwoLayers(), lint.Warning, inDossier(oneLayer)),
	}
}

func oneLayer(d *evidence.Dossier, doc *evidence.Document, signatures []signature, p *lint.Pass) error {
	layers := layersOf(d)
	if layers == 1 {
		return lint.Inapplicable(oneIsEnoughText.With())
	}
	var severity lint.Severity // of the edition
	if layers == 2 {
		severity = lint.Error
	}
	var person, agency, scanner, unknown bool
	for i := range signatures {
		s := &signatures[i]
		switch stands(s) {
		case no:
			continue
		case unsure:
			unknown = true
			continue
		}
		switch s.Role {
		case sign.RolePerson:
			person = true
		case sign.RoleAgency:
			agency = true
		case sign.RoleScanner:
			scanner = true
		default:
			unknown = true
		}
	}
	switch {
	case person && agency:
	case unknown:
		return lint.Unable(unsureText.With(), nil)
	case agency && scanner:
		p.Report(lint.Finding{Message: scannerText.With(), Place: doc.Place(), Severity: severity})
	case agency:
		p.Report(lint.Finding{Message: noPersonText.With(), Place: doc.Place(), Severity: severity})
	default:
		p.Report(lint.Finding{Message: noAgencyText.With(), Place: doc.Place(), Severity: severity})
	}
	return nil
}

// layersOf returns how many layers the results of the procedure need; 0 where the
// table of procedures does not say.
func layersOf(d *evidence.Dossier) int {
	line, _ := d.Table().On(d.Procedure, d.ProcedureName, evidence.Received(context.Background(), d))
	return line.Layers
}

var (
	oneIsEnoughText = msg.Message{
		ID: "sign/one-layer.enough",
		VI: "Thủ tục này chỉ cần một lớp chữ ký số (theo danh mục thủ tục hoặc cấu hình)",
		EN: "One layer of digital signatures is enough for this procedure (by the list of procedures or the configuration)",
	}
	noPersonText = msg.Message{
		ID: "sign/one-layer.no-person",
		VI: "Kết quả có chữ ký số của cơ quan nhưng thiếu chữ ký số của người có thẩm quyền.",
		EN: "The agency has signed the result digitally, the competent person has not.",
	}
	scannerText = msg.Message{
		ID: "sign/one-layer.scanner",
		VI: "Kết quả có chữ ký số của cơ quan và của người quét (góc trên bên trái) nhưng không có chữ ký số của người có thẩm quyền.",
		EN: "The agency and the person who scanned (top left) have signed the result digitally, the competent person has not.",
	}
	noAgencyText = msg.Message{
		ID: "sign/one-layer.no-agency",
		VI: "Kết quả thiếu chữ ký số của cơ quan.",
		EN: "The agency has not signed the result digitally.",
	}
	unsureText = msg.Message{
		ID: "sign/one-layer.unsure",
		VI: "Không xác định được chữ ký số là của cá nhân hay của cơ quan",
		EN: "Whether a signature is a person's or an agency's cannot be told",
	}
)
