package pdf

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"
)

// FuzzOpen reads everything that can be read of any bytes: no panic, no
// endless loop, no more memory than the limits allow.
func FuzzOpen(f *testing.F) {
	seeds, _ := filepath.Glob(filepath.Join("testdata", "*.pdf"))
	for _, name := range seeds {
		b, err := os.ReadFile(name)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(b)
	}
	f.Add([]byte("%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Kids[2 0 R]>>endobj trailer<</Root 1 0 R>>"))
	f.Fuzz(func(t *testing.T, b []byte) {
		lim := Limits{Objects: 20000, Stream: 1 << 20, Object: 1 << 20, Revisions: 100, Pages: 1000}
		file, err := Open(bytes.NewReader(b), int64(len(b)), lim)
		if err != nil {
			return
		}
		_ = file.Version()
		for i := range file.Revisions() {
			v := file.View(i)
			pages := v.Pages()
			for _, p := range pages {
				p.Display(p.MediaBox)
			}
			v.Widgets(pages)
			for j, num := range v.Changed() {
				if j > 200 {
					break
				}
				o, err := v.Object(Ref{Num: num})
				if s, ok := o.(*Stream); ok && err == nil {
					_, _ = v.Decode(s)
					_, _ = v.Raw(s, 1<<20)
				}
			}
			if i > 10 {
				break
			}
		}
		lost, _, err := file.Lost()
		if err != nil {
			t.Fatal(err)
		}
		for _, g := range lost {
			g.Latest().Widgets(g.Latest().Pages())
		}
	})
}
