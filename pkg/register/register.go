// Package register reads the list of dossiers that an office exports from its
// one-stop system (danh sách hồ sơ, sổ theo dõi hồ sơ).
//
// A register is what makes absence visible: a result that was never attached
// is in no folder. Every line with content becomes a [dossier.Entry]; a cell
// that cannot be read becomes a fault of its entry and the rest of the line
// stands.
package register

import (
	"bufio"
	"bytes"
	"errors"
	"io"
	"strings"
	"unicode/utf8"

	"github.com/tthclint/tthclint/pkg/dossier"
	"github.com/tthclint/tthclint/pkg/msg"
)

// Register is a register as read.
type Register struct {
	File    string          // its name, for places
	Header  int             // line of the header, from 1
	Columns []Column        // what each column was taken for
	Entries []dossier.Entry // in the order of the lines
}

// Column says what one column was taken for.
type Column struct {
	Number int    // from 1
	Header string // as written
	Field  Field  // empty for a column that is not used
}

// Error says why a register cannot be used at all, in words for people.
type Error struct {
	Because msg.Text
	Err     error
}

func (e *Error) Error() string {
	if e.Err != nil {
		return e.Because.In(msg.English) + ": " + e.Err.Error()
	}
	return e.Because.In(msg.English)
}

func (e *Error) Unwrap() error { return e.Err }

// Text returns the reason in both languages.
func (e *Error) Text() msg.Text { return e.Because }

var (
	noHeaderText = msg.Message{
		ID: "register/no-header",
		VI: "{file}: không tìm thấy dòng tiêu đề có cột mã hồ sơ («Số hồ sơ» hoặc «Mã hồ sơ») trong {lines} dòng đầu. Kiểm tra lại tệp xuất từ hệ thống một cửa.",
		EN: "{file}: no header line with a dossier code column («Số hồ sơ» or «Mã hồ sơ») among the first {lines} lines. Check the export of the one-stop system.",
	}
	notTextText = msg.Message{
		ID: "register/not-csv",
		VI: "{file}: không phải tệp CSV mã UTF-8. Mở bằng Excel rồi chọn «Lưu thành» CSV UTF-8.",
		EN: "{file}: not a CSV file in UTF-8. Open it in Excel and save it as CSV UTF-8.",
	}
	unreadableText = msg.Message{
		ID: "register/unreadable", VI: "{file}: không đọc được tệp (dòng {row}).", EN: "{file}: the file cannot be read (line {row}).",
	}
)

// headerLines is how many lines may stand above the header: titles that
// exports print.
const headerLines = 20

// ReadCSV reads a register in CSV: UTF-8 with or without a byte order mark,
// separated by comma, semicolon or tab. name is what places will call it. The
// error is an [Error] if the file is no register, or that of the reader.
func ReadCSV(r io.Reader, name string) (*Register, error) {
	in := bufio.NewReaderSize(r, 64<<10)
	head, err := in.Peek(4096)
	if err != nil && !errors.Is(err, io.EOF) {
		return nil, err
	}
	if bytes.HasPrefix(head, []byte("PK\x03\x04")) || bytes.HasPrefix(head, []byte("\xff\xfe")) ||
		bytes.HasPrefix(head, []byte("\xfe\xff")) || bytes.IndexByte(head, 0) >= 0 {
		return nil, &Error{Because: notTextText.With("file", name)}
	}
	if bytes.IndexByte(head, '\r') >= 0 && bytes.IndexByte(head, '\n') < 0 {
		// Line ends of old Macintosh programs, which some exports still have.
		in = bufio.NewReaderSize(carriageReturns{in}, 64<<10)
		head = bytes.ReplaceAll(head, []byte{'\r'}, []byte{'\n'})
	}
	if bytes.HasPrefix(head, []byte("\xef\xbb\xbf")) {
		in.Discard(3) // cannot fail: the bytes were peeked
		head = head[3:]
	}
	rows := rows{in: in, comma: separator(head)}
	reg := &Register{File: name}
	for {
		rec, err := rows.next()
		if errors.Is(err, io.EOF) {
			break
		}
		if errors.Is(err, errLongLine) {
			return nil, &Error{Because: unreadableText.With("file", name, "row", rows.row+len(rows.ahead)+1), Err: err}
		}
		if err != nil {
			return nil, err
		}
		switch {
		case reg.Columns == nil:
			if reg.Columns = header(rec.cells); reg.Columns != nil {
				reg.Header, rows.width = rec.row, len(reg.Columns)
			} else if rec.row >= headerLines {
				return nil, &Error{Because: noHeaderText.With("file", name, "lines", headerLines)}
			}
		case !blank(rec.cells):
			reg.Entries = append(reg.Entries, entry(name, reg.Columns, rec))
		}
	}
	if reg.Columns == nil {
		return nil, &Error{Because: noHeaderText.With("file", name, "lines", headerLines)}
	}
	markDuplicates(reg)
	return reg, nil
}

// separator guesses the separator from the line that has most of one.
func separator(head []byte) byte {
	best, most := byte(','), 0
	for line := range bytes.Lines(head) {
		for _, c := range []byte(",;\t") {
			if n := bytes.Count(line, []byte{c}); n > most {
				best, most = c, n
			}
		}
	}
	return best
}

func blank(cells []string) bool {
	for _, c := range cells {
		if strings.TrimSpace(c) != "" {
			return false
		}
	}
	return true
}

// markDuplicates adds a fault to every entry whose code stands in an earlier
// line.
func markDuplicates(reg *Register) {
	code := codeColumn(reg.Columns)
	seen := map[string]bool{}
	for i := range reg.Entries {
		e := &reg.Entries[i]
		key := dossier.Key(e.Code)
		if key == "" {
			continue
		}
		if seen[key] {
			e.Faults = append(e.Faults, dossier.Fault{Kind: dossier.FaultDuplicate, Column: code.Number, Header: code.Header, Value: e.Code})
		}
		seen[key] = true
	}
}

// shorten keeps a cell's text short enough for a message.
func shorten(s string) string {
	const most = 40
	if utf8.RuneCountInString(s) <= most {
		return s
	}
	return string([]rune(s)[:most]) + "…"
}

// carriageReturns reads lines that end with CR alone as ending with LF.
type carriageReturns struct{ r io.Reader }

func (c carriageReturns) Read(p []byte) (int, error) {
	n, err := c.r.Read(p)
	for i := range p[:n] {
		if p[i] == '\r' {
			p[i] = '\n'
		}
	}
	return n, err
}
