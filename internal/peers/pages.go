package main

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"time"

	"github.com/tthclint/tthclint/pkg/check"
	"github.com/tthclint/tthclint/pkg/ocr/tesseract"
	"github.com/tthclint/tthclint/pkg/raster"
)

// pageSets are the folders of -pages, as name=folder.
type pageSets []pageSet

type pageSet struct{ name, dir string }

func (p *pageSets) String() string { return fmt.Sprint(*p) }

// Set implements [flag.Value].
func (p *pageSets) Set(value string) error {
	name, dir, ok := strings.Cut(value, "=")
	if !ok || name == "" || dir == "" {
		return fmt.Errorf("%q is not of the form name=folder", value)
	}
	*p = append(*p, pageSet{name, dir})
	return nil
}

// pageReader is a way to read the pages of scans.
type pageReader struct {
	name string
	run  func(files []string) (ran, error)
}

// oneThread keeps what is measured on one core.
var oneThread = []string{"GOMAXPROCS=1", "OMP_THREAD_LIMIT=1"}

// measurePages prints what reading a page costs: ours with and without reading
// captions, beside drawing a page with pdftoppm and reading it with tesseract.
func measurePages(w io.Writer, self string, sets pageSets) (err error) {
	cache, err := os.MkdirTemp("", "peers-")
	if err != nil {
		return err
	}
	defer func() {
		if gone := os.RemoveAll(cache); err == nil {
			err = gone
		}
	}()
	ours := func(engine string) pageReader {
		return pageReader{"ours, --ocr " + engine, func(files []string) (ran, error) {
			return start(append([]string{self, childFlag, "pages", cache, engine}, files...), oneThread, batchLimit)
		}}
	}
	readers := []pageReader{ours("none"), ours("builtin")}
	if native, missing := nativePages(); missing == "" {
		readers = append(readers, native)
	} else {
		fmt.Fprintln(w, missing)
	}
	t := &table{head: []string{"CPU s", "first page, nothing compiled", "first page", "each further page", "peak MiB at first", "peak MiB", "forms found"}}
	for _, set := range sets {
		files, err := pdfsBelow(set.dir)
		if err != nil {
			return err
		}
		for i, file := range files {
			files[i] = filepath.Join(set.dir, filepath.FromSlash(file))
		}
		for _, r := range readers {
			if err := r.row(t, set.name, cache, files); err != nil {
				return err
			}
		}
	}
	fmt.Fprintf(w, "\nReading pages, one process, one thread:\n")
	t.write(w)
	return nil
}

// row measures one reader on one set.
func (r pageReader) row(t *table, set, cache string, files []string) error {
	if err := empty(cache); err != nil {
		return err
	}
	var took []time.Duration
	var atFirst, peak int64
	found := "–"
	for i, part := range [][]string{files[:1], files[:1], files} {
		got, err := r.run(part)
		if err != nil {
			return err
		}
		if got.exit != 0 || got.hang || got.crash {
			return fmt.Errorf("%s: status %d: %s", r.name, got.exit, firstLine(got.stderr))
		}
		if took = append(took, got.cpu); i == 0 {
			atFirst = got.peak
		} else {
			peak = max(peak, got.peak)
		}
		if strings.HasPrefix(r.name, "ours") {
			found = fmt.Sprintf("%d/%d", strings.Count(got.stdout, `"form":"`)-strings.Count(got.stdout, `"form":""`), len(part))
		}
	}
	further := "–"
	if n := len(files); n > 1 {
		further = fmt.Sprintf("%.2f", (took[2]-took[1]).Seconds()/float64(n-1))
	}
	t.add(set+": "+r.name, fmt.Sprintf("%.2f", took[0].Seconds()), fmt.Sprintf("%.2f", took[1].Seconds()), further, mebibytes(atFirst), mebibytes(peak), found)
	return nil
}

// empty removes what lies in a folder.
func empty(dir string) error {
	entries, err := os.ReadDir(dir)
	for _, e := range entries {
		if err == nil {
			err = os.RemoveAll(filepath.Join(dir, e.Name()))
		}
	}
	return err
}

// nativePages returns the tools of the system, or a sentence on what is missing.
func nativePages() (pageReader, string) {
	for _, tool := range [][2]string{{"pdftoppm", "poppler-utils"}, {"tesseract", "tesseract-ocr tesseract-ocr-vie"}} {
		if _, err := exec.LookPath(tool[0]); err != nil {
			return pageReader{}, fmt.Sprintf("%s is not installed (Debian packages %s): left out.", tool[0], tool[1])
		}
	}
	return pageReader{"pdftoppm -r 150, tesseract -l vie", func(files []string) (ran, error) {
		var sum ran
		for _, file := range files {
			// The shell waits for both, so that their time is counted to it.
			r, err := start([]string{"sh", "-c", `pdftoppm -r 150 "$0" | tesseract -l vie - -`, file}, oneThread, limit)
			if err != nil || r.exit != 0 {
				return r, err
			}
			sum.cpu, sum.peak = sum.cpu+r.cpu, max(sum.peak, r.peak)
		}
		return sum, nil
	}}, ""
}

// readPages is the child that reads pages as the command does. Its arguments are
// the folder for compiled code, the engine and the files.
func readPages(args []string, stdout io.Writer) error {
	if len(args) < 3 {
		return fmt.Errorf("pages needs a folder, an engine and files")
	}
	o := check.Options{Renderer: raster.NewRenderer(raster.Options{Cache: args[0]})}
	defer o.Renderer.Close()
	if args[1] == "builtin" {
		e := tesseract.New(tesseract.Options{Cache: args[0]})
		defer e.Close()
		o.OCR = e
	}
	in, err := check.NewInspector(o)
	if err != nil {
		return err
	}
	out := json.NewEncoder(stdout)
	for _, path := range args[2:] {
		data, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		var line struct {
			Form string `json:"form"`
		}
		for p, err := range in.Pages(context.Background(), path, bytes.NewReader(data), int64(len(data)), 1) {
			if err != nil {
				return err
			}
			if p.Reading != nil && p.Reading.Form != nil {
				line.Form = p.Reading.Form.ID
			}
		}
		if err := out.Encode(line); err != nil {
			return err
		}
	}
	return nil
}
