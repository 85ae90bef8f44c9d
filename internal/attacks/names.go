package attacks

import (
	"slices"
	"strings"
	"unicode"
)

// kebab writes "FreeText" as "free-text", for names of files.
func kebab(s string) string {
	var b strings.Builder
	var before rune
	for _, r := range s {
		switch {
		case unicode.IsUpper(r) && unicode.IsLower(before):
			b.WriteByte('-')
			b.WriteRune(unicode.ToLower(r))
		case r == ' ' || r == '.' || r == '/' || r == ',' || r == '_':
			b.WriteByte('-')
		default:
			b.WriteRune(unicode.ToLower(r))
		}
		before = r
	}
	return strings.ReplaceAll(b.String(), "--", "-")
}

// byName sorts cases that were made from a map.
func byName(cases []Case) []Case {
	slices.SortStableFunc(cases, func(a, b Case) int { return strings.Compare(a.Name, b.Name) })
	return cases
}
