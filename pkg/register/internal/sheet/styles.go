package sheet

import (
	"context"
	"strings"
)

// readStyles notes which cell styles show a day or a time.
func (b *Book) readStyles(ctx context.Context, name string) error {
	formats := map[int]bool{} // of the workbook itself → shows a day
	inside := false           // the list that cells refer to
	return b.elements(ctx, name, func(s *scanner) error {
		switch {
		case s.is("numFmt") && len(formats) < maxStyles:
			formats[s.number("numFmtId")] = showsDay(s.value("formatCode"))
		case s.is("cellXfs"):
			inside = true
		case s.is("cellStyles"), s.is("cellStyleXfs"), s.is("dxfs"):
			inside = false
		case s.is("xf") && inside && len(b.dates) < maxStyles:
			id := s.number("numFmtId")
			day, own := formats[id]
			b.dates = append(b.dates, own && day || !own && builtinDay(id))
		}
		return nil
	})
}

// builtinDay reports whether a number format that every workbook has shows a
// day (ECMA-376 part 1, 18.8.30, with those of East Asian editions).
func builtinDay(id int) bool {
	return 14 <= id && id <= 17 || id == 22 || 27 <= id && id <= 31 || id == 36 || 50 <= id && id <= 54 || id == 57 || id == 58
}

// showsDay reports whether a format code holds a year or a day outside quotes,
// brackets and escapes.
func showsDay(code string) bool {
	quoted, bracket := false, false
	for i := 0; i < len(code); i++ {
		switch c := code[i]; {
		case c == '"':
			quoted = !quoted
		case quoted:
		case c == '\\' || c == '_' || c == '*':
			i++ // the next character is printed
		case c == '[':
			bracket = true
		case c == ']':
			bracket = false
		case bracket:
		case strings.IndexByte("yYdD", c) >= 0:
			return !strings.EqualFold(code, "standard")
		}
	}
	return false
}
