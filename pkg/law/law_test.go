package law_test

import (
	"testing"
	"time"

	"github.com/stretchr/testify/assert"

	"github.com/tthclint/tthclint/pkg/law"
)

func TestPeriodIsHalfOpen(t *testing.T) {
	p := law.Period{From: law.Date(2023, 5, 25), To: law.Date(2026, 8, 5)}
	for _, c := range []struct {
		at   time.Time
		want bool
	}{
		{law.Date(2023, 5, 25).Add(-time.Second), false},
		{law.Date(2023, 5, 25), true},
		{law.Date(2026, 8, 5).Add(-time.Second), true},
		{law.Date(2026, 8, 5), false},
	} {
		assert.Equal(t, c.want, p.Contains(c.at), c.at)
	}
	assert.True(t, law.Period{}.Contains(time.Time{}), "the zero period holds every instant")
}

func TestPeriodOverlaps(t *testing.T) {
	old := law.Period{To: law.Date(2025, 7, 1)}
	assert.False(t, old.Overlaps(law.Since(2025, 7, 1)), "an edition may follow another at once")
	assert.True(t, old.Overlaps(law.Since(2025, 6, 30)))
	assert.True(t, law.Period{}.Overlaps(old))
}

func TestCitation(t *testing.T) {
	c := law.Citation{Instrument: "Nghị định 45/2020/NĐ-CP", Clause: "Điều 14 khoản 3 điểm b"}
	assert.Equal(t, "Điều 14 khoản 3 điểm b Nghị định 45/2020/NĐ-CP", c.String())
	assert.Equal(t, "Article 14 clause 3 point b Decree 45/2020/NĐ-CP", c.English())
	assert.Equal(t, "Luật Hộ tịch", law.Citation{Instrument: "Luật Hộ tịch"}.String())
}

func TestDateIsVietnamese(t *testing.T) {
	assert.Equal(t, "2025-06-30T17:00:00Z", law.Date(2025, 7, 1).UTC().Format(time.RFC3339))
}

func TestDay(t *testing.T) {
	assert.Equal(t, "2026-11-24", law.Day(time.Date(2026, 11, 23, 20, 30, 0, 0, time.UTC)))
	assert.Empty(t, law.Day(time.Time{}))
}

func TestLastDayOfAPeriod(t *testing.T) {
	p := law.Period{To: law.Date(2027, 3, 1).UTC()}
	assert.True(t, p.Last().Equal(law.Date(2027, 2, 28)))
	assert.True(t, p.Contains(p.Last()))
	assert.True(t, law.Since(2027, 3, 1).Last().IsZero())
}
