package tesseract

import (
	"context"
	"fmt"

	"github.com/tthclint/tthclint/pkg/ocr"
)

// startOfLine is the flag of a word that begins a line.
const startOfLine = 1

// words recognises the picture that is loaded.
func (r *reader) words(ctx context.Context) []ocr.Line {
	h := r.host
	// The module calls the value as a function of its progress; see _emval_call.
	progress := h.values.add(nil)
	boxes := r.engine.call(ctx, h, "getTextBoxes", uint64(h.enums["TextUnit.Word"]), uint64(progress)).(cppObject)
	var lines [][]ocr.Word
	for i := range boxes.call(ctx, h, "size").(int) {
		item := boxes.call(ctx, h, "get", uint64(i))
		o, ok := item.(object)
		if !ok {
			panic(fmt.Errorf("the module returns %v for a word", item))
		}
		if o["flags"].(int)&startOfLine != 0 || len(lines) == 0 {
			lines = append(lines, nil)
		}
		last := &lines[len(lines)-1]
		*last = append(*last, word(o))
	}
	boxes.destroy(ctx)
	return ocr.Lines(lines)
}

func word(o object) ocr.Word {
	rect := o["rect"].(object)
	side := func(name string) int { return rect[name].(int) }
	return ocr.Word{
		Text:       o["text"].(string),
		Confidence: o["confidence"].(float64),
		Box:        ocr.Rect{X0: side("left"), Y0: side("top"), X1: side("right"), Y1: side("bottom")},
	}
}
