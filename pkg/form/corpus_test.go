package form_test

import (
	"cmp"
	"encoding/csv"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/tthclint/tthclint/internal/wasmtest"
	"github.com/tthclint/tthclint/pkg/form"
	"github.com/tthclint/tthclint/pkg/ink"
	"github.com/tthclint/tthclint/pkg/ocr"
	"github.com/tthclint/tthclint/pkg/ocr/tesseract"
	"github.com/tthclint/tthclint/pkg/raster"
)

// tally counts answers to one question.
type tally struct{ n, answered, right, passed, accused int }

func (t *tally) add(answered, right, passed, accused bool) {
	t.n++
	for _, c := range []struct {
		on bool
		n  *int
	}{{answered, &t.answered}, {right, &t.right}, {passed, &t.passed}, {accused, &t.accused}} {
		if c.on {
			*c.n++
		}
	}
}

func (t tally) String() string {
	return fmt.Sprintf("%4d pages  answered %5.1f %%  right of answered %5.1f %%  wrongly passed %d  wrongly accused %d",
		t.n, 100*float64(t.answered)/float64(max(t.n, 1)), 100*float64(t.right)/float64(max(t.answered, 1)), t.passed, t.accused)
}

// The answer to "did both spouses sign?" on the shared scans. Nothing may be
// fitted on pages; pages-open is what the models were fitted on.
func TestCorpus(t *testing.T) {
	root := os.Getenv("TTHCLINT_CORPUS")
	if root == "" {
		t.Skip("TTHCLINT_CORPUS is not set: no scanned pages to test with")
	}
	engine := tesseract.New(tesseract.Options{Cache: wasmtest.Cache(t)})
	t.Cleanup(func() { require.NoError(t, engine.Close()) })
	for dir, floor := range map[string]struct {
		answered, right float64
		passed          int // at most, of pages that lack a spouse
	}{
		"pages":      {0.93, 0.955, 1}, // a typed name in black and white; see docs/accuracy.md
		"pages-open": {0.90, 0.955, 0},
	} {
		t.Run(dir, func(t *testing.T) {
			all, by := readAll(t, engine, filepath.Join(root, "scans", dir))
			t.Logf("both spouses signed, %s: %s", dir, all)
			keys := make([]string, 0, len(by))
			for k := range by {
				keys = append(keys, k)
			}
			slices.Sort(keys)
			for _, k := range keys {
				t.Logf("  %-34s %s", k, by[k])
			}
			assert.GreaterOrEqual(t, float64(all.answered), floor.answered*float64(all.n), "answered")
			assert.GreaterOrEqual(t, float64(all.right), floor.right*float64(all.answered), "right of answered")
			assert.LessOrEqual(t, all.passed, floor.passed, "wrongly passed")
		})
	}
}

// everyPage is which pages of a folder are read: every third, since reading all
// takes minutes.
const everyPage = 3

// readAll reads a folder of labelled scans; by holds the same tally by group.
func readAll(t *testing.T, engine ocr.Engine, dir string) (all tally, by map[string]*tally) {
	set := builtin(t)
	by = map[string]*tally{}
	field := map[string]*[5]int{} // n, sure, right, wrongly present, wrongly absent
	for i, row := range labels(t, dir) {
		if i%everyPage != 0 {
			continue
		}
		page := render(t, filepath.Join(dir, row["file"]))
		r, err := set.Read(t.Context(), page, form.Options{OCR: engine})
		require.NoError(t, err)
		id := ""
		if r.Form != nil {
			id = r.Form.ID
		}
		if row["form"] != "ket_hon" {
			assert.NotEqual(t, "ket_hon", id, "%s is %s", row["file"], row["form"])
		}
		if id != "" && id != row["form"] {
			t.Logf("%s: %s taken for %s", row["file"], row["form"], id)
		}
		for _, f := range r.Fields {
			truth := row[f.Key]
			if truth == "" || truth == "na" || id != row["form"] {
				continue
			}
			c := field[f.Key]
			if c == nil {
				c = new([5]int)
				field[f.Key] = c
			}
			c[0]++
			if f.State != ink.Unsure {
				c[1]++
				switch signed := truth != "absent"; {
				case f.State.Signed() == signed:
					c[2]++
				case !signed:
					c[3]++
				default:
					c[4]++
				}
			}
			who := strings.TrimSuffix(f.Key, "_signature")
			if f.State.Signed() != (truth != "absent") {
				t.Logf("%s %-18s %-16s truth %-11s read %-8s %.2f %s %s | len %.0f turn %.1f forks %d largest %.0f con %.2f blob %.0f red %.0f ring %.2f text %d", row["file"], f.Key, row[who+"_case"], truth, f.State, f.Confidence, f.Because, row["degradation"],
					f.Features.Length, f.Features.Turning, f.Features.Forks, f.Features.Largest, f.Features.Contrast, f.Features.BlobArea, f.Features.Red, f.Features.Ring, f.Features.TextLines)
			}
		}
		if row["form"] != "ket_hon" {
			continue
		}
		answer := bothSigned(r)
		answered, want := answer != "", row["spouses_signed"]
		groups := []string{"colour " + row["colour"], "difficulty " + row["difficulty"], "rotation " + row["rotation"],
			"layout " + row["layout"], "wife " + row["wife_case"], "husband " + row["husband_case"]}
		for _, d := range strings.Fields(row["degradation"]) {
			groups = append(groups, "degradation "+d)
		}
		if r.Reason != "" {
			t.Logf("%s: %s", row["file"], r.Reason)
		}
		all.add(answered, answer == want, answer == "yes" && want == "no", answer == "no" && want == "yes")
		for _, g := range groups {
			if by[g] == nil {
				by[g] = &tally{}
			}
			by[g].add(answered, answer == want, answer == "yes" && want == "no", answer == "no" && want == "yes")
		}
	}
	for _, k := range []string{form.WifeSignature, form.HusbandSignature, form.OfficialSignature, form.SealField} {
		if c := field[k]; c != nil {
			t.Logf("%-20s %d read, %d sure, %d right, %d wrongly present, %d wrongly absent", k, c[0], c[1], c[2], c[3], c[4])
		}
	}
	return all, by
}

// bothSigned answers yes, no, or "" when the reading does not decide.
func bothSigned(r *form.Reading) string {
	w, ok1 := r.Field(form.WifeSignature)
	h, ok2 := r.Field(form.HusbandSignature)
	switch {
	case !ok1 || !ok2:
		return ""
	case w.State == ink.Absent || h.State == ink.Absent:
		return "no"
	case w.State.Signed() && h.State.Signed():
		return "yes"
	}
	return ""
}

func labels(t *testing.T, dir string) []map[string]string {
	f, err := os.Open(filepath.Join(dir, "labels.csv"))
	require.NoError(t, err)
	defer f.Close()
	all, err := csv.NewReader(f).ReadAll()
	require.NoError(t, err)
	var rows []map[string]string
	for _, r := range all[1:] {
		m := map[string]string{}
		for i, k := range all[0] {
			m[k] = r[i]
		}
		rows = append(rows, m)
	}
	slices.SortFunc(rows, func(a, b map[string]string) int { return cmp.Compare(a["file"], b["file"]) })
	return rows
}

func render(t testing.TB, path string) *raster.Page {
	f, err := os.Open(path)
	require.NoError(t, err)
	defer f.Close()
	info, err := f.Stat()
	require.NoError(t, err)
	d, err := raster.Open(t.Context(), f, info.Size(), raster.Limits{})
	require.NoError(t, err)
	defer d.Close()
	page, err := d.Render(t.Context(), 1)
	require.NoError(t, err)
	return page
}
