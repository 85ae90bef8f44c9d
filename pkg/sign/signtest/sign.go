package signtest

import (
	"bytes"
	"crypto"
	"crypto/rsa"
	"crypto/sha1"
	"fmt"
	"strings"
	"time"

	"github.com/tthclint/tthclint/pkg/pdf"
)

// Sub-filters (ISO 32000-2 table 255).
const (
	CAdES       = "ETSI.CAdES.detached"
	PKCS7       = "adbe.pkcs7.detached"
	PKCS7SHA1   = "adbe.pkcs7.sha1"
	X509RSASHA1 = "adbe.x509.rsa_sha1"
	RFC3161     = "ETSI.RFC3161"
)

// Options say how [Sign] signs. The zero value is an invisible
// ETSI.CAdES.detached signature without any time.
type Options struct {
	Field     string    // name of the field; "Signature1" and so on when empty
	Existing  bool      // sign the field of that name that is there already
	Unsigned  bool      // add the field only
	SubFilter string    // CAdES when empty
	Time      time.Time // signing-time attribute and /M; neither when zero
	NoM       bool      // without /M
	M         time.Time // /M, when it shall differ from Time

	Name, Reason, Location, ContactInfo string

	Page  int      // from 1; with Box it makes the signature visible
	Box   pdf.Box  // mm from the top left of the displayed page
	Lines []string // of the appearance, from the top; accents are left out

	CMS        CMS      // everything about the CMS but Message, Time and Content
	XRefStream bool     // cross-reference stream instead of a table
	DocMDP     int      // 1 to 3: certification signature with this P
	Lock       []string // FieldMDP: fields that must not change afterwards
	Reserve    int      // bytes for the CMS; 16384 when 0

	// ByteRange, when set, is written and signed instead of the right one.
	ByteRange func(right [4]int64) []int64
	// Encapsulate puts the signed bytes' digest into the CMS as content, which a
	// detached sub-filter forbids.
	Encapsulate bool
	// Contents, when set, makes what is put into /Contents; signed are the bytes
	// of the ranges.
	Contents func(signed []byte) ([]byte, error)
	// Appearance draws the signature field instead of Lines: the content of a form
	// XObject of the size of Box in points, with Helvetica as /F1.
	Appearance string
}

// Sign appends an incremental update to src with a signature by id.
func Sign(src []byte, id *Identity, o Options) ([]byte, error) {
	u, err := NewUpdate(src)
	if err != nil {
		return nil, err
	}
	u.XRefStream = o.XRefStream
	if o.SubFilter == "" {
		o.SubFilter = CAdES
	}
	if o.Reserve == 0 {
		o.Reserve = 16384
	}
	value := 0
	if !o.Unsigned {
		dict, err := o.dictionary(id)
		if err != nil {
			return nil, err
		}
		value = u.New(dict)
	}
	if err := o.field(u, value); err != nil {
		return nil, err
	}
	if o.DocMDP > 0 {
		num, cat := u.Catalog()
		u.Replace(num, With(cat, u.catalogSet(map[pdf.Name]string{"Perms": fmt.Sprintf("<</DocMDP %d 0 R>>", value)})))
	}
	out := u.Bytes()
	if o.Unsigned {
		return out, nil
	}
	return o.fill(out, len(src), id)
}

// Timestamp appends a document timestamp (ISO 32000-2 12.8.5).
func Timestamp(src []byte, tsa *Identity, at time.Time, field string) ([]byte, error) {
	return Sign(src, tsa, Options{SubFilter: RFC3161, Time: at, NoM: true, Field: field})
}

const rangePlaceholder = "/ByteRange [0 1111111111 1111111111 1111111111]"

func (o Options) dictionary(id *Identity) (string, error) {
	var b strings.Builder
	typ := "/Sig"
	if o.SubFilter == RFC3161 {
		typ = "/DocTimeStamp"
	}
	fmt.Fprintf(&b, "<</Type %s /Filter /Adobe.PPKLite /SubFilter /%s %s /Contents <%s>", typ, o.SubFilter, rangePlaceholder, strings.Repeat("0", 2*o.Reserve))
	m := o.M
	if m.IsZero() {
		m = o.Time
	}
	if !m.IsZero() && !o.NoM {
		fmt.Fprintf(&b, " /M (%s)", Date(m))
	}
	for _, t := range []struct{ key, v string }{{"Name", o.Name}, {"Reason", o.Reason}, {"Location", o.Location}, {"ContactInfo", o.ContactInfo}} {
		if t.v != "" {
			fmt.Fprintf(&b, " /%s %s", t.key, Text(t.v))
		}
	}
	if o.SubFilter == X509RSASHA1 {
		fmt.Fprintf(&b, " /Cert <%x>", id.Cert.Raw)
	}
	var refs []string
	if o.DocMDP > 0 {
		refs = append(refs, fmt.Sprintf("<</Type /SigRef /TransformMethod /DocMDP /TransformParams <</Type /TransformParams /V /1.2 /P %d>>>>", o.DocMDP))
	}
	if len(o.Lock) > 0 {
		var fs []string
		for _, f := range o.Lock {
			fs = append(fs, Text(f))
		}
		refs = append(refs, fmt.Sprintf("<</Type /SigRef /TransformMethod /FieldMDP /TransformParams <</Type /TransformParams /V /1.2 /Action /Include /Fields [%s]>>>>", strings.Join(fs, " ")))
	}
	if refs != nil {
		fmt.Fprintf(&b, " /Reference [%s]", strings.Join(refs, " "))
	}
	b.WriteString(">>")
	return b.String(), nil
}

// Date writes a date (ISO 32000-2 7.9.4) in the zone of t.
func Date(t time.Time) string {
	s := t.Format("D:20060102150405-07'00'")
	return strings.Replace(s, "+00'00'", "Z", 1)
}

// catalogSet adds what an update of this file already changes in the catalog.
func (u *Update) catalogSet(set map[pdf.Name]string) map[pdf.Name]string {
	for k, v := range u.catalog {
		if _, ok := set[k]; !ok {
			set[k] = v
		}
	}
	return set
}

// field adds the signature field, or gives the existing one its value.
func (o Options) field(u *Update, value int) error {
	v := u.View
	_, cat := u.Catalog()
	form := v.Dict(cat.Get("AcroForm"))
	fields := v.Array(form.Get("Fields"))
	if o.Existing {
		for _, r := range fields {
			ref, ok := r.(pdf.Ref)
			d := v.Dict(r)
			s, _ := v.Resolve(d.Get("T")).(pdf.String)
			if ok && string(s.Value) == o.Field {
				set := map[pdf.Name]string{"V": fmt.Sprintf("%d 0 R", value)}
				if rc, ok := v.Rect(d.Get("Rect")); ok && (len(o.Lines) > 0 || o.Appearance != "") {
					set["AP"] = fmt.Sprintf("<</N %d 0 R>>", o.draw(u, rc.X1-rc.X0, rc.Y1-rc.Y0))
				}
				u.Replace(ref.Num, With(d, set))
				return nil
			}
		}
		return fmt.Errorf("signtest: no field %q", o.Field)
	}
	if o.Field == "" {
		o.Field = fmt.Sprintf("Signature%d", len(fields)+1)
	}
	pages := v.Pages()
	n := max(o.Page, 1)
	if n > len(pages) {
		return fmt.Errorf("signtest: no page %d", o.Page)
	}
	p := pages[n-1]
	w := map[pdf.Name]string{
		"Type": "/Annot", "Subtype": "/Widget", "FT": "/Sig", "F": "132", "T": Text(o.Field),
		"Rect": "[0 0 0 0]", "P": fmt.Sprintf("%d 0 R", p.Ref.Num),
	}
	if value > 0 {
		w["V"] = fmt.Sprintf("%d 0 R", value)
	}
	if o.Page > 0 && o.Box.W > 0 {
		r := p.UserSpace(o.Box)
		w["Rect"] = fmt.Sprintf("[%.3f %.3f %.3f %.3f]", r.X0, r.Y0, r.X1, r.Y1)
		if !o.Unsigned || o.Appearance != "" {
			w["AP"] = fmt.Sprintf("<</N %d 0 R>>", o.draw(u, r.X1-r.X0, r.Y1-r.Y0))
		}
	}
	widget := u.New(With(nil, w))
	annots := append(append(pdf.Array{}, v.Array(p.Dict.Get("Annots"))...), pdf.Ref{Num: widget})
	if p.Ref.Num == 0 {
		return fmt.Errorf("signtest: page %d is no indirect object", n)
	}
	u.Replace(p.Ref.Num, With(p.Dict, map[pdf.Name]string{"Annots": Format(annots)}))

	all := append(append(pdf.Array{}, fields...), pdf.Ref{Num: widget})
	set := map[pdf.Name]string{"Fields": Format(all), "SigFlags": "3"}
	if ref, ok := cat.Get("AcroForm").(pdf.Ref); ok && form != nil {
		u.Replace(ref.Num, With(form, set))
		return nil
	}
	num := u.New(With(form, set))
	u.catalog = map[pdf.Name]string{"AcroForm": fmt.Sprintf("%d 0 R", num)}
	root, _ := u.Catalog()
	u.Replace(root, With(cat, u.catalog))
	return nil
}

func (o Options) draw(u *Update, w, h float64) int {
	if o.Appearance != "" {
		return u.Form(w, h, o.Appearance)
	}
	return appearance(u, w, h, o.Lines)
}

// fill writes the ByteRange and the CMS into the placeholders.
func (o Options) fill(out []byte, from int, id *Identity) ([]byte, error) {
	at := bytes.Index(out[from:], []byte(rangePlaceholder))
	gap := bytes.Index(out[from:], []byte("/Contents <"))
	if at < 0 || gap < 0 {
		return nil, fmt.Errorf("signtest: placeholder lost")
	}
	at, gap = at+from, gap+from+len("/Contents ")
	end := gap + 2*o.Reserve + 2
	br := []int64{0, int64(gap), int64(end), int64(len(out) - end)}
	if o.ByteRange != nil {
		br = o.ByteRange([4]int64(br))
	}
	text := strings.Trim(fmt.Sprint(br), "[]")
	text = fmt.Sprintf("/ByteRange [%s]", text)
	if len(text) > len(rangePlaceholder) {
		return nil, fmt.Errorf("signtest: ByteRange too long")
	}
	copy(out[at:], text+strings.Repeat(" ", len(rangePlaceholder)-len(text)))

	var signed []byte
	for i := 0; i+1 < len(br); i += 2 {
		if br[i] < 0 || br[i+1] < 0 || br[i] > int64(len(out)) || br[i+1] > int64(len(out))-br[i] {
			continue // a range on purpose out of the file
		}
		signed = append(signed, out[br[i]:br[i]+br[i+1]]...)
	}
	cms, err := o.contents(signed, id)
	if err != nil {
		return nil, err
	}
	if len(cms) > o.Reserve {
		return nil, fmt.Errorf("signtest: CMS of %d bytes, %d reserved", len(cms), o.Reserve)
	}
	copy(out[gap+1:], fmt.Sprintf("%x", cms))
	return out, nil
}

func (o Options) contents(signed []byte, id *Identity) ([]byte, error) {
	if o.Contents != nil {
		return o.Contents(signed)
	}
	c := o.CMS
	c.Time = o.Time
	h := c.Digest
	if h == 0 {
		h = crypto.SHA256
	}
	w := h.New()
	w.Write(signed)
	c.Message = w.Sum(nil)
	switch o.SubFilter {
	case RFC3161:
		return Token(id, c.Message, o.Time)
	case PKCS7SHA1:
		d := sha1.Sum(signed)
		w := h.New()
		w.Write(d[:])
		c.Content, c.Message = d[:], w.Sum(nil)
	case X509RSASHA1:
		k, ok := id.Key.(*rsa.PrivateKey)
		if !ok {
			return nil, fmt.Errorf("signtest: %s needs an RSA key", o.SubFilter)
		}
		d := sha1.Sum(signed)
		sig, err := rsa.SignPKCS1v15(nil, k, crypto.SHA1, d[:])
		return der(0x04, sig), err
	}
	if o.Encapsulate {
		c.Content = signed
	}
	return c.Sign(id)
}
