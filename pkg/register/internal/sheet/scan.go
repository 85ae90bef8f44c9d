package sheet

import (
	"bufio"
	"bytes"
	"errors"
	"io"
	"strconv"
	"strings"
	"unicode/utf8"
)

// Bounds of what stands between two angle brackets, and of a text between two
// tags, in bytes. A cell holds at most 32,767 characters.
const (
	maxTag  = 256 << 10
	maxText = 1 << 20
)

var (
	errTooLong  = errors.New("a tag or a text is too long")
	errDoctype  = errors.New("a document type declaration")
	errEncoding = errors.New("a part is not in UTF-8")
)

// token is what a scanner stands at.
type token uint8

const (
	start token = iota // of an element; the scanner's name and attributes are its own
	end                // of an element
	text               // between tags
)

// scanner reads the subset of XML that workbooks are made of: elements,
// attributes, texts and entities, in UTF-8. Prefixes of names are dropped, and
// it does not check that tags match: who reads a list of cells needs neither.
// It allocates next to nothing, since a sheet has millions of tokens.
type scanner struct {
	r     *bufio.Reader
	tag   []byte // between the brackets, valid until the next token
	name  []byte // local name in tag
	text  []byte // valid until the next token
	empty bool   // the element ends where it starts; an end token follows
	owed  bool   // that end token
	keep  bool   // texts are wanted
	began bool
}

func newScanner(r io.Reader) *scanner { return &scanner{r: bufio.NewReaderSize(r, 64<<10)} }

// next moves to the next token. The error is io.EOF at the end.
func (s *scanner) next() (token, error) {
	if s.owed {
		s.owed = false
		return end, nil
	}
	if !s.began {
		s.began = true
		if mark, _ := s.r.Peek(3); bytes.Equal(mark, []byte("\xef\xbb\xbf")) {
			_, _ = s.r.Discard(3) // cannot fail: peeked
		} else if len(mark) > 1 && (mark[0] >= 0xfe || mark[0] == 0 || mark[1] == 0) {
			return 0, errEncoding
		}
	}
	for {
		if err := s.until('<', &s.text, maxText, s.keep); err != nil {
			return 0, err // whatever stands behind the last tag is no text of a cell
		}
		if s.keep && len(s.text) > 0 {
			s.text = unescape(s.text)
			return text, s.r.UnreadByte() // the bracket comes next
		}
		if err := s.readTag(); err != nil {
			return 0, err
		}
		switch {
		case len(s.tag) == 0:
		case s.tag[0] == '?':
			if err := s.declared(); err != nil {
				return 0, err
			}
		case s.tag[0] == '!':
			if len(s.text) > 0 && bytes.HasPrefix(s.tag, []byte("![CDATA[")) {
				return text, nil
			}
		case s.tag[0] == '/':
			s.name = local(bytes.TrimSpace(s.tag[1:]))
			return end, nil
		default:
			if n := len(s.tag) - 1; s.tag[n] == '/' {
				s.empty, s.owed, s.tag = true, true, s.tag[:n]
			} else {
				s.empty = false
			}
			name := s.tag
			if i := bytes.IndexAny(name, " \t\r\n"); i >= 0 {
				name = name[:i]
			}
			s.name = local(name)
			return start, nil
		}
	}
}

// is reports whether the element has a local name.
func (s *scanner) is(name string) bool { return string(s.name) == name }

// until reads up to and with stop. It keeps what stands before it if told so.
func (s *scanner) until(stop byte, into *[]byte, limit int, keep bool) error {
	*into = (*into)[:0]
	for size := 0; ; {
		part, err := s.r.ReadSlice(stop)
		size += len(part)
		if keep {
			if size > limit {
				return errTooLong
			}
			*into = append(*into, part...)
		}
		switch {
		case errors.Is(err, bufio.ErrBufferFull):
		case err != nil:
			return err
		default:
			if keep {
				*into = (*into)[:len(*into)-1]
			}
			return nil
		}
	}
}

// readTag reads to the bracket that ends the tag, which may stand in quotes
// before. The content of a CDATA section goes to the text.
func (s *scanner) readTag() error {
	s.tag = s.tag[:0]
	quote := byte(0)
	for {
		part, err := s.r.ReadSlice('>')
		quote = quoteAfter(quote, part)
		if s.tag = append(s.tag, part...); len(s.tag) > maxTag {
			return errTooLong
		}
		if errors.Is(err, bufio.ErrBufferFull) {
			continue
		}
		if errors.Is(err, io.EOF) {
			return io.ErrUnexpectedEOF
		}
		if err != nil {
			return err
		}
		if s.closed(quote) {
			s.tag = s.tag[:len(s.tag)-1]
			break
		}
	}
	if bytes.HasPrefix(s.tag, []byte("!DOCTYPE")) {
		return errDoctype
	}
	if s.text = s.text[:0]; bytes.HasPrefix(s.tag, []byte("![CDATA[")) {
		s.text = append(s.text, s.tag[len("![CDATA["):len(s.tag)-2]...)
	}
	return nil
}

// closed reports whether the bracket at the end of tag ends it, where quote is
// the quotation mark that is open there.
func (s *scanner) closed(quote byte) bool {
	switch {
	case bytes.HasPrefix(s.tag, []byte("!--")):
		return len(s.tag) >= len("!---->") && bytes.HasSuffix(s.tag, []byte("-->"))
	case bytes.HasPrefix(s.tag, []byte("![CDATA[")):
		return bytes.HasSuffix(s.tag, []byte("]]>"))
	}
	return quote == 0
}

// quoteAfter returns the quotation mark that is open behind a part of a tag, 0
// for none. Each part is looked at once, however many brackets a tag quotes.
func quoteAfter(quote byte, part []byte) byte {
	for _, c := range part {
		switch {
		case quote == 0 && (c == '"' || c == '\''):
			quote = c
		case c == quote:
			quote = 0
		}
	}
	return quote
}

// declared refuses a part that says it is in another encoding than UTF-8.
func (s *scanner) declared() error {
	if !bytes.HasPrefix(s.tag, []byte("?xml")) {
		return nil
	}
	switch v, ok := attribute(bytes.TrimSuffix(s.tag, []byte("?")), "encoding"); {
	case !ok, strings.EqualFold(string(v), "utf-8"), strings.EqualFold(string(v), "us-ascii"):
		return nil
	}
	return errEncoding
}

// attr returns an attribute of the element, by its local name.
func (s *scanner) attr(name string) ([]byte, bool) { return attribute(s.tag, name) }

// attribute looks for an attribute in a tag.
func attribute(tag []byte, name string) ([]byte, bool) {
	rest := tag
	for {
		eq := bytes.IndexByte(rest, '=')
		if eq < 0 {
			return nil, false
		}
		key := bytes.TrimSpace(rest[:eq])
		if i := bytes.LastIndexAny(key, " \t\r\n"); i >= 0 {
			key = key[i+1:]
		}
		rest = bytes.TrimLeft(rest[eq+1:], " \t\r\n")
		if len(rest) == 0 || rest[0] != '"' && rest[0] != '\'' {
			return nil, false
		}
		value, after, ok := bytes.Cut(rest[1:], rest[:1])
		if !ok {
			return nil, false
		}
		if string(local(key)) == name {
			return unescape(value), true
		}
		rest = after
	}
}

// number returns an attribute that counts something, or -1.
func (s *scanner) number(name string) int {
	v, ok := s.attr(name)
	if !ok || len(v) > 9 {
		return -1
	}
	n, err := strconv.Atoi(string(v))
	if err != nil || n < 0 {
		return -1
	}
	return n
}

// flag reports whether an attribute says yes.
func (s *scanner) flag(name string) bool {
	v, _ := s.attr(name)
	return string(v) == "1" || string(v) == "true" || string(v) == "on"
}

func local(name []byte) []byte { return name[bytes.LastIndexByte(name, ':')+1:] }

// unescape puts characters in the place of entities. What is no entity of XML
// stays as it is.
func unescape(raw []byte) []byte {
	if bytes.IndexByte(raw, '&') < 0 {
		return raw
	}
	out := make([]byte, 0, len(raw))
	for len(raw) > 0 {
		i := bytes.IndexByte(raw, '&')
		if i < 0 {
			return append(out, raw...)
		}
		out, raw = append(out, raw[:i]...), raw[i:]
		n := bytes.IndexByte(raw[:min(len(raw), 12)], ';')
		r, ok := rune(0), false
		if n > 0 {
			r, ok = entity(string(raw[1:n]))
		}
		if !ok {
			out, raw = append(out, '&'), raw[1:]
			continue
		}
		out, raw = utf8.AppendRune(out, r), raw[n+1:]
	}
	return out
}

func entity(name string) (rune, bool) {
	switch name {
	case "lt":
		return '<', true
	case "gt":
		return '>', true
	case "amp":
		return '&', true
	case "quot":
		return '"', true
	case "apos":
		return '\'', true
	}
	digits, ok := strings.CutPrefix(name, "#")
	if !ok {
		return 0, false
	}
	base := 10
	if hex, ok := strings.CutPrefix(digits, "x"); ok {
		digits, base = hex, 16
	}
	n, err := strconv.ParseUint(digits, base, 32)
	if err != nil || n > utf8.MaxRune {
		return 0, false
	}
	return rune(n), true
}
