package xlsx

import (
	"archive/zip"
	"bytes"
	"cmp"
	"fmt"
	"io"
	"slices"
	"unicode/utf8"

	"github.com/xuri/excelize/v2"
)

// book is a workbook whose long sheets are written row by row.
type book struct {
	file   *excelize.File
	sheets []*sheet
	first  string // name of the first sheet, written last

	header, linked, bold, wrapped int // styles
}

type column struct {
	title string
	width float64 // in characters
}

// sheet is a table with a header that stays in view. Beyond the rows that a sheet
// may have it goes on in another one.
type sheet struct {
	book    *book
	name    string
	part    int
	columns []column
	w       *excelize.StreamWriter
	rows    int // with the header
}

func newBook(tempDir string) (*book, error) {
	b := &book{file: excelize.NewFile(excelize.Options{TmpDir: tempDir})}
	var err error
	style := func(s *excelize.Style) (id int) {
		if err == nil {
			id, err = b.file.NewStyle(s)
		}
		return id
	}
	top := &excelize.Alignment{Vertical: "top", WrapText: true}
	b.header = style(&excelize.Style{
		Font: &excelize.Font{Bold: true, Color: "FFFFFF"}, Fill: excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{"1F4E79"}},
		Alignment: &excelize.Alignment{Vertical: "center", WrapText: true},
	})
	b.linked = style(&excelize.Style{Font: &excelize.Font{Color: "0563C1", Underline: "single"}, Alignment: top})
	b.bold = style(&excelize.Style{Font: &excelize.Font{Bold: true, Size: 14}})
	b.wrapped = style(&excelize.Style{Alignment: top})
	if err != nil {
		b.close()
		return nil, err
	}
	return b, nil
}

// reserve names the first sheet.
func (b *book) reserve(name string) error {
	b.first = name
	if err := b.file.SetSheetName("Sheet1", name); err != nil {
		return err
	}
	return b.layout(name)
}

func (b *book) sheet(name string, columns []column) (*sheet, error) {
	s := &sheet{book: b, name: name, columns: columns}
	b.sheets = append(b.sheets, s)
	return s, s.begin(name)
}

func (s *sheet) begin(name string) error {
	if _, err := s.book.file.NewSheet(name); err != nil {
		return err
	}
	if err := s.book.layout(name); err != nil {
		return err
	}
	var err error
	if s.w, err = s.book.file.NewStreamWriter(name); err != nil {
		return err
	}
	for i, c := range s.columns {
		if err := s.w.SetColWidth(i+1, i+1, c.width); err != nil {
			return err
		}
	}
	if err := s.w.SetPanes(&excelize.Panes{Freeze: true, YSplit: 1, TopLeftCell: "A2", ActivePane: "bottomLeft"}); err != nil {
		return err
	}
	again := &excelize.DefinedName{Name: "_xlnm.Print_Titles", RefersTo: fmt.Sprintf("'%s'!$1:$1", name), Scope: name} // on each printed page
	if err := s.book.file.SetDefinedName(again); err != nil {
		return err
	}
	titles := make([]any, len(s.columns))
	for i, c := range s.columns {
		titles[i] = excelize.Cell{StyleID: s.book.header, Value: c.title}
	}
	s.rows = 1
	return s.w.SetRow("A1", titles, excelize.RowOpts{Height: 30})
}

// layout has a sheet printed as wide as a page of A4 across.
func (b *book) layout(name string) error {
	across, fit, a4, one, any := "landscape", true, 9, 1, 0
	if err := b.file.SetSheetProps(name, &excelize.SheetPropsOptions{FitToPage: &fit}); err != nil {
		return err
	}
	return b.file.SetPageLayout(name, &excelize.PageLayoutOptions{Size: &a4, Orientation: &across, FitToWidth: &one, FitToHeight: &any})
}

// row writes cells: texts, numbers or cells of excelize.
func (s *sheet) row(cells ...any) error {
	if s.rows == excelize.TotalRows {
		if err := s.end(); err != nil {
			return err
		}
		s.part++
		if err := s.begin(fmt.Sprintf("%s (%d)", s.name, s.part+1)); err != nil {
			return err
		}
	}
	s.rows++
	height := s.height(cells)
	for i, cell := range cells {
		if _, ok := cell.(excelize.Cell); !ok {
			cells[i] = excelize.Cell{StyleID: s.book.wrapped, Value: cell}
		}
	}
	return s.w.SetRow(fmt.Sprintf("A%d", s.rows), cells, excelize.RowOpts{Height: height})
}

const (
	lineHeight = 15  // points, of the usual font of workbooks
	mostHeight = 405 // a whole number of lines below the 409 points that a row may have
)

// height is what the texts of a row need, in points. Programs do not agree on
// whether a row without a height grows with its text.
func (s *sheet) height(cells []any) float64 {
	lines := 1
	for i, cell := range cells {
		if c, ok := cell.(excelize.Cell); ok {
			cell = c.Value
		}
		if text, ok := cell.(string); ok {
			perLine := max(1, int(s.columns[i].width*0.95)) // words that do not fit whole leave some room
			lines = max(lines, (utf8.RuneCountInString(text)+perLine-1)/perLine)
		}
	}
	return min(float64(lines*lineHeight), mostHeight)
}

// end closes the sheet; a table with rows gets its filter.
func (s *sheet) end() error {
	if s.rows > 1 {
		last, err := excelize.CoordinatesToCellName(len(s.columns), s.rows)
		if err != nil {
			return err
		}
		banded := false
		if err := s.w.AddTable(&excelize.Table{Range: "A1:" + last, StyleName: "TableStyleLight1", ShowRowStripes: &banded}); err != nil {
			return err
		}
	}
	return s.w.Flush()
}

func (b *book) write(w io.Writer) error {
	for _, s := range b.sheets {
		if err := s.end(); err != nil {
			return err
		}
	}
	i, err := b.file.GetSheetIndex(b.first)
	if err != nil {
		return err
	}
	b.file.SetActiveSheet(i)
	whole, err := b.file.WriteToBuffer()
	if err != nil {
		return err
	}
	return inOrder(w, whole.Bytes())
}

// inOrder writes an archive with its parts by name: excelize leaves them in
// another order each time, and the same report is to be the same file.
func inOrder(w io.Writer, archive []byte) error {
	from, err := zip.NewReader(bytes.NewReader(archive), int64(len(archive)))
	if err != nil {
		return err
	}
	slices.SortFunc(from.File, func(a, b *zip.File) int { return cmp.Compare(a.Name, b.Name) })
	to := zip.NewWriter(w)
	for _, part := range from.File {
		if err := to.Copy(part); err != nil { // as it is, still deflated
			return err
		}
	}
	return to.Close()
}

// close takes away what waits on the disk.
func (b *book) close() { _ = b.file.Close() }
