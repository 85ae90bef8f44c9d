package register

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"io"
	"iter"
	"strings"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/transform"
)

// csvTable is a text of cells between separators.
type csvTable struct {
	r       io.ReaderAt
	size    int64
	name    string
	charset encoding.Encoding // nil is UTF-8
	skip    int64             // bytes of a byte order mark
	returns bool              // lines end with CR alone
	comma   byte
	told    bool // the first line only names the separator

	// Of the header, once it is known: how many cells a line should have.
	header, width int
}

// openCSV finds out the encoding and the separator of a text. It reads its head,
// and all of it up to 16 MiB where the head leaves the encoding open.
func openCSV(ctx context.Context, r io.ReaderAt, size int64, name string) (*csvTable, error) {
	t := &csvTable{r: r, size: size, name: name, comma: ','}
	head, err := headOf(r, size, headBytes)
	if err != nil {
		return nil, err
	}
	if t.charset, t.skip = marked(head); t.skip == 0 {
		if t.charset, err = guess(ctx, r, size, head); err != nil {
			return nil, err
		}
	}
	in := t.text(ctx)
	start, err := in.Peek(headBytes)
	if err != nil && !errors.Is(err, io.EOF) && !errors.Is(err, bufio.ErrBufferFull) {
		return nil, err
	}
	if bytes.IndexByte(start, 0) >= 0 {
		return nil, &Error{Because: notTextText.With("file", name), Err: ErrNoList}
	}
	if bytes.IndexByte(start, '\r') >= 0 && bytes.IndexByte(start, '\n') < 0 {
		t.returns = true // as old Macintosh programs write it, and some exports still do
		start = bytes.ReplaceAll(start, []byte{'\r'}, []byte{'\n'})
	}
	first, _, _ := bytes.Cut(start, []byte{'\n'})
	if first = bytes.TrimRight(first, "\r"); len(first) == len("sep=;") && bytes.EqualFold(first[:4], []byte("sep=")) {
		t.told, t.comma = true, first[4]
	} else {
		t.comma = separator(start)
	}
	return t, nil
}

// headBytes is how much of a file is looked at before it is read.
const headBytes = 64 << 10

func headOf(r io.ReaderAt, size, most int64) ([]byte, error) {
	head := make([]byte, min(size, most))
	n, err := r.ReadAt(head, 0)
	if err != nil && !errors.Is(err, io.EOF) {
		return nil, err
	}
	return head[:n], nil
}

// marked returns the encoding that a byte order mark tells.
func marked(head []byte) (encoding.Encoding, int64) {
	switch {
	case bytes.HasPrefix(head, []byte("\xef\xbb\xbf")):
		return nil, 3
	case bytes.HasPrefix(head, []byte("\xff\xfe")):
		return unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM), 2
	case bytes.HasPrefix(head, []byte("\xfe\xff")):
		return unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM), 2
	}
	return nil, 0
}

// wide reports whether a text is in UTF-16.
func wide(head []byte) bool {
	if _, skip := marked(head); skip == 2 {
		return true
	}
	return wideUnmarked(head) != nil
}

// wideUnmarked returns the UTF-16 that a text without a mark is in, by the zero
// bytes beside its letters, or nil.
func wideUnmarked(head []byte) encoding.Encoding {
	even, odd := 0, 0
	for i, c := range head {
		switch {
		case c != 0:
		case i%2 == 0:
			even++
		default:
			odd++
		}
	}
	switch n := len(head); {
	case odd > n/8 && even <= n/64:
		return unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM)
	case even > n/8 && odd <= n/64:
		return unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM)
	}
	return nil
}

// guess tells an encoding without a mark: UTF-16, or Windows-1258 by bytes that
// are no UTF-8 in a text that has hardly a letter in UTF-8 either.
func guess(ctx context.Context, r io.ReaderAt, size int64, head []byte) (encoding.Encoding, error) {
	if wide := wideUnmarked(head); wide != nil {
		return wide, nil
	}
	const most = 16 << 20
	in := bufio.NewReaderSize(interruptible{ctx, io.NewSectionReader(r, 0, min(size, most))}, headBytes)
	valid, broken := 0, 0
	for {
		c, n, err := in.ReadRune()
		switch {
		case errors.Is(err, io.EOF):
			if broken > valid {
				return charmap.Windows1258, nil
			}
			return nil, nil
		case err != nil:
			return nil, err
		case n > 1:
			valid++
		case c == '\uFFFD':
			broken++
		}
	}
}

// text returns a reader of the file in UTF-8.
func (t *csvTable) text(ctx context.Context) *bufio.Reader {
	var in io.Reader = interruptible{ctx, io.NewSectionReader(t.r, t.skip, t.size-t.skip)}
	if t.charset != nil {
		in = transform.NewReader(in, t.charset.NewDecoder())
	}
	if t.returns {
		in = carriageReturns{in}
	}
	return bufio.NewReaderSize(in, headBytes)
}

func (t *csvTable) sheet() (string, bool)                   { return "", false }
func (t *csvTable) merged(context.Context) (*merges, error) { return nil, nil }

func (t *csvTable) lines(ctx context.Context) iter.Seq2[line, error] {
	return func(yield func(line, error) bool) {
		rows := rows{in: t.text(ctx), comma: t.comma}
		var l line
		for {
			rec, err := rows.next()
			if errors.Is(err, io.EOF) {
				return
			}
			if errors.Is(err, errLongLine) {
				err = &Error{Because: unreadableText.With("file", t.name, "row", rows.row+len(rows.ahead)+1), Err: err}
			}
			if err != nil {
				yield(line{}, err)
				return
			}
			if t.told && rec.row == 1 {
				continue
			}
			l = line{row: rec.row, unclosed: rec.unclosed, counted: true, cells: l.cells[:0]}
			for _, text := range rec.cells {
				l.cells = append(l.cells, cell{text: text})
			}
			if rec.row >= t.header {
				rows.width = t.width
			}
			if !yield(l, nil) {
				return
			}
		}
	}
}

// separator guesses the separator from the line that has most of one.
func separator(head []byte) byte {
	best, most := byte(','), 0
	for line := range bytes.Lines(head) {
		for _, c := range []byte(",;\t|") {
			if n := bytes.Count(line, []byte{c}); n > most {
				best, most = c, n
			}
		}
	}
	return best
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

// interruptible is a reader that ends with its context.
type interruptible struct {
	ctx context.Context
	r   io.Reader
}

func (r interruptible) Read(p []byte) (int, error) {
	if err := r.ctx.Err(); err != nil {
		return 0, err
	}
	return r.r.Read(p)
}

// printable reports whether bytes look like the text of a CSV rather than a file
// of another kind.
func printable(head []byte) bool {
	return !strings.ContainsAny(string(head), "\x01\x02\x03\x04\x05\x06\x0e\x0f")
}
