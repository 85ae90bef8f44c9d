package form

import (
	"context"
	"math"
	"strconv"
	"time"

	"github.com/tthclint/tthclint/pkg/ink"
	"github.com/tthclint/tthclint/pkg/ocr"
	"github.com/tthclint/tthclint/pkg/raster"
)

// Options say what a page is read with.
type Options struct {
	// OCR reads captions. Without it only layouts that an edition describes are
	// recognised, and no caption is confirmed by its letters.
	OCR ocr.Engine
	// Values asks for the values of the form, for which more lines are read.
	Values bool
	// Texts asks for the texts of all values. Without it only those are read that
	// others are compared with: of names and of the dossier's code.
	Texts bool
	// Judged, if set, is handed each box of ink before it is judged: the key of
	// its field, its bounds on the displayed page and what was cut out. It is for
	// the program that fits the models of package ink, and may keep the patch.
	Judged func(key string, at Box, p *ink.Patch)
}

// Read recognises the form of a page and reads its fields.
//
// A page that cannot be recognised or measured is a reading that says so; the
// error is that of ctx, or says that the engine could not run. Read keeps
// nothing of the picture and may be called concurrently.
func (s *Set) Read(ctx context.Context, p *raster.Page, o Options) (*Reading, error) {
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	if !usable(p) {
		return &Reading{Reason: NoPicture}, nil
	}
	clock := stages{begun: time.Now()}
	pr := newPrint(p)
	clock.done("lines")
	r, spots, sc, err := s.find(ctx, pr, o, &clock)
	if err != nil {
		return nil, err
	}
	if r.Form != nil {
		if err := r.fill(ctx, pr.page, spots, o.Judged); err != nil {
			return nil, err
		}
		clock.done("ink")
		if o.Values && sc != nil {
			if err := r.readValues(ctx, sc, o.Texts); err != nil {
				return nil, err
			}
			clock.done("values")
		}
	}
	r.Timings = clock.all
	return r, nil
}

// stages times the stages of reading.
type stages struct {
	begun time.Time
	all   []Timing
}

func (s *stages) done(name string) {
	now := time.Now()
	s.all = append(s.all, Timing{name, now.Sub(s.begun)})
	s.begun = now
}

// find recognises the form: by a known layout, confirmed by its captions if
// they can be read, or else by captions alone.
func (s *Set) find(ctx context.Context, pr *printed, o Options, clock *stages) (*Reading, []*spot, *script, error) {
	m, why, err := s.recognise(ctx, pr)
	clock.done("layout")
	if err != nil {
		return nil, nil, nil, err
	}
	if o.OCR == nil {
		if why != Recognised {
			return &Reading{Reason: why}, nil, nil, nil
		}
		return m.reading(), m.spots(), m.script(pr, o.OCR), nil
	}
	found := unread
	if why == Recognised {
		found, err = m.confirm(ctx, o.OCR, pr, s.wordings())
		clock.done("confirm")
		if err != nil || found == agreed && (m.placed() || len(m.form.Fields) == 0) {
			return m.reading(), m.spots(), m.script(pr, o.OCR), err
		}
	}
	l, no, err := s.locate(ctx, o.OCR, pr)
	clock.done("captions")
	switch {
	case err != nil:
		return nil, nil, nil, err
	case l != nil && (found == denied || why != Recognised || l.form != m.form || l.share() >= m.share()):
		return l.reading(), l.spots(), l.script, nil
	case why == Recognised && found != denied:
		return m.reading(), m.spots(), m.script(pr, o.OCR), nil
	case no == Recognised:
		no = OtherForm
	}
	return &Reading{Reason: no}, nil, nil, nil
}

// placed reports whether the edition has places and all of them are surely the
// fields' own: sheets with the columns the other way round look the same but for
// two short words.
func (m *match) placed() bool {
	for _, f := range m.edition.Places {
		if !m.identified(f) {
			return false
		}
	}
	return len(m.edition.Places) > 0
}

// fill measures and judges the fields.
func (r *Reading) fill(ctx context.Context, p *raster.Page, spots []*spot, judged func(string, Box, *ink.Patch)) error {
	measured, err := measure(ctx, p, spots, judged)
	if err != nil {
		return err
	}
	for i, f := range spots {
		fr := FieldReading{Key: f.key(), Label: f.Label, Kind: f.Kind, Required: f.Required, State: ink.Unsure}
		fr.Row = f.row
		if f.row > 0 {
			n := strconv.Itoa(f.row)
			fr.Label = Text{fr.Label.VI + " " + n, fr.Label.EN + " " + n}
		}
		if !f.found() {
			fr.Because = CaptionNotFound
			r.Fields = append(r.Fields, fr)
			continue
		}
		fr.Box, fr.Found = f.to.Bounds(f.box), r.Found
		if f.bySeal {
			fr.Found = BySeal
		}
		if f.ink.W > 0 {
			fr.Box, fr.Found = f.to.Bounds(f.ink), Beside
		}
		got := ink.Judge(measured[i], f.sealed)
		if f.Kind == Seal {
			got = ink.JudgeSeal(measured[i], p.Mode == raster.Colour)
		}
		fr.Features, fr.Confidence, fr.Contents = got.Features, got.Confidence, got.Contents
		switch {
		case !f.known:
			fr.Because = CaptionNotFound
		case covered(p, fr.Box, r.captionsOf(f.Field)), covered(p, f.to.Bounds(f.box), nil):
			fr.Because = Covered
		default:
			fr.State = got.State
		}
		r.Fields = append(r.Fields, fr)
	}
	return nil
}

// measure takes the measures of every box once; fields may share one. Boxes
// with a seal come first: where it lies is known to the others, into which it
// may reach.
func measure(ctx context.Context, p *raster.Page, spots []*spot, judged func(string, Box, *ink.Patch)) ([]ink.Features, error) {
	out := make([]ink.Features, len(spots))
	done := map[Box]ink.Features{}
	var seals []Box // around the rings, on the sheet
	for _, sealed := range []bool{true, false} {
		for i, f := range spots {
			if f.sealed != sealed || !f.found() {
				continue
			}
			got, ok := done[f.box]
			if !ok {
				if err := ctx.Err(); err != nil {
					return nil, err
				}
				patch := f.cut(p, spots, seals)
				if judged != nil {
					judged(f.key(), f.to.Bounds(f.box), patch)
				}
				got = ink.Measure(patch)
				if r := got.RingRadius; r > 0 {
					seals = append(seals, ring(f.box, got))
				}
				if !f.sealed && f.openTo(spots) && !ink.Judge(got, false).State.Signed() {
					if beside, at, ok := f.beside(p, spots, seals); ok {
						got, f.ink = beside, at
					}
				}
				done[f.box] = got
			}
			if f.Kind == Seal && ink.JudgeSeal(got, p.Mode == raster.Colour).State != ink.Present {
				if stamped, at, ok := f.strayedSeal(p, spots); ok {
					got, f.ink = stamped, f.box.over(at)
					seals = append(seals, at)
				}
			}
			out[i] = got
		}
	}
	for i, f := range spots {
		if f.sealed && f.Kind == Signature && f.found() && !ink.Judge(out[i], true).State.Signed() {
			if got, at, ok := f.lookAgain(p, spots, seals); ok {
				out[i], f.ink = got, at
			}
		}
	}
	return out, nil
}

// ring is the square about the seal that was seen in a box.
func ring(b Box, f ink.Features) Box {
	r := f.RingRadius
	return Box{b.X + f.RingX - r, b.Y + f.RingY - r, 2 * r, 2 * r}
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

// rotation returns how far a map turns the sheet, to the nearest right angle.
func rotation(t Transform) int {
	a := math.Atan2(t[3], t[0]) * 180 / math.Pi
	return (int(math.Round(a/90))*90%360 + 360) % 360
}
