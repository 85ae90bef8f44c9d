package dossier

import (
	"cmp"
	"context"
	"slices"
)

// findTwins gives documents with the same bytes one common [Twins]. Only files
// of equal, non-zero size are read.
func findTwins(ctx context.Context, dossiers []*Dossier) {
	type item struct {
		id  string
		doc *Document
	}
	bySize := map[int64][]item{}
	for _, d := range dossiers {
		for _, doc := range d.Documents {
			if doc.Size > 0 {
				bySize[doc.Size] = append(bySize[doc.Size], item{d.ID, doc})
			}
		}
	}
	for _, items := range bySize {
		if len(items) < 2 {
			continue
		}
		byDigest := map[[32]byte][]item{}
		for _, it := range items {
			if ctx.Err() != nil {
				return
			}
			if sum, err := it.doc.Digest(); err == nil { // a file that cannot be read is told by its own rules
				byDigest[sum] = append(byDigest[sum], it)
			}
		}
		for sum, same := range byDigest {
			if len(same) < 2 {
				continue
			}
			twins := &Twins{Digest: sum, Places: make([]Place, len(same))}
			ids := map[string]bool{}
			for i, it := range same {
				twins.Places[i] = Place{it.id, it.doc.Path}
				it.doc.Twins = twins
				ids[it.id] = true
			}
			twins.Dossiers = len(ids)
			slices.SortFunc(twins.Places, func(a, b Place) int { return cmp.Compare(a.Path, b.Path) })
		}
	}
}
