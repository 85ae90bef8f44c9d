package form

import (
	"strings"
	"unicode"
	"unicode/utf8"
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

// use is what a wording does on one form.
type use struct {
	role  role
	form  *Form  // nil for a head
	field *Field // of a caption or a hint
	value *Value // that a label stands beside, if it is one
}

// wording is a text that forms bear.
type wording struct {
	text    string
	letters string // see letters
	runes   int    // length of the text
	open    bool   // more follows on the line
	uses    []use
}

// has reports whether one of the uses is such.
func (w *wording) has(such func(use) bool) bool {
	for _, u := range w.uses {
		if such(u) {
			return true
		}
	}
	return false
}

// short reports whether the text is too short to count unless it was read
// without a fault.
func (w *wording) short() bool { return len(w.letters) < 4 }

// heads are printed above the title of every paper after NĐ 30/2020, Phụ lục I,
// and of civil status papers.
var heads = [...]string{"CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc"}

// wordings returns all texts that forms of the set bear, each once.
func (s *Set) wordings() []*wording {
	var out []*wording
	by := map[string]*wording{}
	add := func(text string, u use) {
		begins, open := CutOpen(text)
		key := letters(begins)
		if key == "" || len(key) > maxPhrase {
			return
		}
		w := by[key]
		if w == nil {
			w = &wording{text: begins, letters: key, runes: utf8.RuneCountInString(begins)}
			by[key] = w
			out = append(out, w)
		}
		w.open = w.open || open || u.role == labelRole
		w.uses = append(w.uses, u)
	}
	for _, t := range heads {
		add(t, use{role: headRole})
	}
	for _, f := range s.forms {
		for _, t := range f.Titles {
			add(t, use{role: titleRole, form: f})
		}
		for i := range f.Fields {
			for _, t := range f.Fields[i].Captions {
				add(t, use{role: captionRole, form: f, field: &f.Fields[i]})
			}
			for _, t := range f.Fields[i].Hints {
				add(t, use{role: hintRole, form: f, field: &f.Fields[i]})
			}
		}
	}
	label := func(text string, u use) {
		begins, _ := CutOpen(text)
		w := by[letters(begins)]
		// What a text does on other forms tells more.
		if w == nil || w.has(func(o use) bool { return o.role == labelRole || o.form == u.form }) {
			add(text, u)
		}
	}
	for _, f := range s.forms {
		for _, t := range f.Labels {
			label(t, use{role: labelRole, form: f})
		}
		for i := range f.Values {
			for _, t := range f.Values[i].Captions {
				label(lead(t), use{role: labelRole, form: f, value: &f.Values[i]})
			}
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
