package form

import (
	"strings"
	"time"

	"golang.org/x/text/unicode/norm"
)

// SameText returns how much of two values agrees, 0 to 1, as recognition reads
// them: letter case, Vietnamese marks and blanks make no difference, and letters
// of nearly one shape cost half. It is 0 where either is empty or too long.
func SameText(a, b string) float64 {
	a, b = letters(norm.NFC.String(a)), letters(norm.NFC.String(b))
	if a == "" || b == "" {
		return 0
	}
	return alike(a, b, 0)
}

// Digits returns the digits of a value as it was read. Letters that recognition
// takes digits for are no digits here: who compares numbers must be sure.
func Digits(text string) string {
	return strings.Map(func(r rune) rune {
		if isDigit(r) {
			return r
		}
		return -1
	}, text)
}

// Day returns the day that a value names, as 05/03/2024 or "ngày 05 tháng 3 năm
// 2024", at midnight UTC; it is false for a text that names none, or several.
func Day(text string) (time.Time, bool) {
	var parts []int
	for field := range strings.FieldsFuncSeq(text, func(r rune) bool { return !isDigit(r) }) {
		n := 0
		if len(field) > 4 {
			return time.Time{}, false
		}
		for _, r := range field {
			n = 10*n + int(r-'0')
		}
		parts = append(parts, n)
	}
	if len(parts) != 3 {
		return time.Time{}, false
	}
	day := time.Date(parts[2], time.Month(parts[1]), parts[0], 0, 0, 0, 0, time.UTC)
	ok := parts[2] >= 1900 && parts[2] < 2200 && day.Day() == parts[0] && int(day.Month()) == parts[1]
	return day, ok
}

func isDigit(r rune) bool { return r >= '0' && r <= '9' }
