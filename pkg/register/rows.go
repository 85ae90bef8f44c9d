package register

import (
	"bufio"
	"errors"
	"io"
	"slices"
	"strings"
)

// How far a record may reach. A cell may hold line breaks, as an address does;
// a quotation mark that is never closed must not swallow the lines below it.
const (
	maxRecordLines = 10
	maxRecord      = 64 << 10 // bytes, of a record of more than one line
	maxLine        = 1 << 20  // bytes, of one line
)

var errLongLine = errors.New("a line is longer than 1 MiB")

// record is one line of a register, or a few where a cell holds line breaks.
type record struct {
	row      int // its first line in the file, from 1
	cells    []string
	unclosed int // the cell, from 1, whose quotation mark is never closed; 0 for none
}

// rows gives the records of a CSV text. encoding/csv reads an unclosed cell to
// the end of the file and then cannot go back; this reader can.
type rows struct {
	in    *bufio.Reader
	comma byte
	width int      // cells of the header, once it is known
	row   int      // lines used up
	ahead []string // lines read and not used up
}

// skipBlank passes over lines that hold nothing but separators and blanks, of
// which a file may have a gigabyte.
func (r *rows) skipBlank() error {
	if len(r.ahead) > 0 {
		return nil
	}
	for {
		if _, err := r.in.Peek(1); err != nil {
			return nil // the next line says so
		}
		seen, _ := r.in.Peek(r.in.Buffered())
		end := 0 // of the last blank line
		for i, c := range seen {
			if c == '\n' {
				r.row++
				end = i + 1
			} else if c != '\r' && c != ' ' && c != r.comma {
				break
			}
		}
		if end == 0 {
			return nil
		}
		if _, err := r.in.Discard(end); err != nil {
			return err
		}
	}
}

// next returns the next record that is not blank. The error is io.EOF, errLongLine (about the line
// after those read) or that of the reader.
func (r *rows) next() (record, error) {
	if err := r.skipBlank(); err != nil {
		return record{}, err
	}
	first, err := r.line(0)
	if err != nil {
		return record{}, err
	}
	s := splitter{comma: r.comma}
	s.add(first)
	blamed := s.began // the cell whose quotation mark is the wrong one, if one is
	size := len(first)
	overlaid := false // a line inside a cell looks like a record of its own
	for s.open && !s.broken && s.lines < maxRecordLines {
		more, err := r.line(s.lines)
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return record{}, err
		}
		if size += len(more); size > maxRecord {
			break
		}
		overlaid = overlaid || r.width > 1 && strings.Count(more, string(r.comma)) >= r.width-1
		s.add(more)
	}
	rec, used := record{row: r.row + 1, cells: s.cells}, s.lines
	if s.open { // never closed, or broken
		blamed = s.began
	}
	if s.open || overlaid && len(s.cells) != r.width {
		rec.unclosed, used = blamed.cells+1, blamed.line+1
		rec.cells = s.cells[:blamed.cells:blamed.cells]
		for _, cell := range strings.Split(r.ahead[blamed.line][blamed.at:], string(r.comma)) {
			rec.cells = append(rec.cells, strings.Trim(cell, `"`))
		}
	}
	r.row += used
	r.ahead = slices.Delete(r.ahead, 0, used)
	return rec, nil
}

// line returns the n-th line that is not used up, without its end.
func (r *rows) line(n int) (string, error) {
	for len(r.ahead) <= n {
		line, err := r.fetch()
		if err != nil {
			return "", err
		}
		r.ahead = append(r.ahead, line)
	}
	return r.ahead[n], nil
}

func (r *rows) fetch() (string, error) {
	var line []byte
	for {
		part, err := r.in.ReadSlice('\n')
		if line = append(line, part...); len(line) > maxLine {
			return "", errLongLine
		}
		switch {
		case errors.Is(err, bufio.ErrBufferFull):
			continue
		case errors.Is(err, io.EOF) && len(line) > 0:
		case err != nil:
			return "", err
		}
		return strings.TrimSuffix(strings.TrimSuffix(string(line), "\n"), "\r"), nil
	}
}

// splitter splits lines into cells. A quotation mark counts at the start of a
// cell only; within a cell that it began, a lone one is a letter like others,
// as long as the cell is on one line.
type splitter struct {
	comma  byte
	lines  int // read
	cells  []string
	cell   strings.Builder // what is read of the open cell
	open   bool            // in a quoted cell
	began  place           // of the open cell
	lone   bool            // a lone quotation mark stands in the open cell
	broken bool            // and the cell has several lines; nothing is read any more
}

// place is where a cell begins.
type place struct {
	line, at int // both from 0
	cells    int // before it in the record
}

func (s *splitter) add(line string) {
	at := 0
	defer func() { s.lines++ }()
	for {
		if !s.open {
			if at == len(line) || line[at] != '"' {
				cell, _, more := strings.Cut(line[at:], string(s.comma))
				s.cells = append(s.cells, cell)
				if !more {
					return
				}
				at += len(cell) + 1
				continue
			}
			s.open, s.lone, s.began = true, false, place{s.lines, at, len(s.cells)}
			s.cell.Reset()
			at++
		}
		text, _, ends := strings.Cut(line[at:], `"`)
		s.cell.WriteString(text)
		at += len(text) + 1
		switch {
		case !ends:
			s.cell.WriteByte('\n')
			s.broken = s.lone
			return
		case at == len(line) || line[at] == s.comma:
			s.open = false
			s.cells = append(s.cells, s.cell.String())
			if at == len(line) {
				return
			}
			at++
		case line[at] == '"':
			s.cell.WriteByte('"')
			at++
		default:
			s.cell.WriteByte('"')
			s.lone = true
			if s.broken = s.began.line < s.lines; s.broken {
				return
			}
		}
	}
}
