package main

import (
	"time"

	"github.com/tthclint/tthclint/pkg/law"
)

// asOf returns the moment for which things are checked: the end of the day that
// was asked for, or the present.
func (c *Command) asOf(day string) (time.Time, error) { return c.dayOf("as-of", day) }

// dayOf returns the last second of the day that a flag names, so that what was
// signed on that day does not lie in the future; without one the present.
func (c *Command) dayOf(flag, day string) (time.Time, error) {
	if day == "" {
		return c.Now(), nil
	}
	t, err := time.ParseInLocation(time.DateOnly, day, law.Vietnam())
	if err != nil {
		return t, badValue(flag, day, textDayForm.With("example", c.Now().In(law.Vietnam()).Format(time.DateOnly)))
	}
	return t.AddDate(0, 0, 1).Add(-time.Second), nil
}
