package sign

import (
	"bytes"

	"github.com/tthclint/tthclint/pkg/pdf"
)

// draws tells whether a new widget shows anything: by an appearance, or by the
// background that readers paint where there is none (ISO 32000-2 table 192).
func (d *differ) draws(w *pdf.Dict) bool { return draws(d.new, w) }

func draws(v *pdf.View, w *pdf.Dict) bool {
	if noArea(v, w) || !seen(v, w) {
		return false
	}
	switch n := v.Resolve(v.Dict(w.Get("AP")).Get("N")).(type) {
	case *pdf.Stream:
		return !blank(v, n)
	case *pdf.Dict:
		return n.Len() > 0
	}
	return len(v.Array(v.Dict(w.Get("MK")).Get("BG"))) > 0
}

// maxBlank is how long a stream may be that is looked through for drawing.
const maxBlank = 4 << 10

// blank tells whether a content stream holds nothing but comments and the
// saving and restoring of a state: what writers put where nothing is shown.
func blank(v *pdf.View, s *pdf.Stream) bool {
	sp, err := v.Span(s)
	if err != nil || sp.Len() > maxBlank {
		return false
	}
	if sp.Len() == 0 {
		return true
	}
	b, err := v.DecodeUpTo(s, maxBlank)
	if err != nil {
		return false
	}
	for line := range bytes.FieldsFuncSeq(b, func(r rune) bool { return r == '\n' || r == '\r' }) {
		line, _, _ = bytes.Cut(line, []byte("%"))
		for word := range bytes.FieldsSeq(line) {
			switch string(word) {
			case "q", "Q", "/Tx", "BMC", "EMC":
			default:
				return false
			}
		}
	}
	return true
}
