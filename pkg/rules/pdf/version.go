package pdf

import (
	"context"
	"strings"

	"github.com/tthclint/tthclint/pkg/evidence"
	"github.com/tthclint/tthclint/pkg/lint"
	"github.com/tthclint/tthclint/pkg/msg"
	"github.com/tthclint/tthclint/pkg/rules/basis"
)

const leastVersion = "1.4"

// Version finds scans in a version of PDF that is older than the law allows.
func Version() rule {
	return rule{
		ID:    "pdf/version",
		Title: msg.Message{ID: "pdf/version.title", VI: "Phiên bản PDF cũ", EN: "The version of PDF is too old"},
		Why: msg.Message{
			ID: "pdf/version.why",
			VI: "Văn bản giấy được số hóa thành tệp PDF phiên bản 1.4 trở lên. Phiên bản lấy từ đầu tệp, hoặc từ mục /Version của tệp nếu cao hơn. Văn bản điện tử không qua quét thì không áp dụng.",
			EN: "Paper is digitized as PDF of version 1.4 or later. The version is that of the head of the file, or of its catalog where that is higher. Documents that were electronic from the beginning are not held to it.",
		},
		Remedy: msg.Message{
			ID: "pdf/version.remedy",
			VI: "Đặt phần mềm quét xuất PDF phiên bản 1.4 trở lên (hoặc PDF/A), quét lại rồi ký số và đính kèm.",
			EN: "Set the scanning program to PDF 1.4 or later (or PDF/A), scan again, sign and attach.",
		},
		Date:     evidence.Digitized,
		After:    []string{"result/empty", "result/not-pdf", "pdf/unreadable", "pdf/encrypted"},
		Applies:  evidence.HasResult,
		Editions: lint.EditionsOf(basis.ScanMeasures(), lint.Error, evidence.EachResult(version)),
	}
}

func version(_ context.Context, _ *evidence.Dossier, doc *evidence.Document, p *lint.Pass) error {
	if err := doc.OnlyPDF(); err != nil {
		return err
	}
	s, err := doc.Structure()
	switch {
	case err != nil:
		return err
	case len(s.Version) < 3 || !strings.Contains(s.Version, "."):
		return lint.Unable(noVersionText.With(), nil)
	case s.Version >= leastVersion: // one digit before and one behind the point
		return nil
	}
	pages, err := doc.Pages()
	if err != nil {
		return err
	}
	var unseen error
	for i := range pages {
		switch page := &pages[i]; {
		case page.Electronic:
		case page.Reading == nil && !page.Blank:
			unseen = page.Unseen()
		default:
			p.Report(lint.Finding{
				Message: versionText.With("version", s.Version, "least", leastVersion), Place: doc.Place(), Identity: "version",
			})
			return nil
		}
	}
	if unseen != nil {
		return unseen
	}
	return lint.Inapplicable(electronicText.With())
}

var (
	versionText = msg.Message{
		ID: "pdf/version", VI: "Tệp PDF phiên bản {version}, thấp hơn phiên bản tối thiểu {least}.", EN: "The file is PDF {version}, older than version {least}, which is the least.",
	}
	noVersionText = msg.Message{
		ID: "pdf/version.none", VI: "Tệp PDF không ghi phiên bản", EN: "The PDF names no version",
	}
	electronicText = msg.Message{
		ID: "pdf/version.electronic", VI: "Mọi trang là văn bản điện tử, không phải bản quét giấy", EN: "Every page is electronic and no scan of paper",
	}
)
