package pdf

import "bytes"

// Bounds of [File.Lost].
const (
	maxLostTries = 256
	maxLost      = 32
)

// Lost returns the documents that the file held when it ended earlier and to
// which its cross-references do not lead any more: whoever appends bytes can make
// readers pass over a revision, and over what was signed in it. Each is opened at
// an end of the file ("startxref", "%%EOF") that belongs to no revision, by its
// own cross-references and without repair, newest first. all is false when there
// may be more than were looked at.
//
// The whole file is read. What is returned has revisions and repairs of its own;
// offsets are those of f. Errors are what the reader of f returned.
func (f *File) Lost() (lost []*File, all bool, err error) {
	hits, all, err := f.startXRefs()
	if err != nil {
		return nil, false, err
	}
	known := map[int64]bool{}
	for _, r := range f.revs {
		for _, s := range r.secs {
			if !r.Rebuilt {
				known[s.off] = true
			}
		}
	}
	entries := 0
	for i := len(hits) - 1; i >= 0; i-- {
		h := hits[i]
		if known[h.xref] || f.knownSection(h.xref) {
			continue
		}
		known[h.xref] = true
		if len(lost) >= maxLost || entries > f.lim.Objects {
			return lost, false, nil
		}
		g := &File{r: f.r, size: h.end, lim: f.lim, base: f.base, header: f.header, version: f.version, cache: map[cacheKey]Object{}, stms: map[stmKey]*objStm{}}
		chain, err := g.chainFrom(h.xref)
		for _, s := range chain {
			entries += len(s.entries)
		}
		if err != nil || !g.complete(chain) {
			continue
		}
		g.setRevisions(groupSections(chain))
		g.openEncryption()
		lost = append(lost, g)
	}
	return lost, all, nil
}

// knownSection tells whether a section of a revision stands at off, white space
// aside.
func (f *File) knownSection(off int64) bool {
	for _, r := range f.revs {
		for _, s := range r.secs {
			if !r.Rebuilt && f.samePlace(off, s.off) {
				return true
			}
		}
	}
	return false
}

// fileEnd is a place where the file may have ended once.
type fileEnd struct {
	xref int64 // where its startxref leads
	end  int64 // behind its %%EOF
}

// startXRefs lists every "startxref N %%EOF" of the file.
func (f *File) startXRefs() (hits []fileEnd, all bool, err error) {
	const chunk, tail = 1 << 18, 128
	word := []byte("startxref")
	for off := int64(0); off < f.size; off += chunk {
		b, err := f.read(off, chunk+tail)
		if err != nil {
			return nil, false, err
		}
		for i := 0; ; {
			j := bytes.Index(b[i:], word)
			if j < 0 || i+j >= chunk {
				break
			}
			i += j + len(word)
			x := lexer{b: b, pos: i, base: off, eof: true}
			x.space()
			n, ok := x.integer()
			end := bytes.Index(b[x.pos:], []byte("%%EOF"))
			if !ok || n <= 0 || end < 0 || end > 64 || n+f.base >= off+int64(i) {
				continue
			}
			if len(hits) >= maxLostTries {
				// The newest may be decoys, the oldest too.
				return hits, false, nil
			}
			hits = append(hits, fileEnd{n + f.base, off + int64(x.pos+end+5)})
		}
	}
	return hits, true, nil
}
