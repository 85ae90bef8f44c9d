package pdf

import (
	"errors"
	"fmt"
	"sync"
)

// View is the document as of one revision: later ones do not exist for it.
type View struct {
	f       *File
	n       int        // index of the revision
	secs    []*section // newest first
	trailer *Dict

	pagesMu sync.Mutex
	pages   []Page
}

func (f *File) makeViews() {
	f.views = make([]*View, len(f.revs))
	for i := range f.revs {
		v := &View{f: f, n: i}
		for j := i; j >= 0; j-- {
			v.secs = append(v.secs, f.revs[j].secs...)
		}
		for _, s := range v.secs {
			if _, ok := s.trailer.Get("Root").(Ref); ok {
				v.trailer = s.trailer
				break
			}
		}
		f.views[i] = v
	}
	f.makeIndex()
}

// View returns the document as of revision i, 0 being the oldest. It panics
// when there is no such revision, like an index.
func (f *File) View(i int) *View { return f.views[i] }

// Latest returns the document as of the last revision.
func (f *File) Latest() *View { return f.views[len(f.views)-1] }

// Trailer returns the trailer dictionary with the /Root of this view, or nil.
func (v *View) Trailer() *Dict { return v.trailer }

// Catalog returns the document catalog, or nil.
func (v *View) Catalog() *Dict { return v.Dict(v.trailer.Get("Root")) }

func (f *File) catalogReadable() bool {
	c := f.Latest().Catalog()
	return c != nil && (c.Get("Pages") != nil || c.Get("Type") == Name("Catalog"))
}

// pagesReadable is asked before the cross-references are believed: a chain that
// was cut (/Prev 0) still finds the newest catalog, but not its pages.
func (f *File) pagesReadable() bool {
	v := f.Latest()
	return f.catalogReadable() && (v.Dict(v.Catalog().Get("Pages")) != nil || f.Locked())
}

type cacheKey struct {
	off int64 // of the object, or of the object stream
	idx int   // index in the object stream, -1 for none
	num int
	as  *section // the views that it is so for, nil for all; see [View.reading]
}

// Object returns the object that ref points to. A reference to a free or
// unknown object is [Null] (ISO 32000-2 7.3.10). Errors are *[SyntaxError] or
// [ErrEncrypted].
func (v *View) Object(ref Ref) (Object, error) {
	e, ok := v.lookup(ref.Num)
	if !ok || e.kind == entryFree {
		return Null{}, nil
	}
	if e.kind == entryPacked {
		return v.packed(ref.Num, e)
	}
	key := cacheKey{e.off, -1, ref.Num, nil}
	if o, ok := v.f.cached(key); ok {
		return o, nil
	}
	// What is found elsewhere depends on how far the view goes.
	moved := cacheKey{e.off, -1, ref.Num, v.secs[0]}
	if o, ok := v.f.cached(moved); ok {
		if bad, ok := o.(unreadable); ok {
			return nil, bad.err
		}
		return o, nil
	}
	got, o, _, err := v.f.indirectAt(e.off)
	if err != nil || got.Num != ref.Num {
		if o, err = v.f.relocate(v, ref.Num, e.off, err); err != nil {
			v.f.keep(moved, unreadable{err})
			return nil, err
		}
		key = moved
	} else {
		o = v.f.decrypted(o, got)
	}
	v.f.keep(key, o)
	return o, nil
}

// unreadable is kept in the cache for an object that cannot be read, so that
// many references to it cost one attempt.
type unreadable struct{ err error }

func (unreadable) object() {}

func (f *File) cached(k cacheKey) (Object, bool) {
	f.mu.Lock()
	defer f.mu.Unlock()
	o, ok := f.cache[k]
	return o, ok
}

func (f *File) keep(k cacheKey, o Object) {
	f.mu.Lock()
	defer f.mu.Unlock()
	n := weigh(o, 0)
	if f.weight += n; len(f.cache) >= f.lim.Cache || f.weight > maxWeight {
		clear(f.cache)
		f.weight = n
	}
	f.cache[k] = o
}

// maxWeight bounds the values that are kept parsed, each some sixty bytes.
const maxWeight = 3_000_000

// weigh counts the values in an object.
func weigh(o Object, depth int) int {
	n := 1
	if depth > 100 {
		return n
	}
	switch x := o.(type) {
	case Array:
		for _, y := range x {
			n += weigh(y, depth+1)
		}
	case *Stream:
		return n + weigh(x.Dict, depth+1)
	case *Dict:
		for _, y := range x.All() {
			n += weigh(y, depth+1)
		}
	}
	return n
}

// Resolve follows references until it meets something else; what cannot be read
// is [Null]. It may be called with nil.
func (v *View) Resolve(o Object) Object {
	for range 32 {
		r, ok := o.(Ref)
		if !ok {
			if o == nil {
				return Null{}
			}
			return o
		}
		var err error
		if o, err = v.Object(r); err != nil {
			return Null{}
		}
	}
	return Null{}
}

// Dict resolves o to a dictionary, that of a stream included, or nil.
func (v *View) Dict(o Object) *Dict {
	switch d := v.Resolve(o).(type) {
	case *Dict:
		return d
	case *Stream:
		return d.Dict
	}
	return nil
}

// Array resolves o to an array, or nil.
func (v *View) Array(o Object) Array {
	a, _ := v.Resolve(o).(Array)
	return a
}

// Number resolves o to a number.
func (v *View) Number(o Object) (float64, bool) { return number(v.Resolve(o)) }

// Name resolves o to a name, or "".
func (v *View) Name(o Object) Name {
	n, _ := v.Resolve(o).(Name)
	return n
}

// indirectAt reads "N G obj …" at off. end is behind the object, or at the
// first byte of data for a stream.
func (f *File) indirectAt(off int64) (ref Ref, o Object, end int64, err error) {
	ref, o, end, _, err = f.objectAt(off)
	return ref, o, end, err
}

// objectAt is indirectAt, with what was read there by lenience.
func (f *File) objectAt(off int64) (ref Ref, o Object, end int64, sloppy []string, err error) {
	err = f.parseAt(off, func(x *lexer) error {
		x.space()
		n, ok := x.integer()
		x.space()
		g, ok2 := x.integer()
		x.space()
		if !ok || !ok2 || n < 0 || n > 1<<31-1 || !x.objKeyword() {
			return x.err("object header expected")
		}
		ref = Ref{int(n), int(g)}
		x.space()
		if x.keyword("endobj") {
			o = Null{}
			return nil
		}
		var err error
		if o, err = x.object(); err != nil {
			return err
		}
		end, sloppy = x.base+int64(x.pos), x.sloppy
		d, ok := o.(*Dict)
		if !ok {
			return nil
		}
		x.space()
		if !x.keyword("stream") {
			return nil
		}
		// The keyword is followed by LF or CR LF; a lone CR is wrong but met.
		if !x.end() && x.b[x.pos] == '\r' {
			x.pos++
			if !x.end() && x.b[x.pos] == '\n' {
				x.pos++
			}
			if x.b[x.pos-1] == '\r' {
				sloppy = append(sloppy, "stream\r")
			}
		} else if !x.end() && x.b[x.pos] == '\n' {
			x.pos++
		} else {
			sloppy = append(sloppy, "stream")
		}
		end = x.base + int64(x.pos)
		o = &Stream{Dict: d, start: end, ref: ref}
		return nil
	})
	if err != nil {
		return Ref{}, nil, 0, nil, err
	}
	return ref, o, end, sloppy, nil
}

// objKeyword takes "obj", which may be glued to a number or name behind it.
func (x *lexer) objKeyword() bool {
	w := x.word()
	if len(w) < 3 || string(w[:3]) != "obj" {
		return false
	}
	x.pos += 3
	return true
}

// relocate finds object num by scanning when its entry is wrong. Only bytes
// of the revisions of the view count. cause, which may be nil, is returned when
// there is no other place.
func (f *File) relocate(v *View, num int, bad int64, cause error) (Object, error) {
	if v.n >= len(f.revs) {
		// A chain that is only being tried: what it does not say, it does not.
		if cause != nil {
			return nil, cause
		}
		return Null{}, nil
	}
	s, err := f.scan()
	if err != nil {
		return nil, err
	}
	limit := f.revs[v.n].End
	if v.n == len(f.revs)-1 {
		limit = f.size
	}
	offs := s.objects[num]
	for i := len(offs) - 1; i >= 0; i-- {
		if offs[i] >= limit {
			continue
		}
		got, o, _, err := f.indirectAt(offs[i])
		if err != nil || got.Num != num {
			continue
		}
		f.repaired(RepairObjectOffset, bad)
		return f.decrypted(o, got), nil
	}
	if cause != nil {
		return nil, cause
	}
	return Null{}, nil
}

var errNoStream = errors.New("object stream missing")

// packed returns an object from an object stream (ISO 32000-2 7.5.7).
func (v *View) packed(num int, e xentry) (Object, error) {
	ce, ok := v.lookup(int(e.off))
	if !ok || ce.kind != entryUsed {
		return nil, &SyntaxError{Offset: -1, Msg: fmt.Sprintf("object %d", num), Err: errNoStream}
	}
	as, err := v.reading(int(e.off), ce.off)
	if err != nil {
		return nil, err
	}
	key := cacheKey{ce.off, int(e.gen), num, as}
	if o, ok := v.f.cached(key); ok {
		return o, nil
	}
	st, err := v.objectStream(int(e.off), ce)
	if err != nil {
		return nil, err
	}
	o, err := st.object(v.f, num, int(e.gen))
	if err != nil {
		return nil, err
	}
	v.f.keep(key, o)
	return o, nil
}
