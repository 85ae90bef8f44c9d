package pdf

import "strconv"

// lexer reads objects from a window of the file. When it meets the end of a
// window that does not end the file it sets more, and the caller parses again
// with a larger one: whatever was parsed then is not to be trusted.
type lexer struct {
	b      []byte
	pos    int
	base   int64 // offset of b[0] in the file, -1 inside an object stream
	eof    bool  // b ends where the file (or the object stream) ends
	more   bool
	depth  int // levels left
	values int // parsed so far
	token  int // longest token
	// sloppy are the tokens that the format does not allow and that were read
	// all the same, as they are written.
	sloppy []string
}

// maxValues bounds the values in one object: "()" takes two bytes in a file and
// some sixty in memory.
const maxValues = 1_000_000

// lenient notes such a token.
func (x *lexer) lenient(w []byte) {
	if len(x.sloppy) <= maxSloppy {
		x.sloppy = append(x.sloppy, string(w))
	}
}

// maxSloppy bounds what is noted of one object; past it nothing is told apart.
const maxSloppy = 1000

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
	if len(w) == 0 || len(w) > 19 || w[0] == '+' {
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
	if x.values++; x.values > maxValues {
		return nil, &SyntaxError{Offset: x.base, Msg: "object of too many values", Err: ErrLimit}
	}
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
			x.lenient([]byte(">>"))
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
