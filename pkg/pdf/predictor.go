package pdf

import "errors"

// predict undoes a PNG or TIFF predictor (ISO 32000-2 7.4.4.4).
func (v *View) predict(data []byte, p *Dict) ([]byte, error) {
	get := func(k Name, def int) int {
		o := p.Get(k)
		if v != nil && o != nil {
			o = v.Resolve(o)
		}
		if n, ok := number(o); ok && n > 0 && n < 1<<20 {
			return int(n)
		}
		return def
	}
	pred := get("Predictor", 1)
	if pred == 1 {
		return data, nil
	}
	colors, bits, cols := get("Colors", 1), get("BitsPerComponent", 8), get("Columns", 1)
	if colors > 64 || bits > 32 {
		return data, errors.New("predictor parameters")
	}
	bpp := (colors*bits + 7) / 8
	row := (colors*bits*cols + 7) / 8
	if pred == 2 {
		if bits != 8 {
			return data, errors.ErrUnsupported
		}
		for i := 0; i < len(data); i++ {
			if i%row >= bpp {
				data[i] += data[i-bpp]
			}
		}
		return data, nil
	}
	out := make([]byte, 0, len(data))
	prev := make([]byte, row)
	for len(data) > 1 {
		ft := data[0]
		n := min(row, len(data)-1)
		cur := make([]byte, row)
		copy(cur, data[1:1+n])
		data = data[1+n:]
		for i := range n {
			var a, b, c byte
			if i >= bpp {
				a, c = cur[i-bpp], prev[i-bpp]
			}
			b = prev[i]
			switch ft {
			case 1:
				cur[i] += a
			case 2:
				cur[i] += b
			case 3:
				cur[i] += byte((int(a) + int(b)) / 2)
			case 4:
				cur[i] += paeth(a, b, c)
			}
		}
		out = append(out, cur[:n]...)
		prev = cur
	}
	return out, nil
}

func paeth(a, b, c byte) byte {
	p := int(a) + int(b) - int(c)
	pa, pb, pc := abs(p-int(a)), abs(p-int(b)), abs(p-int(c))
	switch {
	case pa <= pb && pa <= pc:
		return a
	case pb <= pc:
		return b
	}
	return c
}

func abs(n int) int {
	if n < 0 {
		return -n
	}
	return n
}
