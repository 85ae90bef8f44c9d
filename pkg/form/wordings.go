package form

import (
	"strings"
	"unicode"
)

// role is what a wording does on a form.
type role int

const (
	headRole    role = iota // the state's name and motto, on every paper
	titleRole               // names the form
	captionRole             // says whose place a field is
	hintRole                // stands beside captions, as (Ký, ghi rõ họ tên)
	labelRole               // any other print
)

// wording is a text that a form bears.
type wording struct {
	text    string
	letters string // see letters
	role    role
	form    *Form  // nil for a head
	field   *Field // of a caption or a hint
}

// heads are printed above the title of every paper after NĐ 30/2020, Phụ lục I,
// and of civil status papers.
var heads = [...]string{"CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc"}

// wordings returns all texts that forms of the set bear.
func (s *Set) wordings() []wording {
	var out []wording
	add := func(w wording) {
		if w.letters = letters(w.text); w.letters != "" {
			out = append(out, w)
		}
	}
	for _, t := range heads {
		add(wording{text: t, role: headRole})
	}
	for _, f := range s.forms {
		for _, t := range f.Titles {
			add(wording{text: t, role: titleRole, form: f})
		}
		for i := range f.Fields {
			for _, t := range f.Fields[i].Captions {
				add(wording{text: t, role: captionRole, form: f, field: &f.Fields[i]})
			}
			for _, t := range f.Fields[i].Hints {
				add(wording{text: t, role: hintRole, form: f, field: &f.Fields[i]})
			}
		}
		for _, t := range f.Labels {
			add(wording{text: t, role: labelRole, form: f})
		}
	}
	return out
}

// letters folds a text and keeps its letters and digits: recognition loses
// marks, points and spaces first.
func letters(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return r
		}
		return -1
	}, fold(s))
}

// alike returns how much of two texts of letters agrees, 0 to 1: one less the
// edits between them in parts of the longer one.
func alike(a, b string) float64 {
	n := max(len(a), len(b))
	if n == 0 || n > maxPhrase {
		return 0
	}
	if short := min(len(a), len(b)); 2*short < n {
		return 0
	}
	return 1 - edits(a, b)/float64(n)
}

// maxPhrase bounds the letters that are compared: a line of a page has some 90.
const maxPhrase = 160

// edits returns the edit distance of Levenshtein, where letters of nearly one
// shape cost half.
func edits(a, b string) float64 {
	row := make([]float64, len(b)+1)
	for j := range row {
		row[j] = float64(j)
	}
	for i := range len(a) {
		diag := row[0]
		row[0] = float64(i + 1)
		for j := range len(b) {
			cost := 1.0
			switch {
			case a[i] == b[j]:
				cost = 0
			case shape(a[i]) == shape(b[j]):
				cost = 0.5
			}
			next := min(diag+cost, row[j]+1, row[j+1]+1)
			diag, row[j+1] = row[j+1], next
		}
	}
	return row[len(b)]
}

// shape maps letters that poor print makes alike to one of them.
func shape(c byte) byte {
	switch c {
	case '1', 'l', 'i', 'j', 't', 'f':
		return 'i'
	case '0', 'o', 'c', 'e', 'q', 'd', 'a':
		return 'o'
	case 'u', 'v', 'y':
		return 'u'
	case 'h', 'n', 'k', 'b', 'm', 'r':
		return 'n'
	case '5', 's', 'g', '9', '6', '8':
		return 's'
	}
	return c
}
