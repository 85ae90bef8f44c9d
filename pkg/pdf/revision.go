package pdf

import "bytes"

// Revision is one state of the file: the original or an incremental update.
type Revision struct {
	// Start is where its bytes begin: the End of the revision before, or 0.
	Start int64
	// EOF is the offset behind its "%%EOF", End the one behind the line end
	// that follows. A signature of this revision ends between the two.
	EOF, End int64
	// StartXRef is the offset written behind "startxref" at its end, and
	// XRef where the section that readers use for it really stands. They
	// differ in a file that was tampered with or rebuilt.
	StartXRef, XRef int64
	// Linked is false when StartXRef does not lead to XRef.
	Linked bool
	// Rebuilt: found by scanning, without usable cross-references.
	Rebuilt bool
	// First is the offset of the first object or cross-reference section that
	// belongs to it.
	First int64
	// Complete is false when no %%EOF ends it.
	Complete bool
	// Far tells that an entry of its cross-references points behind End.
	Far bool

	secs []*section // newest first
}

// Revisions returns the revisions from the oldest to the newest, at least one.
func (f *File) Revisions() []Revision { return f.revs }

// groupSections turns the chain (newest first) into revisions (newest first).
// A linearized file has two sections in its first revision: the one for the
// first page, which stands first in the file, leads to the main one behind it
// (ISO 32000-2 annex F). A section whose /Prev leads forward is thus taken
// together with that one.
func groupSections(chain []*section) [][]*section {
	var out [][]*section
	for i := 0; i < len(chain); i++ {
		g := []*section{chain[i]}
		for i+1 < len(chain) && chain[i+1].off > g[len(g)-1].off {
			i++
			g = append(g, chain[i])
		}
		out = append(out, g)
	}
	return out
}

func (f *File) setRevisions(groups [][]*section) {
	f.revs = f.revs[:0]
	start := int64(0)
	for i := len(groups) - 1; i >= 0; i-- {
		r := Revision{Start: start, secs: groups[i], XRef: groups[i][0].off}
		var last int64
		for _, s := range r.secs {
			last = max(last, s.end)
			if s.hybrid != nil {
				last = max(last, s.hybrid.end)
			}
		}
		next := f.size
		if i > 0 {
			for _, s := range groups[i-1] {
				if s.off > last {
					next = min(next, s.off)
				}
			}
		}
		r.EOF, r.End, r.StartXRef, r.Complete = f.findEOF(last, next)
		r.First = firstOf(r.secs, start)
		r.Linked = f.samePlace(r.StartXRef+f.base, r.XRef)
		for _, s := range r.secs {
			r.Far = r.Far || far(s, r.End, f.size) || s.hybrid != nil && (s.hybrid.off >= r.End || far(s.hybrid, r.End, f.size))
		}
		f.revs = append(f.revs, r)
		start = max(start, r.End)
	}
	f.makeViews()
}

// Holds tells whether an object or a cross-reference section of any revision
// begins within sp.
func (f *File) Holds(sp Span) bool {
	for _, r := range f.revs {
		for _, s := range r.secs {
			for _, h := range []*section{s, s.hybrid} {
				if h == nil {
					continue
				}
				if !r.Rebuilt && h.off >= sp.Start && h.off < sp.End {
					return true
				}
				for _, e := range h.entries {
					if e.kind == entryUsed && e.off >= sp.Start && e.off < sp.End {
						return true
					}
				}
			}
		}
	}
	return false
}

// firstOf returns the lowest offset at or behind from that belongs to secs: an
// update may list objects of earlier revisions again.
func firstOf(secs []*section, from int64) int64 {
	first := secs[0].off
	for _, s := range secs {
		for _, h := range []*section{s, s.hybrid} {
			if h == nil {
				continue
			}
			if h.off >= from {
				first = min(first, h.off)
			}
			for _, e := range h.entries {
				if e.kind == entryUsed && e.off >= from {
					first = min(first, e.off)
				}
			}
		}
	}
	return first
}

// far tells whether an entry points behind the end of its revision. One that
// points behind the file as well leads nowhere, which sloppy writers do.
func far(s *section, end, size int64) bool {
	for _, e := range s.entries {
		if e.kind == entryUsed && e.off >= end && e.off < size {
			return true
		}
	}
	return false
}

// samePlace tells whether two offsets of a section differ by white space at
// most: /Prev and startxref are counted by different programs.
func (f *File) samePlace(a, b int64) bool {
	if a > b {
		a, b = b, a
	}
	return a == b || a >= 0 && b-a <= 16 && !f.filled(a, b)
}

// findEOF looks for the "startxref N %%EOF" that ends a revision whose
// cross-references end at from; next is where the following revision must have begun.
func (f *File) findEOF(from, next int64) (eof, end, startxref int64, ok bool) {
	b, err := f.read(from, int(min(2048, max(next-from, 0))))
	startxref = -1
	if err == nil {
		if i := bytes.Index(b, []byte("startxref")); i >= 0 {
			x := lexer{b: b, pos: i + 9, base: from, eof: true}
			x.space()
			if v, ok := x.integer(); ok {
				startxref = v
			}
		}
		if i := bytes.Index(b, []byte("%%EOF")); i >= 0 {
			j := i + 5
			eof = from + int64(j)
			switch {
			case bytes.HasPrefix(b[j:], []byte("\r\n")):
				j += 2
			case j < len(b) && (b[j] == '\n' || b[j] == '\r'):
				j++
			}
			return eof, from + int64(j), startxref, true
		}
	}
	f.repaired(RepairEOFMissing, from)
	return next, next, startxref, false
}

// noteTrailing records data behind the last revision and between revisions,
// white space aside: an update that nothing links to hides there.
func (f *File) noteTrailing() {
	for i := range f.revs {
		if i+1 == len(f.revs) {
			if f.filled(f.revs[i].End, f.size) {
				f.repaired(RepairTrailingData, f.revs[i].End)
			}
		} else if f.data(f.revs[i].End, f.revs[i+1].First) {
			f.repaired(RepairUnlinkedData, f.revs[i].End)
		}
	}
}

// data tells whether there is anything but white space and comments from from
// to to. A comment that marks the end of a file is data all the same.
func (f *File) data(from, to int64) bool {
	const piece = 4096
	comment := 0 // length of the comment so far
	mark := true // it begins like the mark of an end
	for off := from; off < to; off += piece {
		b, err := f.read(off, int(min(piece, to-off)))
		if err != nil {
			return false
		}
		for _, c := range b {
			switch {
			case c == '\n' || c == '\r':
				comment = 0
			case comment > 0:
				const end = "%%EOF"
				if comment < len(end) {
					mark = mark && c == end[comment]
					if comment++; comment == len(end) && mark {
						return true
					}
				}
			case c == '%':
				comment, mark = 1, true
			case !isSpace(c):
				return true
			}
		}
	}
	return false
}

// filled tells whether there is anything but white space from from to to.
func (f *File) filled(from, to int64) bool {
	const piece = 4096
	for off := from; off < to; off += piece {
		b, err := f.read(off, int(min(piece, to-off)))
		if err != nil {
			return false
		}
		for _, c := range b {
			if !isSpace(c) {
				return true
			}
		}
	}
	return false
}
