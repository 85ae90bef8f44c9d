package form

import (
	"slices"

	"github.com/tthclint/tthclint/pkg/ocr"
)

// montage is several stripes in one picture, so that one call of the engine
// reads them all.
type montage struct {
	w, h    int
	stripes []*stripe
	tops    []int
}

// gapPx parts stripes, and keeps print off the picture's edge.
const gapPx = 14

func newMontage(stripes []*stripe) *montage {
	m := &montage{stripes: stripes, h: gapPx}
	for _, s := range stripes {
		m.tops = append(m.tops, m.h)
		m.h += s.h + gapPx
		m.w = max(m.w, s.w+2*gapPx)
	}
	return m
}

// picture draws the montage.
func (m *montage) picture() *ocr.Picture {
	pix := slices.Repeat([]uint8{255}, m.w*m.h)
	for i, s := range m.stripes {
		for y := range s.h {
			copy(pix[(m.tops[i]+y)*m.w+gapPx:], s.pix[y*s.w:(y+1)*s.w])
		}
	}
	return &ocr.Picture{W: m.w, H: m.h, Pix: pix, DPI: 200}
}

// find returns the stripe at a height of the picture, or -1.
func (m *montage) find(y int) int {
	i, ok := slices.BinarySearch(m.tops, y+gapPx/2)
	if !ok {
		i--
	}
	return i
}

// place returns where a rectangle of the picture, in stripe i, lies in the view.
func (m *montage) place(i int, r ocr.Rect) Box {
	s := m.stripes[i]
	x, y := s.at(float64(r.X0+r.X1)/2-gapPx, float64(r.Y0+r.Y1)/2-float64(m.tops[i]))
	w, h := float64(r.X1-r.X0)/s.px, float64(r.Y1-r.Y0)/s.px
	return Box{x - w/2, y - h/2, w, h}
}
