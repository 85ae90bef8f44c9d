package dossier

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// Key returns the form in which names are compared: NFC, since macOS writes
// NFD and others NFC, in upper case, without space at the ends.
func Key(name string) string {
	return strings.ToUpper(strings.TrimSpace(norm.NFC.String(name)))
}

// Fold returns a Vietnamese text without diacritics, in lower case, with every
// run of other signs than letters and digits as one space. It is for finding
// known words in names that people typed.
func Fold(text string) string {
	var b strings.Builder
	space := false
	for _, r := range norm.NFD.String(text) {
		switch {
		case unicode.Is(unicode.Mn, r):
		case unicode.IsLetter(r) || unicode.IsDigit(r):
			if space && b.Len() > 0 {
				b.WriteByte(' ')
			}
			space = false
			if strings.ContainsRune("đĐðÐ", r) { // the Icelandic letter looks the same and old keyboards give it
				r = 'd'
			}
			b.WriteRune(unicode.ToLower(r))
		default:
			space = true
		}
	}
	return b.String()
}

// tones are the tone marks of Vietnamese, decomposed.
const tones = "\u0300\u0301\u0303\u0309\u0323"

// spelling returns the words of a text in lower case as they are written, with
// the tone of a word behind it: "hủy" and "huỷ" are both right. It also tells
// whether the text has diacritics at all; one without them must be compared
// with words without them, where "đang" cannot be told from "đăng".
func spelling(text string) (words []string, marked bool) {
	var word, tone strings.Builder
	end := func() {
		if word.Len() > 0 {
			words = append(words, norm.NFC.String(word.String())+tone.String())
		}
		word.Reset()
		tone.Reset()
	}
	for _, r := range norm.NFD.String(text) {
		switch {
		case strings.ContainsRune(tones, r):
			tone.WriteRune(r)
			marked = true
		case unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.Is(unicode.Mn, r):
			if r = unicode.ToLower(r); r == 'ð' {
				r = 'đ'
			}
			word.WriteRune(r)
			marked = marked || r > unicode.MaxASCII
		default:
			end()
		}
	}
	end()
	return words, marked
}
