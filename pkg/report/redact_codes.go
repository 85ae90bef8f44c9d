package report

import (
	"cmp"
	"fmt"
	"path"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/tthclint/tthclint/pkg/dossier"
	"github.com/tthclint/tthclint/pkg/lint"
)

// codes finds the codes of dossiers in names. Besides the forms that all systems
// know it has those that registers give to the dossiers printed so far, which may
// have any form.
type codes struct {
	own map[string]string // key of a code of no known form → the code
	now string            // that of the dossier that is being printed, if it is one
}

// learn takes the code that the register gives to a dossier. A dossier without a
// line in it may bear the name of a person.
func (c *codes) learn(r *lint.Result) {
	c.now = ""
	if r.Judged == nil || r.Judged.Entry == nil {
		return
	}
	code := r.Judged.Entry.Code
	if formed(code) == "" && impersonal(code) {
		c.own[dossier.Key(code)], c.now = code, code
	}
}

// impersonal reports whether what stands in the column of codes can be a code: it
// is one word with a number in it, and not that of an identity card.
func impersonal(code string) bool {
	digits := 0
	for _, r := range code {
		if unicode.IsDigit(r) {
			digits++
		}
	}
	if digits == 0 || strings.ContainsFunc(code, unicode.IsSpace) {
		return false
	}
	return digits != len(code) || digits != 9 && digits != 12
}

// find returns the dossier code in a name, or nothing.
func (c *codes) find(name string) string {
	if code := cmp.Or(formed(name), c.own[dossier.Key(name)], c.own[dossier.Key(path.Base(name))]); code != "" {
		return code
	}
	if c.now != "" && (begins(path.Base(name), c.now) || strings.HasSuffix(name, "/"+c.now)) {
		return c.now
	}
	return ""
}

// formed returns the code of a known form in the last part of a name, or nothing.
func formed(name string) string {
	code, _, ok := dossier.FindCode(path.Base(name), dossier.CodeFormats())
	if !ok {
		return ""
	}
	return code.Text
}

// begins reports whether a name begins with a code that ends there.
func begins(name, code string) bool {
	rest, ok := strings.CutPrefix(dossier.Key(name), dossier.Key(code))
	next, _ := utf8.DecodeRuneInString(rest)
	return ok && (rest == "" || !unicode.IsLetter(next) && !unicode.IsDigit(next))
}

// all keeps of dossiers those that have a code.
func (c *codes) all(dossiers []string) []string {
	return array(dossiers, func(id string) string { return cmp.Or(c.find(id), hidden) })
}

// path keeps of a path the codes of dossiers, and of the file its number
// among the files of its dossier and its ending.
func (c *codes) path(name string, number int) string {
	segments := strings.Split(name, "/")
	for i, s := range segments {
		code := c.find(s)
		if i < len(segments)-1 {
			if code == "" && s != "" {
				code = hidden
			}
			segments[i] = code
			continue
		}
		end := path.Ext(s)
		if len(end) > len(".jpeg") || strings.ContainsFunc(end, func(r rune) bool { return r > 0x7e || r < '.' }) {
			end = "" // a part of a name
		}
		if code != "" {
			code += "-"
		}
		if number > 0 {
			end = fmt.Sprintf(" %d%s", number, end)
		}
		segments[i] = code + hidden + end
	}
	return strings.Join(segments, "/")
}
