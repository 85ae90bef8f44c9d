package pdf

// objStm is a decoded object stream.
type objStm struct {
	data  []byte
	first int
	nums  []int
	offs  []int
}

// maxObjStm bounds a decoded object stream, objStmCache all that are kept.
const (
	maxObjStm   = 64 << 20
	objStmCache = 64 << 20
)

// costlyObject is how many values make a packed object one whose reading is
// counted, at about valueSize bytes of memory each.
const (
	costlyObject = 10_000
	valueSize    = 32
)

// reentries bounds how deep the reading of one object stream may lead into
// itself, by way of what its dictionary refers to. Other goroutines that read the
// same stream at the same time count as well.
const reentries = 100

// enter notes that an object stream is being read, and leave that it is no more.
// Going in again is charged, since each attempt may make several.
func (f *File) enter(off int64) error {
	f.mu.Lock()
	n := f.entered[off]
	if f.entered == nil {
		f.entered = map[int64]int{}
	}
	f.entered[off]++
	f.mu.Unlock()
	if n >= reentries {
		return &SyntaxError{Offset: off, Msg: "object stream needs itself", Err: ErrLimit}
	}
	if n > 0 {
		return f.spend(64<<10, off)
	}
	return nil
}

func (f *File) leave(off int64) {
	f.mu.Lock()
	defer f.mu.Unlock()
	if f.entered[off]--; f.entered[off] <= 0 {
		delete(f.entered, off)
	}
}

// stmKey is an object stream and the views that decode it alike, nil for all;
// see [View.reading].
type stmKey struct {
	off int64
	as  *section
}

func (v *View) objectStream(num int, e xentry) (*objStm, error) {
	f := v.f
	as, err := v.reading(num, e.off)
	if err != nil {
		return nil, err
	}
	key := stmKey{e.off, as}
	f.mu.Lock()
	st, ok := f.stms[key]
	f.mu.Unlock()
	if ok {
		return st, nil
	}
	if f.Locked() {
		return nil, ErrEncrypted
	}
	defer f.leave(e.off)
	if err := f.enter(e.off); err != nil {
		return nil, err
	}
	got, o, _, err := f.indirectAt(e.off)
	if err != nil || got.Num != num {
		if o, err = f.relocate(v, num, e.off, err); err != nil {
			return nil, err
		}
	}
	s, ok := o.(*Stream)
	if !ok {
		return nil, syntax(e.off, "object stream expected")
	}
	if as != nil {
		// The same bytes may be decoded once for every revision.
		if err := f.spend(0, e.off); err != nil {
			return nil, err
		}
	}
	if st, err = v.readObjStm(s); err != nil {
		return nil, err
	}
	if as != nil {
		if err := f.spend(int64(len(st.data)), e.off); err != nil {
			return nil, err
		}
	}
	f.mu.Lock()
	defer f.mu.Unlock()
	if f.stmSize += len(st.data); f.stmSize > objStmCache {
		clear(f.stms)
		f.stmSize = len(st.data)
	}
	f.stms[key] = st
	return st, nil
}

func (v *View) readObjStm(s *Stream) (*objStm, error) {
	data, err := v.decodeIn(v.f, s, maxObjStm)
	if err != nil && len(data) == 0 {
		return nil, err
	}
	n, ok1 := v.Number(s.Dict.Get("N"))
	first, ok2 := v.Number(s.Dict.Get("First"))
	if !ok1 || !ok2 || n < 0 || first < 0 || int64(first) > int64(len(data)) || int64(n) > int64(len(data)) {
		return nil, syntax(s.start, "object stream malformed")
	}
	st := &objStm{data: data, first: int(first)}
	x := lexer{b: data[:int(first)], base: -1, eof: true}
	for range int(n) {
		x.space()
		num, ok1 := x.integer()
		x.space()
		off, ok2 := x.integer()
		if !ok1 || !ok2 {
			break // a short header loses the rest, as in other readers
		}
		st.nums = append(st.nums, int(num))
		st.offs = append(st.offs, int(off))
	}
	return st, nil
}

// object returns the object at index idx if it is number num, else the first
// one with that number: some writers count the index wrong.
func (st *objStm) object(f *File, num, idx int) (Object, error) {
	o, _, err := st.lenient(f, num, idx)
	return o, err
}

// lenient is object, with what was read by lenience.
func (st *objStm) lenient(f *File, num, idx int) (Object, []string, error) {
	if idx < 0 || idx >= len(st.nums) || st.nums[idx] != num {
		idx = -1
		for i, n := range st.nums {
			if n == num {
				idx = i
				break
			}
		}
		if idx < 0 {
			return Null{}, nil, nil
		}
	}
	if err := f.spend(0, -1); err != nil {
		return nil, nil, err
	}
	pos := st.first + st.offs[idx]
	if pos < 0 || pos > len(st.data) {
		return Null{}, nil, nil
	}
	x := lexer{b: st.data, pos: pos, base: -1, eof: true, depth: f.lim.Depth, token: f.lim.Token}
	o, err := x.object()
	if x.values > costlyObject {
		// Many numbers may lead to the same bytes.
		if err := f.spend(int64(x.values)*valueSize, -1); err != nil {
			return nil, nil, err
		}
	}
	return o, x.sloppy, err
}
