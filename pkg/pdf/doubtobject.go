package pdf

import (
	"bytes"
	"slices"
)

// sound tells whether a well-formed object num of generation gen, -1 for any,
// stands exactly at off and ends within the update, and notes its header.
func (d *doubter) sound(off int64, num, gen int) (Ref, bool) {
	head, err := d.f.read(off, 64)
	if err != nil {
		return Ref{}, false
	}
	// Some writers count from the line end before the object, or from more
	// white space. That every reader skips.
	skip := 0
	for skip < len(head) && skip < 8 && isSpace(head[skip]) {
		skip++
	}
	n := header(head[skip:])
	if n < 0 {
		return Ref{}, false
	}
	n += skip
	ref, o, end, sloppy, err := d.f.objectAt(off)
	if err != nil || num >= 0 && (ref.Num != num || ref.Gen != gen) {
		return ref, false
	}
	d.heads = append(d.heads, off+int64(n))
	if repeated(o, 0) || d.sloppy(ref.Num, sloppy) {
		d.add(DoubtObject, ref.Num, off)
	}
	if _, null := o.(Null); null && end == 0 {
		return ref, true // "N G obj endobj"
	}
	rest := []string{"endobj"}
	if s, ok := o.(*Stream); ok {
		l, ok := number(d.v.Resolve(s.Dict.Get("Length")))
		if end += int64(l); !ok || l < 0 || end > d.to {
			d.add(DoubtObject, ref.Num, off)
			return ref, true
		}
		rest = []string{"endstream", "endobj"}
		switch s.Dict.Get("Type") {
		case Name("XRef"):
			if off != d.r.XRef && !slices.ContainsFunc(d.r.secs, func(s *section) bool { return s.hybrid != nil && s.hybrid.off == off }) && !d.repeats(off) {
				d.add(DoubtKeyword, ref.Num, off)
			}
		case Name("ObjStm"):
			d.packed(ref.Num, off)
		}
	}
	b, err := d.f.read(end, int(max(min(64, d.to-end), 0)))
	for _, w := range rest {
		b = bytes.TrimLeft(b, "\x00\t\n\f\r ")
		if !bytes.HasPrefix(b, []byte(w)) || err != nil {
			d.add(DoubtObject, ref.Num, off)
			return ref, true
		}
		b = b[len(w):]
	}
	return ref, true
}

// repeats tells whether the cross-reference stream at off, which nothing points
// at, says just what the section of the update says. PDFBox leaves one where it
// signs a hybrid file.
func (d *doubter) repeats(off int64) bool {
	s, err := d.f.readXRefStream(off)
	if err != nil || s.odd || len(d.r.secs) != 1 || len(s.trailer.Duplicates) > 0 {
		return false
	}
	t := d.r.secs[0].trailer
	for _, k := range []Name{"Root", "Info", "Prev", "Encrypt"} {
		if !samePlain(s.trailer.Get(k), t.Get(k)) {
			return false
		}
	}
	for _, e := range s.entries {
		got, ok := d.v.lookup(int(e.num))
		if e.kind == entryFree && (!ok || got.kind == entryFree) {
			continue
		}
		if !ok || got != e {
			return false
		}
	}
	return true
}

// samePlain compares entries of a trailer that are references or numbers.
func samePlain(a, b Object) bool {
	switch x := a.(type) {
	case nil:
		return b == nil
	case Ref:
		y, ok := b.(Ref)
		return ok && x == y
	case Integer:
		y, ok := b.(Integer)
		return ok && x == y
	}
	return false
}

// packed checks that an object stream holds just what the cross-references
// say: readers that rebuild take all of it.
func (d *doubter) packed(num int, off int64) {
	e, ok := d.v.lookup(num)
	if !ok || e.kind != entryUsed || e.off != off {
		d.add(DoubtStream, num, off)
		return
	}
	st, err := d.v.objectStream(num, e)
	if err != nil {
		d.add(DoubtStream, num, off)
		return
	}
	for i, n := range st.nums {
		got, ok := d.v.lookup(n)
		if !ok || got.kind != entryPacked || got.off != int64(num) || int(got.gen) != i {
			d.add(DoubtStream, n, off)
			return
		}
		if o, sloppy, err := st.lenient(d.f, n, i); err != nil || repeated(o, 0) || d.sloppy(n, sloppy) {
			d.add(DoubtObject, n, off)
			return
		}
	}
}

// sloppy tells whether the tokens that were read in an object by lenience are more
// than what stood in that object before. A writer that copies what it does not
// change copies those too, and where one stays they mean what they meant.
func (d *doubter) sloppy(num int, tokens []string) bool {
	if len(tokens) == 0 {
		return false
	}
	if len(tokens) > maxSloppy {
		return true
	}
	left := map[string]int{}
	for _, t := range d.old.sloppy(num) {
		left[t]++
	}
	for _, t := range tokens {
		if left[t]--; left[t] < 0 {
			return true
		}
	}
	return false
}

// sloppy lists the tokens of an object that are read by lenience.
func (v *View) sloppy(num int) []string {
	e, ok := v.lookup(num)
	switch {
	case !ok || e.kind == entryFree:
		return nil
	case e.kind == entryUsed:
		ref, _, _, tokens, err := v.f.objectAt(e.off)
		if err != nil || ref.Num != num {
			return nil
		}
		return tokens
	}
	box, ok := v.lookup(int(e.off))
	if !ok || box.kind != entryUsed {
		return nil
	}
	st, err := v.objectStream(int(e.off), box)
	if err != nil {
		return nil
	}
	_, tokens, _ := st.lenient(v.f, num, int(e.gen))
	return tokens
}

// repeated tells whether a dictionary within o has a key twice: readers differ
// in which value they take.
func repeated(o Object, depth int) bool {
	if depth > 64 {
		return true
	}
	switch x := o.(type) {
	case Array:
		for _, y := range x {
			if repeated(y, depth+1) {
				return true
			}
		}
	case *Stream:
		return repeated(x.Dict, depth)
	case *Dict:
		if len(x.Duplicates) > 0 {
			return true
		}
		for _, y := range x.All() {
			if repeated(y, depth+1) {
				return true
			}
		}
	}
	return false
}

// header returns where "obj" stands in "N G obj" at the start of b, or -1.
func header(b []byte) int {
	i := 0
	for range 2 {
		n := i
		for i < len(b) && isDigit(b[i]) {
			i++
		}
		m := i
		for i < len(b) && isSpace(b[i]) {
			i++
		}
		if m == n || i == m {
			return -1
		}
	}
	if !bytes.HasPrefix(b[i:], []byte("obj")) {
		return -1
	}
	return i
}
