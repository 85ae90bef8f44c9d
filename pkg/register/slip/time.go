package slip

import (
	"regexp"
	"strconv"
	"strings"
	"time"

	"github.com/tthclint/tthclint/pkg/law"
	"github.com/tthclint/tthclint/pkg/register"
)

// spelled is a time as forms have it: "08 giờ 30 phút, ngày 02 tháng 11 năm 2026".
var spelled = regexp.MustCompile(`(?i)^(?:vào lúc |lúc )?(?:(\d{1,2})\s*(?:giờ|h|g)\s*(?:(\d{1,2})\s*(?:phút|p)?)?[\s,.]*)?ngày\s*(\d{1,2})\s*tháng\s*(\d{1,2})\s*năm\s*(\d{4})\W*$`)

// timeIn returns the time in a cell, zero where nothing was entered; false where
// something was that is no time.
func timeIn(c register.Cell) (time.Time, bool) {
	if !c.Time.IsZero() {
		return c.Time, true
	}
	text := strings.TrimSpace(c.Text)
	if !strings.ContainsAny(text, "0123456789") {
		return time.Time{}, entered(strings.NewReplacer("giờ", "", "phút", "", "ngày", "", "tháng", "", "năm", "").Replace(strings.ToLower(text))) == ""
	}
	if m := spelled.FindStringSubmatch(text); m != nil {
		return ofNumbers(m[5], m[4], m[3], m[1], m[2])
	}
	t, err := register.ParseDate(text)
	return t, err == nil
}

// ofNumbers makes a time of its numbers, and reports whether there is such a
// time.
func ofNumbers(year, month, day, hour, minute string) (time.Time, bool) {
	var n [5]int
	for i, s := range []string{year, month, day, hour, minute} {
		if s == "" {
			continue
		}
		var err error
		if n[i], err = strconv.Atoi(s); err != nil {
			return time.Time{}, false
		}
	}
	t := time.Date(n[0], time.Month(n[1]), n[2], n[3], n[4], 0, 0, law.Vietnam())
	exists := n[0] >= 2000 && n[0] <= 2100 && t.Day() == n[2] && int(t.Month()) == n[1] && n[3] < 24 && n[4] < 60
	if !exists {
		t = time.Time{}
	}
	return t, exists
}
