package agency

import (
	"slices"
	"strings"
)

// Level is the level of government of a territorial unit.
type Level int

// Levels, from the lowest. The district level ended on 1/7/2025.
const (
	NoLevel Level = iota // a name that speaks of no territory that could be read
	Commune              // phường, xã, thị trấn, đặc khu
	District
	Province
	City // a thành phố that may be of a district's level or of a province's
)

// body is what kind of agency a name is of.
type body int

const (
	otherBody body = iota
	committee      // the People's Committee or Council, or the bare unit
	office         // an office, division or centre under it
)

// Name is an agency's name taken apart.
type Name struct {
	body   body
	words  []string // of the part that names the agency itself
	units  []unit   // from the lowest level, one a level
	marked bool     // written with diacritics
}

// unit is one territorial unit.
type unit struct {
	level Level
	kind  string   // "phuong", "xa", …
	name  []string // words
}

func (u unit) same(v unit) bool { return u.kind == v.kind && slices.Equal(u.name, v.name) }

// kinds are the words for units, with those that people shorten them to. Two
// words come before their second one.
var kinds = []struct {
	words [][]string
	kind  string
	level Level
}{
	{phrases("thị trấn"), "thi-tran", Commune},
	{phrases("đặc khu"), "dac-khu", Commune},
	{phrases("thị xã", "tx"), "thi-xa", District},
	{phrases("thành phố", "tp"), "thanh-pho", City},
	{phrases("phường", "p"), "phuong", Commune},
	{phrases("xã", "x"), "xa", Commune},
	{phrases("quận", "q"), "quan", District},
	{phrases("huyện", "h"), "huyen", District},
	{phrases("tỉnh"), "tinh", Province},
}

// notNames follow a word for a unit where it is none: xã hội, tỉnh ủy.
var notNames = phrases("hội", "ủy")

var (
	committees = phrases("ủy ban nhân dân", "ubnd", "hội đồng nhân dân", "hđnd")
	offices    = phrases("văn phòng", "vp", "phòng", "trung tâm", "bộ phận", "ban")
	// cooperative stands before "xã" where that is no commune.
	cooperative = phrase("hợp tác")
)

// Parse takes a name apart. The parts go from the agency itself to what stands
// above it, such as the common name, organizational units and organization of a
// certificate; one part may hold several units, as "UBND phường 3, TP. Sa Đéc".
// Parse never fails: a name that cannot be read compares as unknown.
func Parse(parts ...string) Name {
	n := Name{marked: true}
	lowest := NoLevel
	for i, part := range parts {
		words, marked := wordsOf(part)
		if len(words) == 0 {
			continue
		}
		units := unitsOf(words, marked)
		if i == 0 || n.words == nil {
			n.words, n.body = words, bodyOf(words, marked, units)
		}
		if len(units) == 0 {
			continue
		}
		n.marked = n.marked && marked
		for _, u := range units {
			// The first part that names a level decides it: those behind stand above.
			if !slices.ContainsFunc(n.units, func(v unit) bool { return v.level == u.level }) {
				n.units = append(n.units, u)
			}
		}
		if l := lowestOf(units).level; lowest == NoLevel || l < lowest {
			lowest = l
			n.words, n.body = words, bodyOf(words, marked, units)
		}
	}
	slices.SortStableFunc(n.units, func(a, b unit) int { return int(a.level - b.level) })
	// A city below a province, or one that the list knows as such, is a district.
	for i, u := range n.units {
		if u.level == City && (slices.ContainsFunc(n.units, func(v unit) bool { return v.level == Province }) || knownDistrict(u)) {
			n.units[i].level = District
		}
	}
	slices.SortStableFunc(n.units, func(a, b unit) int { return int(a.level - b.level) })
	return n
}

func lowestOf(units []unit) unit {
	return slices.MinFunc(units, func(a, b unit) int { return int(a.level - b.level) })
}

// unitsOf returns the units that words name.
func unitsOf(words []string, marked bool) (units []unit) {
	for i := 0; i < len(words); {
		kind, size := kindAt(words, i, marked)
		if size == 0 {
			i++
			continue
		}
		u := unit{level: kinds[kind].level, kind: kinds[kind].kind}
		for i += size; i < len(words) && words[i] != stop; i++ {
			if _, next := kindAt(words, i, marked); next > 0 {
				break
			}
			u.name = append(u.name, words[i])
		}
		if len(u.name) > 0 {
			units = append(units, u)
		}
	}
	return units
}

// kindAt returns which word for a unit stands at i and how many words it has.
func kindAt(words []string, i int, marked bool) (kind, size int) {
	rest := words[i:]
	for k := range kinds {
		for _, p := range kinds[k].words {
			if !hasPrefix(rest, marked, p) || startsWith(rest[len(p):], marked, notNames) {
				continue
			}
			if kinds[k].kind == "xa" && i >= 2 && hasPrefix(words[i-2:], marked, cooperative) {
				continue
			}
			return k, len(p)
		}
	}
	return 0, 0
}

func bodyOf(words []string, marked bool, units []unit) body {
	switch {
	case startsWith(words, marked, committees):
		return committee
	case startsWith(words, marked, offices):
		return office
	case len(units) > 0:
		if _, size := kindAt(words, 0, marked); size > 0 {
			return committee // the bare unit, as registers write it
		}
	}
	return otherBody
}

// Level returns the level of the lowest unit that the name speaks of.
func (n Name) Level() Level {
	if len(n.units) == 0 {
		return NoLevel
	}
	return n.units[0].level
}

// Committee reports whether the name is that of a People's Committee or Council,
// not of an office under it or of another body.
func (n Name) Committee() bool { return n.body == committee }

func (n Name) at(l Level) (unit, bool) {
	for _, u := range n.units {
		if u.level == l {
			return u, true
		}
	}
	return unit{}, false
}

// text returns words as one string, for comparisons of whole names.
func text(words []string) string { return strings.Join(words, " ") }
