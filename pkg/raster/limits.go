package raster

import "time"

// Limits bound what a hostile or broken file may cost. A zero field means its
// default, which no sane scan reaches.
type Limits struct {
	FileBytes   int64         // size of a file that is opened; default 256 MiB
	Pages       int           // pages of a document; default 10,000
	Pixels      int64         // pixels of one image and of one page; default 100 million
	StreamBytes int64         // decoded bytes of one stream; default 512 MiB
	OpenTime    time.Duration // wall time of Open; default 45 s
	PageTime    time.Duration // wall time of one Render; default 45 s
}

func (l Limits) withDefaults() Limits {
	set := func(p *int64, v int64) {
		if *p <= 0 {
			*p = v
		}
	}
	set(&l.FileBytes, 256<<20)
	set(&l.Pixels, 100_000_000)
	set(&l.StreamBytes, 512<<20)
	if l.Pages <= 0 {
		l.Pages = 10_000
	}
	if l.OpenTime <= 0 {
		l.OpenTime = 45 * time.Second
	}
	if l.PageTime <= 0 {
		l.PageTime = 45 * time.Second
	}
	return l
}
