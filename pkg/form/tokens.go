package form

import (
	"regexp"
	"slices"
	"strings"
	"unicode"
)

// tokens parts words where recognition joined a label to what follows it, and
// leaves out the dots that a value is written on.
func tokens(words []word) []word {
	var out []word
	for _, w := range words {
		for _, part := range parted(w) {
			if strings.Trim(part.text, leaders) != "" {
				out = append(out, part)
			}
		}
	}
	return out
}

// behindColons parts words behind their colons: a value may begin right behind its
// label.
func behindColons(words []word) []word {
	var out []word
	for _, w := range words {
		runes := []rune(w.text)
		begin := 0
		for i := 1; i <= len(runes); i++ {
			if i == len(runes) || runes[i-1] == ':' && !isTime(w.text) {
				out = append(out, w.part(begin, i, runes))
				begin = i
			}
		}
	}
	return out
}

// leaders are the signs as which rows of dots and ruled lines are read.
const leaders = ".…·•_-—~*'`\"‘’“”|,"

// parted splits a word behind colons, around runs of dots, behind the number of a
// line, and where figures follow letters without a blank.
func parted(w word) []word {
	runes := []rune(w.text)
	dot := func(i int) bool { return i >= 0 && i < len(runes) && strings.ContainsRune(".…_", runes[i]) }
	row := func(i int) bool { return dot(i) && (runes[i] == '…' || dot(i-1) || dot(i+1)) }
	var out []word
	begin := 0
	for i := 1; i <= len(runes); i++ {
		if i == len(runes) || runes[i-1] == ':' || row(i) != row(i-1) || joined(runes, begin, i) || i < len(runes)-1 && enumerates(string(runes[:i])) {
			out = append(out, w.part(begin, i, runes))
			begin = i
		}
	}
	return out
}

// enumerates reports whether a text is the number of a line, as "3.".
func enumerates(text string) bool {
	const longest = 4 // with a speck before it
	body, ok := strings.CutSuffix(text, ".")
	return ok && len([]rune(text)) <= longest && strings.ContainsFunc(body, isDigit) && !strings.ContainsAny(body, "./-")
}

// joined reports whether a word that begins at begin ends before i, where a
// figure follows it without a blank: a word of a day, behind which figures are
// read as letters, too, or any word before a long number.
func joined(runes []rune, begin, i int) bool {
	said := letters(string(runes[begin:i]))
	rest := runes[i:]
	if end := slices.IndexFunc(rest, func(r rune) bool { return !unicode.IsLetter(r) && !isDigit(r) }); end > 0 {
		rest = rest[:end]
	}
	if said == "ngay" || said == "thang" { // no word is longer by a letter or two
		return len(rest) <= 2 || isDigit(rest[0]) || !unicode.IsLetter(rest[0]) || len(rest) <= 4 && slices.ContainsFunc(rest, isDigit)
	}
	if slices.Contains(dayWords, said) {
		return isDigit(rest[0]) || !unicode.IsLetter(rest[0]) || len(rest) <= 4 && slices.ContainsFunc(rest, isDigit)
	}
	if said == numberWord { // that stands before a number
		return isDigit(rest[0])
	}
	if len(said) >= 2 && unicode.IsUpper(rest[0]) && !slices.ContainsFunc(runes[begin:i], func(r rune) bool { return !unicode.IsLower(r) }) {
		return true // the colon between them was not read
	}
	if len(said) >= 3 && !strings.ContainsFunc(said, isDigit) && beginsWithDay.MatchString(string(runes[i:])) {
		return true
	}
	return len(said) >= 3 && !strings.ContainsFunc(said, isDigit) && isDigit(rest[0]) &&
		len(rest) >= longFigure && !slices.ContainsFunc(rest, func(r rune) bool { return !isDigit(r) })
}

// beginsWithDay matches a day in figures.
var beginsWithDay = regexp.MustCompile(`^\d{1,2}[/.\-]\d{1,2}[/.\-]`)

// numberWord is what forms print before the number of a paper, as "Số 12".
const numberWord = "so"

// longFigure is how many digits are a number of their own, and not letters that
// were read as digits.
const longFigure = 4

// part returns some runes of a word, with the part of its box that they take.
func (w word) part(from, to int, runes []rune) word {
	if from == 0 && to == len(runes) {
		return w
	}
	width := func(rs []rune) (sum float64) {
		for _, r := range rs {
			sum += usualWidth(string(r))
		}
		return sum
	}
	all := max(width(runes), 0.1)
	x := w.box.X + w.box.W*width(runes[:from])/all
	return word{text: string(runes[from:to]), confidence: w.confidence, box: Box{x, w.box.Y, w.box.W * width(runes[from:to]) / all, w.box.H}}
}
