package month

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/tthclint/tthclint/pkg/check"
)

func TestFoldersAreLargeAndMixed(t *testing.T) {
	all := 0
	for _, f := range Folders() {
		kinds := map[*procedure]int{}
		codes := map[string]bool{}
		clean := 0
		for _, c := range f.Cases {
			assert.False(t, codes[c.Code], c.Code)
			codes[c.Code] = true
			kinds[c.Procedure]++
			if c.Says == "" {
				clean++
			}
		}
		assert.GreaterOrEqual(t, len(f.Cases), map[string]int{"a": 60, "b": 20, "c": 20}[f.Name], f.Name)
		assert.GreaterOrEqual(t, len(kinds), 6, f.Name)
		assert.GreaterOrEqual(t, clean*5, len(f.Cases), "%s: dossiers that are as they should be", f.Name)
		all += len(f.Cases)
	}
	assert.GreaterOrEqual(t, all, 100)
}

// TestPlantedMessagesAreOfRules keeps a message that no rule gives from being
// planted, and tells which rules the example shows.
func TestPlantedMessagesAreOfRules(t *testing.T) {
	var ids []string
	for _, r := range check.Rules() {
		ids = append(ids, r.ID)
	}
	for _, f := range Folders() {
		wants, err := f.Wants()
		require.NoError(t, err)
		for _, w := range wants {
			for _, m := range w.Messages {
				rule, _, _ := strings.Cut(m, ".")
				assert.True(t, slices.Contains(ids, rule), "%s: %s", w.Dossier, m)
			}
		}
	}
}

// TestCommittedRegistersAreTheGenerated makes the registers again: they follow
// from the cases alone.
func TestCommittedRegistersAreTheGenerated(t *testing.T) {
	for _, f := range Folders() {
		data, err := f.write(f.settle())
		require.NoError(t, err)
		committed, err := os.ReadFile(filepath.Join(examples, Name, f.Name, f.Register))
		require.NoError(t, err)
		assert.Equal(t, committed, data, "%s/%s: run go run ./examples/gen", f.Name, f.Register)
	}
	text, err := readme(Folders())
	require.NoError(t, err)
	committed, err := os.ReadFile(filepath.Join(examples, Name, "README.md"))
	require.NoError(t, err)
	assert.Equal(t, string(committed), string(text), "run go run ./examples/gen")
}

// TestCommittedFilesAreThoseOfTheCases finds files that were left behind.
func TestCommittedFilesAreThoseOfTheCases(t *testing.T) {
	for _, f := range Folders() {
		want := []string{f.Register}
		for _, d := range f.settle() {
			if d.Result != nil {
				want = append(want, filepath.ToSlash(d.resultName()))
			}
			for _, other := range d.files {
				want = append(want, d.Code+"/"+other.name)
			}
		}
		var got []string
		root := filepath.Join(examples, Name, f.Name)
		require.NoError(t, filepath.WalkDir(root, func(path string, e os.DirEntry, err error) error {
			if err != nil || e.IsDir() {
				return err
			}
			rel, err := filepath.Rel(root, path)
			got = append(got, filepath.ToSlash(rel))
			return err
		}))
		assert.ElementsMatch(t, want, got, f.Name)
	}
}
