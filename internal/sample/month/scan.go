package month

import (
	"time"

	"github.com/tthclint/tthclint/internal/sample/paper"
	"github.com/tthclint/tthclint/internal/sample/pdfwrite"
)

// scanner says how a paper is scanned; the zero value is 200 dpi in colour.
type scanner struct {
	dpi     float64
	turned  bool // lies upside down
	quality int
}

// scanned is a marriage certificate on paper, signed by the spouses, scanned and
// signed digitally.
func scanned(m marriage) result { return scannedWith(m, scanner{}, layers{}) }

func scannedWith(m marriage, s scanner, l layers) result {
	return func(st *studio, d *dossier) ([]byte, error) {
		sheets, err := m.sheets(st, d, s.resolution())
		if err != nil {
			return nil, err
		}
		return st.scan(d, sheets, s, l)
	}
}

func (s scanner) resolution() float64 {
	if s.dpi == 0 {
		return 200
	}
	return s.dpi
}

// scan puts sheets through the scanner and signs what it gives.
func (st *studio) scan(d *dossier, sheets []*paper.Sheet, s scanner, l layers) ([]byte, error) {
	if s.quality == 0 {
		s.quality = 42 // low, as offices set it to save space
	}
	var pages []pdfwrite.Page
	for i, sheet := range sheets {
		if s.turned {
			sheet.TurnOver()
		}
		jpg, err := sheet.Scan(d.seed()+uint64(i), s.quality)
		if err != nil {
			return nil, err
		}
		b := sheet.Image().Rect
		pages = append(pages, pdfwrite.Page{W: sheet.W, H: sheet.H, PxW: b.Dx(), PxH: b.Dy(), JPEG: jpg})
	}
	return st.sign(d, pdfwrite.Scans(pages, info(d, d.signed().Add(-20*time.Minute))), l)
}

// letter is a paper of the office on paper: printed, signed and sealed, then
// scanned.
func letter(s scanner, l layers) result {
	return func(st *studio, d *dossier) ([]byte, error) {
		x := d.text()
		sheet := paper.Letter{
			Superior: x.agency[0], Agency: x.agency[1], Number: d.number(), PlaceDate: d.office.place + ", " + longDate(day(d.Done)),
			Title: x.title, Subtitle: x.subtitle, Lines: x.lines, SignedAs: x.signedAs[0], Hint: x.signedAs[1], OfficialTitle: d.office.title,
			Official: d.office.official, Mark: paper.Mark{Kind: paper.Signed, Seed: d.office.hand}, Seal: d.office.seal(), Pose: pose(d.seed()),
		}.Draw(st.faces, s.resolution())
		return st.scan(d, []*paper.Sheet{sheet}, s, l)
	}
}
