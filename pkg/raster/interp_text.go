package raster

import (
	"bytes"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"
)

// textOperator follows text far enough to say where a reader sees some and how
// much. Text of rendering mode 3, the layer that OCR leaves behind, and mode 7
// are invisible (ISO 32000-2 9.3.6). Operators nobody knows end here too.
func (in *interpreter) textOperator(op string, operands []token, resources types.Dict) {
	v := first(operands)
	switch op {
	case "BT":
		in.tm, in.tlm, in.textClip = identity, identity, false
	case "ET":
		if in.textClip {
			in.oddClip, in.textClip = true, false
		}
	case "Tf":
		in.text.size = v[0]
		in.text.glyphBytes = in.file.glyphBytes(in.file.dict(resources["Font"])[nameOf(operands, 0)])
	case "Tc":
		in.text.charSpace = v[0]
	case "Tw":
		in.text.wordSpace = v[0]
	case "Tz":
		in.text.stretch = v[0] / 100
	case "TL":
		in.text.leading = v[0]
	case "Ts":
		in.text.rise = v[0]
	case "Tr":
		in.text.mode = int(v[0])
	case "Tm":
		if m, ok := six(operands); ok && matrix(m).finite() {
			in.tm, in.tlm = m, m
		}
	case "Td":
		in.nextLine(v[0], v[1])
	case "TD":
		in.text.leading = -v[1]
		in.nextLine(v[0], v[1])
	case "T*":
		in.nextLine(0, -in.text.leading)
	case "Tj":
		in.show(operands)
	case "TJ":
		if len(operands) > 0 {
			in.show(operands[len(operands)-1].list)
		}
	case "'":
		in.nextLine(0, -in.text.leading)
		in.show(operands)
	case "\"":
		in.text.wordSpace, in.text.charSpace = v[0], v[1]
		in.nextLine(0, -in.text.leading)
		in.show(operands[max(0, len(operands)-1):])
	}
}

func (in *interpreter) nextLine(x, y float64) {
	in.tlm = matrix{1, 0, 0, 1, x, y}.then(in.tlm)
	in.tm = in.tlm
}

// Glyph measures without reading fonts, as shares of the font size.
const (
	glyphWidth   = 0.52
	glyphAscent  = 0.75
	glyphDescent = 0.22
)

// show moves on over strings and numbers and marks what is visible.
func (in *interpreter) show(parts []token) {
	t := &in.text
	for _, part := range parts {
		switch part.kind {
		case tokenNumber:
			in.tm = matrix{1, 0, 0, 1, -part.num / 1000 * t.size * t.stretch, 0}.then(in.tm)
		case tokenString:
			glyphs := float64(len(part.text) / t.glyphBytes)
			width := glyphs * (glyphWidth*t.size + t.charSpace) * t.stretch
			if t.mode >= 4 {
				in.textClip = true
			}
			blank := t.glyphBytes == 1 && len(bytes.Trim(part.text, " \xa0\t\r\n")) == 0
			if m := in.tm.then(in.ctm); !blank && glyphs > 0 && in.visibleText() && m.finite() {
				box := m.bounds(rect{min(0, width), t.rise - glyphDescent*t.size, max(0, width), t.rise + glyphAscent*t.size})
				in.mark(TextPage, box, box.area())
			}
			if m := (matrix{1, 0, 0, 1, width, 0}).then(in.tm); m.finite() {
				in.tm = m
			}
		}
	}
}

func (in *interpreter) visibleText() bool {
	switch in.text.mode {
	case 3, 7:
		return false
	case 1, 5:
		return in.strokeAlpha > 0
	}
	return in.fillAlpha > 0
}

// glyphBytes is the length of a font's character codes: nearly all composite
// fonts have codes of two bytes.
func (f *objects) glyphBytes(font types.Object) int {
	if f.name(f.dict(font)["Subtype"]) == "Type0" {
		return 2
	}
	return 1
}
