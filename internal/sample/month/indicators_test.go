package month

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/tthclint/tthclint/pkg/lint"
)

// share is what an indicator must say: good of all, and of these unchecked.
type share struct{ good, of, unchecked int }

// byHand are the indicators of each folder, counted from the lists of cases on
// paper and not by the program.
var byHand = map[string]map[string]share{
	// The register has 61 dossiers: 43 finished (13 marriages, 8 births, 6 marital
	// status, 7 deaths, 4 businesses, 3 copies, 2 land), 16 in hand, one withdrawn,
	// one refused. One more result lies in the folder without a line.
	"a": {
		// 0921-0004 and 0922-0001 have no result.
		"digitized-results": {41, 43, 0},
		// 41 and the one without a line. Errors: five certificates lack a signature or
		// the seal; one result is not signed (0909-0001), one scanned at 150 dpi
		// (0910-0003), one empty (0911-0003), one changed (0914-0001), one signed with
		// an ended certificate (0916-0001), one another paper (0918-0002).
		"usable": {31, 42, 0},
		// Not those two, nor what is unsigned, empty, changed, without the agency
		// (0911-0004) or signed with an ended certificate.
		"electronic-results": {36, 43, 0},
		// 42 results less the unsigned and the empty one; of them three have no two
		// valid layers.
		"two-layer": {37, 40, 0},
		// 0917-0003 and 0918-0001 were late; that the latter apologised does not make
		// it timely. In its second stage 0903-0006 was in time.
		"on-time": {41, 43, 0},
		// Two have no usable due day, one waits for the citizen beyond it (0925-0003);
		// 0921-0002 is overdue.
		"open-in-time": {12, 16, 3},
		// Neither the register nor the folder speaks of papers; one line has no receipt.
		"digitized-components": {0, 60, 60},
		// The register has no columns for these.
		"linked": {}, "online": {},
	},
	// 21 dossiers: 12 finished, 9 in hand.
	"b": {
		"digitized-results":    {10, 12, 0}, // 0915-0001, 0916-0001
		"usable":               {6, 10, 0},  // broken, a stranger's, cut off, no PDF
		"electronic-results":   {6, 12, 0},
		"two-layer":            {6, 8, 0}, // two of the ten cannot be read
		"on-time":              {11, 12, 0},
		"open-in-time":         {7, 9, 0}, // 0918-0001, 0921-0001
		"digitized-components": {0, 21, 21},
		"linked":               {}, "online": {},
	},
	// 19 dossiers with a line: 9 finished, 8 in hand, 2 withdrawn; and a result
	// without a line.
	"c": {
		"digitized-results":  {8, 9, 0}, // 0910-0001 is not there,
		"linked":             {9, 9, 0}, // though the register names its file
		"usable":             {8, 9, 0}, // 8 and the one without a line; one is not signed
		"electronic-results": {7, 9, 0},
		"two-layer":          {8, 8, 0},
		// The register says when the citizen came and not when the office was done: of
		// the two that came after the due day nothing is known.
		"on-time": {7, 9, 2},
		// One waits for the citizen beyond its due day; 0922-0001 and 0928-0001 are
		// overdue.
		"open-in-time": {5, 8, 1},
		// 0916-0001 was not digitized; the receipt of 0928-0001 cannot be read.
		"digitized-components": {17, 18, 0},
		"online":               {},
	},
}

func assertIndicators(t *testing.T, folder string, s lint.Summary) {
	t.Helper()
	got := map[string]share{}
	for _, r := range s.Rates {
		got[r.Key] = share{r.Numerator, r.Denominator, r.Unchecked}
		if r.FailingMore == 0 && r.Key != "two-layer" { // which counts files
			assert.Len(t, r.Failing, r.Bad(), "%s %s: each failing dossier is named", folder, r.Key)
		}
	}
	assert.Equal(t, byHand[folder], got, "indicators of folder %s", folder)
}
