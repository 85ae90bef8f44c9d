package report

import (
	"encoding/json"
	"unicode"
	"unicode/utf16"
	"unicode/utf8"
)

// Marshal returns v as JSON in one line without a line end. The bytes are ASCII
// alone, since programs on Windows read pipes in other code pages; with keep,
// signs that can be seen stay in UTF-8. Bytes of a string that are no UTF-8
// become U+FFFD.
func Marshal(v any, keep bool) ([]byte, error) {
	data, err := json.Marshal(v)
	if err != nil {
		return nil, err
	}
	return escape(data, keep), nil
}

// escape writes the signs beyond ASCII in valid JSON as \u escapes, which can
// only stand inside of strings. With keep it does so only for signs that cannot
// be seen, such as marks that turn the direction of writing.
func escape(data []byte, keep bool) []byte {
	out := make([]byte, 0, len(data)+len(data)/4)
	for i := 0; i < len(data); {
		if c := data[i]; c < 0x7f {
			out = append(out, c)
			i++
			continue
		}
		r, size := utf8.DecodeRune(data[i:])
		if keep && unicode.IsGraphic(r) {
			out = append(out, data[i:i+size]...)
		} else {
			out = appendEscape(out, r)
		}
		i += size
	}
	return out
}

// appendEscape adds one rune as \u escape, beyond the basic plane as a pair of
// surrogates.
func appendEscape(out []byte, r rune) []byte {
	if r > 0xffff {
		high, low := utf16.EncodeRune(r)
		return appendEscape(appendEscape(out, high), low)
	}
	const digits = "0123456789abcdef"
	return append(out, '\\', 'u', digits[r>>12&15], digits[r>>8&15], digits[r>>4&15], digits[r&15])
}
