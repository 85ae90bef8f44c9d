package agency

import (
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// tones are the tone marks of Vietnamese, decomposed.
const tones = "\u0300\u0301\u0303\u0309\u0323"

// maxWords bounds what is read of a name; a certificate may hold any length.
const maxWords = 64

// stop is the word that a comma or the like becomes: a name does not go on
// beyond it.
const stop = ","

// wordsOf returns the words of a name in lower case, the tone of each behind it,
// since "ủy" and "uỷ" are both right. marked tells whether the name has
// diacritics at all: without them "Tân" cannot be told from "Tấn".
func wordsOf(text string) (words []string, marked bool) {
	var word, tone strings.Builder
	end := func() {
		if word.Len() > 0 {
			w := norm.NFC.String(word.String()) + tone.String()
			if n := strings.TrimLeft(w, "0"); n != "" && isNumber(w) {
				w = n // "Phường 03" is Phường 3
			}
			words = append(words, w)
		}
		word.Reset()
		tone.Reset()
	}
	runes := []rune(norm.NFD.String(clip(text)))
	for i, r := range runes {
		if len(words) >= maxWords {
			return words, marked
		}
		switch {
		case strings.ContainsRune(tones, r):
			tone.WriteRune(r)
			marked = true
		case unicode.IsDigit(r) && word.Len() > 0 && !isNumber(word.String()):
			end() // "P3"
			word.WriteRune(r)
		case unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.Is(unicode.Mn, r):
			if r = unicode.ToLower(r); r == 'ð' { // looks the same, and old keyboards give it
				r = 'đ'
			}
			word.WriteRune(r)
			marked = marked || r > unicode.MaxASCII
		default:
			end()
			if strings.ContainsRune(",;:/()|\n–—", r) || r == '-' && spaced(runes, i) {
				words = append(words, stop)
			}
		}
	}
	end()
	return words, marked
}

// clip bounds the bytes that are looked at.
func clip(s string) string {
	const most = 1024
	if len(s) <= most {
		return s
	}
	return strings.ToValidUTF8(s[:most], "")
}

func isNumber(s string) bool {
	return s != "" && strings.Trim(s, "0123456789") == ""
}

// spaced reports whether the sign at i stands between blanks.
func spaced(runes []rune, i int) bool {
	return i > 0 && i+1 < len(runes) && unicode.IsSpace(runes[i-1]) && unicode.IsSpace(runes[i+1])
}

// plain returns words without their marks.
func plain(words []string) []string {
	out := make([]string, len(words))
	for i, w := range words {
		out[i] = strings.Map(func(r rune) rune {
			switch {
			case unicode.Is(unicode.Mn, r):
				return -1
			case r == 'đ':
				return 'd'
			}
			return r
		}, norm.NFD.String(w))
	}
	return out
}

// phrase returns the words of a phrase of this package.
func phrase(text string) []string {
	words, _ := wordsOf(text)
	return words
}

// startsWith reports whether words begin with one of the phrases, as written or,
// where the words have no marks, without marks.
func startsWith(words []string, marked bool, phrases [][]string) bool {
	return slices.ContainsFunc(phrases, func(p []string) bool { return hasPrefix(words, marked, p) })
}

func hasPrefix(words []string, marked bool, p []string) bool {
	if !marked {
		p = plain(p)
	}
	return len(words) >= len(p) && slices.Equal(words[:len(p)], p)
}

func phrases(texts ...string) [][]string {
	out := make([][]string, len(texts))
	for i, t := range texts {
		out[i] = phrase(t)
	}
	return out
}
