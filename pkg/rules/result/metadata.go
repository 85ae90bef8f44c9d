package result

import (
	"context"
	"errors"
	"time"

	"github.com/tthclint/tthclint/pkg/evidence"
	"github.com/tthclint/tthclint/pkg/lint"
	"github.com/tthclint/tthclint/pkg/msg"
	"github.com/tthclint/tthclint/pkg/rules/basis"
)

// Metadata warns of results about which less is kept than the least list.
func Metadata() rule {
	return rule{
		ID:    "result/metadata",
		Title: msg.Message{ID: "result/metadata.title", VI: "Thiếu thông tin mô tả của giấy tờ số hóa", EN: "Metadata of the digitized paper is incomplete"},
		Why: msg.Message{
			ID: "result/metadata.why",
			VI: "Giấy tờ số hóa phải kèm tối thiểu: mã loại giấy tờ, số định danh, tên giấy tờ, số ký hiệu, ngày cấp, cơ quan cấp, trích yếu. Phần mềm thường lưu các thông tin này ngoài tệp, nên quy tắc chỉ xét khi sổ theo dõi hoặc chính tệp PDF (thông tin tài liệu, XMP) có mô tả giấy tờ; không có nguồn nào thì không áp dụng.",
			EN: "A digitized paper is kept with at least: code of its kind, number of the owner, name, number and symbol, date of issue, issuing agency, abstract. Systems mostly keep these outside of the file, so the rule speaks only where the register or the PDF itself (document information, XMP) describes the paper; without any source it does not apply.",
		},
		Remedy: msg.Message{
			ID: "result/metadata.remedy",
			VI: "Bổ sung các thông tin còn thiếu trên hệ thống (hoặc trong sổ, trong tệp) khi bóc tách dữ liệu.",
			EN: "Add what is missing in the system (or in the register, or the file) when the data is extracted.",
		},
		Date:     metadataDate,
		After:    []string{"result/empty", "result/not-pdf", "pdf/unreadable", "pdf/encrypted"},
		Applies:  evidence.HasResult,
		Editions: lint.EditionsOf(basis.Metadata(), lint.Warning, evidence.EachResult(metadata)),
	}
}

// metadataDate is the dossier's own day: what was digitized before the circular
// of 25/5/2023 was not described by its list.
func metadataDate(_ context.Context, d *evidence.Dossier) time.Time { return d.Date() }

func metadata(_ context.Context, d *evidence.Dossier, doc *evidence.Document, p *lint.Pass) error {
	var file evidence.Metadata
	if doc.OnlyPDF() == nil {
		var err error
		if file, err = doc.Metadata(); crashed(err) {
			return err
		} else if err != nil {
			return lint.Inapplicable(metadataUnreadText.With())
		}
	}
	has, kept := described(d, file)
	if !kept {
		return lint.Inapplicable(noMetadataText.With())
	}
	var missing msg.Text
	count := 0
	for _, f := range paperFacts() {
		if has[f.fact] {
			continue
		}
		if count++; count == 1 {
			missing = f.text.With()
		} else {
			missing = commaText.With("list", missing, "next", f.text.With())
		}
	}
	if count > 0 {
		p.Report(lint.Finding{Message: metadataText.With("count", count, "missing", missing), Place: doc.Place(), Identity: "metadata"})
	}
	return nil
}

// crashed reports whether our own program failed under a fact. A warning does
// without a fact that could not be had, but must not hide that.
func crashed(err error) bool {
	var p *lint.PanicError
	return errors.As(err, &p)
}

var (
	metadataText = msg.Message{
		ID: "result/metadata",
		VI: "Thiếu {count} thông tin mô tả: {missing}.",
		EN: "{count} item(s) of metadata are missing: {missing}.",
	}
	commaText      = msg.Message{ID: "result/list", VI: "{list}; {next}", EN: "{list}; {next}"}
	noMetadataText = msg.Message{
		ID: "result/metadata.none",
		VI: "Cả sổ theo dõi và tệp đều không có thông tin mô tả giấy tờ; thông tin này do phần mềm lưu ở nơi khác",
		EN: "Neither the register nor the file describes the paper; systems keep that elsewhere",
	}
	metadataUnreadText = msg.Message{ID: "result/metadata.unread", VI: "Không đọc được thông tin trong tệp", EN: "What the file says of itself cannot be read"}
)
