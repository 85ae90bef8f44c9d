package raster

import (
	"context"
	"errors"
	"sync"
)

// faxCoding are the parameters of CCITTFaxDecode (ISO 32000-2 table 11) that
// matter to a reader. End-of-line codes are understood wherever they come,
// announced or not.
type faxCoding struct {
	k             int // < 0: Group 4; 0: Group 3; > 0: Group 3 in two dimensions
	columns, rows int
	align         bool // each row starts at a whole byte
}

var (
	whiteFax = sync.OnceValue(func() *faxTable { return newFaxTable(whiteTerminating, whiteMakeUp) })
	blackFax = sync.OnceValue(func() *faxTable { return newFaxTable(blackTerminating, blackMakeUp) })
)

var errFax = errors.New("invalid code")

// faxDecoder decodes ITU-T T.4 and T.6. A row is a list of the columns at which
// the colour changes, white first, which is quicker than pixels and is just
// what the codes speak of.
type faxDecoder struct {
	faxCoding
	bits         faxBitReader
	white, black *faxTable
	above, row   []int // changes of the row above and of this one
}

// decodeFax returns the rows packed, 1 for white, as many as there are up to
// rows; err says why there are fewer.
func decodeFax(ctx context.Context, data []byte, c faxCoding) (packed []byte, err error) {
	d := faxDecoder{faxCoding: c, bits: faxBitReader{data: data}, white: whiteFax(), black: blackFax()}
	bytes := (c.columns + 7) / 8
	packed = make([]byte, 0, bytes*c.rows)
	for y := range c.rows {
		if y%64 == 0 && ctx.Err() != nil {
			return nil, ctx.Err()
		}
		if d.align {
			d.bits.alignByte()
		}
		flat, end := d.startRow()
		if end || d.bits.atEnd() {
			return packed, nil
		}
		d.above, d.row = d.row, d.above[:0]
		if flat {
			err = d.oneDimension()
		} else {
			err = d.twoDimensions()
		}
		if err != nil || d.bits.overrun() {
			return packed, errors.Join(errFax, err)
		}
		packed = paintRow(packed, d.row, c.columns)
	}
	return packed, nil
}

// startRow reads the end-of-line codes before a row, fill bits among them. flat
// says that the row is coded in one dimension, end that no row follows.
func (d *faxDecoder) startRow() (flat, end bool) {
	if d.k < 0 {
		return false, d.bits.peek(12) == 1 // EOFB
	}
	ends := 0
	for {
		if d.bits.peek(11) == 0 && !d.bits.atEnd() {
			d.bits.skipFill()
			ends++
		} else if d.k == 0 || ends > 0 {
			break
		}
		if d.k > 0 { // the tag bit follows, and there is one without the code too
			flat = d.bits.take(1) == 1
		}
		if d.bits.peek(11) != 0 || ends == 0 {
			break
		}
	}
	return d.k == 0 || flat, ends > 1 // two in a row return to control
}

// oneDimension reads a row of runs (T.4 part 4.1).
func (d *faxDecoder) oneDimension() error {
	for at, isBlack := 0, false; at < d.columns; isBlack = !isBlack {
		n, err := d.run(isBlack)
		if err != nil {
			return err
		}
		if at += n; at > d.columns {
			return errFax
		}
		d.change(at)
	}
	return nil
}

// run reads a run of one colour: make-up codes and a terminating code.
func (d *faxDecoder) run(isBlack bool) (int, error) {
	table := d.white
	if isBlack {
		table = d.black
	}
	for total := 0; ; {
		entry := table[d.bits.peek(faxBits)]
		if entry == 0 {
			return 0, errFax
		}
		d.bits.skip(uint(entry >> 12))
		n := int(entry & 0xFFF)
		if total += n; total > d.columns {
			return 0, errFax
		}
		if n < 64 {
			return total, nil
		}
	}
}

// change notes that the colour changes at a column; two changes at one place
// are none.
func (d *faxDecoder) change(at int) {
	if n := len(d.row); n > 0 && d.row[n-1] == at {
		d.row = d.row[:n-1]
		return
	}
	d.row = append(d.row, at)
}

// twoDimensions reads a row by its difference from the one above (T.4 part 4.2,
// T.6). a0, b1 and b2 are the columns of these texts.
func (d *faxDecoder) twoDimensions() error {
	a0, isBlack, i := -1, 0, 0
	above := func(i int) int {
		if i < len(d.above) {
			return d.above[i]
		}
		return d.columns
	}
	for a0 < d.columns {
		// b1 is the first change above, right of a0, to the other colour.
		for i > 0 && above(i-1) > a0 {
			i--
		}
		for i < len(d.above) && d.above[i] <= a0 {
			i++
		}
		if i%2 != isBlack {
			i++
		}
		b1 := above(i)

		shift := 0
		switch code := d.bits.peek(7); {
		case code>>6 == 1: // V0
			d.bits.skip(1)
		case code>>4 == 0b011:
			shift = d.vertical(3, 1)
		case code>>4 == 0b010:
			shift = d.vertical(3, -1)
		case code>>4 == 0b001: // horizontal
			d.bits.skip(3)
			at := max(a0, 0)
			for k := range 2 {
				n, err := d.run((isBlack+k)%2 == 1)
				if err != nil {
					return err
				}
				if at += n; at > d.columns {
					return errFax
				}
				d.change(at)
			}
			a0 = at
			continue
		case code>>3 == 0b0001: // pass
			d.bits.skip(4)
			a0 = above(i + 1)
			continue
		case code>>1 == 0b000011:
			shift = d.vertical(6, 2)
		case code>>1 == 0b000010:
			shift = d.vertical(6, -2)
		case code == 0b0000011:
			shift = d.vertical(7, 3)
		case code == 0b0000010:
			shift = d.vertical(7, -3)
		default: // uncompressed mode, end of data or damage
			return errFax
		}
		a1 := b1 + shift
		if a1 < max(a0, 0) || a1 > d.columns {
			return errFax
		}
		d.change(a1)
		a0, isBlack = a1, 1-isBlack
	}
	return nil
}

func (d *faxDecoder) vertical(length uint, shift int) int {
	d.bits.skip(length)
	return shift
}

// paintRow appends a row of bits, black where changes say so.
func paintRow(packed []byte, changes []int, columns int) []byte {
	start := len(packed)
	packed = packed[:start+(columns+7)/8]
	row := packed[start:]
	for i := range row {
		row[i] = 0xFF
	}
	for i := 0; i < len(changes); i += 2 {
		from, to := changes[i], columns
		if i+1 < len(changes) {
			to = changes[i+1]
		}
		if from >= to {
			continue
		}
		first, last := from/8, (to-1)/8
		head, tail := byte(0xFF)>>(from%8), byte(0xFF)<<(7-(to-1)%8)
		if first == last {
			row[first] &^= head & tail
			continue
		}
		row[first] &^= head
		for k := first + 1; k < last; k++ {
			row[k] = 0
		}
		row[last] &^= tail
	}
	return packed
}

// faxBitReader reads bits from the highest down. Behind the end come zeros.
type faxBitReader struct {
	data []byte
	pos  int // in bits
}

// peek returns the next n bits, n <= 24.
func (b *faxBitReader) peek(n uint) uint32 {
	at := b.pos >> 3
	var v uint32
	if at+4 <= len(b.data) {
		v = uint32(b.data[at])<<24 | uint32(b.data[at+1])<<16 | uint32(b.data[at+2])<<8 | uint32(b.data[at+3])
	} else {
		for k := range 4 {
			v <<= 8
			if at+k < len(b.data) {
				v |= uint32(b.data[at+k])
			}
		}
	}
	return v << (b.pos & 7) >> (32 - n)
}

func (b *faxBitReader) skip(n uint) { b.pos += int(n) }

func (b *faxBitReader) take(n uint) uint32 {
	v := b.peek(n)
	b.skip(n)
	return v
}

func (b *faxBitReader) alignByte() { b.pos = (b.pos + 7) &^ 7 }

func (b *faxBitReader) atEnd() bool { return b.pos >= 8*len(b.data) }

// overrun reports whether more was read than there is.
func (b *faxBitReader) overrun() bool { return b.pos > 8*len(b.data) }

// skipFill reads zeros and the one that ends an end-of-line code.
func (b *faxBitReader) skipFill() {
	for !b.atEnd() && b.take(1) == 0 {
	}
}
