package form

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// A word that was read twice is not cut off where its second reading begins.
func TestDayWordsReadTwice(t *testing.T) {
	words := tokens(spoken(20, 0, "ngày _ tháng _ năm _").words)
	again := []word{words[0], {"TIÀJ", 0.2, Box{20.3, 0, 6, 4}}, words[1], words[2]}
	figure := []word{words[0], words[1], words[2]}
	figure[1].box.W += 6 // a figure behind it was read with it
	assert.Less(t, dateGaps(figure, Box{20, -4, 150, 8})[1].X, words[1].right()+1.5)
	lost := []word{words[0], words[1], words[2]}
	lost[0].box.W *= 0.7
	assert.InDelta(t, dateGaps(words, Box{20, -4, 150, 8})[1].X, dateGaps(lost, Box{20, -4, 150, 8})[1].X, 0.5)
	assert.InDelta(t, dateGaps(words, Box{20, -4, 150, 8})[0].X, dateGaps(again, Box{20, -4, 150, 8})[0].X, 0.1)
}

// The words of a day are read apart where dots stand between them, and reach farther
// than other print of the page.
func TestDayReadInPieces(t *testing.T) {
	f := &Form{Values: []Value{{Key: "issued_on", Type: DateValue, Captions: []string{"…, ngày … tháng … năm …"}}}}
	b := boardOf(f, spoken(120, 50, "Tân Hòa, ngày"), spoken(160, 50, "tháng"), spoken(185, 50, "năm"))
	b.right = 170
	r := b.dated(nil)
	require.NotNil(t, r)
	require.Len(t, r.gaps, 3)
	assert.InDelta(t, 191, r.gaps[2].X, 1)
	assert.Greater(t, r.gaps[2].W, 8.0)
}
