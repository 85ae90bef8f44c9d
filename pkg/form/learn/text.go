package learn

import (
	"strings"

	"github.com/tthclint/tthclint/pkg/form"
)

func fold(text string) string { return form.Fold(text) }

// heads stand above the title of every paper (Nghị định 30/2020/NĐ-CP, Phụ lục
// I) and are not it.
var heads = [...]string{"CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc"}

func isHead(text string) bool {
	for _, h := range heads {
		if form.Alike(text, h) > 0.8 {
			return true
		}
	}
	return false
}

// parenthesised reports whether a line is a hint, as (Ký, ghi rõ họ tên).
func parenthesised(text string) bool {
	return strings.HasPrefix(text, "(") && len(lettersOf(text)) >= 4
}

// signing reports whether a hint says that somebody signs or seals.
func signing(text string) bool {
	t := " " + strings.Join(strings.FieldsFunc(fold(text), func(r rune) bool { return strings.ContainsRune(" (),.;:/", r) }), " ") + " "
	return strings.Contains(t, " ky ") || strings.Contains(t, " chu ky ") || strings.Contains(t, " dong dau ") || strings.Contains(t, " diem chi ")
}

// slug makes a name of at most n words for ids out of a text.
func slug(text string, n int) string {
	words := strings.FieldsFunc(fold(text), func(r rune) bool { return !('a' <= r && r <= 'z' || '0' <= r && r <= '9') })
	s := strings.Join(words[:min(len(words), n)], "_")
	if s == "" || s[0] < 'a' {
		s = "x_" + s
	}
	return strings.TrimRight(s[:min(len(s), 60)], "_")
}
