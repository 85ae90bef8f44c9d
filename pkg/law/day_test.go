package law_test

import (
	"testing"
	"time"

	"github.com/stretchr/testify/assert"

	"github.com/tthclint/tthclint/pkg/law"
)

func TestDays(t *testing.T) {
	noon := law.Date(2026, 11, 24).Add(12 * time.Hour)
	assert.Equal(t, law.Date(2026, 11, 24), law.DayOf(noon))
	assert.Equal(t, law.Date(2026, 11, 25), law.DayOf(time.Date(2026, 11, 24, 17, 0, 0, 0, time.UTC)), "midnight in Vietnam")
	assert.True(t, law.DayOf(time.Time{}).IsZero())
	assert.True(t, law.Timed(noon))
	assert.False(t, law.Timed(law.Date(2026, 11, 24)))
	assert.False(t, law.Timed(time.Time{}))
	assert.Equal(t, 1, law.Days(noon, law.Date(2026, 11, 25)))
	assert.Equal(t, 0, law.Days(noon, law.Date(2026, 11, 24)))
	assert.Equal(t, -2, law.Days(noon, law.Date(2026, 11, 22)))
}

func TestWorkingDays(t *testing.T) {
	friday := law.Date(2026, 11, 20)
	for days, want := range map[int]int{-3: 0, 0: 0, 1: 0, 2: 0, 3: 1, 7: 5, 10: 6, 14: 10, 15: 10, 365: 260} {
		assert.Equal(t, want, law.WorkingDays(friday, friday.AddDate(0, 0, days)), days)
	}
	count := 0
	for day := 1; day <= 40; day++ { // as counted one by one
		at := friday.AddDate(0, 0, day)
		if w := at.Weekday(); w != time.Saturday && w != time.Sunday {
			count++
		}
		assert.Equal(t, count, law.WorkingDays(friday, at), day)
	}
}
