package pdf

import (
	"bytes"
	"slices"
)

// scan looks through the bytes of the update as one would who rebuilds: for
// headers of objects and keywords of cross-references, in streams, strings and
// comments too. Each must be one that the sections account for.
func (d *doubter) scan() {
	slices.Sort(d.heads)
	var tables, trailers []int64
	for _, s := range d.r.secs {
		if !s.isXRefS {
			tables, trailers = append(tables, s.off), append(trailers, s.body)
		}
	}
	starts := 0
	const chunk, lead, tail = 1 << 18, 256, 64
	for off := d.from; off < d.to; off += chunk {
		lo := max(off-lead, d.from)
		b, err := d.f.read(lo, int(min(chunk+off-lo+tail, d.to-lo)))
		if err != nil {
			d.add(DoubtStructure, 0, off)
			return
		}
		first := int(off - lo)
		last := min(first+chunk, len(b)) // where a keyword of this piece begins at most
		each := func(w string, fn func(i int)) {
			for i := first; i < last; {
				j := bytes.Index(b[i:], []byte(w))
				if j < 0 || i+j >= last {
					return
				}
				fn(i + j)
				i += j + len(w)
			}
		}
		each("obj", func(i int) {
			at := lo + int64(i)
			if _, ok := slices.BinarySearch(d.heads, at); !ok && headed(b[:i], lo == d.from) {
				d.add(DoubtHidden, 0, at)
			}
		})
		each("trailer", func(i int) {
			if c, ok := after(b, i+7); !slices.Contains(trailers, lo+int64(i)) && (c == '<' || c == '%' || !ok) {
				d.add(DoubtKeyword, 0, lo+int64(i))
			}
		})
		each("xref", func(i int) {
			at := lo + int64(i)
			c, ok := after(b, i+4)
			if !isDigit(c) && c != '%' && c != '+' && c != '-' && ok {
				return
			}
			if i >= 5 && string(b[i-5:i]) == "start" {
				starts++
				return
			}
			if !slices.ContainsFunc(tables, func(t int64) bool { return t == at || t < at && at-t <= 16 && !d.f.filled(t, at) }) {
				d.add(DoubtKeyword, 0, at)
			}
		})
	}
	if starts != 1 {
		d.add(DoubtKeyword, 0, d.r.XRef)
	}
}

// after returns the first byte at or behind i that is no white space; ok is
// false when there is none within reach.
func after(b []byte, i int) (c byte, ok bool) {
	for ; i < len(b); i++ {
		if !isSpace(b[i]) {
			return b[i], true
		}
	}
	return 0, false
}

// headed tells whether b ends in two numbers, as before the keyword obj, with
// whatever white space and comments between. start tells that b begins where
// the update does; otherwise it was cut, and what is out of sight counts as the
// worst.
func headed(b []byte, start bool) bool {
	for k := range 2 {
		n := len(b)
		gap := false
		for n > 0 && (isSpace(b[n-1]) || b[n-1] == '\v') {
			n--
			gap = gap || b[n] == '\n' || b[n] == '\r'
		}
		if gap {
			// A comment may end there.
			i := bytes.LastIndexAny(b[:n], "\r\n")
			if bytes.IndexByte(b[i+1:n], '%') >= 0 || i < 0 && !start && n > 0 {
				return true
			}
		}
		if n == 0 {
			return !start
		}
		if k == 1 {
			return n < len(b) && isDigit(b[n-1])
		}
		if !isDigit(b[n-1]) {
			return false
		}
		for n > 0 && isDigit(b[n-1]) {
			n--
		}
		b = b[:n]
	}
	return false
}
