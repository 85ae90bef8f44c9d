package content

import (
	"strings"
	"unicode"
)

// The letters of Vietnamese are composed here, because the standard library has
// no Unicode normalisation: a vowel, a shape (breve, circumflex, horn) and a tone.
const (
	markGrave      = '\u0300'
	markAcute      = '\u0301'
	markCircumflex = '\u0302'
	markTilde      = '\u0303'
	markBreve      = '\u0306'
	markHook       = '\u0309'
	markHorn       = '\u031B'
	markDot        = '\u0323'
)

var tones = [...]rune{0, markGrave, markHook, markTilde, markAcute, markDot}

// vowels holds the plain vowel and the shape of each row, and the row itself in
// the order of tones.
var vowels = [...]struct {
	base, shape rune
	row         string
}{
	{'a', 0, "aàảãáạ"}, {'a', markBreve, "ăằẳẵắặ"}, {'a', markCircumflex, "âầẩẫấậ"},
	{'e', 0, "eèẻẽéẹ"}, {'e', markCircumflex, "êềểễếệ"}, {'i', 0, "iìỉĩíị"},
	{'o', 0, "oòỏõóọ"}, {'o', markCircumflex, "ôồổỗốộ"}, {'o', markHorn, "ơờởỡớợ"},
	{'u', 0, "uùủũúụ"}, {'u', markHorn, "ưừửữứự"}, {'y', 0, "yỳỷỹýỵ"},
}

// western are the other letters of Latin-1 and of the standard fonts.
const western = "ÄA\u0308 ËE\u0308 ÏI\u0308 ÖO\u0308 ÜU\u0308 ŸY\u0308 äa\u0308 ëe\u0308 ïi\u0308 öo\u0308 üu\u0308 ÿy\u0308 " +
	"ÅA\u030A åa\u030A ÇC\u0327 çc\u0327 ÑN\u0303 ñn\u0303 ŠS\u030C šs\u030C ŽZ\u030C žz\u030C"

// letter is a letter taken apart.
type letter struct{ base, shape, tone rune }

// latin is what the tables above say, for look-up.
var latin = func() (l struct {
	parts   map[rune]letter
	letters map[letter]rune
	western map[[2]rune]rune
}) {
	l.parts, l.letters, l.western = map[rune]letter{}, map[letter]rune{}, map[[2]rune]rune{}
	for _, v := range vowels {
		for i, r := range []rune(v.row) {
			lower, upper := letter{v.base, v.shape, tones[i]}, letter{unicode.ToUpper(v.base), v.shape, tones[i]}
			l.parts[r], l.letters[lower] = lower, r
			r = unicode.ToUpper(r)
			l.parts[r], l.letters[upper] = upper, r
		}
	}
	for _, w := range strings.Fields(western) {
		r := []rune(w)
		l.western[[2]rune{r[1], r[2]}] = r[0]
	}
	return l
}()

// compose joins letters with the combining marks behind them, as normalisation
// form C does, for the letters of Vietnamese and of Latin-1. The marks may come
// in any order: old keyboards write the tone before the shape.
func compose(s string) string {
	if strings.IndexFunc(s, combining) < 0 {
		return s
	}
	var out []rune
	for _, r := range s {
		if n := len(out); n > 0 && combining(r) {
			if c, ok := join(out[n-1], r); ok {
				out[n-1] = c
				continue
			}
		}
		out = append(out, r)
	}
	return string(out)
}

func combining(r rune) bool { return r >= 0x300 && r < 0x370 }

func join(r, mark rune) (rune, bool) {
	switch mark {
	case 0x340: // the tone marks that Unicode once had for Vietnamese
		mark = markGrave
	case 0x341:
		mark = markAcute
	}
	if l, ok := latin.parts[r]; ok {
		switch mark {
		case markGrave, markAcute, markTilde, markHook, markDot:
			if l.tone == 0 {
				l.tone = mark
				return latin.letters[l], true
			}
		default:
			if l.shape == 0 {
				l.shape = mark
				if c, ok := latin.letters[l]; ok {
					return c, true
				}
			}
		}
	}
	c, ok := latin.western[[2]rune{r, mark}]
	return c, ok
}
