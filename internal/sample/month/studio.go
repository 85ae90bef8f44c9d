package month

import (
	"fmt"
	"image/color"
	"time"

	"github.com/tthclint/tthclint/internal/sample/paper"
	"github.com/tthclint/tthclint/internal/sample/pdfwrite"
	"github.com/tthclint/tthclint/internal/sample/pki"
	"github.com/tthclint/tthclint/pkg/form"
	"github.com/tthclint/tthclint/pkg/sign/signtest"
)

// studio has what it takes to make the files of a folder.
type studio struct {
	faces *paper.Faces
	forms *form.Set
	certs *pki.Certificates
}

var ink = color.RGBA{34, 31, 32, 255}

// edition returns the printed layout of a form.
func (st *studio) edition(formID, id string) (*form.Edition, error) {
	if f := st.forms.Form(formID); f != nil {
		for _, e := range f.Editions {
			if e.ID == id {
				return e, nil
			}
		}
	}
	return nil, fmt.Errorf("no edition %q of a form %q", id, formID)
}

// result makes the file of a dossier's result.
type result func(*studio, *dossier) ([]byte, error)

// info is what a file says about itself. It says less than a description of the
// paper, which systems keep outside.
func info(d *dossier, at time.Time) pdfwrite.Info {
	return pdfwrite.Info{Title: "Ket qua " + d.Code, Creator: "tthclint examples/gen (SAMPLE)", Created: at}
}

// electronic is a result that was never paper.
func electronic(st *studio, d *dossier) ([]byte, error) {
	return st.sign(d, st.plain(d, d.text()), layers{})
}

func (st *studio) plain(d *dossier, x text) []byte {
	return pdfwrite.Typed([]*paper.Typed{d.typed(st, x)}, info(d, d.signed().Add(-20*time.Minute)))
}

// otherwise is an electronic result whose text or signatures depart from the
// usual.
func otherwise(edit func(*text), l layers) result {
	return func(st *studio, d *dossier) ([]byte, error) {
		x := d.text()
		if edit != nil {
			edit(&x)
		}
		return st.sign(d, st.plain(d, x), l)
	}
}

// layers say how the two signatures of a result depart from the usual: the
// official's, and eight minutes later the office's, each with a timestamp.
type layers struct {
	none     bool
	noAgency bool
	agency   func(*pki.Certificates) *signtest.Identity
	chain    bool                         // the agency's signature holds its whole chain
	at       string                       // another day than that of the result
	after    func([]byte) ([]byte, error) // what became of the file afterwards
}

func (st *studio) sign(d *dossier, src []byte, l layers) ([]byte, error) {
	if l.none {
		return src, nil
	}
	at := d.signed()
	if l.at != "" {
		at = day(l.at).Add(at.Sub(day(d.Done)))
	}
	who := d.office.signers(st.certs)
	if l.agency != nil {
		who.Agency = l.agency(st.certs)
	}
	ids, times := []*signtest.Identity{who.Person, who.Agency}, []time.Time{at.Add(-8 * time.Minute), at}
	if l.noAgency {
		ids = ids[:1]
	}
	reserve := 5120 // bytes; the usual signature with its timestamp is a little smaller
	if l.chain {
		reserve *= 2
	}
	for i, id := range ids {
		var err error
		src, err = signtest.Sign(src, id, signtest.Options{
			Time: times[i], Reserve: reserve, Location: "Đồng Tháp",
			CMS: signtest.CMS{TSA: st.certs.TSA, TSATime: times[i].Add(2 * time.Second), WholeChain: l.chain && i == 1},
		})
		if err != nil {
			return nil, err
		}
	}
	if l.after != nil {
		return l.after(src)
	}
	return src, nil
}
