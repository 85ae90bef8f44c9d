// Package month makes the example examples/thang-9: the dossiers of September
// 2026 of three offices, each a folder with its register. The dossiers are data,
// one line each ([A], [B], [C]), with the messages that the linter must give of
// them; whatever else it says is a fault, of the linter or of the data.
//
// Nothing is real: persons are invented, identity numbers begin with 099 and
// telephone numbers with 0000, which nobody has, and every paper says that it is
// a sample.
package month

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/tthclint/tthclint/internal/sample/paper"
	"github.com/tthclint/tthclint/internal/sample/pki"
)

// Folder is what one office hands in.
type Folder struct {
	Name     string // of the folder in examples/thang-9
	Register string // the file of the register in the folder
	Cases    []Case
	office   office
	write    func([]*dossier) ([]byte, error) // the register
}

// Case is one dossier.
type Case struct {
	Code      string // holds the day of receipt
	Procedure *procedure
	Owner     string
	Due       string // of September as "03"; of another month as "10-02"
	Done      string // likewise; empty while it is being handled
	Result    result // nil where nothing is attached
	// Says are the ids of the messages that the linter must give, with "×2" where
	// one is given twice; empty for a dossier that is as it should be.
	Says string
	But  []change // what else is not as usual
}

// Messages returns the ids of the messages that the linter must give, sorted.
func (c Case) Messages() []string {
	var all []string
	for _, id := range strings.Fields(c.Says) {
		id, times, _ := strings.Cut(id, "×")
		n := 1
		if times != "" {
			fmt.Sscan(times, &n)
		}
		all = append(all, slices.Repeat([]string{id}, n)...)
	}
	slices.Sort(all)
	return all
}

// change says in which way a dossier is not as usual.
type change func(*dossier)

// dossier is what becomes of a case: its line in the register and its files.
type dossier struct {
	*Case
	office   *office
	ordinal  int      // in the register, from 1
	lines    []string // its lines in the register, as places
	files    []file
	name     string // of the result; empty: as prescribed
	row      row
	unlisted bool // no line in the register
	again    bool // the line stands in the register twice
}

// file is a file of a dossier besides its result.
type file struct {
	name string // below the folder of the dossier
	data func(*studio) ([]byte, error)
}

// row is a dossier's line in a register as it is written there.
type row struct {
	code, procedure, owner, unit, status      string
	received, due, result, finished, returned string // as "03/09/2026"
	second, secondDue                         string
	number, abstract                          string // of the result
	papers                                    string // "1" where those of the dossier were digitized
}

// procedure is one of those that the offices settle.
type procedure struct {
	code, name, sector, department string
	paper                          string // what it ends with
	symbol                         string // of the number of that paper
}

var (
	marry  = &procedure{"1.000894", "Đăng ký kết hôn", "Hộ tịch", "Tư pháp - Hộ tịch", "Giấy chứng nhận kết hôn", ""}
	birth  = &procedure{"1.001193", "Đăng ký khai sinh", "Hộ tịch", "Tư pháp - Hộ tịch", "Giấy khai sinh", ""}
	single = &procedure{"1.004873", "Cấp Giấy xác nhận tình trạng hôn nhân", "Hộ tịch", "Tư pháp - Hộ tịch", "Giấy xác nhận tình trạng hôn nhân", "/UBND-XNTTHN"}
	death  = &procedure{"1.000656", "Đăng ký khai tử", "Hộ tịch", "Tư pháp - Hộ tịch", "Trích lục khai tử", "/TLKT"}
	trade  = &procedure{"1.001612", "Đăng ký thành lập hộ kinh doanh", "Thành lập và hoạt động của hộ kinh doanh", "Kinh tế, Hạ tầng và Đô thị", "Giấy chứng nhận đăng ký hộ kinh doanh", ""}
	copied = &procedure{"2.000815", "Chứng thực bản sao từ bản chính", "Chứng thực", "Tư pháp - Hộ tịch", "Bản sao điện tử được chứng thực từ bản chính", "/CT-BS"}
	land   = &procedure{"", "Đăng ký biến động do chuyển nhượng quyền sử dụng đất", "Đất đai", "Chi nhánh Văn phòng Đăng ký đất đai", "Giấy chứng nhận quyền sử dụng đất, quyền sở hữu tài sản gắn liền với đất", ""}
)

// office is a People's Committee with those who sign for it.
type office struct {
	kind, place     string // "phường", "Sa Đéc"
	code            string // of dossiers, before the day
	official, title string
	hand            uint64 // of the official's signature
	signers         func(*pki.Certificates) pki.Office
}

func (o office) unit() string { return "UBND " + o.kind + " " + o.place }
func (o office) committee() string {
	return "ỦY BAN NHÂN DÂN " + strings.ToUpper(o.kind+" "+o.place)
}
func (o office) seal() [2]string { return [2]string{o.committee(), "ĐỒNG THÁP"} }

var (
	saDec    = office{"phường", "Sa Đéc", "H20.30", "Huỳnh Thị Thanh Vân", "PHÓ CHỦ TỊCH", 29, func(c *pki.Certificates) pki.Office { return c.NewWard }}
	tanDuong = office{"xã", "Tân Dương", "H20.31", "Đoàn Văn Lộc", "CHỦ TỊCH", 47, func(c *pki.Certificates) pki.Office { return c.TanDuong }}
	hoaLong  = office{"xã", "Hòa Long", "H20.32", "Kha Thị Mộng Tuyền", "PHÓ CHỦ TỊCH", 53, func(c *pki.Certificates) pki.Office { return c.HoaLong }}
)

// AsOf is the day on which the folders are checked: the last of the month.
func AsOf() time.Time { return time.Date(2026, 9, 30, 23, 59, 59, 0, vietnam) }

var vietnam = time.FixedZone("+07", 7*60*60)

// day returns a day of 2026 from "09" in September or "10-02".
func day(s string) time.Time {
	if s == "" {
		return time.Time{}
	}
	if len(s) == 2 {
		s = "09-" + s
	}
	t, err := time.ParseInLocation(time.DateOnly, "2026-"+s, vietnam)
	if err != nil {
		panic(err) // the days are constants of this package
	}
	return t
}

// date writes a day as registers do.
func date(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return t.Format("02/01/2006")
}

// received is the day of receipt, which the code holds.
func (c *Case) received() time.Time {
	_, rest, _ := strings.Cut(c.Code, "-")
	t, err := time.ParseInLocation("060102", rest[:6], vietnam)
	if err != nil {
		panic(err) // the codes are constants of this package
	}
	return t
}

// seed differs from dossier to dossier: everything that is drawn hangs on it.
func (d *dossier) seed() uint64 {
	n := uint64(d.office.hand)
	for _, r := range d.Code {
		n = n*131 + uint64(r)
	}
	return n % 1_000_003
}

// settle makes the dossiers of a folder as they are usually, then as the cases
// say.
func (f *Folder) settle() []*dossier {
	var all []*dossier
	for i := range f.Cases {
		c := &f.Cases[i]
		d := &dossier{Case: c, office: &f.office, ordinal: i + 1}
		d.row = row{
			code: c.Code, procedure: c.Procedure.name, owner: c.Owner, unit: f.office.unit(), status: "Đang xử lý", papers: "1",
			received: date(c.received()), due: date(day(c.Due)), number: d.number(), abstract: c.Procedure.paper + " của ông, bà " + c.Owner,
		}
		if c.Done != "" {
			done := date(day(c.Done))
			d.row.status, d.row.result, d.row.finished, d.row.returned = "Đã trả kết quả", done, done, done
		}
		for _, but := range c.But {
			but(d)
		}
		all = append(all, d)
	}
	return all
}

// number is that of the paper which the dossier ends with.
func (d *dossier) number() string {
	n := fmt.Sprint(20 + d.seed()%280)
	if d.Procedure.symbol == "" {
		return n + "/2026"
	}
	return n + d.Procedure.symbol
}

// signed is when the agency signed the result.
func (d *dossier) signed() time.Time {
	return day(d.Done).Add(14*time.Hour + time.Duration(d.seed()%97)*time.Minute + 7*time.Second)
}

// hand is the signature of a person, each of its own hand.
func hand(seed uint64) paper.Mark {
	return paper.Mark{Kind: paper.Signed, Seed: seed, Black: seed%3 == 0}
}
