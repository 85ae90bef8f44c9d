package law

import "time"

// DayOf returns the first instant of the day in Vietnam that holds t; the zero
// time for the zero time.
func DayOf(t time.Time) time.Time {
	if t.IsZero() {
		return time.Time{}
	}
	return Date(t.In(vietnam).Date())
}

// Timed reports whether a time says more than a day: its clock in Vietnam is not
// at midnight.
func Timed(t time.Time) bool { return !t.IsZero() && !DayOf(t).Equal(t) }

// Days returns how many days b comes after a, by the calendar of Vietnam;
// negative where it comes before.
func Days(a, b time.Time) int {
	// There is no summer time, so that each day has 24 hours.
	return int(DayOf(b).Sub(DayOf(a)) / (24 * time.Hour))
}

// WorkingDays returns how many of the days after a, up to b, are no Saturday
// or Sunday; 0 where b is not after a. Public holidays are moved every year by
// decision and count as working days here.
func WorkingDays(a, b time.Time) int {
	days := Days(a, b)
	if days <= 0 {
		return 0
	}
	n := days / 7 * 5
	for day := DayOf(b).AddDate(0, 0, 1-days%7); !day.After(DayOf(b)); day = day.AddDate(0, 0, 1) {
		if w := day.Weekday(); w != time.Saturday && w != time.Sunday {
			n++
		}
	}
	return n
}
