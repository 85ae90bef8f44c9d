package pictures_test

import (
	"bytes"
	"context"
	"image/jpeg"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/tthclint/tthclint/pkg/check"
	"github.com/tthclint/tthclint/pkg/lint"
	"github.com/tthclint/tthclint/pkg/msg"
	"github.com/tthclint/tthclint/pkg/report/html"
	"github.com/tthclint/tthclint/pkg/report/pictures"
)

const folder = "../../../examples/ho-so/000.16.30.H20-231225-0002"

// picturesOf checks a certificate that the wife has not signed, and returns what
// is shown of it.
func picturesOf(t *testing.T, o pictures.Options) (all []html.Picture, result *lint.Result) {
	t.Helper()
	run, err := check.Dir(t.Context(), os.DirFS(folder), check.Options{Rules: []string{"field/spouse-signature", "sign"}})
	require.NoError(t, err)
	for r, err := range run.Results(t.Context()) {
		require.NoError(t, err)
		for picture := range pictures.Of(t.Context(), run, run.Evidence(r), r, o) {
			all = append(all, picture)
		}
		result = r
	}
	return all, result
}

// shown lists the marks of a picture as state and label.
func shown(p html.Picture) (all []string) {
	for _, m := range p.Marks {
		all = append(all, string(m.State)+" "+m.Label.In(msg.Vietnamese))
	}
	return all
}

func TestPicturesOfAScan(t *testing.T) {
	all, r := picturesOf(t, pictures.Options{})
	require.Len(t, all, 1)
	p := all[0]
	assert.Equal(t, r.Documents[0].Path, p.File)
	assert.Equal(t, 1, p.Page)
	assert.Equal(t, "image/jpeg", p.Type)
	im, err := jpeg.Decode(bytes.NewReader(p.Data))
	require.NoError(t, err)
	assert.Equal(t, p.Width, im.Bounds().Dx())
	assert.Equal(t, p.Height, im.Bounds().Dy())
	assert.LessOrEqual(t, p.Width, 900)
	assert.InDelta(t, p.Part.W/p.Part.H, float64(p.Width)/float64(p.Height), 0.02, "nothing is stretched")
	assert.Subset(t, shown(p), []string{"missing Chữ ký của vợ", "found Chữ ký của chồng", "found Con dấu"})
	for _, m := range p.Marks {
		if m.Box.IsZero() {
			assert.Contains(t, m.Label.In(msg.Vietnamese), "(không hiện trên trang)")
			continue
		}
		assert.GreaterOrEqual(t, m.Box.X, p.Part.X)
		assert.LessOrEqual(t, m.Box.Y+m.Box.H, p.Part.Y+p.Part.H)
	}
	require.True(t, slices.ContainsFunc(r.Findings, func(f lint.Finding) bool {
		return f.Rule == "field/spouse-signature" && slices.ContainsFunc(p.Marks, func(m html.Mark) bool { return m.Box == f.Place.Box })
	}), "the mark stands where the finding is")
}

func TestRedactedPicturesShowNothingOfThePage(t *testing.T) {
	all, _ := picturesOf(t, pictures.Options{Redact: true})
	require.Len(t, all, 1)
	p := all[0]
	assert.Empty(t, p.Data)
	assert.Equal(t, lint.Box{W: p.Part.W, H: p.Part.H}, p.Part, "a whole sheet")
	assert.Positive(t, p.Width)
	assert.Contains(t, shown(p), "missing Chữ ký của vợ")
	plain, _ := picturesOf(t, pictures.Options{})
	assert.Contains(t, strings.Join(shown(plain[0]), "\n"), "Chữ ký số của Phó Chủ tịch Phạm Minh Đức, ký lúc ")
	for i, m := range p.Marks {
		assert.NotContains(t, m.Label.In(msg.Vietnamese), "Phạm")
		assert.Equal(t, plain[0].Marks[i].Box, m.Box)
	}
}

func TestNothingIsShownOfAnotherResult(t *testing.T) {
	run, err := check.Dir(t.Context(), os.DirFS(folder), check.Options{Rules: []string{"sign/missing"}})
	require.NoError(t, err)
	var last *lint.Result
	for r, err := range run.Results(t.Context()) {
		require.NoError(t, err)
		last = r
		e := run.Evidence(r)
		require.NotNil(t, e)
		_, err = run.Draw(t.Context(), e.Documents[0], 99)
		var unable *lint.UnableError
		assert.ErrorAs(t, err, &unable)
		_, read := e.Documents[0].PagesRead()
		assert.False(t, read, "no rule has asked, and nobody else does")
		assert.Len(t, slices.Collect(pictures.Of(t.Context(), run, e, r, pictures.Options{})), 1, "the first page all the same")
		ctx, cancel := context.WithCancel(t.Context())
		cancel()
		assert.Empty(t, slices.Collect(pictures.Of(ctx, run, e, r, pictures.Options{})))
		assert.Empty(t, slices.Collect(pictures.Of(t.Context(), run, e, &lint.Result{}, pictures.Options{})))
	}
	assert.Nil(t, run.Evidence(last), "the run goes on")
}
