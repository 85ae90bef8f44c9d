package dossier_test

import (
	"io/fs"
	"testing"
	"testing/fstest"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/tthclint/tthclint/pkg/dossier"
)

func TestArchivesThatStandForFolders(t *testing.T) {
	for name, want := range map[string]bool{
		"H20.30-230911-0001.zip":                  true,
		"thang 9/H20.30-230911-0001.ZIP":          true,
		"H20.30-230911-0001 (1).zip":              true,
		"H20.30-230911-0001 Nguyễn Văn A.zip":     true,
		"thang-9.zip":                             true,
		"Kết quả tháng 9.zip":                     true,
		"KQ1.zip":                                 true, // of no dossier, so that something else is in it
		"H20.30-230911-0001-KQ1.zip":              false,
		"H20.30-230911-0001_to khai.zip":          false,
		"H20.30-230911-0001/KQ1.zip":              false,
		"H20.30-230911-0001/sau/giay to khac.zip": false,
		"Nguyễn Văn A/KQ1.zip":                    false,
		"thang-9.rar":                             false,
	} {
		assert.Equal(t, want, dossier.Packed(name, nil), name)
	}
}

func TestArchivesThatWereNotLookedInto(t *testing.T) {
	f, err := dossier.Open(t.Context(), fstest.MapFS{
		"thang-8.rar": file("x"), "cu/thang-7.zip": file("x"), "H20.30-230911-0001.zip": file("x"), "ghi chu.txt": file("x"),
	}, dossier.Options{})
	require.NoError(t, err)
	var unread []string
	ids := map[string]bool{}
	for d, err := range f.Dossiers(t.Context()) {
		if err == nil {
			ids[d.ID] = true
			continue
		}
		require.ErrorIs(t, err, dossier.ErrPacked)
		var at *fs.PathError
		require.ErrorAs(t, err, &at)
		unread = append(unread, at.Path)
	}
	assert.Equal(t, []string{"cu/thang-7.zip", "thang-8.rar"}, unread)
	assert.Equal(t, map[string]bool{"H20.30-230911-0001": true}, ids, "a file of that dossier, of which a rule says what it is")
	assert.Equal(t, []string{"ghi chu.txt"}, f.Ignored())
}
