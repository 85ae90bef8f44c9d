package folder

import (
	"bytes"
	"errors"
	"fmt"
	"time"

	"github.com/tthclint/tthclint/internal/sample/paper"
	"github.com/tthclint/tthclint/internal/sample/pdfwrite"
	"github.com/tthclint/tthclint/internal/sample/pki"
	"github.com/tthclint/tthclint/pkg/form"
	"github.com/tthclint/tthclint/pkg/sign/signtest"
)

// studio has what it takes to make the files of one folder.
type studio struct {
	faces   *paper.Faces
	dpi     float64
	forms   *form.Set
	certs   *pki.Certificates
	current Case
}

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

type maker func(*studio) ([]byte, error)

// drawing draws the paper of a case.
type drawing func(*studio, Case) (*paper.Sheet, error)

// unsigned is a scan that nobody signed.
func unsigned(m marriage) maker {
	return func(st *studio) ([]byte, error) {
		s, err := m.sheet(st, st.current)
		if err != nil {
			return nil, err
		}
		p, err := scan(s, m.seed, m.seed%2 == 1)
		return pdfwrite.Scan(p, info("GCN ket hon so "+m.number, st.current)), err
	}
}

// twoLayers is a scan signed by the person, then by the agency.
func twoLayers(m marriage) maker {
	return func(st *studio) ([]byte, error) {
		src, err := unsigned(m)(st)
		if err != nil {
			return nil, err
		}
		return st.sign(src, st.office(), m.visible, signtest.CMS{})
	}
}

// scanned is a drawing put through the scanner.
func (st *studio) scanned(d drawing) (pdfwrite.Page, error) {
	s, err := d(st, st.current)
	if err != nil {
		return pdfwrite.Page{}, err
	}
	return scan(s, 1, false)
}

func plain(d drawing) maker {
	return func(st *studio) ([]byte, error) {
		p, err := st.scanned(d)
		return pdfwrite.Scan(p, info("Ket qua "+st.current.Code, st.current)), err
	}
}

func twoLayersOf(d drawing) maker {
	return layersBy(d, func(st *studio) (pki.Office, signtest.CMS) { return st.office(), signtest.CMS{} })
}

// signers chooses who signs and how.
type signers func(*studio) (pki.Office, signtest.CMS)

func expiredAgency(st *studio) (pki.Office, signtest.CMS) {
	return pki.Office{Person: st.certs.Ward.Person, Agency: st.certs.Expired}, signtest.CMS{}
}

func strangeAgency(st *studio) (pki.Office, signtest.CMS) {
	return pki.Office{Person: st.certs.Ward.Person, Agency: st.certs.Stranger}, signtest.CMS{WholeChain: true}
}

func orphanAgency(st *studio) (pki.Office, signtest.CMS) {
	return pki.Office{Person: st.certs.NewWard.Person, Agency: st.certs.Orphan}, signtest.CMS{}
}

// layersBy is a scan signed by signers of its own. What is said of the CMS
// holds for the agency's signature.
func layersBy(d drawing, who signers) maker {
	return func(st *studio) ([]byte, error) {
		src, err := plain(d)(st)
		if err != nil {
			return nil, err
		}
		office, cms := who(st)
		return st.sign(src, office, false, cms)
	}
}

// tampered is a scan in which the number of the certificate was changed after
// signing.
func tampered(m marriage) maker {
	return func(st *studio) ([]byte, error) {
		src, err := twoLayers(m)(st)
		if err != nil {
			return nil, err
		}
		from := []byte("(GCN ket hon so " + m.number + ")")
		to := bytes.Replace(from, []byte("7/"), []byte("9/"), 1)
		if bytes.Count(src, from) != 1 || bytes.Equal(from, to) {
			return nil, errors.New("the number to change is not there")
		}
		return bytes.Replace(src, from, to, 1), nil
	}
}

// truncated is a file of which the upload kept three fifths.
func truncated(d drawing) maker {
	return func(st *studio) ([]byte, error) {
		src, err := twoLayersOf(d)(st)
		return src[:len(src)*3/5], err
	}
}

func encrypted(d drawing) maker {
	return func(st *studio) ([]byte, error) {
		p, err := st.scanned(d)
		return pdfwrite.Encrypted(p, pdfwrite.Info{}, "mat-khau-mau"), err
	}
}

// photograph is the picture of a telephone, with the wrong name.
func photograph(m marriage, blur int) maker {
	return func(st *studio) ([]byte, error) {
		s, err := m.sheet(st, st.current)
		if err != nil {
			return nil, err
		}
		return s.Photograph(m.seed, photoW, photoH, blur, 40)
	}
}

const photoW, photoH = 720, 960

// photographed is a PDF around the picture of a telephone far out of focus,
// duly signed.
func photographed(m marriage) maker {
	return func(st *studio) ([]byte, error) {
		jpg, err := photograph(m, 18)(st)
		if err != nil {
			return nil, err
		}
		src := pdfwrite.Scan(pdfwrite.Page{W: 210, H: 280, PxW: photoW, PxH: photoH, JPEG: jpg}, info("GCN ket hon so "+m.number, st.current))
		return st.sign(src, st.office(), false, signtest.CMS{})
	}
}

func info(title string, c Case) pdfwrite.Info {
	return pdfwrite.Info{Title: title, Creator: "tthclint examples/gen (SAMPLE)", Created: c.time(-3 * time.Minute)}
}

// time is when the agency signed, shifted.
func (c Case) time(shift time.Duration) time.Time {
	return c.Row.Finished.Add(14*time.Hour + 23*time.Minute + 7*time.Second + shift)
}

func (st *studio) office() pki.Office {
	if st.current.Row.Office == newWard {
		return st.certs.NewWard
	}
	return st.certs.Ward
}

// make returns the bytes of a case.
func (st *studio) make(c Case) ([]byte, error) {
	if c.Make == nil {
		return nil, nil
	}
	st.current = c
	b, err := c.Make(st)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", c.Code, err)
	}
	return b, nil
}
