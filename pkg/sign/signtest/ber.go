package signtest

// Indefinite rewrites DER as the BER that streaming writers produce: constructed
// elements of indefinite length (X.690 8.1.3.6). What cannot be parsed stays as
// it is.
func Indefinite(der []byte) []byte {
	var out []byte
	for len(der) > 0 {
		head, n, ok := header(der)
		if !ok {
			return append(out, der...)
		}
		body := der[head : head+n]
		if der[0]&0x20 != 0 {
			out = append(out, der[0], 0x80)
			out = append(out, Indefinite(body)...)
			out = append(out, 0, 0)
		} else {
			out = append(out, der[:head+n]...)
		}
		der = der[head+n:]
	}
	return out
}

// Segment rewrites DER such that every OCTET STRING of universal class is
// constructed of two segments (X.690 8.7.3).
func Segment(in []byte) []byte {
	var out []byte
	for len(in) > 0 {
		head, n, ok := header(in)
		if !ok {
			return append(out, in...)
		}
		body := in[head : head+n]
		switch {
		case in[0] == 0x04 && n > 1:
			out = append(out, der(0x24, der(0x04, body[:n/2]), der(0x04, body[n/2:]))...)
		case in[0]&0x20 != 0:
			out = append(out, der(in[0], Segment(body))...)
		default:
			out = append(out, in[:head+n]...)
		}
		in = in[head+n:]
	}
	return out
}

// header returns the size of tag and length, and the length.
func header(b []byte) (head, n int, ok bool) {
	if len(b) < 2 || b[0]&0x1f == 0x1f {
		return 0, 0, false
	}
	head, n = 2, int(b[1])
	if n >= 0x80 {
		k := n & 0x7f
		if k == 0 || k > 4 || len(b) < 2+k {
			return 0, 0, false
		}
		n = 0
		for _, c := range b[2 : 2+k] {
			n = n<<8 | int(c)
		}
		head += k
	}
	return head, n, n >= 0 && n <= len(b)-head
}
