package main

import (
	"context"
	"fmt"
	"path/filepath"
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
	draws, err := allSeries(corpus, fonts, boxes, 0, 1)
	if err != nil {
		return err
	}
	var ss []sample
	for _, d := range draws {
		ss = append(ss, d.draw(true, (*sample).forTrees)...)
	}
	belongs := func(s *sample) bool { return s.Example.Patch.Sealed } // a seal
	for _, l := range labelled(corpus, also) {
		of, err := folder(ctx, l.dir, l.times, func(s *sample) bool { return belongs(s) && s.forTrees() })
		if err != nil {
			return err
		}
		ss = append(ss, of...)
	}
	for _, dir := range folders(more) {
		of, err := folder(ctx, dir, 1, belongs)
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
		of, err := folder(ctx, dir, 1, belongs)
		if err != nil {
			return err
		}
		look(nil, official, of)
		fmt.Println(dir)
		tallySeals(of, func(s sample) float64 { return m.Seal.probability(s.X) })
	}
	return nil
}
