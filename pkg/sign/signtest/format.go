package signtest

import (
	"fmt"
	"strconv"
	"strings"
	"unicode/utf16"

	"github.com/tthclint/tthclint/pkg/pdf"
)

// Format writes an object as PDF source. A stream is written as its dictionary.
func Format(o pdf.Object) string {
	var b strings.Builder
	format(&b, o)
	return b.String()
}

func format(b *strings.Builder, o pdf.Object) {
	switch v := o.(type) {
	case pdf.Bool:
		b.WriteString(strconv.FormatBool(bool(v)))
	case pdf.Integer:
		b.WriteString(strconv.FormatInt(int64(v), 10))
	case pdf.Real:
		b.WriteString(strconv.FormatFloat(float64(v), 'f', -1, 64))
	case pdf.BadNumber:
		b.WriteString(v.Text)
	case pdf.String:
		fmt.Fprintf(b, "<%x>", v.Value)
	case pdf.Name:
		formatName(b, v)
	case pdf.Ref:
		fmt.Fprintf(b, "%d %d R", v.Num, v.Gen)
	case pdf.Array:
		b.WriteByte('[')
		for i, e := range v {
			if i > 0 {
				b.WriteByte(' ')
			}
			format(b, e)
		}
		b.WriteByte(']')
	case *pdf.Dict:
		b.WriteString(With(v, nil))
	case *pdf.Stream:
		b.WriteString(With(v.Dict, nil))
	default:
		b.WriteString("null")
	}
}

func formatName(b *strings.Builder, n pdf.Name) {
	b.WriteByte('/')
	for _, c := range []byte(n) {
		if c <= ' ' || c > '~' || strings.IndexByte("()<>[]{}/%#", c) >= 0 {
			fmt.Fprintf(b, "#%02X", c)
			continue
		}
		b.WriteByte(c)
	}
}

// With writes a dictionary with some entries set, or left out when "".
func With(d *pdf.Dict, set map[pdf.Name]string) string {
	var b strings.Builder
	b.WriteString("<<")
	done := map[pdf.Name]bool{}
	for k, v := range d.All() {
		s, ok := set[k]
		if !ok {
			s = Format(v)
		}
		done[k] = true
		if s == "" {
			continue
		}
		formatName(&b, k)
		b.WriteString(" " + s + " ")
	}
	// In a fixed order, for output that stays the same.
	for _, k := range sortedKeys(set) {
		if !done[k] && set[k] != "" {
			formatName(&b, k)
			b.WriteString(" " + set[k] + " ")
		}
	}
	b.WriteString(">>")
	return b.String()
}

// Text writes a text string: ASCII as it is, else UTF-16 with byte order mark
// (ISO 32000-2 7.9.2.2).
func Text(s string) string {
	ascii := true
	for _, r := range s {
		if r < ' ' || r > '~' || r == '(' || r == ')' || r == '\\' {
			ascii = false
			break
		}
	}
	if ascii {
		return "(" + s + ")"
	}
	var b strings.Builder
	b.WriteString("<FEFF")
	for _, u := range utf16.Encode([]rune(s)) {
		fmt.Fprintf(&b, "%04X", u)
	}
	return b.String() + ">"
}
