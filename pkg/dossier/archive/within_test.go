package archive_test

import (
	"fmt"
	"io"
	"io/fs"
	"sync"
	"testing"
	"testing/fstest"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/tthclint/tthclint/pkg/dossier/archive"
)

func all(string) bool { return true }

func TestArchivesInAFolder(t *testing.T) {
	inner := pack(t, entry{name: "KQ9.pdf", content: "x"})
	fsys := fstest.MapFS{
		"a.pdf":           {Data: []byte("a")},
		"B/hồ sơ.ZIP":     {Data: pack(t, entry{name: "KQ1.pdf", content: "một"}, entry{name: "sâu/KQ2.pdf", content: "hai"}, entry{name: "trong.zip", content: string(inner)})},
		"hỏng.zip":        {Data: []byte("PK")},
		"ra ngoài.zip":    {Data: pack(t, entry{name: "../x.pdf", content: "x"}, entry{name: "y.pdf", content: "y"})},
		"thật.zip/z.pdf":  {Data: []byte("a folder that is called so")},
		"giữ nguyên.zip":  {Data: pack(t, entry{name: "KQ1.pdf", content: "x"})},
		"C/D/E/khác.docx": {Data: []byte("x")},
	}
	u := archive.Within(t.Context(), fsys, func(name string) bool { return name != "giữ nguyên.zip" }, archive.Limits{})
	var files, faults []string
	require.NoError(t, fs.WalkDir(u, ".", func(name string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			faults = append(faults, name+" "+reason(t, err))
		case !d.IsDir():
			files = append(files, name)
		}
		return nil
	}))
	assert.Equal(t, []string{
		"B/hồ sơ.ZIP/KQ1.pdf", "B/hồ sơ.ZIP/sâu/KQ2.pdf", "B/hồ sơ.ZIP/trong.zip", "C/D/E/khác.docx", "a.pdf", "giữ nguyên.zip", "ra ngoài.zip/y.pdf", "thật.zip/z.pdf",
	}, files, "an archive in an archive stays a file")
	assert.Equal(t, []string{"hỏng.zip archive/damaged"}, faults)
	require.Len(t, u.Faults(), 1)
	var at *fs.PathError
	require.ErrorAs(t, u.Faults()[0], &at)
	assert.Equal(t, "ra ngoài.zip/../x.pdf", at.Path)

	content, err := fs.ReadFile(u, "B/hồ sơ.ZIP/sâu/KQ2.pdf")
	require.NoError(t, err)
	assert.Equal(t, "hai", string(content))
	_, err = u.Open("B/hồ sơ.ZIP/không có.pdf")
	require.ErrorAs(t, err, &at)
	assert.Equal(t, "B/hồ sơ.ZIP/không có.pdf", at.Path)
	require.NoError(t, u.Close())
	_, err = fs.ReadFile(u, "B/hồ sơ.ZIP/KQ1.pdf")
	assert.NoError(t, err, "what was let go is opened anew")
}

// counting counts the files that are open.
type counting struct {
	fstest.MapFS
	mu         sync.Mutex
	open, most int
}

func (c *counting) Open(name string) (fs.File, error) {
	f, err := c.MapFS.Open(name)
	if err != nil {
		return nil, err
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	c.open++
	c.most = max(c.most, c.open)
	return &countedFile{f, c}, nil
}

type countedFile struct {
	fs.File
	of *counting
}

func (f *countedFile) ReadAt(p []byte, at int64) (int, error) {
	return f.File.(io.ReaderAt).ReadAt(p, at)
}

func (f *countedFile) Close() error {
	f.of.mu.Lock()
	f.of.open--
	f.of.mu.Unlock()
	return f.File.Close()
}

func TestFewArchivesAreOpenAtOnce(t *testing.T) {
	fsys := &counting{MapFS: fstest.MapFS{}}
	for i := range 100 {
		fsys.MapFS[fmt.Sprintf("%03d.zip", i)] = &fstest.MapFile{Data: pack(t, entry{name: "KQ1.pdf", content: fmt.Sprint(i)}, entry{name: "KQ2.pdf", content: "x", edit: stored})}
	}
	u := archive.Within(t.Context(), fsys, all, archive.Limits{})
	var jobs sync.WaitGroup
	for job := range 8 {
		jobs.Go(func() {
			for i := job; i < 100; i += 3 {
				got, err := fs.ReadFile(u, fmt.Sprintf("%03d.zip/KQ1.pdf", i))
				assert.NoError(t, err)
				assert.Equal(t, fmt.Sprint(i), string(got))
				got, err = fs.ReadFile(u, fmt.Sprintf("%03d.zip/KQ2.pdf", i))
				assert.NoError(t, err)
				assert.Equal(t, "x", string(got))
			}
		})
	}
	jobs.Wait()
	assert.LessOrEqual(t, fsys.most, 40)
	require.NoError(t, u.Close())
	assert.Zero(t, fsys.open)
}
