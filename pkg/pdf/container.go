package pdf

import "errors"

// An object stream is decoded by what its dictionary says, and that may stand in
// objects of their own (/Length, /N, /First, /Filter, /DecodeParms; ISO 32000-2
// 7.3.10 allows it anywhere). Whoever replaces one of those replaces every object
// packed in the stream without touching it. Views that differ in them must not
// share what was decoded, and all that is packed counts as changed.

// maxParts bounds the objects that say how one object stream is decoded.
const maxParts = 64

var errPart = errors.New("object stream depends on an object in an object stream")

// partsOf calls add for every object that o refers to. /Extends says which
// streams belong together and nothing about the decoding (7.5.7).
func partsOf(o Object, depth int, add func(num int)) {
	if depth > maxParts {
		return
	}
	switch x := o.(type) {
	case Ref:
		add(x.Num)
	case Array:
		for _, y := range x {
			partsOf(y, depth+1, add)
		}
	case *Stream:
		partsOf(x.Dict, depth, add)
	case *Dict:
		for k, y := range x.All() {
			if depth > 0 || k != "Extends" {
				partsOf(y, depth+1, add)
			}
		}
	}
}

// written is what is known of an object at an offset that others are decoded by.
type written struct {
	num   int   // -1 where no object stands
	parts []int // objects that it refers to
}

func (f *File) writtenAt(off int64) written {
	f.mu.Lock()
	w, ok := f.writ[off]
	f.mu.Unlock()
	if ok {
		return w
	}
	ref, o, _, err := f.indirectAt(off)
	if w.num = ref.Num; err != nil {
		w.num = -1
	}
	partsOf(o, 0, func(num int) { w.parts = append(w.parts, num) })
	f.mu.Lock()
	defer f.mu.Unlock()
	if f.writ == nil || len(f.writ) >= f.lim.Cache {
		f.writ = map[int64]written{}
	}
	f.writ[off] = w
	return w
}

// readingKey is an object stream as seen by the views of one newest section.
type readingKey struct {
	off    int64
	newest *section
}

type reading struct {
	as  *section
	err error
}

// reading tells how the object stream num at off is decoded in this view: nil is
// the same in all views, otherwise the same as in all views that give the same
// section, the newest that says anything of what the decoding depends on. Objects
// that are packed themselves are not followed, as one stream might then need
// itself; of /Length 7.5.7 forbids it.
func (v *View) reading(num int, off int64) (*section, error) {
	f := v.f
	w := f.writtenAt(off)
	if w.num == num && len(w.parts) == 0 {
		return nil, nil
	}
	key := readingKey{off, v.secs[0]}
	f.mu.Lock()
	r, ok := f.readings[key]
	f.mu.Unlock()
	if ok {
		return r.as, r.err
	}
	r.as, r.err = v.newReading(num, w)
	f.mu.Lock()
	defer f.mu.Unlock()
	if f.readings == nil || len(f.readings) >= f.lim.Cache {
		f.readings = map[readingKey]reading{}
	}
	f.readings[key] = r
	return r.as, r.err
}

func (v *View) newReading(num int, w written) (*section, error) {
	if w.num != num {
		return v.secs[0], nil // looked for by scanning, up to where the view ends
	}
	newest := len(v.secs) - 1
	seen := map[int]bool{}
	work := w.parts
	for len(work) > 0 {
		n := work[len(work)-1]
		work = work[:len(work)-1]
		if seen[n] {
			continue
		}
		if seen[n] = true; len(seen) > maxParts {
			return nil, &SyntaxError{Offset: -1, Msg: "object stream dictionary", Err: ErrLimit}
		}
		e, i, ok := v.entry(n)
		if !ok {
			continue
		}
		newest = min(newest, i)
		switch e.kind {
		case entryPacked:
			return nil, &SyntaxError{Offset: -1, Msg: "object stream dictionary", Err: errPart}
		case entryUsed:
			p := v.f.writtenAt(e.off)
			if p.num != n {
				newest = 0
			}
			work = append(work[:len(work):len(work)], p.parts...)
		}
	}
	return v.secs[newest], nil
}

// containers tells which numbers are object streams in some revision, and which
// objects those are decoded by.
type containers struct {
	all map[int]bool
	// by leads from an object to those that are read by it, in whatever
	// revision: to an object stream at last. Nil where all stand for themselves.
	by map[int][]int
}

func (f *File) streams() *containers {
	f.mu.Lock()
	c := f.boxes
	f.mu.Unlock()
	if c != nil {
		return c
	}
	c = &containers{all: map[int]bool{}}
	secs := f.views[len(f.views)-1].secs
	each := func(fn func(xentry)) {
		for _, s := range secs {
			for _, h := range []*section{s, s.hybrid} {
				if h == nil {
					continue
				}
				for _, e := range h.entries {
					fn(e)
				}
			}
		}
	}
	each(func(e xentry) {
		if e.kind == entryPacked {
			c.all[int(e.off)] = true
		}
	})
	// Round by round one step further from the streams; each round reads the
	// objects that the one before named.
	next := c.all
	known := map[int]bool{}
	for round := 0; len(next) > 0 && round < maxParts; round++ {
		now := next
		next = map[int]bool{}
		for n := range now {
			known[n] = true
		}
		type place struct {
			num int
			off int64
		}
		done := map[place]bool{}
		link := func(part, num int) {
			if c.by == nil {
				c.by = map[int][]int{}
			}
			c.by[part] = append(c.by[part], num)
			if !known[part] {
				next[part] = true
			}
		}
		each(func(e xentry) {
			num := int(e.num)
			if !now[num] || e.kind == entryFree || done[place{num, e.off}] {
				return
			}
			done[place{num, e.off}] = true
			if e.kind == entryPacked {
				link(int(e.off), num)
				return
			}
			w := f.writtenAt(e.off)
			if w.num != num { // see relocate
				if s, err := f.scan(); err == nil {
					for _, off := range s.objects[num] {
						for _, p := range f.writtenAt(off).parts {
							link(p, num)
						}
					}
				}
				return
			}
			for _, p := range w.parts {
				link(p, num)
			}
		})
	}
	f.mu.Lock()
	defer f.mu.Unlock()
	f.boxes = c
	return c
}

// affected returns the object streams that are decoded by objects of set, those
// in it included.
func (c *containers) affected(set map[int]bool) map[int]bool {
	out := map[int]bool{}
	var work []int
	for num := range set {
		if c.all[num] {
			out[num] = true
		}
		if len(c.by[num]) > 0 {
			work = append(work, num)
		}
	}
	seen := map[int]bool{}
	for len(work) > 0 {
		num := work[len(work)-1]
		work = work[:len(work)-1]
		for _, to := range c.by[num] {
			if seen[to] {
				continue
			}
			seen[to] = true
			if c.all[to] {
				out[to] = true
			}
			work = append(work, to)
		}
	}
	return out
}
