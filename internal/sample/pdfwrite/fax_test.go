package pdfwrite

import (
	"bytes"
	"io"
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/image/ccitt"
)

func TestFaxIsReadBack(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for _, size := range [][2]int{{1, 1}, {7, 5}, {64, 40}, {1000, 30}, {3000, 6}} {
		w, h := size[0], size[1]
		for _, share := range []int{0, 2, 10, 200, 100000} {
			pix := make([]byte, w*h)
			v := byte(255)
			for i := range pix {
				if share > 0 && r.IntN(share) == 0 {
					v = ^v
				}
				if i >= w && r.IntN(4) > 0 {
					pix[i] = pix[i-w] // as the row above
				} else {
					pix[i] = v
				}
			}
			got, err := io.ReadAll(ccitt.NewReader(bytes.NewReader(Fax(pix, w)), ccitt.MSB, ccitt.Group4, w, h, nil))
			require.NoError(t, err, "%d by %d, %d", w, h, share)
			wide := (w + 7) / 8
			for i, v := range pix {
				bit := got[i/w*wide+i%w/8] >> (7 - i%w%8) & 1
				if !assert.Equal(t, v == 0, bit == 0, "%d by %d, %d: pixel %d", w, h, share, i) {
					return
				}
			}
		}
	}
}
