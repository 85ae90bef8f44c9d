package pdf_test

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/tthclint/tthclint/pkg/pdf"
)

// TestLost: a revision that the /Prev of the last one passes over is found again
// as what the file was then, and what is linked is not.
func TestLost(t *testing.T) {
	var b bytes.Buffer
	b.WriteString("%PDF-1.7\n")
	revision := func(prev int, objects ...string) int {
		rows := ""
		for _, o := range objects {
			num, _, _ := strings.Cut(o, " ")
			rows += fmt.Sprintf("%s 1\n%010d 00000 n \n", num, b.Len())
			b.WriteString(o + "\nendobj\n")
		}
		at := b.Len()
		link := ""
		if prev > 0 {
			link = fmt.Sprintf("/Prev %d", prev)
		}
		fmt.Fprintf(&b, "xref\n%strailer\n<</Size 9 /Root 1 0 R %s>>\nstartxref\n%d\n%%%%EOF\n", rows, link, at)
		return at
	}
	lost := func() ([]*pdf.File, bool) {
		f, err := pdf.Open(bytes.NewReader(b.Bytes()), int64(b.Len()), pdf.Limits{})
		require.NoError(t, err)
		out, all, err := f.Lost()
		require.NoError(t, err)
		return out, all
	}
	first := revision(0, "1 0 obj\n<</Type /Catalog /Pages 2 0 R>>", "2 0 obj\n<</Type /Pages /Count 0 /Kids []>>", "3 0 obj\n(a)")
	second := revision(first, "3 0 obj\n(b)")
	out, all := lost()
	assert.Empty(t, out)
	assert.True(t, all)

	revision(first, "4 0 obj\n(c)")
	out, all = lost()
	require.Len(t, out, 1)
	assert.True(t, all)
	s, _ := out[0].Latest().Resolve(pdf.Ref{Num: 3}).(pdf.String)
	assert.Equal(t, "b", string(s.Value))
	assert.Len(t, out[0].Revisions(), 2)
	assert.Equal(t, int64(second), out[0].Revisions()[1].XRef)
	assert.Equal(t, pdf.Null{}, out[0].Latest().Resolve(pdf.Ref{Num: 4}), "of a later revision")

	// Any number of decoys: it is told that not all were looked at.
	for range 400 {
		at := b.Len()
		fmt.Fprintf(&b, "xref\n0 0\ntrailer\n<</Size 9 /Root 1 0 R /Prev %d>>\nstartxref\n%d\n%%%%EOF\n", first, at)
	}
	_, all = lost()
	assert.False(t, all)
}
