package content

import (
	"sort"
	"unicode/utf16"
	"unicode/utf8"
)

const (
	maxCMapEntries = 200_000
	maxCMapDepth   = 4  // maps that use another map
	maxCMapText    = 64 // bytes of UTF-16 that one code stands for
)

// cmap maps the codes in strings of one font: to Unicode (ISO 32000-2 9.10.3) or
// to the numbers of glyphs, CIDs (9.7.5).
type cmap struct {
	codes   []codespace
	entries []mapping // sorted by lo
	base    *cmap     // what usecmap names
}

// codespace is a range of codes of one length, in each of its bytes.
type codespace struct {
	n      int // bytes, 1 to 4
	lo, hi uint32
}

// mapping maps the codes lo to hi to what follows first, or all to text.
type mapping struct {
	lo, hi uint32
	first  uint32 // character or CID
	text   string // instead of first, for several characters
}

// identity is Identity-H and -V: two bytes that are the CID.
var identity = &cmap{codes: []codespace{{2, 0, 0xFFFF}}, entries: []mapping{{lo: 0, hi: 0xFFFF}}}

// parseCMap reads a CMap program. Only the operators that define a mapping are
// known; everything else is passed over. use returns the map that usecmap
// names, or nil.
func parseCMap(b []byte, use func(name string) *cmap) *cmap {
	m := &cmap{}
	x := lexer{b: b}
	var last token
	for {
		t := x.next()
		if t.kind == kEnd {
			break
		}
		if t.kind == kOperator {
			switch string(t.b) {
			case "begincodespacerange":
				m.codespaces(&x)
			case "beginbfchar":
				m.section(&x, false, true)
			case "beginbfrange":
				m.section(&x, true, true)
			case "begincidchar":
				m.section(&x, false, false)
			case "begincidrange":
				m.section(&x, true, false)
			case "usecmap":
				if last.kind == kName && use != nil && m.base == nil {
					m.base = use(string(last.b))
				}
			}
		}
		last = t
	}
	less := func(i, j int) bool { return m.entries[i].lo < m.entries[j].lo }
	if !sort.SliceIsSorted(m.entries, less) {
		sort.SliceStable(m.entries, less)
	}
	return m
}

func (m *cmap) codespaces(x *lexer) {
	for {
		lo, hi := x.next(), x.next()
		if lo.kind != kString || hi.kind != kString {
			return
		}
		n := len(hi.b)
		if n < 1 || n > 4 || len(lo.b) != n || len(m.codes) >= 100 {
			continue
		}
		m.codes = append(m.codes, codespace{n, codeOf(lo.b), codeOf(hi.b)})
	}
}

// section reads the entries up to the operator that ends them, which is read
// as well.
func (m *cmap) section(x *lexer, ranges, unicode bool) {
	for {
		lo := x.next()
		if lo.kind != kString {
			return
		}
		e := mapping{lo: codeOf(lo.b)}
		e.hi = e.lo
		ok := len(lo.b) >= 1 && len(lo.b) <= 4
		if ranges {
			hi := x.next()
			if hi.kind != kString {
				return
			}
			e.hi = codeOf(hi.b)
			ok = ok && len(hi.b) <= 4 && e.hi >= e.lo
		}
		to := x.next()
		switch {
		case to.kind == kOpen:
			for code := e.lo; ; code++ {
				to = x.next()
				if to.kind != kString && to.kind != kName && to.kind != kNumber {
					break
				}
				if ok && code >= e.lo && code <= e.hi {
					m.add(mapping{lo: code, hi: code}, to, unicode)
				}
			}
			if to.kind != kClose {
				return
			}
		case to.kind == kOperator, to.kind == kEnd:
			return
		case ok:
			m.add(e, to, unicode)
		}
	}
}

func (m *cmap) add(e mapping, to token, unicode bool) {
	if len(m.entries) >= maxCMapEntries {
		return
	}
	switch {
	case !unicode && to.kind == kNumber && to.num >= 0:
		e.first = uint32(to.num)
	case unicode && to.kind == kString && len(to.b) <= maxCMapText:
		e.first, e.text = utf16Text(to.b)
	case unicode && to.kind == kName: // a glyph name, allowed for bfchar
		s, ok := glyphText(string(to.b))
		if !ok {
			return
		}
		e.text = s
	default:
		return
	}
	m.entries = append(m.entries, e)
}

// utf16Text reads UTF-16BE: one character, or several as text. A single byte is
// wrong, but written by some and clear.
func utf16Text(b []byte) (uint32, string) {
	switch len(b) {
	case 1:
		return uint32(b[0]), ""
	case 2:
		return uint32(b[0])<<8 | uint32(b[1]), ""
	}
	u := make([]uint16, 0, len(b)/2)
	for i := 0; i+1 < len(b); i += 2 {
		u = append(u, uint16(b[i])<<8|uint16(b[i+1]))
	}
	if r := utf16.Decode(u); len(r) == 1 {
		return uint32(r[0]), ""
	}
	return 0, string(utf16.Decode(u))
}

func codeOf(b []byte) (n uint32) {
	for _, c := range b {
		n = n<<8 | uint32(c)
	}
	return n
}

// find returns the mapping of a code.
func (m *cmap) find(code uint32) (mapping, bool) {
	for depth := 0; m != nil && depth <= maxCMapDepth; depth++ {
		i := sort.Search(len(m.entries), func(i int) bool { return m.entries[i].lo > code })
		if i > 0 && m.entries[i-1].hi >= code {
			return m.entries[i-1], true
		}
		m = m.base
	}
	return mapping{}, false
}

// text returns what a code stands for.
func (m *cmap) text(code uint32) (string, bool) {
	e, ok := m.find(code)
	if !ok {
		return "", false
	}
	if e.text == "" {
		r := e.first + (code - e.lo)
		return string(rune(r)), r != 0
	}
	if code == e.lo {
		return e.text, true
	}
	// The last character of a range counts up.
	last, n := utf8.DecodeLastRuneInString(e.text)
	return e.text[:len(e.text)-n] + string(last+rune(code-e.lo)), true
}

// cid returns the number of the glyph of a code.
func (m *cmap) cid(code uint32) uint32 {
	e, _ := m.find(code)
	return e.first + (code - e.lo)
}

// next splits the first code off a string: the first length of which each byte
// lies in a code space range. Where none does, the shortest length is taken.
func (m *cmap) next(b []byte) (code uint32, n int, ok bool) {
	shortest := 4
	some := false
	for depth := 0; m != nil && depth <= maxCMapDepth; depth++ {
		for n := 1; n <= 4 && n <= len(b); n++ {
			code := codeOf(b[:n])
			for _, c := range m.codes {
				if c.n == n && c.holds(code) {
					return code, n, true
				}
			}
		}
		for _, c := range m.codes {
			some, shortest = true, min(shortest, c.n)
		}
		m = m.base
	}
	if !some {
		shortest = 1
	}
	n = min(shortest, len(b))
	return codeOf(b[:n]), n, false
}

func (c codespace) holds(code uint32) bool {
	for i := range c.n {
		s := 8 * i
		b := byte(code >> s)
		if b < byte(c.lo>>s) || b > byte(c.hi>>s) {
			return false
		}
	}
	return true
}
