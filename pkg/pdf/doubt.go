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
