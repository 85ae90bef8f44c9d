package raster_test

import (
	"bytes"
	"compress/zlib"
	"errors"
	"fmt"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/tthclint/tthclint/pkg/raster"
)

// pdf writes small PDFs, well-formed or not. Object 1 is the catalog, object 2
// the page tree.
type pdf struct {
	objects [][]byte
	kids    []int
	catalog string // further catalog entries
	tree    string // further entries of the page tree's root
}

func newPDF() *pdf { return &pdf{objects: make([][]byte, 2)} }

// add appends an object and returns its number.
func (p *pdf) add(format string, args ...any) int {
	p.objects = append(p.objects, fmt.Appendf(nil, format, args...))
	return len(p.objects)
}

func (p *pdf) stream(dict string, data []byte) int {
	b := fmt.Appendf(nil, "<< %s /Length %d >>\nstream\n", dict, len(data))
	b = append(append(b, data...), "\nendstream"...)
	p.objects = append(p.objects, b)
	return len(p.objects)
}

// image appends an image XObject.
func (p *pdf) image(w, h int, dict string, data []byte) int {
	return p.stream(fmt.Sprintf("/Type /XObject /Subtype /Image /Width %d /Height %d %s", w, h, dict), data)
}

// page appends a page; resources are the entries of its resource dictionary.
func (p *pdf) page(attributes, resources, content string) {
	c := p.stream("", []byte(content))
	p.kids = append(p.kids, p.add("<< /Type /Page /Parent 2 0 R %s /Resources << %s >> /Contents %d 0 R >>", attributes, resources, c))
}

func (p *pdf) bytes() []byte {
	var kids bytes.Buffer
	for _, k := range p.kids {
		fmt.Fprintf(&kids, "%d 0 R ", k)
	}
	p.objects[0] = fmt.Appendf(nil, "<< /Type /Catalog /Pages 2 0 R %s >>", p.catalog)
	if p.objects[1] == nil {
		p.objects[1] = fmt.Appendf(nil, "<< /Type /Pages /Count %d /Kids [%s] %s >>", len(p.kids), &kids, p.tree)
	}
	var out bytes.Buffer
	out.WriteString("%PDF-1.7\n%\xe2\xe3\xcf\xd3\n")
	offsets := make([]int, len(p.objects))
	for i, o := range p.objects {
		offsets[i] = out.Len()
		fmt.Fprintf(&out, "%d 0 obj\n%s\nendobj\n", i+1, o)
	}
	start := out.Len()
	fmt.Fprintf(&out, "xref\n0 %d\n0000000000 65535 f \n", len(p.objects)+1)
	for _, o := range offsets {
		fmt.Fprintf(&out, "%010d 00000 n \n", o)
	}
	fmt.Fprintf(&out, "trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n", len(p.objects)+1, start)
	return out.Bytes()
}

func deflate(data []byte) []byte {
	var b bytes.Buffer
	z := zlib.NewWriter(&b)
	z.Write(data)
	z.Close()
	return b.Bytes()
}

// open opens b and fails the test if that fails.
func open(t testing.TB, b []byte, l raster.Limits) *raster.Document {
	t.Helper()
	d, err := raster.Open(t.Context(), bytes.NewReader(b), int64(len(b)), l)
	require.NoError(t, err)
	t.Cleanup(func() { d.Close() })
	return d
}

// render draws page 1 of b.
func render(t testing.TB, b []byte) (*raster.Page, error) {
	t.Helper()
	return open(t, b, raster.Limits{}).Render(t.Context(), 1)
}

func mustRender(t testing.TB, b []byte) *raster.Page {
	t.Helper()
	p, err := render(t, b)
	require.NoError(t, err)
	return p
}

// requireReason checks that err is an UnsupportedError of this reason.
func requireReason(t testing.TB, err error, want raster.Reason) {
	t.Helper()
	var u *raster.UnsupportedError
	require.True(t, errors.As(err, &u), "%v", err)
	require.Equal(t, want, u.Reason)
}

// pattern is a 6 × 4 picture in which no turn or flip looks like another:
// each pixel has a value of its own.
const patternW, patternH = 6, 4

func pattern(x, y int) uint8 { return uint8(10 + 40*y + 5*x) }

func patternBytes() []byte {
	var b []byte
	for y := range patternH {
		for x := range patternW {
			b = append(b, pattern(x, y))
		}
	}
	return b
}

// grey8 is the dictionary of an unfiltered grey image.
const grey8 = "/ColorSpace /DeviceGray /BitsPerComponent 8"

// patternPDF has the pattern as image Im, 10 pt a pixel unless the page or the
// content say otherwise.
func patternPDF(attributes, content string) []byte {
	p := newPDF()
	im := p.image(patternW, patternH, grey8, patternBytes())
	p.page(attributes, fmt.Sprintf("/XObject << /Im %d 0 R >>", im), content)
	return p.bytes()
}
