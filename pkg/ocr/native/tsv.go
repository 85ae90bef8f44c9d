package native

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/tthclint/tthclint/pkg/ocr"
)

// Columns of Tesseract's table of words.
const (
	columnLevel = 0
	columnLine  = 4 // and before it those of block and paragraph
	columnLeft  = 6
	columnConf  = 10
	columnText  = 11
	columns     = 12
)

const levelWord = "5"

// parse reads the table.
func parse(table string) ([]ocr.Line, error) {
	var lines [][]ocr.Word
	line := ""
	for row := range strings.Lines(table) {
		f := strings.SplitN(strings.TrimRight(row, "\r\n"), "\t", columns)
		if len(f) != columns || f[columnLevel] != levelWord {
			continue
		}
		w, err := word(f)
		if err != nil {
			return nil, fmt.Errorf("tesseract's table: %w", err)
		}
		if of := strings.Join(f[1:columnLine+1], " "); of != line || lines == nil {
			line, lines = of, append(lines, nil)
		}
		last := &lines[len(lines)-1]
		*last = append(*last, w)
	}
	return ocr.Lines(lines), nil
}

func word(f []string) (ocr.Word, error) {
	var box [4]int // left, top, width, height
	for i := range box {
		n, err := strconv.ParseInt(f[columnLeft+i], 10, 32)
		if err != nil {
			return ocr.Word{}, err
		}
		box[i] = int(n)
	}
	percent, err := strconv.ParseFloat(f[columnConf], 64)
	if err != nil {
		return ocr.Word{}, err
	}
	if !(percent >= 0) { // -1, or no number
		percent = 0
	}
	return ocr.Word{
		Text:       f[columnText],
		Confidence: min(1, percent/100),
		Box:        ocr.Rect{X0: box[0], Y0: box[1], X1: box[0] + box[2], Y1: box[1] + box[3]},
	}, nil
}
