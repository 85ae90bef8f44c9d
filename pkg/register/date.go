package register

import (
	"errors"
	"regexp"
	"strconv"
	"strings"
	"time"

	"github.com/tthclint/tthclint/pkg/law"
	"github.com/tthclint/tthclint/pkg/register/internal/sheet"
)

// dateLayouts are the ways in which one-stop systems write a day, with the day
// before the month, with and without time.
var dateLayouts = []string{
	"2/1/2006", "2/1/2006 15:04:05", "2/1/2006 15:04", "15:04 2/1/2006", "15:04:05 2/1/2006",
	"2-1-2006", "2-1-2006 15:04:05", "2-1-2006 15:04", "2.1.2006", "2.1.2006 15:04", "2.1.2006 15:04:05",
	"2/1/2006 15h04", "15h04 2/1/2006",
	"2006-01-02", "2006-01-02 15:04:05", "2006-01-02 15:04", "2006-01-02T15:04:05", "2006-01-02T15:04:05.999999999",
	"20060102150405", "20060102",
}

// The years that a register can speak of. Systems write 01/01/1900 or
// 01/01/0001 where they have no date.
const (
	firstYear = 2000
	lastYear  = 2100
)

var errYear = errors.New("no year of a dossier")

// noise are words that stand beside a day: "ngày 05/09/2023", "lúc 7:30".
var noise = regexp.MustCompile(`(?i)\b(?:ngày|lúc)\s+|\s*,\s*|\s+-\s+`)

// ParseDate reads a day as registers write it, in Vietnamese time: the day
// before the month, with or without a time, or the number of days by which a
// spreadsheet stores it. An empty cell is the zero time, and so is a day that
// cannot be right, with an error.
func ParseDate(text string) (time.Time, error) {
	if text == "" {
		return time.Time{}, nil
	}
	// With an offset, as programs write it: the wall clock of Vietnam counts.
	if t, err := time.Parse(time.RFC3339, text); err == nil {
		return within(t.In(law.Vietnam()))
	}
	if n, err := strconv.ParseFloat(text, 64); err == nil && n < 200_000 {
		return ofSerial(n)
	}
	t, first := dateIn(text)
	if first == nil {
		return within(t)
	}
	if plain := strings.TrimSpace(noise.ReplaceAllString(text, " ")); plain != text {
		if t, err := dateIn(plain); err == nil {
			return within(t)
		}
	}
	return time.Time{}, first
}

func dateIn(text string) (time.Time, error) {
	var first error
	for _, layout := range dateLayouts {
		t, err := time.ParseInLocation(layout, text, law.Vietnam())
		if err == nil {
			return t, nil
		}
		if first == nil {
			first = err
		}
	}
	return time.Time{}, first
}

// ofSerial reads a number of days as spreadsheets count them since 1900.
func ofSerial(n float64) (time.Time, error) {
	t, ok := sheet.Serial(n, false)
	if !ok {
		return time.Time{}, errYear
	}
	return within(wall(t))
}

// wall gives a time of a clock on the wall its place, Vietnam.
func wall(t time.Time) time.Time {
	return time.Date(t.Year(), t.Month(), t.Day(), t.Hour(), t.Minute(), t.Second(), 0, law.Vietnam())
}

func within(t time.Time) (time.Time, error) {
	if year := t.Year(); year < firstYear || year > lastYear {
		return time.Time{}, errYear
	}
	return t, nil
}
