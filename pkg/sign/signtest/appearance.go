package signtest

import (
	"fmt"
	"strings"
)

// appearance adds a form XObject with a frame and lines of Helvetica, and
// returns its number.
func appearance(u *Update, w, h float64, lines []string) int {
	var b strings.Builder
	fmt.Fprintf(&b, "q 0.5 w 0 0 0.6 RG 0.5 0.5 %.2f %.2f re S Q\n", w-1, h-1)
	if n := len(lines); n > 0 {
		size := min(10, (h-4)/float64(n)/1.15)
		for i, l := range lines {
			fmt.Fprintf(&b, "BT /F1 %.2f Tf 3 %.2f Td (%s) Tj ET\n", size, h-2-float64(i+1)*size*1.1, plain(l))
		}
	}
	return u.Form(w, h, b.String())
}

// Form adds a form XObject of a size in points, with Helvetica as /F1, and
// returns its number.
func (u *Update) Form(w, h float64, content string) int {
	font := u.New("<</Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding>>")
	return u.NewStream(fmt.Sprintf("/Type /XObject /Subtype /Form /BBox [0 0 %.3f %.3f] /Resources <</Font <</F1 %d 0 R>>>>", w, h, font), content)
}

// plain strips what the standard fonts cannot show and escapes the rest: an
// embedded font would dwarf the samples.
func plain(s string) string {
	var b strings.Builder
	for _, r := range s {
		if t, ok := strip[r]; ok {
			r = t
		}
		switch {
		case r >= 0x300 && r < 0x370: // combining accents of decomposed text
		case r == '(' || r == ')' || r == '\\':
			b.WriteByte('\\')
			b.WriteRune(r)
		case r >= ' ' && r <= '~':
			b.WriteRune(r)
		default:
			b.WriteByte('?')
		}
	}
	return b.String()
}

var strip = func() map[rune]rune {
	m := map[rune]rune{}
	for base, accented := range map[rune]string{
		'a': "àáảãạăằắẳẵặâầấẩẫậ", 'e': "èéẻẽẹêềếểễệ", 'i': "ìíỉĩị", 'o': "òóỏõọôồốổỗộơờớởỡợ",
		'u': "ùúủũụưừứửữự", 'y': "ỳýỷỹỵ", 'd': "đ",
	} {
		for _, r := range accented {
			m[r] = base
		}
		for _, r := range strings.ToUpper(accented) {
			m[r] = base - 'a' + 'A'
		}
	}
	return m
}()
