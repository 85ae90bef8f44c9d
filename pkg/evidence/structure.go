package evidence

import (
	"context"
	"errors"

	"github.com/tthclint/tthclint/pkg/dossier"
	"github.com/tthclint/tthclint/pkg/lint"
	"github.com/tthclint/tthclint/pkg/msg"
	"github.com/tthclint/tthclint/pkg/pdf"
	"github.com/tthclint/tthclint/pkg/sign"
)

// Structure is what a PDF says of itself.
type Structure struct {
	Version   string // as "1.7"
	Pages     int
	Sizes     []Size // of the displayed pages, in order
	Encrypted bool   // it is encrypted
	Locked    bool   // it is encrypted and does not open without a password
	// CutOff tells that the end of the file is missing: readers may still find
	// pages in what is left, but not all that the writer wrote.
	CutOff bool
	// Trailing tells that something stands behind the end of the file: a further
	// revision that was begun and not ended, or foreign data.
	Trailing bool
}

// Size is the size of a displayed page in mm.
type Size = pdf.Size

var (
	notPDFText = msg.Message{
		ID: "evidence/not-pdf", VI: "Tệp {file} không phải tệp PDF", EN: "The file {file} is not a PDF",
	}
	brokenPDFText = msg.Message{
		ID: "evidence/broken-pdf", VI: "Tệp PDF {file} bị hỏng hoặc bị cắt cụt", EN: "The PDF {file} is damaged or cut off",
	}
	lockedText = msg.Message{
		ID: "evidence/locked", VI: "Tệp PDF {file} bị khóa bằng mật khẩu", EN: "The PDF {file} is locked by a password",
	}
	noPagesText = msg.Message{
		ID: "evidence/no-pages", VI: "Tệp PDF {file} không có trang nào", EN: "The PDF {file} has no page",
	}
)

// ErrDamaged is in the chain of an error about a PDF that cannot be read as
// one: the fault lies with the file.
var ErrDamaged = errors.New("evidence: the PDF is damaged")

func readStructure(doc *dossier.Document) (*Structure, error) {
	file, err := doc.Blob.Open()
	if err != nil {
		return nil, cannotOpen(doc, err)
	}
	defer file.Close()
	f, err := pdf.Open(file, doc.Size, pdf.Limits{})
	if err != nil {
		return nil, pdfError(doc, err)
	}
	s := &Structure{Version: f.Version(), Encrypted: f.Encrypted(), Locked: f.Locked()}
	if s.Locked {
		return s, nil
	}
	pages := f.Latest().Pages()
	if s.Pages = len(pages); s.Pages == 0 {
		return nil, noPages(doc)
	}
	s.Sizes = make([]Size, len(pages))
	for i := range pages {
		s.Sizes[i].W, s.Sizes[i].H = pages[i].Size()
	}
	s.CutOff, s.Trailing = endOf(f.Repairs())
	return s, nil
}

// endOf reports what the repairs that the reader made say of the file's end:
// that it is missing (no cross-references and no end-of-file mark, ISO 32000-2
// 7.5.5), or that something stands behind it.
func endOf(repairs []pdf.Repair) (cutOff, trailing bool) {
	rebuilt, noEnd := false, false
	for _, r := range repairs {
		rebuilt = rebuilt || r.Code == pdf.RepairXRefRebuilt
		noEnd = noEnd || r.Code == pdf.RepairEOFMissing
		trailing = trailing || r.Code == pdf.RepairTrailingData
	}
	return rebuilt && noEnd, trailing
}

func readSignatures(ctx context.Context, doc *dossier.Document, o sign.Options) (*sign.Report, error) {
	file, err := doc.Blob.Open()
	if err != nil {
		return nil, cannotOpen(doc, err)
	}
	defer file.Close()
	report, err := sign.Validate(ctx, file, doc.Size, o)
	if err != nil {
		return nil, pdfError(doc, err)
	}
	if report.Pages == 0 {
		return report, noPages(doc) // who lists signatures wants to see them all the same
	}
	return report, nil
}

// noPages is the error of a PDF that shows nothing: cut off, in most cases.
func noPages(doc *dossier.Document) error {
	return lint.Unable(noPagesText.With("file", doc.Path), ErrDamaged)
}

// pdfError puts an error of our PDF reader into words.
func pdfError(doc *dossier.Document, err error) error {
	var syntax *pdf.SyntaxError
	switch {
	case errors.Is(err, pdf.ErrNotPDF):
		return lint.Unable(notPDFText.With("file", doc.Path), err)
	case errors.Is(err, pdf.ErrEncrypted):
		return lint.Unable(lockedText.With("file", doc.Path), err)
	case errors.As(err, &syntax):
		return lint.Unable(brokenPDFText.With("file", doc.Path), errors.Join(ErrDamaged, err))
	}
	return cannotOpen(doc, err)
}
