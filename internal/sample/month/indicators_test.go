package month

import (
	"testing"

	"github.com/tthclint/tthclint/pkg/lint"
)

func assertIndicators(t *testing.T, folder string, s lint.Summary) {
	for _, r := range s.Rates {
		t.Logf("%s %s %d/%d unchecked %d unknown %d failing %v", folder, r.Key, r.Numerator, r.Denominator, r.Unchecked, r.Unknown, r.Failing)
	}
}
