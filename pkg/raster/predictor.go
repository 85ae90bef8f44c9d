package raster

import "context"

// unpredict undoes the predictor of Flate and LZW (ISO 32000-2 7.4.4.4). The
// result shares memory with b.
func (p filterSpec) unpredict(ctx context.Context, b []byte) ([]byte, error) {
	predictor := p.get("Predictor", 1)
	if predictor <= 1 {
		return b, nil
	}
	colours, bits, columns := p.get("Colors", 1), p.get("BitsPerComponent", 8), p.get("Columns", 1)
	if colours < 1 || colours > 32 || columns < 1 || columns > 1<<24 ||
		bits != 1 && bits != 2 && bits != 4 && bits != 8 && bits != 16 {
		return nil, unreadable("predictor of %d colours, %d bits, %d columns", colours, bits, columns)
	}
	row := (colours*bits*columns + 7) / 8
	if predictor == 2 {
		return b, tiffPredictor(b, row, colours, bits)
	}
	return pngPredictor(ctx, b, row, max(1, colours*bits/8))
}

// tiffPredictor adds to each component the one of the pixel on its left.
func tiffPredictor(b []byte, row, colours, bits int) error {
	for start := 0; start < len(b); start += row {
		line := b[start:min(start+row, len(b))]
		switch bits {
		case 8:
			for i := colours; i < len(line); i++ {
				line[i] += line[i-colours]
			}
		case 16:
			for i := 2 * colours; i+1 < len(line); i += 2 {
				j := i - 2*colours
				v := (uint16(line[i])<<8 | uint16(line[i+1])) + (uint16(line[j])<<8 | uint16(line[j+1]))
				line[i], line[i+1] = byte(v>>8), byte(v)
			}
		default:
			mask := byte(1<<bits - 1)
			var left [32]byte
			for k, n := 0, len(line)*8/bits; k < n; k++ {
				at, shift := k*bits/8, 8-bits-(k*bits)%8
				v := (line[at]>>shift + left[k%colours]) & mask
				left[k%colours] = v
				line[at] = line[at]&^(mask<<shift) | v<<shift
			}
		}
	}
	return nil
}

// pngPredictor undoes the row filters of PNG (RFC 2083 part 6), whatever
// predictor from 10 to 15 is named: each row says itself. pixel is the
// distance to the pixel on the left in bytes.
func pngPredictor(ctx context.Context, b []byte, row, pixel int) ([]byte, error) {
	out := 0
	above := make([]byte, row) // zero for the first row
	for y, pos := 0, 0; pos < len(b); y++ {
		if y%256 == 0 && ctx.Err() != nil {
			return nil, ctx.Err()
		}
		tag := b[pos]
		line := b[pos+1 : min(pos+1+row, len(b))]
		pos += 1 + row
		prev := above[:len(line)]
		switch tag {
		case 0:
		case 1:
			for i := pixel; i < len(line); i++ {
				line[i] += line[i-pixel]
			}
		case 2:
			for i, up := range prev {
				line[i] += up
			}
		case 3:
			for i := range line {
				left := 0
				if i >= pixel {
					left = int(line[i-pixel])
				}
				line[i] += byte((left + int(prev[i])) / 2)
			}
		case 4:
			for i := range line {
				var left, corner byte
				if i >= pixel {
					left, corner = line[i-pixel], prev[i-pixel]
				}
				line[i] += paeth(left, prev[i], corner)
			}
		default:
			return nil, unreadable("PNG row filter %d", tag)
		}
		// Rows move up over the tags, so that the result needs no memory of its own.
		copy(b[out:], line)
		above = b[out : out+len(line)]
		out += len(line)
		if len(line) < row {
			break
		}
	}
	return b[:out], nil
}

func paeth(a, b, c byte) byte {
	p := int(a) + int(b) - int(c)
	pa, pb, pc := abs(p-int(a)), abs(p-int(b)), abs(p-int(c))
	if pa <= pb && pa <= pc {
		return a
	}
	if pb <= pc {
		return b
	}
	return c
}

func abs(v int) int {
	if v < 0 {
		return -v
	}
	return v
}
