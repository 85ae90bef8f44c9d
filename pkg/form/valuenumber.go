package form

import (
	"slices"
	"strings"
	"unicode"
)

// longNumber is how wide a number with its sign is at most, in mm.
const longNumber = 50

// numberWidth returns how far the room of a number reaches: place and day may
// stand on its line.
func numberWidth(words []word, line Box, height float64) float64 {
	end := line.X
	for _, w := range words {
		if w.box.X > end+max(2.5*height, 6) && !isSign(w.text) && w.text[0] != '/' {
			return max(w.box.X-1-line.X, 4)
		}
		end = w.box.X + w.box.W
	}
	return min(line.W, longNumber)
}

// signAt returns where the sign behind a number begins, which the form prints:
// "/2024" or "/QĐ-UBND".
func signAt(words []word, line Box) (float64, bool) {
	for _, w := range words {
		if w.box.X > line.X+line.W {
			break
		}
		runes := []rune(w.text)
		if isDigit(runes[0]) && w.confidence > leastDigits {
			return 0, false // the number itself was read
		}
		if i := signSlash(runes); i >= 0 {
			return w.part(0, i, runes).box.X + w.part(0, i, runes).box.W, true
		}
		if isSign(w.text) { // figures and sign may be read as one
			return w.part(0, slices.IndexFunc(runes, unicode.IsUpper), runes).right() - 0.2, true
		}
	}
	return 0, false
}

// leastDigits is the confidence from which digits before a sign are the number:
// dots are read as other signs.
const leastDigits = 0.6

// isSlash takes in the slash of fractions, as which blurred ones are read.
func isSlash(r rune) bool { return r == '/' || r == '⁄' }

// signSlash returns the slash before the sign in a word, or -1: the last one that
// a year or a sign follows, for a hand may have written others.
func signSlash(word []rune) int {
	for i := len(word) - 1; i >= 0; i-- {
		if !isSlash(word[i]) {
			continue
		}
		tail := word[i+1:]
		if end := slices.IndexFunc(tail, func(r rune) bool { return !isDigit(r) && !unicode.IsUpper(r) }); end >= 0 {
			tail = tail[:end]
		}
		if len(tail) >= 2 && unicode.IsUpper(tail[0]) || len(tail) == 4 && isDigit(tail[0]) {
			for i > 0 && isSlash(word[i-1]) { // one that was read twice
				i--
			}
			return i
		}
	}
	return -1
}

// isSign reports whether a word is the sign of a kind of paper, as QĐ-UBND.
func isSign(text string) bool {
	capitals := 0
	for _, r := range text {
		if unicode.IsUpper(r) {
			capitals++
		} else if unicode.IsLower(r) {
			return false
		}
	}
	return capitals >= 3 && strings.Contains(text, "-")
}
