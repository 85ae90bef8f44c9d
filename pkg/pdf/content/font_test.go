package content

import (
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/assert"
)

const name = "Nguyễn Văn Đường"

func TestComposition(t *testing.T) {
	for in, want := range map[string]string{
		"Nguye\u0302\u0303n":      "Nguyễn",
		"Nguye\u0303\u0302n":      "Nguyễn", // tone before shape
		"\u1EB9\u0302":            "ệ",
		"U\u031Bng u\u031B\u0301": "Ưng ứ",
		"A\u0340 a\u0341":         "À á",
		"S\u030C o\u0308":         "Š ö",
		"q\u0301":                 "q\u0301",
		"\u0301":                  "\u0301",
		"e\u0301\u0300":           "é\u0300",
		"plain ASCII and composé": "plain ASCII and composé",
	} {
		assert.Equal(t, want, compose(in), in)
	}
}

func TestGlyphNames(t *testing.T) {
	for in, want := range map[string]string{
		"A": "A", "space": " ", "Acircumflexhookabove": "Ẩ", "abrevedotbelow": "ặ", "ohornacute": "ớ", "Uhorn": "Ư", "dcroat": "đ",
		"edotbelow": "ẹ", "ydotbelow": "ỵ", "uni1EC5": "ễ", "uni00650302": "e\u0302", "u1EC5": "ễ", "a.sc": "a", "f_i": "fi",
		"dieresis": "¨", "adieresis": "ä", "Scaron": "Š", "eight": "8", "quoteright": "’", "bullet": "•", "dong": "₫",
	} {
		got, ok := glyphText(in)
		assert.True(t, ok, in)
		assert.Equal(t, want, got, in)
	}
	for _, in := range []string{"g12", "cid5", "glyph7", "a12", "uniD800", "uniXYZW", "uni12", "u110000", "", "xyz", "f_g3", ".x"} {
		_, ok := glyphText(in)
		assert.False(t, ok, in)
	}
}

// TestEncodings checks the places where the tables could slip.
func TestEncodings(t *testing.T) {
	for _, c := range []struct {
		e    *encoding
		code byte
		want rune
	}{
		{winAnsi, 'A', 'A'}, {winAnsi, '\'', '\''}, {winAnsi, 0x80, '€'}, {winAnsi, 0x9F, 'Ÿ'}, {winAnsi, 0xA0, 0xA0}, {winAnsi, 0xFF, 'ÿ'}, {winAnsi, 0xF0, 'ð'},
		{macRoman, 0x80, 'Ä'}, {macRoman, 0xC8, '»'}, {macRoman, 0xCA, ' '}, {macRoman, 0xD2, '“'}, {macRoman, 0xDB, '¤'}, {macRoman, 0xDE, 'ﬁ'}, {macRoman, 0xF0, 0}, {macRoman, 0xFF, 'ˇ'},
		{standardEncoding, '\'', '’'}, {standardEncoding, '`', '‘'}, {standardEncoding, 0x80, 0}, {standardEncoding, 0xA1, '¡'}, {standardEncoding, 0xC1, '`'},
		{standardEncoding, 0xD0, '—'}, {standardEncoding, 0xE1, 'Æ'}, {standardEncoding, 0xE8, 'Ł'}, {standardEncoding, 0xF5, 'ı'}, {standardEncoding, 0xFB, 'ß'}, {standardEncoding, 0xFF, 0},
		{pdfDoc, 0x18, '˘'}, {pdfDoc, 0x80, '•'}, {pdfDoc, 0x9E, 'ž'}, {pdfDoc, 0xA0, '€'}, {pdfDoc, 0xE9, 'é'},
	} {
		assert.Equal(t, string(c.want), string(c.e[c.code]), "%#x", c.code)
	}
	for _, s := range []string{standardHigh, macHigh, winHigh, docHigh, docLow, glyphNames} {
		assert.True(t, utf8.ValidString(s))
	}
	assert.Equal(t, 96, utf8.RuneCountInString(standardHigh))
	assert.Equal(t, 128, utf8.RuneCountInString(macHigh))
	assert.Equal(t, 32, utf8.RuneCountInString(winHigh))
	assert.Equal(t, 33, utf8.RuneCountInString(docHigh))
}

func TestDifferences(t *testing.T) {
	res := "/Font <</F1 <</Type /Font /Subtype /TrueType /BaseFont /Times-Roman /Encoding <</BaseEncoding /WinAnsiEncoding /Differences [1 /ecircumflextilde /uni0103 /Dcroat 4 /uhorn /ohorngrave]>>>>>>"
	got := read(t, form(res, "BT /F1 10 Tf 3 80 Td (Nguy\x01n V\x02n \x03\x04\x05ng) Tj ET"))
	assert.Equal(t, Content{Text: name}, got)
}

const cidFont = "/Font <</F1 <</Type /Font /Subtype /Type0 /BaseFont /ABCDEF+TimesNewRoman /Encoding /Identity-H /ToUnicode 4 0 R " +
	"/DescendantFonts [<</Subtype /CIDFontType2 /DW 500 /W [3 [250 600] 10 20 700]>>]>>>>"

const cmapHead = "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) >> def\n" +
	"/CMapName /Adobe-Identity-UCS def /CMapType 2 def 1 begincodespacerange <0000> <FFFF> endcodespacerange\n"

func TestToUnicode(t *testing.T) {
	cmap := cmapHead + "4 beginbfchar <0003> <0020> <0004> <004E> <0005> <1EC5> <0006> <0065030200200301> endbfchar\n" +
		"3 beginbfrange <000A> <000C> <0067> <0014> <0016> [<0075> <0079> <006E>] <0020> <0021> <00660066> endbfrange endcmap"
	got := read(t, form(cidFont, "BT /F1 10 Tf 3 80 Td <0004 000A 0014 0015 0005 0016> Tj 0 -12 Td <000A 000B 000C> Tj 0 -12 Td <0006 0020 0021> Tj ET"), stream("", cmap))
	assert.Equal(t, Content{Text: "Nguyễn\nghi\nê \u0301fffg"}, got)

	// A code without an entry is not read, and says so.
	got = read(t, form(cidFont, "BT /F1 10 Tf 3 80 Td <0004 0FFF 0005> Tj ET"), stream("", cmap))
	assert.Equal(t, Content{Text: "N\uFFFDễ", Unread: true}, got)
	// Half a code.
	assert.True(t, read(t, form(cidFont, "BT /F1 10 Tf 3 80 Td <0004 00> Tj ET"), stream("", cmap)).Unread)
	// Widths of /W show the gap between words.
	got = read(t, form(cidFont, "BT /F1 10 Tf 3 80 Td <0004> Tj 6 0 Td <000A> Tj 7 0 Td <000B> Tj 9 0 Td <000C> Tj ET"), stream("", cmap))
	assert.Equal(t, "Ngh i", got.Text)

	for what, to := range map[string]string{"private use": "E001", "replacement": "FFFD", "nothing": "0000", "half a pair": "D800"} {
		got = read(t, form(cidFont, "BT /F1 10 Tf 3 80 Td <0004> Tj ET"), stream("", cmapHead+"1 beginbfchar <0004> <"+to+"> endbfchar"))
		assert.Equal(t, Content{Unread: true}, got, what)
	}
	// What turns the text around on the screen of an officer is left out.
	got = read(t, form(cidFont, "BT /F1 10 Tf 3 80 Td <000400050006> Tj ET"), stream("", cmapHead+"1 beginbfrange <0004> <0006> [<0041> <202E> <0042>] endbfrange"))
	assert.Equal(t, Content{Text: "AB"}, got)
}

func TestCMapCodes(t *testing.T) {
	m := parseCMap([]byte("4 begincodespacerange <00> <80> <8140> <9FFC> <E0000000> <E0FFFFFF> <A00000> <A0FFFF> endcodespacerange "+
		"3 begincidrange <00> <80> 1 <8140> <8145> 500 <E0000000> <E00000FF> 9000 endcidrange 1 begincidchar <A00001> 77 endcidchar"), nil)
	for _, c := range []struct {
		in   string
		code uint32
		n    int
		ok   bool
		cid  uint32
	}{
		{"A", 0x41, 1, true, 0x42}, {"\x81\x41x", 0x8141, 2, true, 501}, {"\xE0\x00\x00\x05", 0xE0000005, 4, true, 9005},
		{"\xA0\x00\x01", 0xA00001, 3, true, 77}, {"\xFF", 0xFF, 1, false, 0}, {"\x81\x01", 0x81, 1, false, 0},
	} {
		code, n, ok := m.next([]byte(c.in))
		assert.Equal(t, []any{c.code, c.n, c.ok}, []any{code, n, ok}, "%x", c.in)
		if ok {
			assert.Equal(t, c.cid, m.cid(code), "%x", c.in)
		}
	}
	used := parseCMap([]byte("/Base usecmap 1 beginbfchar <41> <0042> endbfchar"), func(n string) *cmap {
		assert.Equal(t, "Base", n)
		return m
	})
	got, ok := used.text(0x41)
	assert.Equal(t, "B", got)
	assert.True(t, ok)
	_, n, ok := used.next([]byte("\x81\x41"))
	assert.True(t, ok)
	assert.Equal(t, 2, n)
	// Nothing of a broken map is invented.
	for _, s := range []string{"beginbfchar <41>", "beginbfrange <41> <40> <0041> endbfrange", "beginbfrange <41> <45> [", "beginbfchar 1 2", "begincodespacerange <0102030405> <0102030405>"} {
		m := parseCMap([]byte(s), nil)
		assert.Empty(t, m.entries, s)
	}
}

// TestUsedMap: a ToUnicode stream that uses another stream, and one that uses itself.
func TestUsedMap(t *testing.T) {
	text := "BT /F1 10 Tf 3 80 Td <00040005> Tj ET"
	got := read(t, form(cidFont, text), stream("/UseCMap 5 0 R", "/X usecmap 1 beginbfchar <0004> <0041> endbfchar"), stream("", cmapHead+"1 beginbfchar <0005> <0042> endbfchar"))
	assert.Equal(t, Content{Text: "AB"}, got)
	got = read(t, form(cidFont, text), stream("/UseCMap 4 0 R", "/X usecmap 2 beginbfchar <0004> <0041> <0005> <0042> endbfchar"))
	assert.Equal(t, Content{Text: "AB"}, got)
}

// TestUnicodeCMap: codes that are UTF-16 by the name of their encoding.
func TestUnicodeCMap(t *testing.T) {
	res := "/Font <</F1 <</Subtype /Type0 /Encoding /UniGB-UCS2-H /DescendantFonts [<<>>]>>>>"
	assert.Equal(t, Content{Text: "Ký"}, read(t, form(res, "BT /F1 10 Tf 3 80 Td <004B00FD> Tj ET")))
}

func TestSimpleFontWithToUnicode(t *testing.T) {
	res := "/Font <</F1 <</Subtype /TrueType /BaseFont /ABCDEF+Arial /FirstChar 33 /Widths [500 500] /FontDescriptor <</Flags 4 /FontFile2 9 0 R>> /ToUnicode 4 0 R>>>>"
	got := read(t, form(res, "BT /F1 10 Tf 3 80 Td (!\") Tj ET"), stream("", "1 begincodespacerange <00> <FF> endcodespacerange 2 beginbfchar <21> <004B> <22> <00FD> endbfchar"))
	assert.Equal(t, Content{Text: "Ký"}, got)
}
