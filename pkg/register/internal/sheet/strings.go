package sheet

import (
	"context"
	"errors"
	"io"
	"strconv"
	"strings"
	"unicode/utf16"
)

// table is the table of shared strings: one text and where each string ends.
type table struct {
	all  []byte
	ends []uint32
}

func (t *table) at(i int) (string, bool) {
	if i < 0 || i >= len(t.ends) {
		return "", false
	}
	from := uint32(0)
	if i > 0 {
		from = t.ends[i-1]
	}
	return string(t.all[from:t.ends[i]]), true
}

func (b *Book) readStrings(ctx context.Context, name string) error {
	return b.elements(ctx, name, func(s *scanner) (err error) {
		if !s.is("si") {
			return nil
		}
		if b.shared.all, err = s.rich(b.shared.all, "si"); err != nil {
			return err
		}
		if size := int64(len(b.shared.all)) + 4*int64(len(b.shared.ends)); size > b.limits.Strings || len(b.shared.all) > 1<<31 {
			return ErrBomb
		}
		b.shared.ends = append(b.shared.ends, uint32(len(b.shared.all)))
		return nil
	})
}

// rich appends the text of an element that holds runs of text, up to its end.
// Phonetic guides are passed over.
func (s *scanner) rich(into []byte, element string) ([]byte, error) {
	begin, phonetic := len(into), false
	for {
		t, err := s.next()
		if errors.Is(err, io.EOF) {
			err = io.ErrUnexpectedEOF
		}
		if err != nil {
			return into, err
		}
		switch {
		case t == text:
			if s.keep {
				into = append(into, s.text...)
			}
			if len(into)-begin > maxText {
				return into, errTooLong
			}
		case s.is("rPh"):
			phonetic = t == start
		case s.is("t"):
			s.keep = t == start && !phonetic
		case t == end && s.is(element):
			s.keep = false
			return into, nil
		}
	}
}

// control replaces _xHHHH_, in which writers hide characters that XML does not
// have (ECMA-376 part 1, 22.9.2.19).
func control(text string) string {
	if !strings.Contains(text, "_x") {
		return text
	}
	var b strings.Builder
	for {
		i := strings.Index(text, "_x")
		if i < 0 || len(text) < i+7 {
			b.WriteString(text)
			return b.String()
		}
		n, err := strconv.ParseUint(text[i+2:i+6], 16, 16)
		if err != nil || text[i+6] != '_' || utf16.IsSurrogate(rune(n)) {
			b.WriteString(text[:i+2])
			text = text[i+2:]
			continue
		}
		b.WriteString(text[:i])
		b.WriteRune(rune(n))
		text = text[i+7:]
	}
}
