package main

import (
	"fmt"
	"log"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
)

// series is a number of boxes that this program draws.
type series struct {
	name      string
	n         int
	seed      uint64 // of the first; the others follow
	crops     []crop
	faces     *faces
	officials int // of so many one is an official's
	kinds     []string
	used      bool // a third has the paper of other printers
	bilevel   bool // all of them are scanned in black and white
	ornate    bool // all of them have ornaments
	emblem    bool // seals are those of emblemSeal
	unseen    bool // as in sample
}

// allSeries are the series that are fitted on, with the signatures of the corpus.
// Fingerprints are rare among the others and come in many looks; so do signatures
// that are next to plain writing. Each round draws them once more, with other seeds
// and other invented hands.
func allSeries(corpus, fonts string, boxes, first, rounds int) ([]series, error) {
	crops, err := loadCrops(filepath.Join(corpus, "scans", "signatures", "cross-media"))
	if err != nil {
		return nil, err
	}
	f, err := loadFaces(strings.Split(fonts, ","))
	if err != nil {
		return nil, err
	}
	log.Printf("%d crops, fonts: %d of print, %d neat and %d flowing hands", len(crops), len(f.print), len(f.hand), len(f.flowing))
	var all []series
	for round := first; round < first+rounds; round++ {
		all = append(all, oneRound(crops, f, boxes, uint64(round))...)
	}
	return all, nil
}

func oneRound(crops []crop, f *faces, boxes int, round uint64) []series {
	hands := func(n int, stream uint64) []crop { return invented(n, stream+10*round, f) }
	some := slices.Concat(crops, hands(boxes/5, 2))
	all := []series{
		{name: "boxes", n: boxes, crops: crops, officials: 4},
		{name: "fingers", n: boxes / 20, crops: crops, kinds: weighted("fingerprint fingerprint 2, fingerprint named 1")},
		{name: "neat", n: boxes / 12, crops: crops, kinds: neat},
		{name: "officials", n: boxes * 4 / 10, crops: crops, officials: 1},
		{name: "hands", n: boxes / 6, crops: hands(boxes/12, 3), officials: 3, unseen: true},
		{name: "penmen", n: boxes * 6 / 10, crops: hands(boxes*3/10, 4), officials: 5},
		{name: "bilevel", n: boxes * 3 / 10, crops: slices.Concat(crops, hands(boxes/20, 5)), officials: 5, bilevel: true},
		{name: "used", n: boxes * 8 / 10, crops: slices.Concat(crops, hands(boxes*2/10, 6)), officials: 7, kinds: used, used: true},
		{name: "used-bilevel", n: boxes / 5, crops: slices.Concat(crops, hands(boxes/20, 7)), officials: 7, kinds: used, used: true, bilevel: true},
		{name: "crossed", n: boxes * 3 / 10, crops: slices.Concat(crops, hands(boxes/10, 8)), kinds: crossed, used: true, emblem: true},
		{name: "crossed-bilevel", n: boxes / 6, crops: slices.Concat(crops, hands(boxes/20, 9)), kinds: crossed, used: true, bilevel: true, emblem: true},
		{name: "emblems", n: boxes * 3 / 10, crops: slices.Concat(crops, hands(boxes/10, 10)), officials: 1, kinds: emblems, used: true, emblem: true},
		{name: "emblems-bilevel", n: boxes / 5, crops: slices.Concat(crops, hands(boxes/20, 11)), officials: 1, kinds: emblems, used: true, bilevel: true, emblem: true},
		{name: "names", n: boxes / 2, crops: crops, kinds: names, used: true},
		{name: "names-bilevel", n: boxes / 6, crops: crops, kinds: names, used: true, bilevel: true},
		{name: "small", n: boxes * 6 / 10, crops: some, kinds: small, used: true},
		{name: "small-bilevel", n: boxes / 5, crops: some, kinds: small, used: true, bilevel: true},
		{name: "ornate", n: boxes * 4 / 10, crops: some, kinds: ornate, ornate: true},
		{name: "ornate-bilevel", n: boxes / 5, crops: some, kinds: ornate, ornate: true, bilevel: true},
	}
	for i := range all {
		all[i].seed, all[i].faces = (round<<8+uint64(i))<<24, f
		if round > 0 {
			all[i].name += fmt.Sprint("-", round+1)
		}
	}
	return all
}

// draw draws the boxes of a series, or those alone where a seal belongs, and
// measures those that are kept.
func (d *series) draw(sealed bool, keep func(*sample) bool) []sample {
	boxes := make([]*sample, d.n)
	var next atomic.Int64
	var wg sync.WaitGroup
	for range workers {
		wg.Go(func() {
			for i := int(next.Add(1)) - 1; i < d.n; i = int(next.Add(1)) - 1 {
				official := d.officials > 0 && i%d.officials == d.officials-1
				if sealed && !official {
					continue
				}
				s := sample{Example: d.box(d.seed+uint64(i), official), Weight: 1, unseen: d.unseen}
				if keep(&s) {
					s.measure()
					boxes[i] = &s
				}
			}
		})
	}
	wg.Wait()
	var out []sample
	for _, s := range boxes {
		if s != nil {
			out = append(out, *s)
		}
	}
	return out
}
