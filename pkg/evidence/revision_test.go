package evidence_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/tthclint/tthclint/pkg/pdf"
	"github.com/tthclint/tthclint/pkg/sign/signtest"
)

// TestPagesAreReadAsTheyWereSigned gives a page that is added after signing,
// and one that is added before a second signature.
func TestPagesAreReadAsTheyWereSigned(t *testing.T) {
	root, err := signtest.NewAuthority("evidence", signtest.Subject{CommonName: "Test Root"})
	require.NoError(t, err)
	id, err := root.Issue(signtest.Subject{CommonName: "UBND"})
	require.NoError(t, err)
	signed, err := signtest.Sign(signtest.Blank(1), id, signtest.Options{})
	require.NoError(t, err)
	longer, err := signtest.AddPage(signed)
	require.NoError(t, err)
	again, err := signtest.Sign(longer, id, signtest.Options{Field: "Second"})
	require.NoError(t, err)
	stamped, err := signtest.Annotate(again, 1, "Stamp", pdf.Box{X: 30, Y: 30, W: 20, H: 20}, "")
	require.NoError(t, err)
	broken := signtest.FlipByte(signed, 20)

	for name, c := range map[string]struct {
		content       []byte
		size, signed  int
		pages, number int
		last          bool
	}{
		"unsigned":                          {signtest.Blank(2), len(signtest.Blank(2)), 0, 2, 2, true},
		"signed":                            {signed, len(signed), 1, 1, 1, true},
		"a page added":                      {longer, len(signed), 1, 1, 2, false},
		"signed again":                      {again, len(again), 2, 2, 2, true},
		"stamped since":                     {stamped, len(again), 2, 2, 2, false},
		"a signature that holds no content": {broken, len(broken), 0, 1, 1, true},
	} {
		doc := document(t, c.content)
		r, err := doc.Revision()
		require.NoError(t, err, name)
		assert.EqualValues(t, c.size, r.Size, name)
		assert.Equal(t, c.signed, r.Signed, name)
		assert.Equal(t, c.last, r.Last, name)
		pages, err := doc.Pages()
		require.NoError(t, err, name)
		assert.Len(t, pages, c.pages, name)
		s, err := doc.Structure()
		require.NoError(t, err, name)
		assert.Equal(t, c.number, s.Pages, "%s: the file as it is now", name)
	}
}
