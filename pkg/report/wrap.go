package report

import (
	"strings"
	"unicode"

	"github.com/tthclint/tthclint/pkg/msg"
)

// Wrap breaks a text at blanks into lines of at most width columns. A word that
// is longer than a line stays whole, so that a path can be copied. Blanks stay
// as they are, except where a line ends.
func Wrap(text string, width int) []string {
	var lines []string
	var line strings.Builder
	used := 0
	for text != "" {
		word := strings.TrimLeft(text, " ")
		gap := text[:len(text)-len(word)]
		if end := strings.IndexByte(word, ' '); end >= 0 {
			word = word[:end]
		}
		text = text[len(gap)+len(word):]
		n := columns(word)
		if used > 0 && used+len(gap)+n > width {
			if word == "" {
				break // only blanks are left
			}
			lines = append(lines, line.String())
			line.Reset()
			used, gap = 0, ""
		}
		line.WriteString(gap)
		line.WriteString(word)
		used += len(gap) + n
	}
	return append(lines, line.String())
}

// held stands for a blank of a name until a part is written: a name is neither
// broken over lines nor changed, so that it can be copied and searched for. No
// inert text holds this sign.
const held = "\x00"

// released returns a text with its blanks.
func released(s string) string { return strings.ReplaceAll(s, held, " ") }

// whole is an argument of a text that is inert and holds its blanks.
type whole string

func name(s string) whole { return whole(strings.ReplaceAll(Inert(s), " ", held)) }

// hold makes the arguments of a text inert and holds the blanks of names.
func hold(t msg.Text) msg.Text {
	return t.Map(func(arg, value string) string {
		if msg.IsName(arg) {
			return string(name(value))
		}
		return Inert(value)
	})
}

// inertHeld is Inert for a text that may hold blanks.
func inertHeld(s string) string {
	parts := strings.Split(s, held)
	for i := range parts {
		parts[i] = Inert(parts[i])
	}
	return strings.Join(parts, held)
}

// columns is the width of a text on a console. Combining marks, as in
// decomposed Vietnamese, take no column of their own.
func columns(s string) int {
	n := 0
	for _, r := range s {
		if !unicode.Is(unicode.Mn, r) {
			n++
		}
	}
	return n
}
