package form

import (
	"slices"
	"unicode"
)

// scale returns the size of the print in parts of the usual: small papers are
// set in small print, and a photograph shows a sheet smaller than it is.
func (l *located) scale() float64 {
	var all []float64
	for _, c := range l.script.claims {
		if c.has(func(u use) bool { return u.role == titleRole || u.role == labelRole }) || c.likely < 0.9 || c.runes < 10 || c.open || len(c.rows) > 0 {
			continue
		}
		all = append(all, c.box.W/usualWidth(c.text))
	}
	if len(all) == 0 {
		return 1
	}
	slices.Sort(all)
	return min(max(all[len(all)/2], 0.6), 1.25)
}

// usualWidth returns how wide a text is printed in 13 points, in mm.
func usualWidth(text string) float64 {
	w := 0.0
	for _, r := range text {
		switch {
		case r == ' ' || r == ',' || r == '.' || r == '(' || r == ')' || r == '„' || r == 'i' || r == 'l' || r == 't':
			w += 1.2
		case r >= 'A' && r <= 'Z' || r == '…' || r == '—' || r > 127 && unicode.IsUpper(r):
			w += 2.95
		default:
			w += 2.0
		}
	}
	return w
}
