package month

import (
	"fmt"
	"strings"

	"github.com/tthclint/tthclint/internal/sample/paper"
)

// marriage is how a marriage certificate departs from one that is complete.
type marriage struct {
	wife, husband *paper.Mark // nil: a signature
	landscape     bool
	noSeal        bool
	noOfficial    bool
	noNumber      bool
	oneHand       bool   // one picture of a signature in both boxes
	other         string // who married instead of the owner
	noBack        bool
}

var (
	nobody      = &paper.Mark{Kind: paper.Nothing}
	fingerprint = &paper.Mark{Kind: paper.Fingerprinted}
)

// womanly reports whether an invented name is a woman's.
func womanly(name string) bool { return strings.Contains(name, " Thị ") }

// paper returns what stands on the certificate of a dossier.
func (m marriage) paper(d *dossier) paper.Marriage {
	seed := d.seed()
	owner := d.Owner
	if m.other != "" {
		owner = m.other
	}
	wife, husband := owner, menNames[seed%uint64(len(menNames))]
	if !womanly(owner) {
		wife, husband = womenNames[seed%uint64(len(womenNames))], owner
	}
	p := paper.Marriage{
		Number: d.number(), Wife: d.spouse(wife, 1, m.wife), Husband: d.spouse(husband, 2, m.husband),
		Place: "UBND " + d.office.kind + " " + d.office.place + ", tỉnh Đồng Tháp", Date: date(day(d.Done)),
		Title: d.office.title, Official: d.office.official, OfficialMark: paper.Mark{Kind: paper.Signed, Seed: d.office.hand}, Seal: d.office.seal(), Pose: pose(seed),
	}
	if m.noNumber {
		p.Number = ""
	}
	if m.noSeal {
		p.Seal = [2]string{}
	}
	if m.noOfficial {
		p.OfficialMark.Kind = paper.Nothing
	}
	if m.oneHand {
		p.Husband.Mark = p.Wife.Mark
	}
	return p
}

// spouse returns one side of a certificate; k is 1 for the wife and 2 for the
// husband.
func (d *dossier) spouse(name string, k uint64, mark *paper.Mark) paper.Spouse {
	seed := d.seed()
	year := 88 + seed*k%12
	s := paper.Spouse{
		Name: name, Born: fmt.Sprintf("%02d/%02d/19%d", 1+seed*k%28, 1+(seed+k)%12, year),
		Home:      fmt.Sprintf("Khóm %d, %s %s, tỉnh Đồng Tháp", 1+(seed+k)%5, d.office.kind, d.office.place),
		Card:      fmt.Sprintf("099%d%02d%06d", 2-k, year, seed*k*7919%1_000_000), // 1 woman, 0 man, born before 2000
		Issued:    fmt.Sprintf("%02d/%02d/2021", 1+seed*k*3%28, 1+seed*k%12),
		NameBelow: true, Mark: hand(seed*2 + k),
	}
	if mark != nil {
		s.Mark = paper.Mark{Kind: mark.Kind, Seed: s.Mark.Seed}
	}
	return s
}

// pose is how the clerk laid the sheet on the glass.
func pose(seed uint64) paper.Pose {
	f := func(k uint64) float64 { return float64(seed*k%21)/10 - 1 }
	return paper.Pose{Skew: 0.5 * f(5), DX: 0.8 * f(11), DY: 0.7 * f(17)}
}

// sheets draws both sides.
func (m marriage) sheets(st *studio, d *dossier, dpi float64) ([]*paper.Sheet, error) {
	id := "kh-2020-p"
	if m.landscape {
		id = "kh-2020-l"
	}
	e, err := st.edition("ket_hon", id)
	if err != nil {
		return nil, err
	}
	p := m.paper(d)
	front, err := p.Draw(st.faces, e, dpi)
	if err != nil || m.noBack {
		return []*paper.Sheet{front}, err
	}
	return []*paper.Sheet{front, paper.Back(st.faces, front.W, front.H, dpi, pose(d.seed()+1))}, nil
}
