package content

import (
	"bytes"
	"strconv"

	"github.com/tthclint/tthclint/pkg/pdf"
)

// kind is the kind of a token.
type kind uint8

const (
	kEnd kind = iota
	kNumber
	kName
	kString
	kOpen     // [
	kClose    // ]
	kOpenDict // <<
	kCloseDict
	kOperator // also true, false, null
)

// token is one token of a content stream or CMap. Bytes point into the stream
// where they can.
type token struct {
	kind kind
	num  float64
	b    []byte // of a string, decoded; of a name, without the slash; of an operator
}

// lexer reads the tokens of a content stream (ISO 32000-2 7.8.2), or of a CMap,
// which uses the same. It is lenient: whatever it meets, it goes on behind it.
// Unlike the lexer of package pdf it knows operators and no references, and
// allocates nothing for numbers, of which drawings are full.
type lexer struct {
	b   []byte
	pos int
	bad bool // something was malformed
}

const (
	regular = iota
	space
	delim
)

// class holds the character classes of ISO 32000-2 tables 1 and 2.
var class = func() (t [256]uint8) {
	for _, c := range "\x00\t\n\f\r " {
		t[c] = space
	}
	for _, c := range "()<>[]{}/%" {
		t[c] = delim
	}
	return t
}()

func (x *lexer) skip() {
	for x.pos < len(x.b) {
		switch c := x.b[x.pos]; {
		case class[c] == space:
			x.pos++
		case c == '%':
			n := bytes.IndexAny(x.b[x.pos:], "\r\n")
			if n < 0 {
				n = len(x.b) - x.pos
			}
			x.pos += n
		default:
			return
		}
	}
}

func (x *lexer) word() []byte {
	i := x.pos
	for i < len(x.b) && class[x.b[i]] == regular {
		i++
	}
	w := x.b[x.pos:i]
	x.pos = i
	return w
}

// next returns the next token, at the end one of kind kEnd.
func (x *lexer) next() token {
	x.skip()
	if x.pos >= len(x.b) {
		return token{}
	}
	c := x.b[x.pos]
	if class[c] == regular {
		w := x.word()
		if c <= '9' { // digits, signs and the point; no operator begins with them
			if n, ok := number(w); ok {
				return token{kind: kNumber, num: n}
			}
		}
		return token{kind: kOperator, b: w}
	}
	x.pos++
	two := x.pos < len(x.b) && x.b[x.pos] == c
	switch c {
	case '/':
		return token{kind: kName, b: unescape(x.word())}
	case '(':
		return token{kind: kString, b: x.literal()}
	case '[':
		return token{kind: kOpen}
	case ']':
		return token{kind: kClose}
	case '<':
		if two {
			x.pos++
			return token{kind: kOpenDict}
		}
		return token{kind: kString, b: x.hex()}
	case '>':
		if two {
			x.pos++
			return token{kind: kCloseDict}
		}
	}
	if c != '{' && c != '}' { // procedures are met in CMaps
		x.bad = true
	}
	return token{kind: kOperator, b: x.b[x.pos-1 : x.pos]}
}

// number reads a number as leniently as viewers do; what is too large for a
// page is cut, so that no sum of them overflows.
func number(w []byte) (float64, bool) {
	i, neg := 0, false
	for i < len(w) && (w[i] == '-' || w[i] == '+') {
		neg = neg || w[i] == '-'
		i++
	}
	n, scale, digits := 0.0, 0.0, false
	for ; i < len(w); i++ {
		switch c := w[i]; {
		case c >= '0' && c <= '9':
			digits = true
			if scale == 0 {
				n = n*10 + float64(c-'0')
			} else {
				n += float64(c-'0') * scale
				scale /= 10
			}
		case c == '.' && scale == 0:
			scale = 0.1
		case c == '-' && digits, c == '.': // "12-34" and "1.2.3" are 12 and 1.2 to most viewers
			i = len(w)
		default:
			// Exponents are forbidden, but written by some.
			f, err := strconv.ParseFloat(string(w), 64)
			return max(-maxNumber, min(maxNumber, f)), err == nil && f == f
		}
	}
	if !digits && scale == 0 {
		return 0, false
	}
	if neg {
		n = -n
	}
	return max(-maxNumber, min(maxNumber, n)), true
}

const maxNumber = 1e9

func unescape(w []byte) []byte {
	if bytes.IndexByte(w, '#') < 0 {
		return w
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
	return out
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

func (x *lexer) hex() []byte {
	end := bytes.IndexByte(x.b[x.pos:], '>')
	if end < 0 {
		x.bad = true
		end = len(x.b) - x.pos
	}
	src := x.b[x.pos : x.pos+end]
	x.pos = min(x.pos+end+1, len(x.b))
	out := make([]byte, 0, (len(src)+1)/2)
	hi := -1
	for _, c := range src {
		d := hexDigit(c)
		switch {
		case d < 0:
			x.bad = x.bad || class[c] != space
		case hi < 0:
			hi = d
		default:
			out = append(out, byte(hi<<4|d))
			hi = -1
		}
	}
	if hi >= 0 {
		out = append(out, byte(hi<<4))
	}
	return out
}

// literal reads a string behind its opening bracket (ISO 32000-2 7.3.4.2).
func (x *lexer) literal() []byte {
	// Most strings are plain and need no copy.
	if n := bytes.IndexAny(x.b[x.pos:], "()\\\r"); n >= 0 && x.b[x.pos+n] == ')' {
		s := x.b[x.pos : x.pos+n]
		x.pos += n + 1
		return s
	}
	var out []byte
	for level := 1; x.pos < len(x.b); {
		c := x.b[x.pos]
		x.pos++
		switch c {
		case '(':
			level++
		case ')':
			if level--; level == 0 {
				return out
			}
		case '\r':
			x.take('\n')
			c = '\n'
		case '\\':
			if x.pos == len(x.b) {
				continue
			}
			b, n, ok := pdf.Escape(x.b[x.pos:])
			if x.pos += n; !ok {
				continue
			}
			c = b
		}
		out = append(out, c)
	}
	x.bad = true
	return out
}

func (x *lexer) take(c byte) {
	if x.pos < len(x.b) && x.b[x.pos] == c {
		x.pos++
	}
}

// inlineImage skips the rest of an inline image behind BI (ISO 32000-2 8.9.7).
func (x *lexer) inlineImage() {
	length, key := -1, ""
	for {
		t := x.next()
		switch {
		case t.kind == kEnd:
			x.bad = true
			return
		case t.kind == kOperator && string(t.b) == "ID":
			x.imageData(length)
			return
		case t.kind == kNumber && (key == "L" || key == "Length"):
			length = int(t.num)
		}
		if key = ""; t.kind == kName {
			key = string(t.b)
		}
	}
}

// imageData skips the data up to EI. Without a length its end has to be found:
// EI between white space, with something behind it that is no picture data.
func (x *lexer) imageData(length int) {
	if x.pos < len(x.b) && class[x.b[x.pos]] == space {
		x.pos++
	}
	if length >= 0 && length <= len(x.b)-x.pos {
		y := lexer{b: x.b, pos: x.pos + length}
		if t := y.next(); t.kind == kOperator && string(t.b) == "EI" {
			x.pos = y.pos
			return
		}
	}
	for {
		n := bytes.Index(x.b[x.pos:], []byte("EI"))
		if n < 0 {
			x.pos, x.bad = len(x.b), true
			return
		}
		at := x.pos + n
		x.pos = at + 2
		if (at == 0 || class[x.b[at-1]] == space) && (x.pos == len(x.b) || class[x.b[x.pos]] == space) && plain(x.b[x.pos:min(x.pos+16, len(x.b))]) {
			return
		}
	}
}

func plain(b []byte) bool {
	for _, c := range b {
		if c >= 0x7F || c < ' ' && class[c] != space || c == 0 {
			return false
		}
	}
	return true
}
