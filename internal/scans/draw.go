package scans

import (
	"fmt"
	"image/color"
	"slices"

	"github.com/tthclint/tthclint/internal/sample/paper"
)

// Draw draws the page of a spec and returns its PDF and what stands on it. The
// error says what the spec asks for that there is not.
func Draw(s Spec) ([]byte, Truth, error) {
	if err := s.settle(); err != nil {
		return nil, Truth{}, err
	}
	t := Truth{
		Form: s.Form, Colour: s.Colour, Codec: s.codec(), DPI: s.DPI, Rotation: s.Rotation, Flaws: s.Flaws, Hand: s.Hand,
		State: map[string]string{}, Case: map[string]string{}, Boxes: map[string]Quad{}, Writer: map[string]string{},
		Values: map[string]Value{},
	}
	if t.Codec == "jpeg" {
		t.Quality = s.Quality
	}
	if s.Upright {
		t.RotateMeta = (360 - s.Rotation) % 360
	}
	c := s.drawPaper(&t)
	shot := s.scan(c)
	for key, b := range c.field {
		t.Boxes[key] = shot.quad(b)
	}
	for key, v := range t.Values {
		v.Box = shot.quad(c.room[key])
		t.Values[key] = v
	}
	t.W, t.H = shot.im.Rect.Dx(), shot.im.Rect.Dy()
	pdf, err := s.pack(shot, t)
	return pdf, t, err
}

// settle fills in what a spec leaves open.
func (s *Spec) settle() error {
	if s.Form == "" {
		s.Form = Marriage
	}
	for _, kind := range []string{s.Wife, s.Husband, s.Official} {
		if kind != "" && !slices.Contains(signed, kind) && !slices.Contains(unsigned, kind) {
			return fmt.Errorf("no case %q", kind)
		}
	}
	if !slices.Contains(Forms(), s.Form) {
		return fmt.Errorf("no form %q", s.Form)
	}
	if s.Layout != "" && !slices.Contains(slices.Concat(LayoutsOf(s.Form, false), LayoutsOf(s.Form, true)), s.Layout) {
		return fmt.Errorf("no layout %q", s.Layout)
	}
	switch {
	case s.Seal == "":
		s.Seal = "normal"
	case s.Seal != "normal" && s.Seal != "bleeds" && s.Seal != "none":
		return fmt.Errorf("seal: no case %q", s.Seal)
	}
	if s.Wife == "bleed" || s.Husband == "bleed" {
		s.Seal = "bleeds"
	}
	if s.DPI == 0 {
		s.DPI = 200
	}
	if s.Colour == "" {
		s.Colour = InColour
	}
	if s.Quality == 0 {
		s.Quality = 80
	}
	if s.Type == nil {
		var err error
		if s.Type, err = builtIn(); err != nil {
			return err
		}
	}
	for _, f := range s.Flaws {
		if !slices.Contains(flaws, f) {
			return fmt.Errorf("no flaw %q", f)
		}
	}
	return nil
}

func (s *Spec) codec() string {
	switch {
	case s.Colour == Bilevel:
		return "g4"
	case s.Flate:
		return "flate"
	}
	return "jpeg"
}

func (s *Spec) flawed(name string) bool { return slices.Contains(s.Flaws, name) }

// begin returns a blank page of a size in mm.
func (s *Spec) begin(t *Truth, w, h, em float64) *canvas {
	r := newSource(s.Seed, 1)
	pose := paper.Pose{}
	if !s.flawed("phone") {
		pose.DX, pose.DY = r.near(0, 0.8), r.near(0, 0.8)
		pose.Skew = r.near(0, 0.15)
		if s.flawed("skew") {
			pose.Skew = pick(r, -1.0, 1.0) * r.in(0.5, 3)
		}
	}
	sheet := color.RGBA{253, 252, 250, 255}
	if slices.Contains([]string{Marriage, Birth, Land, Household}, s.Form) {
		sheet = pick(r, color.RGBA{252, 240, 240, 255}, color.RGBA{250, 228, 226, 255}, color.RGBA{253, 246, 232, 255}, color.RGBA{253, 252, 250, 255}, color.RGBA{244, 246, 240, 255})
	}
	dark := uint8(r.in(18, 60))
	c := &canvas{
		source: r, seed: s.Seed,
		Sheet: paper.NewSheet(w, h, float64(s.DPI), pose, sheet),
		faces: s.Type, ink: s.Ink, em: em * r.in(0.94, 1.04), hand: s.Hand,
		print: color.RGBA{dark, dark, dark, 255}, fill: r.penInk(), faint: s.flawed("faint_seal"),
		field: map[string]rect{}, room: map[string]rect{}, truth: t,
		filling: filling{blank: s.Blank, blanks: s.Blanks, mixed: s.Mixed},
	}
	c.filling.choose(newSource(s.Seed, 5), s.Hand)
	c.habit.choose(newSource(s.Seed, 7))
	if s.flawed("back_side") {
		c.backSide()
	}
	return c
}

func (s *Spec) drawPaper(t *Truth) *canvas {
	switch s.Form {
	case Marriage:
		return s.drawCertificate(t)
	case ControlSlip:
		return s.drawSlip(t)
	case Land:
		return s.drawLand(t)
	case Other:
		return s.drawOther(t)
	}
	return s.drawLetter(t)
}

func (s *Spec) drawCertificate(t *Truth) *canvas {
	r := newSource(s.Seed, 2)
	id := s.layout(r)
	l := layouts[slices.IndexFunc(layouts, func(l layout) bool { return l.id == id })]
	t.Layout = "kh-" + l.id
	c := &certificate{canvas: s.begin(t, l.w, l.h, l.size), layout: l, spec: *s, office: r.office(), wife: r.person(true), husband: r.person(false)}
	c.plain = r.odds(0.12)
	leaders := r.odds(0.35)
	if s.Blanks == 0 && len(s.Blank) == 0 && !s.Mixed { // all is filled in
		c.leader, c.kept = noLeader, true
		if leaders {
			c.leader = dots
		}
	}
	c.drift = paper.Pt{X: r.near(0, 0.8), Y: r.near(0, 0.6)}
	c.choose()
	c.draw()
	return c.canvas
}
