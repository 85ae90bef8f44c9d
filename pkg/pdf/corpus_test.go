package pdf

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"
	"time"
)

// TestCorpus opens every signed file of the shared corpus: no crash, and no
// file but the malformed one may be unreadable.
func TestCorpus(t *testing.T) {
	dir := os.Getenv("TTHCLINT_CORPUS")
	if dir == "" {
		t.Skip("TTHCLINT_CORPUS is not set: the corpus of signed files is not there")
	}
	files, _ := filepath.Glob(filepath.Join(dir, "signed", "*", "*.pdf"))
	for _, name := range files {
		b, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		start := time.Now()
		f, err := Open(bytes.NewReader(b), int64(len(b)), Limits{})
		if err != nil {
			if filepath.Base(name) != "malformed-pades.pdf" {
				t.Errorf("%s: %v", filepath.Base(name), err)
			}
			continue
		}
		pages := f.Latest().Pages()
		if len(pages) == 0 && !f.Locked() {
			t.Errorf("%s: no page", filepath.Base(name))
		}
		if testing.Verbose() {
			t.Logf("%s: %d pages, %d revisions, encrypted %v, repairs %v, %v", filepath.Base(name), len(pages), len(f.Revisions()), f.Encrypted(), f.Repairs(), time.Since(start).Round(time.Microsecond))
		}
	}
}
