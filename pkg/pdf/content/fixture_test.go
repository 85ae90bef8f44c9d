package content

import (
	"bytes"
	"context"
	"fmt"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/tthclint/tthclint/pkg/pdf"
)

// file writes a PDF of the given objects, 1 being the catalog.
func file(objects ...string) []byte {
	var b bytes.Buffer
	b.WriteString("%PDF-1.7\n")
	var offs []int
	for i, o := range objects {
		offs = append(offs, b.Len())
		fmt.Fprintf(&b, "%d 0 obj\n%s\nendobj\n", i+1, o)
	}
	at := b.Len()
	fmt.Fprintf(&b, "xref\n0 %d\n0000000000 65535 f \n", len(offs)+1)
	for _, o := range offs {
		fmt.Fprintf(&b, "%010d 00000 n \n", o)
	}
	fmt.Fprintf(&b, "trailer\n<</Size %d /Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n", len(offs)+1, at)
	return b.Bytes()
}

func stream(dict, data string) string {
	return fmt.Sprintf("<<%s /Length %d>>\nstream\n%s\nendstream", dict, len(data), data)
}

// form is a form XObject 200 by 100 points.
func form(resources, data string) string {
	return stream("/Type /XObject /Subtype /Form /BBox [0 0 200 100] /Resources <<"+resources+">>", data)
}

// read reads object 3 of a file whose further objects, from 4, follow.
func read(t testing.TB, form string, more ...string) Content {
	t.Helper()
	r, v, s := open(t, form, more...)
	return r.Form(context.Background(), v, s)
}

func open(t testing.TB, form string, more ...string) (*Reader, *pdf.View, *pdf.Stream) {
	t.Helper()
	b := file(append([]string{"<</Type /Catalog /Pages 2 0 R>>", "<</Type /Pages /Kids [] /Count 0>>", form}, more...)...)
	f, err := pdf.Open(bytes.NewReader(b), int64(len(b)), pdf.Limits{})
	require.NoError(t, err)
	s, ok := f.Latest().Resolve(pdf.Ref{Num: 3}).(*pdf.Stream)
	require.True(t, ok)
	return &Reader{}, f.Latest(), s
}

const helveticaWin = "/Font <</F1 <</Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding>>>>"
