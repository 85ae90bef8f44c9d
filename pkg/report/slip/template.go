package slip

import (
	"archive/zip"
	"embed"
	"fmt"
	"io"
	"io/fs"
	"path"
	"slices"
	"strings"
	"sync"

	"github.com/tthclint/tthclint/pkg/msg"
)

//go:embed all:template
var builtin embed.FS

// Template is a Word document with places like {{dossier}} in its text, headers
// and footers. The row of a table that holds {{finding.message}} or another
// finding.… is written once for each finding. [Places] lists all of them. It is
// safe for concurrent use.
type Template struct {
	parts []part
}

// part is one file of the document.
type part struct {
	name string
	data []byte
	fill bool // it has places
}

// Places are the names that may stand between {{ and }}.
func Places() []string {
	return []string{
		"office", "unit", "dossier", "procedure", "received", "due", "date", "day", "month", "year",
		"finding.number", "finding.severity", "finding.message", "finding.file", "finding.place", "finding.basis", "finding.remedy", "finding.rule",
	}
}

// TemplateError says why a file is no template, in words for people.
type TemplateError struct{ Because msg.Text }

func (e *TemplateError) Error() string { return e.Because.In(msg.English) }

// Text returns the reason in both languages.
func (e *TemplateError) Text() msg.Text { return e.Because }

var (
	noDocument = msg.Message{ID: "slip/no-document", VI: "tệp không phải tài liệu Word .docx, hoặc bị hỏng", EN: "the file is no Word document .docx, or it is damaged"}
	unknown    = msg.Message{ID: "slip/unknown", VI: "chỗ điền không có nghĩa: {names}; các chỗ điền dùng được: {places}", EN: "places without a meaning: {names}; these can be used: {places}"}
	noRow      = msg.Message{ID: "slip/no-row", VI: "mẫu không có dòng bảng nào chứa {place} để liệt kê các lỗi", EN: "no row of a table holds {place}, so that findings would not be listed"}
	tooLarge   = msg.Message{ID: "slip/too-large", VI: "tài liệu lớn hơn {size} MiB khi giải nén", EN: "the document is larger than {size} MiB when inflated"}
)

// maxTemplate bounds a template when inflated, in bytes.
const maxTemplate = 16 << 20

var builtinTemplate = sync.OnceValue(func() *Template {
	t := &Template{}
	err := fs.WalkDir(builtin, "template", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := builtin.ReadFile(name)
		t.parts = append(t.parts, part{strings.TrimPrefix(name, "template/"), data, fillable(strings.TrimPrefix(name, "template/"))})
		return err
	})
	if err != nil {
		panic(err) // the files are part of the program
	}
	return t
})

// Builtin returns the template of this package, after the style of Nghị định
// 30/2020/NĐ-CP.
func Builtin() *Template { return builtinTemplate() }

// ParseTemplate reads a template. The errors are [TemplateError]s and those of r.
func ParseTemplate(r io.ReaderAt, size int64) (*Template, error) {
	archive, err := zip.NewReader(r, size)
	if err != nil {
		return nil, &TemplateError{noDocument.With()}
	}
	t, left := &Template{}, int64(maxTemplate)
	for _, f := range archive.File {
		if strings.HasSuffix(f.Name, "/") {
			continue
		}
		data, err := readPart(f, left)
		if err != nil {
			return nil, err
		}
		left -= int64(len(data))
		t.parts = append(t.parts, part{f.Name, data, fillable(f.Name)})
	}
	if !slices.ContainsFunc(t.parts, func(p part) bool { return p.name == "word/document.xml" }) {
		return nil, &TemplateError{noDocument.With()}
	}
	return t, t.check()
}

func readPart(f *zip.File, left int64) ([]byte, error) {
	r, err := f.Open()
	if err != nil {
		return nil, &TemplateError{noDocument.With()}
	}
	defer r.Close()
	data, err := io.ReadAll(io.LimitReader(r, left+1))
	if err != nil {
		return nil, &TemplateError{noDocument.With()}
	}
	if int64(len(data)) > left {
		return nil, &TemplateError{tooLarge.With("size", maxTemplate>>20)}
	}
	return data, nil
}

// fillable reports whether a part holds text that is read.
func fillable(name string) bool {
	dir, base := path.Split(name)
	return dir == "word/" && path.Ext(base) == ".xml" &&
		(base == "document.xml" || strings.HasPrefix(base, "header") || strings.HasPrefix(base, "footer"))
}

// check finds places that mean nothing, and a template that would not list what
// was found.
func (t *Template) check() error {
	var strange []string
	listed := false
	for _, p := range t.parts {
		if !p.fill {
			continue
		}
		src := string(p.data)
		for _, paragraph := range paragraphs(src) {
			for _, name := range placesIn(plain(src[paragraph.from:paragraph.to])) {
				if !slices.Contains(Places(), name) && !slices.Contains(strange, name) {
					strange = append(strange, name)
				}
			}
		}
		listed = listed || len(findingRows(src)) > 0
	}
	if len(strange) > 0 {
		return &TemplateError{unknown.With("names", strings.Join(strange, ", "), "places", strings.Join(Places(), ", "))}
	}
	if !listed {
		return &TemplateError{noRow.With("place", "{{finding.message}}")}
	}
	return nil
}

// write writes a document.
func (t *Template) write(w io.Writer, v values, findings []values) error {
	archive := zip.NewWriter(w)
	for _, p := range t.parts {
		out, err := archive.Create(p.name) // without a time, so that the same slip is the same bytes
		if err != nil {
			return err
		}
		data := p.data
		if p.fill {
			data = []byte(fill(string(p.data), v, findings))
		}
		if _, err := out.Write(data); err != nil {
			return fmt.Errorf("slip: %w", err)
		}
	}
	return archive.Close()
}
