package form_test

import (
	"os"
	"path/filepath"
	"regexp"
	"testing"
	"testing/fstest"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/tthclint/tthclint/pkg/form"
	"github.com/tthclint/tthclint/pkg/ink"
	"github.com/tthclint/tthclint/pkg/msg"
	"github.com/tthclint/tthclint/pkg/raster"
)

// TestFormsOfTheGuide holds what the guides show against the parser: who copies
// it gets a form without anything wrong.
func TestFormsOfTheGuide(t *testing.T) {
	set := builtin(t)
	blocks := regexp.MustCompile("(?s)```yaml[^\n]*\n(.*?)```")
	for _, lang := range []string{"vi", "en"} {
		guide, err := os.ReadFile(filepath.Join("..", "..", "docs", lang, "forms.md"))
		require.NoError(t, err)
		found := blocks.FindAllSubmatch(guide, -1)
		require.Len(t, found, 3, lang)
		_, err = form.ParseMarks(found[0][1])
		require.NoError(t, err, lang)
		for _, block := range found[1:] {
			f, err := form.Parse(block[1])
			require.NoError(t, err, lang)
			for _, p := range set.Review(f) {
				assert.Fail(t, "looks wrong", "%s, line %d: %s", f.ID, p.Line, p.What.In(msg.English))
			}
		}
	}
}

// TestOwnFormIsRecognised reads a sheet of the measured form of the guide.
func TestOwnFormIsRecognised(t *testing.T) {
	guide, err := os.ReadFile(filepath.Join("..", "..", "docs", "en", "forms.md"))
	require.NoError(t, err)
	block := regexp.MustCompile("(?s)```yaml\n(id: bien_ban_hop\n.*?)```").FindSubmatch(guide)
	own, err := form.Load(fstest.MapFS{"own.yaml": {Data: block[1]}})
	require.NoError(t, err)
	f := own.Forms()[0]
	e := f.Editions[0]
	place, ok := e.Place("chu_toa")
	require.True(t, ok)
	for _, signed := range []bool{true, false} {
		s := newSheet(t, e.Paper.W, e.Paper.H, raster.Colour)
		s.print(e)
		if signed {
			s.sign(place.Box)
		}
		got, err := builtin(t).With(own).Read(t.Context(), s.page, form.Options{})
		require.NoError(t, err)
		require.Same(t, f, got.Form, got.Reason)
		chair, ok := got.Field("chu_toa")
		require.True(t, ok)
		assert.Equal(t, signed, chair.State == ink.Present)
		assert.Equal(t, !signed, chair.State == ink.Absent)
	}
}
