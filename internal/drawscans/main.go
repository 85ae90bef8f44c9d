// Command drawscans draws a folder of labelled scans with package scans: PDFs
// beside labels.csv, boxes.csv, values.csv and fonts.txt.
//
//	go run ./internal/drawscans -n 400 -seed 7 -forms all -fonts DIR,DIR -ink DIR -o DIR
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
	var d drawing
	flag.IntVar(&d.n, "n", 100, "pages to draw")
	flag.Uint64Var(&d.seed, "seed", 1, "of the set; the same seed draws the same pages")
	flag.StringVar(&d.fonts, "fonts", "", "folders of fonts, with commas between; without: the built-in letters")
	flag.StringVar(&d.ink, "ink", "", "folder of signatures as grey PNG; without: drawn ones")
	flag.StringVar(&d.writers, "writers", "all", "whose signatures: even, odd or all, by the order of the writers' names")
	flag.StringVar(&d.layouts, "layouts", "open", "open, held or all; or ids of the marriage certificate's, with commas between")
	flag.StringVar(&d.forms, "forms", "", "forms to draw in turn, with values left blank: all, or ids with commas between; without: mostly marriage certificates")
	flag.StringVar(&d.prefix, "prefix", "page", "of the names of the files")
	flag.StringVar(&d.out, "o", "", "folder to write to; it must be new or empty")
	flag.Parse()
	if err := d.run(); err != nil {
		fmt.Fprintln(os.Stderr, "drawscans:", err)
		os.Exit(1)
	}
}

// drawing is a set to be drawn.
type drawing struct {
	n                                                int
	seed                                             uint64
	fonts, ink, writers, layouts, forms, prefix, out string
}

func (d *drawing) run() error {
	if d.out == "" {
		return fmt.Errorf("-o says where to write")
	}
	stock, err := d.stock()
	if err != nil {
		return err
	}
	if err := os.MkdirAll(d.out, 0o755); err != nil {
		return err
	}
	if old, err := os.ReadDir(d.out); err != nil || len(old) > 0 {
		return fmt.Errorf("%s is not empty (%v)", d.out, err)
	}
	var files [3]*os.File
	for i, name := range []string{"labels.csv", "boxes.csv", "values.csv"} {
		if files[i], err = os.Create(filepath.Join(d.out, name)); err != nil {
			return err
		}
		defer files[i].Close()
	}
	table, err := scans.NewLabels(files[0], files[1], files[2])
	if err != nil {
		return err
	}
	for i := range d.n {
		pdf, truth, err := scans.Draw(stock.Random(d.seed, uint64(i)))
		if err != nil {
			return fmt.Errorf("page %d: %w", i+1, err)
		}
		name := fmt.Sprintf("%s-%04d.pdf", d.prefix, i+1)
		if err := os.WriteFile(filepath.Join(d.out, name), pdf, 0o644); err != nil {
			return err
		}
		if err := table.Add(name, truth); err != nil {
			return err
		}
	}
	if stock.Fonts != nil {
		if err := os.WriteFile(filepath.Join(d.out, "fonts.txt"), []byte(strings.Join(stock.Fonts.Names(), "\n")+"\n"), 0o644); err != nil {
			return err
		}
	}
	return table.Flush()
}

func (d *drawing) stock() (*scans.Stock, error) {
	s := &scans.Stock{}
	switch d.layouts {
	case "open":
	case "held":
		s.Layouts, s.Held = scans.Layouts(true), true
	case "all":
		s.Layouts = append(scans.Layouts(false), scans.Layouts(true)...)
	default:
		s.Layouts = strings.Split(d.layouts, ",")
	}
	switch d.forms {
	case "":
	case "all":
		s.Forms = scans.Forms()
	default:
		s.Forms = strings.Split(d.forms, ",")
	}
	if d.fonts != "" {
		var dirs []fs.FS
		for _, dir := range strings.Split(d.fonts, ",") {
			dirs = append(dirs, os.DirFS(dir))
		}
		var err error
		if s.Fonts, err = scans.LoadFonts(dirs...); err != nil {
			return nil, err
		}
	}
	if d.ink != "" {
		crops, err := scans.LoadCrops(os.DirFS(d.ink))
		if err != nil {
			return nil, err
		}
		s.Ink = of(d.writers, crops)
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
