package sign

import (
	"errors"
	"fmt"
)

// Bounds of the BER reader. Real CMS nest about 15 deep.
const (
	berDepth    = 48
	berElements = 200_000
)

var errBER = errors.New("malformed BER")

// normaliseBER returns the first element of b in DER length form, and the bytes
// behind it. CMS may be BER (RFC 5652 clause 1): indefinite lengths, strings in
// pieces and lengths longer than needed are rewritten. The order of sets and the
// values of primitive elements stay as they are, so that signed attributes and
// certificates keep their bytes. Input that needs no rewriting is returned
// without a copy.
func normaliseBER(b []byte) (der, rest []byte, err error) {
	p := berReader{left: berElements}
	n, clean, err := p.scan(b, berDepth)
	if err != nil {
		return nil, nil, err
	}
	if clean {
		return b[:n], b[n:], nil
	}
	p.left = berElements
	out, used, err := p.element(make([]byte, 0, n), b, berDepth)
	if err != nil {
		return nil, nil, err
	}
	return out, b[used:], nil
}

type berReader struct{ left int }

type berHeader struct {
	tag         []byte // identifier octets
	constructed bool
	indefinite  bool
	minimal     bool // length octets are what DER asks for
	head        int  // octets of identifier and length
	length      int  // of the contents when definite
}

func (p *berReader) header(b []byte) (h berHeader, err error) {
	if p.left--; p.left < 0 {
		return h, fmt.Errorf("%w: too many elements", errBER)
	}
	if len(b) < 2 {
		return h, fmt.Errorf("%w: truncated", errBER)
	}
	i := 1
	if b[0]&0x1f == 0x1f {
		for i < len(b) && b[i]&0x80 != 0 && i < 6 {
			i++
		}
		i++
	}
	if i >= len(b) {
		return h, fmt.Errorf("%w: truncated", errBER)
	}
	h.tag, h.constructed = b[:i], b[0]&0x20 != 0
	l := b[i]
	i++
	switch {
	case l < 0x80:
		h.length, h.minimal = int(l), true
	case l == 0x80:
		if !h.constructed {
			return h, fmt.Errorf("%w: indefinite primitive", errBER)
		}
		h.indefinite = true
	default:
		n := int(l & 0x7f)
		if n > 8 || i+n > len(b) {
			return h, fmt.Errorf("%w: length", errBER)
		}
		v := uint64(0)
		for _, c := range b[i : i+n] {
			v = v<<8 | uint64(c)
		}
		if v > uint64(len(b)) {
			return h, fmt.Errorf("%w: length beyond the data", errBER)
		}
		h.length = int(v)
		h.minimal = v >= 0x80 && b[i] != 0
		i += n
	}
	h.head = i
	if h.length > len(b)-i {
		return h, fmt.Errorf("%w: length beyond the data", errBER)
	}
	return h, nil
}

// scan measures the element at the start of b and tells whether it is in DER
// length form all through.
func (p *berReader) scan(b []byte, depth int) (n int, clean bool, err error) {
	h, err := p.header(b)
	if err != nil {
		return 0, false, err
	}
	if h.indefinite {
		return 0, false, nil
	}
	n, clean = h.head+h.length, h.minimal
	if !clean || !h.constructed {
		return n, clean, nil
	}
	if pieces(h) {
		return n, false, nil
	}
	if depth == 0 {
		return 0, false, fmt.Errorf("%w: nested too deep", errBER)
	}
	for c := b[h.head:n]; len(c) > 0; {
		m, ok, err := p.scan(c, depth-1)
		if err != nil || !ok {
			return n, false, err
		}
		c = c[m:]
	}
	return n, true, nil
}

// pieces tells whether h is a string type in constructed form.
func pieces(h berHeader) bool {
	if !h.constructed || len(h.tag) != 1 || h.tag[0]&0xc0 != 0 {
		return false
	}
	switch h.tag[0] & 0x1f {
	case 3, 4, 12, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 30:
		return true
	}
	return false
}

// element appends the element at the start of b to out in DER length form.
func (p *berReader) element(out, b []byte, depth int) (res []byte, used int, err error) {
	h, err := p.header(b)
	if err != nil {
		return nil, 0, err
	}
	if !h.constructed {
		out = appendHeader(out, h.tag, h.length)
		return append(out, b[h.head:h.head+h.length]...), h.head + h.length, nil
	}
	if depth == 0 {
		return nil, 0, fmt.Errorf("%w: nested too deep", errBER)
	}
	body := b[h.head:]
	if !h.indefinite {
		body = body[:h.length]
	}
	split := pieces(h)
	var inner []byte
	pos := 0
	for {
		if h.indefinite {
			if pos+2 > len(body) {
				return nil, 0, fmt.Errorf("%w: without end", errBER)
			}
			if body[pos] == 0 && body[pos+1] == 0 {
				pos += 2
				break
			}
		} else if pos == len(body) {
			break
		}
		if split {
			var n int
			if inner, n, err = p.piece(inner, body[pos:], depth-1); err != nil {
				return nil, 0, err
			}
			pos += n
			continue
		}
		var n int
		if inner, n, err = p.element(inner, body[pos:], depth-1); err != nil {
			return nil, 0, err
		}
		pos += n
	}
	tag := h.tag
	if split {
		tag = []byte{h.tag[0] &^ 0x20}
	}
	out = appendHeader(out, tag, len(inner))
	return append(out, inner...), h.head + pos, nil
}

// piece appends the contents of one piece of a constructed string, which may
// itself be in pieces.
func (p *berReader) piece(inner, b []byte, depth int) ([]byte, int, error) {
	if depth <= 0 {
		return nil, 0, fmt.Errorf("%w: nested too deep", errBER)
	}
	whole, n, err := p.element(nil, b, depth)
	if err != nil {
		return nil, 0, err
	}
	h, err := p.header(whole)
	if err != nil {
		return nil, 0, err
	}
	return append(inner, whole[h.head:]...), n, nil
}

func appendHeader(out, tag []byte, n int) []byte {
	out = append(out, tag...)
	if n < 0x80 {
		return append(out, byte(n))
	}
	k := 0
	for m := n; m > 0; m >>= 8 {
		k++
	}
	out = append(out, 0x80|byte(k))
	for i := k - 1; i >= 0; i-- {
		out = append(out, byte(n>>(8*i)))
	}
	return out
}
