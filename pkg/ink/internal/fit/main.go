// Command fit estimates the models of package ink and writes their
// coefficients as Go source.
//
//	go run ./pkg/ink/internal/fit -corpus DIR > pkg/ink/model_gen.go
//
// DIR is the shared corpus. Only scans/pages-open and scans/signatures/cross-media
// are read: their ink is under the MIT licence. Further samples are drawn here,
// by this program's own pens, into boxes of those pages that are empty. The
// result is the same on each run.
package main

import (
	"context"
	"encoding/csv"
	"encoding/gob"
	"flag"
	"fmt"
	"log"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"

	"github.com/tthclint/tthclint/pkg/form"
	"github.com/tthclint/tthclint/pkg/raster"
)

// sample is one box with the truth about it.
type sample struct {
	X      []float64
	Truth  string // present, absent, fingerprint
	Kind   string // what was drawn, or the case of the label
	Writer string
	Weight float64
	Page   string
}

func main() {
	log.SetFlags(0)
	corpus := flag.String("corpus", "", "the shared corpus")
	rounds := flag.Int("rounds", 6, "drawings in each empty box")
	keep := flag.String("samples", "", "file to keep the measured samples in; read when it exists")
	flag.Parse()
	spouses, officials, err := samples(*keep, filepath.Join(*corpus, "scans"), *rounds)
	if err != nil {
		log.Fatal(err)
	}
	log.Printf("%d spouse boxes, %d official boxes", len(spouses), len(officials))
	if err := write(os.Stdout, spouses, officials); err != nil {
		log.Fatal(err)
	}
}

// samples reads the kept samples, or measures and keeps them.
func samples(keep, scans string, rounds int) (spouses, officials []sample, err error) {
	var both struct{ Spouses, Officials []sample }
	if f, err := os.Open(keep); err == nil {
		defer f.Close()
		err = gob.NewDecoder(f).Decode(&both)
		return both.Spouses, both.Officials, err
	}
	if both.Spouses, both.Officials, err = collect(scans, rounds); err != nil || keep == "" {
		return both.Spouses, both.Officials, err
	}
	f, err := os.Create(keep)
	if err != nil {
		return nil, nil, err
	}
	defer f.Close()
	return both.Spouses, both.Officials, gob.NewEncoder(f).Encode(both)
}

// collect measures the boxes of every marriage certificate in pages-open, as
// they are and with drawings added to the empty ones.
func collect(scans string, rounds int) (spouses, officials []sample, err error) {
	ctx := context.Background()
	set, err := form.Builtin()
	if err != nil {
		return nil, nil, err
	}
	dir := filepath.Join(scans, "pages-open")
	rows, err := labels(filepath.Join(dir, "labels.csv"))
	if err != nil {
		return nil, nil, err
	}
	crops, err := loadCrops(filepath.Join(scans, "signatures", "cross-media"))
	if err != nil {
		return nil, nil, err
	}
	rng := rand.New(rand.NewPCG(1, 2))
	for _, row := range rows {
		page, err := render(ctx, filepath.Join(dir, row["file"]))
		if err != nil {
			return nil, nil, err
		}
		r, err := set.Read(ctx, page, form.Options{})
		if err != nil {
			return nil, nil, err
		}
		if r.Form == nil || r.Form.ID != row["form"] {
			continue
		}
		var empty []form.FieldReading
		for _, f := range r.Fields {
			truth := row[f.Key]
			if f.Kind != form.Signature || f.Because != "" || truth == "" || truth == "na" {
				continue
			}
			who := strings.TrimSuffix(f.Key, "_signature")
			s := sample{X: f.Features.Vector(), Truth: truth, Kind: row[who+"_case"], Writer: writer(row["ink"], who), Weight: 1, Page: row["file"]}
			if f.Key == form.OfficialSignature {
				officials = append(officials, s)
			} else {
				spouses = append(spouses, s)
			}
			if truth == "absent" && !strings.Contains(s.Kind, "stray") && s.Kind != "pencil_x" {
				empty = append(empty, f)
			}
		}
		for range rounds {
			if len(empty) == 0 {
				break
			}
			drawn := copyPage(page)
			var truth, kind, who []string
			for _, f := range empty {
				t, k, w := drawInto(rng, drawn, r, f, crops, strings.Contains(row[strings.TrimSuffix(f.Key, "_signature")+"_case"], "typed"))
				truth, kind, who = append(truth, t), append(kind, k), append(who, w)
			}
			again, err := set.Read(ctx, drawn, form.Options{})
			if err != nil {
				return nil, nil, err
			}
			for i, f := range empty {
				g, ok := again.Field(f.Key)
				if !ok {
					continue
				}
				s := sample{X: g.Features.Vector(), Truth: truth[i], Kind: "drawn " + kind[i], Writer: who[i], Weight: 0.5, Page: row["file"]}
				if f.Key == form.OfficialSignature {
					officials = append(officials, s)
				} else {
					spouses = append(spouses, s)
				}
			}
		}
	}
	return spouses, officials, nil
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

func labels(path string) ([]map[string]string, error) {
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

// writer names who wrote the ink in a field, as "e-91" from "wife=e-91-10.png".
func writer(inks, who string) string {
	for _, kv := range strings.Split(inks, ";") {
		if name, ok := strings.CutPrefix(kv, who+"="); ok {
			if i := strings.LastIndexByte(name, '-'); i > 0 {
				return name[:i]
			}
		}
	}
	return ""
}

func copyPage(p *raster.Page) *raster.Page {
	q, im := *p, *p.Image
	im.Y = append([]uint8(nil), im.Y...)
	if im.Cb != nil {
		im.Cb = append([]uint8(nil), im.Cb...)
		im.Cr = append([]uint8(nil), im.Cr...)
	}
	q.Image = &im
	return &q
}
