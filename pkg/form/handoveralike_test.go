package form

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// wordsOf returns the words of a time that were read in a row.
func wordsOf(r *writtenRow) (out []string) {
	for _, line := range r.lines {
		for _, m := range dayMarks(line) {
			out = append(out, dayWords[m.kind])
		}
	}
	return out
}

func TestRowsArePrintedAlike(t *testing.T) {
	row := func(y float64, text string) *writtenRow {
		return &writtenRow{tableRow: &tableRow{at: local{cx: 50, cy: y}}, lines: []phrase{spoken(10, y, text)}}
	}
	rows := []*writtenRow{
		row(20, "_ giờ _ phút, ngày _ tháng _ năm _"),
		row(60, "_ giờ _ phút, ngày _ thxxx _ nX1 _"),
		row(100, "12 giờ 30 phút, ngày 05 tháng 3 nXm 2024"), // typed: its words are elsewhere
		row(140, "Giao: Phòng Kinh tế"),
	}
	printedAlike(rows)
	all := []string{"gio", "phut", "ngay", "thang", "nam"}
	assert.Equal(t, all, wordsOf(rows[0]))
	assert.Equal(t, all, wordsOf(rows[1]))
	assert.Equal(t, all[:4], wordsOf(rows[2]))
	assert.Empty(t, wordsOf(rows[3]))
	require.Len(t, rows[1].lines, 1)
	assert.Len(t, rows[1].lines[0].words, 5, "what was read for a word is gone")
}

func TestDayOfARow(t *testing.T) {
	s := &script{view: &view{}}
	part := func(read string) dayPart { return dayPart{room: &valueRoom{at: &notice{label: &label{}}}, read: read} }
	for name, c := range map[string]struct {
		parts []dayPart
		state ValueState
	}{
		"none":             {[]dayPart{part(""), part(""), part("")}, Blank},
		"all":              {[]dayPart{part("12"), part("3"), part("2024")}, Filled},
		"without its year": {[]dayPart{part("12"), part("3"), part("")}, Filled},
		"one of three":     {[]dayPart{part(""), part("3"), part("")}, Blank},
		"one of two":       {[]dayPart{part(""), part("3")}, UnsureValue},
	} {
		var out ValueReading
		s.decideDay(c.parts, &out)
		assert.Equal(t, c.state, out.State, name)
	}
}
