package pdf

import (
	"bytes"
	"maps"
	"slices"
)

// Doubt is a place in an incremental update that readers may understand
// differently: what one of them repairs, another does not.
type Doubt struct {
	Code   string // one of the Doubt codes
	Object int    // number of the object concerned, or 0
	Offset int64  // where
}

// Codes of doubts.
const (
	DoubtStructure = "structure"        // rebuilt, without end, several sections, startxref leads elsewhere
	DoubtTrailer   = "trailer"          // entries of the trailer missing, twice, or not those of the file
	DoubtTable     = "xref-entries"     // cross-reference section malformed or ambiguous
	DoubtEntry     = "entry"            // an entry does not lead to its object within the update
	DoubtFreed     = "object-freed"     // an object in use is freed
	DoubtObject    = "object-malformed" // an object is not well formed
	DoubtStream    = "object-stream"    // an object stream holds what the cross-references do not say
	DoubtHidden    = "hidden-object"    // an object header that the cross-references do not list
	DoubtKeyword   = "hidden-xref"      // a cross-reference keyword that belongs to none of the sections
	DoubtUnlinked  = "unlinked-data"    // data that belongs to no object
)

// maxDoubts is how many doubts are listed of one update.
const maxDoubts = 16

// Doubts tells what is not beyond doubt in revision rev, an incremental update
// of the one before it. An update that a conforming writer made has none: each
// entry of its cross-references leads to exactly its object within the update,
// and nothing else there looks like an object or a cross-reference. It matters
// because readers that find a fault rebuild the cross-references by scanning,
// and then show what this reader, following them, does not see.
//
// The cost is linear in the size of the update. Revision 0 has no doubts.
func (f *File) Doubts(rev int) []Doubt {
	if rev <= 0 || rev >= len(f.revs) {
		return nil
	}
	d := &doubter{f: f, r: &f.revs[rev], v: f.views[rev], old: f.views[rev-1]}
	d.from, d.to = f.revs[rev-1].EOF, d.r.EOF
	d.structure()
	if !d.r.Rebuilt {
		for _, s := range d.r.secs {
			d.section(s)
			if s.hybrid != nil {
				d.section(s.hybrid)
			}
		}
	}
	d.decoding()
	d.scan()
	return d.out
}

type doubter struct {
	f        *File
	r        *Revision
	v, old   *View
	from, to int64 // the bytes of the update
	heads    []int64
	out      []Doubt

	reach map[int]bool // objects that the trailer of the view leads to
}

func (d *doubter) add(code string, num int, off int64) {
	if len(d.out) < maxDoubts {
		d.out = append(d.out, Doubt{code, num, off})
	}
}

// inside tells whether something of the update begins at off.
func (d *doubter) inside(off int64) bool { return off >= d.from && off < d.to }

func (d *doubter) structure() {
	r := d.r
	switch {
	case r.Rebuilt, !r.Complete, len(r.secs) != 1, !d.f.samePlace(r.StartXRef+d.f.base, r.XRef):
		d.add(DoubtStructure, 0, r.XRef)
	}
	// A comment there, such as the one that makes transports treat the file as
	// binary, is no data; what hides in one is found by the scan.
	if d.f.data(d.from, min(r.First, d.to)) {
		d.add(DoubtUnlinked, 0, d.from)
	}
}

// section checks one section with its trailer and all its entries.
func (d *doubter) section(s *section) {
	f := d.f
	if !d.inside(s.off) || s.end > d.to {
		d.add(DoubtTable, 0, s.off)
		return
	}
	if s.odd {
		d.add(DoubtTable, 0, s.off)
	}
	if s.isXRefS {
		ref, ok := d.sound(s.off, -1, -1)
		// Some writers list the stream's own number as free (iText 5). Where
		// nothing leads to it, that says nothing wrong of the document.
		e, listed := search(s.entries, ref.Num)
		if !ok || listed && (e.kind != entryUsed || e.off != s.off) && (e.kind != entryFree || d.reachable(ref.Num)) {
			d.add(DoubtTable, ref.Num, s.off)
		}
	} else if b, err := f.read(s.off, int(min(s.body-s.off, 1<<26))); err != nil || bytes.IndexByte(b, '%') >= 0 || !bytes.HasPrefix(bytes.TrimLeft(b, "\x00\t\n\f\r "), []byte("xref")) {
		d.add(DoubtTable, 0, s.off) // comments in the table are read by some
	}
	main := s == d.r.secs[0]
	if !d.trailer(s, main) {
		d.add(DoubtTrailer, 0, s.off)
	}
	for _, e := range s.entries {
		if len(d.out) >= maxDoubts {
			return
		}
		num := int(e.num)
		was, known := d.old.lookup(num)
		known = known && was.kind != entryFree
		switch e.kind {
		case entryFree:
			if num == 0 || !known {
				continue
			}
			if got, ok := d.v.lookup(num); ok && got.kind != entryFree {
				continue // the other half of a hybrid section says where it is
			}
			if d.reachable(num) {
				// Something still leads to it: some readers will find it.
				d.add(DoubtFreed, num, s.off)
			}
		case entryUsed:
			if known && was == e {
				continue // said again: it means what it meant
			}
			gen := int(e.gen)
			if known && (was.kind == entryUsed && was.gen != e.gen || was.kind == entryPacked && gen != 0) {
				d.add(DoubtEntry, num, e.off)
				continue
			}
			if !d.inside(e.off) || num == 0 {
				d.add(DoubtEntry, num, e.off)
				continue
			}
			if e.off == s.off && s.isXRefS {
				continue
			}
			if _, ok := d.sound(e.off, num, gen); !ok {
				d.add(DoubtEntry, num, e.off)
			}
		case entryPacked:
			was2, ok := d.old.lookup(int(e.off))
			box, ok2 := d.v.lookup(int(e.off))
			if known && was == e && ok && ok2 && was2 == box {
				continue
			}
			if known && was.kind == entryUsed && was.gen != 0 || !ok2 || box.kind != entryUsed || !d.inside(box.off) {
				d.add(DoubtStream, num, s.off)
				continue
			}
			st, err := d.v.objectStream(int(e.off), box)
			if err != nil || int(e.gen) >= len(st.nums) || st.nums[e.gen] != num {
				d.add(DoubtStream, num, box.off)
			}
		}
	}
}

// decoding: an update that writes anew what an object stream of an earlier
// revision is decoded by, and leaves the stream, replaces what is packed in it in a
// way that no writer uses and that readers which keep decoded streams do not see.
func (d *doubter) decoding() {
	set := d.v.listed()
	for num := range set {
		now, ok1 := d.v.lookup(num)
		was, ok2 := d.old.lookup(num)
		if ok1 == ok2 && now == was {
			delete(set, num) // said again
		}
	}
	boxes := d.f.streams().affected(set)
	for _, num := range slices.Sorted(maps.Keys(boxes)) {
		now, ok1 := d.v.lookup(num)
		was, ok2 := d.old.lookup(num)
		if ok1 && ok2 && now == was && now.kind == entryUsed {
			d.add(DoubtStream, num, now.off)
		}
	}
}

// trailer checks the entries that lead to everything else. They must be plain
// values, since readers start with them.
func (d *doubter) trailer(s *section, main bool) bool {
	t := s.trailer
	if len(t.Duplicates) > 0 {
		return false
	}
	size, ok := t.Get("Size").(Integer)
	if !ok {
		return false
	}
	for _, e := range s.entries {
		if e.kind != entryFree && int64(e.num) >= int64(size) {
			return false
		}
	}
	if !main {
		return true
	}
	if x := t.Get("XRefStm"); x != nil {
		if _, ok := x.(Integer); !ok {
			return false
		}
	}
	if _, ok := t.Get("Prev").(Integer); !ok {
		return false
	}
	root, ok := t.Get("Root").(Ref)
	was, _ := d.old.trailer.Get("Root").(Ref)
	if !ok || !d.generation(root) {
		return false
	}
	if root != was {
		// Some signers write a catalog under a new number; then it is of this
		// update, and compared with the old one.
		if e, ok := search(s.entries, root.Num); !ok || e.kind == entryFree {
			return false
		}
	}
	if info, ok := t.Get("Info").(Ref); ok && !d.generation(info) {
		return false
	}
	switch a, b := d.old.trailer.Get("Encrypt"), t.Get("Encrypt"); {
	case a == nil && b == nil:
		return true
	case a == nil || b == nil:
		return false
	default:
		x, ok1 := a.(Ref)
		y, ok2 := b.(Ref)
		return ok1 == ok2 && x == y
	}
}

// generation tells whether a reference names the generation in use. One to
// nothing is left alone: it is no object for any reader.
func (d *doubter) generation(r Ref) bool {
	e, ok := d.v.lookup(r.Num)
	switch {
	case !ok || e.kind == entryFree:
		return true
	case e.kind == entryPacked:
		return r.Gen == 0
	}
	return int(e.gen) == r.Gen
}

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

// reachable tells whether the trailer of the view leads to an object: writers
// free what they no longer need.
func (d *doubter) reachable(num int) bool {
	if d.reach == nil {
		d.reach = map[int]bool{}
		var work []Object
		for k, o := range d.v.trailer.All() {
			if k != "Prev" && k != "XRefStm" {
				work = append(work, o)
			}
		}
		for len(work) > 0 {
			if d.f.reached.Add(1) > int64(d.f.lim.Objects)*8 {
				d.reach = map[int]bool{}
				return true // too much to tell
			}
			o := work[len(work)-1]
			work = work[:len(work)-1]
			switch x := o.(type) {
			case Ref:
				if !d.reach[x.Num] {
					d.reach[x.Num] = true
					work = append(work, d.v.Resolve(x))
				}
			case Array:
				work = append(work, x...)
			case *Stream:
				work = append(work, x.Dict)
			case *Dict:
				for _, y := range x.All() {
					work = append(work, y)
				}
			}
		}
	}
	return d.reach[num]
}
