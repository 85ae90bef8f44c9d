package form_test

import (
	"bytes"
	"context"
	"math"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/tthclint/tthclint/internal/scans"
	"github.com/tthclint/tthclint/internal/wasmtest"
	"github.com/tthclint/tthclint/pkg/form"
	"github.com/tthclint/tthclint/pkg/ink"
	"github.com/tthclint/tthclint/pkg/ocr"
	"github.com/tthclint/tthclint/pkg/ocr/tesseract"
	"github.com/tthclint/tthclint/pkg/raster"
)

// drawn draws a page and reads its PDF back.
func drawn(t testing.TB, s scans.Spec) (*raster.Page, scans.Truth) {
	pdf, truth, err := scans.Draw(s)
	require.NoError(t, err)
	d, err := raster.Open(t.Context(), bytes.NewReader(pdf), int64(len(pdf)), raster.Limits{})
	require.NoError(t, err)
	defer d.Close()
	page, err := d.Render(t.Context(), 1)
	require.NoError(t, err)
	return page, truth
}

// Certificates in layouts that no edition describes: whose place is where is
// read from the captions.
func TestReadUnknownLayouts(t *testing.T) {
	engine := tesseract.New(tesseract.Options{Cache: wasmtest.Cache(t)})
	t.Cleanup(func() { require.NoError(t, engine.Close()) })
	set := builtin(t)
	for _, s := range []scans.Spec{
		{Seed: 1, Layout: "a4p-swapped", Husband: "blank", DPI: 150},
		{Seed: 2, Layout: "a5l-row-below", Wife: "blank", DPI: 200},
		{Seed: 3, Layout: "a4p-cells", DPI: 150, Colour: scans.InGrey, Rotation: 180},
		{Seed: 4, Layout: "a4p-broken-title", Husband: "blank", DPI: 150},
		{Seed: 5, Layout: "a4p-bars", Wife: "blank", DPI: 150},
		{Seed: 6, Layout: "a4p-headings", DPI: 150, Colour: scans.InGrey},
	} {
		t.Run(s.Layout, func(t *testing.T) {
			page, truth := drawn(t, s)
			r, err := set.Read(t.Context(), page, form.Options{OCR: engine})
			require.NoError(t, err)
			require.NotNil(t, r.Form, r.Reason)
			assert.Equal(t, "ket_hon", r.Form.ID)
			assert.Equal(t, form.ByCaptions, r.Found)
			assert.Equal(t, s.Rotation, r.Rotation)
			for who, key := range map[string]string{"wife": form.WifeSignature, "husband": form.HusbandSignature, "official": form.OfficialSignature} {
				f, ok := r.Field(key)
				require.True(t, ok, key)
				q, mm := truth.Boxes[who], page.WidthMM/float64(page.Image.W)
				x, y := (q[0].X+q[2].X)/2*mm, (q[0].Y+q[2].Y)/2*mm
				assert.Less(t, math.Abs(f.Box.X+f.Box.W/2-x), 5.0, key)
				assert.Less(t, math.Abs(f.Box.Y+f.Box.H/2-y), 13.0, key) // hands make a place up to 14 mm longer
				assert.True(t, f.Box.Y < y && y < f.Box.Y+f.Box.H, key)
				if truth.Case[who] == "blank" {
					assert.Equal(t, ink.Absent, f.State, key)
				}
			}
		})
	}
}

// saying is an engine that reads the same words on every picture.
type saying struct{ words string }

func (saying) Version() string { return "saying" }

func (s saying) Read(ctx context.Context, p *ocr.Picture, _ ocr.Layout) ([]ocr.Line, error) {
	r := ocr.Rect{X0: 0, Y0: 0, X1: p.W, Y1: p.H}
	return []ocr.Line{{Box: r, Words: []ocr.Word{{Text: s.words, Confidence: 0.9, Box: r}}}}, ctx.Err()
}

// A layout that fits is not believed against what its captions say.
func TestReadDenied(t *testing.T) {
	set := builtin(t)
	e := edition(t, set, "kh-2020-p")
	s := newSheet(t, e.Paper.W, e.Paper.H, raster.Grey)
	s.print(e)
	r, err := set.Read(t.Context(), s.page, form.Options{OCR: saying{"TRÍCH LỤC KẾT HÔN"}})
	require.NoError(t, err)
	if r.Form != nil {
		assert.NotEqual(t, "ket_hon", r.Form.ID)
	}
	r, err = set.Read(t.Context(), s.page, form.Options{OCR: saying{""}})
	require.NoError(t, err)
	require.NotNil(t, r.Form, "what cannot be read denies nothing")
	assert.Equal(t, form.ByLayout, r.Found)
}
