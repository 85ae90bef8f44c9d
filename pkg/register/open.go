package register

import (
	"context"
	"errors"
	"io"
	"slices"

	"github.com/tthclint/tthclint/pkg/dossier"
	"github.com/tthclint/tthclint/pkg/register/internal/sheet"
)

// File is an opened register: what its columns are is known, and its lines can
// be streamed. It is for one goroutine.
type File struct {
	Name     string
	Format   Format
	Mappings []Mapping // of the lists in it, in their order

	o      Options
	r      io.ReaderAt
	size   int64
	tables []table     // of the mappings; none in JSON
	book   *sheet.Book // of a workbook
	notes  *notes      // of the last pass
}

// How many lines are looked at to find out what columns hold.
const (
	sampleLines = 300
	headLines   = 2000 // empty ones among them
)

// Open finds out the format of a register, its header and what its columns
// hold. The errors are those of [Read].
func Open(ctx context.Context, r io.ReaderAt, size int64, name string, o Options) (*File, error) {
	if o.Aliases == nil {
		var err error
		if o.Aliases, err = BuiltinAliases(); err != nil {
			return nil, err
		}
	}
	if o.Formats == nil {
		o.Formats = dossier.CodeFormats()
	}
	o.Limits = o.Limits.orDefault()
	f := &File{Name: name, o: o, r: r, size: size, notes: &notes{}}
	var err error
	if f.Format, err = formatOf(r, size, name); err != nil {
		return nil, err
	}
	switch f.Format {
	case JSON:
		return f, f.mapJSON(ctx)
	case Workbook:
		tables, err := f.openBook(ctx)
		if err != nil {
			return nil, err
		}
		return f, f.mapSheets(ctx, tables)
	}
	t, err := openCSV(ctx, r, size, name)
	if err != nil {
		return nil, err
	}
	head, err := headLinesOf(ctx, t)
	if err != nil {
		return nil, err
	}
	m, err := f.mapTable("", head)
	if err != nil {
		return nil, err
	}
	t.header, t.width = m.Header+m.Lines-1, m.width
	f.tables, f.Mappings = []table{t}, []Mapping{*m}
	return f, nil
}

// mapSheets maps the sheets of a workbook. One without a list is passed over, as
// long as another has one.
func (f *File) mapSheets(ctx context.Context, tables []table) error {
	var first error
	for _, t := range tables {
		name, hidden := t.sheet()
		if len(f.o.Pinned) > 0 && !slices.ContainsFunc(f.o.Pinned, func(m Mapping) bool { return m.Sheet == name || m.Sheet == "" }) {
			f.notes.opened = append(f.notes.opened, Note{Kind: NoteNoHeader, Sheet: name, Text: notPinnedNote.With("sheet", name)})
			continue
		}
		head, err := headLinesOf(ctx, t)
		if err != nil {
			return bookError(f.Name, err)
		}
		m, err := f.mapTable(name, head)
		if bad := (*Error)(nil); errors.As(err, &bad) && bad.Because.ID == noHeaderText.ID {
			if first == nil {
				first = err
			}
			if len(head) > 0 {
				f.notes.opened = append(f.notes.opened, Note{Kind: NoteNoHeader, Sheet: name, Text: noListNote.With("sheet", name)})
			}
			continue
		}
		if err != nil {
			return err
		}
		if m.Hidden = hidden; hidden {
			m.Notes = append(m.Notes, Note{Kind: NoteHidden, Sheet: name, Text: hiddenSheetNote.With("sheet", name)})
		}
		f.Mappings, f.tables = append(f.Mappings, *m), append(f.tables, t)
	}
	if len(f.Mappings) == 0 {
		if first == nil {
			first = &Error{Because: noHeaderText.With("file", f.Name, "lines", headerLines), Err: ErrNoList}
		}
		return first
	}
	return nil
}

// headLinesOf returns copies of the first lines that are not blank.
func headLinesOf(ctx context.Context, t table) ([]line, error) {
	var head []line
	read := 0
	for l, err := range t.lines(ctx) {
		if err != nil {
			if len(head) > 0 && !errors.Is(err, context.Canceled) && !errors.Is(err, context.DeadlineExceeded) {
				return head, nil // who reads to the end is told
			}
			return nil, err
		}
		if read++; read > headLines {
			break
		}
		if blankCells(l.cells) {
			continue
		}
		l.cells = slices.Clone(l.cells)
		if head = append(head, l); len(head) >= sampleLines {
			break
		}
	}
	return head, nil
}

// mapTable finds out how the list whose first lines are given is read.
func (f *File) mapTable(name string, head []line) (*Mapping, error) {
	where := f.Name
	if name != "" {
		where += " («" + name + "»)"
	}
	if i := slices.IndexFunc(f.o.Pinned, func(m Mapping) bool { return m.Sheet == name || m.Sheet == "" }); i >= 0 {
		m, err := pin(f.o.Pinned[i], head)
		if err != nil {
			var why any = err.Error()
			if e := (*Error)(nil); errors.As(err, &e) {
				why = e.Because
			}
			return nil, &Error{Because: pinnedText.With("file", where, "error", why)}
		}
		m.Sheet = name
		for _, c := range m.Columns {
			m.width = max(m.width, c.Number)
		}
		f.sample(m, head)
		return m, nil
	}
	found := f.o.Aliases.findHeader(head)
	if found == nil {
		if row := f.o.Aliases.headerWithoutCode(head); row > 0 {
			return nil, &Error{Because: noCodeColumnText.With("file", where, "row", row), Err: ErrNoList}
		}
		return nil, &Error{Because: noHeaderText.With("file", where, "lines", headerLines), Err: ErrNoList}
	}
	m := &Mapping{
		Sheet: name, Header: head[found.at].row, Lines: head[found.at+found.lines-1].row - head[found.at].row + 1,
		Columns: found.columns, width: len(found.columns),
	}
	for _, i := range found.twice {
		m.note(NoteTwice, i+1, headerTwiceNote.With("column", i+1, "header", found.columns[i].Header))
	}
	f.sample(m, head)
	return m, f.checkTypes(m, where)
}
