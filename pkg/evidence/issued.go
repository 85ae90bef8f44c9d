package evidence

import (
	"regexp"
	"strconv"
	"time"

	"github.com/tthclint/tthclint/pkg/form"
	"github.com/tthclint/tthclint/pkg/law"
)

// Printed is a day or a name that stands on a paper in print.
type Printed struct {
	Day  time.Time
	Text string `json:"-"`
	Page int
	Box  form.Box
}

// surelyPrinted is the engine's confidence in letters that are held against a
// paper.
const surelyPrinted = 0.9

// IssuedOn returns the day of issue that the paper bears, or else that of
// registration, where it was printed and read with confidence. An extract tells
// when something was registered elsewhere: that is not its own day.
func (d *Document) IssuedOn() (Printed, bool) {
	return d.printed(form.Result, func(f *form.Form) *form.Value {
		if v := f.Value("issued_on"); v != nil {
			return v
		}
		if f.Value("registered_at") != nil {
			return nil
		}
		return f.Value("registered_on")
	}, dated)
}

// NewDue returns the new day that an apology for a delay sets, likewise.
func (d *Document) NewDue() (Printed, bool) {
	return d.printed(form.Slip, func(f *form.Form) *form.Value { return f.Value("new_due_on") }, dated)
}

// dated reads the day in what was printed.
func dated(p *Printed) (ok bool) {
	p.Day, ok = dayIn(p.Text)
	return ok
}

// Issuer returns the agency that the paper says it was issued by, likewise.
func (d *Document) Issuer() (Printed, bool) {
	return d.printed(form.Result, func(f *form.Form) *form.Value { return f.Value("issuer") }, func(p *Printed) bool { return p.Text != "" })
}

// printed returns the first value of some kind on the pages that surely show a
// form of a role.
func (d *Document) printed(role form.Role, wanted func(*form.Form) *form.Value, accept func(*Printed) bool) (Printed, bool) {
	pages, err := d.Pages()
	if err != nil {
		return Printed{}, false
	}
	for i := range pages {
		page := &pages[i]
		if !page.Certain() || page.Form().Role != role {
			continue
		}
		v := wanted(page.Form())
		if v == nil {
			continue
		}
		read, ok := page.Reading.Value(v.Key)
		if !ok || read.State != form.Filled || read.How != form.ByPrint || read.Sure < surelyPrinted {
			continue
		}
		if p := (Printed{Text: read.Text, Page: page.Page, Box: read.Box}); accept(&p) {
			return p, true
		}
	}
	return Printed{}, false
}

var dayPattern = regexp.MustCompile(`(?:^|\D)(\d{1,2})\D{1,12}?(\d{1,2})\D{1,12}?(\d{4})(?:\D|$)`)

// dayIn returns the one day in a text, as "05/09/2023" or "ngày 5 tháng 9 năm
// 2023".
func dayIn(text string) (time.Time, bool) {
	found := dayPattern.FindStringSubmatchIndex(text)
	if found == nil || dayPattern.MatchString(text[found[7]:]) {
		return time.Time{}, false
	}
	var n [3]int
	for i := range n {
		n[i], _ = strconv.Atoi(text[found[2*i+2]:found[2*i+3]]) // digits alone
	}
	t := law.Date(n[2], time.Month(n[1]), n[0])
	return t, t.Day() == n[0] && int(t.Month()) == n[1] && n[2] >= 2000
}
