package basis

import (
	"time"

	"github.com/tthclint/tthclint/pkg/law"
)

// PaperFilled returns the ground of a paper being filled in: an electronic
// result has all that is prescribed for it (Nghị định 45/2020 Điều 14 khoản 3
// điểm a). What is prescribed for a value, its form says.
func PaperFilled() []law.Ground { return ElectronicResult("a") }

// InForce reports whether an instrument that a form cites is in force on a day.
// One that is not among those known here is taken at its form's word.
func InForce(c law.Citation, day time.Time) bool {
	periods := map[string]law.Period{
		lht14: {From: law2014().From, To: law2026().From},
		nd30:  law.Since(2020, 3, 5),
	}
	in, known := periods[c.Instrument]
	return !known || in.Contains(day)
}
