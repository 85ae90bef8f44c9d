package main

import (
	"context"
	"encoding/csv"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"math"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"sync"

	"github.com/tthclint/tthclint/pkg/ink"
	"github.com/tthclint/tthclint/pkg/raster"
)

// Example is one box with the truth about it.
type Example struct {
	Patch                   *ink.Patch
	Truth                   string // present, absent, fingerprint
	Seal                    string // truth about the seal of the box, if one belongs there
	Case                    string // what the box shows
	Writer                  string
	Page                    string
	Who                     string // wife, husband, official
	Level                   string // easy, medium, hard
	Drawn                   bool   // by this program
	Turn                    uint64 // of several cuts of one box, which
	Sealed, Bilevel, Colour bool
}

// layout is the blank form, in mm.
type layout struct {
	Fields   map[string][4]float64
	Captions map[string][4]float64
}

// table is a labelled folder: its pages, where their boxes are, the blank forms.
type table struct {
	dir     string
	rows    []map[string]string
	corners map[string][8]float64
	layouts map[string]layout // nil without profiles
}

func openTable(dir string) (*table, error) {
	t := &table{dir: dir, corners: map[string][8]float64{}}
	var err error
	if t.rows, err = readTable(filepath.Join(dir, "labels.csv")); err != nil {
		return nil, err
	}
	boxes, err := readTable(filepath.Join(dir, "boxes.csv"))
	if err != nil {
		return nil, err
	}
	for _, b := range boxes {
		var c [8]float64
		for i, k := range []string{"tlx", "tly", "trx", "try", "brx", "bry", "blx", "bly"} {
			if c[i], err = strconv.ParseFloat(b[k], 64); err != nil {
				return nil, err
			}
		}
		t.corners[b["file"]+"/"+b["field"]] = c
	}
	text, err := os.ReadFile(filepath.Join(dir, "profiles.json"))
	if errors.Is(err, fs.ErrNotExist) {
		return t, nil
	}
	if err != nil {
		return nil, err
	}
	return t, json.Unmarshal(text, &t.layouts)
}

// load cuts the signature boxes of a labelled folder out of its pages, at
// their true places moved at random as a finder of boxes errs, and hands each
// on, of several pages at a time.
func load(ctx context.Context, dir string, seed uint64, each func(page int, e Example)) error {
	t, err := openTable(dir)
	if err != nil {
		return err
	}
	var wg sync.WaitGroup
	errs := make([]error, workers)
	for k := range workers {
		wg.Go(func() {
			for i := k; i < len(t.rows) && errs[k] == nil; i += workers {
				errs[k] = t.page(ctx, i, seed, func(e Example) { each(i, e) })
			}
		})
	}
	wg.Wait()
	return errors.Join(errs...)
}

// page cuts the boxes of one page. A page whose file is not there is none.
func (t *table) page(ctx context.Context, i int, seed uint64, each func(Example)) error {
	row := t.rows[i]
	l := t.layouts[row["layout"]]
	if t.layouts == nil { // the sizes follow from the resolution, and captions are not known
		l = measuredLayout(row, t.corners)
	}
	if len(l.Fields) == 0 {
		return nil
	}
	page, err := render(ctx, filepath.Join(t.dir, row["file"]))
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return fmt.Errorf("%s: %w", row["file"], err)
	}
	rng := rand.New(rand.NewPCG(seed, uint64(i)))
	for _, who := range []string{"wife", "husband", "official"} {
		truth := row[who+"_signature"]
		c, ok := t.corners[row["file"]+"/"+who]
		if truth == "" || truth == "na" || !ok {
			continue
		}
		p := cutField(rng, page.Image, l, who, l.Fields[who], displayed(c, row["rotate_meta"], page.Image))
		p.Bilevel = page.Mode == raster.Bilevel
		e := Example{Patch: p, Truth: truth, Case: row[who+"_case"], Writer: writer(row["ink"], who), Page: row["file"], Who: who, Level: row["difficulty"], Turn: seed}
		if who == "official" && row["seal"] != "na" {
			p.Sealed, e.Seal = true, row["seal"]
		}
		each(e)
	}
	return nil
}

// measuredLayout takes the fields of a page from their corners, in mm of the
// stored picture.
func measuredLayout(row map[string]string, corners map[string][8]float64) layout {
	l := layout{Fields: map[string][4]float64{}}
	dpi, err := strconv.ParseFloat(row["dpi"], 64)
	if err != nil || dpi <= 0 {
		return l
	}
	turn, _ := strconv.Atoi(row["rotation"])
	sin, cos := math.Sincos(-float64(turn) * math.Pi / 180)
	for _, who := range []string{"wife", "husband", "official"} {
		if c, ok := corners[row["file"]+"/"+who]; ok {
			mm := 25.4 / dpi
			x, y := c[0]*cos-c[1]*sin, c[0]*sin+c[1]*cos
			l.Fields[who] = [4]float64{x * mm, y * mm, math.Hypot(c[2]-c[0], c[3]-c[1]) * mm, math.Hypot(c[6]-c[0], c[7]-c[1]) * mm}
		}
	}
	return l
}

// cutField cuts one field with errors of place and size as a finder makes.
func cutField(rng *rand.Rand, im *raster.Image, l layout, who string, box [4]float64, c [8]float64) *ink.Patch {
	n := func(s float64) float64 { return s * min(2, max(-2, rng.NormFloat64())) }
	given := [4]float64{n(1), n(1), box[2] * (1 + n(0.02)), box[3] * (1 + n(0.02))}
	r := roomOf(who == "official")
	p := cut(im, newQuad(c), box[2], box[3], given, r)
	place := func(b [4]float64, slip float64) ink.Rect {
		x, y := b[0]-box[0]-given[0]+r.side+n(slip), b[1]-box[1]-given[1]+r.up+n(slip)
		return ink.Rect{X0: int(x * scale), Y0: int(y * scale), X1: int((x + b[2]) * scale), Y1: int((y + b[3]) * scale)}
	}
	for _, k := range slices.Sorted(keys(l.Captions)) {
		if q := place(l.Captions[k], 0.15); q.X1 > 0 && q.Y1 > 0 && q.X0 < p.W && q.Y0 < p.H {
			p.Print = append(p.Print, q)
		}
	}
	for _, k := range slices.Sorted(keys(l.Fields)) {
		if o := l.Fields[k]; k != who && o != box {
			if q := place(o, 0.5); q.X1 > 0 && q.Y1 > 0 && q.X0 < p.W && q.Y0 < p.H {
				p.Others = append(p.Others, q)
			}
		}
	}
	return p
}

func keys[V any](m map[string]V) func(func(string) bool) {
	return func(yield func(string) bool) {
		for k := range m {
			if !yield(k) {
				return
			}
		}
	}
}

// displayed maps corners in the stored picture to the picture as the page is
// shown, which /Rotate turns clockwise.
func displayed(c [8]float64, rotate string, im *raster.Image) [8]float64 {
	for i := 0; i < 8; i += 2 {
		x, y := c[i], c[i+1]
		switch rotate {
		case "90":
			c[i], c[i+1] = float64(im.W)-y, x
		case "180":
			c[i], c[i+1] = float64(im.W)-x, float64(im.H)-y
		case "270":
			c[i], c[i+1] = y, float64(im.H)-x
		}
	}
	return c
}

func render(ctx context.Context, path string) (*raster.Page, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	info, err := f.Stat()
	if err != nil {
		return nil, err
	}
	d, err := raster.Open(ctx, f, info.Size(), raster.Limits{})
	if err != nil {
		return nil, err
	}
	defer d.Close()
	return d.Render(ctx, 1)
}

// readTable reads a file of comma-separated values with a head line.
func readTable(path string) ([]map[string]string, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	all, err := csv.NewReader(f).ReadAll()
	if err != nil || len(all) == 0 {
		return nil, fmt.Errorf("%s: %v", path, err)
	}
	var rows []map[string]string
	for _, r := range all[1:] {
		m := map[string]string{}
		for i, k := range all[0] {
			m[k] = r[i]
		}
		rows = append(rows, m)
	}
	return rows, nil
}

// writer names who wrote the ink in a field, as "e-91" from "wife=e-91-10.png"
// and "007" from "wife=007_G1-5.png".
func writer(inks, who string) string {
	for _, kv := range strings.Split(inks, ";") {
		if name, ok := strings.CutPrefix(kv, who+"="); ok {
			if i := strings.IndexByte(name, '_'); i > 0 {
				return name[:i]
			}
			if i := strings.LastIndexByte(name, '-'); i > 0 {
				return name[:i]
			}
		}
	}
	return ""
}
