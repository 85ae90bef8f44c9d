package attacks

import (
	"bytes"
	"fmt"

	"github.com/tthclint/tthclint/pkg/pdf"
	"github.com/tthclint/tthclint/pkg/sign/signtest"
)

// draft is a file in the making. The first error stays.
type draft struct {
	b   []byte
	err error
}

func (d draft) sign(id *signtest.Identity, o signtest.Options) draft {
	if d.err == nil {
		d.b, d.err = signtest.Sign(d.b, id, o)
	}
	return d
}

func (d draft) update(f func(*signtest.Update)) draft {
	if d.err != nil {
		return d
	}
	u, err := signtest.NewUpdate(d.b)
	if err != nil {
		return draft{err: err}
	}
	f(u)
	return draft{b: u.Bytes()}
}

func (d draft) edit(f func([]byte) ([]byte, error)) draft {
	if d.err == nil {
		d.b, d.err = f(d.b)
	}
	return d
}

// tail appends bytes as they are; at is where they begin.
func (d draft) tail(f func(b []byte, at int) string) draft {
	if d.err == nil {
		d.b = append(bytes.Clone(d.b), f(d.b, len(d.b))...)
	}
	return d
}

func (d draft) done() ([]byte, error) { return d.b, d.err }

// made turns a draft that is only begun when asked for into what [Case.Make] is.
func made(f func() draft) func() ([]byte, error) {
	return func() ([]byte, error) { return f().done() }
}

// Objects of the plain paper.
const (
	catalogObj  = 1
	pagesObj    = 2
	pageObj     = 3
	contentsObj = 4
	fontObj     = 5
)

const helvetica = "<</Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding>>"

// lines is the content of a page with the fee given.
func lines(amount string) string {
	text := []string{
		"UBND PHUONG SA DEC", "TRICH LUC KET HON (BAN SAO)", "", "Ho va ten chong: NGUYEN VAN AN", "Ho va ten vo: TRAN THI BINH", "",
		"Le phi: " + amount, "", "Noi dang ky: UBND phuong Sa Dec",
	}
	var b bytes.Buffer
	b.WriteString("BT /F1 14 Tf 72 720 Td 26 TL\n")
	for _, l := range text {
		fmt.Fprintf(&b, "(%s) Tj T*\n", l)
	}
	b.WriteString("ET")
	return b.String()
}

// paper is a born-digital page of plain text; more are further objects, from 6.
func paper(more ...string) draft {
	return custom(fmt.Sprintf("/Resources <</Font <</F1 %d 0 R>>>>", fontObj), lines("50.000 dong"), more...)
}

// custom is a page with its own entries and content.
func custom(page, content string, more ...string) draft {
	objects := append([]string{
		"<</Type /Catalog /Pages 2 0 R>>",
		"<</Type /Pages /Count 1 /Kids [3 0 R]>>",
		"<</Type /Page /Parent 2 0 R /MediaBox [0 0 595.276 841.89] /Contents 4 0 R " + page + ">>",
		signtest.Stream("", content),
		helvetica,
	}, more...)
	return draft{b: signtest.Document(objects...)}
}

// opaque is the content of an appearance that hides what is under it and says
// something else; w and h are its size in points.
func opaque(w, h float64, text string) string {
	return fmt.Sprintf("1 1 1 rg 0 0 %.2f %.2f re f 0 g BT /F1 14 Tf 8 12 Td (%s) Tj ET", w, h, text)
}

// size is the size of a box in points.
func size(b pdf.Box) (w, h float64) { return b.W * 72 / 25.4, b.H * 72 / 25.4 }

// cover draws "900.000" over the fee.
func cover() string {
	w, h := size(fee)
	return opaque(w, h, "Le phi: 900.000 dong")
}

func page(u *signtest.Update) pdf.Page { return u.View.Pages()[0] }

// rect writes a box as a rectangle of the page.
func rect(u *signtest.Update, b pdf.Box) string {
	p := page(u)
	r := p.UserSpace(b)
	return fmt.Sprintf("[%.2f %.2f %.2f %.2f]", r.X0, r.Y0, r.X1, r.Y1)
}

// coverForm adds the form XObject that says another fee.
func coverForm(u *signtest.Update) int {
	w, h := size(fee)
	return u.Form(w, h, cover())
}

// addAnnotation puts an object into /Annots of the page.
func addAnnotation(u *signtest.Update, entry string) {
	p := page(u)
	list := signtest.Format(u.View.Array(p.Dict.Get("Annots")))
	u.Replace(p.Ref.Num, signtest.With(p.Dict, map[pdf.Name]string{"Annots": list[:len(list)-1] + " " + entry + "]"}))
}

// set changes entries of an object that is a dictionary.
func set(u *signtest.Update, num int, entries map[pdf.Name]string) {
	u.Replace(num, signtest.With(u.View.Dict(pdf.Ref{Num: num}), entries))
}

// setCatalog changes entries of the catalog.
func setCatalog(u *signtest.Update, entries map[pdf.Name]string) {
	num, _ := u.Catalog()
	set(u, num, entries)
}

// fieldRefs are the fields of the form.
func fieldRefs(u *signtest.Update) []pdf.Ref {
	_, cat := u.Catalog()
	var out []pdf.Ref
	for _, o := range u.View.Array(u.View.Dict(cat.Get("AcroForm")).Get("Fields")) {
		if r, ok := o.(pdf.Ref); ok {
			out = append(out, r)
		}
	}
	return out
}

// value is the number of the signature dictionary of the nth field.
func value(u *signtest.Update, n int) int {
	r, _ := u.View.Dict(fieldRefs(u)[n]).Get("V").(pdf.Ref)
	return r.Num
}

// addField adds a field or several to the form, which must be there already.
func addField(u *signtest.Update, refs ...int) {
	_, cat := u.Catalog()
	formRef, _ := cat.Get("AcroForm").(pdf.Ref)
	list := signtest.Format(u.View.Array(u.View.Dict(formRef).Get("Fields")))
	list = list[:len(list)-1]
	for _, r := range refs {
		list += fmt.Sprintf(" %d 0 R", r)
	}
	set(u, formRef.Num, map[pdf.Name]string{"Fields": list + "]"})
}
