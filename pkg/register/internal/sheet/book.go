// Package sheet reads the cells of a workbook in Office Open XML (.xlsx,
// .xlsm; ECMA-376), row by row.
//
// It keeps the table of shared strings and nothing else, so that memory does
// not grow with the number of rows beyond that. What it inflates is counted: a
// file cannot make it read more than [Limits] permit. It writes nowhere.
package sheet

import (
	"archive/zip"
	"context"
	"encoding/binary"
	"errors"
	"io"
	"path"
	"strings"
)

// Limits bound what a workbook may cost. The zero value means [DefaultLimits].
type Limits struct {
	Inflated int64 // bytes that may be read of all parts and shared strings during one pass
	Ratio    int64 // inflated bytes for each byte in the file, once more than 16 MiB are inflated
	Strings  int64 // bytes of shared strings
}

// DefaultLimits are far above what a sheet of a million rows needs.
func DefaultLimits() Limits { return Limits{Inflated: 2 << 30, Ratio: 150, Strings: 512 << 20} }

// Errors about the workbook as a whole. They come wrapped, with the part.
var (
	ErrBomb     = errors.New("the parts of the workbook inflate to more than is permitted")
	ErrDamaged  = errors.New("the workbook is damaged")
	ErrNotExcel = errors.New("the archive is not a workbook")
)

// Bounds of the archive itself and of what is small in every workbook.
const (
	maxDirectory = 8 << 20 // bytes
	maxParts     = 10_000
	maxSheets    = 1000
	maxStyles    = 100_000
	freeInflated = 16 << 20 // bytes below which no ratio is looked at
)

// Book is an opened workbook. It is for one goroutine.
type Book struct {
	Sheets []Sheet
	limits Limits
	spent  int64                // bytes that were read in this pass
	files  map[string]*zip.File // by name in lower case: writers differ
	shared table
	dates  []bool // style → shows a day
	of1904 bool
}

// Sheet is one sheet of a workbook.
type Sheet struct {
	Name   string
	Hidden bool
	part   string
}

// Open reads what is needed before the rows: the list of sheets, styles and
// shared strings. The error is ErrNotExcel, ErrBomb, ErrDamaged, that of the
// context or that of the reader.
func Open(ctx context.Context, r io.ReaderAt, size int64, l Limits) (*Book, error) {
	if l == (Limits{}) {
		l = DefaultLimits()
	}
	if err := checkDirectory(r, size); err != nil {
		return nil, err
	}
	archive, err := zip.NewReader(r, size)
	if err != nil {
		return nil, errors.Join(ErrDamaged, err)
	}
	if len(archive.File) > maxParts {
		return nil, ErrBomb
	}
	b := &Book{limits: l, files: map[string]*zip.File{}}
	for _, f := range archive.File {
		b.files[strings.ToLower(strings.TrimPrefix(f.Name, "/"))] = f
	}
	main, err := b.mainPart(ctx)
	if err != nil {
		return nil, err
	}
	return b, b.readWorkbook(ctx, main)
}

// checkDirectory refuses an archive whose directory alone would fill the
// memory. It finds the record at the end of the archive as archive/zip does.
func checkDirectory(r io.ReaderAt, size int64) error {
	tail := make([]byte, min(size, 64<<10+22))
	if _, err := r.ReadAt(tail, size-int64(len(tail))); err != nil && !errors.Is(err, io.EOF) {
		return err
	}
	for i := len(tail) - 22; i >= 0; i-- {
		if string(tail[i:i+4]) == "PK\x05\x06" {
			if binary.LittleEndian.Uint32(tail[i+12:]) > maxDirectory {
				return ErrBomb
			}
			return nil
		}
	}
	return ErrDamaged
}

// Restart begins another pass, for which [Limits] count anew.
func (b *Book) Restart() { b.spent = 0 }

// spend counts bytes that are read, and reports whether they are permitted.
func (b *Book) spend(n int) bool {
	b.spent += int64(n)
	return b.spent <= b.limits.Inflated
}

// mainPart returns the name of the part that lists the sheets.
func (b *Book) mainPart(ctx context.Context) (string, error) {
	links, err := b.links(ctx, "_rels/.rels")
	if err != nil {
		return "", err
	}
	for _, l := range links {
		if strings.HasSuffix(l.kind, "/officeDocument") && b.files[l.part] != nil {
			return l.part, nil
		}
	}
	if b.files["xl/workbook.xml"] != nil {
		return "xl/workbook.xml", nil
	}
	return "", ErrNotExcel
}

// link is a relationship of a part to another.
type link struct{ id, kind, part string }

// links reads a part of relationships; there are none if there is no such part.
func (b *Book) links(ctx context.Context, name string) ([]link, error) {
	if b.files[name] == nil {
		return nil, nil
	}
	base := path.Dir(path.Dir(name))
	var all []link
	err := b.elements(ctx, name, func(s *scanner) error {
		if !s.is("Relationship") || len(all) >= maxParts {
			return nil
		}
		target := s.value("Target")
		if !strings.HasPrefix(target, "/") {
			target = path.Join(base, target)
		}
		all = append(all, link{s.value("Id"), s.value("Type"), strings.ToLower(strings.TrimPrefix(path.Clean(target), "/"))})
		return nil
	})
	return all, err
}

// elements calls do at the start of each element of a part.
func (b *Book) elements(ctx context.Context, name string, do func(*scanner) error) error {
	part, err := b.open(ctx, name)
	if err != nil {
		return err
	}
	defer part.Close()
	s := newScanner(part)
	for {
		t, err := s.next()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return part.explain(err)
		}
		if t != start {
			continue
		}
		if err := do(s); err != nil {
			return part.explain(err)
		}
	}
}

// readWorkbook reads the list of sheets and the parts that they share.
func (b *Book) readWorkbook(ctx context.Context, main string) error {
	links, err := b.links(ctx, path.Join(path.Dir(main), "_rels", path.Base(main)+".rels"))
	if err != nil {
		return err
	}
	byID := map[string]link{}
	for _, l := range links {
		byID[l.id] = l
	}
	err = b.elements(ctx, main, func(s *scanner) error {
		switch {
		case s.is("workbookPr"):
			b.of1904 = s.flag("date1904")
		case s.is("sheet") && len(b.Sheets) < maxSheets:
			l := byID[s.value("id")]
			if !strings.HasSuffix(l.kind, "/worksheet") {
				return nil // a chart or a dialogue
			}
			state := s.value("state")
			b.Sheets = append(b.Sheets, Sheet{Name: s.value("name"), Hidden: state == "hidden" || state == "veryHidden", part: l.part})
		}
		return nil
	})
	if err != nil {
		return err
	}
	if len(b.Sheets) == 0 {
		return ErrNotExcel
	}
	for _, l := range links {
		switch {
		case b.files[l.part] == nil:
		case strings.HasSuffix(l.kind, "/styles"):
			err = b.readStyles(ctx, l.part)
		case strings.HasSuffix(l.kind, "/sharedStrings"):
			err = b.readStrings(ctx, l.part)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

func (s *scanner) value(name string) string {
	v, _ := s.attr(name)
	return string(v)
}
