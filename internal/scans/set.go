package scans

// Stock is what the pages of a set are drawn with.
type Stock struct {
	Fonts   *Fonts   // nil: the built-in letters
	Ink     []Crop   // none: drawn signatures
	Layouts []string // of the marriage certificate; none: those not held
	Held    bool     // other papers in layouts that are kept for checking
	// Forms are drawn in turn; none: as [Stock.Random] says.
	Forms []string
}

// Random returns the spec of page n of a set: seven of ten pages are marriage
// certificates, and cases and flaws are about as frequent as they are among
// scans that have to be checked by hand. Of a set over some forms, half of the
// pages lack some values.
func (k *Stock) Random(seed, n uint64) Spec {
	r := newSource(seed, 1000+n)
	s := Spec{Seed: r.Uint64() >> 1, Ink: k.Ink}
	if k.Fonts != nil {
		s.Type = k.Fonts.choose(r)
	}
	s.Form = weighted(r, []choice{{Marriage, 70}, {Extract, 5}, {Birth, 5}, {Decision, 5}, {MaritalNote, 5}, {ControlSlip, 5}, {MarriageApplication, 3}, {Other, 3}})
	if len(k.Forms) > 0 {
		s.Form = k.Forms[n%uint64(len(k.Forms))]
	}
	if s.Form == Marriage && len(k.Layouts) > 0 {
		s.Layout = pick(r, k.Layouts...)
	} else {
		s.Layout = pick(r, LayoutsOf(s.Form, k.Held)...)
	}
	k.cases(r, &s)
	if len(k.Forms) > 0 {
		s.Mixed = r.odds(0.3)
		s.Blanks = pick(r, 0, 0, 0.15, 0.3)
		s.OtherName = r.odds(0.15)
	}
	k.scanner(r, &s)
	return s
}

var (
	signedCases = []choice{{"normal", 24}, {"name_typed", 12}, {"name_hand", 12}, {"on_typed_name", 6}, {"outside", 7}, {"over_caption", 8}, {"tiny", 8}, {"initials", 7}, {"faint", 6}, {"fingerprint", 14}}
	emptyCases  = []choice{{"blank", 12}, {"typed_name", 22}, {"typed_and_stray", 8}, {"stray", 14}, {"pencil_x", 9}, {"dirt", 6}, {"dotted", 5}, {"fold", 6}, {"ruled", 4}, {"showthrough", 7}, {"bleed", 4}, {"hand_name", 4}}
)

func (k *Stock) cases(r source, s *Spec) {
	s.Hand = r.odds(0.33)
	state := weighted(r, []choice{{"both", 60}, {"wife", 11}, {"husband", 11}, {"none", 14}, {"two", 4}})
	s.Wife, s.Husband = weighted(r, emptyCases), weighted(r, emptyCases)
	if state == "both" || state == "wife" {
		s.Wife = weighted(r, signedCases)
	}
	if state == "both" || state == "husband" {
		s.Husband = weighted(r, signedCases)
	}
	if state == "two" {
		if r.odds(0.5) {
			s.Wife = "two_in_one"
		} else {
			s.Husband = "two_in_one"
		}
	}
	s.Official = weighted(r, []choice{{"name_typed", 58}, {"outside", 7}, {"over_caption", 6}, {"tiny", 6}, {"on_typed_name", 6}, {"faint", 3}, {"typed_name", 11}, {"pencil_x", 1}, {"dirt", 1}, {"blank", 1}, {"typed_and_stray", 1}})
	s.Seal = weighted(r, []choice{{"normal", 74}, {"bleeds", 12}, {"none", 14}})
}

func (k *Stock) scanner(r source, s *Spec) {
	s.DPI = 200
	switch weighted(r, []choice{{"200", 48}, {"150", 24}, {"300", 10}, {"low", 18}}) {
	case "150":
		s.DPI = 150
	case "300":
		s.DPI = 300
	case "low":
		s.DPI = pick(r, 100, 120, 120)
		s.Flaws = append(s.Flaws, "low_dpi")
	}
	s.Colour = Colour(weighted(r, []choice{{string(InColour), 63}, {string(InGrey), 19}, {string(Bilevel), 18}}))
	s.Quality = 50 + r.IntN(38)
	flaw := func(p float64, name string) bool {
		yes := r.odds(p)
		if yes {
			s.Flaws = append(s.Flaws, name)
		}
		return yes
	}
	phone := s.Colour == InColour && s.DPI < 300 && flaw(0.18, "phone")
	if !phone {
		flaw(0.34, "skew")
		flaw(0.17, "dark_edge")
		flaw(0.07, "streak")
		flaw(0.07, "photocopy")
	}
	flaw(0.3, "blur")
	flaw(0.12, "back_side")
	flaw(0.1, "faint_seal")
	flaw(0.05, "shadow")
	flaw(0.05, "fold")
	flaw(0.07, "strips")
	flaw(0.1, "yellowed")
	switch {
	case s.Colour == Bilevel:
		if s.DPI < 150 {
			s.DPI = 150
		}
		if !flaw(0.35, "adaptive") {
			flaw(0.04, "dithered")
		}
	case r.odds(0.04):
		s.Flate = true
	case flaw(0.18, "jpeg_low"):
		s.Quality = 25 + r.IntN(20)
	}
	switch weighted(r, []choice{{"0", 84}, {"180", 8}, {"90", 4}, {"270", 4}}) {
	case "180":
		s.Rotation = 180
	case "90":
		s.Rotation = 90
	case "270":
		s.Rotation = 270
	}
	s.Upright = s.Rotation != 0 && r.odds(0.3)
}

// Difficulty says how hard a page is to read: "easy", "medium" or "hard".
func (t Truth) Difficulty() string {
	hard := map[string]bool{"tiny": true, "initials": true, "faint": true, "stray": true, "typed_and_stray": true, "pencil_x": true, "showthrough": true, "dirt": true, "bleed": true, "bleeds": true, "hand_name": true, "two_in_one": true}
	plain := map[string]bool{"": true, "normal": true, "name_typed": true, "name_hand": true, "none": true, "blank": true}
	points := 0
	for field, kind := range t.Case {
		switch {
		case field == "official":
			if t.State[field] == "absent" && kind != "blank" {
				points++
			}
		case hard[kind]:
			points += 3
		case !plain[kind]:
			points++
		}
	}
	weight := map[string]int{"phone": 1, "low_dpi": 1, "photocopy": 1, "shadow": 1, "fold": 1, "strips": 1, "jpeg_low": 1, "dithered": 3}
	for _, f := range t.Flaws {
		points += weight[f]
	}
	if t.Colour == Bilevel {
		points++
	}
	if t.Form == ControlSlip {
		points += 2
	}
	switch {
	case points == 0:
		return "easy"
	case points < 3:
		return "medium"
	}
	return "hard"
}
