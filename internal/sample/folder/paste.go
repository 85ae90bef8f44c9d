package folder

import (
	"bytes"
	"compress/zlib"
	"errors"
	"fmt"
	"image"

	"github.com/tthclint/tthclint/internal/sample/paper"
	"github.com/tthclint/tthclint/pkg/form"
	"github.com/tthclint/tthclint/pkg/pdf"
	"github.com/tthclint/tthclint/pkg/sign/signtest"
)

// pasted is a scan made before the husband signed, on which somebody put a
// picture of a signature with the stamp tool of a PDF viewer. It was then signed
// by the person and the agency.
func pasted(m marriage) maker {
	return func(st *studio) ([]byte, error) {
		m.husbandMark = none
		src, err := unsigned(m)(st)
		if err != nil {
			return nil, err
		}
		e, err := st.edition("ket_hon", "kh-2020-p")
		if err != nil {
			return nil, err
		}
		at, ok := e.Place(form.HusbandSignature)
		if !ok {
			return nil, errors.New("the edition has no place for the husband's signature")
		}
		const w, h = 46, 17
		box := pdf.Box{X: at.Box.X + (at.Box.W-w)/2, Y: at.Box.Y + 6, W: w, H: h}
		if src, err = paste(src, box, paper.Picture(paper.Mark{Kind: paper.Signed, Seed: m.seed * 31}, w, h, 150)); err != nil {
			return nil, err
		}
		return st.sign(src, st.office(), m.visible, signtest.CMS{})
	}
}

// paste puts a picture on the first page as a stamp annotation. Where the
// picture is white the page shows.
func paste(src []byte, box pdf.Box, picture *image.RGBA) ([]byte, error) {
	u, err := signtest.NewUpdate(src)
	if err != nil {
		return nil, err
	}
	page := u.View.Pages()[0]
	r := page.UserSpace(box)
	size := picture.Rect.Size()
	var colours, mask bytes.Buffer
	for i := 0; i < len(picture.Pix); i += 4 {
		colours.Write(picture.Pix[i : i+3])
		mask.WriteByte(255 - min(picture.Pix[i], picture.Pix[i+1], picture.Pix[i+2]))
	}
	stream := func(entries string, data []byte) int {
		dict := fmt.Sprintf("/Type /XObject /Subtype /Image /Width %d /Height %d /BitsPerComponent 8 /Filter /FlateDecode %s", size.X, size.Y, entries)
		return u.NewStream(dict, string(deflated(data)))
	}
	soft := stream("/ColorSpace /DeviceGray", mask.Bytes())
	im := stream(fmt.Sprintf("/ColorSpace /DeviceRGB /SMask %d 0 R", soft), colours.Bytes())
	w, h := r.X1-r.X0, r.Y1-r.Y0
	look := u.NewStream(fmt.Sprintf("/Type /XObject /Subtype /Form /BBox [0 0 %.3f %.3f] /Resources <</XObject <</Im0 %d 0 R>>>>", w, h, im),
		fmt.Sprintf("q %.3f 0 0 %.3f 0 0 cm /Im0 Do Q", w, h))
	stamp := u.New(fmt.Sprintf("<</Type /Annot /Subtype /Stamp /Rect [%.3f %.3f %.3f %.3f] /F 4 /AP <</N %d 0 R>>>>", r.X0, r.Y0, r.X1, r.Y1, look))
	u.Replace(page.Ref.Num, signtest.With(page.Dict, map[pdf.Name]string{"Annots": fmt.Sprintf("[%d 0 R]", stamp)}))
	return u.Bytes(), nil
}

func deflated(data []byte) []byte {
	var b bytes.Buffer
	w, _ := zlib.NewWriterLevel(&b, zlib.BestCompression) // the level is valid
	w.Write(data)
	w.Close()
	return b.Bytes()
}
