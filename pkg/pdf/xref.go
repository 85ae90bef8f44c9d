package pdf

import (
	"bytes"
	"errors"
	"sort"
)

// xentry is one cross-reference entry (ISO 32000-2 7.5.4 and 7.5.8).
type xentry struct {
	num  uint32
	kind uint8  // entryFree, entryUsed, entryPacked
	gen  uint32 // generation; for packed entries the index within the object stream
	off  int64  // offset; for packed entries the number of the object stream
}

const (
	entryFree = iota
	entryUsed
	entryPacked
)

// section is one cross-reference section with its trailer.
type section struct {
	off     int64 // where it stands
	end     int64 // behind its trailer or stream object
	body    int64 // where the keyword trailer stands, of a table
	odd     bool  // read with more lenience than other readers may have
	trailer *Dict
	entries []xentry // sorted by number
	hybrid  *section // of /XRefStm
	isXRefS bool
}

// find returns the entry for num: the table first, then, where the table has
// none or calls it free, the stream of a hybrid file (ISO 32000-2 7.5.8.4).
func (s *section) find(num int) (xentry, bool) {
	e, ok := search(s.entries, num)
	if (!ok || e.kind == entryFree) && s.hybrid != nil {
		if h, hok := search(s.hybrid.entries, num); hok {
			return h, true
		}
	}
	return e, ok
}

func search(es []xentry, num int) (xentry, bool) {
	if num < 0 {
		return xentry{}, false
	}
	i := sort.Search(len(es), func(i int) bool { return es[i].num >= uint32(num) })
	if i < len(es) && es[i].num == uint32(num) {
		return es[i], true
	}
	return xentry{}, false
}

func (s *section) sortEntries() {
	sorted := true
	for i := 1; i < len(s.entries); i++ {
		if s.entries[i].num <= s.entries[i-1].num {
			sorted = false
			break
		}
	}
	if sorted {
		return
	}
	sort.SliceStable(s.entries, func(i, j int) bool { return s.entries[i].num < s.entries[j].num })
	out := s.entries[:0]
	for i, e := range s.entries {
		if i == 0 || e.num != out[len(out)-1].num {
			out = append(out, e)
		} else {
			s.odd = true // a number twice
		}
	}
	s.entries = out
}

// readChain reads the sections from the newest to the oldest along /Prev.
func (f *File) readChain() ([]*section, error) {
	start, at, err := f.findStartXRef(f.size)
	if err != nil {
		return nil, err
	}
	secs, err := f.chainFrom(start)
	var se *SyntaxError
	if err != nil && f.header > 0 && errors.As(err, &se) {
		// Offsets count from the header in files that got something put
		// in front of them.
		f.base = f.header
		if s2, err2 := f.chainFrom(start + f.base); err2 == nil {
			return s2, nil
		}
		f.base = 0
	}
	if err != nil {
		f.repaired(RepairStartXRef, at)
		return nil, err
	}
	return secs, nil
}

func (f *File) chainFrom(off int64) ([]*section, error) {
	var secs []*section
	seen := map[int64]bool{}
	count := 0
	for {
		if seen[off] {
			f.repaired(RepairPrevLoop, off)
			return secs, nil
		}
		seen[off] = true
		s, err := f.readSection(off)
		if err != nil {
			if len(secs) > 0 {
				// An incomplete chain would hide revisions, and with them
				// what was signed; the scan finds them again.
				f.repaired(RepairPrevBroken, off)
			}
			return nil, err
		}
		secs = append(secs, s)
		if count += len(s.entries); s.hybrid != nil {
			count += len(s.hybrid.entries)
		}
		if count > f.lim.Objects {
			return nil, &SyntaxError{Offset: off, Msg: "too many objects", Err: ErrLimit}
		}
		if len(secs) > f.lim.Revisions {
			return nil, &SyntaxError{Offset: off, Msg: "too many revisions", Err: ErrLimit}
		}
		prev, ok := number(s.trailer.Get("Prev"))
		if !ok || prev <= 0 {
			return secs, nil
		}
		off = int64(prev) + f.base
	}
}

// findStartXRef returns the offset behind the last "startxref" before end, and
// where the keyword stands.
func (f *File) findStartXRef(end int64) (val, at int64, err error) {
	// Readers look at the last KiB; scanners and mail gateways append more.
	for _, n := range []int64{1024, 64 << 10} {
		from := max(end-n, 0)
		b, err := f.read(from, int(end-from))
		if err != nil {
			return 0, 0, err
		}
		i := bytes.LastIndex(b, []byte("startxref"))
		if i < 0 {
			continue
		}
		x := lexer{b: b, pos: i + 9, base: from, eof: true}
		x.space()
		if v, ok := x.integer(); ok {
			return v, from + int64(i), nil
		}
		return 0, from + int64(i), syntax(from+int64(i), "startxref without offset")
	}
	return 0, -1, syntax(-1, "startxref not found")
}

// readSection reads the table or stream at off, and the stream of a hybrid.
func (f *File) readSection(off int64) (*section, error) {
	var s *section
	err := f.parseAt(off, func(x *lexer) error {
		x.space()
		var err error
		if x.keyword("xref") {
			s, err = f.readTable(x, off)
		}
		return err
	})
	if err != nil {
		return nil, err
	}
	if s == nil {
		return f.readXRefStream(off)
	}
	if h, ok := number(s.trailer.Get("XRefStm")); ok && h > 0 {
		if hs, err := f.readXRefStream(int64(h) + f.base); err == nil {
			s.hybrid = hs
			f.checkHybrid(s)
		} else {
			f.repaired(RepairPrevBroken, int64(h)+f.base)
		}
	}
	return s, nil
}

// checkHybrid notes objects that old and new readers would read differently.
func (f *File) checkHybrid(s *section) {
	for _, e := range s.entries {
		if e.kind != entryUsed {
			continue
		}
		if h, ok := search(s.hybrid.entries, int(e.num)); ok && h.kind != entryFree && (h.kind != e.kind || h.off != e.off) {
			f.repaired(RepairHybridMismatch, s.off)
			return
		}
	}
}

func (f *File) readTable(x *lexer, off int64) (*section, error) {
	s := &section{off: off}
	for {
		x.space()
		s.body = x.base + int64(x.pos)
		if x.keyword("trailer") {
			break
		}
		first, ok := x.integer()
		if !ok {
			return nil, x.err("cross-reference subsection expected")
		}
		x.space()
		n, ok := x.integer()
		if !ok || first < 0 || n < 0 || first+n > int64(f.lim.Objects)*4 {
			return nil, x.err("cross-reference subsection malformed")
		}
		for i := int64(0); i < n; i++ {
			x.space()
			if string(x.word()) == "trailer" { // fewer entries than announced
				s.odd = true
				break
			}
			o, ok1 := x.integer()
			x.space()
			g, ok2 := x.integer()
			x.space()
			w := x.word()
			if !ok1 || !ok2 || len(w) != 1 || (w[0] != 'n' && w[0] != 'f') {
				return nil, x.err("cross-reference entry malformed")
			}
			x.pos++
			e := xentry{num: uint32(first + i), gen: uint32(min(g, 65535))}
			if w[0] == 'n' && o > 0 {
				e.kind, e.off = entryUsed, o+f.base
			} else if w[0] == 'n' {
				s.odd = true // taken as free
			}
			if g > 65535 || o < 0 || g < 0 {
				s.odd = true
			}
			s.entries = append(s.entries, e)
			if len(s.entries) > f.lim.Objects {
				return nil, &SyntaxError{Offset: off, Msg: "too many objects", Err: ErrLimit}
			}
		}
	}
	o, err := x.object()
	if err != nil {
		return nil, err
	}
	d, ok := o.(*Dict)
	if !ok {
		return nil, x.err("trailer is no dictionary")
	}
	s.trailer, s.end = d, x.base+int64(x.pos)
	s.odd = s.odd || len(x.sloppy) > 0
	s.sortEntries()
	return s, nil
}

func (f *File) readXRefStream(off int64) (*section, error) {
	_, o, end, err := f.indirectAt(off)
	if err != nil {
		return nil, err
	}
	st, ok := o.(*Stream)
	if !ok {
		return nil, syntax(off, "neither a cross-reference table nor a stream")
	}
	d := st.Dict
	if t, ok := d.Get("Type").(Name); ok && t != "XRef" {
		return nil, syntax(off, "stream is no cross-reference stream")
	}
	w, ok := d.Get("W").(Array)
	if !ok || len(w) < 3 {
		return nil, syntax(off, "cross-reference stream without /W")
	}
	var wid [3]int
	for i := range wid {
		n, ok := number(w[i])
		if !ok || n < 0 || n > 8 {
			return nil, syntax(off, "cross-reference stream with bad /W")
		}
		wid[i] = int(n)
	}
	step := wid[0] + wid[1] + wid[2]
	size, _ := number(d.Get("Size"))
	idx, _ := d.Get("Index").(Array)
	if idx == nil {
		idx = Array{Integer(0), Integer(int64(size))}
	}
	var v *View // no view yet: /Length must be direct, or endstream is searched for
	data, err := v.decodeIn(f, st, int64(f.lim.Objects)*int64(max(step, 1)))
	if err != nil && len(data) == 0 {
		return nil, err
	}
	if step == 0 && !onlyHead(idx, data) {
		return nil, syntax(off, "cross-reference stream with bad /W")
	}
	s := &section{off: off, end: end, trailer: d, isXRefS: true}
	// All of them are direct objects (ISO 32000-2 7.5.8.2): nobody can look
	// anything up yet, and who does later reads something else.
	for _, k := range []Name{"Type", "Size", "Index", "W", "Filter", "DecodeParms"} {
		partsOf(d.Get(k), 0, func(int) { s.odd = true })
	}
	if sp, err := v.spanIn(f, st); err == nil {
		s.end = sp.End
	}
	total := 0
	for i := 0; i+1 < len(idx); i += 2 {
		first, ok1 := number(idx[i])
		n, ok2 := number(idx[i+1])
		if !ok1 || !ok2 || first < 0 || n < 0 || first+n > float64(f.lim.Objects)*4 {
			return nil, syntax(off, "cross-reference stream with bad /Index")
		}
		if step == 0 {
			continue
		}
		total += int(n)
		for j := int64(0); j < int64(n) && len(data) >= step; j++ {
			rec := data[:step]
			data = data[step:]
			kind := int64(1)
			if wid[0] > 0 {
				kind = bigEndian(rec[:wid[0]])
			}
			a, b := bigEndian(rec[wid[0]:wid[0]+wid[1]]), bigEndian(rec[wid[0]+wid[1]:])
			e := xentry{num: uint32(int64(first) + j), gen: uint32(b)}
			switch kind {
			case 1:
				e.kind, e.off = entryUsed, a+f.base
			case 2:
				e.kind, e.off = entryPacked, a
			}
			if kind > 2 || kind < 0 || a < 0 || b < 0 || b > 1<<31 || kind == 1 && (a == 0 || b > 65535) {
				s.odd = true // kinds of the future are references to null
			}
			s.entries = append(s.entries, e)
		}
		if err != nil || len(idx)%2 != 0 || n != float64(int64(n)) || first != float64(int64(first)) {
			s.odd = true
		}
	}
	if len(data) > 0 || total != len(s.entries) || len(w) != 3 {
		s.odd = true // announces more or less than it holds
	}
	s.sortEntries()
	return s, nil
}

// onlyHead tells whether a cross-reference stream without any field is about no
// object but 0, which heads the list of free ones: PDFBox writes one where an
// update changes nothing.
func onlyHead(idx Array, data []byte) bool {
	if len(data) > 0 || len(idx) != 2 || idx[0] != Integer(0) {
		return false
	}
	return idx[1] == Integer(0) || idx[1] == Integer(1)
}

func bigEndian(b []byte) int64 {
	var n int64
	for _, c := range b {
		n = n<<8 | int64(c)
	}
	return n
}

// number returns the value of an integer or real.
func number(o Object) (float64, bool) {
	switch n := o.(type) {
	case Integer:
		return float64(n), true
	case Real:
		return float64(n), true
	case BadNumber:
		return n.Value, true
	}
	return 0, false
}
