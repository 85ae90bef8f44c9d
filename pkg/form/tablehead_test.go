package form

import (
	"fmt"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// A table whose head alone has captions is signed in the cells under them; a low
// row for the time is none.
func TestRowsUnderHead(t *testing.T) {
	for name, low := range map[string]float64{"plain": 0, "time above": 7} {
		t.Run(name, func(t *testing.T) {
			p := tell(t, "phieu_kiem_soat").say("Người giao", 82, 100).say("Người nhận", 117, 100)
			for _, x := range []float64{65, 100} {
				p.rule(Box{x, 96, 35, 9})
				for i := range 3 {
					y := 105 + 32*float64(i)
					p.rule(Box{x, y, 35, 32})
					if low > 0 {
						p.rule(Box{x, y, 35, low})
					}
				}
			}
			got := p.places()
			require.Len(t, got, 6)
			for i := range 3 {
				for key, x := range map[string]float64{"giao": 65, "nhan": 100} {
					b := got[fmt.Sprint(key, i+1)]
					top := 105 + 32*float64(i) + low
					assert.InDelta(t, x, b.X, 1.5, "%s%d", key, i+1)
					assert.InDelta(t, top, b.Y, 1.5, "%s%d", key, i+1)
					assert.InDelta(t, 105+32*float64(i+1), b.Y+b.H, 1.5, "%s%d", key, i+1)
				}
			}
		})
	}
}

// Where no rule parts giver and receiver, their cell is halved.
func TestRowsInOneCell(t *testing.T) {
	p := tell(t, "phieu_kiem_soat")
	for i := range 2 {
		y := 100 + 40*float64(i)
		p.rule(Box{65, y - 4, 70, 34}).say("Người giao", 82, y).say("Người nhận", 118, y)
	}
	got := p.places()
	require.Len(t, got, 4)
	assert.InDelta(t, 100, got["giao1"].X+got["giao1"].W, 2)
	assert.InDelta(t, 100, got["nhan2"].X, 2)
	assert.InDelta(t, 130, got["giao1"].Y+got["giao1"].H, 2)
}
