package pdf

import (
	"bytes"
	"sort"
)

// scan is what a pass over the whole file finds without cross-references.
type scan struct {
	objects  map[int][]int64 // number → offsets of "N G obj", ascending
	trailers []int64         // offsets of "trailer"
	ends     []int64         // offsets behind "%%EOF"
}

// scan reads the file once, in pieces, and keeps the result.
func (f *File) scan() (*scan, error) {
	f.mu.Lock()
	s := f.scanned
	f.mu.Unlock()
	if s != nil {
		return s, nil
	}
	s = &scan{objects: make(map[int][]int64)}
	const chunk, overlap = 1 << 20, 64
	count := 0
	buf := make([]byte, chunk+overlap)
	for off := int64(0); off < f.size; off += chunk {
		// The overlap is in front: a hit is taken in the piece in which its
		// keyword begins, with the digits before it still in sight.
		from := max(off-overlap, 0)
		lead := int(off - from)
		b := buf[:min(int64(chunk+lead), f.size-from)]
		if err := f.readFull(b, from); err != nil {
			return nil, err
		}
		for i := lead; ; {
			j := bytes.Index(b[i:], []byte("obj"))
			if j < 0 {
				break
			}
			i += j
			if num, at, ok := objHeader(b, i); ok && count < f.lim.Objects {
				s.objects[num] = append(s.objects[num], from+int64(at))
				count++
			}
			i += 3
		}
		for _, k := range []struct {
			word string
			to   *[]int64
			plus int64
		}{{"trailer", &s.trailers, 0}, {"%%EOF", &s.ends, 5}} {
			// A keyword cut by the end of a piece is found in the next.
			for i := max(lead-len(k.word)+1, 0); ; {
				j := bytes.Index(b[i:], []byte(k.word))
				if j < 0 || len(*k.to) > f.lim.Revisions*4 {
					break
				}
				i += j
				*k.to = append(*k.to, from+int64(i)+k.plus)
				i += len(k.word)
			}
		}
	}
	f.mu.Lock()
	f.scanned = s
	f.mu.Unlock()
	return s, nil
}

// objHeader checks that b[i:] is the "obj" of "N G obj".
func objHeader(b []byte, i int) (num, at int, ok bool) {
	j := i - 1
	back := func(cls func(byte) bool) int {
		n := 0
		for j >= 0 && cls(b[j]) && n < 24 {
			j--
			n++
		}
		return n
	}
	if back(isSpace) == 0 || back(isDigit) == 0 || back(isSpace) == 0 {
		return 0, 0, false
	}
	end := j + 1
	if n := back(isDigit); n == 0 || n > 9 {
		return 0, 0, false
	}
	v, ok := parseInt(b[j+1 : end])
	return int(v), j + 1, ok
}

// rebuild makes sections out of a scan: one for every part of the file that
// ends in %%EOF, so that revisions survive broken cross-references.
func (f *File) rebuild() error {
	s, err := f.scan()
	if err != nil {
		return err
	}
	f.repaired(RepairXRefRebuilt, -1)
	f.base = 0
	ends := append([]int64(nil), s.ends...)
	if len(ends) == 0 || ends[len(ends)-1] < f.size {
		ends = append(ends, f.size)
	}
	if len(ends) > f.lim.Revisions {
		ends = ends[len(ends)-f.lim.Revisions:]
	}
	secs := make([]*section, len(ends))
	for i := range secs {
		secs[i] = &section{off: ends[i], end: ends[i]}
	}
	part := func(off int64) *section {
		return secs[sort.Search(len(ends)-1, func(i int) bool { return ends[i] > off })]
	}
	for num, offs := range s.objects {
		for _, off := range offs { // ascending: within a part the last one counts
			p := part(off)
			if n := len(p.entries); n > 0 && p.entries[n-1].num == uint32(num) {
				p.entries[n-1].off = off
				continue
			}
			p.entries = append(p.entries, xentry{num: uint32(num), kind: entryUsed, off: off})
		}
	}
	for _, off := range s.trailers {
		_ = f.parseAt(off+7, func(x *lexer) error {
			o, err := x.object()
			if d, ok := o.(*Dict); ok && err == nil {
				if p := part(off); p.trailer.Get("Root") == nil || d.Get("Root") != nil {
					p.trailer = d
				}
			}
			return nil
		})
	}
	var catalog Ref
	for _, p := range secs {
		p.sortEntries()
		f.rebuildStreams(p, &catalog)
	}
	// Newest first, without parts that hold nothing.
	var groups [][]*section
	var keep []int64
	for i := len(secs) - 1; i >= 0; i-- {
		if len(secs[i].entries) > 0 {
			groups = append(groups, []*section{secs[i]})
			keep = append(keep, ends[i])
		}
	}
	if len(groups) == 0 {
		return syntax(-1, "no object found")
	}
	f.revs = f.revs[:0]
	start := int64(0)
	for i := len(groups) - 1; i >= 0; i-- {
		_, end, _, ok := f.findEOF(max(keep[i]-5, 0), f.size)
		r := Revision{Start: start, EOF: keep[i], End: max(end, keep[i]), StartXRef: -1, XRef: -1, Rebuilt: true, Complete: ok, secs: groups[i]}
		r.First = firstOf(r.secs, start)
		f.revs = append(f.revs, r)
		start = r.End
	}
	f.makeViews()
	f.openEncryption()
	if !f.catalogReadable() && catalog.Num > 0 {
		for _, p := range secs {
			p.trailer = &Dict{entries: []entry{{"Root", catalog}}}
		}
		f.makeViews()
	}
	if !f.pagesReadable() {
		if f.Locked() {
			return ErrEncrypted
		}
		return syntax(-1, "document catalog or page tree not found")
	}
	return nil
}

// rebuildStreams adds the objects packed in the object streams of a part, and
// takes the dictionary of a cross-reference stream as its trailer.
func (f *File) rebuildStreams(p *section, catalog *Ref) {
	var packed []xentry
	for _, e := range p.entries {
		ref, o, _, err := f.indirectAt(e.off)
		if err != nil {
			continue
		}
		if d, ok := o.(*Dict); ok && d.Get("Type") == Name("Catalog") {
			*catalog = ref
		}
		st, ok := o.(*Stream)
		if !ok {
			continue
		}
		switch st.Dict.Get("Type") {
		case Name("XRef"):
			if p.trailer.Get("Root") == nil && st.Dict.Get("Root") != nil {
				p.trailer = st.Dict
			}
		case Name("ObjStm"):
			v := &View{f: f, secs: []*section{p}}
			s, err := v.readObjStm(st)
			if err != nil {
				continue
			}
			for i, n := range s.nums {
				if n > 0 && len(packed) < f.lim.Objects {
					packed = append(packed, xentry{num: uint32(n), kind: entryPacked, off: int64(ref.Num), gen: uint32(i)})
				}
			}
		}
	}
	if len(packed) > 0 {
		p.entries = append(p.entries, packed...) // stable sort: plain objects win
		p.sortEntries()
	}
}
