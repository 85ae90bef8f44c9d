package pdf

// Limits bound the work on hostile files. Zero fields mean the defaults named
// here, which are far above what a real document needs.
type Limits struct {
	Objects   int   // 2,000,000 cross-reference entries over all revisions
	Revisions int   // 1,000 cross-reference sections
	Depth     int   // 100 levels of nested arrays and dictionaries
	Token     int   // 64 MiB for one string, name or number token
	Object    int64 // 32 MiB for one object without stream data
	Stream    int64 // 256 MiB for one decoded stream
	Ratio     int64 // 2,000 decoded bytes per stored byte, above 1 MiB
	Cache     int   // 50,000 parsed objects kept
	Pages     int   // 100,000 pages
	Work      int64 // 64 MiB plus 4 times the file: bytes read again for large or broken objects
}

func (l Limits) withDefaults(size int64) Limits {
	set := func(p *int, v int) {
		if *p <= 0 {
			*p = v
		}
	}
	set64 := func(p *int64, v int64) {
		if *p <= 0 {
			*p = v
		}
	}
	set(&l.Objects, 2_000_000)
	set(&l.Revisions, 1000)
	set(&l.Depth, 100)
	set(&l.Token, 64<<20)
	set64(&l.Object, 32<<20)
	set64(&l.Stream, 256<<20)
	set64(&l.Ratio, 2000)
	set(&l.Cache, 50_000)
	set(&l.Pages, 100_000)
	set64(&l.Work, 64<<20+4*size)
	return l
}
