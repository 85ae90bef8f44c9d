package raster

import (
	"bytes"
	"context"
	"encoding/binary"

	"github.com/pdfcpu/pdfcpu/pkg/filter"
)

// complete reports whether what the renderer will decode is all there. PDFium
// shows what it can of a JBIG2 stream that is cut off: the missing lines would
// pass for empty paper, and a signature among them for none.
func complete(ctx context.Context, items []item, l Limits) error {
	seen := map[*imageSpec]bool{}
	for _, it := range items {
		for _, s := range it.image.parts() {
			if seen[s] || s.load == nil || s.codec() != filter.JBIG2 {
				continue
			}
			seen[s] = true
			data, err := s.encoded(ctx, l)
			if err != nil {
				return err
			}
			if !jbig2Complete(data) {
				return unreadable("jbig2: cut off")
			}
		}
	}
	return nil
}

// jbig2Complete walks the segment headers (ITU-T T.88 7.2) of an embedded
// stream and reports whether the data of each is there. Padding behind the last
// segment is no fault.
func jbig2Complete(b []byte) bool {
	any := false
	for {
		n, length, ok := jbig2Header(b)
		if !ok {
			return any && len(bytes.Trim(b, "\x00\t\r\n ")) == 0
		}
		if length == 0xFFFFFFFF { // not known beforehand: of a region that the decoder finds the end of
			return true
		}
		if int64(length) > int64(len(b)-n) {
			return false
		}
		any, b = true, b[n+int(length):]
	}
}

// jbig2Header returns the size of the segment header that b begins with and of
// the data behind it. ok is false if there is none.
func jbig2Header(b []byte) (n int, length uint32, ok bool) {
	if len(b) < 6 {
		return 0, 0, false
	}
	number, flags := binary.BigEndian.Uint32(b), b[4]
	n = 5
	refs := int64(b[n] >> 5)
	if refs == 7 { // long form: a count, then a bit each
		if len(b) < 9 {
			return 0, 0, false
		}
		refs = int64(binary.BigEndian.Uint32(b[n:]) & 0x1FFFFFFF)
		n += 4 + int((refs+8)/8)
	} else {
		n++
	}
	each := int64(1)
	switch {
	case number > 65536:
		each = 4
	case number > 256:
		each = 2
	}
	page := int64(1)
	if flags&0x40 != 0 {
		page = 4
	}
	if end := int64(n) + refs*each + page + 4; end > int64(len(b)) {
		return 0, 0, false
	} else {
		n = int(end)
	}
	return n, binary.BigEndian.Uint32(b[n-4:]), true
}
