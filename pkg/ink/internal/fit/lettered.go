package main

import (
	"image"
	"math/rand/v2"

	"golang.org/x/image/font"
	"golang.org/x/image/font/opentype"
	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"
)

// names are kinds of boxes in which somebody wrote a name and did not sign
// otherwise, and of empty ones that look most like them.
var names = weighted("absent lettered 8, absent hand_name 3, absent lettered_typed 8, absent written+blank 2, absent soil+lettered 1, absent shone+lettered 1, " +
	"absent typed_name 6, absent names+blank 3, absent typed_and_stray 3, absent name+stray 2, absent blank 2, absent stray 3, absent pencil_x 2, absent text 2, " +
	"absent hint+blank 1, absent shone+blank 2, absent shone+typed_name 2, absent soil+blank 2, absent blot+typed_name 1, absent neighbour 2, absent fold 1, absent dotted 1, absent ruled 1")

// lettered writes words letter by letter, as people do who seldom write: no two
// letters alike in size or height, on a line that bends.
func (s *scene) lettered(words string, y float64) {
	rng := s.rng
	im, w, h := scattered(rng, s.faces.hand[rng.IntN(len(s.faces.hand))], words, 4+5*rng.Float64())
	if most := s.box[2] * 0.95; w > most {
		w, h = most, h*most/w
	}
	x := s.box[0] + s.box[2]*(0.5+0.08*rng.NormFloat64())
	s.c.stamp(im, w, h, tilt(rng, x, y, w*(1+2*rng.Float64())), 1)
	if rng.IntN(3) == 0 {
		s.c.weigh(rng)
	}
	tone := 0.5 + 0.5*rng.Float64()
	if s.mode.bilevel {
		tone = 1
	}
	s.c.press(s.colour(), tone)
}

// twice writes a name by hand over the same name in print.
func (s *scene) twice() {
	rng := s.rng
	words := name(rng)
	at := s.box[1] + s.box[3]*(0.5+0.42*rng.Float64())
	s.c.text(s.bold, words, 3.6+1.6*rng.Float64(), s.box[0]+s.box[2]*(0.5+0.08*rng.NormFloat64()), at)
	s.c.press(black, 0.75+0.25*rng.Float64())
	s.lettered(words, at-4-s.box[3]*0.25*rng.Float64())
}

// scattered renders words as set does, each letter of a size and a height of its
// own.
func scattered(rng *rand.Rand, ft *sfnt.Font, words string, height float64) (*image.Alpha, float64, float64) {
	const px = 16
	blank := image.NewAlpha(image.Rect(0, 0, 1, 1))
	var faces []font.Face
	for range 4 {
		size := height * px * (1 + 0.1*rng.NormFloat64())
		face, err := opentype.NewFace(ft, &opentype.FaceOptions{Size: max(size, px), DPI: 72})
		if err != nil {
			return blank, 1, 1
		}
		faces = append(faces, face)
	}
	room := int(height * px)
	im := image.NewAlpha(image.Rect(0, 0, room*(len([]rune(words))+2), 4*room))
	spread, climb := 0.12*rng.Float64(), 0.08*rng.NormFloat64()
	at := fixed.P(room, 2*room)
	for _, r := range words {
		d := font.Drawer{Dst: im, Src: image.Opaque, Face: faces[rng.IntN(len(faces))], Dot: at}
		d.Dot.Y += fixed.Int26_6(64 * height * px * (spread*rng.NormFloat64() + climb*rng.NormFloat64()))
		d.DrawString(string(r))
		at.X = d.Dot.X + fixed.Int26_6(64*height*px*0.06*(rng.NormFloat64()+0.5))
	}
	box := inked(im)
	if box.Empty() || box.Dx() > 4000 {
		return blank, 1, 1
	}
	q := *im.SubImage(box).(*image.Alpha)
	q.Rect = image.Rect(0, 0, box.Dx(), box.Dy())
	return &q, float64(box.Dx()) / px, float64(box.Dy()) / px
}

// inked is what of a picture is covered.
func inked(im *image.Alpha) image.Rectangle {
	box := image.Rectangle{}
	for y := range im.Rect.Dy() {
		for x := range im.Rect.Dx() {
			if im.Pix[y*im.Stride+x] > 0 {
				box = box.Union(image.Rect(x, y, x+1, y+1))
			}
		}
	}
	return box
}
