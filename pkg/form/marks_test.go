package form_test

import (
	"errors"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/tthclint/tthclint/internal/wasmtest"
	"github.com/tthclint/tthclint/pkg/form"
	"github.com/tthclint/tthclint/pkg/msg"
	"github.com/tthclint/tthclint/pkg/ocr/tesseract"

	"github.com/tthclint/tthclint/internal/scans"
)

const someMarks = `
id: bien_ban
name: {vi: Biên bản}
from: "2026-01-01"
fields:
  - {key: chair, label: {vi: Chủ tọa}, kind: signature, required: true, box: [10, 200, 60, 30]}
  - {key: seal, label: {vi: Dấu, en: Seal}, kind: seal, with: chair}
`

func TestParseMarks(t *testing.T) {
	m, err := form.ParseMarks([]byte(someMarks))
	require.NoError(t, err)
	assert.Equal(t, form.Text{VI: "Biên bản", EN: "Biên bản"}, m.Form.Name)
	assert.Equal(t, form.Result, m.Form.Role)
	assert.Empty(t, m.Form.Editions)
	assert.Equal(t, map[string]form.Mark{"chair": {Box: form.Box{X: 10, Y: 200, W: 60, H: 30}, Line: 6}}, m.Boxes)
	assert.Equal(t, 2026, m.In.From.Year())
}

func TestParseMarksProblems(t *testing.T) {
	for name, c := range map[string]struct{ marks, want string }{
		"empty":     {"", "the file is empty"},
		"no fields": {"id: a\nname: {vi: A}\n", "line 1: no field is marked"},
		"no box":    {"id: a\nname: {vi: A}\nfields:\n  - {key: b, label: {vi: B}, kind: seal}\n", "line 4: the field b has no measures"},
		"bad box":   {"id: a\nname: {vi: A}\nfields:\n  - {key: b, label: {vi: B}, kind: seal, box: [1, 2, 3]}\n", "line 4: "},
		"negative":  {"id: a\nname: {vi: A}\nfields:\n  - {key: b, label: {vi: B}, kind: seal, box: [-1, 2, 30, 30]}\n", "line 4: "},
		"other key": {"id: a\nname: {vi: A}\nfield: []\n", "line 3, column 1: there is no key «field»"},
		"kind":      {"id: a\nname: {vi: A}\nfields:\n  - {key: b, label: {vi: B}, kind: stamp, box: [1, 2, 30, 30]}\n", "line 4: "},
		"no name":   {"id: a\nfields:\n  - {key: b, label: {vi: B}, kind: seal, box: [1, 2, 30, 30]}\n", "line 1: "},
		"days":      {"id: a\nname: {vi: A}\nfrom: \"2026-01-02\"\nto: \"2026-01-02\"\nfields:\n  - {key: b, label: {vi: B}, kind: seal, box: [1, 2, 30, 30]}\n", "line 4: "},
		"with whom": {"id: a\nname: {vi: A}\nfields:\n  - {key: b, label: {vi: B}, kind: seal, with: c}\n", "line 4: "},
	} {
		t.Run(name, func(t *testing.T) {
			_, err := form.ParseMarks([]byte(c.marks))
			var file *form.FileError
			require.ErrorAs(t, err, &file)
			assert.Contains(t, err.Error()+".", c.want)
			for _, p := range file.Problems {
				assert.NotEmpty(t, p.Remedy.In(msg.Vietnamese))
			}
		})
	}
}

func FuzzParseMarks(f *testing.F) {
	f.Add(someMarks)
	f.Add("id: a\nname: {vi: A}\nfields: [{key: b, box: [.nan, 1e9, -1, 0]}]\npaper: [1]\n")
	f.Fuzz(func(t *testing.T, text string) {
		m, err := form.ParseMarks([]byte(text))
		var file *form.FileError
		switch {
		case err != nil && (!errors.As(err, &file) || len(file.Problems) == 0):
			t.Fatalf("%v", err)
		case err == nil && (m.Form == nil || len(m.Form.Fields) == 0):
			t.Fatal("marks without a field")
		}
	})
}

// All print of a page is read, upright, whichever way the page was fed.
func TestReadPrint(t *testing.T) {
	engine := tesseract.New(tesseract.Options{Cache: wasmtest.Cache(t)})
	t.Cleanup(func() { require.NoError(t, engine.Close()) })
	page, _ := drawn(t, scans.Spec{Seed: 3, Form: scans.Decision, DPI: 150, Rotation: 90})
	p, err := form.ReadPrint(t.Context(), page, engine)
	require.NoError(t, err)
	assert.Less(t, p.Paper.W, p.Paper.H)
	found := false
	for _, l := range p.Lines {
		var text string
		for _, w := range l.Words {
			text += " " + w.Text
		}
		if form.Alike(text, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM") > 0.8 {
			found = true
			assert.Less(t, l.Box.Y, 60.0)
			assert.Greater(t, l.Box.X, 70.0)
			assert.Less(t, l.Box.X+l.Box.W, p.Paper.W)
		}
	}
	assert.True(t, found)
	none, err := form.ReadPrint(t.Context(), nil, engine)
	require.NoError(t, err)
	assert.Empty(t, none.Lines)
}
