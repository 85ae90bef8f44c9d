package signtest

import (
	"bytes"
	"fmt"
)

// Image is one stored picture for [Scan].
type Image struct {
	W, H   int    // pixels
	Filter string // such as "DCTDecode"; none when empty
	Space  string // "DeviceGray" when empty
	Data   []byte
}

// Scan makes a PDF as a scanner writes it: one page per picture, A4 portrait,
// the picture filling the page.
func Scan(pages ...Image) []byte {
	var objects []string
	obj := func(head string, data []byte) {
		if data != nil {
			head = fmt.Sprintf("%s\nstream\n%s\nendstream", head, data)
		}
		objects = append(objects, head)
	}
	obj("<</Type /Catalog /Pages 2 0 R>>", nil)
	kids := ""
	for i := range pages {
		kids += fmt.Sprintf("%d 0 R ", 3+3*i)
	}
	obj(fmt.Sprintf("<</Type /Pages /Count %d /Kids [%s]>>", len(pages), kids), nil)
	for i, p := range pages {
		n := 3 + 3*i
		obj(fmt.Sprintf("<</Type /Page /Parent 2 0 R /MediaBox [0 0 595.276 841.89] /Contents %d 0 R /Resources <</XObject <</Im0 %d 0 R>>>>>>", n+1, n+2), nil)
		c := []byte("q 595.276 0 0 841.89 0 0 cm /Im0 Do Q")
		obj(fmt.Sprintf("<</Length %d>>", len(c)), c)
		filter, space := "", "DeviceGray"
		if p.Filter != "" {
			filter = "/Filter /" + p.Filter
		}
		if p.Space != "" {
			space = p.Space
		}
		obj(fmt.Sprintf("<</Type /XObject /Subtype /Image /Width %d /Height %d /ColorSpace /%s /BitsPerComponent 8 %s /Length %d>>", p.W, p.H, space, filter, len(p.Data)), p.Data)
	}
	return Document(objects...)
}

// Document makes a PDF of objects, numbered from 1; the first is the catalog.
func Document(objects ...string) []byte {
	var b bytes.Buffer
	var offs []int
	b.WriteString("%PDF-1.7\n%\xe2\xe3\xcf\xd3\n")
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

// Blank makes a PDF of white pages.
func Blank(pages int) []byte {
	im := make([]Image, pages)
	for i := range im {
		im[i] = Image{W: 1, H: 1, Data: []byte{0xff}}
	}
	return Scan(im...)
}

// Stream writes a stream object; dict holds the entries beside /Length.
func Stream(dict, data string) string { return streamBody(dict, data) }
