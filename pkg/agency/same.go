package agency

import (
	"slices"
	"time"
)

// Answer is the answer of [Same].
type Answer int

// Answers. Unknown is the zero value: it never speaks against anybody.
const (
	Unknown Answer = iota
	Yes
	No
)

// Same tells whether two names are of one agency, or of offices of one commune.
//
// a is a name that was borne at that instant, as in a certificate issued then; b
// is the name of the same day or of a later one, as in a register that was
// written afterwards. The answer is No only for two communes that are certainly
// different: both on the map of today, or one of them with a known history that
// the other has no part in.
func Same(a, b Name, at time.Time) Answer {
	if len(a.units) == 0 || len(b.units) == 0 {
		if len(a.words) > 0 && text(a.words) == text(b.words) {
			return Yes
		}
		return Unknown
	}
	if a.marked != b.marked {
		// One is written without diacritics: compare both so. Equal is then likely,
		// different proves nothing.
		if sameTerritory(bare(a), bare(b)) && related(a, b) {
			return Yes
		}
		return Unknown
	}
	switch {
	case sameTerritory(a, b):
		if related(a, b) {
			return Yes
		}
		return Unknown
	case succeeds(a, b) || succeeds(b, a):
		return Yes
	case different(a, b, at):
		return No
	}
	return Unknown
}

// sameTerritory reports whether the lowest units are the same and nothing above
// them speaks against it.
func sameTerritory(a, b Name) bool {
	return a.units[0].same(b.units[0]) && !contradict(a, b, a.units[0].level)
}

// contradict reports whether two names place their unit in different units of a
// level above.
func contradict(a, b Name, above Level) bool {
	for _, u := range a.units {
		if u.level <= above {
			continue
		}
		if v, ok := b.at(u.level); ok && !u.same(v) && !sameProvince(u, v) {
			return true
		}
	}
	return false
}

// sameProvince reports whether one province has become the other.
func sameProvince(u, v unit) bool {
	for _, c := range history {
		if c.into.level != Province {
			continue
		}
		if c.into.same(v) && slices.ContainsFunc(c.from, u.same) || c.into.same(u) && slices.ContainsFunc(c.from, v.same) {
			return true
		}
	}
	return false
}

// related reports whether two agencies of one territory are one: its committee
// and the offices under it. Other bodies, such as the police, are not.
func related(a, b Name) bool {
	return a.body != otherBody && b.body != otherBody || text(a.words) == text(b.words)
}

// succeeds reports whether b is what a has become.
func succeeds(a, b Name) bool {
	c, ok := became(a)
	return ok && c.into.same(b.units[0]) && related(a, b) &&
		!contradict(Name{units: []unit{c.into, c.within}}, b, c.into.level)
}

// different reports whether two names are certainly of different communes.
func different(a, b Name, at time.Time) bool {
	if a.Level() != Commune || b.Level() != Commune || !a.marked || !b.marked || a.body == otherBody || b.body == otherBody {
		return false
	}
	u, v := a.units[0], b.units[0]
	if begins(u.name, v.name) || begins(v.name, u.name) {
		return false // the same name in another kind of unit, or one cut short
	}
	for _, c := range history {
		// By its bare name it may be a part of what the other has become.
		if c.into.same(u) && slices.ContainsFunc(c.from, v.same) || c.into.same(v) && slices.ContainsFunc(c.from, u.same) {
			return false
		}
	}
	_, knownA := became(a)
	_, knownB := became(b)
	if knownA || knownB {
		return true
	}
	_, oldA := a.at(District)
	_, oldB := b.at(District)
	return !at.Before(Reform()) && !oldA && !oldB
}

func begins(name, with []string) bool {
	return len(name) >= len(with) && slices.Equal(name[:len(with)], with)
}

// bare returns a name without diacritics.
func bare(n Name) Name {
	n.words = plain(n.words)
	units := make([]unit, len(n.units))
	for i, u := range n.units {
		units[i] = unit{u.level, u.kind, plain(u.name)}
	}
	n.units = units
	return n
}
