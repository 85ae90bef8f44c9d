package content

import (
	"strconv"
	"strings"
	"unicode/utf8"
)

// Encodings of simple fonts (ISO 32000-2 annex D). Codes 0x20 to 0x7E are ASCII
// in all of them, apart from the two quotes of StandardEncoding; the strings
// hold the rest. U+FFFD stands for a code without a character.
const (
	// standardHigh begins at 0xA0.
	standardHigh = "\uFFFD¡¢£⁄¥ƒ§¤'“«‹›ﬁﬂ\uFFFD–†‡·\uFFFD¶•‚„”»…‰\uFFFD¿\uFFFD`´ˆ˜¯˘˙¨\uFFFD˚¸\uFFFD˝˛ˇ—" +
		"\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD" +
		"Æ\uFFFDª\uFFFD\uFFFD\uFFFD\uFFFDŁØŒº\uFFFD\uFFFD\uFFFD\uFFFD\uFFFDæ\uFFFD\uFFFD\uFFFDı\uFFFD\uFFFDłøœß\uFFFD\uFFFD\uFFFD\uFFFD"
	// macHigh begins at 0x80.
	macHigh = "ÄÅÇÉÑÖÜáàâäãåçéèêëíìîïñóòôöõúùûü†°¢£§•¶ß®©™´¨≠ÆØ∞±≤≥¥µ∂∑∏π∫ªºΩæø" +
		"¿¡¬√ƒ≈∆«»… ÀÃÕŒœ–—“”‘’÷◊ÿŸ⁄¤‹›ﬁﬂ‡·‚„‰ÂÊÁËÈÍÎÏÌÓÔ\uFFFDÒÚÛÙıˆ˜¯˘˙˚¸˝˛ˇ"
	// winHigh begins at 0x80 and ends at 0x9F; what follows is Latin-1. Codes
	// that are not used show a bullet (annex D, note 3 of table D.2).
	winHigh = "€•‚ƒ„…†‡ˆ‰Š‹Œ•Ž••‘’“”•–—˜™š›œ•žŸ"
	// docLow begins at 0x18, docHigh at 0x80; what follows 0xA0 is Latin-1.
	docLow  = "˘ˇˆ˙˝˛˚˜"
	docHigh = "•†‡…—–ƒ⁄‹›−‰„“”‘’‚™ﬁﬂŁŒŠŸŽıłœšž\uFFFD€"
)

// encoding maps the codes of a simple font; 0 is a code without a character.
type encoding [256]rune

func newEncoding(at int, high string, from int) *encoding {
	e := &encoding{}
	for c := 0x20; c < 0x7F; c++ {
		e[c] = rune(c)
	}
	for c := from; c < 256; c++ {
		e[c] = rune(c)
	}
	for _, r := range high {
		if r != utf8.RuneError {
			e[at] = r
		}
		at++
	}
	return e
}

var (
	standardEncoding = func() *encoding {
		e := newEncoding(0xA0, standardHigh, 256)
		e['\''], e['`'] = '’', '‘'
		return e
	}()
	macRoman = newEncoding(0x80, macHigh, 256)
	winAnsi  = func() *encoding {
		e := newEncoding(0x80, winHigh, 0xA0)
		e[0x7F] = '•'
		return e
	}()
	pdfDoc = func() *encoding {
		e := newEncoding(0x80, docHigh, 0xA1)
		for i, r := range []rune(docLow) {
			e[0x18+i] = r
		}
		return e
	}()
)

// namedEncoding returns a predefined encoding, or nil.
func namedEncoding(name string) *encoding {
	switch name {
	case "WinAnsiEncoding":
		return winAnsi
	case "MacRomanEncoding":
		return macRoman
	case "StandardEncoding":
		return standardEncoding
	case "PDFDocEncoding": // not allowed for fonts, but Acrobat writes it
		return pdfDoc
	}
	return nil
}

// glyphNames are the glyph names of the standard Latin character set (ISO
// 32000-2 annex D) and some of the Adobe Glyph List that its letters need, each
// with its character; names of letters with marks are taken apart by rule.
const glyphNames = "exclam ! quotedbl \" numbersign # dollar $ percent % ampersand & quotesingle ' parenleft ( parenright ) " +
	"asterisk * plus + comma , hyphen - minus − period . slash / zero 0 one 1 two 2 three 3 four 4 five 5 six 6 seven 7 " +
	"eight 8 nine 9 colon : semicolon ; less < equal = greater > question ? at @ bracketleft [ backslash \\ bracketright ] " +
	"asciicircum ^ underscore _ grave ` braceleft { bar | braceright } asciitilde ~ exclamdown ¡ cent ¢ sterling £ currency ¤ " +
	"yen ¥ brokenbar ¦ section § dieresis ¨ copyright © ordfeminine ª guillemotleft « logicalnot ¬ registered ® macron ¯ " +
	"degree ° plusminus ± twosuperior ² threesuperior ³ acute ´ mu µ paragraph ¶ periodcentered · middot · cedilla ¸ " +
	"onesuperior ¹ ordmasculine º guillemotright » onequarter ¼ onehalf ½ threequarters ¾ questiondown ¿ multiply × divide ÷ " +
	"AE Æ ae æ Eth Ð eth ð Thorn Þ thorn þ germandbls ß Oslash Ø oslash ø OE Œ oe œ Lslash Ł lslash ł Dcroat Đ dcroat đ " +
	"Dslash Đ dmacron đ dotlessi ı florin ƒ circumflex ˆ caron ˇ breve ˘ dotaccent ˙ ring ˚ ogonek ˛ tilde ˜ hungarumlaut ˝ " +
	"endash – emdash — quoteleft ‘ quoteright ’ quotesinglbase ‚ quotedblleft “ quotedblright ” quotedblbase „ dagger † " +
	"daggerdbl ‡ bullet • ellipsis … perthousand ‰ guilsinglleft ‹ guilsinglright › fraction ⁄ Euro € dong ₫ trademark ™ " +
	"partialdiff ∂ Delta ∆ summation ∑ radical √ lozenge ◊ notequal ≠ lessequal ≤ greaterequal ≥ infinity ∞ approxequal ≈ " +
	"product ∏ pi π integral ∫ Omega Ω fi ﬁ fl ﬂ ff ﬀ ffi ﬃ ffl ﬄ " +
	"gravecomb \u0300 acutecomb \u0301 circumflexcmb \u0302 tildecomb \u0303 brevecmb \u0306 hookabovecomb \u0309 " +
	"horncmb \u031B dotbelowcomb \u0323"

var byGlyphName = func() map[string]string {
	m := map[string]string{"space": " ", "nbspace": " ", "nonbreakingspace": " ", "sfthyphen": "-", "softhyphen": "-", ".notdef": ""}
	f := strings.Fields(glyphNames)
	for i := 0; i+1 < len(f); i += 2 {
		m[f[i]] = f[i+1]
	}
	return m
}()

// glyphMarks are the marks in names such as "Acircumflexhookabove".
var glyphMarks = []struct {
	name string
	mark rune
}{
	{"acute", markAcute}, {"grave", markGrave}, {"hookabove", markHook}, {"tilde", markTilde}, {"dotbelow", markDot},
	{"circumflex", markCircumflex}, {"breve", markBreve}, {"horn", markHorn}, {"dieresis", '\u0308'}, {"ring", '\u030A'},
	{"cedilla", '\u0327'}, {"caron", '\u030C'}, {"macron", '\u0304'}, {"ogonek", '\u0328'}, {"dotaccent", '\u0307'},
	{"hungarumlaut", '\u030B'}, {"commaaccent", '\u0326'},
}

// glyphText returns the text of a glyph by its name, as the Adobe Glyph List
// Specification says; false for a name that says nothing, such as "g12".
func glyphText(name string) (string, bool) {
	if s, ok := byGlyphName[name]; ok {
		return s, true
	}
	if i := strings.IndexByte(name, '.'); i >= 0 { // "a.sc": a variant
		name = name[:i]
	}
	if len(name) > 64 {
		return "", false
	}
	var out strings.Builder
	for part := range strings.SplitSeq(name, "_") {
		s, ok := glyphPart(part)
		if !ok {
			return "", false
		}
		out.WriteString(s)
	}
	return out.String(), name != ""
}

func glyphPart(name string) (string, bool) {
	if s, ok := byGlyphName[name]; ok {
		return s, true
	}
	if len(name) == 0 {
		return "", false
	}
	if c := name[0]; c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z' {
		if s, ok := marked(name); ok {
			return s, true
		}
	}
	if hex, ok := strings.CutPrefix(name, "uni"); ok && len(hex) >= 4 && len(hex)%4 == 0 {
		var out strings.Builder
		for ; hex != ""; hex = hex[4:] {
			r, ok := hexRune(hex[:4])
			if !ok {
				return "", false
			}
			out.WriteRune(r)
		}
		return out.String(), true
	}
	if hex, ok := strings.CutPrefix(name, "u"); ok && len(hex) >= 4 && len(hex) <= 6 {
		if r, ok := hexRune(hex); ok {
			return string(r), true
		}
	}
	return "", false
}

// marked reads a letter and the names of the marks on it.
func marked(name string) (string, bool) {
	s, rest := name[:1], name[1:]
next:
	for rest != "" {
		for _, m := range glyphMarks {
			if r, ok := strings.CutPrefix(rest, m.name); ok {
				s, rest = s+string(m.mark), r
				continue next
			}
		}
		return "", false
	}
	return compose(s), true
}

func hexRune(s string) (rune, bool) {
	n, err := strconv.ParseUint(s, 16, 32)
	r := rune(n)
	return r, err == nil && n <= utf8.MaxRune && utf8.ValidRune(r)
}
