package learn_test

import (
	"bytes"
	"math"
	"os"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/tthclint/tthclint/internal/sample/handover"
	"github.com/tthclint/tthclint/internal/sample/paper"
	"github.com/tthclint/tthclint/internal/wasmtest"
	"github.com/tthclint/tthclint/pkg/form"
	"github.com/tthclint/tthclint/pkg/form/learn"
	"github.com/tthclint/tthclint/pkg/ink"
	"github.com/tthclint/tthclint/pkg/ocr"
	"github.com/tthclint/tthclint/pkg/ocr/tesseract"
	"github.com/tthclint/tthclint/pkg/raster"
)

const marks = `
id: ban_giao
name: {vi: Biên bản bàn giao}
role: slip
fields:
  - {key: official_signature, label: {vi: Chữ ký bên giao}, kind: signature, required: true, box: [10, 139, 56, 32]}
  - {key: ben_nhan, label: {vi: Chữ ký bên nhận}, kind: signature, required: true, box: [82, 139, 56, 32]}
  - {key: seal, label: {vi: Con dấu bên giao}, kind: seal, required: true, with: official_signature}
`

func engine(t testing.TB) ocr.Engine {
	e := tesseract.New(tesseract.Options{Cache: wasmtest.Cache(t)})
	t.Cleanup(func() { require.NoError(t, e.Close()) })
	return e
}

func parse(t testing.TB, text string) *form.Marks {
	m, err := form.ParseMarks([]byte(text))
	require.NoError(t, err)
	return m
}

// scan draws a scan and reads its PDF back.
func scan(t testing.TB, f *paper.Faces, s handover.Spec) (*raster.Page, handover.Truth) {
	pdf, truth, err := handover.Draw(f, s)
	require.NoError(t, err)
	d, err := raster.Open(t.Context(), bytes.NewReader(pdf), int64(len(pdf)), raster.Limits{})
	require.NoError(t, err)
	defer d.Close()
	page, err := d.Render(t.Context(), 1)
	require.NoError(t, err)
	return page, truth
}

func faces(t testing.TB) *paper.Faces {
	f, err := paper.BuiltIn()
	require.NoError(t, err)
	return f
}

// learning are scans as an office would take them: signed by different people.
func learning(n int) []handover.Spec {
	var out []handover.Spec
	for i := range n {
		out = append(out, handover.Spec{Seed: uint64(i + 1), DPI: 200, Skew: 0.3 * float64(i%3-1), Shift: i > 0, Giver: true, Receiver: i != 3, Seal: i != 4})
	}
	return out
}

func readAll(t testing.TB, e ocr.Engine, f *paper.Faces, specs []handover.Spec) (prints []*form.Print, personal []string) {
	for _, s := range specs {
		page, truth := scan(t, f, s)
		p, err := form.ReadPrint(t.Context(), page, e)
		require.NoError(t, err)
		prints = append(prints, p)
		personal = append(personal, truth.Personal...)
	}
	return prints, personal
}

// TestLearnedForm learns a form from six scans and reads 36 others with it, of
// other people and other optics. It takes a minute and runs where the corpus
// does.
func TestLearnedForm(t *testing.T) {
	if os.Getenv("TTHCLINT_CORPUS") == "" {
		t.Skip("TTHCLINT_CORPUS is not set: a learned form is not measured on many scans")
	}
	e, f := engine(t), faces(t)
	prints, personal := readAll(t, e, f, learning(6))
	r, err := learn.Learn(parse(t, marks), prints)
	require.NoError(t, err)
	assert.Equal(t, 6, r.Sheets)
	for _, p := range personal {
		assert.NotContains(t, string(r.YAML), p)
	}
	builtin, err := form.Builtin()
	require.NoError(t, err)
	all := builtin.With(form.NewSet(r.Form))
	assert.Empty(t, all.Review(r.Form))
	states, right, wrong := 0, 0, 0
	worst := 0.0
	for i := range 36 {
		s := handover.Spec{Seed: uint64(100 + i), DPI: []float64{150, 200, 300}[i%3], Skew: 0.9 * float64(i%5-2), Grey: i%4 == 1, Quality: 30 + 10*(i%6),
			Rotation: []int{0, 0, 0, 90, 180, 270}[i%6], Shift: true, Giver: i%3 != 0, Receiver: i%4 != 2, Seal: i%5 != 1}
		page, truth := scan(t, f, s)
		got, err := all.Read(t.Context(), page, form.Options{OCR: e})
		require.NoError(t, err)
		if !assert.Same(t, r.Form, got.Form, "%+v %s", s, got.Reason) {
			continue
		}
		for key, want := range truth.State {
			field, _ := got.Field(key)
			states++
			switch {
			case string(field.State) == want:
				right++
			case field.State != ink.Unsure:
				wrong++
			}
			if b, ok := truth.Boxes[key]; ok {
				d := max(math.Abs(field.Box.X-b[0]), math.Abs(field.Box.Y-b[1]), math.Abs(field.Box.X+field.Box.W-b[2]), math.Abs(field.Box.Y+field.Box.H-b[3]))
				worst = max(worst, d)
			}
		}
	}
	t.Logf("%d of %d fields right, %d wrong; boxes off by at most %.2f mm", right, states, wrong, worst)
	assert.Less(t, worst, 1.5)
	assert.Zero(t, wrong)
	assert.Greater(t, right, states*95/100)
}
