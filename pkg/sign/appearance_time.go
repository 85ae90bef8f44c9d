package sign

import (
	"regexp"
	"strconv"
	"strings"
	"time"
)

// Dates with a time of day as signing programs write them: day first with
// slashes, dots or hyphens, year first (ISO 8601, Acrobat), or the time in front.
const (
	clock = `(\d{1,2}):(\d{2})(?::(\d{2}))?(?:[.,]\d{1,9})?(?: ?(AM|PM|SA|CH)\b)?`
	zone  = `(?: ?(Z\b|(?:UTC|GMT)? ?[+-]\d{1,2}(?:[:']?\d{2})?|(?:UTC|GMT|ICT|[CEMW]E?S?T|MES?Z|[ECMP][SD]T|BST|IST|MSK|[JK]ST|SGT)\b))?`
)

var (
	dayFirst   = regexp.MustCompile(`\b(\d{1,2})[/.-](\d{1,2})[/.-](\d{4}),?(?: | lúc )` + clock + zone)
	yearFirst  = regexp.MustCompile(`\b(\d{4})[/.-](\d{1,2})[/.-](\d{1,2})(?:T|,? )` + clock + zone)
	clockFirst = regexp.MustCompile(`\b` + clock + `,?(?: | ngày )(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})` + zone)
	timeLabel  = regexp.MustCompile(`(?:thoi gian ky|thoi diem ky|ngay ky|ky ngay|ngay gio ky|ky luc|thoi gian|signing time|signing date|timestamp|date)[^0-9]{0,12}$`)
)

// vietnamTime is the zone of what names none.
var vietnamTime = time.FixedZone("+07", 7*3600)

// Time returns the signing time that the appearance claims, such as "11/09/2023
// 08:30:00", "11.09.2023 08:30:00 +07:00" or "2023-09-11T08:30:00+07:00"; zero when
// it shows none, or one that can be understood in two ways. Without a zone it is
// taken for Vietnam's time. A date behind a label such as "Thời gian ký:" goes
// before others. Dates without a time of day do not count.
func (a *Appearance) Time() time.Time {
	if a == nil || a.Text == "" {
		return time.Time{}
	}
	s := strings.ReplaceAll(a.Text, "\n", " ")
	var first time.Time
	for _, f := range []struct {
		re    *regexp.Regexp
		order [3]int // groups of year, month, day
		clock int    // group of the hour
		zone  int
	}{
		{yearFirst, [3]int{1, 2, 3}, 4, 8},
		{dayFirst, [3]int{3, 2, 1}, 4, 8},
		{clockFirst, [3]int{7, 6, 5}, 1, 8},
	} {
		for _, m := range f.re.FindAllStringSubmatchIndex(s, 8) {
			group := func(i int) string {
				if m[2*i] < 0 {
					return ""
				}
				return s[m[2*i]:m[2*i+1]]
			}
			t := claimedTime(group(f.order[0]), group(f.order[1]), group(f.order[2]), [3]string{group(f.clock), group(f.clock + 1), group(f.clock + 2)}, group(f.clock+3), group(f.zone))
			if t.IsZero() {
				continue
			}
			if timeLabel.MatchString(fold(s[max(0, m[0]-60):m[0]])) {
				return t
			}
			if first.IsZero() {
				first = t
			}
		}
	}
	return first
}

func claimedTime(year, month, day string, hms [3]string, half, zone string) time.Time {
	n := func(s string) int {
		i, _ := strconv.Atoi(s) // digits by the expression, or nothing
		return i
	}
	y, mo, d, h := n(year), n(month), n(day), n(hms[0])
	switch half {
	case "AM", "PM": // written month first by some
		if d <= 12 && mo != d {
			return time.Time{}
		}
		fallthrough
	case "SA", "CH": // sáng, chiều; or the next word, as in "Sa Đéc"
		if h >= 1 && h <= 12 {
			h %= 12
			if half == "PM" || half == "CH" {
				h += 12
			}
		}
	}
	loc, ok := claimedZone(zone)
	if !ok || y < 1990 {
		return time.Time{}
	}
	t := time.Date(y, time.Month(mo), d, h, n(hms[1]), n(hms[2]), 0, loc)
	if t.Day() != d || int(t.Month()) != mo || t.Hour() != h || t.Minute() != n(hms[1]) {
		return time.Time{}
	}
	return t
}

// claimedZone reads a zone; names of zones other than UTC are not understood.
func claimedZone(z string) (*time.Location, bool) {
	switch z {
	case "":
		return vietnamTime, true
	case "Z", "UTC", "GMT":
		return time.UTC, true
	case "ICT":
		return vietnamTime, true
	}
	z = strings.TrimSpace(strings.TrimPrefix(strings.TrimPrefix(z, "UTC"), "GMT"))
	if z == "" || z[0] != '+' && z[0] != '-' {
		return nil, false
	}
	digits := strings.NewReplacer(":", "", "'", "").Replace(z[1:])
	hours, minutes := digits, "0"
	if len(digits) > 2 {
		hours, minutes = digits[:len(digits)-2], digits[len(digits)-2:]
	}
	h, err1 := strconv.Atoi(hours)
	m, err2 := strconv.Atoi(minutes)
	if err1 != nil || err2 != nil || h > 14 || m > 59 {
		return nil, false
	}
	off := h*3600 + m*60
	if z[0] == '-' {
		off = -off
	}
	return time.FixedZone(z, off), true
}
