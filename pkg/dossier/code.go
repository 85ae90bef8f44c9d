package dossier

import (
	"regexp"
	"strings"
	"time"

	"golang.org/x/text/unicode/norm"
)

// Code is a dossier code (mã số hồ sơ) with the parts that can be read from it.
type Code struct {
	Text     string    // in upper case
	Format   string    // name of the [CodeFormat] it follows
	Received time.Time // the receipt day that it contains; zero if that is no real date
}

// CodeFormat is one shape of dossier codes. Formats are data because the shape
// has changed and is due to change again.
type CodeFormat struct {
	Name    string
	Pattern *regexp.Regexp // matches at the start of a name; the group "date" is YYMMDD
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

// FindCode returns the code at the start of a file or folder name and what
// follows it in the name.
func FindCode(name string, formats []CodeFormat) (code Code, rest string, ok bool) {
	name = strings.TrimSpace(norm.NFC.String(name))
	upper := strings.ToUpper(name)
	if len(upper) != len(name) { // a letter whose capital has another length: no part of a code
		upper = name
	}
	for _, f := range formats {
		m := f.Pattern.FindStringSubmatch(upper)
		if m == nil {
			continue
		}
		code = Code{Text: m[0], Format: f.Name}
		if i := f.Pattern.SubexpIndex("date"); i > 0 {
			if t, err := time.ParseInLocation("060102", m[i], vietnam); err == nil {
				code.Received = t
			}
		}
		return code, name[len(m[0]):], true
	}
	return Code{}, name, false
}

var vietnam = time.FixedZone("UTC+7", 7*60*60)
