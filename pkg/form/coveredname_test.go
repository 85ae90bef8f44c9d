package form

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// A name that a signature crosses is told by a word of the one that it repeats, or
// by the shape of its line.
func TestNamesThatCannotBeRead(t *testing.T) {
	set, err := Builtin()
	require.NoError(t, err)
	f := set.Form("ket_hon")
	everywhere := func(Box) bool { return true }
	reading := &Reading{Form: f, Values: []ValueReading{{Key: WifeNameKey, State: Filled, Text: "HOÀNG NGỌC MỸ NGÂN"}}}
	name := func(lines []*candidate, said ...phrase) ValueReading {
		out := ValueReading{Key: "wife_signed_name", State: UnsureValue}
		s := &script{view: &view{}, lines: lines}
		s.coveredName(reading, boardOf(f, said...), everywhere, &out)
		return out
	}
	assert.Equal(t, Filled, name(nil, spoken(20, 60, "ng Ngọt"), spoken(60, 60, "Ngân")).State, "its last word can be read")
	assert.Empty(t, name(nil, spoken(20, 60, "ng Ngọt"), spoken(60, 60, "Ngân")).Text, "the rest cannot")
	assert.Equal(t, UnsureValue, name(nil, spoken(20, 60, "Xq 7e")).State)
	assert.Equal(t, UnsureValue, name(nil, spoken(20, 60, "NGƯỜI VỢ")).State, "a caption in capitals")

	line := func(w, h float64, glyphs int) []*candidate {
		return []*candidate{{line: line{x0: 20, x1: 20 + w, y0: 60, y1: 60 + h, glyphs: glyphs}}}
	}
	assert.Equal(t, Filled, name(line(32, 5, 9)).State, "a row of letters")
	assert.Equal(t, ByHand, name(line(32, 5, 9)).How)
	assert.Equal(t, UnsureValue, name(line(25, 14, 4)).State, "a signature")
	assert.Equal(t, UnsureValue, name(line(32, 5, 9), spoken(20, 60, "ngày 04/2015")).State, "a day")
	assert.Equal(t, UnsureValue, name(line(32, 5, 9), spoken(20, 60, "(Ký, ghi rõ họ")).State, "a hint")
}
