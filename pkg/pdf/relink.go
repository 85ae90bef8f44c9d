package pdf

import (
	"bytes"
	"slices"
)

// relink reads a file in which /Prev of an update leads nowhere, as a writer
// leaves it that counts wrong, while everything else is in order: each update
// ends in the startxref of its own section. Readers differ in what they make of
// such a file, so this is only done where they cannot end up with different
// documents:
//
//   - whoever follows /Prev as written finds no page tree and has to rebuild;
//   - whoever rebuilds by scanning finds no header of an object and no trailer
//     but those that the sections list, and the last of each number is the one
//     that the sections mean;
//   - there are no object streams, of which readers take different things.
//
// It returns false where that does not hold.
func (f *File) relink() bool {
	s, err := f.scan()
	if err != nil || len(s.ends) < 2 || len(s.ends) > f.lim.Revisions {
		return false
	}
	f.base = 0
	var secs []*section
	broken := 0 // sections down to the last link that is broken
	for i := len(s.ends) - 1; ; i-- {
		if i < 0 {
			return false
		}
		from := int64(0)
		if i > 0 {
			from = s.ends[i-1]
		}
		off, ok := f.ownStartXRef(from, s.ends[i])
		if !ok || off < from || off >= s.ends[i] {
			return false
		}
		if chain, err := f.chainFrom(off); err == nil && f.complete(chain) {
			if len(secs) == 0 {
				return false
			}
			secs = append(secs, chain...)
			break
		}
		sec, err := f.readSection(off)
		if err != nil || sec.isXRefS || sec.hybrid != nil || sec.odd {
			return false
		}
		secs = append(secs, sec)
		broken = len(secs)
	}
	f.setRevisions(groupSections(secs))
	f.openEncryption()
	if f.Encrypted() || !f.pagesReadable() || !f.unambiguous(secs, secs[:broken], s) {
		f.revs, f.views, f.index, f.boxes, f.enc, f.crypt = nil, nil, nil, nil, nil, nil
		f.forget()
		return false
	}
	f.forget()
	for _, sec := range secs[:broken] {
		f.repaired(RepairPrevRelinked, sec.off)
	}
	return true
}

// forget drops what was cached and worked around under another reading.
func (f *File) forget() {
	f.mu.Lock()
	defer f.mu.Unlock()
	clear(f.cache)
	clear(f.stms)
	clear(f.readings)
	f.stmSize, f.kept = 0, 0
	f.repairs = slices.DeleteFunc(f.repairs, func(r Repair) bool { return r.Code != RepairHeaderOffset })
}

// ownStartXRef returns what stands behind the last "startxref" of a part of the
// file.
func (f *File) ownStartXRef(from, end int64) (int64, bool) {
	from = max(from, end-256)
	b, err := f.read(from, int(end-from))
	if err != nil {
		return 0, false
	}
	i := bytes.LastIndex(b, []byte("startxref"))
	if i < 0 {
		return 0, false
	}
	x := lexer{b: b, pos: i + 9, base: from, eof: true}
	x.space()
	return x.integer()
}

// complete tells whether a chain of sections leads to a page tree.
func (f *File) complete(chain []*section) bool {
	v := &View{f: f, secs: chain}
	for _, s := range chain {
		if _, ok := s.trailer.Get("Root").(Ref); ok {
			v.trailer = s.trailer
			break
		}
	}
	return v.trailer != nil && v.Dict(v.Catalog().Get("Pages")) != nil
}

// unambiguous tells whether following, relinking and scanning agree; broken are
// the sections that a reader sees who follows /Prev as written.
func (f *File) unambiguous(secs, broken []*section, s *scan) bool {
	v := f.Latest()
	pages, ok := v.Catalog().Get("Pages").(Ref)
	if !ok {
		return false
	}
	for _, sec := range broken {
		if e, ok := search(sec.entries, pages.Num); ok && e.kind != entryFree {
			return false
		}
	}
	listed := map[int64]uint32{}
	var trailers []int64
	for _, sec := range secs {
		if sec.isXRefS || sec.hybrid != nil || sec.odd {
			return false
		}
		trailers = append(trailers, sec.body)
		for _, e := range sec.entries {
			if e.kind == entryUsed {
				listed[e.off] = e.num
			}
		}
	}
	for _, t := range s.trailers {
		if !slices.Contains(trailers, t) {
			return false
		}
	}
	for num, offs := range s.objects {
		for _, off := range offs {
			if n, ok := listed[off]; !ok || int(n) != num {
				return false
			}
			_, o, _, err := f.indirectAt(off)
			if err != nil {
				return false
			}
			if st, ok := o.(*Stream); ok && (st.Dict.Get("Type") == Name("ObjStm") || st.Dict.Get("Type") == Name("XRef")) {
				return false
			}
		}
		if e, ok := v.lookup(num); !ok || e.kind != entryUsed || e.off != offs[len(offs)-1] {
			return false
		}
	}
	return true
}
