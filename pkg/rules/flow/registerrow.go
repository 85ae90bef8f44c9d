package flow

import (
	"context"

	"github.com/tthclint/tthclint/pkg/dossier"
	"github.com/tthclint/tthclint/pkg/evidence"
	"github.com/tthclint/tthclint/pkg/lint"
	"github.com/tthclint/tthclint/pkg/msg"
	"github.com/tthclint/tthclint/pkg/rules/basis"
)

// RegisterRow finds lines of the register that cannot be used as they stand.
func RegisterRow() rule {
	return rule{
		ID: "flow/register-row",
		Title: msg.Message{
			ID: "flow/register-row.title", VI: "Dòng trong sổ theo dõi bị sai hoặc thiếu", EN: "A register line is wrong or incomplete",
		},
		Why: msg.Message{
			ID: "flow/register-row.why",
			VI: "Sổ theo dõi hồ sơ là căn cứ để biết hồ sơ nào đã xong và thiếu kết quả. Dòng không có mã, mã trùng hoặc ngày không có thật thì không đối chiếu được.",
			EN: "The register is what tells which dossiers are finished and lack their result. A line without a code, with a code used twice or with an impossible date cannot be matched.",
		},
		Remedy: msg.Message{
			ID: "flow/register-row.remedy",
			VI: "Sửa dòng này trong sổ theo dõi (hoặc trên hệ thống một cửa rồi xuất lại) và kiểm tra lại.",
			EN: "Correct the line in the register (or in the one-stop system and export again), then check again.",
		},
		Applies: func(_ context.Context, d *evidence.Dossier) (bool, error) { return d.Entry != nil, nil },
		Exceptions: []lint.Exception{
			{Severity: lint.Warning, When: msg.Message{
				ID: "flow/register-row.warning", VI: "khi dòng vẫn có mã dùng được: ngày không có thật, ô bị lệch hoặc dấu ngoặc kép sai",
				EN: "when the line still has a code of its own: an impossible day, shifted cells or a stray quote",
			}},
		},
		Editions: lint.EditionsOf(basis.DossierCode(), lint.Error, registerRow),
	}
}

func registerRow(_ context.Context, d *evidence.Dossier, p *lint.Pass) error {
	for _, f := range d.Entry.Faults {
		message, severity := faultText(f), lint.Warning
		if f.Kind == dossier.FaultNoCode || f.Kind == dossier.FaultDuplicate {
			severity = lint.Error // the line is lost for everything else
		}
		p.Report(lint.Finding{
			Message: message, Severity: severity,
			Place: lint.Place{File: d.Entry.File, Sheet: d.Entry.Sheet, Row: d.Entry.Row, Column: f.Column},
		})
	}
	return nil
}

func faultText(f dossier.Fault) msg.Text {
	switch f.Kind {
	case dossier.FaultNoCode:
		return noCodeText.With()
	case dossier.FaultDuplicate:
		return duplicateText.With("value", f.Value)
	case dossier.FaultDate:
		return dateText.With("header", f.Header, "value", f.Value)
	case dossier.FaultCells:
		return cellsText.With()
	case dossier.FaultQuote:
		return quoteText.With()
	case dossier.FaultOrder:
		return orderText.With("header", f.Header, "value", f.Value)
	case dossier.FaultFormula:
		return formulaText.With("header", f.Header)
	case dossier.FaultNumber:
		return numberText.With("header", f.Header, "value", f.Value)
	default: // FaultEncoding
		return encodingText.With("header", f.Header, "value", f.Value)
	}
}

var (
	noCodeText = msg.Message{
		ID: "flow/register-row.no-code", VI: "Dòng không có mã hồ sơ.", EN: "The line has no dossier code.",
	}
	duplicateText = msg.Message{
		ID: "flow/register-row.duplicate",
		VI: "Mã hồ sơ {value} đã có ở một dòng phía trên.",
		EN: "The dossier code {value} already stands in a line above.",
	}
	dateText = msg.Message{
		ID: "flow/register-row.date",
		VI: "Cột «{header}»: «{value}» không phải ngày có thật (viết ngày/tháng/năm).",
		EN: "Column «{header}»: «{value}» is no real date (write day/month/year).",
	}
	cellsText = msg.Message{
		ID: "flow/register-row.cells",
		VI: "Số ô của dòng không bằng số cột tiêu đề; các ô có thể bị lệch cột.",
		EN: "The line has more or fewer cells than the header; cells may have shifted.",
	}
	quoteText = msg.Message{
		ID: "flow/register-row.quote",
		VI: "Dấu ngoặc kép mở ra mà không đóng lại; các ô sau dấu đó trong dòng không đọc được.",
		EN: "A quotation mark is opened and not closed; the cells behind it in the line cannot be read.",
	}
	orderText = msg.Message{
		ID: "flow/register-row.order",
		VI: "Cột «{header}»: {value} trước ngày tiếp nhận.",
		EN: "Column «{header}»: {value} is before the day of receipt.",
	}
	formulaText = msg.Message{
		ID: "flow/register-row.formula",
		VI: "Cột «{header}»: ô chứa công thức chưa có giá trị hoặc báo lỗi.",
		EN: "Column «{header}»: the cell holds a formula without a value, or an error.",
	}
	numberText = msg.Message{
		ID: "flow/register-row.number",
		VI: "Cột «{header}»: «{value}» không phải số.",
		EN: "Column «{header}»: «{value}» is no number.",
	}
	encodingText = msg.Message{
		ID: "flow/register-row.encoding",
		VI: "Cột «{header}»: «{value}» có ký tự hỏng (tệp không lưu ở mã UTF-8).",
		EN: "Column «{header}»: «{value}» holds broken characters (the file is not saved as UTF-8).",
	}
)
