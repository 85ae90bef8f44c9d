package pdf

import (
	"bytes"
	"math"
	"strconv"
)

// number reads a number, or a reference when "G R" follows.
func (x *lexer) number() (Object, error) {
	w := x.word()
	n, ok := parseInt(w)
	if !ok {
		x.pos += len(w)
		if wellFormed(w) {
			if f, err := strconv.ParseFloat(string(w), 64); err == nil && math.Abs(f) < maxExact {
				return Real(f), nil
			}
		}
		f, ok := parseSloppy(w)
		if !ok {
			x.pos -= len(w)
			return nil, x.err("malformed number")
		}
		x.lenient(w)
		return BadNumber{f, string(w)}, nil
	}
	x.pos += len(w)
	if n > maxExact || n < -maxExact {
		x.lenient(w)
	}
	if n < 0 || n > math.MaxInt32 {
		return Integer(n), nil
	}
	save, more := x.pos, x.more
	x.space()
	if !x.end() && isDigit(x.b[x.pos]) {
		if g, ok := x.integer(); ok && g <= 65535 {
			x.space()
			if x.keyword("R") {
				if !isDigit(w[0]) {
					x.lenient(w) // "+1 0 R"
				}
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

// maxExact is up to where every reader that counts in floating point can tell
// neighbouring integers apart.
const maxExact = 1 << 53

// wellFormed tells whether a token is a number by ISO 32000-2 7.3.3: a sign at
// most, digits, and a point at most.
func wellFormed(w []byte) bool {
	if len(w) > 0 && (w[0] == '+' || w[0] == '-') {
		w = w[1:]
	}
	digits, point := false, false
	for _, c := range w {
		switch {
		case isDigit(c):
			digits = true
		case c == '.' && !point:
			point = true
		default:
			return false
		}
	}
	return digits
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

// parseSloppy takes what writers get wrong: "--5", "5.-", "1.2.3", "1e-5".
func parseSloppy(w []byte) (float64, bool) {
	if len(bytes.Trim(w, "+-.0123456789eE")) == 0 {
		if f, err := strconv.ParseFloat(string(w), 64); err == nil && !math.IsInf(f, 0) {
			return f, true
		}
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
	bad := false
	for i := 0; i < len(w); i++ {
		if w[i] == '#' && i+2 < len(w) {
			hi, lo := hexDigit(w[i+1]), hexDigit(w[i+2])
			if hi >= 0 && lo >= 0 {
				bad = bad || hi|lo == 0 // no name has a zero (7.3.5)
				out = append(out, byte(hi<<4|lo))
				i += 2
				continue
			}
		}
		bad = bad || w[i] == '#'
		out = append(out, w[i])
	}
	if bad {
		x.lenient(w)
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
	if s.Malformed {
		x.lenient(x.b[x.pos:end])
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
		// Most of a string is plain and copied in one go.
		n := x.pos
		for n < len(x.b) && x.b[n] != '(' && x.b[n] != ')' && x.b[n] != '\\' && x.b[n] != '\r' {
			n++
		}
		if n > x.pos {
			out = append(out, x.b[x.pos:n]...)
			x.pos = n
			continue
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
			b, n, ok := Escape(x.b[x.pos:])
			if x.pos += n; !ok {
				continue
			}
			c = b
		}
		out = append(out, c)
	}
}

// Escape reads what stands behind a backslash in a literal string (ISO 32000-2
// 7.3.4.2, table 3): the byte that it means, how many of b it takes, and false
// where it means none, at a line that goes on. b is not empty.
func Escape(b []byte) (c byte, n int, ok bool) {
	switch c = b[0]; c {
	case 'n':
		return '\n', 1, true
	case 'r':
		return '\r', 1, true
	case 't':
		return '\t', 1, true
	case 'b':
		return '\b', 1, true
	case 'f':
		return '\f', 1, true
	case '\r':
		if len(b) > 1 && b[1] == '\n' {
			return 0, 2, false
		}
		return 0, 1, false
	case '\n':
		return 0, 1, false
	case '0', '1', '2', '3', '4', '5', '6', '7':
		v := 0
		for n < 3 && n < len(b) && b[n] >= '0' && b[n] <= '7' {
			v = v*8 + int(b[n]-'0')
			n++
		}
		return byte(v), n, true
	}
	return c, 1, true
}
