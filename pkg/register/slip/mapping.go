package slip

import (
	"regexp"
	"strings"
	"time"

	"github.com/tthclint/tthclint/pkg/dossier"
	"github.com/tthclint/tthclint/pkg/register"
)

// what says what a column holds.
type what uint8

const (
	nothing  what = iota
	from          // nơi giao
	to            // nơi nhận
	giver         // người giao
	receiver      // người nhận
	given         // thời gian giao
	received      // thời gian nhận
	when          // one time for both
	parties       // "1. Giao: … 2. Nhận: …"
)

// headers are what columns are called, folded.
var headers = map[string]what{
	"noi giao": from, "don vi giao": from, "co quan giao": from, "bo phan giao": from, "ben giao": from, "phong giao": from,
	"don vi chuyen": from, "noi chuyen": from, "bo phan chuyen": from, "don vi gui": from, "buoc gui": from,
	"noi nhan": to, "don vi nhan": to, "co quan nhan": to, "bo phan nhan": to, "ben nhan": to, "phong nhan": to, "buoc nhan": to,
	"phongbanxuly": to, "phong ban xu ly": to, "don vi xu ly": to,
	"nguoi giao": giver, "can bo giao": giver, "nguoi chuyen": giver, "nguoi gui": giver, "ho ten nguoi giao": giver,
	"nguoi nhan": receiver, "can bo nhan": receiver, "ho ten nguoi nhan": receiver, "nguoixuly": receiver, "nguoi xu ly": receiver,
	"thoi gian giao": given, "ngay giao": given, "ngay gio giao": given, "thoi diem giao": given, "thoi gian chuyen": given, "ngay chuyen": given,
	"thoi gian nhan": received, "ngay nhan": received, "ngay gio nhan": received, "thoi diem nhan": received, "thoidiemxuly": received,
	"thoi diem xu ly": received, "ngaybatdau": received,
	"thoi gian": when, "thoi gian giao nhan": when, "thoi gian giao nhan ho so": when, "ngay gio": when, "ngay gio giao nhan": when,
	"ngay giao nhan": when, "thoi diem giao nhan": when,
	"ten co quan": parties, "ten co quan don vi": parties, "co quan don vi": parties, "giao nhan": parties, "noi dung giao nhan": parties,
	"don vi": parties, "co quan": parties,
}

// header returns what a column of a name holds. Signatures are named with their
// instructions: "Người giao (ký, ghi rõ họ tên)".
func header(name string) what {
	if i := strings.IndexByte(name, '('); i > 0 {
		name = name[:i]
	}
	return headers[dossier.Fold(name)]
}

// mapping says what the columns of a table hold.
type mapping struct {
	kinds  []what
	folded []string // of the header
	half   bool     // the last row named the giver alone: the next may name the receiver
}

// mapped returns the mapping of a header line, with the line above it where
// headers have two; nil for a line that is no header. A table of handovers has a
// column for a time, and columns for giver and receiver or one for both.
func mapped(above, l register.Line) *mapping {
	m := &mapping{}
	found := map[what]bool{}
	for i, c := range l.Cells {
		upper := ""
		if i < len(above.Cells) {
			upper = above.Cells[i].Text
		}
		kind := header(upper + " " + c.Text) // of two lines, or merged with the cell below
		if kind == nothing {
			kind = header(c.Text)
		}
		if found[kind] {
			kind = nothing // the first counts
		}
		found[kind] = true
		m.kinds, m.folded = append(m.kinds, kind), append(m.folded, dossier.Fold(c.Text))
	}
	times := found[given] || found[received] || found[when]
	if times && (found[parties] || found[to] || found[receiver] && found[giver]) {
		if found[from] || found[to] {
			for i, k := range m.kinds {
				if k == parties {
					m.kinds[i] = nothing
				}
			}
		}
		return m
	}
	return nil
}

// columns tells what the table has columns for.
func (m *mapping) columns() (c Columns) {
	for i, kind := range m.kinds {
		n := i + 1
		switch kind {
		case from:
			c.From = n
		case to:
			c.To = n
		case giver:
			c.Giver = n
		case receiver:
			c.Receiver = n
		case given:
			c.Given = n
		case received:
			c.Received = n
		case when:
			c.Given, c.Received = n, n
		case parties:
			c.From, c.To = n, n
		}
	}
	return c
}

// title reports whether a line is the header again, or numbers its columns.
func (m *mapping) title(l register.Line) bool {
	same, filled, numbers := 0, 0, 0
	for i, c := range l.Cells {
		if c.Text == "" {
			continue
		}
		filled++
		folded := dossier.Fold(c.Text)
		if i < len(m.folded) && folded == m.folded[i] {
			same++
		}
		if len(folded) <= 2 && strings.Trim(folded, "0123456789") == "" {
			numbers++
		}
	}
	return filled > 1 && (same*2 > filled || numbers == filled && filled > 2)
}

var bothParties = regexp.MustCompile(`(?i)^(?:\d+[.)]?\s*)?(?:bên\s+|nơi\s+)?giao\s*[:：](.*?)(?:\d+[.)]?\s*)?(?:bên\s+|nơi\s+)?nhận\s*[:：](.*)$`)
var oneParty = regexp.MustCompile(`(?i)^(?:\d+[.)]?\s*)?(?:bên\s+|nơi\s+)?(giao|nhận)\s*[:：](.*)$`)

// row adds what one line of the table says.
func (m *mapping) row(l register.Line, sheet string, all *[]dossier.Handover) {
	h := dossier.Handover{Sheet: sheet, Row: l.Row}
	receives := false // the line names the receiver alone
	half := false
	for i, c := range l.Cells {
		if i >= len(m.kinds) {
			break
		}
		text := entered(c.Text)
		switch m.kinds[i] {
		case from:
			h.From = text
		case to:
			h.To = text
		case giver:
			h.Giver = text
		case receiver:
			h.Receiver = text
		case given:
			m.time(&h, c, &h.Given)
		case received:
			m.time(&h, c, &h.Received)
		case when:
			m.time(&h, c, &h.Given)
			h.Received = h.Given
		case parties:
			if p := bothParties.FindStringSubmatch(c.Text); p != nil {
				h.From, h.To = entered(p[1]), entered(p[2])
			} else if p := oneParty.FindStringSubmatch(c.Text); p != nil {
				receives = strings.EqualFold(p[1], "nhận")
				if half = !receives; half {
					h.From = entered(p[2])
				} else {
					h.To = entered(p[2])
				}
			}
		}
	}
	if receives && m.half && len(*all) > 0 {
		join(&(*all)[len(*all)-1], &h)
	} else {
		*all = append(*all, h)
	}
	m.half = half
}

// join adds what the row of the receiver says to the row of the giver above it.
func join(above, below *dossier.Handover) {
	above.To = below.To
	for _, s := range []struct{ into, of *string }{{&above.Giver, &below.Giver}, {&above.Receiver, &below.Receiver}} {
		if *s.into == "" {
			*s.into = *s.of
		}
	}
	if !below.At().IsZero() {
		above.Received = below.At()
	}
	above.Unread = above.Unread || below.Unread
}

// time reads a time into its place.
func (m *mapping) time(h *dossier.Handover, c register.Cell, into *time.Time) {
	t, ok := timeIn(c)
	*into = t
	h.Unread = h.Unread || !ok
}

// entered returns what was entered in a cell: the dots of an empty form are
// nothing.
func entered(text string) string { return strings.Trim(text, " .…_-–:;,") }
