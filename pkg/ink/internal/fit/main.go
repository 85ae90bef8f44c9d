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
	x      []float64
	truth  string // present, absent, fingerprint
	kind   string // what was drawn, or the case of the label
	writer string
	weight float64
}

func main() {
	log.SetFlags(0)
	corpus := flag.String("corpus", "", "the shared corpus")
	rounds := flag.Int("rounds", 6, "drawings in each empty box")
	flag.Parse()
	spouses, officials, err := collect(filepath.Join(*corpus, "scans"), *rounds)
	if err != nil {
		log.Fatal(err)
	}
	log.Printf("%d spouse boxes, %d official boxes", len(spouses), len(officials))
	if err := write(os.Stdout, spouses, officials); err != nil {
		log.Fatal(err)
	}
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
		r, err := set.Read(ctx, page)
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
			s := sample{x: f.Features.Vector(), truth: truth, kind: row[who+"_case"], writer: writer(row["ink"], who), weight: 1}
			if f.Key == form.OfficialSignature {
				officials = append(officials, s)
				continue
			}
			spouses = append(spouses, s)
			if truth == "absent" && !strings.Contains(s.kind, "stray") && s.kind != "pencil_x" {
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
				t, k, w := drawInto(rng, drawn, r, f, crops)
				truth, kind, who = append(truth, t), append(kind, k), append(who, w)
			}
			again, err := set.Read(ctx, drawn)
			if err != nil {
				return nil, nil, err
			}
			for i, f := range empty {
				g, ok := again.Field(f.Key)
				if !ok {
					continue
				}
				spouses = append(spouses, sample{x: g.Features.Vector(), truth: truth[i], kind: "drawn " + kind[i], writer: who[i], weight: 0.5})
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
