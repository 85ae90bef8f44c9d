package sign_test

import (
	"fmt"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/tthclint/tthclint/pkg/pdf"
	"github.com/tthclint/tthclint/pkg/sign"
	"github.com/tthclint/tthclint/pkg/sign/signtest"
)

func TestMarks(t *testing.T) {
	p := testPKI()
	for name, c := range map[string]struct {
		subtype, flags, want string
	}{
		"stamp":           {"Stamp", "4", "stamp"},
		"ink":             {"Ink", "4", "ink"},
		"free text":       {"FreeText", "4", "free-text"},
		"square":          {"Square", "4", ""},
		"highlight":       {"Highlight", "4", ""},
		"hidden":          {"Stamp", "2", ""},
		"not on screen":   {"Stamp", "32", ""},
		"on paper only":   {"Stamp", "36", "stamp"},
		"on screen alone": {"Stamp", "0", "stamp"},
	} {
		b, err := signtest.Annotate(signtest.Blank(2), 2, c.subtype, stamp, "DA KY")
		require.NoError(t, err)
		b = update(t, b, func(u *signtest.Update) {
			r := u.View.Array(u.View.Pages()[1].Dict.Get("Annots"))[0].(pdf.Ref)
			u.Replace(r.Num, signtest.With(u.View.Dict(r), map[pdf.Name]string{"F": c.flags}))
		})
		rep := validate(t, b, sign.Options{})
		if c.want == "" {
			assert.Empty(t, rep.Marks, name)
			continue
		}
		require.Len(t, rep.Marks, 1, name)
		m := rep.Marks[0]
		assert.Equal(t, []any{c.want, 2, "DA KY"}, []any{m.Kind, m.Page, m.Text}, name)
		assert.InDelta(t, stamp.X, m.Box.X, 0.01, name)
		assert.InDelta(t, stamp.H, m.Box.H, 0.01, name)
	}
	// A stamp without an appearance, and one without an area, are not seen.
	for _, entries := range []string{"/Rect [0 0 90 90]", "/Rect [0 0 0 0] /AP <</N 3 0 R>>", ""} {
		b := update(t, signtest.Blank(1), func(u *signtest.Update) {
			pg := u.View.Pages()[0]
			u.Replace(pg.Ref.Num, signtest.With(pg.Dict, map[pdf.Name]string{"Annots": fmt.Sprintf("[<</Subtype /Stamp %s>> null 7]", entries)}))
		})
		assert.Empty(t, validate(t, b, sign.Options{}).Marks, entries)
	}
	assert.Empty(t, validate(t, mustSign(t, signtest.Blank(1), p.person, signtest.Options{Time: signed, Page: 1, Box: stamp, Lines: []string{"A"}}), sign.Options{}).Marks, "a signature is no mark")
}

// TestFieldsThatLookSigned: nobody signed, but a picture says so.
func TestFieldsThatLookSigned(t *testing.T) {
	const form = "/Type /XObject /Subtype /Form /BBox [0 0 170 57]"
	for name, c := range map[string]struct {
		ops  string
		text string
		mark bool
	}{
		"text":      {"", "Ký bởi: Nguyễn Văn An", true},
		"a stroke":  {"0 0 m 1 1 2 2 3 3 c S", "", true},
		"a picture": {"BI /W 1 /H 1 /BPC 8 /CS /G /L 1 ID x EI", "", true},
		"a frame":   {"0 0 9 9 re S", "", false},
		"nothing":   {"% DSBlank", "", false},
	} {
		b := widgetEntries(t, signtest.Blank(1), func(u *signtest.Update) map[pdf.Name]string {
			if c.text != "" {
				return normal(drawn(u, c.text))
			}
			return normal(u.NewStream(form, c.ops))
		})
		rep := validate(t, b, sign.Options{})
		require.Len(t, rep.UnsignedFields, 1, name)
		if !c.mark {
			assert.Empty(t, rep.Marks, name)
			continue
		}
		require.Len(t, rep.Marks, 1, name)
		assert.Equal(t, []any{"field", 1, c.text}, []any{rep.Marks[0].Kind, rep.Marks[0].Page, rep.Marks[0].Text}, name)
	}
}
