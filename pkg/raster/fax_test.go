package raster

import (
	"bytes"
	"fmt"
	"io"
	"math/rand/v2"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/image/ccitt"
)

// faxEncoder writes ITU-T T.4 and T.6 as a string of bits.
type faxEncoder struct {
	faxCoding
	eol, fill bool
	bits      strings.Builder
}

func (e *faxEncoder) run(n int, isBlack bool) {
	terminating, makeUp := strings.Fields(whiteTerminating), strings.Fields(whiteMakeUp)
	if isBlack {
		terminating, makeUp = strings.Fields(blackTerminating), strings.Fields(blackMakeUp)
	}
	makeUp = append(makeUp, strings.Fields(commonMakeUp)...)
	for n >= 2560 {
		e.bits.WriteString(makeUp[2560/64-1])
		n -= 2560
	}
	if n >= 64 {
		e.bits.WriteString(makeUp[n/64-1])
	}
	e.bits.WriteString(terminating[n%64])
}

func (e *faxEncoder) encode(rows [][]int) []byte {
	var above []int
	for y, row := range rows {
		for e.align && e.bits.Len()%8 != 0 {
			e.bits.WriteByte('0')
		}
		flat := e.k == 0 || e.k > 0 && y%e.k == 0
		if e.eol {
			if e.fill {
				e.bits.WriteString(strings.Repeat("0", y%9))
			}
			e.bits.WriteString("000000000001")
		}
		if e.k > 0 {
			e.bits.WriteString(map[bool]string{true: "1", false: "0"}[flat])
		}
		if flat {
			at := 0
			for i, c := range append(slices.Clone(row), e.columns) {
				if i == len(row) && at == e.columns {
					break
				}
				e.run(c-at, i%2 == 1)
				at = c
			}
		} else {
			e.twoDimensions(row, above)
		}
		above = row
	}
	switch {
	case e.k < 0:
		e.bits.WriteString("000000000001000000000001")
	case e.eol:
		for range 6 {
			e.bits.WriteString("000000000001")
			if e.k > 0 {
				e.bits.WriteByte('1')
			}
		}
	}
	s := e.bits.String()
	s += strings.Repeat("0", (8-len(s)%8)%8)
	var out []byte
	for i := 0; i < len(s); i += 8 {
		b, _ := strconv.ParseUint(s[i:i+8], 2, 8)
		out = append(out, byte(b))
	}
	return out
}

func (e *faxEncoder) twoDimensions(row, above []int) {
	next := func(list []int, from int, parity int) int {
		for i, c := range list {
			if c > from && i%2 == parity {
				return i
			}
		}
		return len(list) + (parity+len(list))%2
	}
	at := func(list []int, i int) int {
		if i < len(list) {
			return list[i]
		}
		return e.columns
	}
	vertical := map[int]string{0: "1", 1: "011", -1: "010", 2: "000011", -2: "000010", 3: "0000011", -3: "0000010"}
	for a0, parity := -1, 0; a0 < e.columns; {
		i := next(above, a0, parity)
		b1, b2 := at(above, i), at(above, i+1)
		j := next(row, a0, parity)
		a1, a2 := at(row, j), at(row, j+1)
		switch code, near := vertical[a1-b1]; {
		case b2 < a1:
			e.bits.WriteString("0001")
			a0 = b2
		case near:
			e.bits.WriteString(code)
			a0, parity = a1, 1-parity
		default:
			e.bits.WriteString("001")
			e.run(a1-max(a0, 0), parity == 1)
			e.run(a2-a1, parity == 0)
			a0 = a2
		}
	}
}

// randomRows makes rows of which many resemble the one above, as in print.
func randomRows(r *rand.Rand, columns, n int) [][]int {
	var rows [][]int
	for y := range n {
		var row []int
		if y > 0 && r.IntN(4) > 0 {
			for _, c := range rows[y-1] {
				if c += r.IntN(9) - 4; r.IntN(8) > 0 && c >= 0 && c < columns && (len(row) == 0 || c > row[len(row)-1]) {
					row = append(row, c)
				}
			}
		} else {
			for c := r.IntN(columns); c < columns; c += 1 + r.IntN(1+r.IntN(columns)) {
				row = append(row, c)
			}
		}
		rows = append(rows, row)
	}
	return rows
}

// What our encoder writes is read back, in every coding; Group 4 is also what
// another decoder reads.
func TestFaxRoundTrip(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for n := range 160 {
		columns := 1 + r.IntN([]int{10, 100, 3000, 9000}[n%4])
		rows := randomRows(r, columns, 1+r.IntN(30))
		var want []byte
		for _, row := range rows {
			want = append(want, paintRow(make([]byte, 0, (columns+7)/8), row, columns)...)
		}
		for _, k := range []int{-1, 0, 1, 4} {
			for variant := range 6 {
				e := faxEncoder{faxCoding: faxCoding{k: k, columns: columns, rows: len(rows), align: variant%2 == 1},
					eol: k >= 0 && variant >= 2, fill: variant >= 4}
				name := fmt.Sprintf("%d: k %d, variant %d, %d columns", n, k, variant, columns)
				data := e.encode(rows)
				got, err := decodeFax(t.Context(), data, e.faxCoding)
				require.NoError(t, err, name)
				require.Equal(t, want, got, name)
				if k < 0 && variant < 2 {
					other, err := io.ReadAll(ccitt.NewReader(bytes.NewReader(data), ccitt.MSB, ccitt.Group4, columns, len(rows), &ccitt.Options{Align: e.align}))
					require.NoError(t, err, name)
					for i := range other { // the other decoder pads rows with black
						if row := (columns + 7) / 8; i%row == row-1 && columns%8 != 0 {
							other[i] |= 0xFF >> (columns % 8)
							got[i] |= 0xFF >> (columns % 8)
						}
					}
					require.Equal(t, other, got, name)
				}
			}
		}
	}
}

// Damaged data ends in an error or in fewer rows, never in a panic.
func TestFaxDamaged(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	for range 3000 {
		columns := 1 + r.IntN(300)
		k := []int{-1, 0, 4}[r.IntN(3)]
		e := faxEncoder{faxCoding: faxCoding{k: k, columns: columns, rows: 20}, eol: k >= 0}
		data := e.encode(randomRows(r, columns, 20))
		for range 1 + r.IntN(5) {
			data[r.IntN(len(data))] ^= 1 << r.IntN(8)
		}
		got, _ := decodeFax(t.Context(), data, e.faxCoding)
		assert.LessOrEqual(t, len(got), 20*((columns+7)/8))
	}
}
