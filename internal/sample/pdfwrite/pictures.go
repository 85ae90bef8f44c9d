package pdfwrite

import (
	"bytes"
	"crypto/md5"
	"fmt"
)

// Picture is a picture or a strip of one.
type Picture struct {
	W, H   int    // pixels
	Space  string // "DeviceRGB" or "DeviceGray"
	Bits   int    // of a sample
	Filter string // "DCTDecode", "FlateDecode" or "CCITTFaxDecode" (Group 4)
	Data   []byte // packed so
}

// Strips writes a PDF 1.7 with one page of w by h mm which pictures fill from
// top to bottom, each as high as it has rows. rotate is the page's /Rotate.
func Strips(w, h float64, rotate int, pictures []Picture, info Info) []byte {
	var b bytes.Buffer
	var offsets []int
	begin := func() { offsets = append(offsets, b.Len()); fmt.Fprintf(&b, "%d 0 obj\n", len(offsets)) }
	stream := func(dict string, data []byte) {
		begin()
		fmt.Fprintf(&b, "<<%s /Length %d>>\nstream\n", dict, len(data))
		b.Write(data)
		b.WriteString("\nendstream\nendobj\n")
	}
	object := func(body string) { begin(); b.WriteString(body + "\nendobj\n") }

	b.WriteString("%PDF-1.7\n%\xe2\xe3\xcf\xd3\n")
	rows := 0
	for _, p := range pictures {
		rows += p.H
	}
	w, h = w*72/25.4, h*72/25.4
	var content, resources bytes.Buffer
	sum := md5.New()
	top := h
	for i, p := range pictures {
		parms := ""
		if p.Filter == "CCITTFaxDecode" {
			parms = fmt.Sprintf(" /DecodeParms <</K -1 /Columns %d /Rows %d>>", p.W, p.H)
		}
		stream(fmt.Sprintf("/Type /XObject /Subtype /Image /Width %d /Height %d /ColorSpace /%s /BitsPerComponent %d /Filter /%s%s",
			p.W, p.H, p.Space, p.Bits, p.Filter, parms), p.Data)
		part := h * float64(p.H) / float64(rows)
		top -= part
		fmt.Fprintf(&content, "q %.4f 0 0 %.4f 0 %.4f cm /Im%d Do Q\n", w, part, top, i)
		fmt.Fprintf(&resources, "/Im%d %d 0 R ", i, i+1)
		sum.Write(p.Data)
	}
	n := len(pictures)
	stream("", content.Bytes())
	object(fmt.Sprintf("<</Type /Page /Parent %d 0 R /MediaBox [0 0 %.3f %.3f] /Rotate %d /Resources <</XObject <<%s>>>> /Contents %d 0 R>>", n+3, w, h, rotate, resources.String(), n+1))
	object(fmt.Sprintf("<</Type /Pages /Count 1 /Kids [%d 0 R]>>", n+2))
	object(fmt.Sprintf("<</Type /Catalog /Pages %d 0 R>>", n+3))
	object(fmt.Sprintf("<</Title %s /Creator %s /CreationDate (%s)>>", text(info.Title), text(info.Creator), date(info.Created)))
	at := b.Len()
	fmt.Fprintf(&b, "xref\n0 %d\n0000000000 65535 f \n", len(offsets)+1)
	for _, o := range offsets {
		fmt.Fprintf(&b, "%010d 00000 n \n", o)
	}
	id := sum.Sum(nil)
	fmt.Fprintf(&b, "trailer\n<</Size %d /Root %d 0 R /Info %d 0 R /ID [<%x> <%x>]>>\nstartxref\n%d\n%%%%EOF\n", len(offsets)+1, n+4, n+5, id, id, at)
	return b.Bytes()
}

// Deflate packs samples for /FlateDecode.
func Deflate(samples []byte) []byte { return deflate(samples) }
