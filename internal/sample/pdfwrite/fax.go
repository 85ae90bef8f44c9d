package pdfwrite

import "strings"

// The code words of ITU-T T.4 tables 2, 3a and 3b, which T.6 uses, each list in
// the order of the run lengths it stands for: 0 to 63, then 64, 128, … 1728,
// then 1792 … 2560 of either colour.
const (
	whiteTerminating = `00110101 000111 0111 1000 1011 1100 1110 1111 10011 10100 00111 01000 001000 000011 110100
110101 101010 101011 0100111 0001100 0001000 0010111 0000011 0000100 0101000 0101011 0010011
0100100 0011000 00000010 00000011 00011010 00011011 00010010 00010011 00010100 00010101 00010110
00010111 00101000 00101001 00101010 00101011 00101100 00101101 00000100 00000101 00001010
00001011 01010010 01010011 01010100 01010101 00100100 00100101 01011000 01011001 01011010
01011011 01001010 01001011 00110010 00110011 00110100`
	blackTerminating = `0000110111 010 11 10 011 0011 0010 00011 000101 000100 0000100 0000101 0000111 00000100 00000111
000011000 0000010111 0000011000 0000001000 00001100111 00001101000 00001101100 00000110111
00000101000 00000010111 00000011000 000011001010 000011001011 000011001100 000011001101
000001101000 000001101001 000001101010 000001101011 000011010010 000011010011 000011010100
000011010101 000011010110 000011010111 000001101100 000001101101 000011011010 000011011011
000001010100 000001010101 000001010110 000001010111 000001100100 000001100101 000001010010
000001010011 000000100100 000000110111 000000111000 000000100111 000000101000 000001011000
000001011001 000000101011 000000101100 000001011010 000001100110 000001100111`
	whiteMakeUp = `11011 10010 010111 0110111 00110110 00110111 01100100 01100101 01101000 01100111 011001100
011001101 011010010 011010011 011010100 011010101 011010110 011010111 011011000 011011001
011011010 011011011 010011000 010011001 010011010 011000 010011011`
	blackMakeUp = `0000001111 000011001000 000011001001 000001011011 000000110011 000000110100 000000110101
0000001101100 0000001101101 0000001001010 0000001001011 0000001001100 0000001001101
0000001110010 0000001110011 0000001110100 0000001110101 0000001110110 0000001110111
0000001010010 0000001010011 0000001010100 0000001010101 0000001011010 0000001011011
0000001100100 0000001100101`
	commonMakeUp = `00000001000 00000001100 00000001101 000000010010 000000010011 000000010100 000000010101
000000010110 000000010111 000000011100 000000011101 000000011110 000000011111`
)

// faxWriter writes the code words of ITU-T T.6 (CCITT Group 4).
type faxWriter struct {
	out  []byte
	free uint // bits not used in the last byte
	term [2][]string
	make [2][]string
}

func newFaxWriter() *faxWriter {
	common := strings.Fields(commonMakeUp)
	return &faxWriter{
		term: [2][]string{strings.Fields(whiteTerminating), strings.Fields(blackTerminating)},
		make: [2][]string{append(strings.Fields(whiteMakeUp), common...), append(strings.Fields(blackMakeUp), common...)},
	}
}

func (f *faxWriter) word(code string) {
	for _, c := range code {
		if f.free == 0 {
			f.out = append(f.out, 0)
			f.free = 8
		}
		f.free--
		f.out[len(f.out)-1] |= byte(c-'0') << f.free
	}
}

// run writes the length of a run; colour is 0 for white, 1 for black.
func (f *faxWriter) run(n, colour int) {
	for ; n >= 2560; n -= 2560 {
		f.word(f.make[colour][2560/64-1])
	}
	if n >= 64 {
		f.word(f.make[colour][n/64-1])
	}
	f.word(f.term[colour][n%64])
}

// Fax packs a picture of one bit a pixel, given as one byte a pixel where 0 is
// black, with CCITT Group 4 (/K -1), w pixels a row.
func Fax(pix []byte, w int) []byte {
	f := newFaxWriter()
	above := []int{w, w, w}
	for ; len(pix) >= w; pix = pix[w:] {
		row := changes(pix[:w])
		f.row(row, above, w)
		above = row
	}
	f.word("000000000001000000000001")
	return f.out
}

// changes lists where the colour of a row changes, beginning from white, and
// the width three times as its end.
func changes(row []byte) []int {
	var out []int
	black := false
	for x, v := range row {
		if now := v == 0; now != black {
			out = append(out, x)
			black = now
		}
	}
	return append(out, len(row), len(row), len(row))
}

var vertical = [7]string{"0000010", "000010", "010", "1", "011", "000011", "0000011"}

// row writes a row by its differences from the row above (T.6 2.2).
func (f *faxWriter) row(row, above []int, w int) {
	i, k := 0, 0 // first changes right of a0 in row, and near it above
	for a0, colour := -1, 0; a0 < w; {
		for k > 0 && above[k-1] > a0 {
			k--
		}
		for above[k] <= a0 && above[k] < w || k%2 != colour && above[k] < w {
			k++
		}
		b1, b2 := above[k], w
		if b1 < w {
			b2 = above[k+1]
		}
		a1, a2 := row[i], row[i+1]
		switch d := a1 - b1; {
		case b2 < a1:
			f.word("0001")
			a0 = b2
		case d >= -3 && d <= 3:
			f.word(vertical[d+3])
			a0, colour, i = a1, 1-colour, i+1
			if a1 == w {
				return
			}
		default:
			f.word("001")
			f.run(a1-max(a0, 0), colour)
			f.run(a2-a1, 1-colour)
			a0, i = a2, i+2
			if i >= len(row)-1 {
				return
			}
		}
	}
}
