package pdf

import (
	"bytes"
	"compress/zlib"
	"encoding/ascii85"
	"errors"
	"io"
)

// Raw returns the stored bytes of a stream, at most max of them, decrypted but
// still encoded.
func (v *View) Raw(s *Stream, max int64) ([]byte, error) {
	sp, err := v.spanIn(v.f, s)
	if err != nil {
		return nil, err
	}
	if sp.Len() > max {
		return nil, &SyntaxError{Offset: s.start, Msg: "stream too large", Err: ErrLimit}
	}
	b, err := v.f.read(sp.Start, int(sp.Len()))
	if err != nil {
		return nil, err
	}
	return v.f.decryptStream(s, b)
}

// Span returns where the stored bytes of a stream lie in the file.
func (v *View) Span(s *Stream) (Span, error) { return v.spanIn(v.f, s) }

// spanIn works on a nil view too, as long as /Length is direct.
func (v *View) spanIn(f *File, s *Stream) (Span, error) {
	lo := s.Dict.Get("Length")
	if v != nil {
		if r, ok := lo.(Ref); ok {
			// Guard against a /Length that leads back to this stream.
			if r.Num == s.ref.Num {
				lo = nil
			} else {
				lo = v.Resolve(r)
			}
		}
	}
	if n, ok := number(lo); ok && n >= 0 && s.start+int64(n) <= f.size {
		end := s.start + int64(n)
		b, err := f.read(end, 16)
		if err != nil {
			return Span{}, err
		}
		if bytes.HasPrefix(bytes.TrimLeft(b, "\x00\t\n\f\r "), []byte("endstream")) {
			return Span{s.start, end}, nil
		}
	}
	end, err := f.find("endstream", s.start)
	if err != nil {
		return Span{}, err
	}
	if end < 0 {
		return Span{}, syntax(s.start, "stream without end")
	}
	f.repaired(RepairStreamLength, s.start)
	// The line end before endstream is not part of the data.
	if b, err := f.read(max(end-2, s.start), int(min(2, end-s.start))); err == nil {
		switch {
		case len(b) == 2 && b[0] == '\r' && b[1] == '\n':
			end -= 2
		case len(b) > 0 && (b[len(b)-1] == '\n' || b[len(b)-1] == '\r'):
			end--
		}
	}
	return Span{s.start, end}, nil
}

// find returns the offset of the first w at or behind from, or -1.
func (f *File) find(w string, from int64) (int64, error) {
	const chunk = 64 << 10
	buf := make([]byte, chunk)
	for off := from; off < f.size; off += int64(chunk - len(w)) {
		b := buf[:min(chunk, f.size-off)]
		if err := f.spend(int64(len(b)), off); err != nil {
			return 0, err
		}
		if err := f.readFull(b, off); err != nil {
			return 0, err
		}
		if i := bytes.Index(b, []byte(w)); i >= 0 {
			return off + int64(i), nil
		}
	}
	return -1, nil
}

// Decode returns the decoded data of a stream. Filters that decode pictures
// (DCTDecode and the like) and LZWDecode are an error that wraps
// errors.ErrUnsupported. Data that ends early is returned with the error.
func (v *View) Decode(s *Stream) ([]byte, error) { return v.decodeIn(v.f, s, v.f.lim.Stream) }

// DecodeUpTo is [View.Decode] with a limit of its own, for streams of a kind
// that is known to be small: at most max bytes, stored and decoded. Past it the
// error wraps [ErrLimit].
func (v *View) DecodeUpTo(s *Stream, max int64) ([]byte, error) { return v.decodeIn(v.f, s, max) }

func (v *View) decodeIn(f *File, s *Stream, limit int64) ([]byte, error) {
	if s.Dict.Get("F") != nil {
		return nil, &SyntaxError{Offset: s.start, Msg: "data in an external file", Err: errors.ErrUnsupported}
	}
	limit = min(limit, f.lim.Stream)
	sp, err := v.spanIn(f, s)
	if err != nil {
		return nil, err
	}
	if sp.Len() > limit {
		return nil, &SyntaxError{Offset: s.start, Msg: "stream too large", Err: ErrLimit}
	}
	data, err := f.read(sp.Start, int(sp.Len()))
	if err != nil {
		return nil, err
	}
	if v != nil {
		if data, err = f.decryptStream(s, data); err != nil {
			return nil, err
		}
	}
	limit = min(limit, max(1<<20, sp.Len()*f.lim.Ratio))
	filters, parms := v.filters(s.Dict)
	for i, name := range filters {
		switch name {
		case "FlateDecode", "Fl":
			data, err = inflate(data, limit)
			if len(data) > 0 || err == nil {
				var perr error
				if data, perr = v.predict(data, parms[i]); perr != nil {
					err = perr
				}
			}
		case "ASCIIHexDecode", "AHx":
			x := lexer{b: append(append([]byte{'<'}, data...), '>'), base: -1, eof: true, token: len(data) + 1}
			var o Object
			if o, err = x.hex(); err == nil {
				data = o.(String).Value
			}
		case "ASCII85Decode", "A85":
			data, err = decode85(data, limit)
		case "RunLengthDecode", "RL":
			data, err = decodeRunLength(data, limit)
		case "Crypt": // the crypt filter was applied above
		default:
			return nil, &SyntaxError{Offset: s.start, Msg: "filter " + string(name), Err: errors.ErrUnsupported}
		}
		if err != nil {
			return data, &SyntaxError{Offset: s.start, Msg: "filter " + string(name), Err: err}
		}
	}
	return data, nil
}

// filters returns the filter names and, for each, its parameters or nil.
func (v *View) filters(d *Dict) ([]Name, []*Dict) {
	res := func(o Object) Object {
		if v == nil {
			return o
		}
		return v.Resolve(o)
	}
	var names []Name
	var parms []*Dict
	p := res(d.Get("DecodeParms"))
	switch fl := res(d.Get("Filter")).(type) {
	case Name:
		if a, ok := p.(Array); ok && len(a) > 0 {
			p = res(a[0])
		}
		pd, _ := p.(*Dict)
		names, parms = []Name{fl}, []*Dict{pd}
	case Array:
		pa, _ := p.(Array)
		for i, o := range fl {
			n, _ := res(o).(Name)
			var pd *Dict
			if i < len(pa) {
				pd, _ = res(pa[i]).(*Dict)
			}
			names, parms = append(names, n), append(parms, pd)
			if len(names) == 8 { // nobody needs more; each may expand
				break
			}
		}
	}
	return names, parms
}

// readLimited reads r up to limit; more is [ErrLimit].
func readLimited(r io.Reader, limit int64) ([]byte, error) {
	var buf bytes.Buffer
	n, err := io.Copy(&buf, io.LimitReader(r, limit+1))
	if n > limit {
		return buf.Bytes()[:limit], ErrLimit
	}
	return buf.Bytes(), err
}

func inflate(data []byte, limit int64) ([]byte, error) {
	z, err := zlib.NewReader(bytes.NewReader(data))
	if err != nil {
		return nil, err
	}
	out, err := readLimited(z, limit)
	// Many writers get the check sum wrong or leave it out.
	if errors.Is(err, zlib.ErrChecksum) || errors.Is(err, io.ErrUnexpectedEOF) && len(out) > 0 {
		err = nil
	}
	return out, err
}

func decode85(data []byte, limit int64) ([]byte, error) {
	data = bytes.TrimPrefix(bytes.TrimSpace(data), []byte("<~"))
	if i := bytes.Index(data, []byte("~>")); i >= 0 {
		data = data[:i]
	}
	return readLimited(ascii85.NewDecoder(bytes.NewReader(data)), limit)
}

func decodeRunLength(data []byte, limit int64) ([]byte, error) {
	var out []byte
	for i := 0; i < len(data); {
		n := int(data[i])
		i++
		switch {
		case n == 128:
			return out, nil
		case n < 128:
			end := min(i+n+1, len(data))
			out = append(out, data[i:end]...)
			i = end
		case i < len(data):
			out = append(out, bytes.Repeat(data[i:i+1], 257-n)...)
			i++
		}
		if int64(len(out)) > limit {
			return out[:limit], ErrLimit
		}
	}
	return out, nil
}
