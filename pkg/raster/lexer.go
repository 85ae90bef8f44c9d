package raster

import (
	"bytes"
	"math"
	"strconv"
)

// kind is the kind of a token in a content stream.
type kind uint8

const (
	tokenEnd kind = iota
	tokenOperator
	tokenNumber
	tokenName
	tokenString
	tokenArray
	tokenDict // list holds names and values in turn
	tokenOther
	tokenClose // "]" or ">>"
)

// token is an operand or operator of a content stream.
type token struct {
	kind kind
	num  float64
	text []byte // operator, name, string
	list []token
}

// lexer splits a content stream into tokens (ISO 32000-2 7.2, 7.8.2). It never
// fails: what makes no sense comes out as an operator nobody knows.
type lexer struct {
	data []byte
	pos  int
}

// maxNesting bounds arrays and dictionaries in each other.
const maxNesting = 16

// maxList bounds the elements of one array; more are read and dropped.
const maxList = 1 << 16

func isSpace(c byte) bool {
	return c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\f' || c == 0
}

func isDelimiter(c byte) bool {
	return bytes.IndexByte([]byte("()<>[]{}/%"), c) >= 0
}

func (l *lexer) skipSpace() {
	for l.pos < len(l.data) {
		switch c := l.data[l.pos]; {
		case isSpace(c):
			l.pos++
		case c == '%':
			for l.pos < len(l.data) && l.data[l.pos] != '\n' && l.data[l.pos] != '\r' {
				l.pos++
			}
		default:
			return
		}
	}
}

func (l *lexer) next() token { return l.token(0) }

func (l *lexer) token(depth int) token {
	l.skipSpace()
	if l.pos >= len(l.data) {
		return token{}
	}
	switch c := l.data[l.pos]; c {
	case '/':
		l.pos++
		return token{kind: tokenName, text: unescapeName(l.regular())}
	case '(':
		return token{kind: tokenString, text: l.literal()}
	case '[':
		l.pos++
		return token{kind: tokenArray, list: l.sequence(depth)}
	case '<':
		if l.pos+1 < len(l.data) && l.data[l.pos+1] == '<' {
			l.pos += 2
			return token{kind: tokenDict, list: l.sequence(depth)}
		}
		return token{kind: tokenString, text: l.hex()}
	case ']':
		l.pos++
		return token{kind: tokenClose}
	case '>':
		l.pos++
		if l.pos < len(l.data) && l.data[l.pos] == '>' {
			l.pos++
		}
		return token{kind: tokenClose}
	case ')', '{', '}':
		l.pos++
		return token{kind: tokenOther}
	}
	word := l.regular()
	if c := word[0]; c >= '0' && c <= '9' || c == '+' || c == '-' || c == '.' {
		if v, ok := parseNumber(word); ok {
			return token{kind: tokenNumber, num: v}
		}
	}
	switch string(word) {
	case "true", "false", "null":
		return token{kind: tokenOther, text: word}
	}
	return token{kind: tokenOperator, text: word}
}

// regular reads a run of regular characters; in token it is never empty.
func (l *lexer) regular() []byte {
	start := l.pos
	for l.pos < len(l.data) && !isSpace(l.data[l.pos]) && !isDelimiter(l.data[l.pos]) {
		l.pos++
	}
	return l.data[start:l.pos]
}

// sequence reads up to the closing bracket or the end.
func (l *lexer) sequence(depth int) []token {
	var list []token
	for {
		t := token{kind: tokenOther}
		if depth < maxNesting {
			t = l.token(depth + 1)
		} else {
			t = l.flat()
		}
		if t.kind == tokenEnd || t.kind == tokenClose {
			return list
		}
		if len(list) < maxList {
			list = append(list, t)
		}
	}
}

// flat reads a token where brackets nest too deep: an opening bracket is
// passed over.
func (l *lexer) flat() token {
	l.skipSpace()
	if l.pos < len(l.data) && (l.data[l.pos] == '[' || l.data[l.pos] == '<') {
		l.pos++
		return token{kind: tokenOther}
	}
	return l.token(maxNesting)
}

// literal reads a string in parentheses (ISO 32000-2 7.3.4.2).
func (l *lexer) literal() []byte {
	l.pos++
	var out []byte
	for open := 1; l.pos < len(l.data); l.pos++ {
		c := l.data[l.pos]
		switch c {
		case '(':
			open++
		case ')':
			if open--; open == 0 {
				l.pos++
				return out
			}
		case '\\':
			l.pos++
			if l.pos >= len(l.data) {
				return out
			}
			c = l.data[l.pos]
			switch {
			case c >= '0' && c <= '7':
				v := 0
				for i := 0; i < 3 && l.pos < len(l.data) && l.data[l.pos] >= '0' && l.data[l.pos] <= '7'; i++ {
					v = v*8 + int(l.data[l.pos]-'0')
					l.pos++
				}
				l.pos--
				c = byte(v)
			case c == '\n' || c == '\r':
				continue
			case c == 'n':
				c = '\n'
			case c == 'r':
				c = '\r'
			case c == 't':
				c = '\t'
			}
		}
		out = append(out, c)
	}
	return out
}

func (l *lexer) hex() []byte {
	l.pos++
	var out []byte
	high, half := byte(0), false
	for l.pos < len(l.data) {
		c := l.data[l.pos]
		l.pos++
		if c == '>' {
			break
		}
		v, ok := hexDigit(c)
		if !ok {
			continue
		}
		if half {
			out = append(out, high<<4|v)
		}
		high, half = v, !half
	}
	if half {
		out = append(out, high<<4)
	}
	return out
}

func hexDigit(c byte) (byte, bool) {
	switch {
	case c >= '0' && c <= '9':
		return c - '0', true
	case c >= 'a' && c <= 'f':
		return c - 'a' + 10, true
	case c >= 'A' && c <= 'F':
		return c - 'A' + 10, true
	}
	return 0, false
}

// unescapeName replaces #xx in a name (ISO 32000-2 7.3.5).
func unescapeName(b []byte) []byte {
	if bytes.IndexByte(b, '#') < 0 {
		return b
	}
	out := make([]byte, 0, len(b))
	for i := 0; i < len(b); i++ {
		if b[i] == '#' && i+2 < len(b) {
			hi, ok1 := hexDigit(b[i+1])
			lo, ok2 := hexDigit(b[i+2])
			if ok1 && ok2 {
				out = append(out, hi<<4|lo)
				i += 2
				continue
			}
		}
		out = append(out, b[i])
	}
	return out
}

// parseNumber reads a PDF number. "--5" and "5-3", which broken writers leave
// behind, are read as other readers do: -5 and 5.
func parseNumber(b []byte) (float64, bool) {
	for len(b) > 1 && b[0] == '-' && b[1] == '-' {
		b = b[1:]
	}
	if i := bytes.IndexByte(b[1:], '-'); i >= 0 {
		b = b[:i+1]
	}
	for i, c := range b {
		if !(c >= '0' && c <= '9' || c == '.' || i == 0 && (c == '+' || c == '-')) {
			return 0, false
		}
	}
	v, err := strconv.ParseFloat(string(b), 64)
	if err != nil {
		// "-", "." and "+." count as zero.
		return 0, len(b) <= 2
	}
	if math.Abs(v) > 1e12 {
		return 0, true
	}
	return v, true
}
