package signtest

import (
	"fmt"

	"github.com/tthclint/tthclint/pkg/pdf"
)

// FlipByte changes one bit at off, counted from the end when negative: the
// plainest tampering with signed bytes.
func FlipByte(src []byte, off int) []byte {
	out := append([]byte(nil), src...)
	if off < 0 {
		off += len(out)
	}
	out[off] ^= 1
	return out
}

// ReplaceContent gives a page new content by an incremental update, as one who
// changes a signed document would.
func ReplaceContent(src []byte, page int, content string) ([]byte, error) {
	u, p, err := updatePage(src, page)
	if err != nil {
		return nil, err
	}
	if r, ok := p.Dict.Get("Contents").(pdf.Ref); ok {
		u.ReplaceStream(r.Num, "", content)
		return u.Bytes(), nil
	}
	num := u.NewStream("", content)
	u.Replace(p.Ref.Num, With(p.Dict, map[pdf.Name]string{"Contents": fmt.Sprintf("%d 0 R", num)}))
	return u.Bytes(), nil
}

// Annotate adds an annotation of a subtype, such as "FreeText" or "Stamp", to a
// page by an incremental update.
func Annotate(src []byte, page int, subtype string, box pdf.Box, text string) ([]byte, error) {
	u, p, err := updatePage(src, page)
	if err != nil {
		return nil, err
	}
	r := p.UserSpace(box)
	ap := appearance(u, r.X1-r.X0, r.Y1-r.Y0, []string{text})
	num := u.New(fmt.Sprintf("<</Type /Annot /Subtype /%s /Rect [%.3f %.3f %.3f %.3f] /Contents %s /F 4 /AP <</N %d 0 R>>>>", subtype, r.X0, r.Y0, r.X1, r.Y1, Text(text), ap))
	annots := append(append(pdf.Array{}, u.View.Array(p.Dict.Get("Annots"))...), pdf.Ref{Num: num})
	u.Replace(p.Ref.Num, With(p.Dict, map[pdf.Name]string{"Annots": Format(annots)}))
	return u.Bytes(), nil
}

// AddPage appends a white page by an incremental update.
func AddPage(src []byte) ([]byte, error) {
	u, err := NewUpdate(src)
	if err != nil {
		return nil, err
	}
	root, ok := u.View.Catalog().Get("Pages").(pdf.Ref)
	if !ok {
		return nil, fmt.Errorf("signtest: page tree is no indirect object")
	}
	d := u.View.Dict(root)
	num := u.New(fmt.Sprintf("<</Type /Page /Parent %d 0 R /MediaBox [0 0 595.276 841.89]>>", root.Num))
	kids := append(append(pdf.Array{}, u.View.Array(d.Get("Kids"))...), pdf.Ref{Num: num})
	n, _ := u.View.Number(d.Get("Count"))
	u.Replace(root.Num, With(d, map[pdf.Name]string{"Kids": Format(kids), "Count": fmt.Sprint(int(n) + 1)}))
	return u.Bytes(), nil
}

// RemoveFields takes all signature fields away by an incremental update.
func RemoveFields(src []byte) ([]byte, error) {
	u, err := NewUpdate(src)
	if err != nil {
		return nil, err
	}
	num, cat := u.Catalog()
	u.Replace(num, With(cat, map[pdf.Name]string{"AcroForm": ""}))
	for _, p := range u.View.Pages() {
		u.Replace(p.Ref.Num, With(p.Dict, map[pdf.Name]string{"Annots": ""}))
	}
	return u.Bytes(), nil
}

// AddDSS adds a document security store with certificates (ISO 32000-2 12.8.4.3).
func AddDSS(src []byte, certs ...[]byte) ([]byte, error) { return addStore(src, certs, nil, nil) }

func updatePage(src []byte, page int) (*Update, pdf.Page, error) {
	u, err := NewUpdate(src)
	if err != nil {
		return nil, pdf.Page{}, err
	}
	pages := u.View.Pages()
	if page < 1 || page > len(pages) || pages[page-1].Ref.Num == 0 {
		return nil, pdf.Page{}, fmt.Errorf("signtest: no page %d to change", page)
	}
	return u, pages[page-1], nil
}
