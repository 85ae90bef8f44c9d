// Command drawscans draws a folder of labelled scans with package scans: PDFs
// beside labels.csv, boxes.csv and fonts.txt.
//
//	go run ./internal/drawscans -n 400 -seed 7 -fonts DIR,DIR -ink DIR -o DIR
package main

import (
	"flag"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/tthclint/tthclint/internal/scans"
)

func main() {
	n := flag.Int("n", 100, "pages to draw")
	seed := flag.Uint64("seed", 1, "of the set; the same seed draws the same pages")
	fonts := flag.String("fonts", "", "folders of fonts, with commas between; without: the built-in letters")
	ink := flag.String("ink", "", "folder of signatures as grey PNG; without: drawn ones")
	writers := flag.String("writers", "all", "whose signatures: even, odd or all, by the order of the writers' names")
	layouts := flag.String("layouts", "open", "of the marriage certificate: open, held, all or ids with commas between")
	prefix := flag.String("prefix", "page", "of the names of the files")
	out := flag.String("o", "", "folder to write to; it must be new or empty")
	flag.Parse()
	if err := run(*n, *seed, *fonts, *ink, *writers, *layouts, *prefix, *out); err != nil {
		fmt.Fprintln(os.Stderr, "drawscans:", err)
		os.Exit(1)
	}
}

func run(n int, seed uint64, fonts, ink, writers, layouts, prefix, out string) error {
	if out == "" {
		return fmt.Errorf("-o says where to write")
	}
	stock, err := stock(fonts, ink, writers, layouts)
	if err != nil {
		return err
	}
	if err := os.MkdirAll(out, 0o755); err != nil {
		return err
	}
	if old, err := os.ReadDir(out); err != nil || len(old) > 0 {
		return fmt.Errorf("%s is not empty (%v)", out, err)
	}
	labels, err := os.Create(filepath.Join(out, "labels.csv"))
	if err != nil {
		return err
	}
	defer labels.Close()
	boxes, err := os.Create(filepath.Join(out, "boxes.csv"))
	if err != nil {
		return err
	}
	defer boxes.Close()
	table, err := scans.NewLabels(labels, boxes)
	if err != nil {
		return err
	}
	for i := range n {
		pdf, truth, err := scans.Draw(stock.Random(seed, uint64(i)))
		if err != nil {
			return fmt.Errorf("page %d: %w", i+1, err)
		}
		name := fmt.Sprintf("%s-%04d.pdf", prefix, i+1)
		if err := os.WriteFile(filepath.Join(out, name), pdf, 0o644); err != nil {
			return err
		}
		if err := table.Add(name, truth); err != nil {
			return err
		}
	}
	if stock.Fonts != nil {
		if err := os.WriteFile(filepath.Join(out, "fonts.txt"), []byte(strings.Join(stock.Fonts.Names(), "\n")+"\n"), 0o644); err != nil {
			return err
		}
	}
	return table.Flush()
}

func stock(fonts, ink, writers, layouts string) (*scans.Stock, error) {
	s := &scans.Stock{}
	switch layouts {
	case "open":
		s.Layouts = scans.Layouts(false)
	case "held":
		s.Layouts = scans.Layouts(true)
	case "all":
		s.Layouts = append(scans.Layouts(false), scans.Layouts(true)...)
	default:
		s.Layouts = strings.Split(layouts, ",")
	}
	if fonts != "" {
		var dirs []fs.FS
		for _, d := range strings.Split(fonts, ",") {
			dirs = append(dirs, os.DirFS(d))
		}
		var err error
		if s.Fonts, err = scans.LoadFonts(dirs...); err != nil {
			return nil, err
		}
	}
	if ink != "" {
		crops, err := scans.LoadCrops(os.DirFS(ink))
		if err != nil {
			return nil, err
		}
		s.Ink = of(writers, crops)
	}
	return s, nil
}

// of returns the crops of every second writer, or of all.
func of(writers string, crops []scans.Crop) []scans.Crop {
	if writers == "all" {
		return crops
	}
	rank := map[string]int{}
	var out []scans.Crop
	for _, c := range crops { // in the order of their names
		if _, ok := rank[c.Writer]; !ok {
			rank[c.Writer] = len(rank)
		}
		if rank[c.Writer]%2 == map[string]int{"even": 0, "odd": 1}[writers] {
			out = append(out, c)
		}
	}
	return out
}
