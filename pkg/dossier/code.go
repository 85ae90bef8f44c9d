package dossier

import (
	"regexp"
	"slices"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Code is a dossier code (mã số hồ sơ) with the parts that can be read from it.
type Code struct {
	Text     string    // in upper case
	Format   string    // name of the [CodeFormat] it follows
	Received time.Time // the receipt day that it contains; zero if that is no real date of this century
}

// CodeFormat is one shape of dossier codes. Formats are data because the shape
// has changed and is due to change again.
type CodeFormat struct {
	Name    string
	Pattern *regexp.Regexp // matches at the start of a text in capitals; the group "date" is YYMMDD
}

// CodeFormats returns the shapes in use: that of Thông tư 01/2018/TT-VPCP Điều
// 19 (000.16.30.H20-230911-0001) and the one with the unit code reversed that
// systems write since Quyết định 20/2020/QĐ-TTg (H20.30-230911-0001).
func CodeFormats() []CodeFormat {
	return []CodeFormat{
		{"unit-first", regexp.MustCompile(`^\d{3}\.\d{2}\.\d{2}\.[A-Z]\d{2}-(?P<date>\d{6})-\d{4,}`)},
		{"province-first", regexp.MustCompile(`^[A-Z]\d{2}(?:\.\d{1,3}){0,3}-(?P<date>\d{6})-\d{4,}`)},
	}
}

// FindCode returns the code in a file or folder name and what else the name
// says. The code may stand in front, or, if there is only one in the name,
// anywhere between other words, as in "KQ1 H20.30-230911-0001.pdf".
func FindCode(name string, formats []CodeFormat) (code Code, rest string, ok bool) {
	name = strings.TrimSpace(norm.NFC.String(name))
	upper := capitals(name)
	if code, ok = codeAt(upper, formats); ok {
		return code, name[len(code.Text):], true
	}
	at := 0
	for i, r := range upper {
		if i < at+len(code.Text) || !alphanumeric(r) || !beginsWord(upper[:i]) {
			continue
		}
		found, ok := codeAt(upper[i:], formats)
		if !ok {
			continue
		}
		if next, _ := utf8.DecodeRuneInString(upper[i+len(found.Text):]); alphanumeric(next) {
			continue
		}
		if at > 0 && found.Text != code.Text {
			return Code{}, name, false // it belongs to neither
		}
		code, at = found, i
	}
	if at == 0 {
		return Code{}, name, false
	}
	return code, name[:at] + name[at+len(code.Text):], true
}

// FindCodes returns the codes in any text, in order, each once. A code stands
// between other words; what only begins or ends like one is none.
func FindCodes(text string, formats []CodeFormat) []Code {
	upper := capitals(norm.NFC.String(text))
	var codes []Code
	end := 0
	for i, r := range upper {
		if i < end || !alphanumeric(r) || !beginsWord(upper[:i]) {
			continue
		}
		code, ok := codeAt(upper[i:], formats)
		if !ok {
			continue
		}
		if next, _ := utf8.DecodeRuneInString(upper[i+len(code.Text):]); alphanumeric(next) {
			continue
		}
		end = i + len(code.Text)
		if !slices.ContainsFunc(codes, func(c Code) bool { return c.Text == code.Text }) {
			codes = append(codes, code)
		}
	}
	return codes
}

// capitals returns a text with its ASCII letters in capitals: codes are ASCII;
// other capitals may have another length.
func capitals(text string) string {
	return strings.Map(func(r rune) rune {
		if 'a' <= r && r <= 'z' {
			r -= 'a' - 'A'
		}
		return r
	}, text)
}

// codeAt returns the code that a text in capitals starts with.
func codeAt(text string, formats []CodeFormat) (Code, bool) {
	for _, f := range formats {
		m := f.Pattern.FindStringSubmatch(text)
		if m == nil || m[0] == "" {
			continue
		}
		code := Code{Text: strings.Clone(m[0]), Format: f.Name} // the id of a file must not hold its name again
		if i := f.Pattern.SubexpIndex("date"); i > 0 {
			// The two digits of the year mean 1969 and later from 69 on: no
			// receipt, but a number that only looks like a day.
			if t, err := time.ParseInLocation("060102", m[i], vietnam); err == nil && t.Year() >= 2000 {
				code.Received = t
			}
		}
		return code, true
	}
	return Code{}, false
}

// beginsWord reports whether a code may begin after before. A full stop joins
// the parts of a code: "H20-230911-0001" is not a code in
// "30.H20-230911-0001".
func beginsWord(before string) bool {
	r, _ := utf8.DecodeLastRuneInString(before)
	return !alphanumeric(r) && r != '.' && !unicode.Is(unicode.Mn, r)
}

func alphanumeric(r rune) bool {
	return r != utf8.RuneError && (unicode.IsLetter(r) || unicode.IsDigit(r))
}

var vietnam = time.FixedZone("UTC+7", 7*60*60)
