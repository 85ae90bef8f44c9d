package pdf

import (
	"cmp"
	"math"
	"slices"
)

// Where tells how an object is stored in this view: the number of the revision
// that defines it (index, oldest is 0), its offset, and the number of the object
// stream that holds it (0 when none). ok is false for free or unknown numbers.
func (v *View) Where(num int) (rev int, off int64, packedIn int, ok bool) {
	e, ok := v.lookup(num)
	if !ok || e.kind == entryFree {
		return 0, 0, 0, false
	}
	rev = v.definedBy(num)
	if e.kind == entryPacked {
		return rev, -1, int(e.off), true
	}
	return rev, e.off, 0, true
}

func (v *View) definedBy(num int) int {
	for i := v.n; i >= 0; i-- {
		for _, s := range v.f.revs[i].secs {
			if _, ok := s.find(num); ok {
				return i
			}
		}
	}
	return 0
}

// numbered says that a section has an entry for a number.
type numbered struct {
	num uint32
	sec int32 // from the oldest section
}

// manySections is where walking them one by one for every object ends.
const manySections = 32

// makeIndex lists the entries of all sections by number.
func (f *File) makeIndex() {
	f.index = nil
	last := f.views[len(f.views)-1]
	if len(last.secs) <= manySections {
		return
	}
	for i, s := range last.secs {
		at := int32(len(last.secs) - 1 - i)
		for _, h := range []*section{s, s.hybrid} {
			if h == nil {
				continue
			}
			for _, e := range h.entries {
				f.index = append(f.index, numbered{e.num, at})
			}
		}
	}
	slices.SortFunc(f.index, func(a, b numbered) int {
		if a.num != b.num {
			return cmp.Compare(a.num, b.num)
		}
		return cmp.Compare(a.sec, b.sec)
	})
}

func (v *View) lookup(num int) (xentry, bool) {
	e, _, ok := v.entry(num)
	return e, ok
}

// entry returns the entry for num and the index of its section in the view.
func (v *View) entry(num int) (xentry, int, bool) {
	if f := v.f; f != nil && f.index != nil && len(v.secs) > manySections {
		if num < 0 || num > math.MaxUint32 {
			return xentry{}, 0, false
		}
		// The last section of the view that has the number.
		want := numbered{uint32(num), int32(len(v.secs) - 1)}
		i, ok := slices.BinarySearchFunc(f.index, want, func(a, b numbered) int {
			if a.num != b.num {
				return cmp.Compare(a.num, b.num)
			}
			return cmp.Compare(a.sec, b.sec)
		})
		if !ok {
			i--
		}
		if i < 0 || f.index[i].num != uint32(num) {
			return xentry{}, 0, false
		}
		at := len(v.secs) - 1 - int(f.index[i].sec)
		e, ok := v.secs[at].find(num)
		return e, at, ok
	}
	for i, s := range v.secs {
		if e, ok := s.find(num); ok {
			return e, i, true
		}
	}
	return xentry{}, 0, false
}

// Changed returns the numbers of the objects that this view's revision defines
// or frees, in ascending order, with those packed in an object stream that it
// replaces or makes read otherwise: what may differ from the view before it.
func (v *View) Changed() []int {
	set := v.listed()
	if v.n > 0 {
		if boxes := v.f.streams().affected(set); len(boxes) > 0 {
			for _, s := range v.f.views[v.n-1].secs {
				for _, h := range []*section{s, s.hybrid} {
					if h == nil {
						continue
					}
					for _, e := range h.entries {
						if e.kind == entryPacked && boxes[int(e.off)] {
							set[int(e.num)] = true
						}
					}
				}
			}
		}
	}
	out := make([]int, 0, len(set))
	for n := range set {
		out = append(out, n)
	}
	slices.Sort(out)
	return out
}

// listed are the numbers for which this view's revision has entries.
func (v *View) listed() map[int]bool {
	set := map[int]bool{}
	for _, s := range v.f.revs[v.n].secs {
		for _, e := range s.entries {
			set[int(e.num)] = true
		}
		if s.hybrid != nil {
			for _, e := range s.hybrid.entries {
				set[int(e.num)] = true
			}
		}
	}
	delete(set, 0)
	return set
}
