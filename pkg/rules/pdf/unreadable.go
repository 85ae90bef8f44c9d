package pdf

import (
	"context"
	"errors"

	"github.com/tthclint/tthclint/pkg/evidence"
	"github.com/tthclint/tthclint/pkg/lint"
	"github.com/tthclint/tthclint/pkg/msg"
)

// Unreadable finds results that begin as PDFs and cannot be read as such.
func Unreadable() rule {
	return rule{
		ID:    "pdf/unreadable",
		Title: msg.Message{ID: "pdf/unreadable.title", VI: "Không đọc được tệp PDF", EN: "The PDF cannot be read"},
		Why: msg.Message{
			ID: "pdf/unreadable.why",
			VI: "Tệp PDF bị cắt cụt khi tải lên hoặc bị hỏng thì không ai xem được kết quả, dù hệ thống vẫn đếm là đã đính kèm.",
			EN: "A PDF that was cut off during an upload or is damaged shows its result to nobody, although systems count it as attached.",
		},
		Remedy: msg.Message{
			ID: "pdf/unreadable.remedy",
			VI: "Mở thử tệp gốc trên máy đã quét; nếu tệp gốc tốt thì tải lên lại, nếu không thì quét và ký số lại.",
			EN: "Open the original on the machine that scanned it: if it is sound, upload it again; if not, scan and sign again.",
		},
		Date:    evidence.Digitized,
		After:   []string{"result/empty", "result/not-pdf"},
		Applies: evidence.HasResult,
		Exceptions: []lint.Exception{
			{Severity: lint.Warning, When: msg.Message{
				ID: "pdf/unreadable.warning", VI: "khi tệp mở được nhưng sau phần kết thúc còn dữ liệu lạ",
				EN: "when it opens and foreign data follow its end",
			}},
		},
		Editions: lint.EditionsOf(readable(), lint.Error, evidence.EachResult(func(_ context.Context, _ *evidence.Dossier, doc *evidence.Document, p *lint.Pass) error {
			if err := doc.OnlyPDF(); err != nil {
				return err
			}
			s, err := doc.Structure()
			switch {
			case errors.Is(err, evidence.ErrDamaged):
				p.Report(lint.Finding{Message: unreadableText.With(), Place: doc.Place()})
				return nil
			case err == nil && s.CutOff:
				p.Report(lint.Finding{Message: cutOffText.With(), Place: doc.Place()})
			case err == nil && s.Trailing: // a signed file is judged by its signatures
				p.Report(lint.Finding{Message: trailingText.With(), Place: doc.Place(), Severity: lint.Warning})
			}
			return err
		})),
	}
}

var (
	unreadableText = msg.Message{
		ID: "pdf/unreadable",
		VI: "Tệp PDF bị hỏng hoặc bị cắt cụt, không mở được.",
		EN: "The PDF is damaged or cut off and cannot be opened.",
	}
	trailingText = msg.Message{
		ID: "pdf/unreadable.trailing",
		VI: "Sau phần kết thúc của tệp PDF còn dữ liệu lạ hoặc một lần cập nhật dở dang.",
		EN: "Foreign data or an unfinished update stands behind the end of the PDF.",
	}
	cutOffText = msg.Message{
		ID: "pdf/unreadable.cut-off",
		VI: "Tệp PDF bị cắt cụt: thiếu phần cuối tệp, tuy một số phần mềm vẫn mở được.",
		EN: "The PDF is cut off: its end is missing, although some programs still open it.",
	}
)
