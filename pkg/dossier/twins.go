package dossier

import (
	"cmp"
	"context"
	"slices"
)

// findTwins returns, by path, the common [Twins] of files with the same bytes.
// Only files of equal, non-zero size are read.
func (f *Folder) findTwins(ctx context.Context) map[string]*Twins {
	files := f.files
	bySize := make([]int, len(files))
	for i := range bySize {
		bySize[i] = i
	}
	slices.SortFunc(bySize, func(a, b int) int {
		return cmp.Or(cmp.Compare(files[a].size, files[b].size), cmp.Compare(files[a].path, files[b].path))
	})
	twins := map[string]*Twins{}
	for from := 0; from < len(bySize); {
		size, to := files[bySize[from]].size, from+1
		for to < len(bySize) && files[bySize[to]].size == size {
			to++
		}
		if to-from > 1 && size > 0 {
			f.addTwins(ctx, bySize[from:to], twins)
		}
		from = to
	}
	return twins
}

// addTwins compares files of one size. They come in order of path.
func (f *Folder) addTwins(ctx context.Context, same []int, twins map[string]*Twins) {
	byDigest := map[[32]byte][]int{}
	for _, i := range same {
		if ctx.Err() != nil {
			return
		}
		doc := Document{Path: f.files[i].path, Size: f.files[i].size, Blob: blob{f.grouping.fsys, f.files[i].path}}
		if sum, err := doc.DigestContext(ctx); err == nil { // a file that cannot be read is told by its own rules
			byDigest[sum] = append(byDigest[sum], i)
		}
	}
	for sum, copies := range byDigest {
		if len(copies) < 2 {
			continue
		}
		t := &Twins{Digest: sum, Places: make([]Place, len(copies))}
		ids := map[string]bool{}
		for k, i := range copies {
			file := f.files[i]
			t.Places[k] = Place{Dossier: file.id, Path: file.path, Role: f.grouping.of(file.path).role()}
			twins[file.path] = t
			ids[file.id] = true
		}
		t.Dossiers = len(ids)
	}
}
