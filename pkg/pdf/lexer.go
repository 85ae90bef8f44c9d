package pdf

import (
	"math"
	"strconv"
)

// lexer reads objects from a window of the file. When it meets the end of a
// window that does not end the file it sets more, and the caller parses again
// with a larger one: whatever was parsed then is not to be trusted.
type lexer struct {
	b     []byte
	pos   int
	base  int64 // offset of b[0] in the file, -1 inside an object stream
	eof   bool  // b ends where the file (or the object stream) ends
	more  bool
	depth int // levels left
	token int // longest token
}

const (
	clsRegular = iota
	clsSpace
	clsDelim
)

// class holds the character classes of ISO 32000-2 tables 1 and 2.
var class = func() (t [256]uint8) {
	for _, c := range "\x00\t\n\f\r " {
		t[c] = clsSpace
	}
	for _, c := range "()<>[]{}/%" {
		t[c] = clsDelim
	}
	return t
}()

func isSpace(c byte) bool   { return class[c] == clsSpace }
func isRegular(c byte) bool { return class[c] == clsRegular }
func isDigit(c byte) bool   { return c >= '0' && c <= '9' }

func (x *lexer) end() bool {
	if x.pos < len(x.b) {
		return false
	}
	if !x.eof {
		x.more = true
	}
	return true
}

func (x *lexer) err(msg string) error {
	off := int64(-1)
	if x.base >= 0 {
		off = x.base + int64(x.pos)
	}
	return &SyntaxError{Offset: off, Msg: msg}
}

// space skips white space and comments.
func (x *lexer) space() {
	for !x.end() {
		switch c := x.b[x.pos]; {
		case isSpace(c):
			x.pos++
		case c == '%':
			for !x.end() && x.b[x.pos] != '\n' && x.b[x.pos] != '\r' {
				x.pos++
			}
		default:
			return
		}
	}
}

// word returns the run of regular characters at the position without taking it.
func (x *lexer) word() []byte {
	i := x.pos
	for i < len(x.b) && isRegular(x.b[i]) {
		i++
	}
	if i == len(x.b) && !x.eof {
		x.more = true
	}
	return x.b[x.pos:i]
}

// keyword takes the keyword w if it stands at the position.
func (x *lexer) keyword(w string) bool {
	if string(x.word()) != w {
		return false
	}
	x.pos += len(w)
	return true
}

// integer takes a decimal integer without fraction.
func (x *lexer) integer() (int64, bool) {
	w := x.word()
	if len(w) == 0 || len(w) > 19 {
		return 0, false
	}
	n, err := strconv.ParseInt(string(w), 10, 64)
	if err != nil {
		return 0, false
	}
	x.pos += len(w)
	return n, true
}

// object reads one object; a keyword that is none is an error.
func (x *lexer) object() (Object, error) {
	x.space()
	if x.end() {
		return nil, x.err("object expected, data ends")
	}
	switch c := x.b[x.pos]; {
	case c == '/':
		return x.name()
	case c == '(':
		return x.literal()
	case c == '<':
		if x.pos+1 < len(x.b) && x.b[x.pos+1] == '<' {
			return x.dict()
		}
		return x.hex()
	case c == '[':
		return x.array()
	case isDigit(c) || c == '+' || c == '-' || c == '.':
		return x.number()
	}
	w := x.word()
	switch string(w) {
	case "true":
		x.pos += 4
		return Bool(true), nil
	case "false":
		x.pos += 5
		return Bool(false), nil
	case "null":
		x.pos += 4
		return Null{}, nil
	}
	return nil, x.err("object expected")
}

// number reads a number, or a reference when "G R" follows.
func (x *lexer) number() (Object, error) {
	w := x.word()
	n, ok := parseInt(w)
	if !ok {
		f, ok := parseReal(w)
		if !ok {
			return nil, x.err("malformed number")
		}
		x.pos += len(w)
		return Real(f), nil
	}
	x.pos += len(w)
	if n < 0 || n > math.MaxInt32 {
		return Integer(n), nil
	}
	save, more := x.pos, x.more
	x.space()
	if !x.end() && isDigit(x.b[x.pos]) {
		if g, ok := x.integer(); ok && g <= 65535 {
			x.space()
			if x.keyword("R") {
				return Ref{int(n), int(g)}, nil
			}
		}
	}
	// Looking ahead may have met the end of the window; that matters, since
	// a reference may have been cut in two.
	x.more = x.more || more
	x.pos = save
	return Integer(n), nil
}

func parseInt(w []byte) (int64, bool) {
	if len(w) == 0 || len(w) > 18 {
		return 0, false
	}
	i, neg := 0, false
	if w[0] == '+' || w[0] == '-' {
		neg = w[0] == '-'
		i = 1
	}
	if i == len(w) {
		return 0, false
	}
	var n int64
	for ; i < len(w); i++ {
		if !isDigit(w[i]) {
			return 0, false
		}
		n = n*10 + int64(w[i]-'0')
	}
	if neg {
		n = -n
	}
	return n, true
}

// parseReal also takes what writers get wrong: "--5", "5.-", "1.2.3".
func parseReal(w []byte) (float64, bool) {
	if f, err := strconv.ParseFloat(string(w), 64); err == nil && !math.IsInf(f, 0) && !math.IsNaN(f) {
		return f, true
	}
	i := 0
	sign := 1.0
	for i < len(w) && (w[i] == '-' || w[i] == '+') {
		if w[i] == '-' {
			sign = -1
		}
		i++
	}
	j, dot := i, false
	for j < len(w) && (isDigit(w[j]) || w[j] == '.' && !dot) {
		dot = dot || w[j] == '.'
		j++
	}
	if j == i {
		return 0, false
	}
	if f, err := strconv.ParseFloat(string(w[i:j]), 64); err == nil && !math.IsInf(f, 0) {
		return sign * f, true
	}
	return 0, string(w[i:j]) == "."
}

// names that occur in nearly every file; looking one up allocates nothing.
var names = func() map[string]Name {
	m := make(map[string]Name)
	for _, s := range []Name{"Type", "Subtype", "Length", "Filter", "FlateDecode", "DCTDecode", "Parent", "Kids", "Count",
		"Page", "Pages", "Catalog", "Resources", "Contents", "MediaBox", "CropBox", "Rotate", "Annots", "Annot", "Widget",
		"Rect", "AP", "N", "FT", "Sig", "T", "V", "P", "F", "Ff", "Font", "XObject", "Image", "Form", "Width", "Height",
		"ColorSpace", "DeviceRGB", "DeviceGray", "BitsPerComponent", "ProcSet", "PDF", "Root", "Info", "ID", "Size", "Prev",
		"ByteRange", "SubFilter", "M", "Name", "Reason", "Location", "XRef", "ObjStm", "W", "Index", "First", "DecodeParms",
		"Predictor", "Columns", "AcroForm", "Fields", "SigFlags", "DSS", "Perms", "Metadata", "BBox", "Matrix"} {
		m[string(s)] = s
	}
	return m
}()

func (x *lexer) name() (Object, error) {
	x.pos++ // "/"
	w := x.word()
	if len(w) > x.token {
		return nil, x.err("name too long")
	}
	x.pos += len(w)
	if n, ok := names[string(w)]; ok {
		return n, nil
	}
	esc := false
	for _, c := range w {
		if c == '#' {
			esc = true
			break
		}
	}
	if !esc {
		return Name(w), nil
	}
	out := make([]byte, 0, len(w))
	for i := 0; i < len(w); i++ {
		if w[i] == '#' && i+2 < len(w) {
			hi, lo := hexDigit(w[i+1]), hexDigit(w[i+2])
			if hi >= 0 && lo >= 0 {
				out = append(out, byte(hi<<4|lo))
				i += 2
				continue
			}
		}
		out = append(out, w[i])
	}
	return Name(out), nil
}

func hexDigit(c byte) int {
	switch {
	case c >= '0' && c <= '9':
		return int(c - '0')
	case c >= 'a' && c <= 'f':
		return int(c-'a') + 10
	case c >= 'A' && c <= 'F':
		return int(c-'A') + 10
	}
	return -1
}

func (x *lexer) span(start int) Span {
	if x.base < 0 {
		return Span{}
	}
	return Span{x.base + int64(start), x.base + int64(x.pos)}
}

func (x *lexer) hex() (Object, error) {
	start := x.pos
	x.pos++
	end := x.pos
	for end < len(x.b) && x.b[end] != '>' {
		end++
	}
	if end == len(x.b) {
		x.pos = end
		x.end()
		return nil, x.err("hexadecimal string without end")
	}
	if end-x.pos > x.token {
		return nil, x.err("string too long")
	}
	s := String{Hex: true, Value: make([]byte, 0, (end-x.pos+1)/2)}
	hi := -1
	for _, c := range x.b[x.pos:end] {
		d := hexDigit(c)
		switch {
		case d < 0:
			if !isSpace(c) {
				s.Malformed = true
			}
		case hi < 0:
			hi = d
		default:
			s.Value = append(s.Value, byte(hi<<4|d))
			hi = -1
		}
	}
	if hi >= 0 {
		s.Value = append(s.Value, byte(hi<<4))
	}
	x.pos = end + 1
	s.Span = x.span(start)
	return s, nil
}

func (x *lexer) literal() (Object, error) {
	start := x.pos
	x.pos++
	var out []byte
	for level := 1; ; {
		if x.end() {
			return nil, x.err("string without end")
		}
		if len(out) > x.token {
			return nil, x.err("string too long")
		}
		c := x.b[x.pos]
		x.pos++
		switch c {
		case '(':
			level++
		case ')':
			if level--; level == 0 {
				return String{Value: out, Span: x.span(start)}, nil
			}
		case '\r':
			if !x.end() && x.b[x.pos] == '\n' {
				x.pos++
			}
			c = '\n'
		case '\\':
			if x.end() {
				continue
			}
			c = x.b[x.pos]
			x.pos++
			switch c {
			case 'n':
				c = '\n'
			case 'r':
				c = '\r'
			case 't':
				c = '\t'
			case 'b':
				c = '\b'
			case 'f':
				c = '\f'
			case '\r':
				if !x.end() && x.b[x.pos] == '\n' {
					x.pos++
				}
				continue
			case '\n':
				continue
			case '0', '1', '2', '3', '4', '5', '6', '7':
				v := int(c - '0')
				for i := 0; i < 2 && !x.end() && x.b[x.pos] >= '0' && x.b[x.pos] <= '7'; i++ {
					v = v*8 + int(x.b[x.pos]-'0')
					x.pos++
				}
				c = byte(v)
			}
		}
		out = append(out, c)
	}
}

func (x *lexer) array() (Object, error) {
	if x.depth <= 0 {
		return nil, &SyntaxError{Offset: x.base + int64(x.pos), Msg: "nested too deep", Err: ErrLimit}
	}
	x.depth--
	defer func() { x.depth++ }()
	x.pos++
	a := Array{}
	for {
		x.space()
		if x.end() {
			return nil, x.err("array without end")
		}
		if x.b[x.pos] == ']' {
			x.pos++
			return a, nil
		}
		o, err := x.object()
		if err != nil {
			return nil, err
		}
		a = append(a, o)
	}
}

func (x *lexer) dict() (Object, error) {
	if x.depth <= 0 {
		return nil, &SyntaxError{Offset: x.base + int64(x.pos), Msg: "nested too deep", Err: ErrLimit}
	}
	x.depth--
	defer func() { x.depth++ }()
	start := x.pos
	x.pos += 2
	d := &Dict{}
	for {
		x.space()
		if x.end() {
			return nil, x.err("dictionary without end")
		}
		switch c := x.b[x.pos]; {
		case c == '>':
			if x.pos+1 < len(x.b) && x.b[x.pos+1] == '>' {
				x.pos += 2
				d.Span = x.span(start)
				return d, nil
			}
			if x.pos+1 == len(x.b) && !x.eof {
				x.more = true
			}
			return nil, x.err("dictionary not closed")
		case c != '/':
			// A missing end is common in broken files; "endobj" or "stream"
			// then stands where a key is expected.
			return nil, x.err("dictionary key expected")
		}
		k, err := x.name()
		if err != nil {
			return nil, err
		}
		x.space()
		if !x.end() && x.b[x.pos] == '>' { // key without value
			d.set(k.(Name), Null{})
			continue
		}
		v, err := x.object()
		if err != nil {
			return nil, err
		}
		d.set(k.(Name), v)
	}
}
