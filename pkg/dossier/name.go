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
			if r == 'đ' || r == 'Đ' {
				r = 'd'
			}
			b.WriteRune(unicode.ToLower(r))
		default:
			space = true
		}
	}
	return b.String()
}
