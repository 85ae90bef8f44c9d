package learn

import (
	"slices"
	"strings"
	"unicode"
)

// lettersOf returns the letters and digits of a text without marks and case.
func lettersOf(text string) string {
	return only(text, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) })
}

func only(text string, keep func(rune) bool) string {
	return strings.Map(func(r rune) rune {
		if keep(r) {
			return r
		}
		return -1
	}, fold(text))
}

func digits(text string) int { return len(only(text, unicode.IsDigit)) }

// ends reports whether a word is the end of a label.
func ends(word string) bool { return strings.HasSuffix(word, ":") }

// leader reports whether a word is the dots that something is written on.
func leader(word string) bool {
	return strings.Contains(word, "..") || strings.Contains(word, "…") || strings.Contains(word, "__") ||
		lettersOf(word) == "" && strings.ContainsAny(word, ".·•_")
}

// counted are the words behind which a number is filled in.
var counted = []string{"ngay", "thang", "nam", "so", "gio", "phut"}

// beginsValue reports whether a word was filled in, even if it is the same on
// all scans, as the day on which they were made.
func beginsValue(before, word string) bool {
	return digits(word) > 0 && slices.Contains(counted, lettersOf(before)) || digits(word) >= 6
}

// capital reports whether a text has letters and all of them are capitals.
func capital(text string) bool {
	return strings.ContainsFunc(text, unicode.IsLetter) && !strings.ContainsFunc(text, unicode.IsLower)
}

// initial reports whether a word begins with a capital.
func initial(word string) bool {
	for _, r := range word {
		return unicode.IsUpper(r)
	}
	return false
}

// surnames are the family names of nearly all Vietnamese people. Those of four
// letters and more are known without their marks, which recognition loses.
var surnames = strings.Fields(`Nguyễn Trần Lê Phạm Hoàng Huỳnh Phan Vũ Võ Đặng Bùi Đỗ Hồ Ngô Dương Lý Đinh Đoàn
	Trịnh Trương Mai Đào Lâm Phùng Tạ Tô Hà Vương Lương Châu Thái Cao Tống Quách Lưu Kiều Nông Vi Sầm Giàng Lò Quàng
	Hứa Chu Chử Doãn Đàm Đậu Khổng Lại Lục Mạc Nghiêm Tăng Thạch Triệu Ứng Vừ Sùng Thào Hầu Lầu Bế Cầm Điêu Đèo
	Ksor Siu Nay Niê Kpă`)

func surname(word string) bool {
	word = strings.Trim(word, ".,;()")
	bare := fold(word)
	return slices.ContainsFunc(surnames, func(s string) bool {
		return strings.EqualFold(s, word) || len(bare) >= 4 && fold(s) == bare
	})
}

// nameAt returns where a person's name seems to begin in the words of a line, or
// -1. In a line of capitals, only the whole line can be one: places are named
// after people.
func nameAt(words []string) int {
	all := capital(strings.Join(words, " "))
	for i, w := range words {
		if !surname(w) || i > 0 && all {
			continue
		}
		n := 1
		for _, next := range words[i+1:] {
			if !initial(next) || digits(next) > 0 {
				break
			}
			n++
		}
		if n >= 2 && n <= 6 && (!all || n >= 3 && n == len(words)) {
			return i
		}
	}
	return -1
}

// plainName reports whether a line looks like nothing but a name: up to five
// words that begin with capitals, without a sign. In capitals, as captions are
// too, the first one has to be a family name.
func plainName(words []string) bool {
	if len(words) < 2 || len(words) > 5 || capital(strings.Join(words, " ")) && !surname(words[0]) {
		return false
	}
	for _, w := range words {
		if !initial(w) || strings.ContainsAny(w, "():0123456789") {
			return false
		}
	}
	return true
}
