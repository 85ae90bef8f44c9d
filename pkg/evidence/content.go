package evidence

import (
	"bytes"
	"errors"
	"io"
	"io/fs"
	"strings"

	"github.com/tthclint/tthclint/pkg/dossier"
	"github.com/tthclint/tthclint/pkg/lint"
	"github.com/tthclint/tthclint/pkg/msg"
)

// Content is the kind of a file, told from its first bytes and never from its
// name.
type Content string

// The kinds that can be told.
const (
	Empty   Content = "empty"
	PDF     Content = "pdf"
	JPEG    Content = "jpeg"
	PNG     Content = "png"
	TIFF    Content = "tiff"
	Office  Content = "office" // a Word or Excel file
	Archive Content = "archive"
	HTML    Content = "html"
	Text    Content = "text"
	Other   Content = "other"
)

// Name returns the kind in words.
func (c Content) Name() msg.Text {
	names := map[Content]msg.Message{
		Empty:   {ID: "content/empty", VI: "tệp rỗng", EN: "an empty file"},
		PDF:     {ID: "content/pdf", VI: "tệp PDF", EN: "a PDF file"},
		JPEG:    {ID: "content/jpeg", VI: "ảnh JPEG", EN: "a JPEG picture"},
		PNG:     {ID: "content/png", VI: "ảnh PNG", EN: "a PNG picture"},
		TIFF:    {ID: "content/tiff", VI: "ảnh TIFF", EN: "a TIFF picture"},
		Office:  {ID: "content/office", VI: "tệp Word hoặc Excel", EN: "a Word or Excel file"},
		Archive: {ID: "content/archive", VI: "tệp nén", EN: "an archive"},
		HTML:    {ID: "content/html", VI: "trang web", EN: "a web page"},
		Text:    {ID: "content/text", VI: "tệp văn bản thuần", EN: "a plain text file"},
		Other:   {ID: "content/other", VI: "tệp thuộc loại không nhận ra", EN: "a file of a kind that is not recognised"},
	}
	return msg.Text{Message: names[c]}
}

var magic = []struct {
	prefix string
	kind   Content
}{
	{"\xff\xd8\xff", JPEG}, {"\x89PNG\r\n", PNG}, {"II*\x00", TIFF}, {"MM\x00*", TIFF},
	{"\xd0\xcf\x11\xe0", Office}, {"Rar!", Archive}, {"7z\xbc\xaf", Archive}, {"\x1f\x8b", Archive},
}

// headBytes is how far into a file the header of a PDF may stand: readers
// accept one within the first 1024 bytes (ISO 32000-2 Annex I.2.2).
const headBytes = 1024

func readContent(doc *dossier.Document) (Content, error) {
	if doc.Size == 0 {
		return Empty, nil
	}
	file, err := doc.Blob.Open()
	if err != nil {
		return Other, cannotOpen(doc, err)
	}
	defer file.Close()
	head := make([]byte, min(doc.Size, headBytes))
	if n, err := file.ReadAt(head, 0); n < len(head) && !errors.Is(err, io.EOF) {
		return Other, cannotOpen(doc, err)
	}
	return contentOf(head), nil
}

func contentOf(head []byte) Content {
	if bytes.Contains(head, []byte("%PDF-")) {
		return PDF
	}
	for _, m := range magic {
		if strings.HasPrefix(string(head), m.prefix) {
			return m.kind
		}
	}
	if bytes.HasPrefix(head, []byte("PK\x03\x04")) {
		if bytes.Contains(head, []byte("[Content_Types].xml")) || bytes.Contains(head, []byte("word/")) || bytes.Contains(head, []byte("xl/")) {
			return Office
		}
		return Archive
	}
	lower := bytes.ToLower(bytes.TrimLeft(head, "\ufeff \t\r\n"))
	if bytes.HasPrefix(lower, []byte("<!doctype html")) || bytes.HasPrefix(lower, []byte("<html")) {
		return HTML
	}
	for _, b := range head {
		if b < ' ' && b != '\n' && b != '\r' && b != '\t' && b != '\f' {
			return Other
		}
	}
	return Text
}

// OnlyPDF returns nil for a PDF, an error that makes a rule inapplicable for any
// other file, and the error of the file where its content cannot be told.
func (d *Document) OnlyPDF() error {
	content, err := d.Content()
	if err == nil && content != PDF {
		return lint.Inapplicable(otherKindText.With("kind", content.Name()))
	}
	return err
}

var otherKindText = msg.Message{ID: "content/not-pdf", VI: "Không phải tệp PDF mà là {kind}", EN: "Not a PDF but {kind}"}

var cannotOpenText = msg.Message{
	ID: "evidence/cannot-open", VI: "Không mở được tệp {file}: {error}", EN: "The file {file} cannot be opened: {error}",
}

var noPermissionText = msg.Message{
	ID: "evidence/no-permission", VI: "Không có quyền đọc tệp {file}", EN: "There is no permission to read the file {file}",
}

// cannotOpen says that the bytes of a file cannot be had.
func cannotOpen(doc *dossier.Document, err error) error {
	if errors.Is(err, fs.ErrPermission) {
		return lint.Unable(noPermissionText.With("file", doc.Path), err)
	}
	if worded := interface{ Text() msg.Text }(nil); errors.As(err, &worded) {
		return lint.Unable(cannotOpenText.With("file", doc.Path, "error", worded.Text()), err)
	}
	return lint.Unable(cannotOpenText.With("file", doc.Path, "error", err.Error()), err)
}
