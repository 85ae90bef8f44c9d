package main

import (
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"time"
)

// batchLimit is how long a verifier may work on a whole batch in one process.
const batchLimit = 10 * time.Minute

// measure prints what the verifiers need for signed scans of several sizes, and
// for n distinct ones of 1 MB.
func measure(w io.Writer, peers []peer, self string, n int) (err error) {
	dir, err := os.MkdirTemp("", "peers-")
	if err != nil {
		return err
	}
	defer func() {
		if gone := os.RemoveAll(dir); err == nil {
			err = gone
		}
	}()
	// First what every verifier has to do at least.
	peers = append([]peer{{name: "SHA-256 of the file", command: []string{self, childFlag, "digest", ""}, many: true}}, peers...)
	if err := measureSizes(w, peers, self, dir); err != nil {
		return err
	}
	return measureBatch(w, peers, self, dir, n)
}

// scans has the scans made by another process, so that this one stays small:
// see ownPeak.
func scans(self, dir string, n, size int) ([]string, error) {
	if err := os.Mkdir(dir, 0o755); err != nil {
		return nil, err
	}
	r, err := start([]string{self, childFlag, "make", dir, strconv.Itoa(n), strconv.Itoa(size)}, nil, batchLimit)
	if err == nil && r.exit != 0 {
		err = fmt.Errorf("making scans: status %d: %s", r.exit, firstLine(r.stderr))
	}
	if err != nil {
		return nil, err
	}
	return filepath.Glob(filepath.Join(dir, "*.pdf"))
}

func measureSizes(w io.Writer, peers []peer, self, dir string) error {
	const runs = 5
	sizes := []struct {
		name  string
		bytes int
	}{{"300 kB", 300_000}, {"5 MB", 5_000_000}, {"50 MB", 50_000_000}}
	t := &table{head: []string{"CPU ms, peak MiB"}}
	rows := make([][]string, len(peers))
	for i, p := range peers {
		rows[i] = []string{p.title()}
	}
	for _, size := range sizes {
		t.head = append(t.head, size.name)
		files, err := scans(self, filepath.Join(dir, strconv.Itoa(size.bytes)), 1, size.bytes)
		if err != nil {
			return err
		}
		for i, p := range peers {
			var cpu []time.Duration
			var peak int64
			for range runs {
				r, err := p.over(files, limit)
				if err != nil {
					return err
				}
				cpu, peak = append(cpu, r.cpu), max(peak, r.peak)
			}
			slices.Sort(cpu)
			rows[i] = append(rows[i], fmt.Sprintf("%.0f, %s", milliseconds(cpu[runs/2]), mebibytes(peak)))
		}
	}
	for _, row := range rows {
		t.add(row...)
	}
	fmt.Fprintf(w, "\nOne signed scan, a process each, median of %d:\n", runs)
	t.write(w)
	return nil
}

func measureBatch(w io.Writer, peers []peer, self, dir string, n int) error {
	files, err := scans(self, filepath.Join(dir, "batch"), n, 1_000_000)
	if err != nil {
		return err
	}
	t := &table{head: []string{"CPU ms per file", "a process each", "one process", "peak MiB"}}
	for _, p := range peers {
		var each time.Duration
		var peak int64
		for _, file := range files {
			r, err := p.over([]string{file}, limit)
			if err != nil {
				return err
			}
			each, peak = each+r.cpu, max(peak, r.peak)
		}
		one := "–"
		if p.many {
			r, err := p.over(files, batchLimit)
			if err != nil {
				return err
			}
			one, peak = fmt.Sprintf("%.2f", milliseconds(r.cpu)/float64(n)), max(peak, r.peak)
		}
		t.add(p.title(), fmt.Sprintf("%.1f", milliseconds(each)/float64(n)), one, mebibytes(peak))
	}
	fmt.Fprintf(w, "\n%d distinct signed scans of 1 MB:\n", n)
	t.write(w)
	return nil
}

// over runs a verifier over good files in one process. Anything else than a
// clean end and the right verdict on each would make its time meaningless.
func (p peer) over(files []string, within time.Duration) (ran, error) {
	r, err := start(append(p.command[:len(p.command):len(p.command)], files...), nil, within)
	if err != nil {
		return r, err
	}
	if r.exit != 0 || r.hang || r.crash {
		return r, fmt.Errorf("%s: status %d: %s", p.name, r.exit, firstLine(r.stderr))
	}
	if p.parse == nil {
		return r, nil
	}
	outputs := []string{r.stdout}
	if p.many {
		outputs = strings.Split(strings.TrimSuffix(r.stdout, "\n"), "\n")
	}
	if len(outputs) != len(files) {
		return r, fmt.Errorf("%s: %d verdicts on %d files", p.name, len(outputs), len(files))
	}
	for i, output := range outputs {
		if v := p.parse(output, r.stderr); v.Found != 1 || v.Integrity != intact {
			return r, fmt.Errorf("%s: %s: %d signatures, integrity %s", p.name, filepath.Base(files[i]), v.Found, v.Integrity)
		}
	}
	return r, nil
}

// mebibytes writes a peak of memory, as a bound where it cannot be told.
func mebibytes(peak int64) string {
	switch floor := ownPeak(); {
	case peak == 0:
		return "?"
	case peak <= floor:
		return fmt.Sprintf("≤ %d", floor>>20+1)
	}
	return strconv.FormatInt(peak>>20+1, 10)
}
