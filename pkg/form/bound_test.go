package form

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

// What both spouses wrote on a row is not a line of text that ends their places, though it was found as one
// line: it runs through the rule between two cells, or nothing is written on the border.
func TestHandsOnOneRow(t *testing.T) {
	const row = 166
	for name, c := range map[string]struct {
		draw func(*told)
		ends bool
	}{
		"nothing between": {func(p *told) { p.draw(Box{35, row, 63, 7}).draw(Box{112, row, 63, 7}) }, false},
		"one line":        {func(p *told) { p.draw(Box{35, row, 140, 7}) }, true},
		"cells": {func(p *told) {
			p.draw(Box{35, row, 140, 7}).rule(Box{20, 140, 85, 50}).rule(Box{105, 140, 85, 50})
		}, false},
	} {
		t.Run(name, func(t *testing.T) {
			p := tell(t, "ket_hon").say("Vợ", 62, 148).say("Chồng", 148, 148).say(official, 105, 210)
			c.draw(p)
			got := p.line(Box{35, row, 140, 7}, 24).places()
			for _, key := range []string{WifeSignature, HusbandSignature} {
				assert.Equal(t, c.ends, got[key].Y+got[key].H < row+2, "%s %v", key, got[key])
			}
		})
	}
}
