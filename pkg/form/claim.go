package form

import (
	"slices"
	"strings"
	"unicode"
)

// claim is print that says a wording, more or less.
type claim struct {
	*wording
	read   string
	box    Box     // in the view
	tilt   float64 // slope of its line
	likely float64 // how much of it agrees, 0 to 1
	rows   []Box   // of a text on two lines
}

// Agreement that a claim needs.
const (
	leastAlike = 0.74
	leastShort = 0.5
)

// claims returns the wordings that a phrase may say: of each form the likeliest,
// and those that are next to as likely. On another form the same line may have a
// longer wording. A title is that of the one form that it most likely names.
func (p phrase) claims(all []*wording) []claim {
	if len(p.words) == 0 || len(p.words) > 40 {
		return nil
	}
	parts := make([]string, len(p.words))
	total := 0.0 // letters, as far as they were read with confidence
	for i, w := range p.words {
		parts[i] = letters(w.text)
		total += float64(len(parts[i])) * w.confidence
	}
	var out []claim
	most, first := map[*Form]float64{}, 0.0
	for _, w := range all {
		if c := p.claim(w, parts, total); c.likely > 0 && !c.partOfAnother(all) {
			out = append(out, c)
			for _, u := range w.uses {
				most[u.form] = max(most[u.form], c.likely)
			}
			first = max(first, c.likely)
		}
	}
	return slices.DeleteFunc(out, func(c claim) bool {
		return !c.has(func(u use) bool {
			if u.role == titleRole {
				return c.likely > first-0.02
			}
			return c.likely > max(most[u.form], most[nil])-0.02
		})
	})
}

// claim returns how a phrase says a wording best; likely is 0 if it does not.
func (p phrase) claim(w *wording, parts []string, total float64) claim {
	best := claim{wording: w, tilt: p.tilt}
	least := leastAlike
	if w.short() {
		least = leastShort
	}
	for i := range parts {
		if w.open && i > 0 {
			break // it begins the line
		}
		said, sure := "", 0.0
		for j := i; j < len(parts); j++ {
			said += parts[j]
			sure += float64(len(parts[j])) * p.words[j].confidence
			if len(said) > 2*len(w.letters)+1 {
				break
			}
			// What else stands on the line speaks against it.
			against := 0.0
			if !w.open {
				against = (total - sure) / max(total, float64(len(w.letters)))
			}
			if likely := alike(said, w.letters, least+against) - against; likely >= least && likely > best.likely {
				in := phrase{words: p.words[i : j+1]}
				best.likely, best.read, best.box = likely, in.text(), in.box()
			}
		}
	}
	if w.short() && best.likely == 1 && !w.saidIn(best.read, p) {
		best.likely = 0.9 // Võ is a name, Vợ the caption
	}
	if w.open && best.likely > 0 && !w.has(func(u use) bool { return u.role == labelRole }) {
		best.box = p.box() // the rest of the line belongs to it
	}
	return best
}

// partOfAnother reports whether what was read is better the beginning of something
// else: "Chữ ký của ch", whose end is hidden, is the caption of the husband and not
// "Chữ ký của vợ", and "GIẤY CHỨNG NH" is no "GIẤY CHỨNG TỬ".
func (c claim) partOfAnother(all []*wording) bool {
	const sure, better = 0.95, 0.05 // for a title it is enough to agree more by as much
	said := letters(c.read)
	if c.likely >= sure || len(said) < leastPart {
		return false
	}
	begins := func(u use, is func(o use) bool, least float64) bool {
		return slices.ContainsFunc(all, func(w *wording) bool {
			return len(w.letters) > len(said) && alike(said, w.letters[:len(said)], least) > c.likely &&
				w.has(func(o use) bool { return o.role == u.role && is(o) })
		})
	}
	return slices.ContainsFunc(c.uses, func(u use) bool {
		switch u.role {
		case captionRole:
			return begins(u, func(o use) bool { return o.form == u.form && o.field != u.field }, sure)
		case titleRole:
			return begins(u, func(o use) bool { return o.form != u.form }, c.likely+better)
		}
		return false
	})
}

// saidIn reports whether a short wording was read to the mark. One that a line
// begins with, as TM., needs capitals behind it: a stroke of a pen is as short.
func (w *wording) saidIn(read string, p phrase) bool {
	const signs = ".,:;()-_|'\" "
	if !strings.EqualFold(strings.Trim(read, signs), strings.Trim(w.text, signs)) {
		return false
	}
	if !w.open {
		return true
	}
	rest := strings.TrimPrefix(p.text(), read)
	return len(letters(rest)) >= 4 && rest == strings.ToUpper(rest) && !strings.ContainsFunc(rest, unicode.IsDigit)
}
