package folder

import (
	"fmt"
	"slices"
	"strings"

	"github.com/tthclint/tthclint/internal/sample/paper"
	"github.com/tthclint/tthclint/internal/sample/pdfwrite"
	"github.com/tthclint/tthclint/pkg/form"
)

// quality is that of the JPEGs, low as offices set it to save space.
const quality = 46

// marriage is a marriage certificate of the table of cases.
type marriage struct {
	number        string
	wife, husband string
	seed          uint64
	// Marks of the spouses; nil means a signature of their own.
	wifeMark, husbandMark *paper.Mark
	landscape             bool
	visible               bool // visible digital signatures
	blank                 bool // no typed name under the spouses' captions
	unsealed, unofficial  bool // without the seal, the official's signature
	oneHand               bool // the husband's signature is the wife's picture
	swapped               bool // the columns are the other way round than on the known sheets
}

func (m marriage) sheet(st *studio, c Case) (*paper.Sheet, error) {
	edition := "kh-2020-p"
	if m.landscape {
		edition = "kh-2020-l"
	}
	e, err := st.edition("ket_hon", edition)
	if err != nil {
		return nil, err
	}
	if m.swapped {
		e = swap(e)
	}
	return m.content(c).Draw(st.faces, e, st.dpi)
}

// swap returns an edition with the places of wife and husband exchanged.
func swap(e *form.Edition) *form.Edition {
	other := strings.NewReplacer("wife", "husband", "husband", "wife")
	out := *e
	out.Captions = slices.Clone(e.Captions)
	for i, c := range e.Captions {
		to, ok := e.Caption(other.Replace(c.ID))
		switch {
		case !ok || to.ID == c.ID:
		case c.Open: // columns begin at one distance from their left edges
			out.Captions[i].Box.X = to.Box.X
		default: // captions stand in the middle of their columns
			out.Captions[i].Box.X = to.Box.X + (to.Box.W-c.Box.W)/2
		}
	}
	out.Places = slices.Clone(e.Places)
	for i, p := range e.Places {
		if to, ok := e.Place(other.Replace(p.Key)); ok {
			out.Places[i].Box = to.Box
		}
	}
	return &out
}

func (m marriage) content(c Case) paper.Marriage {
	o := c.Row.Office
	// k is 1 for the wife and 2 for the husband; 2-k is the fourth digit of a
	// card, 1 for a woman and 0 for a man born before 2000.
	spouse := func(name string, k uint64, mark *paper.Mark) paper.Spouse {
		s := paper.Spouse{
			Name:      name,
			Born:      fmt.Sprintf("%02d/%02d/%d", 1+(m.seed*k)%28, 1+(m.seed+k)%12, 1988+(m.seed*k)%12),
			Home:      fmt.Sprintf("Khóm %d, Phường 3, TP. Sa Đéc, Đồng Tháp", 1+(m.seed+k)%5),
			Card:      fmt.Sprintf("099%d%02d%06d", 2-k, 88+(m.seed*k)%12, m.seed*k*7919%1000000),
			Issued:    fmt.Sprintf("%02d/%02d/2021", 1+(m.seed*k*3)%28, 1+(m.seed*k)%12),
			NameBelow: !m.blank,
			Mark:      paper.Mark{Kind: paper.Signed, Seed: m.seed*2 + k, Black: (m.seed+k)%3 == 0},
		}
		if o == newWard {
			s.Home = fmt.Sprintf("Khóm %d, phường Sa Đéc, tỉnh Đồng Tháp", 1+(m.seed+k)%5)
		}
		if mark != nil {
			s.Mark.Kind = mark.Kind
		}
		if s.Mark.Kind == paper.Fingerprinted {
			s.Mark.Black = false
		}
		return s
	}
	p := paper.Marriage{
		Number: m.number, Wife: spouse(m.wife, 1, m.wifeMark), Husband: spouse(m.husband, 2, m.husbandMark),
		Place: "UBND Phường 3, thành phố Sa Đéc, tỉnh Đồng Tháp", Date: c.Row.Finished.Format("02/01/2006"),
		Title: "PHÓ CHỦ TỊCH", Official: o.official(), OfficialMark: o.mark(), Seal: o.seal(), Pose: pose(m.seed),
	}
	if o == newWard {
		p.Place = "UBND phường Sa Đéc, tỉnh Đồng Tháp"
	}
	if m.unofficial {
		p.OfficialMark.Kind = paper.Nothing
	}
	if m.unsealed {
		p.Seal = [2]string{}
	}
	if m.oneHand {
		p.Husband.Mark = p.Wife.Mark
	}
	return p
}

func (o office) official() string {
	if o == newWard {
		return "Huỳnh Thị Thanh Vân"
	}
	return "Phạm Minh Đức"
}

// mark is the official's signature, the same hand each time.
func (o office) mark() paper.Mark { return paper.Mark{Kind: paper.Signed, Seed: 21 + uint64(o)*8} }

func (o office) seal() [2]string {
	if o == newWard {
		return [2]string{"ỦY BAN NHÂN DÂN PHƯỜNG SA ĐÉC", "ĐỒNG THÁP"}
	}
	return [2]string{"ỦY BAN NHÂN DÂN PHƯỜNG 3", "TP. SA ĐÉC"}
}

// pose is how the clerk laid a sheet on the glass.
func pose(seed uint64) paper.Pose {
	f := func(k uint64) float64 { return float64(seed*k%21)/10 - 1 }
	return paper.Pose{Skew: 0.6 * f(5), DX: 0.9 * f(11), DY: 0.8 * f(17)}
}

// extract is a copy of an extract from the register of marriages.
type extract struct {
	number        string
	wife, husband string
	seed          uint64
}

func (x extract) draw(st *studio, c Case) (*paper.Sheet, error) {
	o := c.Row.Office
	return o.letter(c, paper.Letter{
		Number: x.number, Title: "TRÍCH LỤC KẾT HÔN", Subtitle: "(BẢN SAO)",
		Lines: [][2]string{
			{"Họ, chữ đệm, tên vợ:", x.wife},
			{"Ngày, tháng, năm sinh:", fmt.Sprintf("%02d/%02d/1970", 1+x.seed%28, 1+x.seed%12)},
			{"Dân tộc: Kinh          Quốc tịch: Việt Nam", ""},
			{"Giấy tờ tùy thân: Căn cước số", fmt.Sprintf("099170%06d", x.seed*7919%1000000)},
			{"Họ, chữ đệm, tên chồng:", x.husband},
			{"Ngày, tháng, năm sinh:", fmt.Sprintf("%02d/%02d/1967", 1+x.seed*3%28, 1+x.seed*5%12)},
			{"Dân tộc: Kinh          Quốc tịch: Việt Nam", ""},
			{"Giấy tờ tùy thân: Căn cước số", fmt.Sprintf("099067%06d", x.seed*6007%1000000)},
			{"Đăng ký kết hôn tại: Ủy ban nhân dân Phường 3, thị xã Sa Đéc, tỉnh Đồng Tháp", ""},
			{"Số:", fmt.Sprintf("%d, ngày %02d/%02d/1995", 10+x.seed%80, 1+x.seed%28, 1+x.seed%12)},
		},
		SignedAs: "NGƯỜI KÝ TRÍCH LỤC", Hint: "(Ký, ghi rõ họ, chữ đệm, tên, chức vụ và đóng dấu)",
		Pose: pose(x.seed),
	}).Draw(st.faces, st.dpi), nil
}

// status is a certificate of marital status.
type status struct {
	number           string
	name, born, card string
	seed             uint64
	office           office
}

func (s status) draw(st *studio, c Case) (*paper.Sheet, error) {
	e, err := st.edition("xac_nhan_hon_nhan", "xnhn-2020")
	if err != nil {
		return nil, err
	}
	home := "Khóm 2, Phường 3, thành phố Sa Đéc, tỉnh Đồng Tháp"
	if s.office == newWard {
		home = "Khóm 2, phường Sa Đéc, tỉnh Đồng Tháp"
	}
	return s.office.letter(c, paper.Letter{
		Number: s.number, Edition: e,
		Lines: [][2]string{
			{"XÁC NHẬN:", ""},
			{"Họ, chữ đệm, tên:", s.name},
			{"Ngày, tháng, năm sinh:", s.born},
			{"Giới tính: Nữ      Dân tộc: Kinh      Quốc tịch: Việt Nam", ""},
			{"Giấy tờ tùy thân: Căn cước số", s.card},
			{"Nơi cư trú: " + home, ""},
			{"Tình trạng hôn nhân:", "chưa đăng ký kết hôn với ai"},
			{"Giấy này có giá trị 06 tháng kể từ ngày cấp, được sử dụng để đăng ký kết hôn.", ""},
		},
		SignedAs: "NGƯỜI KÝ GIẤY XÁC NHẬN", Hint: "(Ký, ghi rõ họ tên, chức vụ và đóng dấu)",
		Pose: pose(s.seed),
	}).Draw(st.faces, st.dpi), nil
}

// letter fills in what the office prints on all its letters.
func (o office) letter(c Case, l paper.Letter) paper.Letter {
	l.Superior, l.Agency = "THÀNH PHỐ SA ĐÉC", "ỦY BAN NHÂN DÂN PHƯỜNG 3"
	place := "Phường 3"
	if o == newWard {
		l.Superior, l.Agency, place = "TỈNH ĐỒNG THÁP", "ỦY BAN NHÂN DÂN PHƯỜNG SA ĐÉC", "Sa Đéc"
	}
	d := c.Row.Finished
	month := fmt.Sprint(int(d.Month()))
	if d.Month() < 3 {
		month = "0" + month
	}
	l.PlaceDate = fmt.Sprintf("%s, ngày %02d tháng %s năm %d", place, d.Day(), month, d.Year())
	l.OfficialTitle, l.Official, l.Mark, l.Seal = "PHÓ CHỦ TỊCH", o.official(), o.mark(), o.seal()
	return l
}

// scan puts a sheet through the scanner.
func scan(s *paper.Sheet, seed uint64, deflate bool) (pdfwrite.Page, error) {
	jpg, err := s.Scan(seed, quality)
	b := s.Image().Rect
	return pdfwrite.Page{W: s.W, H: s.H, PxW: b.Dx(), PxH: b.Dy(), JPEG: jpg, Deflate: deflate}, err
}
