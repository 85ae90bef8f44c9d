// Package pdfwrite writes the one-page PDFs of the sample folder as a scanner
// does: one JPEG that fills the page, stored first, and the structure after it.
package pdfwrite

import (
	"bytes"
	"compress/zlib"
	"crypto/md5"
	"fmt"
	"strings"
	"time"
	"unicode/utf16"
)

// Page is one scanned page.
type Page struct {
	W, H     float64 // of the page in mm
	PxW, PxH int     // of the picture
	JPEG     []byte
	Deflate  bool // pack the JPEG once more, as programs that shrink PDFs do
}

// Info is what the document says about itself.
type Info struct {
	Title   string
	Creator string
	Created time.Time
}

// Numbers of the objects.
const (
	objImage = iota + 1
	objContent
	objPage
	objPages
	objCatalog
	objInfo
	objEncrypt
)

// Scan writes a PDF 1.7 with one page.
func Scan(p Page, info Info) []byte {
	return write(p, info, nil)
}

func write(p Page, info Info, c *cipher) []byte {
	var b bytes.Buffer
	offsets := map[int]int{}
	begin := func(n int) { offsets[n] = b.Len(); fmt.Fprintf(&b, "%d 0 obj\n", n) }
	stream := func(n int, dict string, data []byte) {
		begin(n)
		data = c.encrypt(n, data)
		fmt.Fprintf(&b, "<<%s /Length %d>>\nstream\n", dict, len(data))
		b.Write(data)
		b.WriteString("\nendstream\nendobj\n")
	}
	object := func(n int, body string) { begin(n); b.WriteString(body + "\nendobj\n") }

	w, h := p.W*72/25.4, p.H*72/25.4
	b.WriteString("%PDF-1.7\n%\xe2\xe3\xcf\xd3\n")
	filter, data := "/DCTDecode", p.JPEG
	if p.Deflate {
		filter, data = "[/FlateDecode /DCTDecode]", deflate(data)
	}
	stream(objImage, fmt.Sprintf("/Type /XObject /Subtype /Image /Width %d /Height %d /ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter %s", p.PxW, p.PxH, filter), data)
	stream(objContent, "", fmt.Appendf(nil, "q %.3f 0 0 %.3f 0 0 cm /Im0 Do Q\n", w, h))
	object(objPage, fmt.Sprintf("<</Type /Page /Parent %d 0 R /MediaBox [0 0 %.3f %.3f] /Resources <</XObject <</Im0 %d 0 R>>>> /Contents %d 0 R>>", objPages, w, h, objImage, objContent))
	object(objPages, fmt.Sprintf("<</Type /Pages /Count 1 /Kids [%d 0 R]>>", objPage))
	object(objCatalog, fmt.Sprintf("<</Type /Catalog /Pages %d 0 R>>", objPages))
	last, extra := objCatalog, ""
	if c == nil {
		object(objInfo, fmt.Sprintf("<</Title %s /Creator %s /CreationDate (%s)>>", text(info.Title), text(info.Creator), date(info.Created)))
		last, extra = objInfo, fmt.Sprintf(" /Info %d 0 R", objInfo)
	} else {
		offsets[objInfo] = -1
		object(objEncrypt, c.dictionary())
		last, extra = objEncrypt, fmt.Sprintf(" /Encrypt %d 0 R", objEncrypt)
	}
	at := b.Len()
	fmt.Fprintf(&b, "xref\n0 %d\n0000000000 65535 f \n", last+1)
	for n := 1; n <= last; n++ {
		if offsets[n] < 0 {
			b.WriteString("0000000000 00000 f \n")
			continue
		}
		fmt.Fprintf(&b, "%010d 00000 n \n", offsets[n])
	}
	id := fileID(p)
	fmt.Fprintf(&b, "trailer\n<</Size %d /Root %d 0 R%s /ID [<%x> <%x>]>>\nstartxref\n%d\n%%%%EOF\n", last+1, objCatalog, extra, id, id, at)
	return b.Bytes()
}

// fileID names the file by its picture, so that it is the same every time.
func fileID(p Page) []byte {
	h := md5.Sum(p.JPEG)
	return h[:]
}

func deflate(data []byte) []byte {
	var b bytes.Buffer
	w, _ := zlib.NewWriterLevel(&b, zlib.BestCompression) // the level is valid
	w.Write(data)
	w.Close()
	return b.Bytes()
}

// text writes a text string: ASCII as it is, else UTF-16 (ISO 32000-2 7.9.2.2).
func text(s string) string {
	for _, r := range s {
		if r < ' ' || r > '~' || strings.ContainsRune(`()\`, r) {
			var b strings.Builder
			b.WriteString("<FEFF")
			for _, u := range utf16.Encode([]rune(s)) {
				fmt.Fprintf(&b, "%04X", u)
			}
			return b.String() + ">"
		}
	}
	return "(" + s + ")"
}

// date writes a date in the zone of t (ISO 32000-2 7.9.4).
func date(t time.Time) string { return t.Format("D:20060102150405-07'00'") }
