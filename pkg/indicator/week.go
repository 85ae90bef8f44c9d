package indicator

import (
	"fmt"
	"time"

	"github.com/tthclint/tthclint/pkg/law"
)

// week names the ISO 8601 week of a day in Vietnam, which begins on Monday, as
// "2026-W37", and returns that Monday; "" for the zero time.
func week(day time.Time) (name string, monday time.Time) {
	if day.IsZero() {
		return "", time.Time{}
	}
	day = law.DayOf(day)
	year, n := day.ISOWeek()
	return fmt.Sprintf("%04d-W%02d", year, n), day.AddDate(0, 0, -(int(day.Weekday())+6)%7)
}
