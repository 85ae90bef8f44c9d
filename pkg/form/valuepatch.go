package form

import "github.com/tthclint/tthclint/pkg/form/internal/writing"

// margin is what is seen around a room, in mm: pieces that reach into it are
// seen whole.
const margin = 2.5

// look1 judges what stands in a box of a room.
func (s *script) look1(r *valueRoom, in Box, b *board) writing.Reading {
	if p := s.see(r, in, b); p != nil {
		return writing.Judge(p)
	}
	return writing.Reading{Filled: 0.5, Hand: 0.5}
}

// see cuts a box of a room out of the page, with its surroundings. It returns
// nil for one that is too small or too large.
func (s *script) see(r *valueRoom, in Box, b *board) *writing.Patch {
	n := r.at
	// The caption is seen, too, for the contrast of the form's print.
	x0, x1 := min(n.box.X, in.X)-0.5, in.X+in.W+0.5
	if in.X-n.right() > 30 {
		x0 = in.X - 0.5
	}
	y0, y1 := in.Y-margin, in.Y+in.H+margin
	w, h := int((x1-x0)*patchScale), int((y1-y0)*patchScale)
	if w < 4 || h < 4 || w > 4096 || h > 1024 {
		return nil
	}
	p := &writing.Patch{W: w, H: h, PxPerMM: patchScale, Height: 0.62 * b.height * patchScale}
	luma, blue, red := resample(s.page, r.frame(s.view), x0, y0, w, h)
	p.Light = luma
	if red != nil {
		p.Light = make([]uint8, len(luma))
		p.Blue = make([]uint8, len(luma))
		for i, y := range luma {
			p.Light[i] = uint8(min(255, max(0, int(y)+(int(red[i])-128)*359/256)))
			p.Blue[i] = uint8(max(0, int(blue[i])-128))
		}
	}
	rect := func(b Box) writing.Rect {
		return writing.Rect{X0: int((b.X - x0) * patchScale), Y0: int((b.Y - y0) * patchScale),
			X1: int((b.X + b.W - x0) * patchScale), Y1: int((b.Y + b.H - y0) * patchScale)}
	}
	p.Room = rect(in)
	if x0 < n.box.X && in.Y <= 0 {
		p.Caption = rect(Box{n.box.X, -n.box.H / 2, n.box.W, n.box.H})
	}
	return p
}

// frame returns the map from the room's frame to the displayed page.
func (r *valueRoom) frame(v *view) Transform {
	n := r.at
	return turn(v.angle).after(Transform{1, 0, 0, n.tilt, 1, n.middleAt(0), 0, 0, 1})
}

// boxOf returns a box of a room on the displayed page.
func (s *script) boxOf(r *valueRoom, in Box) Box { return r.frame(s.view).Bounds(in) }
