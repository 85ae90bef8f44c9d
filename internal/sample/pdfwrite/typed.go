package pdfwrite

import (
	"bytes"
	"crypto/md5"
	"fmt"
	"image/color"
	"slices"
	"strings"

	"github.com/tthclint/tthclint/internal/sample/paper"
)

// Typed writes a PDF 1.7 of pages that a program made, as systems issue
// electronic papers: text of embedded letters that can be searched and copied.
func Typed(pages []*paper.Typed, info Info) []byte {
	d := &document{}
	fonts := map[paper.Style]*letters{}
	for _, p := range pages {
		for _, l := range p.Lines {
			if fonts[l.Style] == nil {
				fonts[l.Style] = &letters{style: l.Style, faces: p.Faces()}
			}
			fonts[l.Style].take(l.Text)
		}
	}
	resources := ""
	for style := range paper.Italic + 1 {
		if f := fonts[style]; f != nil {
			resources += fmt.Sprintf("/F%d %d 0 R ", style, f.write(d))
		}
	}
	first := len(d.offsets) + 1
	tree := first + 2*len(pages)
	kids := ""
	for i, p := range pages {
		d.stream("/Filter /FlateDecode", deflate(content(p, fonts)))
		d.object(fmt.Sprintf("<</Type /Page /Parent %d 0 R /MediaBox [0 0 %.3f %.3f] /Resources <</Font <<%s>>>> /Contents %d 0 R>>", tree, p.W*72/25.4, p.H*72/25.4, resources, first+2*i))
		kids += fmt.Sprintf("%d 0 R ", first+2*i+1)
	}
	d.object(fmt.Sprintf("<</Type /Pages /Count %d /Kids [%s]>>", len(pages), kids))
	d.object(fmt.Sprintf("<</Type /Catalog /Pages %d 0 R>>", tree))
	d.object(fmt.Sprintf("<</Title %s /Creator %s /CreationDate (%s)>>", text(info.Title), text(info.Creator), date(info.Created)))
	return d.finish(tree+1, tree+2)
}

// content draws a page in points from the bottom left.
func content(p *paper.Typed, fonts map[paper.Style]*letters) []byte {
	const pt = 72 / 25.4
	var b bytes.Buffer
	fill := func(c color.RGBA) string {
		return fmt.Sprintf("%.3f %.3f %.3f rg", float64(c.R)/255, float64(c.G)/255, float64(c.B)/255)
	}
	flip := paper.Affine{A: pt, E: -pt, F: p.H * pt}
	for _, a := range p.Areas {
		fmt.Fprintf(&b, "%s\n%sf\n", fill(a.Color), a.Path.Operators(flip, 2))
	}
	b.WriteString("BT\n")
	for _, l := range p.Lines {
		fmt.Fprintf(&b, "%s /F%d %.3f Tf 1 0 0 1 %.3f %.3f Tm <%x> Tj\n", fill(l.Color), l.Style, l.Size*pt, l.X*pt, (p.H-l.Y)*pt, fonts[l.Style].encode(l.Text))
	}
	b.WriteString("ET\n")
	return b.Bytes()
}

// unit is how many units an em of the embedded letters has: enough for print.
const unit = 500

// letters are the letters of one cut that a document uses, as a Type 3 font
// (ISO 32000-2 9.6.4): their outlines and nothing else of the font's file.
type letters struct {
	style paper.Style
	faces *paper.Faces
	all   []rune // in the order of their codes, from 1; at most 255
}

func (f *letters) take(text string) {
	for _, r := range text {
		if !slices.Contains(f.all, r) {
			f.all = append(f.all, r)
		}
	}
}

func (f *letters) encode(text string) []byte {
	var codes []byte
	for _, r := range text {
		codes = append(codes, byte(slices.Index(f.all, r)+1))
	}
	return codes
}

// write adds the font to a document and returns its number.
func (f *letters) write(d *document) int {
	var procs, differences, widths, unicode strings.Builder
	up := paper.Affine{A: unit, E: -unit}
	for i, r := range f.all {
		outline, adv := f.faces.Outline(string(r), f.style)
		draw := fmt.Sprintf("%.0f 0 d0\n%s", adv*unit, outline.Operators(up, 0))
		if len(outline) > 0 {
			draw += "f\n"
		}
		fmt.Fprintf(&procs, "/g%d %d 0 R ", i+1, d.stream("/Filter /FlateDecode", deflate([]byte(draw))))
		fmt.Fprintf(&differences, "/g%d ", i+1)
		fmt.Fprintf(&widths, "%.0f ", adv*unit)
		fmt.Fprintf(&unicode, "<%02X> <%04X>\n", i+1, r)
	}
	cmap := d.stream("/Filter /FlateDecode", deflate(fmt.Appendf(nil, "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /U def /CMapType 2 def\n"+
		"1 begincodespacerange <00> <FF> endcodespacerange\n%d beginbfchar\n%sendbfchar\nendcmap CMapName currentdict /CMap defineresource pop end end\n", len(f.all), unicode.String())))
	return d.object(fmt.Sprintf("<</Type /Font /Subtype /Type3 /FontBBox [0 0 0 0] /FontMatrix [%g 0 0 %[1]g 0 0] /FirstChar 1 /LastChar %[2]d /Widths [%[3]s] "+
		"/Encoding <</Type /Encoding /Differences [1 %[4]s]>> /CharProcs <<%[5]s>> /Resources <<>> /ToUnicode %[6]d 0 R>>", 1.0/unit, len(f.all), widths.String(), differences.String(), procs.String(), cmap))
}

// document is a PDF being written, its objects numbered from 1 as they come.
type document struct {
	b       bytes.Buffer
	offsets []int
}

func (d *document) begin() int {
	if d.b.Len() == 0 {
		d.b.WriteString("%PDF-1.7\n%\xe2\xe3\xcf\xd3\n")
	}
	d.offsets = append(d.offsets, d.b.Len())
	fmt.Fprintf(&d.b, "%d 0 obj\n", len(d.offsets))
	return len(d.offsets)
}

func (d *document) object(body string) int {
	n := d.begin()
	d.b.WriteString(body + "\nendobj\n")
	return n
}

func (d *document) stream(dict string, data []byte) int {
	n := d.begin()
	fmt.Fprintf(&d.b, "<<%s /Length %d>>\nstream\n", dict, len(data))
	d.b.Write(data)
	d.b.WriteString("\nendstream\nendobj\n")
	return n
}

// finish writes the cross-reference table and returns the file.
func (d *document) finish(root, info int) []byte {
	id := md5.Sum(d.b.Bytes())
	at := d.b.Len()
	fmt.Fprintf(&d.b, "xref\n0 %d\n0000000000 65535 f \n", len(d.offsets)+1)
	for _, o := range d.offsets {
		fmt.Fprintf(&d.b, "%010d 00000 n \n", o)
	}
	fmt.Fprintf(&d.b, "trailer\n<</Size %d /Root %d 0 R /Info %d 0 R /ID [<%x> <%x>]>>\nstartxref\n%d\n%%%%EOF\n", len(d.offsets)+1, root, info, id, id, at)
	return d.b.Bytes()
}
