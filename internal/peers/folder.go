package main

import (
	"encoding/csv"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"
)

// result is what one verifier said about one file.
type result struct {
	file, peer string
	verdict    verdict
	outcome    outcome
	cpu        time.Duration
}

// pdfsBelow lists the PDFs below a folder by their slash path, sorted.
func pdfsBelow(dir string) ([]string, error) {
	var files []string
	root := os.DirFS(dir)
	err := fs.WalkDir(root, ".", func(name string, e fs.DirEntry, err error) error {
		if err == nil && e.Type().IsRegular() && strings.EqualFold(filepath.Ext(name), ".pdf") {
			files = append(files, name)
		}
		return err
	})
	if err == nil && len(files) == 0 {
		err = fmt.Errorf("no PDF below %s", dir)
	}
	slices.Sort(files)
	return files, err
}

// verifyAll runs every verifier over every file, one at a time so that they do
// not disturb one another's times. It is ordered by file, then by verifier.
func verifyAll(peers []peer, dir string, files []string) []result {
	out := make([]result, 0, len(files)*len(peers))
	for _, file := range files {
		for _, p := range peers {
			v, how, cpu := p.verify(filepath.Join(dir, filepath.FromSlash(file)))
			out = append(out, result{file: file, peer: p.name, verdict: v, outcome: how, cpu: cpu})
		}
	}
	return out
}

func writeCSV(path string, results []result) error {
	f, err := os.Create(path)
	if err != nil {
		return err
	}
	w := csv.NewWriter(f)
	// csv keeps the first error of its writer.
	_ = w.Write([]string{"file", "peer", "outcome", "found", "timestamps", "integrity", "warned", "remarked", "trusted", "error", "note", "cpu_ms"})
	for _, r := range results {
		v := r.verdict
		stamps := ""
		if v.Timestamps >= 0 {
			stamps = fmt.Sprint(v.Timestamps)
		}
		_ = w.Write([]string{r.file, r.peer, string(r.outcome), fmt.Sprint(v.Found), stamps, string(v.Integrity), string(v.Warned), string(v.Remarked),
			string(v.Trusted), v.Err, v.Note, fmt.Sprintf("%.1f", milliseconds(r.cpu))})
	}
	w.Flush()
	if err := w.Error(); err != nil {
		f.Close()
		return err
	}
	return f.Close()
}

func milliseconds(d time.Duration) float64 { return float64(d) / float64(time.Millisecond) }

// of returns the results of one verifier by file.
func of(results []result, peer string) map[string]result {
	out := map[string]result{}
	for _, r := range results {
		if r.peer == peer {
			out[r.file] = r
		}
	}
	return out
}
