package pdfwrite

import (
	"fmt"
)

// Scans writes a PDF 1.7 with a picture on each page, as a scanner that takes
// both sides does.
func Scans(pages []Page, info Info) []byte {
	d := &document{}
	const each = 3 // objects of a page
	tree := each*len(pages) + 1
	kids := ""
	for _, p := range pages {
		w, h := p.W*72/25.4, p.H*72/25.4
		im := d.stream(fmt.Sprintf("/Type /XObject /Subtype /Image /Width %d /Height %d /ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter /DCTDecode", p.PxW, p.PxH), p.JPEG)
		content := d.stream("", fmt.Appendf(nil, "q %.3f 0 0 %.3f 0 0 cm /Im0 Do Q\n", w, h))
		page := d.object(fmt.Sprintf("<</Type /Page /Parent %d 0 R /MediaBox [0 0 %.3f %.3f] /Resources <</XObject <</Im0 %d 0 R>>>> /Contents %d 0 R>>", tree, w, h, im, content))
		kids += fmt.Sprintf("%d 0 R ", page)
	}
	d.object(fmt.Sprintf("<</Type /Pages /Count %d /Kids [%s]>>", len(pages), kids))
	d.object(fmt.Sprintf("<</Type /Catalog /Pages %d 0 R>>", tree))
	d.object(fmt.Sprintf("<</Title %s /Creator %s /CreationDate (%s)>>", text(info.Title), text(info.Creator), date(info.Created)))
	return d.finish(tree+1, tree+2)
}
