package dossier

import (
	"cmp"
	"context"
	"io/fs"
	"slices"
)

// findTwins returns, by path, the common [Twins] of files with the same bytes.
// Only files of equal, non-zero size are read.
func findTwins(ctx context.Context, fsys fs.FS, files []found) map[string]*Twins {
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
			addTwins(ctx, fsys, files, bySize[from:to], twins)
		}
		from = to
	}
	return twins
}

// addTwins compares files of one size. They come in order of path.
func addTwins(ctx context.Context, fsys fs.FS, files []found, same []int, twins map[string]*Twins) {
	byDigest := map[[32]byte][]int{}
	for _, i := range same {
		if ctx.Err() != nil {
			return
		}
		doc := Document{Path: files[i].path, Size: files[i].size, Blob: blob{fsys, files[i].path}}
		if sum, err := doc.Digest(); err == nil { // a file that cannot be read is told by its own rules
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
			t.Places[k] = Place{files[i].id, files[i].path}
			twins[files[i].path] = t
			ids[files[i].id] = true
		}
		t.Dossiers = len(ids)
	}
}
