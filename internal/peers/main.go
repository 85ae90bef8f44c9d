// Peers runs other verifiers of signed PDFs beside ours, each file in a process
// of its own, and prints what they said and what it cost as Markdown tables:
//
//	go run ./internal/peers -dir DIR [-expected expected.csv] [-truth truth.csv] [-trust DIR] [-o out.csv]
//	go run ./internal/peers -cpu [-n 500]
//	go run ./internal/peers -pages NAME=DIR [-pages NAME=DIR …]
//
// The peers are pdfsig (Debian package poppler-utils), mutool (mupdf-tools) and
// the verify package of github.com/digitorus/pdfsign; one that is not installed
// is named and left out. The tests of this project need none of them.
//
// -expected is a table of files with the verdicts of their own projects' tests,
// of which the rows with basis "test" are scored; -truth one of attacks by class.
// -trust names anchors for those that can be given any (ours and pdfsign).
// -cpu measures signed scans that it makes in a temporary folder and deletes.
// -pages measures what reading the first page of each scan in a folder costs,
// beside pdftoppm (poppler-utils) and tesseract (tesseract-ocr, with the package
// for Vietnamese).
package main

import (
	"bufio"
	"flag"
	"fmt"
	"io"
	"os"
	"runtime"
	"strings"
)

func main() {
	if len(os.Args) > 2 && os.Args[1] == childFlag {
		os.Exit(child(os.Args[2], os.Args[3:], os.Stdout, os.Stderr))
	}
	var o options
	flag.StringVar(&o.dir, "dir", "", "folder of PDFs to verify")
	flag.StringVar(&o.expected, "expected", "", "table of the verdicts expected, to score against")
	flag.StringVar(&o.truth, "truth", "", "table of attacks, to count by class")
	flag.StringVar(&o.trust, "trust", "", "folder of trust anchors")
	flag.StringVar(&o.out, "o", "", "file to write every verdict to, as CSV")
	flag.BoolVar(&o.cpu, "cpu", false, "measure CPU time and memory on signed scans")
	flag.IntVar(&o.n, "n", 500, "number of 1 MB scans of -cpu")
	flag.Var(&o.pages, "pages", "scans to read, as name=folder; may be given several times")
	flag.Parse()
	if (o.dir == "" && !o.cpu && o.pages == nil) || flag.NArg() > 0 || o.n < 1 {
		flag.Usage()
		os.Exit(2)
	}
	w := bufio.NewWriter(os.Stdout)
	err := o.run(w)
	if ferr := w.Flush(); err == nil {
		err = ferr
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(2)
	}
}

type options struct {
	dir, expected, truth, trust, out string
	cpu                              bool
	pages                            pageSets
	n                                int
}

func (o options) run(w io.Writer) error {
	self, err := os.Executable()
	if err != nil {
		return err
	}
	peers, missing := available(self, o.trust)
	var names []string
	for _, p := range peers {
		names = append(names, p.title())
	}
	fmt.Fprintf(w, "%s, %d CPU, %s/%s, %s; %s.\n", system(), runtime.NumCPU(), runtime.GOOS, runtime.GOARCH, runtime.Version(), strings.Join(names, ", "))
	for _, m := range missing {
		fmt.Fprintln(w, m)
	}
	if o.dir != "" {
		if err := o.compare(w, peers); err != nil {
			return err
		}
	}
	if o.cpu {
		if err := measure(w, peers, self, o.n); err != nil {
			return err
		}
	}
	if o.pages != nil {
		return measurePages(w, self, o.pages)
	}
	return nil
}

// compare verifies a folder and prints the tables over it.
func (o options) compare(w io.Writer, peers []peer) error {
	files, err := pdfsBelow(o.dir)
	if err != nil {
		return err
	}
	results := verifyAll(peers, o.dir, files)
	if o.out != "" {
		if err := writeCSV(o.out, results); err != nil {
			return err
		}
	}
	writeCost(w, peers, results)
	if o.expected != "" {
		rows, err := readExpected(o.expected)
		if err != nil {
			return err
		}
		writeScores(w, peers, rows, results)
	}
	if o.truth != "" {
		rows, err := readTruth(o.truth)
		if err != nil {
			return err
		}
		writeClasses(w, peers, rows, results)
	}
	return nil
}

// system names the operating system, as far as it names itself.
func system() string {
	b, err := os.ReadFile("/etc/os-release")
	if err == nil {
		for line := range strings.Lines(string(b)) {
			if v, ok := strings.CutPrefix(line, "PRETTY_NAME="); ok {
				return strings.Trim(strings.TrimSpace(v), `"`)
			}
		}
	}
	return runtime.GOOS
}
