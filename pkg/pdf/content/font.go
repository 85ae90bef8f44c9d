package content

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/tthclint/tthclint/pkg/pdf"
)

const (
	maxWidths     = 70_000  // entries of /W
	maxFontStream = 2 << 20 // bytes of a decoded CMap
)

// glyph is one shown code.
type glyph struct {
	text  string
	ok    bool    // the file says what it stands for
	width float64 // advance in em
	space bool    // the single byte 32, which word spacing applies to
}

// font decodes the strings shown with one font (ISO 32000-2 9.5 to 9.10).
type font struct {
	unicode *cmap // ToUnicode, or nil

	// Simple fonts.
	enc    *encoding // nil when built into the font program
	names  map[int]string
	first  int
	widths []float64
	other  float64 // width of other codes
	table  *[95]uint16
	glyphs *[256]glyph // decoded up to now
	ready  [256]bool

	// Composite fonts.
	composite bool
	codes     *cmap // nil when the encoding is not known
	utf16     bool  // the codes are UTF-16 themselves
	cids      map[uint32]float64
	spans     []widthSpan

	symbols bool // pictures, no letters
	legacy  bool // a font whose letters are not what its encoding says
}

type widthSpan struct {
	lo, hi uint32
	width  float64
}

// font reads a font dictionary.
func (r *Reader) font(v *pdf.View, d *pdf.Dict) *font {
	name := baseName(v.Name(d.Get("BaseFont")))
	f := &font{symbols: isSymbols(name), legacy: isLegacy(name)}
	if s, ok := v.Resolve(d.Get("ToUnicode")).(*pdf.Stream); ok {
		f.unicode = r.cmap(v, s, 0)
	}
	if v.Name(d.Get("Subtype")) == "Type0" {
		f.composite = true
		r.compositeFont(v, d, f)
	} else {
		simpleFont(v, d, f, name)
	}
	return f
}

// baseName returns a font's name without the tag of a subset.
func baseName(n pdf.Name) string {
	s := string(n)
	if len(s) > 7 && s[6] == '+' {
		s = s[7:]
	}
	return strings.ToLower(s)
}

func isSymbols(name string) bool {
	for _, p := range []string{"zapfdingbats", "wingdings", "webdings"} {
		if strings.HasPrefix(name, p) {
			return true
		}
	}
	return false
}

// isLegacy tells the fonts of TCVN 5712 ("TCVN3"), VNI and VPS, which show
// Vietnamese letters for codes that say something else.
func isLegacy(name string) bool {
	for _, p := range []string{".vn", "vni-", "vni ", "vntime", "vnarial", "vnhelvet", "vps ", "vps-"} {
		if strings.HasPrefix(name, p) {
			return true
		}
	}
	return false
}

func simpleFont(v *pdf.View, d *pdf.Dict, f *font, name string) {
	desc := v.Dict(d.Get("FontDescriptor"))
	flags, _ := v.Number(desc.Get("Flags"))
	embedded := desc.Get("FontFile") != nil || desc.Get("FontFile2") != nil || desc.Get("FontFile3") != nil
	subtype := v.Name(d.Get("Subtype"))
	// A font that is there, and says that it is no Latin text font, has an
	// encoding of its own, which only its program knows.
	if builtIn := int(flags)&4 != 0 && embedded || subtype == "Type3" || strings.HasPrefix(name, "symbol"); !builtIn {
		f.enc = standardEncoding
	}
	switch e := v.Resolve(d.Get("Encoding")).(type) {
	case pdf.Name:
		if enc := namedEncoding(string(e)); enc != nil {
			f.enc = enc
		}
	case *pdf.Dict:
		if enc := namedEncoding(string(v.Name(e.Get("BaseEncoding")))); enc != nil {
			f.enc = enc
		}
		f.names = differences(v, v.Array(e.Get("Differences")))
	}
	simpleWidths(v, d, desc, f, name, subtype == "Type3")
}

// differences reads /Differences (ISO 32000-2 9.6.5.1).
func differences(v *pdf.View, a pdf.Array) map[int]string {
	names := map[int]string{}
	code := 0
	for _, o := range a[:min(len(a), 1024)] {
		switch o := v.Resolve(o).(type) {
		case pdf.Integer:
			code = int(o)
		case pdf.Name:
			if code >= 0 && code < 256 {
				names[code] = string(o)
			}
			code++
		}
	}
	return names
}

func simpleWidths(v *pdf.View, d, desc *pdf.Dict, f *font, name string, type3 bool) {
	scale := 0.001
	if type3 {
		m := v.Array(d.Get("FontMatrix"))
		if len(m) > 0 {
			scale, _ = v.Number(m[0])
		}
	}
	a := v.Array(d.Get("Widths"))
	if first, ok := v.Number(d.Get("FirstChar")); ok && first >= 0 && first < 256 {
		f.first = int(first)
	}
	for _, o := range a[:min(len(a), 256)] {
		w, _ := v.Number(o)
		f.widths = append(f.widths, w*scale)
	}
	w, _ := v.Number(desc.Get("MissingWidth"))
	f.other = w * scale
	if len(a) > 0 {
		return
	}
	switch {
	case strings.HasPrefix(name, "courier"):
		f.other = 0.6
	case strings.HasPrefix(name, "times"):
		f.table = &times
	default:
		f.table = &helvetica
	}
}

// predefined returns a predefined CMap as far as strings can be split by it.
func predefined(name string) (m *cmap, utf16 bool) {
	switch {
	case name == "Identity-H", name == "Identity-V":
		return identity, false
	case strings.Contains(name, "-UCS2-"), strings.Contains(name, "-UTF16-"):
		return identity, true
	}
	return nil, false
}

func (r *Reader) compositeFont(v *pdf.View, d *pdf.Dict, f *font) {
	switch e := v.Resolve(d.Get("Encoding")).(type) {
	case pdf.Name:
		f.codes, f.utf16 = predefined(string(e))
	case *pdf.Stream:
		f.codes = r.cmap(v, e, 0)
	}
	if f.codes == nil && f.unicode != nil && len(f.unicode.codes) > 0 {
		f.codes = f.unicode
	}
	var desc *pdf.Dict
	if a := v.Array(d.Get("DescendantFonts")); len(a) > 0 {
		desc = v.Dict(a[0])
	}
	f.other = 1
	if w, ok := v.Number(desc.Get("DW")); ok {
		f.other = w / 1000
	}
	f.cids = map[uint32]float64{}
	a := v.Array(desc.Get("W"))
	cid := func(o pdf.Object) (uint32, bool) {
		n, ok := v.Number(o)
		return uint32(max(n, 0)), ok && n >= 0 && n <= 0xFFFF
	}
	for i := 0; i+1 < len(a) && len(f.cids)+len(f.spans) < maxWidths; {
		lo, ok := cid(a[i])
		if list := v.Array(a[i+1]); list != nil {
			for j, o := range list[:min(len(list), maxWidths)] {
				if w, isNumber := v.Number(o); ok && isNumber {
					f.cids[lo+uint32(j)] = w / 1000
				}
			}
			i += 2
			continue
		}
		if i+2 >= len(a) {
			return
		}
		hi, ok2 := cid(a[i+1])
		if w, isNumber := v.Number(a[i+2]); ok && ok2 && isNumber {
			f.spans = append(f.spans, widthSpan{lo, hi, w / 1000})
		}
		i += 3
	}
}

// decode yields the glyphs of a shown string.
func (f *font) decode(b []byte, yield func(glyph) bool) {
	if !f.composite {
		for _, c := range b {
			if !yield(f.simple(c)) {
				return
			}
		}
		return
	}
	if f.codes == nil {
		// Neither where a code ends nor what it means is known.
		yield(glyph{width: float64(len(b)) / 2})
		return
	}
	for len(b) > 0 {
		code, n, ok := f.codes.next(b)
		g := glyph{width: f.width(f.codes.cid(code)), space: n == 1 && code == 32}
		if ok {
			g.text, g.ok = f.compositeText(code, b[:n])
		}
		if f.legacy && !ascii(g.text) {
			g.text, g.ok = "", false
		}
		if b = b[n:]; f.symbols {
			g.text, g.ok = "", true
		}
		if !yield(g) {
			return
		}
	}
}

func (f *font) compositeText(code uint32, b []byte) (string, bool) {
	if f.unicode != nil {
		if s, ok := f.unicode.text(code); ok {
			return readable(s)
		}
	}
	if f.utf16 {
		if first, s := utf16Text(b); s == "" {
			return readable(string(rune(first)))
		}
	}
	return "", false
}

func (f *font) width(cid uint32) float64 {
	if w, ok := f.cids[cid]; ok {
		return w
	}
	for _, s := range f.spans[:min(len(f.spans), 1000)] {
		if cid >= s.lo && cid <= s.hi {
			return s.width
		}
	}
	return f.other
}

func (f *font) simple(c byte) glyph {
	if f.ready[c] {
		return f.glyphs[c]
	}
	g := glyph{width: f.other, space: c == 32}
	g.text, g.ok = f.simpleText(c)
	if f.legacy && !ascii(g.text) {
		g.text, g.ok = "", false
	}
	if i := int(c) - f.first; i >= 0 && i < len(f.widths) {
		g.width = f.widths[i]
	} else if f.table != nil {
		r, _ := utf8.DecodeRuneInString(g.text)
		g.width = widthOf(f.table, r)
	}
	if f.symbols {
		g.text, g.ok = "", true
	}
	if f.glyphs == nil {
		f.glyphs = new([256]glyph)
	}
	f.ready[c], f.glyphs[c] = true, g
	return g
}

func (f *font) simpleText(c byte) (string, bool) {
	if f.unicode != nil {
		if s, ok := f.unicode.text(uint32(c)); ok {
			if s, ok = readable(s); ok {
				return s, true
			}
		}
	}
	if name, ok := f.names[int(c)]; ok {
		s, ok := glyphText(name)
		if !ok {
			return "", false
		}
		return readable(s)
	}
	if f.enc == nil || f.enc[c] == 0 {
		// Line ends and tabs in strings show nothing.
		return "", f.enc != nil && c < ' '
	}
	return string(f.enc[c]), true
}

func ascii(s string) bool {
	for i := range len(s) {
		if s[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

// readable brings decoded text to what can be read: ligatures as letters, every
// blank as a space, nothing that is not seen. It is false for what stands for no
// known character: private use, replacement.
func readable(s string) (string, bool) {
	if ascii(s) && strings.IndexFunc(s, unicode.IsControl) < 0 {
		return s, true
	}
	var out strings.Builder
	for _, r := range s {
		switch {
		case r == utf8.RuneError, r == 0, unicode.Is(unicode.Co, r), r&0xFFFE == 0xFFFE:
			return "", false
		case unicode.IsSpace(r):
			out.WriteByte(' ')
		case r >= 0xFB00 && r <= 0xFB04:
			out.WriteString([...]string{"ff", "fi", "fl", "ffi", "ffl"}[r-0xFB00])
		case r == 0x2010, r == 0x2011:
			out.WriteByte('-')
		case unicode.IsGraphic(r):
			out.WriteRune(r)
		}
	}
	return out.String(), true
}
