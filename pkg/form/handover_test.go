package form_test

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/tthclint/tthclint/internal/scans"
	"github.com/tthclint/tthclint/internal/wasmtest"
	"github.com/tthclint/tthclint/pkg/form"
	"github.com/tthclint/tthclint/pkg/ocr/tesseract"
	"github.com/tthclint/tthclint/pkg/raster"
)

// Every row of a drawn slip is found, with its signatures and whether it is
// dated, where the captions stand in each row and where only in the head.
func TestRowsOfDrawnSlips(t *testing.T) {
	engine := tesseract.New(tesseract.Options{Cache: wasmtest.Cache(t)})
	t.Cleanup(func() { require.NoError(t, engine.Close()) })
	for layout, blank := range map[string]string{"a4p": "handed_over_on2", "a4l-once": "handed_over_on1"} {
		t.Run(layout, func(t *testing.T) {
			file, truth, err := scans.Draw(scans.Spec{Seed: 3, Form: scans.ControlSlip, Layout: layout, DPI: 150, Blank: []string{blank}})
			require.NoError(t, err)
			d, err := raster.Open(t.Context(), bytes.NewReader(file), int64(len(file)), raster.Limits{})
			require.NoError(t, err)
			defer d.Close()
			page, err := d.Render(t.Context(), 1)
			require.NoError(t, err)
			r, err := builtin(t).Read(t.Context(), page, form.Options{OCR: engine, Values: true})
			require.NoError(t, err)
			require.NotNil(t, r.Form)
			require.Equal(t, truth.Form, r.Form.ID)

			rows := 0
			for key := range truth.State {
				if strings.HasPrefix(key, "giao") {
					rows++
				}
			}
			require.Len(t, r.Rows, rows)
			dated := map[bool]form.ValueState{true: form.Filled, false: form.Blank}
			for _, row := range r.Rows {
				key := fmt.Sprintf("handed_over_on%d", row.N)
				assert.Equal(t, dated[truth.Values[key].Filled], row.When.State, key)
				got, ok := r.Value(key)
				assert.True(t, ok && got.State == row.When.State, key)
			}
			px := float64(truth.DPI) / 25.4
			for key, box := range truth.Boxes {
				f, ok := r.Field(key)
				require.True(t, ok, key)
				assert.InDelta(t, (box[0].X+box[2].X)/2/px, f.Box.X+f.Box.W/2, 3, key)
				assert.InDelta(t, (box[0].Y+box[2].Y)/2/px, f.Box.Y+f.Box.H/2, 3, key)
			}
		})
	}
}
