package evidence

import (
	"bytes"
	"fmt"
	"io"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/tthclint/tthclint/internal/scans"
	"github.com/tthclint/tthclint/pkg/dossier"
)

type memoryBlob []byte

type memoryFile struct{ *bytes.Reader }

func (memoryFile) Close() error { return nil }

func (b memoryBlob) Open() (dossier.File, error) { return memoryFile{bytes.NewReader(b)}, nil }

var _ io.ReaderAt = memoryFile{}

func documentOf(t *testing.T, b []byte) *Document {
	return newDocument(t.Context(), &dossier.Document{Path: "a.pdf", Size: int64(len(b)), Blob: memoryBlob(b)}, &Tools{})
}

func TestLegibility(t *testing.T) {
	drawn := func(s scans.Spec) []byte {
		b, _, err := scans.Draw(s)
		require.NoError(t, err)
		return b
	}
	for name, c := range map[string]struct {
		file []byte
		want Legibility
	}{
		"a scan":       {drawn(scans.Spec{DPI: 60}), Legible},
		"a blank scan": {drawn(scans.Spec{Form: scans.Other, Layout: "blank", DPI: 60}), BlankPages},
		"no content":   {nil, Unreadable},
		"cut off":      {[]byte("%PDF-1.4\n"), Unreadable},
		"a photograph": {[]byte("\xff\xd8\xff\xe0"), Legible},
	} {
		got, err := documentOf(t, c.file).Legibility()
		assert.NoError(t, err, name)
		assert.Equal(t, c.want, got, name)
	}
}

// pdfOf returns a PDF of these objects, the first of which is the catalogue. The
// fifth, if there is one, is also named as the information dictionary.
func pdfOf(objects ...string) []byte {
	var b bytes.Buffer
	var at []int
	b.WriteString("%PDF-1.4\n")
	for i, body := range objects {
		at = append(at, b.Len())
		fmt.Fprintf(&b, "%d 0 obj\n%s\nendobj\n", i+1, body)
	}
	start := b.Len()
	fmt.Fprintf(&b, "xref\n0 %d\n0000000000 65535 f \n", len(at)+1)
	for _, off := range at {
		fmt.Fprintf(&b, "%010d 00000 n \n", off)
	}
	fmt.Fprintf(&b, "trailer\n<</Size %d/Root 1 0 R/Info 5 0 R>>\nstartxref\n%d\n%%%%EOF\n", len(at)+1, start)
	return b.Bytes()
}

// describedPDF returns a PDF of one empty page with an information dictionary
// and a packet of metadata.
func describedPDF(info, packet string) []byte {
	return pdfOf(
		"<</Type/Catalog/Pages 2 0 R/Metadata 4 0 R>>", "<</Type/Pages/Count 1/Kids[3 0 R]>>",
		"<</Type/Page/Parent 2 0 R/MediaBox[0 0 100 100]>>",
		fmt.Sprintf("<</Type/Metadata/Subtype/XML/Length %d>>\nstream\n%s\nendstream", len(packet), packet), info,
	)
}

func TestMetadata(t *testing.T) {
	const packet = `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description xmlns:k="urn:k" k:SoKyHieu="12/2023"/></rdf:RDF>`
	file := describedPDF("<</Title<FEFF00431EA5>/Author(\xef\xbb\xbfUBND ph\xc6\xb0\xe1\xbb\x9dng)/Trapped/False/Producer(x)>>", packet)
	got, err := documentOf(t, file).Metadata()
	require.NoError(t, err)
	assert.Equal(t, Metadata{{"Title", "Cấ"}, {"Author", "UBND phường"}, {"Producer", "x"}, {"SoKyHieu", "12/2023"}}, got)

	got, err = documentOf(t, describedPDF("<</Title(a)>>", "<!DOCTYPE x [<!ENTITY a \"b\">]><x>&a;</x>")).Metadata()
	require.NoError(t, err, "a packet that cannot be read says nothing")
	assert.Equal(t, Metadata{{"Title", "a"}}, got)

	_, err = documentOf(t, []byte("%PDF-1.4\n")).Metadata()
	assert.Error(t, err)
}
