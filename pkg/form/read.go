package form

import (
	"context"
	"math"

	"github.com/tthclint/tthclint/pkg/ink"
	"github.com/tthclint/tthclint/pkg/ocr"
	"github.com/tthclint/tthclint/pkg/raster"
)

// Options say what a page is read with.
type Options struct {
	// OCR reads captions. Without it only layouts that an edition describes are
	// recognised, and no caption is confirmed by its letters.
	OCR ocr.Engine
}

// Read recognises the form of a page and reads its fields.
//
// A page that cannot be recognised or measured is a reading that says so; the
// error is only that of ctx. Read keeps nothing of the picture and may be
// called concurrently.
func (s *Set) Read(ctx context.Context, p *raster.Page, o Options) (*Reading, error) {
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	if !usable(p) {
		return &Reading{Reason: NoPicture}, nil
	}
	m, why, err := s.recognise(ctx, p)
	if err != nil {
		return nil, err
	}
	if why != Recognised {
		return &Reading{Reason: why}, nil
	}
	to := m.page()
	r := &Reading{Form: m.form, Edition: m.edition, Found: ByLayout, Confidence: m.confidence(),
		Rotation: rotation(to), Transform: to, Residual: m.rms}
	for i, c := range m.edition.Captions {
		if m.full(i) {
			r.Confirmed = append(r.Confirmed, c.ID)
		}
	}
	measured := m.measure(p, to)
	for _, f := range m.edition.Places {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		fr := FieldReading{Key: f.Key, Label: f.Label, Kind: f.Kind, Required: f.Required, State: ink.Unsure, Box: to.Bounds(f.Box)}
		features, sealed := measured[f.Box], m.sealed(f)
		got := ink.Judge(features, sealed)
		if f.Kind == Seal {
			got = ink.JudgeSeal(features, p.Mode == raster.Colour)
		}
		fr.Features, fr.Confidence = got.Features, got.Confidence
		switch {
		case !m.identified(f):
			fr.Because = CaptionNotFound
		case covered(p, fr.Box):
			fr.Because = Covered
		default:
			fr.State = got.State
		}
		r.Fields = append(r.Fields, fr)
	}
	return r, nil
}

// measure takes the measures of every box once; fields may share one. Boxes
// with a seal come first: where it lies is known to the others, into which it
// may reach.
func (m *match) measure(p *raster.Page, to Transform) map[Box]ink.Features {
	out := map[Box]ink.Features{}
	var seals []Box // around the rings, on the sheet
	for _, sealed := range []bool{true, false} {
		for _, f := range m.edition.Places {
			if _, done := out[f.Box]; done || m.sealed(f) != sealed {
				continue
			}
			patch := m.cut(p, to, f.Box)
			patch.Sealed = sealed
			for _, b := range seals {
				patch.Seals = append(patch.Seals, ink.Circle{
					X: patch.Box.X0 + int((b.X+b.W/2-f.Box.X)*patchScale),
					Y: patch.Box.Y0 + int((b.Y+b.H/2-f.Box.Y)*patchScale),
					R: int(b.W / 2 * patchScale)})
			}
			got := ink.Measure(patch)
			if r := got.RingRadius; r > 0 {
				seals = append(seals, Box{f.Box.X + got.RingX - r, f.Box.Y + got.RingY - r, 2 * r, 2 * r})
			}
			out[f.Box] = got
		}
	}
	return out
}

// covered reports whether something lies over the scan in a box, so that its
// ink cannot be seen.
func covered(p *raster.Page, b Box) bool {
	for _, o := range p.Overlay {
		if o.X < b.X+b.W && b.X < o.X+o.W && o.Y < b.Y+b.H && b.Y < o.Y+o.H {
			return true
		}
	}
	return false
}

// sealed reports whether a seal belongs in the box of a field.
func (m *match) sealed(f Place) bool {
	for _, o := range m.edition.Places {
		if o.Kind == Seal && o.Box == f.Box {
			return true
		}
	}
	return false
}

// usable reports whether a page has a picture that can be measured.
func usable(p *raster.Page) bool {
	if p == nil || p.Image == nil {
		return false
	}
	im := p.Image
	return im.W >= 100 && im.H >= 100 && im.W <= 1<<16 && im.H <= 1<<16 && len(im.Y) == im.W*im.H &&
		p.WidthMM > 20 && p.HeightMM > 20 && p.WidthMM < 5000 && p.HeightMM < 5000 &&
		p.DPI >= 40 && p.DPI < 5000
}

// page returns the map from the sheet to the displayed page.
func (m *match) page() Transform {
	t := m.to
	t = turn(m.view.angle).after(t)
	for i := range t {
		t[i] /= m.to[8]
	}
	return t
}

// rotation returns how far a map turns the sheet, to the nearest right angle.
func rotation(t Transform) int {
	a := math.Atan2(t[3], t[0]) * 180 / math.Pi
	return (int(math.Round(a/90))*90%360 + 360) % 360
}

// confidence estimates how surely the form is right: by the part of its
// captions that were found whole and how closely they fit.
func (m *match) confidence() float64 {
	n := 0
	for i := range m.edition.Captions {
		if m.full(i) {
			n++
		}
	}
	found := float64(n) / float64(len(m.edition.Captions))
	few := 1 - math.Exp(-float64(n)/1.5)
	return min(0.99, few*(0.6+0.4*found)/(1+0.1*m.rms))
}
