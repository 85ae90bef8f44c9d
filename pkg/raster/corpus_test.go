package raster_test

import (
	"encoding/csv"
	"os"
	"path/filepath"
	"strconv"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/tthclint/tthclint/pkg/raster"
)

// corpusPage is a row of labels.csv with its file.
type corpusPage struct {
	path             string
	dpi              float64
	colour           raster.Mode
	rotation, rotate int
	layout           string
}

// corpus lists the scans of the shared corpus, or skips the test.
func corpus(t testing.TB) []corpusPage {
	root := os.Getenv("TTHCLINT_CORPUS")
	if root == "" {
		t.Skip("TTHCLINT_CORPUS is not set: no scanned pages to test with")
	}
	var pages []corpusPage
	for _, dir := range []string{"pages", "pages-open"} {
		dir = filepath.Join(root, "scans", dir)
		f, err := os.Open(filepath.Join(dir, "labels.csv"))
		require.NoError(t, err)
		rows, err := csv.NewReader(f).ReadAll()
		f.Close()
		require.NoError(t, err)
		col := map[string]int{}
		for i, name := range rows[0] {
			col[name] = i
		}
		number := func(row []string, name string) int {
			v, err := strconv.Atoi(row[col[name]])
			require.NoError(t, err)
			return v
		}
		for _, row := range rows[1:] {
			pages = append(pages, corpusPage{
				path: filepath.Join(dir, row[col["file"]]), dpi: float64(number(row, "dpi")),
				colour: raster.Mode(row[col["colour"]]), layout: row[col["layout"]],
				rotation: number(row, "rotation"), rotate: number(row, "rotate_meta"),
			})
		}
	}
	return pages
}

func openFile(t testing.TB, path string) *raster.Document {
	f, err := os.Open(path)
	require.NoError(t, err)
	t.Cleanup(func() { f.Close() })
	info, err := f.Stat()
	require.NoError(t, err)
	d, err := raster.Open(t.Context(), f, info.Size(), raster.Limits{OpenTime: time.Minute, PageTime: time.Minute})
	require.NoError(t, err)
	return d
}

// Every scan of the corpus renders at its resolution. The displayed sheet is
// the scanner's sheet, turned by what remains of rotation and /Rotate.
func TestCorpus(t *testing.T) {
	for i, p := range corpus(t) {
		if raceEnabled && i%20 != 0 { // the detector makes decoding ten times as slow
			continue
		}
		t.Run(filepath.Base(p.path), func(t *testing.T) {
			d := openFile(t, p.path)
			page, err := d.Render(t.Context(), 1)
			require.NoError(t, err)
			assert.InDelta(t, p.dpi, page.DPI, 1, "dpi")
			assert.Equal(t, p.colour, page.Mode)
			assert.InDelta(t, page.WidthMM/25.4*page.DPI, float64(page.Image.W), 2)
			assert.InDelta(t, page.HeightMM/25.4*page.DPI, float64(page.Image.H), 2)
			assert.Len(t, page.Image.Y, page.Image.W*page.Image.H)
			assert.Empty(t, page.Overlay)
			assert.Empty(t, page.Pasted)
			assert.Equal(t, raster.Direct, page.Source)
			if p.colour == raster.Colour {
				assert.Len(t, page.Image.Cb, len(page.Image.Y))
				assert.Len(t, page.Image.Cr, len(page.Image.Y))
			} else {
				assert.Nil(t, page.Image.Cb)
			}
			if n := len(p.layout); p.layout[n-2:] == "-l" || p.layout[n-2:] == "-p" {
				landscape := p.layout[n-2:] == "-l"
				if (p.rotation+p.rotate)%180 != 0 {
					landscape = !landscape
				}
				assert.Equal(t, landscape, page.Image.W > page.Image.H, "orientation")
			}
			require.NoError(t, d.Close())
		})
	}
}
