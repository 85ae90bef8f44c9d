package sign

import (
	"strings"
	"unicode"
)

// Words in front of the signer's name, folded. A noun needs its colon: "người
// ký giấy chứng nhận kết hôn" is a heading of forms.
var (
	signedBy = []string{
		"duoc ky so boi", "duoc ky dien tu boi", "duoc ky boi", "ky so boi", "ky dien tu boi", "ky boi",
		"digitally signed by", "electronically signed by", "signed digitally by", "signed by",
	}
	signerNouns = []string{"ho va ten nguoi ky", "ho ten nguoi ky", "ten nguoi ky", "nguoi ky so", "nguoi ky", "signer name", "signer", "signatory"}
	// otherLabels end a name on its line; on lines of their own any word with a
	// colon does.
	otherLabels = []string{
		"email", "e-mail", "co quan", "don vi", "to chuc", "chuc vu", "chuc danh", "thoi gian", "thoi diem", "ngay", "ky ngay", "ngay ky", "gio ky",
		"ly do", "noi ky", "dia diem", "date", "dn", "reason", "location", "contact", "time", "timestamp", "signing time", "signing date",
	}
)

// maxNameLines bounds the lines over which a name may be broken.
const maxNameLines = 4

// Signer returns the name that the appearance claims as the signer's: what
// follows "Người ký:", "Ký bởi:", "Được ký bởi:", "Digitally signed by", "Signed
// by:" and the like. It is empty where the text claims none, or where a letter
// of the name could not be read. A name that is followed by further lines without
// a label has them at its end, since they may belong to it; compare with
// [SameName], which allows for that.
//
// It is a claim that the signature protects only as part of the picture:
// anybody can draw any name.
func (a *Appearance) Signer() string {
	if a == nil || a.Text == "" {
		return ""
	}
	flat, at := foldedIndex(a.Text)
	start := -1
	for _, l := range signedBy {
		if i := wordIndex(flat, l, false); i >= 0 && (start < 0 || i+len(l) < start) {
			start = i + len(l)
		}
	}
	if start < 0 {
		for _, l := range signerNouns {
			if i := wordIndex(flat, l, true); i >= 0 && (start < 0 || i+len(l) < start) {
				start = i + len(l)
			}
		}
	}
	if start < 0 {
		return ""
	}
	var name []string
	for i, l := range strings.Split(a.Text[at[start]:], "\n") {
		l = strings.TrimSpace(l)
		if i == 0 {
			l = strings.TrimSpace(strings.TrimLeft(l, ":"))
		} else if len(name) > 0 && (len(name) >= maxNameLines || beginsOther(l)) {
			break
		}
		cut := cutOther(l)
		if c := strings.TrimSpace(cut); c != "" {
			name = append(name, c)
		}
		if cut != l {
			break
		}
	}
	s := strings.Join(name, " ")
	if i := strings.IndexByte(s, '<'); i > 0 { // an address behind the name
		s = s[:i]
	}
	s = strings.Trim(s, " .,;:-\"")
	if strings.ContainsRune(s, unicode.ReplacementChar) {
		return ""
	}
	return s
}

// foldedIndex folds a text to one line, byte by byte of the result with its
// place in the text.
func foldedIndex(s string) (flat string, at []int) {
	var b strings.Builder
	for i, r := range s {
		t := fold(string(r))
		if unicode.IsSpace(r) {
			t = " "
		}
		b.WriteString(t)
		for range len(t) {
			at = append(at, i)
		}
	}
	return b.String(), append(at, len(s))
}

// wordIndex finds a label between words, with a colon behind it if asked.
func wordIndex(flat, label string, colon bool) int {
	for from := 0; ; {
		i := strings.Index(flat[from:], label)
		if i < 0 {
			return -1
		}
		i += from
		end := strings.TrimLeft(flat[i+len(label):], " ")
		whole := (i == 0 || !isWord(flat[i-1])) && (i+len(label) == len(flat) || !isWord(flat[i+len(label)]))
		if whole && (!colon || strings.HasPrefix(end, ":")) {
			return i
		}
		from = i + len(label)
	}
}

func isWord(c byte) bool {
	return c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c >= 0x80
}

// beginsOther tells a line that begins with a label or a date.
func beginsOther(l string) bool {
	if l == "" || l[0] >= '0' && l[0] <= '9' {
		return true
	}
	if i := strings.IndexByte(l, ':'); i > 0 && i <= 40 {
		return true
	}
	f := fold(l)
	for _, o := range otherLabels {
		if strings.HasPrefix(f, o) && (len(f) == len(o) || !isWord(f[len(o)])) {
			return true
		}
	}
	return false
}

// cutOther cuts a line where another label begins on it.
func cutOther(l string) string {
	flat, at := foldedIndex(l)
	end := len(flat)
	for _, o := range otherLabels {
		if i := wordIndex(flat, o, true); i >= 0 && i < end {
			end = i
		}
	}
	return l[:at[end]]
}

// ShowsName tells whether a name stands somewhere in the text, whatever the
// case, the accents and the breaks between words and lines. "UBND" and "Ủy ban
// nhân dân" are the same. It is false for a name of less than four letters.
func (a *Appearance) ShowsName(name string) bool {
	if a == nil {
		return false
	}
	n := strings.Join(nameWords(name), "")
	if len(n) < 4 {
		return false
	}
	text := ""
	edge := map[int]bool{}
	for _, w := range nameWords(a.Text) {
		edge[len(text)] = true
		text += w
	}
	edge[len(text)] = true
	for from := 0; ; {
		i := strings.Index(text[from:], n)
		if i < 0 {
			return false
		}
		if i += from; edge[i] && edge[i+len(n)] {
			return true
		}
		from = i + 1
	}
}

// SameName tells whether two spellings can be one name: equal whatever the case,
// the accents and the blanks, or one of at least two words at the beginning or the
// end of the other, as of a name with its title. "UBND" and "Ủy ban nhân dân" are
// the same. It is lenient, for finding names that contradict each other.
func SameName(a, b string) bool {
	x, y := nameWords(a), nameWords(b)
	if len(x) == 0 || len(y) == 0 {
		return false
	}
	if strings.Join(x, "") == strings.Join(y, "") {
		return true
	}
	if len(x) > len(y) {
		x, y = y, x
	}
	if len(x) < 2 {
		return false
	}
	short, long := " "+strings.Join(x, " ")+" ", " "+strings.Join(y, " ")+" "
	return strings.HasPrefix(long, short) || strings.HasSuffix(long, short)
}

// nameWords splits a folded name into words of letters and digits.
func nameWords(s string) []string {
	w := strings.Join(strings.FieldsFunc(fold(s), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }), " ")
	w = " " + w + " "
	for _, p := range [][2]string{{" uy ban nhan dan ", " ubnd "}, {" hoi dong nhan dan ", " hdnd "}} {
		w = strings.ReplaceAll(w, p[0], p[1])
	}
	return strings.Fields(w)
}
