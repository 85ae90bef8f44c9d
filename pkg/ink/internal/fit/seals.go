package main

import (
	"context"
	"fmt"
	"maps"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"sync/atomic"

	"github.com/tthclint/tthclint/pkg/ink"
)

// fitSeals fits the trees of seals alone, by the officials' network of a folder,
// and puts them among its other trees. The boxes are measured anew, at their true
// places moved a little: a seal strays farther from its place than a finder of
// boxes errs.
func fitSeals(ctx context.Context, corpus, fonts, also, more, check, out string, boxes int) error {
	path := filepath.Join(out, "trees.json.gz")
	m, err := readJSON(path)
	if err != nil {
		return err
	}
	official, err := readNet(filepath.Join(out, "official.bin.gz"))
	if err != nil {
		return err
	}
	scans := filepath.Join(corpus, "scans")
	crops, err := loadCrops(filepath.Join(scans, "signatures", "cross-media"))
	if err != nil {
		return err
	}
	f, err := loadFaces(strings.Split(fonts, ","))
	if err != nil {
		return err
	}
	var ss []sample
	for _, d := range draws(boxes, crops, f) {
		if d.officials > 0 {
			ss = append(ss, d.sealed(f)...)
		}
	}
	forTrees := func(s *sample) bool { return s.forTrees() }
	for i, dir := range append([]string{filepath.Join(scans, "pages-open")}, folders(also)...) {
		times := 1
		if i == 0 {
			times = 3
		}
		of, err := sealedBoxes(ctx, dir, times, forTrees)
		if err != nil {
			return err
		}
		ss = append(ss, of...)
	}
	everyone := func(*sample) bool { return true }
	for _, dir := range folders(more) {
		of, err := sealedBoxes(ctx, dir, 1, everyone)
		if err != nil {
			return err
		}
		ss = append(ss, of...)
	}
	look(nil, official, ss)
	crossCheckSeals(ss)
	m.Seal = pack(boost(seals(ss), all, sealed, false))
	if err := writeJSON(path, m); err != nil {
		return err
	}
	for _, dir := range folders(check) {
		of, err := sealedBoxes(ctx, dir, 1, everyone)
		if err != nil {
			return err
		}
		look(nil, official, of)
		fmt.Println(dir)
		tallySeals(of, func(s sample) float64 { return m.Seal.probability(s.X) })
	}
	return nil
}

// sealed draws and measures the boxes of a series where a seal belongs and which
// the trees are fitted on.
func (d *series) sealed(f *faces) []sample {
	boxes := make([]*sample, d.n)
	var next atomic.Int64
	var wg sync.WaitGroup
	for range workers {
		wg.Go(func() {
			for i := int(next.Add(1)) - 1; i < d.n; i = int(next.Add(1)) - 1 {
				if !d.official(i) {
					continue
				}
				s := sample{Example: d.box(i, f), unseen: d.unseen}
				if s.forTrees() {
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

// sealedBoxes measures the boxes of a labelled folder where a seal belongs, as
// often as asked, each time at another error of its place.
func sealedBoxes(ctx context.Context, dir string, times int, keep func(*sample) bool) ([]sample, error) {
	var out []sample
	for k := range times {
		pages := map[int]sample{}
		var mu sync.Mutex
		err := load(ctx, dir, uint64(k+1), func(page int, e Example) {
			s := sample{Example: e}
			if !e.Patch.Sealed || !keep(&s) {
				return
			}
			s.measure()
			mu.Lock()
			defer mu.Unlock()
			pages[page] = s
		})
		if err != nil {
			return nil, err
		}
		for _, i := range slices.Sorted(maps.Keys(pages)) {
			out = append(out, pages[i])
		}
	}
	return out, nil
}

// measure measures the patch of a sample and lets go of it.
func (s *sample) measure() {
	s.Features, s.View = ink.Survey(s.Patch)
	s.Sealed, s.Bilevel, s.Colour = s.Patch.Sealed, s.Patch.Bilevel, s.Patch.Cb != nil
	s.Patch = nil
}
