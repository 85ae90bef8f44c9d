package content

import (
	"context"
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
)

func TestTextOperators(t *testing.T) {
	for name, c := range map[string]struct{ ops, want string }{
		"one string": {"BT /F1 10 Tf 3 80 Td (Digitally signed) Tj ET", "Digitally signed"},
		"escapes": {`BT /F1 10 Tf 3 80 Td (a\(b\)\\ \101\12c\
d (e)) Tj ET`, "a(b)\\ Acd (e)"},
		"hexadecimal":        {"BT /F1 10 Tf 3 80 Td <4B FD 20 62> Tj ET", "Ký b"},
		"WinAnsi":            {"BT /F1 10 Tf 3 80 Td (\x80 \x93k\xfd\x94) Tj ET", "€ “ký”"},
		"lines by Td":        {"BT /F1 10 Tf 3 80 Td (one) Tj 0 -12 Td (two) Tj ET", "one\ntwo"},
		"lines by TD and T*": {"BT /F1 10 Tf 3 80 Td (one) Tj 0 -12 TD (two) Tj T* (three) Tj ET", "one\ntwo\nthree"},
		"lines by quotes":    {"BT /F1 10 Tf 12 TL 3 80 Td (one) Tj (two) ' 1 0 (three) \" ET", "one\ntwo\nthree"},
		"lines by Tm":        {"BT /F1 1 Tf 10 0 0 10 3 80 Tm (one) Tj 10 0 0 10 3 65 Tm (two) Tj ET", "one\ntwo"},
		"kerning":            {"BT /F1 10 Tf 3 80 Td [(K) 40 (\xfd s) -30 (\xf4)] TJ ET", "Ký sô"},
		"blanks of TJ":       {"BT /F1 10 Tf 3 80 Td [(K\xfd) -278 (b)] TJ ET", "Ký b"},
		"blank by Td":        {"BT /F1 10 Tf 3 80 Td (K\xfd) Tj 15 0 Td (b) Tj ET", "Ký b"},
		"letter by letter":   {"BT /F1 10 Tf 3 80 Td (S) Tj 6.67 0 Td (a) Tj 8.3 0 Td (D) Tj 7.22 0 Td (e) Tj ET", "Sa De"},
		"letter spacing":     {"BT /F1 10 Tf 5 Tc 3 80 Td (abc) Tj (def) Tj ET", "abcdef"},
		"label and value":    {"BT /F1 10 Tf 3 80 Td (by:) Tj 90 0 Td (An) Tj ET", "by: An"},
		"values later":       {"BT /F1 10 Tf 3 80 Td (by:) Tj 0 -12 Td (on:) Tj 20 12 Td (An) Tj 0 -12 Td (11/9) Tj ET", "by: An\non: 11/9"},
		"columns":            {"BT /F1 20 Tf 3 70 Td (An) Tj ET BT /F1 6 Tf 100 70 Td (signed) Tj 0 -8 Td (by An) Tj ET", "An\nsigned\nby An"},
		"shadow":             {"BT /F1 10 Tf 3 80 Td (An) Tj 0.3 -0.3 Td (An) Tj ET", "An"},
		"rotated":            {"q 0 1 -1 0 100 0 cm BT /F1 10 Tf 3 80 Td (one) Tj 0 -12 Td (two) Tj ET Q", "one\ntwo"},
		"turned upside":      {"BT /F1 10 Tf -1 0 0 -1 100 50 Tm (one) Tj ( two) Tj ET", "one two"},
		"superscript":        {"BT /F1 10 Tf 3 80 Td (m) Tj 2 Ts (2) Tj ET", "m2"},
		"saved state":        {"q BT /F1 10 Tf 3 80 Td (a) Tj ET Q BT /F1 10 Tf 3 60 Td (b) Tj ET", "a\nb"},
		"comment":            {"% (no) Tj\nBT /F1 10 Tf 3 80 Td (yes) Tj ET", "yes"},
		"glued":              {"BT/F1 10 Tf 3 80 Td(yes)Tj[(a)-5(b)]TJ ET", "yesab"},
		"inline image":       {"BI /W 2 /H 2 /BPC 8 /CS /G ID \x00EI \xff\nEI BT /F1 10 Tf 3 80 Td (yes) Tj ET", "yes"},
		"marked content":     {"/Tx BMC BT /F1 10 Tf 3 80 Td (yes) Tj ET EMC /Span <</ActualText (no)>> BDC EMC", "yes"},
		"invisible":          {"BT /F1 10 Tf 3 Tr 3 80 Td (no) Tj 0 Tr (yes) Tj ET", "yes"},
		"outside":            {"BT /F1 10 Tf 3 80 Td (yes) Tj 0 -500 Td (no) Tj 900 500 Td (no) Tj ET", "yes"},
		"no size":            {"BT /F1 0 Tf 3 80 Td (no) Tj ET", ""},
	} {
		got := read(t, form(helveticaWin, c.ops))
		assert.Equal(t, c.want, got.Text, name)
		assert.False(t, got.Unread, name)
	}
}

// TestLayers reads an appearance as Acrobat builds it.
func TestLayers(t *testing.T) {
	got := read(t,
		form("/XObject <</FRM 4 0 R>>", "q 1 0 0 1 0 0 cm /FRM Do Q"),
		form("/XObject <</n0 5 0 R /n2 6 0 R>>", "q 1 0 0 1 0 0 cm /n0 Do Q q 1 0 0 1 0 0 cm /n2 Do Q"),
		form("", "% DSBlank"),
		stream("/Subtype /Form /BBox [0 0 100 50] /Matrix [2 0 0 2 0 0] /Resources <<"+helveticaWin+" /XObject <</Im1 7 0 R>>>>",
			"q 10 0 0 10 0 0 cm /Im1 Do Q BT /F1 5 Tf 3 40 Td (Digitally signed by) Tj 0 -6 Td (An) Tj ET 0 0 m 1 1 2 2 3 3 c S"),
		stream("/Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8", "x"))
	assert.Equal(t, Content{Text: "Digitally signed by\nAn", Images: 1, Drawings: 1}, got)
}

func TestSharedDrawingIsReadOnce(t *testing.T) {
	logo := "BI /W 1 /H 1 /BPC 8 /CS /G /L 1 ID x EI " + strings.Repeat("1 2 3 4 5 6 c f ", 1000)
	r, v, s := open(t, form("/XObject <</n0 4 0 R>>", "/n0 Do"), form("", logo))
	first := r.Form(context.Background(), v, s)
	assert.Equal(t, Content{Images: 1, Drawings: 1000}, first)
	before := r.work
	assert.Equal(t, first, r.Form(context.Background(), v, s))
	assert.Less(t, r.work-before, int64(1000), "the drawing is not executed again")
}

// TestResourcesOfTheOuterForm: old files leave them out of inner forms.
func TestResourcesOfTheOuterForm(t *testing.T) {
	got := read(t, form(helveticaWin+" /XObject <</n2 4 0 R>>", "/n2 Do"),
		stream("/Subtype /Form /BBox [0 0 200 100]", "BT /F1 10 Tf 3 80 Td (yes) Tj ET"))
	assert.Equal(t, Content{Text: "yes"}, got)
}

// TestNotRead: what cannot be read is said so.
func TestNotRead(t *testing.T) {
	for name, c := range map[string]struct{ resources, ops string }{
		"font missing":        {"", "BT /F1 10 Tf 3 80 Td (a) Tj ET"},
		"identity, no map":    {"/Font <</F1 <</Subtype /Type0 /Encoding /Identity-H /DescendantFonts [<</Subtype /CIDFontType2>>]>>>>", "BT /F1 10 Tf 3 80 Td <00030004> Tj ET"},
		"unknown CMap":        {"/Font <</F1 <</Subtype /Type0 /Encoding /GBK-EUC-H /DescendantFonts [<<>>]>>>>", "BT /F1 10 Tf 3 80 Td (abcd) Tj ET"},
		"glyph numbers":       {"/Font <</F1 <</Subtype /Type1 /BaseFont /X /Encoding <</Differences [65 /g1 /g2]>>>>>>", "BT /F1 10 Tf 3 80 Td (AB) Tj ET"},
		"built-in encoding":   {"/Font <</F1 <</Subtype /TrueType /BaseFont /ABCDEF+X /FontDescriptor <</Flags 4 /FontFile2 9 0 R>>>>>>", "BT /F1 10 Tf 3 80 Td (AB) Tj ET"},
		"TCVN3":               {"/Font <</F1 <</Subtype /TrueType /BaseFont /ABCDEF+.VnTime /Encoding /WinAnsiEncoding>>>>", "BT /F1 10 Tf 3 80 Td (\xb8\xb5) Tj ET"},
		"unterminated string": {helveticaWin, "BT /F1 10 Tf 3 80 Td (a"},
		"filter":              {"", ""},
	} {
		f := form(c.resources, c.ops)
		if name == "filter" {
			f = stream("/Subtype /Form /Filter /LZWDecode", "abc")
		}
		got := read(t, f)
		assert.True(t, got.Unread, name)
		assert.Empty(t, got.Text, name)
	}
	got := read(t, form("/Font <</F1 <</Subtype /TrueType /BaseFont /.VnArial /Encoding /WinAnsiEncoding>>>>", "BT /F1 10 Tf 3 80 Td (Nguy\xd4n V\xa8n An) Tj ET"))
	assert.Equal(t, Content{Text: "Nguy\uFFFDn V\uFFFDn An", Unread: true}, got)
	// Pictures of a symbol font are no letters.
	got = read(t, form("/Font <</F1 <</Subtype /Type1 /BaseFont /ZapfDingbats>>>>", "BT /F1 10 Tf 3 80 Td (4) Tj ET"))
	assert.Equal(t, Content{}, got)
}

// TestBounds: hostile content ends in time and is not taken for read.
func TestBounds(t *testing.T) {
	for name, objects := range map[string][]string{
		"form in itself":    {form("/XObject <</X 3 0 R>>", "/X Do")},
		"two in each other": {form("/XObject <</X 4 0 R>>", "/X Do /X Do"), form("/XObject <</X 3 0 R>>", "/X Do /X Do")},
		"deep":              deep(12, 1),
		"wide and deep":     deep(7, 1000),
		"operators":         {form(helveticaWin, strings.Repeat("q ", maxOperators+1))},
		"much text":         {form(helveticaWin, "BT /F1 1 Tf "+strings.Repeat("0 1 Td (0123456789abcdefghijklmnopqrstuvwxyz) Tj 0 -1 Td ", 3000)+"ET")},
		"many letters":      {form("/Font <</F1 <</Subtype /Type1 /BaseFont /ZapfDingbats>>>>", "BT /F1 1 Tf ("+strings.Repeat("a", maxGlyphs+1)+") Tj ET")},
		"large":             {form("", strings.Repeat("1 1 m ", maxStream/6+2))},
		"operands":          {form("", strings.Repeat("1 ", maxOperands+2)+"n")},
	} {
		start := time.Now()
		got := read(t, objects[0], objects[1:]...)
		assert.True(t, got.Unread, name)
		assert.LessOrEqual(t, len(got.Text), maxText, name)
		assert.Less(t, time.Since(start), 2*time.Second, name)
	}
	// A reader stops working after enough of it, for a file with a thousand such.
	r, v, s := open(t, form("", strings.Repeat("1 1 m ", maxStream/6-1)))
	assert.False(t, r.Form(context.Background(), v, s).Unread)
	for range 20 {
		r.drawings = nil
		r.Form(context.Background(), v, s)
	}
	assert.Greater(t, r.work, int64(maxWork))
	assert.Less(t, r.work, int64(maxWork+2*maxStream))
	assert.True(t, r.Form(context.Background(), v, s).Unread)

	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	r, v, s = open(t, form(helveticaWin, strings.Repeat("q Q ", 1000)))
	assert.True(t, r.Form(ctx, v, s).Unread)
}

// deep nests forms, each drawing the next so often.
func deep(levels, times int) []string {
	var out []string
	for i := range levels {
		out = append(out, form(fmt.Sprintf("/XObject <</X %d 0 R>>", 4+i), strings.Repeat("/X Do ", times)))
	}
	return append(out, form(helveticaWin, "BT /F1 10 Tf 3 80 Td (a) Tj ET"))
}
